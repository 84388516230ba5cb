//! Cuts a file into documents, one case each: YAML at the lines that begin with `---`, JSON at its values.
//!
//! A file is cut before it is parsed, so that an error in one document does not affect the next, and so that only
//! one document of a large file is in memory. In YAML a `---` at the start of a line also ends everything before
//! it, even a text in a block or between quotes.
//!
//! JSON may stand alone, one value a line, or as a list of cases (docs/spec/cli.md).

mod chunk;
mod json;
mod lines;

use crate::diagnostic::{Code, Diagnostic};
use crate::places::Place;
use crate::yaml::{MAX_BYTES, too_many_bytes};
use chunk::Chunk;
use json::{End, Start};
use lines::{BOM, Kind, Lines};
use std::io::{self, BufRead};

/// The furthest column at which a document of JSON can begin and still have its columns counted from the start of
/// its line; spaces stand for what is before it.
const FURTHEST: u32 = 1000;

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
    /// Characters before it on its first line: of one that is an item of a list, say.
    pub column: u32,
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
            if (1..=FURTHEST).contains(&span.column) {
                bytes.splice(..0, std::iter::repeat_n(b' ', span.column as usize));
            }
            String::from_utf8(bytes).map_err(|error| {
                let valid = error.utf8_error().valid_up_to();
                not_utf8(error.as_bytes(), valid, first_line)
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
    let lines = Lines::new(reader);
    Documents { lines, given: 0, done: false, in_list: false, refuses_torn: false }
}

/// The documents of a reader that may have been cut off: standard input, the files of a batch. A last document
/// that does not end with a line break and is no complete JSON value is refused.
///
/// # Errors
///
/// The same as [`documents`].
pub fn whole_documents<R: BufRead>(reader: R) -> Documents<R> {
    Documents { refuses_torn: true, ..documents(reader) }
}

/// Iterator over the documents of a reader; never holds more than one of them.
#[derive(Debug)]
pub struct Documents<R> {
    lines: Lines<R>,
    given: u32,
    done: bool,
    /// Among the items of a list of cases.
    in_list: bool,
    refuses_torn: bool,
}

impl<R: BufRead> Iterator for Documents<R> {
    type Item = io::Result<Document>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        self.lines.begin_document();
        match self.gather() {
            Ok(Some(chunk)) => {
                self.given = self.given.saturating_add(1);
                Some(Ok(document(chunk, self.given, self.refuses_torn)))
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
    /// The reader that the documents come from.
    pub fn into_reader(self) -> R {
        self.lines.into_reader()
    }

    /// The lines up to the next document or the end of the file.
    fn gather(&mut self) -> io::Result<Option<Chunk>> {
        if self.in_list
            && let Some(item) = self.item()?
        {
            return Ok(Some(item));
        }
        let mut chunk = Chunk::default();
        self.byte_order_mark(&mut chunk)?;
        loop {
            if !self.lines.has_given_back() && matches!(self.lines.peek()?, Some(b'{' | b'[')) {
                if chunk.complete {
                    return Ok(Some(chunk));
                }
                if !chunk.has_content {
                    chunk.begin(&self.lines);
                    chunk.has_content = true;
                    match json::start(&mut self.lines, &mut chunk)? {
                        Start::List => {
                            self.in_list = true;
                            if let Some(item) = self.item()? {
                                return Ok(Some(item));
                            }
                            chunk = Chunk::default();
                            continue;
                        }
                        Start::Value(End::Torn) => return Ok(Some(chunk)),
                        Start::Value(end) => {
                            chunk.complete = end == End::Closed;
                            json::blanks(&mut self.lines, &mut chunk)?;
                            continue;
                        }
                        Start::Other => {}
                    }
                }
            }
            let Some(line) = self.lines.read()? else { break };
            if chunk.first_line == 0 {
                (chunk.first_line, chunk.offset) = (line.number, line.offset);
            }
            match line.kind() {
                // Comments and directives above a `---` belong to the document that it opens.
                Kind::Start if chunk.opened || chunk.has_content => {
                    self.lines.give_back(line);
                    return Ok(Some(chunk));
                }
                Kind::Start => {
                    chunk.opened = true;
                    chunk.has_content = line.has_content_after_marker();
                }
                Kind::End if chunk.opened || chunk.has_content => {
                    chunk.push(&line);
                    chunk.complete = true;
                    return Ok(Some(chunk));
                }
                Kind::Content => (chunk.has_content, chunk.complete) = (true, false),
                Kind::End | Kind::Blank => {}
            }
            chunk.push(&line);
        }
        // Lines without content at the end are a document only when the file has nothing else.
        self.done = true;
        Ok((chunk.has_content || self.given == 0).then_some(chunk))
    }

    /// The next item of the list of cases; `None` behind its last.
    fn item(&mut self) -> io::Result<Option<Chunk>> {
        let item = json::item(&mut self.lines)?;
        self.in_list = item.as_ref().is_some_and(|(_, more)| *more);
        Ok(item.map(|(chunk, _)| chunk))
    }

    /// Takes a byte order mark at the start of the file.
    fn byte_order_mark(&mut self, chunk: &mut Chunk) -> io::Result<()> {
        if self.lines.offset > 0 {
            return Ok(());
        }
        for byte in BOM {
            if self.lines.peek()? != Some(*byte) {
                break;
            }
            chunk.begin(&self.lines);
            self.lines.take(&mut |byte| chunk.add(byte))?;
        }
        self.lines.column = 0;
        Ok(())
    }
}

/// The document of a chunk; `refuses_torn`: what may have been cut off is refused.
fn document(chunk: Chunk, number: u32, refuses_torn: bool) -> Document {
    let first_line = chunk.first_line.max(1);
    let torn = if chunk.open_list {
        Some(open_list(first_line))
    } else if refuses_torn && chunk.has_content && !chunk.is_whole() {
        Some(cut_off(&chunk.bytes, first_line))
    } else {
        None
    };
    let span = Span { offset: chunk.offset, length: chunk.length, column: chunk.column };
    let document = Document::of(number, first_line, span, chunk.bytes);
    match torn {
        Some(torn) if document.text.is_ok() => Document { text: Err(torn), ..document },
        _ => document,
    }
}

/// The finding about a last document that may have been cut off.
fn cut_off(text: &[u8], first_line: u32) -> Diagnostic {
    let message = "Het laatste document eindigt zonder regeleinde; misschien is het afgebroken.";
    Diagnostic::new(Code::Syntax, message, [""])
        .at([end_of(text, first_line)])
        .with_hint("Kijk of het bestand heel is, en zet een lege regel aan het eind.")
}

/// The finding about a list of cases that is not closed.
fn open_list(line: u32) -> Diagnostic {
    let message = "De lijst met zaken wordt niet gesloten; misschien is het bestand afgebroken.";
    Diagnostic::new(Code::Syntax, message, [""])
        .at([Place { line, column: 1, length: 1 }])
        .with_hint("Kijk of het bestand heel is, en zet `]` achter de laatste zaak.")
}

/// The place behind a text that begins on a line.
fn end_of(text: &[u8], first_line: u32) -> Place {
    let text = String::from_utf8_lossy(text).replace("\r\n", "\n").replace('\r', "\n");
    let breaks = text.matches('\n').count();
    let column = text.rsplit('\n').next().unwrap_or("").chars().count();
    Place {
        line: first_line.saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX)),
        column: u32::try_from(column).unwrap_or(u32::MAX).saturating_add(1),
        length: 1,
    }
}

/// The finding about bytes of which only the first `valid` are UTF-8.
fn not_utf8(bytes: &[u8], valid: usize, first_line: u32) -> Diagnostic {
    let no_text = [
        (b"PK\x03\x04".as_slice(), "een Excel-, Word- of zipbestand"),
        (b"\xD0\xCF\x11\xE0", "een oud Excel- of Wordbestand"),
        (b"%PDF", "een PDF"),
    ];
    if let Some((_, what)) = no_text.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Diagnostic::new(Code::NotUtf8, format!("Dit is {what} en geen zaakbestand."), [""])
            .at([Place { line: first_line, column: 1, length: 1 }])
            .with_hint("Een zaakbestand is gewone tekst; zie de handleiding.");
    }
    Diagnostic::new(Code::NotUtf8, "Dit document is geen geldige UTF-8.", [""])
        .at([end_of(bytes.get(..valid).unwrap_or_default(), first_line)])
        .with_hint("Sla het bestand op als UTF-8, niet als Windows-1252 of UTF-16.")
}

#[cfg(test)]
mod tests;
