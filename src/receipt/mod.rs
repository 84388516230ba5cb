//! A receipt (kwitantie): which letter was made, from what, with which versions, as one line of JSON.
//!
//! With it `verifieer` can make the letter again years later and say whether it is still the same, and a
//! run that was cut short knows its own letters. Of the person it holds the kenmerk and nothing else.

mod form;
mod read;
#[cfg(test)]
mod tests;

pub use read::ReceiptError;

use crate::case::identifier::Kenmerk;
use crate::case::read::Overrides;
use crate::hash::Hash;
use crate::letter::document::Document;
use crate::pipeline::{Assessed, Format, Pipeline};
use crate::words::LetterKind;
use form::Form;

/// The version of the program.
pub const PROGRAM: &str = env!("CARGO_PKG_VERSION");
/// The version of the form of a receipt; another meaning of a key is another version.
pub const VERSION: u64 = 1;
/// How the name of a file with one receipt ends; a folder of cases may hold some, and they are no cases.
pub const SUFFIX: &str = ".kwitantie.json";
/// The receipts of a whole run, one per line, in its folder.
pub const OF_A_RUN: &str = "kwitanties.jsonl";

/// What was made, from what, and with what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The letter.
    pub letter: Letter,
    /// The document that it was made from.
    pub input: Input,
    /// The options that changed it.
    pub options: Overrides,
    /// What made it.
    pub versions: Versions,
}

/// A letter that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The reference of its case.
    pub kenmerk: Kenmerk,
    /// Which letter.
    pub kind: LetterKind,
    /// It is the afschrift for a gemachtigde, not the original.
    pub is_copy: bool,
    /// `KENMERK_SOORT`, with `-2` for a second of the soort and `_afschrift`: which letter of its case.
    pub stem: String,
    /// Its form.
    pub format: Format,
    /// Its file, from the folder of the receipt: `brieven/KENMERK_SOORT.pdf`.
    pub file: String,
    /// The hash of its bytes.
    pub hash: Hash,
    /// How many bytes it has.
    pub length: u64,
    /// The templates of its words that hold from a day, sorted; none where all are the first of their name.
    pub dated_templates: Vec<String>,
}

/// The document that a letter was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// The file as it was named; `-` for standard input.
    pub file: String,
    /// Which document of the file, from 1.
    pub document: u32,
    /// The hash of its text, as it was cut from the file.
    pub hash: Hash,
}

/// What changes a letter besides its case and the options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Versions {
    /// The version of the program.
    pub program: String,
    /// The hash of the organisation.
    pub organisation: Hash,
    /// The hash of the templates.
    pub templates: Hash,
    /// The hash of the rules.
    pub rules: Hash,
}

impl Letter {
    /// A letter with its bytes and its file (from the folder of the receipt); `None` when its kenmerk is
    /// none, which the reader of cases rules out.
    #[must_use]
    pub fn of(letter: &Document, format: Format, file: String, bytes: &[u8]) -> Option<Self> {
        Some(Self {
            kenmerk: Kenmerk::parse(&letter.kenmerk)?,
            kind: letter.kind,
            is_copy: letter.is_copy,
            stem: letter.file_stem.clone(),
            format,
            file,
            hash: Hash::of(bytes),
            length: bytes.len() as u64,
            dated_templates: letter.dated_templates(),
        })
    }

    /// `origineel` or `afschrift`.
    #[must_use]
    pub const fn exemplaar(&self) -> &'static str {
        exemplaar(self.is_copy)
    }
}

impl Input {
    /// The document of a case in a file; `-` is standard input.
    #[must_use]
    pub fn of(assessed: &Assessed, file: &str) -> Self {
        Self { file: file.to_owned(), document: assessed.number, hash: Hash::of(&assessed.text) }
    }
}

impl Versions {
    /// The versions of this program with its rules, templates and organisation.
    #[must_use]
    pub fn of(pipeline: &Pipeline) -> Self {
        Self {
            program: PROGRAM.to_owned(),
            organisation: pipeline.organisation.hash,
            templates: pipeline.templates.hash(),
            rules: pipeline.book.hash(),
        }
    }
}

impl Receipt {
    /// One line of JSON, without a line break at its end; the keys always in this order.
    #[must_use]
    pub fn to_line(&self) -> String {
        // A struct of texts and numbers: nothing in it can fail.
        Form::of(self).and_then(|form| serde_json::to_string(&form).ok()).unwrap_or_default()
    }
}

const ORIGINAL: &str = "origineel";
const COPY: &str = "afschrift";

/// `origineel` or `afschrift`.
const fn exemplaar(is_copy: bool) -> &'static str {
    if is_copy { COPY } else { ORIGINAL }
}

/// Whether `exemplaar` says that a letter is the afschrift; `None` for a word that it never holds.
#[must_use]
pub fn is_copy(exemplaar: &str) -> Option<bool> {
    match exemplaar {
        ORIGINAL => Some(false),
        COPY => Some(true),
        _ => None,
    }
}
