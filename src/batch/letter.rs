//! A letter of a run that is made and not yet written: its receipt, its bytes and what the registers say of it.
//!
//! Making, marking and writing all work on it, so it belongs to none of them.

use super::manifest::{Printed, Row, Term};
use crate::receipt::Receipt;
use crate::render::pdf::writing::letter_content::LetterContent;

/// What must happen to the file of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileState {
    /// Nothing stands there; it is to be written.
    New,
    /// Something else stands there; it is to be written over that.
    Replace,
    /// It stands there already.
    Same,
}

/// A letter that was made.
pub struct FinishedLetter {
    /// Its receipt, which says everything about its file.
    pub receipt: Receipt,
    /// The same as a line.
    pub line: String,
    /// What its row in the manifest says besides.
    pub facts: LetterFacts,
    /// Its dagtekening.
    pub date: String,
    /// How many pages it has.
    pub pages: u32,
    /// What must happen to its file.
    pub state: FileState,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What goes into the print stream.
    pub content: Option<LetterContent>,
    /// The content over its first page there: the code for the post.
    pub code: Vec<u8>,
}

/// What the manifest says of a letter that its receipt does not.
#[derive(Clone, Debug)]
pub struct LetterFacts {
    /// Day of bekendmaking.
    pub made_known: String,
    /// Way of bekendmaking.
    pub wijze: &'static str,
    /// The terms that the letter sets running.
    pub terms: Vec<Term>,
    /// Postcode of the addressee, in the Netherlands.
    pub postcode: Option<String>,
    /// A contradiction was decided against, on the record.
    pub afwijking: bool,
}

impl FinishedLetter {
    /// Its row in the manifest, with its number in the run, its sheets and its place in the print stream.
    /// `file` is the file of its case as messages name it.
    #[must_use]
    pub fn row(&self, number: u64, file: &str, sheets: u32, printed: Option<&Printed>) -> Row {
        let Self { receipt, facts, pages, .. } = self;
        Row {
            volgnummer: number,
            kenmerk: receipt.letter.kenmerk.to_string(),
            soort: receipt.letter.kind.id().to_owned(),
            exemplaar: receipt.letter.exemplaar().to_owned(),
            brief: receipt.letter.file.clone(),
            bestand: file.to_owned(),
            document: receipt.input.document,
            sha256_zaak: receipt.input.hash.to_string(),
            sha256_brief: receipt.letter.hash.to_string(),
            paginas: *pages,
            vellen: sheets,
            drukstroom: printed.map(|printed| printed.part.clone()),
            eerste_pagina: printed.map(|printed| printed.first_page),
            merk: printed.and_then(|printed| printed.mark.clone()),
            bekendmaking: facts.made_known.clone(),
            wijze: facts.wijze.to_owned(),
            termijnen: facts.terms.clone(),
            postcode: facts.postcode.clone(),
            regels: receipt.versions.rules.short(),
            sjablonen: receipt.versions.templates.short(),
            programma: receipt.versions.program.clone(),
            afwijking: facts.afwijking,
        }
    }
}
