//! A whole letter on its pages: head, text, and what every page repeats.
//!
//! Rows fill a page until one does not fit; the page then ends at the last place where it may.

use super::concept;
use super::head::{EXAMPLE, EXAMPLE_SIZE, EXAMPLE_Y, Head};
use super::mark::{Decoration, Mark, Rule, Text};
use super::page::Page;
use crate::letter::document::{Block, Document, Inline};
use crate::render::a4::{BOTTOM, EDGE_SIDE, LEFT, RIGHT, TOP};
use crate::render::colour::Colour;
use crate::render::font::Weight;
use crate::render::length::{Length, mm, pt};
use crate::render::look::Look;
use crate::render::pdf::error::PdfError;
use crate::render::pdf::setting::flow::Flow;
use crate::render::pdf::setting::line::{Line, Type};
use crate::render::pdf::setting::lines::set_line;
use crate::render::pdf::setting::row::{Row, RowText};
use crate::render::pdf::setting::structure::Tree;
use crate::render::picture::letterhead::Placed;

/// Font size of running headers and footers.
const SMALL: Length = pt(15) / 2;
/// Baseline of the running header.
const HEADER_Y: Length = mm(180);
/// Baseline of the running footer.
pub(super) const FOOTER_Y: Length = mm(2860);
/// Positions of the two folds of the sheet, for an envelope of a third of its height.
pub const FOLDS: [Length; 2] = [mm(990), mm(1980)];
/// Length of the fold marks.
pub const FOLD_LENGTH: Length = mm(30);
/// Thickness of a hairline.
const HAIR: Length = pt(1) / 4;

/// A letter on its pages.
pub struct Layout {
    /// The pages.
    pub pages: Vec<Page>,
    /// The structure tree.
    pub tree: Tree,
}

/// Lays a letter out on pages, for its file and for showing its structure with
/// [`outline`](super::outline::outline).
///
/// # Errors
/// The address does not fit its window, a character has no glyph, or a row of a table is higher than a page.
pub fn lay_out(document: &Document, look: &Look) -> Result<Layout, PdfError> {
    match drawn_texts(document).find_map(|text| look.fonts.missing(text)) {
        Some(missing) => Err(PdfError::MissingGlyph(missing)),
        None => fill_pages(document, look),
    }
}

/// Every text of a letter that is drawn.
pub(in crate::render::pdf) fn drawn_texts(document: &Document) -> impl Iterator<Item = &str> {
    let sender = &document.sender;
    let reference = document.reference.iter().flat_map(|(label, value)| [label, value]);
    let lines = [&document.kenmerk, &document.subject, &document.date, &sender.name, &sender.return_address];
    let lines = lines.into_iter().chain(&document.addressee).chain(reference);
    let lines = lines.map(String::as_str).chain(sender.contact_lines());
    lines.chain(document.blocks().flat_map(Block::inlines).map(Inline::text))
}

fn fill_pages(document: &Document, look: &Look) -> Result<Layout, PdfError> {
    let mut tree = Tree::new();
    let mut first = Page::default();
    let top = Head::new(look, &mut tree, &mut first).draw(document)?;
    let mut flow = Flow::new(look, &mut tree, &document.subject);
    flow.blocks(&document.body);
    flow.signature(&document.signature);
    flow.blocks(&document.annex);
    let rows = flow.into_rows();
    let mut pages = vec![first];
    place_rows(rows, top, look.letterhead.next(), &mut pages, &mut tree)?;
    let count = pages.len();
    for (index, page) in pages.iter_mut().enumerate() {
        draw_repeated(document, look, page, index, count);
    }
    if document.is_concept {
        concept::draw(&mut pages, &look.fonts);
    }
    Ok(Layout { pages, tree })
}

/// Puts rows on pages.
fn place_rows(
    rows: Vec<Row>,
    top: Length,
    stationery: Option<Placed>,
    pages: &mut Vec<Page>,
    tree: &mut Tree,
) -> Result<(), PdfError> {
    let starts = page_starts(&rows, top)?;
    let mut starts = starts.into_iter().peekable();
    let mut index = 0;
    let mut y = top;
    for (number, row) in rows.into_iter().enumerate() {
        if starts.next_if_eq(&number).is_some() {
            pages.push(Page::with_stationery(stationery));
            index += 1;
            y = TOP + row.head_height();
            if let (Some(head), Some(page)) = (&row.head, pages.last_mut()) {
                page.decorate(Decoration::TableHead, table_head(head));
            }
        } else if number > 0 {
            y += row.before;
        }
        let Some(page) = pages.last_mut() else { return Ok(()) };
        for text in row.texts {
            let RowText { element, x, baseline, size, colour, line } = text;
            let place = Text { x, y: y + baseline, size, colour, line };
            page.text(tree, index, element, place);
        }
        y += row.height;
        if let Some(thickness) = row.rule {
            page.decorate(Decoration::Layout, [rule(y, thickness, Colour::BLACK)]);
        }
    }
    Ok(())
}

