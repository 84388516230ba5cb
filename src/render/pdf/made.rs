//! A letter between layout and file: its content, made and compressed once, and its structure.
//!
//! Glyphs have the same numbers in every tier of a font, so the same content serves the letter's own
//! archival file and the print stream.

use super::PdfError;
use super::assemble::Assembly;
use super::content;
use super::deflate::zlib;
use super::layout::Layout;
use super::link::Annotation;
use super::metadata::About;
use super::structure::{ElementId, Tree};
use crate::letter::document::Document;
use crate::render::font::Tier;
use crate::render::look::Look;
use std::io;

/// A letter that only needs to be put in a file.
pub struct Made {
    /// The content stream of each page, compressed.
    pub(super) streams: Vec<Vec<u8>>,
    /// The element of each piece of content, page by page.
    pub(super) owners: Vec<Vec<ElementId>>,
    /// The links, page by page.
    pub(super) links: Vec<Vec<Annotation>>,
    /// The structure.
    pub(super) tree: Tree,
    /// How much of the fonts its own file needs.
    tier: Tier,
    title: String,
    author: String,
    date: String,
}

impl Made {
    /// Lays a letter out and makes its content.
    ///
    /// # Errors
    /// As for [`render`](super::render).
    pub fn new(document: &Document, look: &Look) -> Result<Self, PdfError> {
        Self::of(document, super::lay_out(document, look)?)
    }

    /// Makes the content of a letter that is laid out.
    ///
    /// # Errors
    /// The PDF crate gave no content for a page.
    pub fn of(document: &Document, layout: Layout) -> Result<Self, PdfError> {
        let Layout { pages, tree } = layout;
        let streams = content::streams(&pages)?;
        let (owners, links) = pages.into_iter().map(|page| (page.owners, page.links)).unzip();
        Ok(Self {
            streams: streams.iter().map(|stream| zlib(stream)).collect::<io::Result<_>>()?,
            owners,
            links,
            tree,
            tier: super::texts(document).map(Tier::of).max().unwrap_or(Tier::Small),
            title: document.title.clone(),
            author: document.sender.name.clone(),
            date: document.date_iso.clone(),
        })
    }

    /// How many pages it has.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.streams.len()
    }

    /// The letter as an archival file of its own.
    ///
    /// # Errors
    /// None in memory.
    pub fn file(&self, look: &Look) -> io::Result<Vec<u8>> {
        let mut assembly = Assembly::new(look.shared(self.tier), Vec::new())?;
        assembly.letter(self)?;
        assembly.finish(&About { title: &self.title, author: &self.author, date: &self.date })
    }
}
