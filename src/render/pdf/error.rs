//! Why a letter cannot become a PDF, as a sentence for the officer who handles the case.
//!
//! Holds places and numbers, never words of a case, so that it can go into any log.

use std::fmt;
use std::io;

/// Why a letter cannot be made.
#[derive(Debug)]
pub enum PdfError {
    /// The address has more lines than its window shows.
    AddressTooLong {
        /// Number of lines that it has.
        lines: usize,
        /// Number of lines that fit.
        room: usize,
    },
    /// A line of the address is wider than its window.
    AddressTooWide {
        /// Number of the line, from 1.
        line: usize,
    },
    /// The return address is wider than the window.
    ReturnAddressTooWide,
    /// A row of a table is higher than a page.
    RowTooHigh,
    /// The font has no glyph for a character.
    MissingGlyph(char),
    /// The printpdf crate returned no content for a page.
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
