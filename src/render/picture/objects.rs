//! A picture as objects of a PDF that belong to no file yet, with its proportions.
//!
//! Read and checked once per run, written once in a file, drawn on as many pages as the file has.

use super::value::{Entries, Value};
use crate::render::length::{Length, pt};
use miniz_oxide::deflate::compress_to_vec_zlib;

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
    /// The content of a page of this size, which draws itself in it.
    #[must_use]
    pub(super) const fn page(objects: Vec<Piece>, size: (Length, Length)) -> Self {
        Self { objects, size, extent: size }
    }

    /// An image of so many pixels; it draws itself in a square of one point (ISO 32000-1, 8.9.5.1).
    #[must_use]
    pub(super) const fn pixels(objects: Vec<Piece>, pixels: (Length, Length)) -> Self {
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

    /// Its objects; the first is what a page draws.
    #[must_use]
    pub(in crate::render) fn objects(&self) -> &[Piece] {
        &self.objects
    }
}
