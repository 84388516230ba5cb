//! Cuts a file into documents, one case each, at the lines that begin with `---`.
//!
//! A file is cut before it is parsed, so that an error in one document does not affect the next, and so that only
//! one document of a large file is in memory. In YAML a `---` at the start of a line also ends everything before
//! it, even a text in a block or between quotes.

use crate::diagnostic::{Code, Diagnostic};
use crate::places::Place;
use crate::yaml::{MAX_BYTES, too_many_bytes};
use std::io::{self, BufRead};

const BOM: &[u8] = b"\xEF\xBB\xBF";
/// The number of bytes that is kept of a document or a line: enough to know that it is over the limit.
const KEPT: usize = MAX_BYTES + 1;

/// One document of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The number of the document in the file, from 1.
    pub number: u32,
    /// The line of the file on which its text begins, from 1.
    pub first_line: u32,
    /// The place of its bytes in the file.
    pub span: Span,
    /// The text, without byte order mark; or the reason that there is none: it is over 1 MiB (F105) or not UTF-8
    /// (F102).
    pub text: Result<String, Diagnostic>,
}

/// The place of a piece of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The number of bytes of the file before it.
    pub offset: u64,
    /// Its number of bytes.
    pub length: u64,
}

impl Document {
    /// Makes a document from its bytes: those that were just cut out, or those of its span read again.
    #[must_use]
    pub fn of(number: u32, first_line: u32, span: Span, mut bytes: Vec<u8>) -> Self {
        let text = if bytes.len() > MAX_BYTES {
            Err(too_many_bytes(first_line))
        } else {
            if bytes.starts_with(BOM) {
                bytes.drain(..BOM.len());
            }
            String::from_utf8(bytes).map_err(|error| {
                let valid = error.utf8_error().valid_up_to();
                not_utf8(error.as_bytes().get(..valid).unwrap_or_default(), first_line)
            })
        };
        Self { number, first_line, span, text }
    }
}

/// The documents of bytes in memory.
#[must_use]
pub fn split(bytes: &[u8]) -> Vec<Document> {
    // Reading a slice cannot fail, so `Result::ok` drops nothing.
    documents(bytes).filter_map(Result::ok).collect()
}

/// The documents of a reader, one at a time.
///
/// # Errors
///
/// An item is an error when the reader fails; the iterator ends there.
pub fn documents<R: BufRead>(reader: R) -> Documents<R> {
    Documents { lines: Lines { reader, next: 1, offset: 0 }, pending: None, given: 0, done: false }
}

/// Iterator over the documents of a reader; never holds more than one of them.
#[derive(Debug)]
pub struct Documents<R> {
    lines: Lines<R>,
    /// The line that ended the last document and begins the next.
    pending: Option<Line>,
    given: u32,
    done: bool,
}

impl<R: BufRead> Iterator for Documents<R> {
    type Item = io::Result<Document>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        match self.gather() {
            Ok(Some(chunk)) => {
                self.given = self.given.saturating_add(1);
                Some(Ok(chunk.into_document(self.given)))
            }
            Ok(None) => {
                self.done = true;
                None
            }
            Err(error) => {
                self.done = true;
                Some(Err(error))
            }
        }
    }
}

impl<R: BufRead> Documents<R> {
    /// The lines up to the next document or the end of the file.
    fn gather(&mut self) -> io::Result<Option<Chunk>> {
        let mut chunk = Chunk::default();
        loop {
            let line = match self.pending.take() {
                Some(line) => line,
                None => match self.lines.read()? {
                    Some(line) => line,
                    None => break,
                },
            };
            if chunk.first_line == 0 {
                chunk.first_line = line.number;
                chunk.span.offset = line.offset;
            }
            match line.kind() {
                // Comments and directives above a `---` belong to the document that it opens.
                Kind::Start if chunk.opened || chunk.has_content => {
                    self.pending = Some(line);
                    return Ok(Some(chunk));
                }
                Kind::Start => {
                    chunk.opened = true;
                    chunk.has_content = line.has_content_after_marker();
                }
                Kind::End if chunk.opened || chunk.has_content => {
                    chunk.push(&line);
                    return Ok(Some(chunk));
                }
                Kind::Content => chunk.has_content = true,
                Kind::End | Kind::Blank => {}
            }
            chunk.push(&line);
        }
        // Lines without content at the end are a document only when the file has nothing else.
        self.done = true;
        Ok((chunk.has_content || self.given == 0).then_some(chunk))
    }
}

/// The bytes of a document that is being read.
#[derive(Debug, Default)]
struct Chunk {
    bytes: Vec<u8>,
    first_line: u32,
    span: Span,
    opened: bool,
    has_content: bool,
}

impl Chunk {
    fn push(&mut self, line: &Line) {
        let room = KEPT.saturating_sub(self.bytes.len());
        self.bytes.extend(line.bytes.iter().take(room));
        self.span.length = self.span.length.saturating_add(line.length);
    }

    fn into_document(self, number: u32) -> Document {
        Document::of(number, self.first_line.max(1), self.span, self.bytes)
    }
}

/// The finding about a byte that is not UTF-8; `before` is the valid text in front of it.
fn not_utf8(before: &[u8], first_line: u32) -> Diagnostic {
    let before = String::from_utf8_lossy(before).replace("\r\n", "\n").replace('\r', "\n");
    let breaks = before.matches('\n').count();
    let column = before.rsplit('\n').next().unwrap_or("").chars().count();
    let place = Place {
        line: first_line.saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX)),
        column: u32::try_from(column).unwrap_or(u32::MAX).saturating_add(1),
        length: 1,
    };
    Diagnostic::new(Code::NotUtf8, "Dit document is geen geldige UTF-8.", [""])
        .at([place])
        .with_hint("Sla het bestand op als UTF-8, niet als Windows-1252 of UTF-16.")
}

/// Reads lines. A line may have any length, but no more than [`KEPT`] bytes of it are kept in memory.
#[derive(Debug)]
struct Lines<R> {
    reader: R,
    next: u32,
    offset: u64,
}

#[derive(Debug)]
struct Line {
    number: u32,
    /// The number of bytes of the file before it.
    offset: u64,
    /// Its number of bytes, including those that are not kept.
    length: u64,
    bytes: Vec<u8>,
}

#[derive(PartialEq, Eq)]
enum Kind {
    /// `---`: a document begins.
    Start,
    /// `...`: a document ends.
    End,
    /// An empty line, a comment or a directive.
    Blank,
    Content,
}

impl<R: BufRead> Lines<R> {
    /// The next line with its line break (LF, CR LF or CR, as in YAML).
    fn read(&mut self) -> io::Result<Option<Line>> {
        let mut line = Line { number: self.next, offset: self.offset, length: 0, bytes: Vec::new() };
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
            if ended {
                self.next = self.next.saturating_add(1);
                self.offset = self.offset.saturating_add(line.length);
                return Ok(any.then_some(line));
            }
        }
    }
}

impl Line {
    fn text(&self) -> &[u8] {
        self.bytes.strip_prefix(BOM).unwrap_or(&self.bytes)
    }

    fn kind(&self) -> Kind {
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

    fn has_content_after_marker(&self) -> bool {
        !is_blank(self.text().get(3..).unwrap_or_default())
    }
}

/// Whether a text has only white space, or only a comment.
fn is_blank(text: &[u8]) -> bool {
    matches!(text.trim_ascii_start().first(), None | Some(b'#'))
}

#[cfg(test)]
mod tests;
