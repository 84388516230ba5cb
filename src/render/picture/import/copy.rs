//! Copies objects from a PDF to a picture, each once, and numbers them in the order in which they are found.
//!
//! Circular references, deep nesting and too many objects are refused, so that no file makes the program run
//! forever.

use super::unicode::Codes;
use crate::render::picture::error::PictureError;
use crate::render::picture::objects::Piece;
use crate::render::picture::value::{Entries, Value};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;
use std::collections::BTreeMap;

/// Maximum size of one stream after decompression, in bytes.
pub(super) const MAX_UNPACKED: usize = 20_000_000;
/// Maximum number of objects of a picture.
const MAX_OBJECTS: usize = 4_000;
/// Maximum nesting depth of pictures, patterns and dictionaries.
const MAX_DEPTH: usize = 24;

/// The filters of streams that an archival file may use and that need no other object (6.1.7.2).
const FILTERS: &[&[u8]] = &[
    b"ASCII85Decode",
    b"ASCIIHexDecode",
    b"CCITTFaxDecode",
    b"DCTDecode",
    b"FlateDecode",
    b"RunLengthDecode",
];

/// The role in which an object is read; the same object may have two roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    XObject,
    Mask,
    Font,
    Plain,
    State,
    Paint,
    Function,
    Profile,
}

/// Copies objects and holds those that were copied so far.
pub(super) struct Copier<'a> {
    source: &'a Document,
    /// The copied objects; `None` while one is being read.
    pieces: Vec<Option<Piece>>,
    known: BTreeMap<(ObjectId, Kind), usize>,
    depth: usize,
    /// The codes of each font that was found.
    pub fonts: BTreeMap<usize, Codes>,
}

impl<'a> Copier<'a> {
    pub fn new(source: &'a Document) -> Self {
        Self { source, pieces: Vec::new(), known: BTreeMap::new(), depth: 0, fonts: BTreeMap::new() }
    }

    pub fn finish(self) -> Result<Vec<Piece>, PictureError> {
        self.pieces.into_iter().collect::<Option<_>>().ok_or(PictureError::TooDeep)
    }

