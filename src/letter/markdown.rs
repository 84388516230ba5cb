//! Reads the Markdown of a filled template as blocks with provenance.
//!
//! A letter may have headings, paragraphs, lists of one level, bold text, forced line breaks and simple tables. All
//! other Markdown is refused, so that nothing is left out unnoticed.

use super::document::{Block, BlockKind, Inline, OverviewRow, Provenance};
use super::error::TemplateError;
use super::items;
use super::mark::{GAP_CLOSE, GAP_OPEN, Mark, Unmarker};
use crate::words::Language;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::sync::Arc;

/// A piece of a filled template; the composer replaces a slot by other templates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// The subject of the letter, `# Onderwerp`; only as the first piece.
    Subject(String, Arc<Provenance>),
    /// A block of text.
    Block(Block),
    /// A slot, `::name::`: the place of other templates, each with its own context.
    Slot(String, Arc<Provenance>),
}

/// What a part of a filled template gives: its pieces, and the marks with which its last block ends.
pub(super) type Part = (Arc<[Piece]>, Vec<Mark>);

/// Gives the source of the text behind marks.
pub(super) trait Origins {
    /// The same part, if it was read before.
    fn kept(&self, part: &str) -> Option<Part>;
    /// Keeps what a part gives.
    fn keep(&self, part: &str, read: &Part);
    /// The provenance of a text with these marks; the first mark gives the template and the line.
    fn provenance(&self, marks: &[Mark]) -> Provenance;
    /// The name of the slot at a mark.
    fn slot(&self, mark: Mark) -> Option<String>;
}

/// Reads a filled template.
///
/// # Errors
/// At the first piece of Markdown that a letter may not have, and at the first heading, list item or table cell without
/// words.
pub(super) fn read(markdown: &str, origins: &dyn Origins) -> Result<Vec<Piece>, TemplateError> {
    let (mut pieces, mut marks) = (Vec::new(), Vec::new());
    for part in parts(markdown) {
        let (read, last) = match origins.kept(part) {
            Some(kept) => kept,
            None => match Reader::new(part, origins, Vec::new()).read() {
                // A part whose blocks all have marks gives the same in every letter.
                Ok((read, false)) => {
                    origins.keep(part, &read);
                    read
                }
                // What it gives depends on the part before it.
                _ => Reader::new(part, origins, marks).read()?.0,
            },
        };
        if let Some(Piece::Subject(_, place)) = read.first().filter(|_| !pieces.is_empty()) {
            return Err(refused(place, SECOND_SUBJECT));
        }
        pieces.extend_from_slice(&read);
        marks = last;
    }
    Ok(pieces)
}

/// What is refused: a subject that is not the first piece.
const SECOND_SUBJECT: &str = "een kop met één hekje, behalve als onderwerp bovenaan,";

fn refused(place: &Provenance, what: &str) -> TemplateError {
    TemplateError::at(&place.template, place.line, format!("{what} kan niet in een brief"))
}

/// The parts of a filled template that Markdown reads each by itself: paragraphs, headings, lists and tables between empty
/// lines. An empty line before what may go on with a list divides nothing.
fn parts(markdown: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(markdown);
    // What a definition of a link means stands elsewhere.
    let whole = markdown.contains("]:");
    std::iter::from_fn(move || {
        let text = rest.take()?;
        let goes_on = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '\t' | '-' | '*' | '+' | '\n');
        let mut ends = text.match_indices("\n\n").map(|(at, _)| at + 2);
        match ends.find(|end| !whole && !text[*end..].starts_with(goes_on)) {
            Some(end) if end < text.len() => {
                rest = Some(&text[end..]);
                Some(&text[..end])
            }
            _ => Some(text),
        }
    })
}

struct Reader<'a> {
    events: Parser<'a>,
    origins: &'a dyn Origins,
    /// The marks of the block that is being read; while it has none, those of the last block that has.
    current: Vec<Mark>,
    /// Whether a block had no marks, nor any block before it.
    unmarked: bool,
    pieces: Vec<Piece>,
}

