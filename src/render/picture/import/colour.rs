//! Colour spaces: grey and RGB in all their forms (ISO 32000-1, 8.6).
//!
//! A letter is in sRGB; colours for the press have no meaning in it (ISO 19005-2, 6.2.4.3). Spot colours are
//! refused too: those with the same name must be identical in the whole file, also in another picture
//! (6.2.4.4).

use super::copy::{Copier, Kind};
use crate::render::picture::error::PictureError;
use crate::render::picture::objects::Piece;
use crate::render::picture::value::{Entries, Value};
use lopdf::Object;

/// The classes of profiles that describe how colours look (ISO 15076-1, 7.2.5).
const CLASSES: [&[u8]; 4] = [b"scnr", b"mntr", b"prtr", b"spac"];

impl<'a> Copier<'a> {
    /// Copies a colour space, which is a name or an array.
    pub fn colour_space(&mut self, object: &'a Object) -> Result<Value, PictureError> {
        self.deeper(|copier| copier.space(object))
    }

    fn space(&mut self, object: &'a Object) -> Result<Value, PictureError> {
        let (family, parts) = match self.follow(object)? {
            Object::Name(name) => (name.as_slice(), [].as_slice()),
            Object::Array(parts) => {
                let (family, rest) = parts.split_first().ok_or(PictureError::Damaged)?;
                (self.follow(family)?.as_name().map_err(|_| PictureError::Damaged)?, rest)
            }
            _ => return Err(PictureError::Damaged),
        };
        let name = Value::Name(family.to_owned());
        match (family, parts) {
            (b"DeviceCMYK" | b"CalCMYK", _) => Err(PictureError::Cmyk),
            (b"Separation" | b"DeviceN", _) => Err(PictureError::SpotColour),
            (b"DeviceGray" | b"DeviceRGB" | b"Pattern", []) => Ok(name),
            (b"Pattern", [below]) => Ok(Value::Array(vec![name, self.colour_space(below)?])),
            (b"CalGray" | b"CalRGB" | b"Lab", [parameters]) => {
                Ok(Value::Array(vec![name, self.plain(parameters, 0)?]))
            }
            (b"ICCBased", [profile]) => Ok(Value::Array(vec![name, self.profile(profile)?])),
            (b"Indexed", [base, last, colours]) => {
                let base = self.colour_space(base)?;
                let colours = match self.follow(colours)? {
                    Object::Stream(_) => self.once(Kind::Plain, colours, |copier, it| {
                        let stream = it.as_stream().map_err(|_| PictureError::Damaged)?;
                        copier.packed(stream, Entries::default())
                    })?,
                    text => self.plain(text, 0)?,
                };
                Ok(Value::Array(vec![name, base, self.plain(last, 0)?, colours]))
            }
            _ => Err(PictureError::Damaged),
        }
    }

    /// Copies a colour profile, whose header must agree with its entries in the file (ISO 19005-2, 6.2.4.2).
    fn profile(&mut self, object: &'a Object) -> Result<Value, PictureError> {
        self.once(Kind::Profile, object, |copier, object| {
            let stream = object.as_stream().map_err(|_| PictureError::Damaged)?;
            let data = copier.unpacked(stream)?;
            let part = |from: usize, to: usize| data.get(from..to).unwrap_or_default();
            let colours = match (copier.integer(&stream.dict, "N"), part(16, 20)) {
                (Some(4), _) => return Err(PictureError::Cmyk),
                (Some(1), b"GRAY") => 1,
                (Some(3), b"RGB " | b"Lab ") => 3,
                _ => return Err(PictureError::Damaged),
            };
            let sound = data.len() > 128
                && part(36, 40) == b"acsp"
                && CLASSES.contains(&part(12, 16))
                && data.get(8).is_some_and(|&version| (2..=4).contains(&version));
            if !sound {
                return Err(PictureError::Damaged);
            }
            Ok(Piece::compressed(Entries::default().with("N", Value::int(colours)), &data))
        })
    }
}
