//! The steps for one document from beginning to end: text → case → decision → letters → bytes.
//!
//! Every command uses this pipeline, so that `controleer`, `uitleg` and `maak` can never disagree about a
//! case. It is pure: the tables, the templates, the organisation and the look are passed in, already
//! read.

pub mod explained;
mod run;

pub use run::{Assessed, Run};

use crate::case::model::{Case, Gemachtigde, Stickerlocatie, Vreemdeling, Zaak};
use crate::case::read::{Overrides, Reading};
use crate::case::split;
use crate::diagnostic::{Code, Diagnostic};
use crate::law::book::RuleBook;
use crate::letter::compose::Composer;
use crate::letter::document::Document;
use crate::letter::envelope::{Envelope, Size};
use crate::letter::{Organisation, TemplateSet};
use crate::render::pdf::LetterFile;
use crate::render::pdf::Press;
use crate::render::pdf::paper::head::address_fits;
use crate::render::pdf::writing::letter_content::LetterContent;
use crate::render::pdf::writing::print_stream::PrintStream;
use crate::render::window::AddressType;
use crate::render::{html, pdf, text};
use crate::words::Fact;
use std::io;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// Parts of a case that are never printed in a letter; the font need not have their characters.
const NEVER_PRINTED: &[Fact] = &[Case::afwijking, Stickerlocatie::maatwerk];

/// Everything that is needed to make letters: the tables, the templates, the sender and the look.
pub struct Pipeline {
    /// The rules, the terms and the calendar.
    pub book: Arc<RuleBook>,
    /// The words of the letters.
    pub templates: TemplateSet,
    /// The organisation that sends the letters.
    pub organisation: Organisation,
    /// Makes the PDF files; holds the look of the letters and what all files share.
    pub press: Press,
}

/// The file formats of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A PDF file.
    Pdf,
    /// An HTML page.
    Html,
    /// Plain text.
    Text,
}

impl Format {
    /// All formats.
    pub const ALL: &'static [Self] = &[Self::Pdf, Self::Html, Self::Text];

    /// The extension of a file in this format; it also names the format on the command line and in a
    /// receipt.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Text => "txt",
        }
    }

    /// The format that belongs to a file extension; `None` when no format has it.
    #[must_use]
    pub fn from_extension(extension: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.extension() == extension)
    }
}

