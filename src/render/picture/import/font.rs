//! Fonts: only embedded ones, of the kinds that are safe in an archival file (ISO 19005-2, 6.2.11).
//!
//! For each font it is recorded which codes map to Unicode, so that every text of the picture can be checked.

use super::copy::{Copier, Kind};
use super::unicode::{Codes, Table};
use crate::render::picture::error::PictureError;
use crate::render::picture::objects::Piece;
use crate::render::picture::value::{Entries, Value};
use lopdf::{Dictionary, Object};

/// The encodings in which every code has a meaning.
const ENCODINGS: [&[u8]; 2] = [b"WinAnsiEncoding", b"MacRomanEncoding"];
/// The flag of a font whose glyphs are not those of an alphabet (ISO 32000-1, table 123).
const SYMBOLIC: i64 = 4;

impl<'a> Copier<'a> {
    /// Copies a font.
    pub fn font(&mut self, object: &'a Object) -> Result<Value, PictureError> {
        let mut codes = None;
        let value = self.once(Kind::Font, object, |copier, object| {
            let font = object.as_dict().map_err(|_| PictureError::Damaged)?;
            let table = copier.table(font)?;
            let (wide, mut entries) = match copier.name(font, "Subtype") {
                Some(b"Type0") => (true, copier.composite(font)?),
                Some(subtype @ (b"TrueType" | b"Type1")) => {
                    (false, copier.simple(font, subtype == b"TrueType", table.is_some())?)
                }
                _ => return Err(PictureError::FontKind),
            };
            if let Some(table) = &table {
                let place = copier.reserve()?;
                let text = table.write(if wide { 2 } else { 1 });
                copier.fill(place, Piece::compressed(Entries::default(), text.as_bytes()));
                entries.set("ToUnicode", Value::Object(place));
            }
            codes = Some(Codes { wide, table });
            Ok(Piece::Value(Value::Dictionary(entries)))
        })?;
        if let (Some(codes), Value::Object(place)) = (codes, &value) {
            self.fonts.insert(*place, codes);
        }
        Ok(value)
    }

    /// Copies a simple font, of at most 256 glyphs (9.6).
    fn simple(
        &mut self,
        font: &'a Dictionary,
        truetype: bool,
        unicode: bool,
    ) -> Result<Entries, PictureError> {
        let descriptor = self.descriptor(font)?;
        let symbolic = self.integer(descriptor, "Flags").unwrap_or_default() & SYMBOLIC != 0;
        let encoding = self.entry(font, "Encoding");
        let standard = match encoding {
            Some(Object::Name(name)) => ENCODINGS.contains(&name.as_slice()),
            Some(Object::Dictionary(it)) => {
                self.entry(it, "Differences").is_none()
                    && self.name(it, "BaseEncoding").is_some_and(|name| ENCODINGS.contains(&name))
            }
            _ => false,
        };
        // Which glyph a code shows must not depend on the reader (ISO 19005-2, 6.2.11.6).
        if truetype && (if symbolic { encoding.is_some() } else { !standard }) {
            return Err(PictureError::FontKind);
        }
        if !unicode && !standard {
            return Err(PictureError::TextWithoutUnicode);
        }
        let keys = ["Type", "Subtype", "BaseFont", "FirstChar", "LastChar", "Widths", "Encoding"];
        let mut entries = self.take(font, &keys)?;
        entries.set("FontDescriptor", self.described(font, if truetype { "FontFile2" } else { "FontFile" })?);
        Ok(entries)
    }

