//! A letter of a run that was made and is not yet written: its receipt, its bytes and its facts for the
//! manifest.
//!
//! It is a module of its own because making, marking and writing all use it.

use super::address_file::AddressRow;
use super::letter_id::LetterId;
use super::manifest::{Printed, Row, Term};
use crate::receipt::Receipt;
use crate::render::pdf::writing::letter_content::LetterContent;
use crate::words::GroundId;

/// What must happen to the file of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileState {
    /// No file exists yet; the letter is to be written.
    New,
    /// Another file exists; the letter is to replace it.
    Replace,
    /// The same letter exists already; nothing is to be written.
    Same,
}

/// A letter that was made and is ready to be written.
pub struct FinishedLetter {
    /// Its receipt, which describes its file completely.
    pub receipt: Receipt,
    /// Its receipt as a line of JSON.
    pub line: String,
    /// The further facts for its row in the manifest.
    pub facts: LetterFacts,
    /// The file of the letter that it replaces, when it was made again.
    pub replaces: Option<String>,
    /// Its id.
    pub id: LetterId,
    /// Its row in the address file, where one is made and the letter goes by post.
    pub address: Option<AddressRow>,
    /// Its dagtekening, as `2026-11-20`.
    pub date: String,
    /// The number of its pages.
    pub pages: u32,
    /// What must happen to its file.
    pub state: FileState,
    /// The bytes of its file.
    pub bytes: Vec<u8>,
    /// Its content for the print stream, if there is one.
    pub content: Option<LetterContent>,
    /// The KIX code over its first page in the print stream, as page content: empty when it has none, `None` when no
    /// codes are asked for.
    pub code: Option<Vec<u8>>,
    /// The code line of the post over its first page in the print stream, in the same way.
    pub code_line: Option<Vec<u8>>,
}

/// The facts of a letter that the manifest has and the receipt does not.
#[derive(Clone, Debug)]
pub struct LetterFacts {
    /// The day of bekendmaking.
    pub made_known: String,
    /// The way of bekendmaking.
    pub wijze: &'static str,
    /// The terms that begin to run with the letter.
    pub terms: Vec<Term>,
    /// The postcode of the addressee, for an address in the Netherlands.
    pub postcode: Option<String>,
    /// Whether there is an afwijking: a recorded decision to go against a contradiction.
    pub afwijking: bool,
    /// The grounds that it gives.
    pub grounds: Vec<GroundId>,
}

impl FinishedLetter {
    /// Whether it has a KIX code in the print stream; `None` when no codes are asked for.
    #[must_use]
    pub fn has_code(&self) -> Option<bool> {
        self.code.as_ref().map(|code| !code.is_empty())
    }

    /// Whether it has a code line of the post in the print stream; `None` in a run without codes.
    #[must_use]
    pub fn has_code_line(&self) -> Option<bool> {
        self.code_line.as_ref().map(|line| !line.is_empty())
    }

    /// Its row in the manifest, with its number in the run, its round, its sheets and its place in the print stream.
    /// `file` names the file of its case as registers do.
    #[must_use]
    pub fn row(&self, number: u64, round: u32, file: &str, sheets: u32, printed: Option<&Printed>) -> Row {
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
            id: Some(self.id.to_string()),
            codeerregel: self.has_code_line(),
            bekendmaking: facts.made_known.clone(),
            wijze: facts.wijze.to_owned(),
            termijnen: facts.terms.clone(),
            postcode: facts.postcode.clone(),
            regels: receipt.versions.rules.short(),
            sjablonen: receipt.versions.templates.short(),
            programma: receipt.versions.program.clone(),
            te_bevestigen: receipt.letter.unconfirmed.clone(),
            kix: self.has_code(),
            ronde: round,
            vervangt: self.replaces.clone(),
            afwijking: facts.afwijking,
            gronden: Some(facts.grounds.iter().map(|ground| ground.word().to_owned()).collect()),
        }
    }
}