impl Pipeline {
    /// A run over many cases, which share one composer.
    #[must_use]
    pub fn run(&self) -> Run<'_> {
        let look = self.press.look();
        let kind = |size| match size {
            Size::Usual => AddressType::Usual,
            Size::Small => AddressType::Small,
        };
        let room = [Size::Usual, Size::Small].map(|size| look.window.room(kind(size)));
        let envelope = Envelope::new(room, move |line, size| address_fits(look, line, kind(size)));
        let composer = Composer::new(&self.templates, &self.organisation, &self.book, envelope);
        Run { pipeline: self, composer }
    }

    /// Does the same as [`Run::assess`], for a single case.
    #[must_use]
    pub fn assess(&self, document: split::Document, overrides: &Overrides) -> Assessed {
        self.run().assess(document, overrides)
    }

    /// Does the same as [`Run::into_concept`], for a single case.
    #[must_use]
    pub fn into_concept(&self, assessed: Assessed) -> Assessed {
        self.run().into_concept(assessed)
    }

    /// Renders a letter as the bytes of a file.
    ///
    /// # Errors
    /// A finding when the letter cannot be printed: F118 when an address does not fit its window, F505
    /// when the font lacks a character, or the code of the part that does not fit.
    pub fn render(&self, letter: &Document, format: Format) -> Result<Vec<u8>, Box<Diagnostic>> {
        match format {
            Format::Text => Ok(text::render(letter).into_bytes()),
            Format::Html => Ok(html::render(letter, self.press.look()).into_bytes()),
            Format::Pdf => {
                self.press.render(letter).map_err(|error| Box::new(refused_by_page(letter.is_copy, &error)))
            }
        }
    }

    /// Lays out a letter and makes the content of its pages, for its own file and for the print stream.
    ///
    /// # Errors
    /// The same as [`Self::render`].
    pub fn make(&self, letter: &Document) -> Result<LetterContent, Box<Diagnostic>> {
        self.press.finish(letter).map_err(|error| Box::new(refused_by_page(letter.is_copy, &error)))
    }

    /// The number of pages of a letter.
    ///
    /// # Errors
    /// The same as [`Self::render`].
    pub fn pages(&self, letter: &Document) -> Result<usize, Box<Diagnostic>> {
        let layout = pdf::lay_out(letter, self.press.look());
        layout
            .map(|layout| layout.pages.len())
            .map_err(|error| Box::new(refused_by_page(letter.is_copy, &error)))
    }

    /// The separate file of a letter made with [`Self::make`]; the same bytes as [`Self::render`] gives.
    ///
    /// # Errors
    /// When the file cannot be assembled, which does not happen in memory.
    pub fn file(&self, letter: &LetterContent) -> io::Result<LetterFile> {
        self.press.file(letter)
    }

    /// Begins a print stream for letters made with [`Self::make`].
    ///
    /// # Errors
    /// When writing to `out` fails.
    pub fn print_stream<W: io::Write>(&self, out: W) -> io::Result<PrintStream<'_, W>> {
        self.press.print_stream(out)
    }

    /// Renders a letter as PDF with the zones of its pages drawn over it.
    ///
    /// # Errors
    /// The same as [`Self::render`].
    pub fn render_with_zones(&self, letter: &Document) -> Result<Vec<u8>, Box<Diagnostic>> {
        self.press
            .render_with_zones(letter)
            .map_err(|error| Box::new(refused_by_page(letter.is_copy, &error)))
    }

    /// Findings about texts with a character that the font lacks. Such a text is refused, so that no
    /// letter shows an empty box.
    fn missing_glyphs(&self, reading: &Reading) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        reading.texts(&mut |path, text| {
            if NEVER_PRINTED.iter().any(|part| path.starts_with(part.pattern())) {
                return;
            }
            // The font has all of ASCII (a test checks this), and ASCII needs no composing of characters.
            if text.is_ascii() {
                return;
            }
            // In the letter every kind of space is a plain one.
            let shown = |c: &char| !c.is_control() && !c.is_whitespace();
            let composed: String = text.nfc().filter(shown).collect();
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

/// The finding about a kenmerk that occurs more than once in one run, in capitals or not (F120): none of these cases
/// gets a letter (docs/spec/batch.md).
#[must_use]
pub fn double_kenmerk() -> Diagnostic {
    let message =
        "Dit kenmerk komt in deze opdracht meer dan één keer voor; geen van deze zaken krijgt een brief.";
    Diagnostic::new(Code::DoubleKenmerk, message, [Zaak::kenmerk])
}

fn refused_by_page(is_copy: bool, error: &pdf::PdfError) -> Diagnostic {
    let (code, path) = match error {
        pdf::PdfError::MissingGlyph(_) => (Code::NoGlyph, Case::vreemdeling.pattern()),
        pdf::PdfError::AddressTooLong { .. } | pdf::PdfError::AddressTooWide { .. } => {
            (Code::BadAddress, if is_copy { Gemachtigde::adres } else { Vreemdeling::adres }.pattern())
        }
        pdf::PdfError::ReturnAddressTooWide => (Code::Organisation, "retouradres"),
        pdf::PdfError::RowTooHigh | pdf::PdfError::Content => (Code::Template, Case::zaak.pattern()),
        pdf::PdfError::Output(_) => (Code::Output, Case::zaak.pattern()),
    };
    Diagnostic::new(code, format!("De brief past niet: {error}."), [path])
}
