//! From document to PDF: PDF 1.7, PDF/A-2a and PDF/UA-1 in one file, byte for byte the same every time.
//!
//! A document goes through three rooms: [`layout`] puts it on pages with its structure, [`content`] makes
//! the operators of each page, [`assemble`] writes the file. In between stands a letter that is [`made`],
//! so that its own file and the print stream hold the same content. Nothing is ever cut off or replaced:
//! what does not fit or cannot be shown is refused.

pub mod assemble;
pub mod cmap;
mod concept;
pub mod content;
pub mod deflate;
pub mod file;
pub mod flow;
pub mod head;
pub mod icc;
pub mod import;
pub mod kix;
pub mod layout;
pub mod length;
pub mod lines;
pub mod link;
pub mod made;
pub mod metadata;
pub mod nobreak;
pub mod objects;
pub mod outline;
pub mod page;
pub mod picture;
pub mod plain;
pub mod shape;
pub mod shared;
pub mod sheet_mark;
pub mod structure;
pub mod table;
pub mod window;
mod zones;

use crate::letter::document::{Block, Document, Inline};
use crate::render::font::Tier;
use crate::render::look::Look;
use assemble::Assembly;
use made::Made;
use std::fmt;
use std::io;

/// Why a letter cannot be made. Holds places and numbers, never words of a case.
#[derive(Debug)]
pub enum PdfError {
    /// The address has more lines than its window shows.
    AddressTooLong {
        /// Lines that it has.
        lines: usize,
        /// Lines that fit.
        room: usize,
    },
    /// A line of the address is wider than its window.
    AddressTooWide {
        /// Which line, from 1.
        line: usize,
    },
    /// The return address is wider than the window.
    ReturnAddressTooWide,
    /// A row of a table is higher than a page.
    RowTooHigh,
    /// The font has no glyph for a character.
    MissingGlyph(char),
    /// The PDF crate gave no content for a page.
    Content,
    /// The output could not be written.
    Output(io::Error),
}

impl fmt::Display for PdfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AddressTooLong { lines, room } => {
                write!(f, "het adres heeft {lines} regels; in het venster passen er {room}")
            }
            Self::AddressTooWide { line } => {
                write!(f, "regel {line} van het adres is te breed voor het venster")
            }
            Self::ReturnAddressTooWide => write!(f, "het retouradres is te breed voor het venster"),
            Self::RowTooHigh => write!(f, "een rij van een tabel past niet op één pagina"),
            Self::MissingGlyph(c) => write!(f, "het lettertype heeft geen teken U+{:04X}", u32::from(*c)),
            Self::Content => write!(f, "de inhoud van een pagina kon niet worden gemaakt"),
            Self::Output(error) => write!(f, "de PDF kon niet worden geschreven: {error}"),
        }
    }
}

impl std::error::Error for PdfError {}

impl From<io::Error> for PdfError {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// Renders a letter.
///
/// # Errors
/// The address does not fit its window, a character has no glyph, or a row of a table is higher than a page.
pub fn render(document: &Document, look: &Look) -> Result<Vec<u8>, PdfError> {
    Ok(Made::new(document, look)?.file(look)?)
}

/// Renders a letter with the zones of its pages drawn over it; such a sheet is no letter to send.
///
/// # Errors
/// As for [`render`].
pub fn render_with_zones(document: &Document, look: &Look) -> Result<Vec<u8>, PdfError> {
    let mut layout = lay_out(document, look)?;
    zones::draw(&mut layout, look);
    Ok(Made::of(document, layout)?.file(look)?)
}

/// Begins a print stream: many letters with the same fonts in one file.
///
/// # Errors
/// What the output reports.
pub fn print_stream<W: io::Write>(look: &Look, out: W) -> io::Result<Assembly<'_, W>> {
    Assembly::new(look.shared(Tier::Full), out)
}

/// Puts a letter on pages, for [`render`] and for looking at its structure with [`outline::outline`].
///
/// # Errors
/// As for [`render`].
pub fn lay_out(document: &Document, look: &Look) -> Result<layout::Layout, PdfError> {
    match texts(document).find_map(|text| look.fonts.missing(text)) {
        Some(missing) => Err(PdfError::MissingGlyph(missing)),
        None => layout::layout(document, look),
    }
}

/// Every text that is drawn.
fn texts(document: &Document) -> impl Iterator<Item = &str> {
    let sender = &document.sender;
    let reference = document.reference.iter().flat_map(|(label, value)| [label, value]);
    let lines = [&document.kenmerk, &document.subject, &document.date, &sender.name, &sender.return_address];
    let lines = lines.into_iter().chain(&document.addressee).chain(reference);
    let blocks = document.body.iter().chain(&document.signature);
    let lines = lines.map(String::as_str).chain(sender.contact_lines());
    lines.chain(blocks.flat_map(Block::inlines).map(Inline::text))
}