    /// The catalog of the document.
    pub fn catalog(&self) -> Result<&'a Dictionary, PictureError> {
        self.source.catalog().map_err(|_| PictureError::Damaged)
    }

    /// The object that a reference points to; another object as it is.
    pub fn follow(&self, object: &'a Object) -> Result<&'a Object, PictureError> {
        self.source.dereference(object).map(|(_, object)| object).map_err(|_| PictureError::Damaged)
    }

    /// An entry of a dictionary; `None` if it is absent, null or points to nothing (ISO 32000-1, 7.3.7).
    pub fn entry(&self, dictionary: &'a Dictionary, key: &str) -> Option<&'a Object> {
        let object = self.follow(dictionary.get(key.as_bytes()).ok()?).ok()?;
        (!object.is_null()).then_some(object)
    }

    /// An entry that must be a name.
    pub fn name(&self, dictionary: &'a Dictionary, key: &str) -> Option<&'a [u8]> {
        self.entry(dictionary, key)?.as_name().ok()
    }

    /// An entry that must be a whole number.
    pub fn integer(&self, dictionary: &'a Dictionary, key: &str) -> Option<i64> {
        self.entry(dictionary, key)?.as_i64().ok()
    }

    /// Copies an object the first time that it is found, and returns a reference to the copy.
    pub fn once(
        &mut self,
        kind: Kind,
        object: &'a Object,
        read: impl FnOnce(&mut Self, &'a Object) -> Result<Piece, PictureError>,
    ) -> Result<Value, PictureError> {
        let key = object.as_reference().ok().map(|id| (id, kind));
        if let Some(&place) = key.and_then(|key| self.known.get(&key)) {
            // An object that is still being read contains itself.
            return match self.pieces.get(place) {
                Some(Some(_)) => Ok(Value::Object(place)),
                _ => Err(PictureError::TooDeep),
            };
        }
        let target = self.follow(object)?;
        let place = self.reserve()?;
        if let Some(key) = key {
            self.known.insert(key, place);
        }
        let piece = self.deeper(|copier| read(copier, target))?;
        self.fill(place, piece);
        Ok(Value::Object(place))
    }

    /// Reserves the next place.
    pub fn reserve(&mut self) -> Result<usize, PictureError> {
        let place = self.pieces.len();
        if place >= MAX_OBJECTS {
            return Err(PictureError::TooLarge);
        }
        self.pieces.push(None);
        Ok(place)
    }

    /// Puts an object at its place.
    pub fn fill(&mut self, place: usize, piece: Piece) {
        if let Some(slot) = self.pieces.get_mut(place) {
            *slot = Some(piece);
        }
    }

    /// Reads something one level deeper, up to the maximum depth.
    pub fn deeper<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, PictureError>,
    ) -> Result<T, PictureError> {
        if self.depth >= MAX_DEPTH {
            return Err(PictureError::TooDeep);
        }
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }

    /// The entries with these keys, all of them plain values.
    pub fn take(&self, from: &'a Dictionary, keys: &[&str]) -> Result<Entries, PictureError> {
        let mut entries = Entries::default();
        for key in keys {
            if let Some(object) = self.entry(from, key) {
                entries.set(key, self.plain(object, 0)?);
            }
        }
        Ok(entries)
    }

    /// Copies a value that holds no streams; the objects that it refers to are written inside it.
    pub fn plain(&self, object: &'a Object, depth: usize) -> Result<Value, PictureError> {
        if depth > 6 {
            return Err(PictureError::TooDeep);
        }
        Ok(match object {
            Object::Null => Value::Null,
            Object::Boolean(value) => Value::Bool(*value),
            Object::Integer(number) => Value::int(i32::try_from(*number).map_err(|_| PictureError::Damaged)?),
            Object::Real(number) if number.is_finite() => Value::int(number),
            Object::Name(name) if name.len() <= 127 => Value::Name(name.clone()),
            Object::String(text, _) if text.len() <= 32_767 => Value::Text(text.clone()),
            Object::Array(items) => {
                let items = items.iter().map(|item| self.plain(item, depth + 1));
                Value::Array(items.collect::<Result<_, _>>()?)
            }
            Object::Dictionary(dictionary) => {
                let mut entries = Entries::default();
                for (key, value) in dictionary {
                    entries.set(key, self.plain(value, depth + 1)?);
                }
                Value::Dictionary(entries)
            }
            Object::Reference(_) => self.plain(self.follow(object)?, depth + 1)?,
            _ => return Err(PictureError::Damaged),
        })
    }

    /// Copies a stream with its bytes as they are.
    pub fn packed(&self, stream: &'a Stream, entries: Entries) -> Result<Piece, PictureError> {
        let filters = self.filters(stream)?;
        if stream.content.is_empty() {
            return Err(PictureError::Damaged);
        }
        if filters.is_empty() {
            return Ok(Piece::compressed(entries, &stream.content));
        }
        let names = filters.iter().map(|name| Value::Name(name.to_vec())).collect();
        let mut entries = entries.with("Filter", Value::Array(names));
        if let Some(parameters) = self.entry(&stream.dict, "DecodeParms") {
            entries.set("DecodeParms", self.plain(parameters, 0)?);
        }
        Ok(Piece::Stream(entries, stream.content.clone()))
    }

    /// The filters of a stream.
    fn filters(&self, stream: &'a Stream) -> Result<Vec<&'a [u8]>, PictureError> {
        // The bytes are in another file (6.1.7.1).
        if stream.dict.has(b"F") {
            return Err(PictureError::ImageElsewhere);
        }
        let names = match self.entry(&stream.dict, "Filter") {
            None => Vec::new(),
            Some(Object::Name(name)) => vec![name.as_slice()],
            Some(Object::Array(items)) => {
                let names =
                    items.iter().map(|item| self.follow(item)?.as_name().map_err(|_| PictureError::Damaged));
                names.collect::<Result<_, _>>()?
            }
            Some(_) => return Err(PictureError::Damaged),
        };
        let known = names.iter().all(|name| FILTERS.contains(name));
        if known { Ok(names) } else { Err(PictureError::Compression) }
    }

    /// The decompressed bytes of a stream, which must be complete.
    pub fn unpacked(&self, stream: &'a Stream) -> Result<Vec<u8>, PictureError> {
        let mut data = stream.content.clone();
        let parameters = self.entry(&stream.dict, "DecodeParms");
        if parameters.is_some_and(|it| !matches!(it, Object::Dictionary(it) if !it.has(b"Predictor"))) {
            return Err(PictureError::Compression);
        }
        for filter in self.filters(stream)? {
            data = match filter {
                b"FlateDecode" => decompress_to_vec_zlib_with_limit(&data, MAX_UNPACKED)
                    .map_err(|_| PictureError::Damaged)?,
                b"ASCII85Decode" => {
                    let mut ascii = Dictionary::new();
                    ascii.set("Filter", Object::Name(filter.to_vec()));
                    let decoded = Stream::new(ascii, data).decompressed_content_with_limit(MAX_UNPACKED);
                    decoded.map_err(|_| PictureError::Damaged)?
                }
                _ => return Err(PictureError::Compression),
            };
        }
        if data.len() > MAX_UNPACKED { Err(PictureError::TooLarge) } else { Ok(data) }
    }
}
