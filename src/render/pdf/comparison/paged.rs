//! A letter on its pages with the words on them, ready to be set beside another.

use super::words::{Word, Words};
use crate::letter::document::Document;
use crate::render::font::Tier;
use crate::render::look::Look;
use crate::render::pdf::error::PdfError;
use crate::render::pdf::paper::layout::{drawn_texts, lay_out};
use crate::render::pdf::paper::page::Page;

/// A letter on its pages.
pub struct Paged {
    /// Its pages.
    pub(super) pages: Vec<Page>,
    /// The words on them.
    pub(super) words: Words,
    /// The tier of the fonts that they need.
    pub(super) tier: Tier,
}

impl Paged {
    /// Lays a letter out.
    ///
    /// # Errors
    /// The address does not fit its window, a character has no glyph, or a row of a table is higher than a page.
    pub fn new(document: &Document, look: &Look) -> Result<Self, PdfError> {
        let pages = lay_out(document, look)?.pages;
        let tier = drawn_texts(document).map(Tier::of).max().unwrap_or(Tier::Small);
        Ok(Self { words: Words::of(&pages), pages, tier })
    }

    /// Its words in reading order; what differs between those of two letters is to be marked.
    #[must_use]
    pub fn words(&self) -> &[Word] {
        &self.words.words
    }
}
