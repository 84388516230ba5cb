//! Reads the registers of a run (the manifest and the receipts): checks that the run is finished, and
//! gives the lines one by one, so that only one line is in memory and an overlong line is skipped.

use super::fault::Fault;
use super::session::Session;
use crate::batch::folder::is_unfinished;
use crate::files::{open_register, shown};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

/// The longest line that is read, in bytes. Lines that this program writes have a few hundred to a
/// thousand bytes.
const MAX_LINE_BYTES: u64 = 1 << 16;

/// Whether the run in a folder has ended; shows an error when it has not.
pub fn is_finished(folder: &Path, session: &mut Session<'_>) -> bool {
    if !is_unfinished(folder).unwrap_or(false) {
        return true;
    }
    let folder = shown(folder);
    let fault = Fault::new(format!(
        "de opdracht in {folder} is niet klaar\nhulp: voer dezelfde opdracht eerst nog eens uit; wat klaar is, blijft staan"
    ));
    session.fault(&fault.about(folder));
    false
}

/// Opens a register.
///
/// # Errors
/// When the file cannot be opened.
pub fn open(path: &Path) -> io::Result<Lines<BufReader<File>>> {
    Ok(lines(BufReader::with_capacity(1 << 16, open_register(path)?)))
}

/// A line of a register.
#[derive(Debug, PartialEq, Eq)]
pub struct Line {
    /// The number of the line, counted from 1.
    pub number: u64,
    /// The text without its line break; `None` when the line is too long or not UTF-8.
    pub text: Option<String>,
}

/// An iterator over the lines of a reader.
///
/// # Errors
/// When the reader fails, the iterator gives that error as its last item.
pub fn lines<R: BufRead>(reader: R) -> Lines<R> {
    Lines { reader, count: 0, done: false }
}

/// The lines of a reader, read one at a time.
#[derive(Debug)]
pub struct Lines<R> {
    reader: R,
    count: u64,
    done: bool,
}

impl<R: BufRead> Lines<R> {
    fn read(&mut self) -> io::Result<Option<Line>> {
        let mut bytes = Vec::new();
        if self.reader.by_ref().take(MAX_LINE_BYTES).read_until(b'\n', &mut bytes)? == 0 {
            return Ok(None);
        }
        self.count += 1;
        let is_complete = bytes.ends_with(b"\n") || self.reader.fill_buf()?.is_empty();
        if !is_complete {
            self.reader.skip_until(b'\n')?;
        }
        let text = String::from_utf8(bytes).ok().filter(|_| is_complete);
        Ok(Some(Line { number: self.count, text: text.map(|t| t.trim_end_matches(['\n', '\r']).to_owned()) }))
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = io::Result<Line>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let line = self.read().transpose();
        self.done = !matches!(line, Some(Ok(_)));
        line
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_LINE_BYTES, lines};

    fn texts(bytes: &[u8]) -> Vec<(u64, Option<String>)> {
        lines(bytes).map(|line| line.unwrap()).map(|line| (line.number, line.text)).collect()
    }

    #[test]
    fn lines_come_one_by_one_with_their_number() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(texts(b""), []);
        assert_eq!(texts(b"a\r\n\nb"), [(1, some("a")), (2, some("")), (3, some("b"))]);
        assert_eq!(texts(b"a\n"), [(1, some("a"))]);
    }

    #[test]
    fn a_line_that_is_too_long_or_not_utf_8_has_no_text_and_the_next_line_follows() {
        let long = "x".repeat(usize::try_from(MAX_LINE_BYTES).unwrap() * 3);
        let all = format!("a\n{long}\nb\n").into_bytes();
        assert_eq!(texts(&all), [(1, Some("a".to_owned())), (2, None), (3, Some("b".to_owned()))]);
        assert_eq!(texts(b"\xff\nb"), [(1, None), (2, Some("b".to_owned()))]);
        let most = "x".repeat(usize::try_from(MAX_LINE_BYTES).unwrap());
        assert_eq!(texts(most.as_bytes()), [(1, Some(most.clone()))]);
    }
}
