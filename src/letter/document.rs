//! A finished letter before it is rendered: address, reference block and blocks of text, each block with its
//! provenance.

use crate::law::date::Date;
use crate::words::{GroundId, Language, LetterKind, RuleId, TermKind};
use std::collections::BTreeSet;
use std::sync::Arc;

/// One letter, ready to render.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The kind of letter.
    pub kind: LetterKind,
    /// The file name without its extension: `KENMERK_SOORT`, with `-2` for a second letter of the same soort,
    /// `_afschrift` for a copy and `_concept` for a concept.
    pub file_stem: String,
    /// The kenmerk of the case; it stands on every page.
    pub kenmerk: String,
    /// The title of the document, for metadata: the name of the letter.
    pub title: String,
    /// The subject (onderwerp): what the letter is about; its H1.
    pub subject: String,
    /// The dagtekening as the letter shows it: `20 november 2026`.
    pub date: String,
    /// The dagtekening for metadata: `2026-11-20`.
    pub date_iso: String,
    /// Who sends the letter.
    pub sender: Sender,
    /// The lines in the address window, at most six, without the return address.
    pub addressee: Vec<String>,
    /// The same address for the sorting machines of the post; `None` when it is not a Dutch one.
    pub post: Option<PostalCode>,
    /// The rows of the reference block, each with label and value (Datum, Ons kenmerk, V-nummer, Behandeld door, …).
    pub reference: Vec<(String, String)>,
    /// Whether this is the copy for a gemachtigde, with the word *Afschrift* above the address.
    pub is_copy: bool,
    /// Whether the organisation still has data of the built-in example; every page then says so.
    pub is_example: bool,
    /// Whether this is a concept and not a letter; every page then says so.
    pub is_concept: bool,
    /// The names of people as the letter writes them, longest first; a line does not end inside one. Names of one word are
    /// not among them.
    pub names: Vec<String>,
    /// The terms that the letter sets running, each with its last day.
    pub terms: Vec<TermEnd>,
    /// The grounds that it gives, in the order of the case.
    pub grounds: Vec<GroundId>,
    /// The rules on which it rests and that a lawyer of the organisation must still confirm, in the order of their ids.
    pub unconfirmed: Vec<RuleId>,
    /// The text from the salutation to the last sentence.
    pub body: Vec<Block>,
    /// The close: greeting, minister and signatory. It stays together and is never alone on a page.
    pub signature: Vec<Block>,
    /// What stands behind the signature: the legal bases, per ground and per step.
    pub annex: Vec<Block>,
    /// The page in the reader's language, for who does not read Dutch.
    pub page: Option<LanguagePage>,
}

/// A page behind a letter that explains it in another language. The Dutch letter counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguagePage {
    /// The language.
    pub language: Language,
    /// Its text.
    pub blocks: Vec<Block>,
}

/// A term that a letter sets running, and its last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermEnd {
    /// The kind of term.
    pub kind: TermKind,
    /// The last day of the term.
    pub last_day: Date,
}

/// Who sends the letter, from `organisatie.yaml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    /// The name of the organisation, at the head of the first page.
    pub name: String,
    /// The return address on one line, in the window.
    pub return_address: String,
    /// How to reach the organisation, in the reference column: visiting address, post address, phone and website.
    pub contact: Vec<Contact>,
    /// The phone numbers that the letter may name, as it writes them.
    pub phones: Vec<String>,
}

impl Sender {
    /// Every line of [`Self::contact`], with the labels.
    pub fn contact_lines(&self) -> impl Iterator<Item = &str> {
        self.contact.iter().flat_map(|group| group.label.iter().chain(&group.lines)).map(String::as_str)
    }
}

/// One way to reach the organisation: lines that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// What the lines are, such as `Bezoekadres`; `None` when the lines say it themselves.
    pub label: Option<String>,
    /// The lines, without the label.
    pub lines: Vec<String>,
}

/// A Dutch address as sorting machines read it: the postcode stands for the street and the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostalCode {
    /// The postcode: `1234 AB`.
    pub postcode: String,
    /// The house number; it begins with a digit.
    pub number: String,
    /// The addition to the house number.
    pub addition: Option<String>,
}

/// A block of text, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The kind of block, with its text.
    pub kind: BlockKind,
    /// Where it comes from.
    pub provenance: Arc<Provenance>,
}

