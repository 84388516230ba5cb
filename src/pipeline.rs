//! The whole way of one document: text → case → decision → letters → bytes.
//!
//! Every command takes this way, so that `controleer`, `uitleg` and `maak` can never disagree about a
//! case. Pure: the tables, templates, organisation and look come in ready.

use crate::case::read::{Overrides, Reading, read_case};
use crate::case::split;
use crate::decide::outcome::{Decision, Outcome};
use crate::decide::{decide, unreadable};
use crate::diagnostic::{Code, Diagnostic, Source};
use crate::law::book::RuleBook;
use crate::letter::compose::Composer;
use crate::letter::document::Document;
use crate::letter::{Organisation, TemplateSet};
use crate::render::look::Look;
use crate::render::{html, pdf, text};
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// Parts of a case that never stand in a letter, so that no font needs their characters.
const NEVER_PRINTED: &[&str] = &["afwijking", "stap.maatwerk"];

/// The tables, words and looks of a run.
pub struct Pipeline {
    /// Rules, terms, calendar.
    pub book: RuleBook,
    /// The words.
    pub templates: TemplateSet,
    /// Who sends.
    pub organisation: Organisation,
    /// How the letters look.
    pub look: Arc<Look>,
}

/// The forms of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// PDF.
    Pdf,
    /// HTML.
    Html,
    /// Plain text.
    Text,
}

/// What became of one document.
#[derive(Debug)]
pub struct Assessed {
    /// Which document of the file, from 1.
    pub number: u32,
    /// Its first line in the file.
    pub first_line: u32,
    /// Its text; empty when it could not be read as text.
    pub text: String,
    /// What was read.
    pub reading: Reading,
    /// What was decided.
    pub decision: Decision,
    /// The letters, ready to render; afschriften follow their letter.
    pub letters: Vec<Document>,
}

impl Assessed {
    /// The errors or questions, if any.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        match &self.decision.outcome {
            Outcome::Refused(found) | Outcome::OfficerMustDecide(found) => found,
            Outcome::Letters(..) | Outcome::NoLetter => &[],
        }
    }

    /// Where the findings are shown from.
    #[must_use]
    pub fn source<'a>(&'a self, file: &'a str) -> Source<'a> {
        Source {
            file,
            document: Some(self.number),
            text: &self.text,
            first_line: self.first_line,
            places: &self.reading.places,
        }
    }
}

impl Pipeline {
    /// Reads and decides one document, and writes its letters as blocks of text.
    #[must_use]
    pub fn assess(&self, document: split::Document, overrides: &Overrides) -> Assessed {
        let split::Document { number, first_line, text } = document;
        let (text, mut reading) = match text {
            Ok(text) => {
                let reading = read_case(&text, first_line, overrides);
                (text, reading)
            }
            Err(refused) => (String::new(), Reading::of_no_text(refused, first_line)),
        };
        let mut errors = std::mem::take(&mut reading.diagnostics);
        let glyphs = self.glyphs(&reading).into_iter();
        let unread: Vec<Diagnostic> =
            glyphs.filter(|g| errors.iter().all(|e| !e.paths.iter().any(|p| g.paths.contains(p)))).collect();
        errors.extend(unread);
        let mut decision = match reading.case.take() {
            Some(case) => decide(case, errors, &self.book),
            None => unreadable(errors),
        };
        if let Outcome::Refused(found) = &mut decision.outcome {
            let own = |d: &Diagnostic| d.code.as_str().starts_with("F1") || d.code.as_str().starts_with("F5");
            found.retain(|d| own(d) || !reading.is_echo(d));
        }
        let letters = self.letters(&decision).unwrap_or_else(|refused| {
            decision.outcome = Outcome::Refused(vec![*refused]);
            Vec::new()
        });
        Assessed { number, first_line, text, reading, decision, letters }
    }

    /// The same document as concepts instead of letters, also where words or decisions are still missing but
    /// the letter is known; everything that is open is then reported, not only the first step's.
    #[must_use]
    pub fn into_concept(&self, assessed: Assessed) -> Assessed {
        let mut assessed = assessed;
        let concepts = self.concepts(&assessed.decision);
        if let (Some(draft), Outcome::Refused(found) | Outcome::OfficerMustDecide(found)) =
            (&assessed.decision.draft, &mut assessed.decision.outcome)
        {
            found.clone_from(&draft.open);
        }
        assessed.letters = concepts.unwrap_or_else(|refused| {
            assessed.decision.outcome = Outcome::Refused(vec![*refused]);
            Vec::new()
        });
        assessed
    }

