//! Pictures of the house style, ready to be written in any file: a logo, the page of a stationery.
//!
//! Read and checked once for a run, written once in a file, drawn on as many pages as it has.

pub mod drawing;
mod error;
pub mod letterhead;
pub mod pixels;
pub mod value;

pub use error::PictureError;

use super::file::File;
use super::import;
use super::length::{Length, pt};
use super::objects::Ref;
use miniz_oxide::deflate::compress_to_vec_zlib;
use std::io::{self, Write};
use value::{Entries, Value};

/// Compression: made once, carried by every letter.
const LEVEL: u8 = 9;

/// A picture as objects of a PDF; the first is what a page draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    objects: Vec<Piece>,
    /// Width and height: their proportion is that of the picture.
    size: (Length, Length),
    /// Width and height as it draws itself.
    extent: (Length, Length),
}

/// An object of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A value.
    Value(Value),
    /// A stream: its dictionary without its length, and its bytes as the filter in it left them.
    Stream(Entries, Vec<u8>),
}

impl Piece {
    /// A stream of bytes that are compressed here.
    #[must_use]
    pub fn compressed(entries: Entries, data: &[u8]) -> Self {
        let entries = entries.with("Filter", Value::name("FlateDecode"));
        Self::Stream(entries, compress_to_vec_zlib(data, LEVEL))
    }
}

impl Picture {
    /// The first page of a PDF of A4, to stand behind a page of a letter.
    ///
    /// # Errors
    /// It cannot stand in an archival file, or is not A4.
    pub fn stationery(bytes: &[u8]) -> Result<Self, PictureError> {
        import::page(bytes, import::Paper::A4)
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

    /// The content of a page of this size, which draws itself in it.
    #[must_use]
    pub(super) const fn form(objects: Vec<Piece>, size: (Length, Length)) -> Self {
        Self { objects, size, extent: size }
    }

    /// An image of so many pixels; it draws itself in a square of one point (ISO 32000-1, 8.9.5.1).
    #[must_use]
    pub(super) const fn image(objects: Vec<Piece>, pixels: (Length, Length)) -> Self {
        Self { objects, size: pixels, extent: (pt(1), pt(1)) }
    }

    /// Its width at a height, by its proportions.
    #[must_use]
    pub const fn width_at(&self, height: Length) -> Length {
        height * self.size.0 / self.size.1
    }

    /// Its height at a width, by its proportions.
    #[must_use]
    pub const fn height_at(&self, width: Length) -> Length {
        width * self.size.1 / self.size.0
    }

    /// Width and height as it draws itself.
    #[must_use]
    pub const fn extent(&self) -> (Length, Length) {
        self.extent
    }

    /// Writes its objects and gives the one that a page draws.
    ///
    /// # Errors
    /// What the output reports.
    pub fn write<W: Write>(&self, file: &mut File<W>) -> io::Result<Ref> {
        let places: Vec<Ref> = self.objects.iter().map(|_| file.reserve()).collect();
        let root = places.first().copied().unwrap_or(Ref(0));
        for (piece, place) in self.objects.iter().zip(places) {
            match piece {
                Piece::Value(value) => file.object(place, format_args!("{}", value.at(root.0)))?,
                Piece::Stream(entries, data) => {
                    file.stream_as_is(place, &entries.inner(root.0).to_string(), data)?;
                }
            }
        }
        Ok(root)
    }
}
