//! Functions: from numbers to numbers, for gradients and masks (ISO 32000-1, 7.10).
//!
//! The four kinds of the standard are copied, each with only the entries that it computes with.

use super::copy::{Copier, Kind};
use crate::render::picture::error::PictureError;
use crate::render::picture::objects::Piece;
use crate::render::picture::value::Value;
use lopdf::Object;

impl<'a> Copier<'a> {
    /// Copies a function, or an array of functions.
    pub fn functions(&mut self, object: &'a Object) -> Result<Value, PictureError> {
        match self.follow(object)? {
            Object::Array(several) => {
                let several = several.iter().map(|one| self.function(one));
                Ok(Value::Array(several.collect::<Result<_, _>>()?))
            }
            _ => self.function(object),
        }
    }

    fn function(&mut self, object: &'a Object) -> Result<Value, PictureError> {
        self.once(Kind::Function, object, |copier, object| {
            let dictionary = match object {
                Object::Dictionary(dictionary) => dictionary,
                Object::Stream(stream) => &stream.dict,
                _ => return Err(PictureError::Damaged),
            };
            let common = ["FunctionType", "Domain", "Range"];
            let take = |own: &[&str]| copier.take(dictionary, &[&common, own].concat());
            match (copier.integer(dictionary, "FunctionType"), object) {
                (Some(0), Object::Stream(stream)) => {
                    let entries = take(&["Size", "BitsPerSample", "Order", "Encode", "Decode"])?;
                    copier.packed(stream, entries)
                }
                (Some(4), Object::Stream(stream)) => copier.packed(stream, take(&[])?),
                (Some(2), _) => Ok(Piece::Value(Value::Dictionary(take(&["C0", "C1", "N"])?))),
                (Some(3), _) => {
                    let mut entries = take(&["Bounds", "Encode"])?;
                    let parts = copier.entry(dictionary, "Functions").ok_or(PictureError::Damaged)?;
                    entries.set("Functions", copier.functions(parts)?);
                    Ok(Piece::Value(Value::Dictionary(entries)))
                }
                _ => Err(PictureError::Damaged),
            }
        })
    }
}