    fn concepts(&self, decision: &Decision) -> Result<Vec<Document>, Box<Diagnostic>> {
        let composer = self.composer();
        match (&decision.outcome, &decision.draft) {
            (Outcome::Letters(case, plans), _) => {
                self.fitting(plans.iter().map(|plan| composer.concepts(case, plan)))
            }
            (_, Some(draft)) => self.fitting(draft.letters.iter().map(|plan| composer.drafts(draft, plan))),
            _ => Ok(Vec::new()),
        }
    }

    /// The letters of a decision.
    fn letters(&self, decision: &Decision) -> Result<Vec<Document>, Box<Diagnostic>> {
        let Outcome::Letters(case, plans) = &decision.outcome else { return Ok(Vec::new()) };
        let composer = self.composer();
        self.fitting(plans.iter().map(|plan| composer.letters(case, plan)))
    }

    fn composer(&self) -> Composer<'_> {
        Composer::new(&self.templates, &self.organisation, self.book.rtb())
    }

    /// All letters of a case; every address is tried in its window.
    fn fitting(
        &self,
        composed: impl Iterator<Item = Result<Vec<Document>, Box<Diagnostic>>>,
    ) -> Result<Vec<Document>, Box<Diagnostic>> {
        let letters = composed.collect::<Result<Vec<_>, _>>()?.concat();
        for letter in &letters {
            pdf::head::check_window(&self.look, letter).map_err(|e| Box::new(refused_by_page(letter, &e)))?;
        }
        Ok(letters)
    }

    /// A letter as bytes.
    ///
    /// # Errors
    /// F118 or F505 when the letter does not fit its page or lacks a glyph.
    pub fn render(&self, letter: &Document, format: Format) -> Result<Vec<u8>, Box<Diagnostic>> {
        match format {
            Format::Text => Ok(text::render(letter).into_bytes()),
            Format::Html => Ok(html::render(letter, &self.look).into_bytes()),
            Format::Pdf => {
                pdf::render(letter, &self.look).map_err(|error| Box::new(refused_by_page(letter, &error)))
            }
        }
    }

    /// A letter as PDF with the zones of its pages drawn over it.
    ///
    /// # Errors
    /// As [`Self::render`].
    pub fn render_with_zones(&self, letter: &Document) -> Result<Vec<u8>, Box<Diagnostic>> {
        pdf::render_with_zones(letter, &self.look).map_err(|error| Box::new(refused_by_page(letter, &error)))
    }

    /// Texts with a character that the font lacks: refused and named, never printed as a box.
    fn glyphs(&self, reading: &Reading) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        reading.texts(&mut |path, text| {
            if NEVER_PRINTED.iter().any(|part| path.starts_with(part)) {
                return;
            }
            let composed: String = text.nfc().filter(|c| !c.is_control()).collect();
            if let Some(missing) = self.look.fonts.missing(&composed) {
                let message = format!("Het lettertype heeft het teken U+{:04X} niet.", u32::from(missing));
                found.push(
                    Diagnostic::new(Code::NoGlyph, message, [path.to_owned()])
                        .with_hint("Schrijf dit deel in het Latijnse of Cyrillische alfabet.")
                        .with_detail(format!("het gaat om ‘{missing}’")),
                );
            }
        });
        found
    }
}

fn refused_by_page(letter: &Document, error: &pdf::PdfError) -> Diagnostic {
    let (code, path) = match error {
        pdf::PdfError::MissingGlyph(_) => (Code::NoGlyph, "vreemdeling"),
        pdf::PdfError::AddressTooLong { .. } | pdf::PdfError::AddressTooWide { .. } => (
            Code::BadAddress,
            if letter.is_copy { "vreemdeling.gemachtigde.adres" } else { "vreemdeling.adres" },
        ),
        pdf::PdfError::ReturnAddressTooWide => (Code::Organisation, "retouradres"),
        pdf::PdfError::RowTooHigh | pdf::PdfError::Content => (Code::Template, "zaak"),
        pdf::PdfError::Output(_) => (Code::Output, "zaak"),
    };
    Diagnostic::new(code, format!("De brief past niet: {error}."), [path])
}
