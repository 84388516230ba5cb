//! The whole way of one document: text → case → decision → letters → bytes.
//!
//! Every command takes this way, so that `controleer`, `uitleg` and `maak` can never disagree about a
//! case. Pure: the tables, templates, organisation and look come in ready.

mod run;

pub use run::{Assessed, Run};

use crate::case::read::{Overrides, Reading};
use crate::case::split;
use crate::diagnostic::{Code, Diagnostic};
use crate::law::book::RuleBook;
use crate::letter::compose::Composer;
use crate::letter::document::Document;
use crate::letter::{Organisation, TemplateSet};
use crate::render::pdf::Press;
use crate::render::pdf::writing::assembly::Assembly;
use crate::render::pdf::writing::letter_content::LetterContent;
use crate::render::{html, pdf, text};
use std::io;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// Parts of a case that never stand in a letter, so that no font needs their characters.
const NEVER_PRINTED: &[&str] = &["afwijking", "stap.maatwerk"];

/// The tables, words and looks of a run.
pub struct Pipeline {
    /// Rules, terms, calendar.
    pub book: Arc<RuleBook>,
    /// The words.
    pub templates: TemplateSet,
    /// Who sends.
    pub organisation: Organisation,
    /// How the letters look, with what their files have in common.
    pub press: Press,
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

impl Format {
    /// Every form.
    pub const ALL: &'static [Self] = &[Self::Pdf, Self::Html, Self::Text];

    /// The extension of its files; also its word on the command line and in a receipt.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Text => "txt",
        }
    }

    /// The form of files with this extension.
    #[must_use]
    pub fn from_extension(extension: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.extension() == extension)
    }
}

impl Pipeline {
    /// For many cases.
    #[must_use]
    pub fn run(&self) -> Run<'_> {
        Run { pipeline: self, composer: Composer::new(&self.templates, &self.organisation, &self.book) }
    }

    /// As [`Run::assess`], for one case.
    #[must_use]
    pub fn assess(&self, document: split::Document, overrides: &Overrides) -> Assessed {
        self.run().assess(document, overrides)
    }

    /// As [`Run::into_concept`], for one case.
    #[must_use]
    pub fn into_concept(&self, assessed: Assessed) -> Assessed {
        self.run().into_concept(assessed)
    }

    /// A letter as bytes.
    ///
    /// # Errors
    /// F118 or F505 when the letter does not fit its page or lacks a glyph.
    pub fn render(&self, letter: &Document, format: Format) -> Result<Vec<u8>, Box<Diagnostic>> {
        match format {
            Format::Text => Ok(text::render(letter).into_bytes()),
            Format::Html => Ok(html::render(letter, self.press.look()).into_bytes()),
            Format::Pdf => {
                self.press.render(letter).map_err(|error| Box::new(refused_by_page(letter, &error)))
            }
        }
    }

    /// A letter laid out, with its content made, for its own file and for the print stream.
    ///
    /// # Errors
    /// As [`Self::render`].
    pub fn make(&self, letter: &Document) -> Result<LetterContent, Box<Diagnostic>> {
        self.press.finish(letter).map_err(|error| Box::new(refused_by_page(letter, &error)))
    }

    /// How many pages a letter has.
    ///
    /// # Errors
    /// As [`Self::render`].
    pub fn pages(&self, letter: &Document) -> Result<usize, Box<Diagnostic>> {
        let layout = pdf::lay_out(letter, self.press.look());
        layout.map(|it| it.pages.len()).map_err(|error| Box::new(refused_by_page(letter, &error)))
    }

    /// The own file of a letter that was made; the same bytes as [`Self::render`] gives.
    ///
    /// # Errors
    /// None in memory.
    pub fn file(&self, letter: &LetterContent) -> io::Result<Vec<u8>> {
        self.press.file(letter)
    }

    /// Begins a print stream of letters that were made.
    ///
    /// # Errors
    /// What the output reports.
    pub fn print_stream<W: io::Write>(&self, out: W) -> io::Result<Assembly<'_, W>> {
        self.press.print_stream(out)
    }

    /// A letter as PDF with the zones of its pages drawn over it.
    ///
    /// # Errors
    /// As [`Self::render`].
    pub fn render_with_zones(&self, letter: &Document) -> Result<Vec<u8>, Box<Diagnostic>> {
        self.press.render_with_zones(letter).map_err(|error| Box::new(refused_by_page(letter, &error)))
    }

    /// Texts with a character that the font lacks: refused and named, never printed as a box.
    fn glyphs(&self, reading: &Reading) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        reading.texts(&mut |path, text| {
            if NEVER_PRINTED.iter().any(|part| path.starts_with(part)) {
                return;
            }
            // The font has all of ASCII (a test of the fonts), and nothing in it composes.
            if text.is_ascii() {
                return;
            }
            let composed: String = text.nfc().filter(|c| !c.is_control()).collect();
            if let Some(missing) = self.press.look().fonts.missing(&composed) {
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

/// The same kenmerk twice in one run, letter case aside: none of these cases gets a letter (docs/spec/batch.md).
#[must_use]
pub fn double_kenmerk() -> Diagnostic {
    let message =
        "Dit kenmerk komt in deze opdracht meer dan één keer voor; geen van deze zaken krijgt een brief.";
    Diagnostic::new(Code::DoubleKenmerk, message, ["zaak.kenmerk"])
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
