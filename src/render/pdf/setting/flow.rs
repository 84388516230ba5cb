//! Turns blocks of text into rows, and decides which rows must stay on the same page.
//!
//! A row is never divided: it is a line of text, a row of a table or an overview. Each row says whether a page may end
//! before it, so that there are no widows or orphans, no heading stands at the bottom of a page, and a list
//! stays with its introduction.

use super::lines::{set, set_line};
use super::overview;
use super::paragraphs::Paragraphs;
use super::row::{Keep, Note, Row, RowText, baseline};
use super::stack::stack;
use super::structure::{ElementId, Role, Tree};
use super::style::{ANNEX, LETTER, NOTE, PAGE, SUBJECT, Style, Styles};
use super::table;
use crate::letter::document::{Block, BlockKind, Document, Inline, LanguagePage};
use crate::render::a4::{BOTTOM, LEFT, MARGIN_LEFT, RIGHT, TOP};
use crate::render::length::{Length, mm, pt};
use crate::render::look::Look;

/// Room to sign above the name of the person who decides.
const HANDWRITING: Length = mm(60);
/// Space below the subject and above the signature.
const LETTER_SPACE: Length = pt(10);
/// Space above the annex.
const ANNEX_SPACE: Length = pt(26);
/// Space above and below an overview.
const OVERVIEW_SPACE: Length = pt(8);
/// Number of lines that stay together at the beginning and the end of a text and after a heading.
const TOGETHER: usize = 2;
/// Number of items of a list that stays whole.
const SHORT_LIST: usize = 5;
/// Number of lines of an item, or of an address in the text, that stays whole.
const SHORT_TEXT: usize = 6;
/// Number of paragraphs of an annex that stay with its heading.
const ANNEX_BEGINNING: usize = 3;
/// Width of the column with bullets and numbers, and of that with numbers of two digits.
const LABEL_WIDTH: Length = mm(50);
const WIDE_LABEL: Length = mm(70);

/// Collects the rows of a letter and their elements.
pub struct Flow<'a> {
    look: &'a Look,
    /// The names in the letter.
    names: &'a [String],
    tree: &'a mut Tree,
    rows: Vec<Row>,
    /// The element of which the next blocks are part.
    parent: ElementId,
    styles: Styles,
    /// The first row of the last block.
    block: usize,
    /// The first row of the headings or the introduction above it, or else of the block itself.
    lead: usize,
    /// Whether the next blocks are the signature, whose lines are paragraphs.
    signing: bool,
    /// Level of the last heading, so that none is skipped.
    level: u8,
    /// This many of the next rows stay with the row before them.
    keep_next: usize,
    /// Space above the next block, if it differs from the block's own.
    space_next: Option<Length>,
}

impl<'a> Flow<'a> {
    /// Begins with the subject of a letter, the only heading of level 1.
    pub fn new(look: &'a Look, tree: &'a mut Tree, document: &'a Document) -> Self {
        let mut flow = Self::empty(look, &document.names, tree, LETTER);
        let element = flow.tree.add(Tree::DOCUMENT, Role::Heading(1));
        flow.paragraph(element, &[Inline::Text(document.subject.clone())], SUBJECT, LEFT);
        flow.keep_next = TOGETHER;
        flow.space_next = Some(LETTER_SPACE);
        flow
    }

    fn empty(look: &'a Look, names: &'a [String], tree: &'a mut Tree, styles: Styles) -> Self {
        Self {
            look,
            names,
            tree,
            rows: Vec::new(),
            parent: Tree::DOCUMENT,
            styles,
            block: 0,
            lead: 0,
            signing: false,
            level: 1,
            keep_next: 0,
            space_next: None,
        }
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
        self.signing = true;
        if let Some((name, before)) = blocks.split_last() {
            self.blocks(before);
            if !before.is_empty() {
                self.space_next = Some(HANDWRITING);
            }
            self.blocks(std::slice::from_ref(name));
        }
        self.signing = false;
        for row in self.rows.iter_mut().skip(first.saturating_sub(1)) {
            row.keep = Keep::Always;
        }
    }

