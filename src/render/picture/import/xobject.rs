//! Pictures in a picture: images and forms (ISO 32000-1, 8.9 and 8.10).
//!
//! A form has content of its own and is read like a page; an image keeps its bytes and is copied with its
//! mask.

use super::content::is_intent;
use super::copy::{Copier, Kind};
use crate::render::picture::error::PictureError;
use crate::render::picture::objects::Piece;
use crate::render::picture::value::{Entries, Value};
use lopdf::{Object, Stream};

impl<'a> Copier<'a> {
    /// Copies an image or a form.
    pub fn x_object(&mut self, object: &'a Object) -> Result<Value, PictureError> {
        self.once(Kind::XObject, object, |copier, object| {
            let stream = object.as_stream().map_err(|_| PictureError::Damaged)?;
            let has = |key| copier.entry(&stream.dict, key).is_some();
            if has("OC") {
                return Err(PictureError::Layers);
            }
            if has("OPI") || has("Alternates") {
                return Err(PictureError::ImageElsewhere);
            }
            match copier.name(&stream.dict, "Subtype") {
                Some(b"Image") => copier.image(stream),
                // A page of another file, or PostScript in disguise (ISO 19005-2, 6.2.9).
                Some(b"Form") if has("Ref") || has("PS") || has("Subtype2") => Err(PictureError::Foreign),
                Some(b"Form") => copier.form(stream),
                Some(b"PS") => Err(PictureError::Foreign),
                _ => Err(PictureError::Damaged),
            }
        })
    }

    fn form(&mut self, form: &'a Stream) -> Result<Piece, PictureError> {
        let entries =
            Entries::default().with("Type", Value::name("XObject")).with("Subtype", Value::name("Form"));
        let mut entries = self.with_group(&form.dict, entries)?;
        for key in ["BBox", "Matrix"] {
            if let Some(numbers) = self.entry(&form.dict, key) {
                entries.set(key, self.plain(numbers, 0)?);
            }
        }
        let content = self.unpacked(form)?;
        self.drawing(&content, self.entry(&form.dict, "Resources"), entries)
    }

    /// Copies an image. Smoothing (`Interpolate`) is not allowed in an archival file (ISO 19005-2, 6.2.8) and
    /// is left out; the pixels stay the same.
    fn image(&mut self, image: &'a Stream) -> Result<Piece, PictureError> {
        let dictionary = &image.dict;
        if self.name(dictionary, "Intent").is_some_and(|intent| !is_intent(intent)) {
            return Err(PictureError::Damaged);
        }
        let keys = ["Width", "Height", "BitsPerComponent", "Intent", "ImageMask", "Decode", "Matte"];
        let mut entries = self.take(dictionary, &keys)?;
        entries.set("Type", Value::name("XObject"));
        entries.set("Subtype", Value::name("Image"));
        let is_mask = self.entry(dictionary, "ImageMask").is_some_and(|it| it.as_bool().ok() == Some(true));
        match dictionary.get(b"ColorSpace") {
            Ok(space) if !is_mask => entries.set("ColorSpace", self.colour_space(space)?),
            Err(_) if !is_mask => return Err(PictureError::Damaged),
            _ => {}
        }
        for key in ["SMask", "Mask"] {
            let Ok(mask) = dictionary.get(key.as_bytes()) else { continue };
            let value = match self.follow(mask)? {
                Object::Stream(_) => self.once(Kind::Mask, mask, |copier, mask| {
                    copier.image(mask.as_stream().map_err(|_| PictureError::Damaged)?)
                })?,
                // The range of colours that are not drawn.
                colours => self.plain(colours, 0)?,
            };
            entries.set(key, value);
        }
        self.packed(image, entries)
    }
}
