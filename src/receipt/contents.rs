//! What a receipt says: the letter, the document, the options and the versions.

use crate::case::identifier::Kenmerk;
use crate::case::read::Overrides;
use crate::hash::Hash;
use crate::letter::document::Document;
use crate::pipeline::{Assessed, Format, Pipeline};
use crate::words::LetterKind;

/// The version of the program.
pub const PROGRAM: &str = env!("CARGO_PKG_VERSION");
/// The version of the receipt format; when a key gets another meaning, the version goes up.
pub const VERSION: u64 = 1;

/// What was made, from which document, and with which options and versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The letter that was made.
    pub letter: Letter,
    /// The document from which it was made.
    pub input: Input,
    /// The options that replaced facts of the case.
    pub options: Overrides,
    /// The versions of everything that made the letter.
    pub versions: Versions,
}

/// A letter that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The kenmerk of its case.
    pub kenmerk: Kenmerk,
    /// The kind of letter.
    pub kind: LetterKind,
    /// Whether this is the afschrift for a gemachtigde instead of the original.
    pub is_copy: bool,
    /// The name of the file without its extension, which tells the letters of a case apart:
    /// `KENMERK_SOORT`, with `-2` for a second letter of the same soort and `_afschrift` for a copy.
    pub stem: String,
    /// The format of its file.
    pub format: Format,
    /// The path of its file, relative to the folder of the receipt: `brieven/KENMERK_SOORT.pdf`.
    pub file: String,
    /// The hash of the bytes of the file.
    pub hash: Hash,
    /// The length of the file in bytes.
    pub length: u64,
    /// The sorted names of those templates in the letter that hold from a certain day; empty when the
    /// letter uses only the first version of each template.
    pub dated_templates: Vec<String>,
    /// The ids, sorted, of the rules on which the letter rests and that nobody had confirmed; `None` in a
    /// receipt of before they were recorded.
    pub unconfirmed: Option<Vec<String>>,
}

/// The document from which a letter was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// The path of the file as it was given; `-` for standard input.
    pub file: String,
    /// The number of the document in the file, counted from 1.
    pub document: u32,
    /// The hash of the text of the document, exactly as it stands in the file.
    pub hash: Hash,
}

/// The versions of everything that can change a letter besides its case and the options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Versions {
    /// The version of the program.
    pub program: String,
    /// The hash of the organisation with its house style.
    pub organisation: Hash,
    /// The hash of the templates.
    pub templates: Hash,
    /// The hash of the rules.
    pub rules: Hash,
}

impl Letter {
    /// Describes a letter whose bytes have this hash and length; `file` is relative to the folder of the receipt. `None`
    /// when the kenmerk of the letter is not valid, which cannot happen for a case that was read.
    #[must_use]
    pub fn of(letter: &Document, format: Format, file: String, (hash, length): (Hash, u64)) -> Option<Self> {
        Some(Self {
            kenmerk: Kenmerk::parse(&letter.kenmerk)?,
            kind: letter.kind,
            is_copy: letter.is_copy,
            stem: letter.file_stem.clone(),
            format,
            file,
            hash,
            length,
            dated_templates: letter.dated_templates(),
            unconfirmed: Some(letter.unconfirmed.iter().map(ToString::to_string).collect()),
        })
    }

    /// The word for the original or the copy: `origineel` or `afschrift`.
    #[must_use]
    pub const fn exemplaar(&self) -> &'static str {
        exemplaar(self.is_copy)
    }
}

impl Input {
    /// The document of an assessed case in this file; `-` is standard input.
    #[must_use]
    pub fn of(assessed: &Assessed, file: &str) -> Self {
        Self { file: file.to_owned(), document: assessed.number, hash: Hash::of(&assessed.text) }
    }
}

impl Versions {
    /// The versions of this program and of the rules, templates and organisation of a pipeline.
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

const ORIGINAL: &str = "origineel";
const COPY: &str = "afschrift";

/// The word for an original or a copy: `origineel` or `afschrift`.
pub(super) const fn exemplaar(is_copy: bool) -> &'static str {
    if is_copy { COPY } else { ORIGINAL }
}

/// Whether the word `exemplaar` says that a letter is an afschrift; `None` for any other word than the
/// two.
#[must_use]
pub fn is_copy(exemplaar: &str) -> Option<bool> {
    match exemplaar {
        ORIGINAL => Some(false),
        COPY => Some(true),
        _ => None,
    }
}