    /// Copies a composite font, of any number of glyphs (9.7), addressed by their numbers.
    fn composite(&mut self, font: &'a Dictionary) -> Result<Entries, PictureError> {
        if !matches!(self.name(font, "Encoding"), Some(b"Identity-H" | b"Identity-V")) {
            return Err(PictureError::FontKind);
        }
        let mut entries = self.take(font, &["Type", "Subtype", "BaseFont", "Encoding"])?;
        let below = match self.entry(font, "DescendantFonts") {
            Some(Object::Array(below)) => below.first().ok_or(PictureError::Damaged)?,
            _ => return Err(PictureError::Damaged),
        };
        let below = self.once(Kind::Font, below, |copier, object| {
            let font = object.as_dict().map_err(|_| PictureError::Damaged)?;
            let keys = ["Type", "Subtype", "BaseFont", "CIDSystemInfo", "DW", "W", "DW2", "W2"];
            let mut entries = copier.take(font, &keys)?;
            match (copier.name(font, "Subtype"), copier.entry(font, "CIDToGIDMap")) {
                (Some(b"CIDFontType0"), None) => {
                    entries.set("FontDescriptor", copier.described(font, "FontFile3")?);
                }
                (Some(b"CIDFontType2"), map) => {
                    entries.set("FontDescriptor", copier.described(font, "FontFile2")?);
                    let map = match map {
                        Some(Object::Stream(map)) => {
                            let place = copier.reserve()?;
                            let piece = copier.packed(map, Entries::default())?;
                            copier.fill(place, piece);
                            Value::Object(place)
                        }
                        Some(Object::Name(name)) if name != b"Identity" => return Err(PictureError::Damaged),
                        // The default when it is absent; an archival file must state it (ISO 19005-2,
                        // 6.2.11.3.2).
                        _ => Value::name("Identity"),
                    };
                    entries.set("CIDToGIDMap", map);
                }
                _ => return Err(PictureError::FontKind),
            }
            Ok(Piece::Value(Value::Dictionary(entries)))
        })?;
        entries.set("DescendantFonts", Value::Array(vec![below]));
        Ok(entries)
    }

    fn descriptor(&self, font: &'a Dictionary) -> Result<&'a Dictionary, PictureError> {
        // Only the standard 14 fonts may have no descriptor, and those are not embedded (ISO 32000-1, 9.6.2.2).
        self.entry(font, "FontDescriptor")
            .and_then(|it| it.as_dict().ok())
            .ok_or(PictureError::FontNotEmbedded)
    }

    /// Copies the descriptor of a font, with its program. Lists of its glyphs (`CharSet`, `CIDSet`) are left
    /// out: they are optional and often wrong (6.2.11.4.2).
    fn described(&mut self, font: &'a Dictionary, own: &str) -> Result<Value, PictureError> {
        let object = font.get(b"FontDescriptor").map_err(|_| PictureError::FontNotEmbedded)?;
        self.once(Kind::Plain, object, |copier, object| {
            let descriptor = object.as_dict().map_err(|_| PictureError::FontNotEmbedded)?;
            let keys = [
                "Type",
                "FontName",
                "Flags",
                "FontBBox",
                "ItalicAngle",
                "Ascent",
                "Descent",
                "Leading",
                "CapHeight",
                "XHeight",
                "StemV",
                "StemH",
                "AvgWidth",
                "MaxWidth",
                "MissingWidth",
            ];
            let mut entries = copier.take(descriptor, &keys)?;
            let found = [own, "FontFile3"].into_iter().find(|key| copier.entry(descriptor, key).is_some());
            let key = found.ok_or(PictureError::FontNotEmbedded)?;
            let program = descriptor.get(key.as_bytes()).map_err(|_| PictureError::FontNotEmbedded)?;
            let program = copier.once(Kind::Plain, program, |copier, object| {
                let stream = object.as_stream().map_err(|_| PictureError::FontNotEmbedded)?;
                let kinds: &[&[u8]] = &[b"Type1C", b"CIDFontType0C", b"OpenType"];
                if key == "FontFile3"
                    && !copier.name(&stream.dict, "Subtype").is_some_and(|kind| kinds.contains(&kind))
                {
                    return Err(PictureError::FontKind);
                }
                let entries = copier.take(&stream.dict, &["Subtype", "Length1", "Length2", "Length3"])?;
                copier.packed(stream, entries)
            })?;
            entries.set(key, program);
            Ok(Piece::Value(Value::Dictionary(entries)))
        })
    }

    fn table(&self, font: &'a Dictionary) -> Result<Option<Table>, PictureError> {
        match self.entry(font, "ToUnicode") {
            Some(Object::Stream(stream)) => Table::read(&self.unpacked(stream)?).map(Some),
            _ => Ok(None),
        }
    }
}