/// A run of text, and whether it has a slot.
struct Run {
    text: Vec<Inline>,
    slot: bool,
}

impl<'a> Reader<'a> {
    /// A reader of a part that comes after a block with these marks.
    fn new(part: &'a str, origins: &'a dyn Origins, current: Vec<Mark>) -> Self {
        let events = Parser::new_ext(part, Options::ENABLE_TABLES);
        Self { events, origins, current, unmarked: false, pieces: Vec::new() }
    }

    /// What the part gives, and whether it has a block without marks.
    fn read(mut self) -> Result<(Part, bool), TemplateError> {
        while let Some(event) = self.events.next() {
            self.block(event)?;
        }
        Ok(((self.pieces.into(), self.current), self.unmarked))
    }

    /// The provenance of the block that was read.
    fn provenance(&mut self) -> Arc<Provenance> {
        self.unmarked |= self.current.is_empty();
        Arc::new(self.origins.provenance(&self.current))
    }

    fn refuse(&self, what: &str) -> TemplateError {
        refused(&self.origins.provenance(&self.current), what)
    }

    fn empty(&self, what: &str) -> TemplateError {
        let place = self.origins.provenance(&self.current);
        TemplateError::at(&place.template, place.line, format!("{what} is leeg"))
    }

    fn block(&mut self, event: Event<'_>) -> Result<(), TemplateError> {
        let mut marks = Vec::new();
        let kind = match event {
            Event::Start(Tag::Paragraph) => {
                let run = self.run(TagEnd::Paragraph, &mut marks)?;
                return self.paragraph(run);
            }
            Event::Start(Tag::Heading { level, .. }) => {
                let text = self.run(TagEnd::Heading(level), &mut marks)?.text;
                self.need_words(&text, "een kop")?;
                match level {
                    HeadingLevel::H1 => return self.subject(&text),
                    HeadingLevel::H2 => BlockKind::Heading { level: 2, text },
                    _ => BlockKind::Heading { level: 3, text },
                }
            }
            Event::Start(Tag::List(first)) => {
                BlockKind::List { ordered: first.is_some(), items: self.items(&mut marks)? }
            }
            Event::Start(Tag::Table(_)) => self.table(&mut marks)?,
            Event::Start(Tag::BlockQuote(_)) => self.note(&mut marks)?,
            other => return Err(self.refuse(name(&other))),
        };
        let provenance = self.provenance();
        self.pieces.push(Piece::Block(Block { kind, provenance }));
        Ok(())
    }

    fn paragraph(&mut self, run: Run) -> Result<(), TemplateError> {
        let provenance = self.provenance();
        if run.slot {
            let name = self.current.first().and_then(|mark| self.origins.slot(*mark));
            let name = name.ok_or_else(|| self.refuse("een invulplaats hier"))?;
            self.pieces.push(Piece::Slot(name, provenance));
        } else {
            let blocks = items::parted(run.text).into_iter();
            let blocks = blocks.map(|kind| Block { kind, provenance: Arc::clone(&provenance) });
            self.pieces.extend(blocks.map(Piece::Block));
        }
        Ok(())
    }

    fn subject(&mut self, text: &[Inline]) -> Result<(), TemplateError> {
        if !self.pieces.is_empty() {
            return Err(self.refuse(SECOND_SUBJECT));
        }
        let words = text.iter().map(Inline::text).collect::<String>();
        let provenance = self.provenance();
        self.pieces.push(Piece::Subject(words.replace('\n', " "), provenance));
        Ok(())
    }

