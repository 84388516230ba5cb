//! The bytes of a document that is being read, and what is known of it by then.

use super::lines::{KEPT, Line, Lines};

/// The bytes of a document that is being read.
#[derive(Debug, Default)]
pub(super) struct Chunk {
    pub bytes: Vec<u8>,
    /// The line on which it begins, from 1; 0 before it has begun.
    pub first_line: u32,
    /// The number of bytes of the file before it.
    pub offset: u64,
    /// Its number of bytes, including those that are not kept.
    pub length: u64,
    /// Characters before it on its first line.
    pub column: u32,
    /// A marker `---` opens it.
    pub opened: bool,
    pub has_content: bool,
    /// It ends with what ends it: a bracket of JSON, or `...`.
    pub complete: bool,
    /// It stands for the end of a list that has none.
    pub open_list: bool,
}

impl Chunk {
    /// Begins here, unless it has begun.
    pub fn begin<R>(&mut self, lines: &Lines<R>) {
        if self.first_line == 0 {
            self.first_line = lines.number;
            (self.offset, self.column) = (lines.offset, lines.column);
        }
    }

    /// Takes a line.
    pub fn push(&mut self, line: &Line) {
        let room = KEPT.saturating_sub(self.bytes.len());
        self.bytes.extend(line.bytes.iter().take(room));
        self.length = self.length.saturating_add(line.length);
    }

    /// Takes a byte.
    pub fn add(&mut self, byte: u8) {
        if self.bytes.len() < KEPT {
            self.bytes.push(byte);
        }
        self.length = self.length.saturating_add(1);
    }

    /// Whether it ends with a line break or with what ends it.
    pub fn is_whole(&self) -> bool {
        self.complete || self.bytes.ends_with(b"\n") || self.bytes.ends_with(b"\r")
    }
}
