//! Reads the files of a house style: stationery from PDF, a logo from PNG or SVG.
//!
//! Whatever cannot be drawn exactly as it is, or may not stand in an archival file, is refused.

use super::error::PictureError;
use super::import::{self, Paper};
use super::objects::Picture;
use super::{drawing, pixels};

impl Picture {
    /// Stationery from the first page of a PDF, which must be A4.
    ///
    /// # Errors
    /// An archival file may not hold it, or it is not A4.
    pub fn stationery(bytes: &[u8]) -> Result<Self, PictureError> {
        import::first_page(bytes, Paper::A4)
    }

    /// A logo from a PNG or SVG file; its first bytes tell which of the two it is.
    ///
    /// # Errors
    /// The file is neither PNG nor SVG, or cannot be drawn exactly as it is.
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
