//! A picture as PDF objects that do not belong to a file yet, with its proportions.
//!
//! It is read and checked once per run, written once per file, and drawn on as many pages as the file has.

use super::value::{Entries, Value};
use crate::render::length::{Length, pt};
use miniz_oxide::deflate::compress_to_vec_zlib;

/// Compression level: high, because it is done once and every letter carries the result.
const LEVEL: u8 = 9;

/// A picture as objects of a PDF; the first is what a page draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    objects: Vec<Piece>,
    /// Width and height, of which only the proportion is used.
    size: (Length, Length),
    /// Width and height of the picture before it is stretched to an area.
    extent: (Length, Length),
}

/// An object of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// An object that is not a stream.
    Value(Value),
    /// A stream: its dictionary without the length, and its bytes as encoded by the filter in the dictionary.
    Stream(Entries, Vec<u8>),
}

impl Piece {
    /// Makes a stream of these bytes and compresses them.
    #[must_use]
    pub fn compressed(entries: Entries, data: &[u8]) -> Self {
        let entries = entries.with("Filter", Value::name("FlateDecode"));
        Self::Stream(entries, compress_to_vec_zlib(data, LEVEL))
    }
}

impl Picture {
    /// A picture from the content of a page of this size.
    #[must_use]
    pub(super) const fn page(objects: Vec<Piece>, size: (Length, Length)) -> Self {
        Self { objects, size, extent: size }
    }

    /// A picture from an image of this many pixels; unstretched, it is a square of one point (ISO 32000-1,
    /// 8.9.5.1).
    #[must_use]
    pub(super) const fn pixels(objects: Vec<Piece>, pixels: (Length, Length)) -> Self {
        Self { objects, size: pixels, extent: (pt(1), pt(1)) }
    }

    /// Its width at this height, in proportion.
    #[must_use]
    pub const fn width_at(&self, height: Length) -> Length {
        height * self.size.0 / self.size.1
    }

    /// Its height at this width, in proportion.
    #[must_use]
    pub const fn height_at(&self, width: Length) -> Length {
        width * self.size.1 / self.size.0
    }

    /// Width and height of the picture before it is stretched to an area.
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
