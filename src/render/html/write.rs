//! A page or a piece of one while it is written, with what the words of its letter need to be written right.

use crate::letter::document::Document;
use crate::markup::Writer;
use std::ops::{Deref, DerefMut};

/// A page of a letter that is being written.
pub(super) struct Html<'a> {
    writer: Writer,
    /// The names of people in the letter.
    pub names: &'a [String],
    /// The phone numbers that the letter may name.
    pub phones: &'a [String],
    /// How many levels below those of the letter its headings stand.
    deeper: u8,
}

impl<'a> Html<'a> {
    /// An empty page for a letter.
    pub fn new(document: &'a Document) -> Self {
        Self::within(document, 0, 16 * 1024)
    }

    /// An empty piece of another page, with headings so many levels deeper than in the letter.
    pub fn within(document: &'a Document, deeper: u8, capacity: usize) -> Self {
        Self {
            writer: Writer::with_capacity(capacity),
            names: &document.names,
            phones: &document.sender.phones,
            deeper,
        }
    }

    /// The tag of a heading of the letter; its subject has level 1. There is none below `h6`.
    pub const fn heading(&self, level: u8) -> &'static str {
        match level.saturating_add(self.deeper) {
            0 | 1 => "h1",
            2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        }
    }

    /// What was written.
    pub fn written(self) -> Writer {
        self.writer
    }
}

impl Deref for Html<'_> {
    type Target = Writer;
    fn deref(&self) -> &Writer {
        &self.writer
    }
}

impl DerefMut for Html<'_> {
    fn deref_mut(&mut self) -> &mut Writer {
        &mut self.writer
    }
}
