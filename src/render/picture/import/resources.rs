//! Copies content with only the resources that it names, because many programs give every page those of all
//! pages.

use super::content::{self, Resource};
use super::copy::Copier;
use crate::render::picture::error::PictureError;
use crate::render::picture::objects::Piece;
use crate::render::picture::value::{Entries, Value};
use lopdf::{Dictionary, Object};
use std::collections::BTreeMap;

/// The colour spaces that replace those of a device wherever those are named (ISO 32000-1, 8.6.5.6).
const DEFAULTS: [&str; 2] = ["DefaultGray", "DefaultRGB"];

impl<'a> Copier<'a> {
    /// Copies a page, form or pattern: its content without marks, and the resources that it draws with.
    pub fn drawing(
        &mut self,
        bytes: &[u8],
        resources: Option<&'a Object>,
        mut entries: Entries,
    ) -> Result<Piece, PictureError> {
        let content = content::read(bytes)?;
        let own = resources.and_then(|it| it.as_dict().ok());
        let mut copied: BTreeMap<Resource, Entries> = BTreeMap::new();
        let mut fonts: BTreeMap<Vec<u8>, usize> = BTreeMap::new();
        for (resource, name) in &content.uses {
            let object = own
                .and_then(|it| self.entry(it, resource.key())?.as_dict().ok())
                .and_then(|it| it.get(name).ok())
                .ok_or(PictureError::Damaged)?;
            let value = self.resource(*resource, object)?;
            if let (Resource::Font, Value::Object(place)) = (resource, &value) {
                fonts.insert(name.clone(), *place);
            }
            copied.entry(*resource).or_default().set(name, value);
        }
        if let Some(spaces) = own.and_then(|it| self.entry(it, "ColorSpace")?.as_dict().ok()) {
            self.defaults(spaces, copied.entry(Resource::ColorSpace).or_default())?;
        }
        for (font, text) in &content.texts {
            let codes = fonts.get(font).and_then(|place| self.fonts.get(place));
            if !codes.is_some_and(|codes| codes.map_all(text)) {
                return Err(PictureError::TextWithoutUnicode);
            }
        }
        let mut all = Entries::default();
        for (resource, copied) in copied.into_iter().filter(|(_, copied)| !copied.is_empty()) {
            all.set(resource.key(), Value::Dictionary(copied));
        }
        // Always written, because a form may not use the resources of its page (ISO 19005-2, 6.2.2).
        entries.set("Resources", Value::Dictionary(all));
        Ok(Piece::compressed(entries, &content.bytes))
    }

    fn resource(&mut self, resource: Resource, object: &'a Object) -> Result<Value, PictureError> {
        match resource {
            Resource::ColorSpace => self.colour_space(object),
            Resource::ExtGState => self.state(object),
            Resource::Font => self.font(object),
            Resource::Pattern => self.pattern(object),
            Resource::Shading => self.shading(object),
            Resource::XObject => self.x_object(object),
        }
    }

    fn defaults(&mut self, spaces: &'a Dictionary, copied: &mut Entries) -> Result<(), PictureError> {
        for key in DEFAULTS {
            if let Ok(space) = spaces.get(key.as_bytes()) {
                copied.set(key, self.colour_space(space)?);
            }
        }
        Ok(())
    }
}

impl Resource {
    /// Its key in a dictionary of resources (7.8.3).
    const fn key(self) -> &'static str {
        match self {
            Self::ColorSpace => "ColorSpace",
            Self::ExtGState => "ExtGState",
            Self::Font => "Font",
            Self::Pattern => "Pattern",
            Self::Shading => "Shading",
            Self::XObject => "XObject",
        }
    }
}
