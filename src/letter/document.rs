//! A finished letter before it becomes bytes: address, reference block and blocks of text, each with
//! its provenance.

use crate::law::date::Date;
use crate::words::{LetterKind, RuleId, TermKind};
use std::collections::BTreeSet;

/// One letter, ready to render.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Which letter.
    pub kind: LetterKind,
    /// File name without extension: `KENMERK_SOORT`, `-2` for a second, `_afschrift` for a copy, `_concept`.
    pub file_stem: String,
    /// Reference of the case; on every page.
    pub kenmerk: String,
    /// Title of the document (metadata): the name of the letter.
    pub title: String,
    /// Onderwerp: what the letter is about; the H1.
    pub subject: String,
    /// Dagtekening as the letter shows it: `20 november 2026`.
    pub date: String,
    /// Dagtekening, `2026-11-20`, for metadata.
    pub date_iso: String,
    /// Who sends it.
    pub sender: Sender,
    /// The lines in the address window, 3 to 6, without the return address.
    pub addressee: Vec<String>,
    /// That address for sorting machines, if it is a Dutch one.
    pub post: Option<PostalCode>,
    /// The reference block: label and value (Datum, Ons kenmerk, V-nummer, Behandeld door, …).
    pub reference: Vec<(String, String)>,
    /// This is a copy for a gemachtigde: the word *Afschrift* stands above the address.
    pub is_copy: bool,
    /// The organisation is the built-in example: every page says so.
    pub is_example: bool,
    /// This is a concept, no letter: every page says so.
    pub is_concept: bool,
    /// The terms that it sets running, each with its last day.
    pub terms: Vec<TermEnd>,
    /// From salutation to the last sentence.
    pub body: Vec<Block>,
    /// Greeting, minister, signatory; kept together, never alone on a page.
    pub signature: Vec<Block>,
}

/// A term that a letter sets running, and its last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermEnd {
    /// Which term.
    pub kind: TermKind,
    /// Its last day.
    pub last_day: Date,
}

/// Who sends the letter, from `organisatie.yaml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    /// Name of the organisation, at the head of the first page.
    pub name: String,
    /// Return address on one line, in the window.
    pub return_address: String,
    /// Where it can be reached, for the reference column: visiting address, post address, phone and web.
    pub contact: Vec<Contact>,
}

impl Sender {
    /// Every line of [`Self::contact`], labels among them.
    pub fn contact_lines(&self) -> impl Iterator<Item = &str> {
        self.contact.iter().flat_map(|group| group.label.iter().chain(&group.lines)).map(String::as_str)
    }
}

/// Lines that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// What they are, if they do not say it themselves.
    pub label: Option<String>,
    /// The lines.
    pub lines: Vec<String>,
}

/// A Dutch address as sorting machines know it: the postcode stands for the street and the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostalCode {
    /// Postcode: `1234 AB`.
    pub postcode: String,
    /// House number; it begins with a digit.
    pub number: String,
    /// Addition to the house number.
    pub addition: Option<String>,
}

/// A block of text with where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it comes from.
    pub provenance: Provenance,
}

/// The kinds of block that a letter knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading; 2 is a section of the letter (H2), 3 below it.
    Heading {
        /// 2 or 3.
        level: u8,
        /// The words.
        text: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// Numbered or not.
        ordered: bool,
        /// The items.
        items: Vec<Vec<Inline>>,
    },
    /// A table with one header row.
    Table {
        /// Header cells.
        header: Vec<Vec<Inline>>,
        /// Rows of cells.
        rows: Vec<Vec<Vec<Inline>>>,
    },
}

impl BlockKind {
    /// The level of a heading; nothing for other blocks.
    #[must_use]
    pub const fn heading_level(&self) -> Option<u8> {
        match self {
            Self::Heading { level, .. } => Some(*level),
            Self::Paragraph(_) | Self::List { .. } | Self::Table { .. } => None,
        }
    }
}

/// A piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain.
    Text(String),
    /// Bold.
    Strong(String),
    /// What is not there yet, with its square brackets; marked, and only in a concept.
    Gap(String),
    /// A forced line break (address lines inside the text, the signature).
    Break,
}

impl Document {
    /// The files of its words that hold from a day (`weigeringsbesluit@2027-03-05.md`), sorted; none where every
    /// word is of the first version of its template.
    #[must_use]
    pub fn dated_templates(&self) -> Vec<String> {
        let templates = self.body.iter().chain(&self.signature).map(|block| &block.provenance.template);
        let dated: BTreeSet<&String> = templates.filter(|name| name.contains('@')).collect();
        dated.into_iter().cloned().collect()
    }
}

impl Block {
    /// The pieces of text in it, in reading order.
    pub fn inlines(&self) -> Box<dyn Iterator<Item = &Inline> + '_> {
        match &self.kind {
            BlockKind::Heading { text, .. } | BlockKind::Paragraph(text) => Box::new(text.iter()),
            BlockKind::List { items, .. } => Box::new(items.iter().flatten()),
            BlockKind::Table { header, rows } => {
                Box::new(header.iter().flatten().chain(rows.iter().flatten().flatten()))
            }
        }
    }
}

impl Inline {
    /// The words, without markup; a break is a line break.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Text(t) | Self::Strong(t) | Self::Gap(t) => t,
            Self::Break => "\n",
        }
    }
}

/// Where a block comes from: template, line, rules and facts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// Template file below `letter-templates/`: `grounds/inreisstempel.md`.
    pub template: String,
    /// Line in that file, from 1.
    pub line: u32,
    /// The rules that the block states.
    pub rules: Vec<RuleId>,
    /// Facts that the block shows, by path.
    pub facts: Vec<String>,
}