    /// Adds the annex, smaller and over the whole width. On the page of the signature it stands whole, or with its
    /// first paragraphs.
    pub fn annex(&mut self, blocks: &[Block]) {
        let first = self.rows.len();
        (self.styles, self.space_next, self.keep_next) = (ANNEX, Some(ANNEX_SPACE), 0);
        let mut beginning = first;
        let mut paragraphs = 0;
        for block in blocks {
            self.block(&block.kind);
            paragraphs += usize::from(block.kind.heading_level().is_none());
            if paragraphs <= ANNEX_BEGINNING {
                beginning = self.rows.len();
            }
        }
        for row in self.rows[..beginning].iter_mut().skip(first + 1).filter(|row| row.keep == Keep::Free) {
            row.keep = Keep::Rather;
        }
    }

    /// Adds the page in the reader's language: a section of its own, on a page of its own. What does not fit there is set
    /// smaller.
    pub fn page(&mut self, page: &LanguagePage) {
        let first = self.rows.len();
        self.parent = self.tree.add(Tree::DOCUMENT, Role::Section);
        self.tree.elements[self.parent].language = Some(page.language.word());
        self.styles =
            PAGE.into_iter().find(|styles| self.fits(page, *styles)).unwrap_or(PAGE[PAGE.len() - 1]);
        (self.space_next, self.keep_next, self.level) = (None, 0, 1);
        self.blocks(&page.blocks);
        if let Some(row) = self.rows.get_mut(first) {
            row.keep = Keep::Never;
        }
        self.parent = Tree::DOCUMENT;
    }

    /// Whether the page is no longer than a page when it is set in these kinds of text.
    fn fits(&self, page: &LanguagePage, styles: Styles) -> bool {
        let mut tree = Tree::new();
        let mut tried = Flow::empty(self.look, self.names, &mut tree, styles);
        tried.blocks(&page.blocks);
        let rows = tried.rows.iter().enumerate();
        let height: Length = rows.map(|(row, it)| it.height + if row == 0 { 0 } else { it.before }).sum();
        height <= BOTTOM - TOP
    }

    /// The collected rows.
    pub fn into_rows(self) -> Vec<Row> {
        self.rows
    }

    fn block(&mut self, block: &BlockKind) {
        let Styles { body, headings, heading_space, right, .. } = self.styles;
        let first = self.rows.len();
        let lead = if self.keep_next > 0 { self.lead } else { first };
        match block {
            BlockKind::Heading { level, text } => {
                // PDF/UA-1 7.4.2: no level is skipped.
                self.level = (*level).clamp(2, 3).min(self.level + 1);
                let element = self.tree.add(self.parent, Role::Heading(self.level));
                let [section, below] = headings;
                self.paragraph(element, text, if *level == 2 { section } else { below }, LEFT);
                self.keep_next = TOGETHER;
                self.space_next = Some(heading_space);
            }
            BlockKind::Paragraph(text) => {
                let element = self.tree.add(self.parent, Role::Paragraph);
                self.paragraph(element, text, body, LEFT);
                if text.last().is_some_and(|part| part.text().trim_end().ends_with(':')) {
                    self.keep_next = TOGETHER;
                }
            }
            BlockKind::Margin(text) if right > MARGIN_LEFT => {
                let element = self.tree.add(self.parent, Role::Paragraph);
                self.paragraph(element, text, body, LEFT + LABEL_WIDTH);
            }
            BlockKind::Margin(text) => return self.note(text),
            BlockKind::Overview(rows) => {
                let styles = self.styles.overview;
                let row = overview::row(self.look, self.names, self.tree, self.parent, styles, rows);
                self.whole(vec![row], OVERVIEW_SPACE);
                self.space_next = Some(OVERVIEW_SPACE + self.styles.body.before / 2);
            }
            BlockKind::List { ordered, items } => self.list(*ordered, items),
            BlockKind::Table { header, rows } => {
                let cells = (header.as_slice(), rows.as_slice());
                let rows = table::rows(&self.look.fonts, self.names, self.tree, self.parent, cells, right);
                self.whole(rows, body.before);
            }
        }
        (self.block, self.lead) = (first, lead);
    }

    /// Adds rows that were made elsewhere.
    fn whole(&mut self, mut rows: Vec<Row>, space: Length) {
        if let Some(first) = rows.first_mut() {
            first.keep = if self.keep_next > 0 { Keep::Always } else { Keep::Free };
            first.before = self.space_next.take().unwrap_or(space);
        }
        self.rows.extend(rows);
        self.keep_next = 0;
    }

