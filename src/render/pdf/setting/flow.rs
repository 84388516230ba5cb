//! Turns blocks of text into rows, and decides which rows must stay on the same page.
//!
//! A row is never divided: it is a line of text, or a row of a table. Each row says whether a page may end
//! before it, so that there are no widows or orphans, no heading stands at the bottom of a page, and a list
//! stays with its introduction.

use super::line::Type;
use super::lines::{set, set_line};
use super::row::{Row, RowText, baseline};
use super::structure::{ElementId, Role, Tree};
use super::table;
use crate::letter::document::{Block, BlockKind, Inline, OverviewRow};
use crate::render::a4::{LEFT, RIGHT};
use crate::render::colour::Colour;
use crate::render::font::Weight;
use crate::render::length::{Length, mm, pt};
use crate::render::look::Look;

/// Room to sign above the name of the person who decides.
const HANDWRITING: Length = mm(150);

/// Font size of running text.
pub const SIZE: Length = pt(19) / 2;
/// Distance between the baselines of running text.
pub const LEADING: Length = pt(13);
/// Space between paragraphs.
const PARAGRAPH_SPACE: Length = pt(7);
/// Space below a heading.
const HEADING_SPACE: Length = pt(3);
/// Space below the subject and above the signature.
const LETTER_SPACE: Length = pt(13);
/// Space between the items of a list.
const ITEM_SPACE: Length = pt(2);
/// Number of lines that stay together at the beginning and the end of a text and after a heading.
const TOGETHER: usize = 2;
/// Width of the column with bullets and numbers.
const LABEL_WIDTH: Length = mm(60);

/// How a kind of text is set.
#[derive(Clone, Copy)]
struct Style {
    kind: Type,
    leading: Length,
    before: Length,
    /// Whether it has the accent colour of the house style.
    accent: bool,
}

const BODY: Style = Style {
    kind: Type { weight: Weight::Regular, size: SIZE, divides: true },
    leading: LEADING,
    before: PARAGRAPH_SPACE,
    accent: false,
};
const SUBJECT: Style =
    Style { kind: Type::new(Weight::Bold, pt(12)), leading: pt(16), before: 0, accent: false };
const SECTION: Style =
    Style { kind: Type::new(Weight::Bold, pt(21) / 2), leading: pt(14), before: pt(14), accent: true };
const SUBSECTION: Style =
    Style { kind: Type::new(Weight::Bold, SIZE), leading: LEADING, before: pt(10), accent: false };

/// Collects the rows of a letter and their elements.
pub struct Flow<'a> {
    look: &'a Look,
    tree: &'a mut Tree,
    rows: Vec<Row>,
    /// Level of the last heading, so that none is skipped.
    level: u8,
    /// This many of the next rows stay with the row before them.
    keep_next: usize,
    /// Space above the next block, if it differs from the block's own.
    space_next: Option<Length>,
}

impl<'a> Flow<'a> {
    /// Begins with the subject, the only heading of level 1.
    pub fn new(look: &'a Look, tree: &'a mut Tree, subject: &str) -> Self {
        let mut flow = Self { look, tree, rows: Vec::new(), level: 1, keep_next: 0, space_next: None };
        let element = flow.tree.add(Tree::DOCUMENT, Role::Heading(1));
        flow.paragraph(element, &[Inline::Text(subject.to_owned())], SUBJECT, LEFT);
        flow.keep_next = TOGETHER;
        flow.space_next = Some(LETTER_SPACE);
        flow
    }