    fn items(&mut self, marks: &mut Vec<Mark>) -> Result<Vec<Vec<Inline>>, TemplateError> {
        let mut items = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => {
                    let text = self.run(TagEnd::Item, marks)?.text;
                    self.need_words(&text, "een onderdeel van een lijst")?;
                    items.push(text);
                }
                Event::End(TagEnd::List(_)) => break,
                other => return Err(self.refuse(name(&other))),
            }
        }
        Ok(items)
    }

    /// Reads a note in the margin, one paragraph.
    fn note(&mut self, marks: &mut Vec<Mark>) -> Result<BlockKind, TemplateError> {
        let text = match self.events.next() {
            Some(Event::Start(Tag::Paragraph)) => self.run(TagEnd::Paragraph, marks)?.text,
            other => return Err(self.refuse(other.as_ref().map_or("een lege kanttekening", name))),
        };
        match self.events.next() {
            Some(Event::End(TagEnd::BlockQuote(_))) => {
                self.need_words(&text, "een kanttekening")?;
                Ok(BlockKind::Margin(text))
            }
            _ => Err(self.refuse("een kanttekening met meer alinea's")),
        }
    }

    /// Reads a table; one of two columns without words in its header is an overview.
    fn table(&mut self, marks: &mut Vec<Mark>) -> Result<BlockKind, TemplateError> {
        let (mut header, mut rows, mut row) = (Vec::new(), Vec::new(), Vec::new());
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(Tag::TableHead | Tag::TableRow) => {}
                Event::Start(Tag::TableCell) => {
                    row.push(self.run(TagEnd::TableCell, marks)?.text);
                }
                Event::End(TagEnd::TableHead) => header = std::mem::take(&mut row),
                Event::End(TagEnd::TableRow) => rows.push(std::mem::take(&mut row)),
                Event::End(TagEnd::Table) => break,
                other => return Err(self.refuse(name(&other))),
            }
        }
        let is_overview = header.len() == 2 && header.iter().all(Vec::is_empty);
        // A row of a concept that nobody has decided yet is one gap.
        for row in &mut rows {
            if let [gap, others @ ..] = row.as_mut_slice()
                && gap.iter().all(|inline| matches!(inline, Inline::Gap(_)))
                && others.iter().all(Vec::is_empty)
            {
                others.iter_mut().for_each(|cell| cell.clone_from(gap));
            }
        }
        let cells = rows.iter().flatten().chain(header.iter().filter(|_| !is_overview));
        for cell in cells {
            self.need_words(cell, "een cel van een tabel")?;
        }
        if !is_overview {
            return Ok(BlockKind::Table { header, rows });
        }
        let rows = rows.into_iter().filter_map(|row| <[Vec<Inline>; 2]>::try_from(row).ok());
        Ok(BlockKind::Overview(rows.map(overview_row).collect()))
    }

    /// Reads text up to an end tag. It adds the marks in it to `marks`, those of the block; these become the current
    /// marks as soon as there is one.
    fn run(&mut self, end: TagEnd, marks: &mut Vec<Mark>) -> Result<Run, TemplateError> {
        let mut unmarker = Unmarker::default();
        let mut line = Text::default();
        let mut paragraphs = 0;
        while let Some(event) = self.events.next() {
            match event {
                Event::End(found) if found == end => break,
                Event::Text(text) => {
                    line.push(&unmarker.words(&text));
                    marks.append(&mut unmarker.marks);
                    if !marks.is_empty() {
                        self.current.clone_from(marks);
                    }
                }
                Event::SoftBreak => line.push(" "),
                Event::HardBreak => line.line_break(),
                Event::Start(Tag::Strong) => line.strong = true,
                Event::End(TagEnd::Strong) => line.strong = false,
                Event::Start(Tag::Paragraph) if end == TagEnd::Item && paragraphs == 0 => paragraphs = 1,
                Event::End(TagEnd::Paragraph) => {}
                Event::Start(Tag::Paragraph) => {
                    return Err(self.refuse("een lijst met meer alinea's in een onderdeel"));
                }
                other => return Err(self.refuse(name(&other))),
            }
        }
        Ok(Run { text: line.finish(), slot: unmarker.slot })
    }

    fn need_words(&self, text: &[Inline], what: &str) -> Result<(), TemplateError> {
        if text.is_empty() { Err(self.empty(what)) } else { Ok(()) }
    }
}

