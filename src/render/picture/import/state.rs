//! Graphics states: lines, transparency, masks (ISO 32000-1, 8.4.5).
//!
//! Settings that only concern a printing press (overprint, black generation) are left out: they have no
//! effect on colours in sRGB. Settings that change how the page looks on a press are refused (ISO 19005-2,
//! 6.2.5).

use super::content::is_intent;
use super::copy::{Copier, Kind};
use crate::render::picture::error::PictureError;
use crate::render::picture::objects::Piece;
use crate::render::picture::value::{Entries, Value};
use lopdf::{Dictionary, Object};

/// The blend modes of the standard (ISO 32000-1, tables 136 and 137).
const BLEND_MODES: &[&[u8]] = &[
    b"Normal",
    b"Compatible",
    b"Multiply",
    b"Screen",
    b"Overlay",
    b"Darken",
    b"Lighten",
    b"ColorDodge",
    b"ColorBurn",
    b"HardLight",
    b"SoftLight",
    b"Difference",
    b"Exclusion",
    b"Hue",
    b"Saturation",
    b"Color",
    b"Luminosity",
];
/// Settings of a printing press, each with the only value that changes nothing.
const PRESS: [(&str, &[u8]); 4] =
    [("TR", b"Identity"), ("TR2", b"Default"), ("HT", b"Default"), ("HTP", b"")];
const PLAIN: [&str; 12] = ["LW", "LC", "LJ", "ML", "D", "RI", "FL", "SM", "SA", "CA", "ca", "AIS"];

impl<'a> Copier<'a> {
    /// Copies a graphics state.
    pub fn state(&mut self, object: &'a Object) -> Result<Value, PictureError> {
        self.once(Kind::State, object, |copier, object| {
            let state = object.as_dict().map_err(|_| PictureError::Damaged)?;
            for (key, nothing) in PRESS {
                if copier.entry(state, key).is_some_and(|it| it.as_name().ok() != Some(nothing)) {
                    return Err(PictureError::PressSettings);
                }
            }
            if copier.entry(state, "Font").is_some() {
                return Err(PictureError::FontKind);
            }
            if copier.name(state, "RI").is_some_and(|intent| !is_intent(intent)) {
                return Err(PictureError::Damaged);
            }
            let mut entries = copier.take(state, &PLAIN)?;
            if let Some(mode) = copier.entry(state, "BM") {
                entries.set("BM", copier.blend_mode(mode)?);
            }
            match copier.entry(state, "SMask") {
                None => {}
                Some(Object::Dictionary(mask)) => entries.set("SMask", copier.soft_mask(mask)?),
                Some(none) => entries.set("SMask", copier.plain(none, 0)?),
            }
            Ok(Piece::Value(Value::Dictionary(entries)))
        })
    }

    /// Copies a blend mode, the first one of an array (11.6.3).
    fn blend_mode(&self, mode: &'a Object) -> Result<Value, PictureError> {
        let name = match mode {
            Object::Array(several) => several.first().and_then(|one| self.follow(one).ok()),
            one => Some(one),
        };
        match name.and_then(|it| it.as_name().ok()) {
            Some(name) if BLEND_MODES.contains(&name) => Ok(Value::Name(name.to_owned())),
            _ => Err(PictureError::BlendMode),
        }
    }

    /// Copies a mask that is made of a drawing (11.6.5.2).
    fn soft_mask(&mut self, mask: &'a Dictionary) -> Result<Value, PictureError> {
        let mut entries = self.take(mask, &["Type", "S", "BC"])?;
        let group = mask.get(b"G").map_err(|_| PictureError::Damaged)?;
        entries.set("G", self.x_object(group)?);
        match mask.get(b"TR") {
            Err(_) => {}
            Ok(Object::Name(name)) => entries.set("TR", Value::Name(name.clone())),
            Ok(function) => entries.set("TR", self.functions(function)?),
        }
        Ok(Value::Dictionary(entries))
    }

    /// Adds the transparency group of a page or form (11.6.6).
    pub fn with_group(&mut self, of: &'a Dictionary, mut entries: Entries) -> Result<Entries, PictureError> {
        let Some(group) = self.entry(of, "Group") else { return Ok(entries) };
        let group = group.as_dict().map_err(|_| PictureError::Damaged)?;
        if self.name(group, "S") != Some(b"Transparency") {
            return Err(PictureError::Damaged);
        }
        let mut copied = self.take(group, &["Type", "S", "I", "K"])?;
        if let Ok(space) = group.get(b"CS") {
            copied.set("CS", self.colour_space(space)?);
        }
        entries.set("Group", Value::Dictionary(copied));
        Ok(entries)
    }
}