    /// Adds the rows of blocks.
    pub fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(&block.kind);
        }
    }

    /// Adds the signature, with room to sign above the name. It stays together, on a page with at least two
    /// lines of text before it.
    pub fn signature(&mut self, blocks: &[Block]) {
        let first = self.rows.len();
        self.space_next = Some(LETTER_SPACE);
        if let Some((name, before)) = blocks.split_last() {
            self.blocks(before);
            if !before.is_empty() {
                self.space_next = Some(HANDWRITING);
            }
            self.blocks(std::slice::from_ref(name));
        }
        for row in self.rows.iter_mut().skip(first.saturating_sub(1)) {
            row.keep = true;
        }
    }

    /// The collected rows.
    pub fn into_rows(self) -> Vec<Row> {
        self.rows
    }

    fn block(&mut self, block: &BlockKind) {
        match block {
            BlockKind::Heading { level, text } => {
                // PDF/UA-1 7.4.2: no level is skipped.
                self.level = (*level).clamp(2, 3).min(self.level + 1);
                let element = self.tree.add(Tree::DOCUMENT, Role::Heading(self.level));
                let style = if *level == 2 { SECTION } else { SUBSECTION };
                self.paragraph(element, text, style, LEFT);
                self.keep_next = TOGETHER;
                self.space_next = Some(HEADING_SPACE);
            }
            BlockKind::Paragraph(text) => {
                let element = self.tree.add(Tree::DOCUMENT, Role::Paragraph);
                self.paragraph(element, text, BODY, LEFT);
                if text.last().is_some_and(|part| part.text().trim_end().ends_with(':')) {
                    self.keep_next = TOGETHER;
                }
            }
            BlockKind::Margin(text) => {
                let element = self.tree.add(Tree::DOCUMENT, Role::Paragraph);
                self.paragraph(element, text, BODY, LEFT + LABEL_WIDTH);
            }
            BlockKind::Overview(rows) => self.overview(rows),
            BlockKind::List { ordered, items } => self.list(*ordered, items),
            BlockKind::Table { header, rows } => {
                let mut rows = table::rows(&self.look.fonts, self.tree, header, rows);
                if let Some(first) = rows.first_mut() {
                    first.keep = self.keep_next > 0;
                    first.before = self.space_next.take().unwrap_or(PARAGRAPH_SPACE);
                }
                self.rows.extend(rows);
                self.keep_next = 0;
            }
        }
    }

    /// Adds an overview, a table whose rows have a header.
    fn overview(&mut self, overview: &[OverviewRow]) {
        let table = self.tree.add(Tree::DOCUMENT, Role::Table);
        for row in overview {
            let parent = self.tree.add(table, Role::Row);
            for (role, text) in [(Role::RowHeader, &row.label), (Role::Cell, &row.text)] {
                let cell = self.tree.add(parent, role);
                self.paragraph(cell, text, BODY, LEFT);
            }
        }
    }

    fn list(&mut self, ordered: bool, items: &[Vec<Inline>]) {
        if items.is_empty() {
            return;
        }
        let list = self.tree.add(Tree::DOCUMENT, Role::List { ordered });
        let begin = self.rows.len();
        for (index, item) in items.iter().enumerate() {
            let entry = self.tree.add(list, Role::Item);
            let label = self.tree.add(entry, Role::Label);
            let body = self.tree.add(entry, Role::Body);
            let first = self.rows.len();
            let before = if index == 0 { PARAGRAPH_SPACE } else { ITEM_SPACE };
            self.paragraph(body, item, Style { before, ..BODY }, LEFT + LABEL_WIDTH);
            let text = if ordered { format!("{}. ", index + 1) } else { "• ".to_owned() };
            let line = set_line(&self.look.fonts, BODY.kind, &text);
            let baseline = baseline(SIZE, BODY.leading);
            let label =
                RowText { element: label, x: LEFT, baseline, size: SIZE, colour: Colour::BLACK, line };
            if let Some(row) = self.rows.get_mut(first) {
                row.texts.insert(0, label);
            }
        }
        if let [_, second, ..] = &mut self.rows[begin..] {
            second.keep = true;
        }
        if let [_, .., last] = &mut self.rows[begin..] {
            last.keep = true;
        }
    }

    /// Adds the lines of a text; a page break leaves at least two of them on each page.
    fn paragraph(&mut self, element: ElementId, text: &[Inline], style: Style, x: Length) {
        let lines = set(&self.look.fonts, style.kind, text, RIGHT - x);
        let count = lines.len();
        let colour = if style.accent { self.look.ink() } else { Colour::BLACK };
        let heading = matches!(self.tree.elements[element].role, Role::Heading(_));
        let space = match self.space_next.take() {
            // A heading right below another one stands closer to it.
            Some(space) if heading => space.max(style.before / 2),
            Some(space) => space,
            None => style.before,
        };
        for (index, line) in lines.into_iter().enumerate() {
            let keep = self.keep_next > 0 || index == 1 || (index > 1 && (index + 1 == count || heading));
            self.keep_next = self.keep_next.saturating_sub(1);
            self.rows.push(Row {
                before: if index == 0 { space } else { 0 },
                height: style.leading,
                keep,
                texts: vec![RowText {
                    element,
                    x,
                    baseline: baseline(style.kind.size, style.leading),
                    size: style.kind.size,
                    colour,
                    line,
                }],
                rule: None,
                head: None,
            });
        }
    }
}
