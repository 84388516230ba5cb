//! Two forms of a letter side by side, as a PDF: a working aid for who writes templates, not a letter.
//!
//! The pages are those that the letters have, so that a line that no longer fits or a page that is full is seen too. What
//! differs between the `words` of the two is for the caller to find; `changes` marks it, `sheets` puts the pages
//! beside each other. The file has no structure and claims no archival form, and is the same every time.

mod changes;
mod paged;
mod sheets;
mod words;

pub use changes::Change;
pub use paged::Paged;
pub use sheets::Side;
pub use words::Word;

use super::error::PdfError;
use super::paper::page::Page;
use super::writing::file::File;
use super::writing::metadata::{About, write_info};
use super::writing::objects::Refs;
use super::writing::shared::SharedObjects;
use crate::render::a4::{HEIGHT, WIDTH};
use crate::render::font::Tier;
use crate::render::length::points;
use crate::render::look::Look;
use std::io;

/// Two forms of a letter on the sheets that show them.
pub struct Comparison {
    sheets: Vec<[Page; 3]>,
    tier: Tier,
}

impl Comparison {
    /// Puts the old letter and the new one beside each other.
    #[must_use]
    pub fn new(sides: &[Side<'_>; 2], look: &Look) -> Self {
        let said = sides.iter().flat_map(|side| side.notes.iter().chain([&side.title, &side.absent]));
        let said = said.map(|text| Tier::of(text));
        let letters = sides.iter().filter_map(|side| side.letter).map(|letter| letter.tier);
        let tier = said.chain(letters).max().unwrap_or(Tier::Small);
        Self { sheets: sheets::drawn(sides, look), tier }
    }

    /// The tier of the fonts that its file needs.
    #[must_use]
    pub const fn tier(&self) -> Tier {
        self.tier
    }

    /// What is drawn.
    pub(super) fn pages(&self) -> impl Iterator<Item = &Page> {
        self.sheets.iter().flatten()
    }

    /// Its file, which begins with these objects.
    ///
    /// # Errors
    /// The printpdf crate returned no content for a line, or writing fails, which does not happen in memory.
    pub fn file(&self, shared: &SharedObjects, about: &About) -> Result<Vec<u8>, PdfError> {
        let streams = sheets::streams(&self.sheets)?;
        Ok(write(&streams, shared, about)?)
    }
}

fn write(streams: &[Vec<u8>], shared: &SharedObjects, about: &About) -> io::Result<Vec<u8>> {
    let mut file = File::continue_from(&shared.beginning, Vec::new())?;
    let tree = file.reserve();
    let mut pages = Vec::with_capacity(streams.len());
    for stream in streams {
        let (page, content) = (file.reserve(), file.reserve());
        file.stream(content, "", stream)?;
        let resources = shared.resources;
        file.object(
            page,
            format_args!("<</Type/Page/Parent {tree}/Resources {resources}/Contents {content}>>"),
        )?;
        pages.push(page);
    }
    let (width, height) = (points(2 * WIDTH), points(HEIGHT));
    file.object(
        tree,
        format_args!(
            "<</Type/Pages/Count {}/Kids{}/MediaBox[0 0 {width} {height}]>>",
            pages.len(),
            Refs(&pages),
        ),
    )?;
    let info = write_info(&mut file, about)?;
    let catalog = file.reserve();
    file.object(
        catalog,
        format_args!("<</Type/Catalog/Pages {tree}/Lang(nl-NL)/ViewerPreferences<</DisplayDocTitle true>>>>"),
    )?;
    Ok(file.finish(catalog, info)?.0)
}