/// Collects inlines: joins neighbours of the same kind, keeps single spaces only, and none at the ends.
#[derive(Default)]
struct Text {
    inlines: Vec<Inline>,
    strong: bool,
    /// Whether the text is inside a gap.
    gap: bool,
}

impl Text {
    fn ends_in_space(&self) -> bool {
        self.inlines.last().is_none_or(|last| last.text().ends_with([' ', '\n']))
    }

    fn push(&mut self, words: &str) {
        for part in words.split_inclusive([GAP_OPEN, GAP_CLOSE]) {
            self.words(part.trim_end_matches([GAP_OPEN, GAP_CLOSE]));
            if part.ends_with(GAP_OPEN) {
                // A gap can replace words that begin with a space.
                if !self.inlines.last().is_some_and(|last| last.text().ends_with(['(', '‘', '“'])) {
                    self.words(" ");
                }
                self.inlines.push(Inline::Gap(String::new()));
            }
            self.gap = part.ends_with(GAP_OPEN) || (self.gap && !part.ends_with(GAP_CLOSE));
        }
    }

    fn words(&mut self, words: &str) {
        let after_gap = !self.gap && matches!(self.inlines.last(), Some(Inline::Gap(_)));
        if after_gap && words.starts_with(char::is_alphanumeric) {
            self.words(" ");
        }
        for word in words.split_inclusive(' ') {
            let word = if self.ends_in_space() { word.trim_start_matches(' ') } else { word };
            if word.is_empty() {
                continue;
            }
            match (self.inlines.last_mut(), self.gap, self.strong) {
                (Some(Inline::Gap(text)), true, _)
                | (Some(Inline::Text(text)), false, false)
                | (Some(Inline::Strong(text)), false, true) => text.push_str(word),
                (_, true, _) => self.inlines.push(Inline::Gap(word.to_owned())),
                (_, _, false) => self.inlines.push(Inline::Text(word.to_owned())),
                (_, _, true) => self.inlines.push(Inline::Strong(word.to_owned())),
            }
        }
    }

    fn line_break(&mut self) {
        self.trim_end();
        if !self.inlines.is_empty() {
            self.inlines.push(Inline::Break);
        }
    }

    /// Removes spaces from the end, and pieces that are empty without them.
    fn trim_end(&mut self) {
        while let Some(Inline::Text(text) | Inline::Strong(text)) = self.inlines.last_mut() {
            text.truncate(text.trim_end_matches(' ').len());
            if !text.is_empty() {
                break;
            }
            self.inlines.pop();
        }
    }

    fn finish(mut self) -> Vec<Inline> {
        loop {
            self.trim_end();
            if self.inlines.last() != Some(&Inline::Break) {
                return self.inlines;
            }
            self.inlines.pop();
        }
    }
}

/// A row of an overview; one whose label is the name of a language is in that language.
fn overview_row([label, text]: [Vec<Inline>; 2]) -> OverviewRow {
    let is_gap = |text: &[Inline]| !text.is_empty() && text.iter().all(|part| matches!(part, Inline::Gap(_)));
    if is_gap(&label) && is_gap(&text) {
        return OverviewRow { label: vec![Inline::Text("Nog open".to_owned())], text, language: None };
    }
    let language = match label.as_slice() {
        [Inline::Text(name)] => Language::tag_of(name),
        _ => None,
    };
    OverviewRow { label, text, language }
}

/// The Dutch name of a piece of Markdown that a letter may not have.
fn name(event: &Event<'_>) -> &'static str {
    match event {
        Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock) => "HTML",
        Event::Code(_) | Event::Start(Tag::CodeBlock(_)) => "code",
        Event::Rule => "een streep",
        Event::Start(Tag::Emphasis) => "schuine tekst",
        Event::Start(Tag::Link { .. }) => "een link",
        Event::Start(Tag::Image { .. }) => "een afbeelding",
        Event::Start(Tag::BlockQuote(_)) => "een kanttekening hier",
        Event::Start(Tag::List(_)) => "een lijst in een lijst",
        Event::Start(Tag::Heading { .. }) => "een kop in een lijst",
        _ => "deze opmaak",
    }
}
