//! A letter between layout and file: its content, made and compressed once, and its structure.
//!
//! Glyphs have the same numbers in every tier of a font, so the same content serves the letter's own
//! archival file and the print stream.

use super::content;
use super::deflate::zlib;
use super::metadata::About;
use crate::letter::document::Document;
use crate::render::font::Tier;
use crate::render::pdf::error::PdfError;
use crate::render::pdf::paper::headings::{Heading, headings};
use crate::render::pdf::paper::layout::{Layout, drawn_texts};
use crate::render::pdf::paper::link::Annotation;
use crate::render::pdf::setting::structure::{ElementId, Tree};
use std::io;

/// A letter whose content is ready to be written to a file.
pub struct LetterContent {
    /// The content stream of each page, compressed.
    pub(super) streams: Vec<Vec<u8>>,
    /// The element of each piece of content, page by page.
    pub(super) owners: Vec<Vec<ElementId>>,
    /// The links, page by page.
    pub(super) links: Vec<Vec<Annotation>>,
    /// The structure tree.
    pub(super) tree: Tree,
    /// Its headings, where it has an annex; empty for a letter that is read from beginning to end.
    pub(super) headings: Vec<Heading>,
    tier: Tier,
    title: String,
    author: String,
    date: String,
}

impl LetterContent {
    /// Makes the content of a letter from its layout.
    ///
    /// # Errors
    /// The printpdf crate returned no content for a page.
    pub fn new(document: &Document, layout: Layout) -> Result<Self, PdfError> {
        let headings = if document.annex.is_empty() { Vec::new() } else { headings(&layout) };
        let Layout { pages, tree } = layout;
        let streams = content::streams(&pages)?;
        let (owners, links) = pages.into_iter().map(|page| (page.owners, page.links)).unzip();
        Ok(Self {
            streams: streams.iter().map(|stream| zlib(stream)).collect::<io::Result<_>>()?,
            owners,
            links,
            tree,
            headings,
            tier: drawn_texts(document).map(Tier::of).max().unwrap_or(Tier::Small),
            title: document.title.clone(),
            author: document.sender.name.clone(),
            date: document.date_iso.clone(),
        })
    }

    /// The number of its pages.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.streams.len()
    }

    /// The length of the content of its pages, in bytes.
    #[must_use]
    pub fn length(&self) -> usize {
        self.streams.iter().map(Vec::len).sum()
    }

    /// The tier of the fonts that its own file needs.
    #[must_use]
    pub const fn tier(&self) -> Tier {
        self.tier
    }

    /// The metadata of its own file.
    #[must_use]
    pub fn about(&self) -> About<'_> {
        About { title: &self.title, author: &self.author, date: &self.date }
    }
}
