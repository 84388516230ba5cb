//! Writes a PDF file object by object: streams immediately, other objects together in object streams, and at
//! the end the cross-reference stream (ISO 32000-1, 7.5).
//!
//! Only the places of the objects stay in memory, so that the same code writes one letter and a print stream
//! of thousands to any `Write`.

use super::deflate::zlib;
use super::objects::{Hex, Ref};
use crate::hash::{Hash, Hasher};
use std::fmt::{self, Write as _};
use std::io::{self, Write};

/// Number of objects per object stream.
const TOGETHER: usize = 400;

/// The place of an object in the file, in eight bytes: a print stream has a million objects.
#[derive(Clone, Copy)]
struct Place(u64);

impl Place {
    /// Not written yet; a free entry if it never is.
    const NOWHERE: Self = Self(0);

    /// At an offset in the file, of which five bytes are written.
    const fn offset(offset: u64) -> Self {
        Self(offset << 2 | 1)
    }

    /// In the object stream with this number, at this index.
    fn within(stream: u32, index: u16) -> Self {
        Self(u64::from(stream) << 18 | u64::from(index) << 2 | 2)
    }

    /// Its entry in the cross-reference stream (7.5.8.3): kind, offset or number, and index.
    const fn entry(self) -> (u8, u64, u16) {
        match self.0 & 3 {
            1 => (1, self.0 >> 2, 0),
            2 => (2, self.0 >> 18, (self.0 >> 2 & 0xFFFF) as u16),
            _ => (0, 0, u16::MAX),
        }
    }
}

/// A file that is being written.
pub struct File<W> {
    out: W,
    position: u64,
    digest: Hasher,
    places: Vec<Place>,
    /// Numbers and offsets of the objects that wait for their object stream.
    waiting: Vec<(u32, usize)>,
    text: String,
}

impl File<Vec<u8>> {
    /// An empty file in memory.
    #[must_use]
    pub fn in_memory() -> Self {
        Self {
            out: Vec::new(),
            position: 0,
            digest: Hasher::default(),
            places: vec![Place::NOWHERE],
            waiting: Vec::new(),
            text: String::new(),
        }
    }

    /// The objects that wait for their object stream.
    #[cfg(test)]
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Ends the shared beginning, from which other files can continue.
    ///
    /// # Errors
    /// Writing fails, which does not happen in memory.
    pub fn into_beginning(mut self) -> io::Result<Beginning> {
        self.flush_objects()?;
        Ok(Beginning { bytes: self.out, digest: self.digest, places: self.places })
    }
}

/// The beginning of a file: bytes that are the same in many files.
pub struct Beginning {
    bytes: Vec<u8>,
    digest: Hasher,
    places: Vec<Place>,
}

impl Beginning {
    /// Its length in bytes.
    #[must_use]
    pub fn length(&self) -> usize {
        self.bytes.len()
    }
}

impl<W: Write> File<W> {
    /// Writes a shared beginning to a new file and continues from there.
    ///
    /// # Errors
    /// Writing to the output fails.
    pub fn continue_from(beginning: &Beginning, mut out: W) -> io::Result<Self> {
        out.write_all(&beginning.bytes)?;
        Ok(Self {
            out,
            position: u64::try_from(beginning.bytes.len()).unwrap_or(u64::MAX),
            digest: beginning.digest.clone(),
            places: beginning.places.clone(),
            waiting: Vec::new(),
            text: String::new(),
        })
    }

    /// Writes bytes as they are.
    ///
    /// # Errors
    /// Writing to the output fails.
    pub fn raw(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        self.digest.update(bytes);
        self.position += u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        Ok(())
    }

    /// Reserves a number for an object that is written later.
    pub fn reserve(&mut self) -> Ref {
        let number = u32::try_from(self.places.len()).unwrap_or(u32::MAX);
        self.places.push(Place::NOWHERE);
        Ref(number)
    }

    /// Writes an object that is not a stream.
    ///
    /// # Errors
    /// Writing to the output fails.
    pub fn object(&mut self, object: Ref, value: fmt::Arguments) -> io::Result<()> {
        let mut written = Ok(());
        self.appended(object, |text| written = text.write_fmt(value))?;
        written.map_err(io::Error::other)
    }

