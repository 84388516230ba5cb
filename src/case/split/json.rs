//! Cuts JSON into values: one behind the other, one a line, or the items of a list.
//!
//! Only brackets and texts between quotes are looked at; whether a value is JSON, its reader says. A value that
//! is not closed ends where a line begins with what cannot stand inside it, so that it costs no other.

use super::chunk::Chunk;
use super::lines::{Kind, Line, Lines};
use std::io::{self, BufRead};

/// How a text with a bracket at its start goes on.
pub(super) enum Start {
    /// A list of cases; its bracket is taken.
    List,
    /// A value, and how it ended.
    Value(End),
    /// No JSON; what was taken is content of the document.
    Other,
}

/// How a value ended.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// With its own bracket.
    Closed,
    /// Another value begins, or a marker stands, where it should go on.
    Torn,
    /// With the file.
    File,
}

/// Reads on from a bracket at the start of a line. JSON is what has a quote behind `{`, or an object behind `[`.
pub(super) fn start<R: BufRead>(lines: &mut Lines<R>, chunk: &mut Chunk) -> io::Result<Start> {
    let mut scan = Scan::default();
    let list = lines.peek()? == Some(b'[');
    step(lines, chunk, &mut scan)?;
    space(lines, chunk)?;
    match lines.peek()? {
        Some(b'{') if list => Ok(Start::List),
        Some(b'"' | b'}') if !list => Ok(Start::Value(value(lines, chunk, scan)?)),
        _ => Ok(Start::Other),
    }
}

/// The next item of a list of cases, and whether more can follow; `None` behind its last. A list without an end gives what there is of it,
/// and then an item that says so.
pub(super) fn item<R: BufRead>(lines: &mut Lines<R>) -> io::Result<Option<(Chunk, bool)>> {
    loop {
        space(lines, &mut Chunk::default())?;
        match lines.peek()? {
            Some(b',') => lines.take(&mut |_| ())?,
            Some(b']') => {
                lines.take(&mut |_| ())?;
                blanks(lines, &mut Chunk::default())?;
                if matches!(lines.peek()?, Some(b'\n' | b'\r')) {
                    lines.take(&mut |_| ())?;
                }
                return Ok(None);
            }
            found => {
                let mut chunk = Chunk { has_content: true, ..Chunk::default() };
                chunk.begin(lines);
                let end =
                    if found.is_some() { value(lines, &mut chunk, Scan::default())? } else { End::File };
                chunk.open_list = found.is_none();
                chunk.complete = end == End::Closed;
                let more = end != End::File && !lines.has_given_back();
                return Ok(Some((chunk, more)));
            }
        }
    }
}

/// Takes white space.
fn space<R: BufRead>(lines: &mut Lines<R>, chunk: &mut Chunk) -> io::Result<()> {
    while lines.peek()?.is_some_and(|byte| byte.is_ascii_whitespace()) {
        lines.take(&mut |byte| chunk.add(byte))?;
    }
    Ok(())
}

/// Takes white space up to the end of the line.
pub(super) fn blanks<R: BufRead>(lines: &mut Lines<R>, chunk: &mut Chunk) -> io::Result<()> {
    while matches!(lines.peek()?, Some(b' ' | b'\t')) {
        lines.take(&mut |byte| chunk.add(byte))?;
    }
    Ok(())
}

/// Takes the rest of a value: up to the bracket that closes it; of a word or number, up to what ends it.
fn value<R: BufRead>(lines: &mut Lines<R>, chunk: &mut Chunk, mut scan: Scan) -> io::Result<End> {
    while let Some(byte) = lines.peek()? {
        if scan.depth == 0 && !scan.text && matches!(byte, b',' | b']' | b'\n' | b'\r') {
            return Ok(End::Closed);
        }
        if lines.column == 0 && scan.depth > 0 {
            if byte == b'{' && !scan.may_open() {
                return Ok(End::Torn);
            }
            if byte == b'-' {
                let Some(line) = lines.read()? else { return Ok(End::File) };
                if line.kind() == Kind::Start {
                    lines.give_back(line);
                    return Ok(End::Torn);
                }
                if scan.line(chunk, &line) {
                    return Ok(End::Closed);
                }
                continue;
            }
        }
        if step(lines, chunk, &mut scan)? {
            return Ok(End::Closed);
        }
    }
    Ok(End::File)
}

/// Takes a byte; says whether it closes the value.
fn step<R: BufRead>(lines: &mut Lines<R>, chunk: &mut Chunk, scan: &mut Scan) -> io::Result<bool> {
    let mut closed = false;
    lines.take(&mut |byte| {
        chunk.add(byte);
        closed |= scan.byte(byte);
    })?;
    Ok(closed)
}

/// Where in a value it is.
#[derive(Default)]
pub(super) struct Scan {
    /// Brackets that are open.
    depth: usize,
    /// Which of the innermost of them are those of a list, as bits.
    lists: u64,
    /// Between quotes.
    text: bool,
    /// Behind a backslash.
    escaped: bool,
    /// The last byte that is no white space.
    last: u8,
}

impl Scan {
    /// Reads a byte; says whether it closes the value.
    fn byte(&mut self, byte: u8) -> bool {
        if self.text {
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' => self.escaped = true,
                b'"' => self.text = false,
                _ => {}
            }
            return false;
        }
        if byte.is_ascii_whitespace() {
            return false;
        }
        self.last = byte;
        match byte {
            b'"' => self.text = true,
            b'{' | b'[' => {
                self.depth = self.depth.saturating_add(1);
                self.lists = self.lists << 1 | u64::from(byte == b'[');
            }
            b'}' | b']' => {
                self.depth = self.depth.saturating_sub(1);
                self.lists >>= 1;
                return self.depth == 0;
            }
            _ => {}
        }
        false
    }

    /// Reads a whole line; says whether it closes the value.
    fn line(&mut self, chunk: &mut Chunk, line: &Line) -> bool {
        chunk.push(line);
        let mut closed = false;
        for byte in &line.bytes {
            closed |= self.byte(*byte);
        }
        closed
    }

    /// Whether an object can begin here: as an item of a list or as the value of a key.
    const fn may_open(&self) -> bool {
        let list = self.lists & 1 == 1;
        !self.text && if list { matches!(self.last, b'[' | b',') } else { self.last == b':' }
    }
}
