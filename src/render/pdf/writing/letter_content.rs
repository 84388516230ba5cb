//! A letter between layout and file: its content, made and compressed once, and its structure.
//!
//! Glyphs have the same numbers in every tier of a font, so the same content serves the letter's own
//! archival file and the print stream.

use super::content;
use super::deflate::zlib;
use super::metadata::{About, AboutLetter};
use crate::letter::document::Document;
use crate::render::font::{Glyphs, Tier};
use crate::render::pdf::error::PdfError;
use crate::render::pdf::paper::headings::{Heading, headings};
use crate::render::pdf::paper::layout::{Layout, drawn_texts};
use crate::render::pdf::paper::link::Annotation;
use crate::render::pdf::paper::mark::{Mark, Slanted};
use crate::render::pdf::paper::page::Page;
use crate::render::pdf::setting::shape::Show;
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
    /// Its headings, where it has a page in another language, for its outline; empty for other letters.
    pub(super) headings: Vec<Heading>,
    tier: Tier,
    glyphs: Option<Glyphs>,
    title: String,
    kenmerk: String,
    kind: &'static str,
    is_copy: bool,
    author: String,
    date: String,
}

impl LetterContent {
    /// Makes the content of a letter from its layout.
    ///
    /// # Errors
    /// The printpdf crate returned no content for a page.
    pub fn new(document: &Document, layout: Layout) -> Result<Self, PdfError> {
        let headings = document.page.as_ref().map_or_else(Vec::new, |_| headings(&layout));
        let tier = drawn_texts(document).map(Tier::of).max().unwrap_or(Tier::Small);
        let glyphs = (tier == Tier::Full).then(|| glyphs(&layout.pages));
        let Layout { pages, tree } = layout;
        let streams = content::streams(&pages)?;
        let (owners, links) = pages.into_iter().map(|page| (page.owners, page.links)).unzip();
        Ok(Self {
            streams: streams.iter().map(|stream| zlib(stream)).collect::<io::Result<_>>()?,
            owners,
            links,
            tree,
            headings,
            tier,
            glyphs,
            title: document.file_title(),
            kenmerk: document.kenmerk.clone(),
            kind: document.kind.id(),
            is_copy: document.is_copy,
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

    /// The glyphs that its own file needs, where it needs the largest tier for a few of them.
    #[must_use]
    pub const fn glyphs(&self) -> Option<&Glyphs> {
        self.glyphs.as_ref()
    }

    /// The metadata of its own file.
    #[must_use]
    pub fn about(&self) -> About<'_> {
        let letter = AboutLetter { kenmerk: &self.kenmerk, kind: self.kind, is_copy: self.is_copy };
        About { title: &self.title, author: &self.author, date: &self.date, letter: Some(letter) }
    }
}

/// The glyphs on pages.
pub(in crate::render::pdf) fn glyphs<'a>(pages: impl IntoIterator<Item = &'a Page>) -> Glyphs {
    let mut found = Glyphs::default();
    for mark in pages.into_iter().flat_map(|page| &page.marks) {
        let (Mark::Text(text) | Mark::Slanted(Slanted { text, .. })) = mark else { continue };
        for (weight, word) in text.line.words.iter() {
            for show in &word.shows {
                if let Show::Glyphs(bytes) = show {
                    let (pairs, _) = bytes.as_chunks::<2>();
                    found[*weight as usize].extend(pairs.iter().map(|pair| u16::from_be_bytes(*pair)));
                }
            }
        }
    }
    found
}
