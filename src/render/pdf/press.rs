//! The press: makes the PDF files of all letters in one look and keeps what these files have in common.
//!
//! Fonts and pictures take twenty times as long to write as a letter. They are prepared for the first letter
//! that needs them and then kept, so a run has one press and all its threads share it.

use super::comparison::Comparison;
use super::error::PdfError;
use super::paper::layout::lay_out;
use super::paper::zones;
use super::writing::assembly::Assembly;
use super::writing::letter_content::{LetterContent, glyphs};
use super::writing::metadata::About;
use super::writing::print_stream::PrintStream;
use super::writing::shared::SharedObjects;
use crate::hash::Hash;
use crate::letter::document::Document;
use crate::render::font::Tier;
use crate::render::look::Look;
use std::io;
use std::sync::{Arc, OnceLock};

/// The file of a letter.
pub struct LetterFile {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Their hash.
    pub hash: Hash,
}

/// A look, and the beginning of every file in that look.
pub struct Press {
    look: Arc<Look>,
    /// The shared objects by tier of the fonts.
    shared: [OnceLock<SharedObjects>; 3],
}

impl Press {
    /// A press for a look; nothing is prepared yet.
    #[must_use]
    pub fn new(look: Arc<Look>) -> Self {
        Self { look, shared: [const { OnceLock::new() }; 3] }
    }

    /// The look of its letters.
    #[must_use]
    pub fn look(&self) -> &Look {
        &self.look
    }

    /// A letter as an archival file of its own.
    ///
    /// # Errors
    /// The address does not fit its window, a character has no glyph, or a row of a table is higher than a page.
    pub fn render(&self, document: &Document) -> Result<Vec<u8>, PdfError> {
        Ok(self.file(&self.finish(document)?)?.bytes)
    }

    /// A letter with the zones of its pages drawn over it; the result is not a letter to send.
    ///
    /// # Errors
    /// As for [`Self::render`].
    pub fn render_with_zones(&self, document: &Document) -> Result<Vec<u8>, PdfError> {
        let mut layout = lay_out(document, &self.look)?;
        zones::draw(&mut layout, &self.look);
        Ok(self.file(&LetterContent::new(document, layout)?)?.bytes)
    }

    /// Lays a letter out and makes its content, for its own file and for the print stream.
    ///
    /// # Errors
    /// As for [`Self::render`].
    pub fn finish(&self, document: &Document) -> Result<LetterContent, PdfError> {
        LetterContent::new(document, lay_out(document, &self.look)?)
    }

    /// The file of a finished letter.
    ///
    /// # Errors
    /// Writing fails, which does not happen in memory.
    pub fn file(&self, letter: &LetterContent) -> io::Result<LetterFile> {
        match letter.glyphs() {
            Some(glyphs) => file(letter, &SharedObjects::exact(&self.look, glyphs)?),
            None => file(letter, self.shared(letter.tier())),
        }
    }

    /// The file of two forms of a letter side by side.
    ///
    /// # Errors
    /// The printpdf crate returned no content for a line, or a font cannot be read, which was checked before.
    pub fn compare(&self, comparison: &Comparison, about: &About) -> Result<Vec<u8>, PdfError> {
        match comparison.tier() {
            Tier::Full => {
                let glyphs = glyphs(comparison.pages());
                comparison.file(&SharedObjects::exact(&self.look, &glyphs)?, about)
            }
            tier => comparison.file(self.shared(tier), about),
        }
    }

    /// Begins a print stream: many letters with the same fonts in one file.
    ///
    /// # Errors
    /// Writing to `out` fails.
    pub fn print_stream<W: io::Write>(&self, out: W) -> io::Result<PrintStream<'_, W>> {
        PrintStream::new(self.shared(Tier::Full), out)
    }

    /// The objects that every file with this tier of the fonts begins with.
    fn shared(&self, tier: Tier) -> &SharedObjects {
        self.shared[tier as usize].get_or_init(|| SharedObjects::new(&self.look, tier))
    }
}

/// One letter as an archival file, with the same bytes as from [`Press::render`]. Fonts and pictures are
/// prepared again on every call, so use a press for many letters.
///
/// # Errors
/// As for [`Press::render`].
pub fn render(document: &Document, look: &Look) -> Result<Vec<u8>, PdfError> {
    let letter = LetterContent::new(document, lay_out(document, look)?)?;
    let shared = match letter.glyphs() {
        Some(glyphs) => SharedObjects::exact(look, glyphs)?,
        None => SharedObjects::new(look, letter.tier()),
    };
    Ok(file(&letter, &shared)?.bytes)
}

/// Room for everything in the file of a letter but its beginning and its pages.
const ROOM: usize = 16_000;

fn file(letter: &LetterContent, shared: &SharedObjects) -> io::Result<LetterFile> {
    let out = Vec::with_capacity(shared.beginning.length() + letter.length() + ROOM);
    let mut assembly = Assembly::new(shared, out)?;
    assembly.letter(letter)?;
    let (bytes, hash) = assembly.finish(&letter.about())?;
    Ok(LetterFile { bytes, hash })
}
