//! A whole letter on its pages: head, text, and what every page repeats.

use super::concept;
use super::head::{EXAMPLE, EXAMPLE_SIZE, EXAMPLE_Y, Head};
use super::mark::{Decoration, Mark, Rule, Text};
use super::page::Page;
use super::pages::{Cursor, page_starts};
use crate::letter::document::{Block, Document, Inline};
use crate::render::a4::{Area, EDGE_SIDE, LEFT, RIGHT, TOP};
use crate::render::colour::Colour;
use crate::render::font::Weight;
use crate::render::length::{Length, mm, pt};
use crate::render::look::Look;
use crate::render::pdf::error::PdfError;
use crate::render::pdf::setting::flow::Flow;
use crate::render::pdf::setting::line::{Line, Type};
use crate::render::pdf::setting::lines::set_line;
use crate::render::pdf::setting::overview::BOX_SIDE;
use crate::render::pdf::setting::row::{Note, Panel, Row, RowRule, RowText};
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
    let mut flow = Flow::new(look, &mut tree, document);
    flow.blocks(&document.body);
    flow.signature(&document.signature);
    flow.annex(&document.annex);
    document.page.iter().for_each(|page| flow.page(page));
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

/// Puts rows on pages, with the notes beside them.
fn place_rows(
    rows: Vec<Row>,
    top: Length,
    stationery: Option<Placed>,
    pages: &mut Vec<Page>,
    tree: &mut Tree,
) -> Result<(), PdfError> {
    let mut starts = page_starts(&rows, top)?.into_iter().peekable();
    let mut cursor = Cursor::first(top);
    // A note is read after the block that it stands beside, so it is drawn when its block is, or its page ends.
    let mut notes: Vec<(usize, Length, Note)> = Vec::new();
    for (number, row) in rows.into_iter().enumerate() {
        let begins = starts.next_if_eq(&number).is_some();
        for (_, y, note) in notes.extract_if(.., |(end, ..)| begins || *end <= number) {
            draw(note.texts, y, pages, tree);
        }
        if begins {
            pages.push(Page::with_stationery(stationery));
            cursor = Cursor::next(&row);
            if let (Some(head), Some(page)) = (&row.head, pages.last_mut()) {
                page.decorate(Decoration::TableHead, table_head(head));
            }
        }
        let y = cursor.row(&row);
        if let (Some(panel), Some(page)) = (&row.panel, pages.last_mut()) {
            page.decorate(Decoration::Layout, box_around(panel, y, row.height));
        }
        for note in row.notes {
            notes.push((number + note.rows, cursor.note(y, &note), note));
        }
        draw(row.texts, y, pages, tree);
        if let (Some(rule), Some(page)) = (row.rule, pages.last_mut()) {
            page.decorate(Decoration::Layout, [below(rule, y + row.height)]);
        }
    }
    for (_, y, note) in notes {
        draw(note.texts, y, pages, tree);
    }
    Ok(())
}

/// Adds lines of text to the last page; their baselines count from here.
fn draw(texts: Vec<RowText>, top: Length, pages: &mut [Page], tree: &mut Tree) {
    let index = pages.len().saturating_sub(1);
    let Some(page) = pages.last_mut() else { return };
    for RowText { element, x, baseline, size, colour, line } in texts {
        page.text(tree, index, element, Text { x, y: top + baseline, size, colour, line });
    }
}

/// The ground of a box over the whole width and its rules.
fn box_around(panel: &Panel, top: Length, height: Length) -> impl Iterator<Item = Mark> {
    let ground = Mark::Fill(Area { x: LEFT, y: top, width: RIGHT - LEFT, height }, panel.tint);
    let edges = [top, top + height].map(|y| rule(y, pt(3) / 4, panel.ink));
    let inside = panel.rules.iter().map(move |y| {
        let (x, width) = (LEFT + BOX_SIDE, RIGHT - LEFT - 2 * BOX_SIDE);
        Mark::Rule(Rule { x, y: top + y, width, thickness: HAIR, colour: panel.ink.tint(3) })
    });
    std::iter::once(ground).chain(edges).chain(inside)
}

/// The header of a table, repeated at the top of a page. It is decoration, because a screen reader already
/// has the headers.
fn table_head(head: &Row) -> impl Iterator<Item = Mark> {
    let texts = head.texts.iter().map(|text| at(text.x, TOP + text.baseline, text.size, text.line.clone()));
    texts.chain(head.rule.map(|rule| below(rule, TOP + head.height)))
}

fn below(rule: RowRule, y: Length) -> Mark {
    let RowRule { thickness, right } = rule;
    Mark::Rule(Rule { x: LEFT, y, width: right - LEFT, thickness, colour: Colour::BLACK })
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
            rule(HEADER_Y + pt(6), HAIR, look.accent),
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
