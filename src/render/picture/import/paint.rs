//! Paints that are more than a colour: gradients and patterns (ISO 32000-1, 8.7).
//!
//! What they are made of (colour spaces, functions, content) is checked where each of these is read.

use super::copy::{Copier, Kind};
use crate::render::picture::error::PictureError;
use crate::render::picture::objects::Piece;
use crate::render::picture::value::{Entries, Value};
use lopdf::{Dictionary, Object};

impl<'a> Copier<'a> {
    /// Copies a gradient.
    pub fn shading(&mut self, object: &'a Object) -> Result<Value, PictureError> {
        self.once(Kind::Plain, object, |copier, object| match object {
            Object::Dictionary(dictionary) => {
                let keys = ["Background", "BBox", "AntiAlias", "Coords", "Domain", "Extend", "Matrix"];
                Ok(Piece::Value(Value::Dictionary(copier.gradient(dictionary, 1..=3, &keys)?)))
            }
            Object::Stream(stream) => {
                let keys = [
                    "Background",
                    "BBox",
                    "AntiAlias",
                    "BitsPerCoordinate",
                    "BitsPerComponent",
                    "BitsPerFlag",
                    "Decode",
                    "VerticesPerRow",
                ];
                let entries = copier.gradient(&stream.dict, 4..=7, &keys)?;
                copier.packed(stream, entries)
            }
            _ => Err(PictureError::Damaged),
        })
    }

    fn gradient(
        &mut self,
        dictionary: &'a Dictionary,
        kinds: std::ops::RangeInclusive<i64>,
        keys: &[&str],
    ) -> Result<Entries, PictureError> {
        let kind = self.integer(dictionary, "ShadingType").filter(|kind| kinds.contains(kind));
        let mut entries = self.take(dictionary, keys)?;
        entries.set("ShadingType", Value::int(kind.ok_or(PictureError::Damaged)?));
        let space = dictionary.get(b"ColorSpace").map_err(|_| PictureError::Damaged)?;
        entries.set("ColorSpace", self.colour_space(space)?);
        if let Ok(function) = dictionary.get(b"Function") {
            entries.set("Function", self.functions(function)?);
        }
        Ok(entries)
    }

    /// Copies a pattern: tiles, or a gradient.
    pub fn pattern(&mut self, object: &'a Object) -> Result<Value, PictureError> {
        self.once(Kind::Paint, object, |copier, object| match object {
            Object::Stream(tile) if copier.integer(&tile.dict, "PatternType") == Some(1) => {
                let keys =
                    ["Type", "PatternType", "PaintType", "TilingType", "BBox", "XStep", "YStep", "Matrix"];
                let entries = copier.take(&tile.dict, &keys)?;
                let content = copier.unpacked(tile)?;
                copier.drawing(&content, copier.entry(&tile.dict, "Resources"), entries)
            }
            Object::Dictionary(gradient) if copier.integer(gradient, "PatternType") == Some(2) => {
                let mut entries = copier.take(gradient, &["Type", "PatternType", "Matrix"])?;
                let shading = gradient.get(b"Shading").map_err(|_| PictureError::Damaged)?;
                entries.set("Shading", copier.shading(shading)?);
                if let Ok(state) = gradient.get(b"ExtGState") {
                    entries.set("ExtGState", copier.state(state)?);
                }
                Ok(Piece::Value(Value::Dictionary(entries)))
            }
            _ => Err(PictureError::Damaged),
        })
    }
}