    /// Puts a note beside the last block.
    fn note(&mut self, text: &[Inline]) {
        let element = self.tree.add(self.parent, Role::Paragraph);
        let measures = [MARGIN_LEFT, 0, RIGHT - MARGIN_LEFT];
        let note = stack(self.look, self.names, element, text, NOTE, measures);
        let count = self.rows.len() - self.block;
        let Some(first) = self.rows.get_mut(self.block) else { return };
        let level = first.texts.first().map_or(0, |text| text.baseline);
        let offset = (level - baseline(NOTE.kind.size, NOTE.leading)).max(0);
        first.notes.push(Note { texts: note.texts, height: note.height, offset, rows: count });
        if first.notes.len() == 1 {
            // It may slide down to the last line of its block; then what leads to the block moves down.
            let lead = &mut self.rows[self.lead..];
            let below: Length = lead.iter().skip(1).map(|row| row.before + row.height).sum();
            let clear = offset + below;
            if let Some(row) = lead.first_mut() {
                row.clear = Some(row.clear.map_or(clear, |other| other.min(clear)));
            }
        }
    }

    fn list(&mut self, ordered: bool, items: &[Vec<Inline>]) {
        if items.is_empty() {
            return;
        }
        let Styles { body, item_space, .. } = self.styles;
        let list = self.tree.add(self.parent, Role::List { ordered });
        let x = LEFT + if ordered && items.len() > 9 { WIDE_LABEL } else { LABEL_WIDTH };
        let between = if items.len() > SHORT_LIST { Keep::Free } else { Keep::Rather };
        for (index, item) in items.iter().enumerate() {
            let entry = self.tree.add(list, Role::Item);
            let label = self.tree.add(entry, Role::Label);
            let text = self.tree.add(entry, Role::Body);
            let first = self.rows.len();
            let before = if index == 0 { body.before } else { item_space };
            self.paragraph(text, item, Style { before, ..body }, x);
            let sign = if ordered { format!("{}. ", index + 1) } else { "• ".to_owned() };
            let (size, colour) = (body.kind.size, body.ink.colour(self.look));
            let line = set_line(&self.look.fonts, body.kind, &sign);
            let baseline = baseline(size, body.leading);
            let label = RowText { element: label, x: LEFT, baseline, size, colour, line };
            let Some((row, others)) = self.rows[first..].split_first_mut() else { continue };
            row.texts.insert(0, label);
            // At least two items stand on each page.
            if index == 1 || (index > 0 && index + 1 == items.len()) {
                row.keep = Keep::Always;
            } else if index > 0 && row.keep == Keep::Free {
                row.keep = between;
            }
            if others.len() < SHORT_TEXT {
                others.iter_mut().for_each(|row| row.keep = Keep::Always);
            }
        }
    }

    /// Adds the lines of a text; a page break leaves at least two of them on each page.
    fn paragraph(&mut self, element: ElementId, text: &[Inline], style: Style, x: Length) {
        let lines = set(&self.look.fonts, self.names, style.kind, text, self.styles.right - x);
        let count = lines.len();
        let colour = style.ink.colour(self.look);
        let heading = matches!(self.tree.elements[element].role, Role::Heading(_));
        // An address in the text, or any text whose lines were chosen by hand.
        let whole = heading || (count <= SHORT_TEXT && text.contains(&Inline::Break));
        let space = match self.space_next.take() {
            // A heading right below another one stands closer to it.
            Some(space) if heading => space.max(style.before * 2 / 3),
            Some(space) => space,
            None => style.before,
        };
        let (size, baseline) = (style.kind.size, baseline(style.kind.size, style.leading));
        let (mut paragraphs, mut goes_on) = (Paragraphs::new(element), false);
        for (index, line) in lines.into_iter().enumerate() {
            // A word that takes more than one line stands on one page.
            let goes_on = std::mem::replace(&mut goes_on, line.goes_on());
            let keep =
                self.keep_next > 0 || goes_on || index == 1 || (index > 1 && (index + 1 == count || whole));
            let element = if self.signing { paragraphs.of(self.tree, &line) } else { element };
            self.keep_next = self.keep_next.saturating_sub(1);
            self.rows.push(Row {
                before: if index == 0 { space } else { 0 },
                height: style.leading,
                keep: if keep { Keep::Always } else { Keep::Free },
                texts: vec![RowText { element, x, baseline, size, colour, line }],
                ..Row::default()
            });
        }
    }
}
