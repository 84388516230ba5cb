//! Reads a file line by line or byte by byte, and knows where it is.

use crate::yaml::MAX_BYTES;
use std::io::{self, BufRead};

/// The byte order mark of UTF-8.
pub(super) const BOM: &[u8] = b"\xEF\xBB\xBF";
/// The number of bytes that is kept of a document or a line: enough to know that it is over the limit.
pub(super) const KEPT: usize = MAX_BYTES + 1;
/// The number of bytes in which a document must come to an end: more than any that can be read, and few enough that an
/// input without an end is not read forever.
const MAX_WITHOUT_END: u64 = 64 << 20;

/// Reads lines. A line may have any length, but no more than [`KEPT`] bytes of it are kept in memory.
#[derive(Debug)]
pub(super) struct Lines<R> {
    reader: R,
    /// The line at hand, from 1.
    pub number: u32,
    /// Bytes of the file before what comes next.
    pub offset: u64,
    /// Characters of the line at hand before what comes next.
    pub column: u32,
    /// A line that was read and given back.
    given_back: Option<Line>,
    /// Bytes of the file before the document at hand.
    document_offset: u64,
}

#[derive(Debug)]
pub(super) struct Line {
    pub number: u32,
    /// The number of bytes of the file before it.
    pub offset: u64,
    /// Its number of bytes, including those that are not kept.
    pub length: u64,
    pub bytes: Vec<u8>,
}

#[derive(PartialEq, Eq)]
pub(super) enum Kind {
    /// `---`: a document begins.
    Start,
    /// `...`: a document ends.
    End,
    /// An empty line, a comment or a directive.
    Blank,
    Content,
}

impl<R: BufRead> Lines<R> {
    pub fn new(reader: R) -> Self {
        Self { reader, number: 1, offset: 0, column: 0, given_back: None, document_offset: 0 }
    }

    /// The reader that the lines come from.
    pub fn into_reader(self) -> R {
        self.reader
    }

    /// Says that a document begins here.
    pub fn begin_document(&mut self) {
        self.document_offset = self.offset;
    }

    /// Refuses to read on where no document has come to its end for too long, such as from `/dev/zero`.
    fn check_end(&self, offset: u64) -> io::Result<()> {
        let has_end = offset.saturating_sub(self.document_offset) <= MAX_WITHOUT_END;
        if has_end { Ok(()) } else { Err(io::ErrorKind::FileTooLarge.into()) }
    }

    /// The rest of the line at hand with its line break (LF, CR LF or CR, as in YAML).
    pub fn read(&mut self) -> io::Result<Option<Line>> {
        if let Some(line) = self.given_back.take() {
            return Ok(Some(line));
        }
        let mut line = Line { number: self.number, offset: self.offset, length: 0, bytes: Vec::new() };
        let mut any = false;
        let mut after_cr = false;
        loop {
            let buffer = match self.reader.fill_buf() {
                Ok(buffer) => buffer,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            let (used, ended) = match buffer.first() {
                None => (0, true),
                Some(b'\n') if after_cr => (1, true),
                Some(_) if after_cr => (0, true),
                Some(_) => match buffer.iter().position(|b| matches!(b, b'\n' | b'\r')) {
                    None => (buffer.len(), false),
                    Some(at) => {
                        after_cr = buffer.get(at) == Some(&b'\r');
                        (at + 1, !after_cr)
                    }
                },
            };
            any |= used > 0;
            let room = KEPT.saturating_sub(line.bytes.len());
            line.bytes.extend(buffer.iter().take(used.min(room)));
            self.reader.consume(used);
            line.length = line.length.saturating_add(used as u64);
            self.check_end(self.offset.saturating_add(line.length))?;
            if ended {
                self.number = self.number.saturating_add(1);
                self.offset = self.offset.saturating_add(line.length);
                self.column = 0;
                return Ok(any.then_some(line));
            }
        }
    }

    /// Gives a line back, to be read next; no byte may be asked for before it is.
    pub fn give_back(&mut self, line: Line) {
        self.given_back = Some(line);
    }

    /// Whether a line was given back.
    pub const fn has_given_back(&self) -> bool {
        self.given_back.is_some()
    }

    /// The next byte, which stays where it is; `None` at the end of the file.
    pub fn peek(&mut self) -> io::Result<Option<u8>> {
        loop {
            match self.reader.fill_buf() {
                Ok(buffer) => return Ok(buffer.first().copied()),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Takes the next byte away and hands it to `each`; a CR LF is taken as one.
    pub fn take(&mut self, each: &mut dyn FnMut(u8)) -> io::Result<()> {
        let Some(byte) = self.peek()? else { return Ok(()) };
        self.check_end(self.offset)?;
        self.consume();
        each(byte);
        if byte == b'\r' && self.peek()? == Some(b'\n') {
            self.consume();
            each(b'\n');
        }
        match byte {
            b'\n' | b'\r' => (self.number, self.column) = (self.number.saturating_add(1), 0),
            // The bytes that go on with a character.
            byte if byte & 0xC0 == 0x80 => {}
            _ => self.column = self.column.saturating_add(1),
        }
        Ok(())
    }

    fn consume(&mut self) {
        self.reader.consume(1);
        self.offset = self.offset.saturating_add(1);
    }
}

impl Line {
    fn text(&self) -> &[u8] {
        self.bytes.strip_prefix(BOM).unwrap_or(&self.bytes)
    }

    pub fn kind(&self) -> Kind {
        let text = self.text();
        let marked = |marker: &[u8]| {
            text.strip_prefix(marker)
                .is_some_and(|rest| matches!(rest.first(), None | Some(b' ' | b'\t' | b'\n' | b'\r')))
        };
        if marked(b"---") {
            Kind::Start
        } else if marked(b"...") {
            Kind::End
        } else if text.starts_with(b"%") || is_blank(text) {
            Kind::Blank
        } else {
            Kind::Content
        }
    }

    pub fn has_content_after_marker(&self) -> bool {
        !is_blank(self.text().get(3..).unwrap_or_default())
    }
}

/// Whether a text has only white space, or only a comment.
fn is_blank(text: &[u8]) -> bool {
    matches!(text.trim_ascii_start().first(), None | Some(b'#'))
}
