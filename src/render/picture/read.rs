//! Reads the files of a house style: stationery from PDF, a logo from PNG or SVG.
//!
//! Whatever cannot be drawn exactly as it is, or may not stand in an archival file, is refused.

use super::error::PictureError;
use super::import::{self, Paper};
use super::objects::Picture;
use super::{drawing, pixels};

impl Picture {
    /// The first page of a PDF of A4, to stand behind a page of a letter.
    ///
    /// # Errors
    /// It cannot stand in an archival file, or is not A4.
    pub fn stationery(bytes: &[u8]) -> Result<Self, PictureError> {
        import::first_page(bytes, Paper::A4)
    }

    /// A logo, PNG or SVG: which of both its first bytes say.
    ///
    /// # Errors
    /// It is neither, or cannot be drawn exactly as it is.
    pub fn logo(bytes: &[u8]) -> Result<Self, PictureError> {
        if bytes.starts_with(pixels::SIGNATURE) {
            return pixels::read(bytes);
        }
        match std::str::from_utf8(bytes) {
            Ok(text) if text.contains("<svg") => drawing::read(text),
            _ => Err(PictureError::UnknownKind),
        }
    }
}