/// The kinds of block that a letter may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading: of level 2 for a section of the letter (H2), of level 3 below it.
    Heading {
        /// The level: 2 or 3.
        level: u8,
        /// The words of the heading.
        text: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A note beside the block before it: a last day, an address, a phone number.
    Margin(Vec<Inline>),
    /// What the reader must know at once: the decision, what to do, and the last days.
    Overview(Vec<OverviewRow>),
    /// A list.
    List {
        /// Whether the items are numbered.
        ordered: bool,
        /// The items.
        items: Vec<Vec<Inline>>,
    },
    /// A table with one header row.
    Table {
        /// The cells of the header row.
        header: Vec<Vec<Inline>>,
        /// The other rows, each with its cells.
        rows: Vec<Vec<Vec<Inline>>>,
    },
}

/// A row of an overview: a label and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverviewRow {
    /// The label, the header of the row: `Uiterlijk`.
    pub label: Vec<Inline>,
    /// What it says.
    pub text: Vec<Inline>,
    /// The language of both by its tag (BCP 47); `None` for that of the text around.
    pub language: Option<&'static str>,
}

impl BlockKind {
    /// The level of a heading; `None` for other blocks.
    #[must_use]
    pub const fn heading_level(&self) -> Option<u8> {
        match self {
            Self::Heading { level, .. } => Some(*level),
            Self::Paragraph(_)
            | Self::Margin(_)
            | Self::Overview(_)
            | Self::List { .. }
            | Self::Table { .. } => None,
        }
    }
}

/// A piece of text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Bold text.
    Strong(String),
    /// A gap: says, in square brackets, what is missing or not decided yet. It is marked, and occurs only in a
    /// concept.
    Gap(String),
    /// A forced line break, as in an address inside the text and in the signature.
    Break,
}

impl Document {
    /// The title of its file: the name of the letter, the kenmerk, and whether it is the copy for a gemachtigde.
    #[must_use]
    pub fn file_title(&self) -> String {
        let copy = if self.is_copy { " (afschrift)" } else { "" };
        format!("{} – {}{copy}", self.title, self.kenmerk)
    }

    /// All blocks, in reading order: body, signature, annex, and the page in the reader's language.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> + Clone {
        self.dutch_blocks().chain(self.page.iter().flat_map(|page| &page.blocks))
    }

    /// The blocks of the letter itself.
    pub fn dutch_blocks(&self) -> impl Iterator<Item = &Block> + Clone {
        self.body.iter().chain(&self.signature).chain(&self.annex)
    }

    /// The sorted names of those templates in the letter that hold from a certain day
    /// (`weigeringsbesluit@2027-03-05.md`); empty when the letter uses only the first version of each template.
    #[must_use]
    pub fn dated_templates(&self) -> Vec<String> {
        let templates = self.blocks().map(|block| &block.provenance.template);
        let dated: BTreeSet<&String> = templates.filter(|name| name.contains('@')).collect();
        dated.into_iter().cloned().collect()
    }
}

impl Block {
    /// The pieces of text in the block, in reading order.
    pub fn inlines(&self) -> Box<dyn Iterator<Item = &Inline> + '_> {
        match &self.kind {
            BlockKind::Heading { text, .. } | BlockKind::Paragraph(text) | BlockKind::Margin(text) => {
                Box::new(text.iter())
            }
            BlockKind::Overview(rows) => {
                Box::new(rows.iter().flat_map(|row| row.label.iter().chain(&row.text)))
            }
            BlockKind::List { items, .. } => Box::new(items.iter().flatten()),
            BlockKind::Table { header, rows } => {
                Box::new(header.iter().flatten().chain(rows.iter().flatten().flatten()))
            }
        }
    }
}

impl Inline {
    /// The words, without markup; a forced break gives `\n`.
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
    /// The template file below `letter-templates/`: `grounds/inreisstempel.md`.
    pub template: String,
    /// The line in that file, from 1.
    pub line: u32,
    /// The rules that the block states.
    pub rules: Vec<RuleId>,
    /// The paths of the facts that the block shows or depends on.
    pub facts: Vec<String>,
}

impl Provenance {
    /// Adds the rules and the facts of a block that becomes part of this one.
    pub(super) fn join(&mut self, other: &Self) {
        add_new(&mut self.rules, other.rules.iter().copied());
        add_new(&mut self.facts, other.facts.iter().cloned());
    }
}

/// Adds the items that a list does not hold yet.
pub(super) fn add_new<T: PartialEq>(list: &mut Vec<T>, items: impl Iterator<Item = T>) {
    for item in items {
        if !list.contains(&item) {
            list.push(item);
        }
    }
}
