//! The code line of the post above an address: a line of text that the post gives back for each letter, for its sorting
//! machines and for the inserter (docs/drukwerk.md). It stands only in the print stream.
//!
//! It stands between the return address and the address, where a letter of few lines keeps room for a code anyway.

use super::head::largest_type;
use super::mark::{Mark, Text};
use crate::letter::document::Document;
use crate::render::colour::Colour;
use crate::render::font::Weight;
use crate::render::look::Look;
use crate::render::pdf::setting::line::Type;
use crate::render::pdf::setting::lines::set_line;
use crate::render::window::{CODE_LINE_SIZE, Window, WindowError};
use std::fmt;

/// Why a text cannot be a code line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeLineError {
    /// The font has no glyph for a character, or it is one that is not drawn.
    Glyph(char),
    /// It is wider than the window.
    TooWide,
}

impl fmt::Display for CodeLineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Glyph(character) => {
                write!(f, "het lettertype heeft het teken U+{:04X} niet", u32::from(*character))
            }
            Self::TooWide => f.write_str("de codeerregel is te lang voor het venster van de envelop"),
        }
    }
}

impl std::error::Error for CodeLineError {}

/// Checks that a window has room for a code line above a usual address; called before a run.
///
/// # Errors
/// The window is too low.
pub fn fits(window: &Window) -> Result<(), WindowError> {
    if window.has_code_line() { Ok(()) } else { Err(WindowError::CodeLine) }
}

/// Checks that a text can be shown as a code line.
///
/// # Errors
/// A character has no glyph, or the line is too wide.
pub fn check(look: &Look, text: &str) -> Result<(), CodeLineError> {
    let unseen = |c: &char| c.is_control() || *c == '\u{AD}';
    if let Some(missing) = text.chars().find(unseen).or_else(|| look.fonts.missing(text)) {
        return Err(CodeLineError::Glyph(missing));
    }
    let measure = look.window.right() - look.window.left();
    if set_line(&look.fonts, KIND, text).width <= measure { Ok(()) } else { Err(CodeLineError::TooWide) }
}

/// Whether the address of a letter leaves room for a code line.
#[must_use]
pub fn has_room(document: &Document, look: &Look) -> bool {
    place(document, look).is_some()
}

/// The code line of a letter; empty where there is no room.
#[must_use]
pub fn marks(document: &Document, look: &Look, text: &str) -> Vec<Mark> {
    let line = |(x, y)| {
        let line = set_line(&look.fonts, KIND, text);
        Mark::Text(Text { x, y, size: CODE_LINE_SIZE, colour: Colour::BLACK, line })
    };
    place(document, look).map(line).into_iter().collect()
}

const KIND: Type = Type::new(Weight::Regular, CODE_LINE_SIZE);

/// The left end and the baseline.
fn place(document: &Document, look: &Look) -> Option<(i64, i64)> {
    let lines = &document.addressee;
    look.window.code_line(lines.len(), largest_type(look, lines))
}