    /// Writes an object that is not a stream and that `append` adds to the text of those before it.
    ///
    /// # Errors
    /// Writing to the output fails.
    pub fn appended(&mut self, object: Ref, append: impl FnOnce(&mut String)) -> io::Result<()> {
        self.waiting.push((object.0, self.text.len()));
        append(&mut self.text);
        self.text.push('\n');
        if self.waiting.len() >= TOGETHER { self.flush_objects() } else { Ok(()) }
    }

    /// Compresses and writes a stream; `entries` go into its dictionary.
    ///
    /// # Errors
    /// Writing to the output fails.
    pub fn stream(&mut self, object: Ref, entries: &str, data: &[u8]) -> io::Result<()> {
        self.deflated(object, entries, &zlib(data)?)
    }

    /// Writes a stream that [`zlib`] has compressed.
    ///
    /// # Errors
    /// Writing to the output fails.
    pub fn deflated(&mut self, object: Ref, entries: &str, data: &[u8]) -> io::Result<()> {
        self.stream_as_is(object, &format!("{entries}/Filter/FlateDecode"), data)
    }

    /// Writes a stream as it is; `entries` name its filter, if it has one.
    ///
    /// # Errors
    /// Writing to the output fails.
    pub fn stream_as_is(&mut self, object: Ref, entries: &str, data: &[u8]) -> io::Result<()> {
        self.place(object.0, Place::offset(self.position));
        let head = format!("{} 0 obj\n<<{entries}/Length {}>>\nstream\n", object.0, data.len());
        self.raw(head.as_bytes())?;
        self.raw(data)?;
        // A full CR LF: after LF alone, readers that search for the end instead of counting bytes would drop
        // a CR at the end of the data (ISO 19005-2, 6.1.7.1).
        self.raw(b"\r\nendstream\nendobj\n")
    }

    /// Writes the waiting objects in an object stream (7.5.7).
    ///
    /// # Errors
    /// Writing to the output fails.
    pub fn flush_objects(&mut self) -> io::Result<()> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let stream = self.reserve();
        let waiting = std::mem::take(&mut self.waiting);
        let mut data = String::with_capacity(self.text.len() + waiting.len() * 10);
        for (index, (number, offset)) in waiting.iter().enumerate() {
            for part in [u64::from(*number), u64::try_from(*offset).unwrap_or(u64::MAX)] {
                data.push_str(itoa::Buffer::new().format(part));
                data.push(' ');
            }
            self.place(*number, Place::within(stream.0, u16::try_from(index).unwrap_or(u16::MAX)));
        }
        let entries = format!("/Type/ObjStm/N {}/First {}", waiting.len(), data.len());
        data.push_str(&std::mem::take(&mut self.text));
        self.stream(stream, &entries, data.as_bytes())
    }

    /// Writes the cross-reference stream and the end; the ID of the file is the hash of all bytes before it. Returns the
    /// output and the hash of the whole file.
    ///
    /// # Errors
    /// Writing to the output fails.
    pub fn finish(mut self, root: Ref, info: Ref) -> io::Result<(W, Hash)> {
        self.flush_objects()?;
        let start = self.position;
        let object = self.reserve();
        self.place(object.0, Place::offset(start));
        let mut table = Vec::with_capacity(self.places.len() * 8);
        for place in &self.places {
            let (kind, field, index) = place.entry();
            table.push(kind);
            table.extend_from_slice(&field.to_be_bytes()[3..]);
            table.extend(index.to_be_bytes());
        }
        let hash = self.digest.clone().finish();
        let id = Hex(&hash.bytes()[..16]);
        let entries =
            format!("/Type/XRef/W[1 5 2]/Size {}/Root {root}/Info {info}/ID[{id}{id}]", self.places.len(),);
        self.stream(object, &entries, &table)?;
        self.raw(format!("startxref\n{start}\n%%EOF\n").as_bytes())?;
        Ok((self.out, self.digest.finish()))
    }

    fn place(&mut self, number: u32, place: Place) {
        if let Some(slot) = usize::try_from(number).ok().and_then(|number| self.places.get_mut(number)) {
            *slot = place;
        }
    }
}