/// The header of a table, repeated at the top of a page. It is decoration, because a screen reader already
/// has the headers.
fn table_head(head: &Row) -> impl Iterator<Item = Mark> {
    let texts = head.texts.iter().map(|text| at(text.x, TOP + text.baseline, text.size, text.line.clone()));
    texts.chain(head.rule.map(|thickness| rule(TOP + head.height, thickness, Colour::BLACK)))
}

/// The indexes of the rows that begin a new page.
fn page_starts(rows: &[Row], top: Length) -> Result<Vec<usize>, PdfError> {
    let mut starts = Vec::new();
    let mut begin = 0;
    let mut y = top;
    let mut at = 0;
    while at < rows.len() {
        let row = &rows[at];
        let before = if at == begin { 0 } else { row.before };
        if y + before + row.height <= BOTTOM {
            y += before + row.height;
            at += 1;
            continue;
        }
        if row.height > BOTTOM - TOP - row.head_height() {
            return Err(PdfError::RowTooHigh);
        }
        // The last row on this page that may begin the next; if all must stay together, the row that does not
        // fit.
        let next = (begin + 1..=at).rev().find(|&row| !rows[row].keep).unwrap_or(at);
        starts.push(next);
        begin = next;
        at = next;
        y = TOP + rows[next].head_height();
    }
    Ok(starts)
}

/// Adds the footer of a page, the fold marks of the first page and the running header of a later one.
fn draw_repeated(document: &Document, look: &Look, page: &mut Page, index: usize, count: usize) {
    let small = |text: &str| set_line(&look.fonts, Type::new(Weight::Regular, SMALL), text);
    if index == 0 {
        let fold = |y| {
            let (x, width) = (EDGE_SIDE, FOLD_LENGTH);
            Mark::Rule(Rule { x, y, width, thickness: HAIR, colour: Colour::BLACK })
        };
        page.decorate(Decoration::Layout, FOLDS.map(fold));
    } else {
        let mut marks = vec![
            at(LEFT, HEADER_Y, SMALL, small(&document.kenmerk)),
            right(HEADER_Y, SMALL, small(&document.date)),
            rule(HEADER_Y + pt(6), HAIR, look.ink()),
        ];
        if document.is_example {
            let line = set_line(&look.fonts, Type::new(Weight::Bold, EXAMPLE_SIZE), EXAMPLE);
            marks.insert(0, at(LEFT, EXAMPLE_Y, EXAMPLE_SIZE, line));
        }
        page.decorate(Decoration::Header, marks);
    }
    let number = small(&format!("Pagina {} van {count}", index + 1));
    let kenmerk = at(LEFT, FOOTER_Y, SMALL, small(&document.kenmerk));
    page.decorate(Decoration::Footer, [kenmerk, right(FOOTER_Y, SMALL, number)]);
}

fn at(x: Length, y: Length, size: Length, line: Line) -> Mark {
    Mark::Text(Text { x, y, size, colour: Colour::BLACK, line })
}

fn right(y: Length, size: Length, line: Line) -> Mark {
    at(RIGHT - line.width, y, size, line)
}

fn rule(y: Length, thickness: Length, colour: Colour) -> Mark {
    Mark::Rule(Rule { x: LEFT, y, width: RIGHT - LEFT, thickness, colour })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(keeps: &[bool]) -> Vec<Row> {
        keeps.iter().map(|&keep| Row { height: (BOTTOM - TOP) / 3, keep, ..Row::default() }).collect()
    }

    #[test]
    fn a_page_ends_before_the_last_row_that_may_begin_the_next_page() {
        let starts = |keeps: &[bool]| page_starts(&rows(keeps), TOP).unwrap();
        assert_eq!(starts(&[false, false, false]), Vec::<usize>::new());
        assert_eq!(starts(&[false, false, false, false]), [3]);
        assert_eq!(starts(&[false, false, true, true]), [1]);
        assert_eq!(starts(&[true, true, true, true]), [3]);
    }

    #[test]
    fn a_row_higher_than_a_page_is_refused() {
        let row = Row { height: BOTTOM, ..Row::default() };
        assert!(matches!(page_starts(&[row], TOP), Err(PdfError::RowTooHigh)));
    }
}
