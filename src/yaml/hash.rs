//! A `#` that leaves open whether a text goes on or a note begins.
//!
//! YAML has one reading: inside a block of text (`|`, `>`) a `#` is text, behind an unquoted text it begins a
//! comment. Whoever writes may have meant the other; so a value keeps the place and both readings, and the
//! code that reads an officer's own words asks.

use crate::places::Place;

/// Characters of a reading that are shown before and after the `#`.
const SHOWN: usize = 80;

/// A `#` in or right behind a single value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hash {
    /// Where the `#` stands.
    pub place: Place,
    /// What the value says around it if the `#` is text.
    pub as_text: String,
    /// What the value says around it if a note begins there.
    pub as_note: String,
}

/// How a value was written, as far as a `#` is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// Without quotes.
    Plain,
    /// A block of lines behind `|` or `>`.
    Block,
    /// In quotes: a `#` is text and nothing else.
    Quoted,
}

/// A value in the text of the document.
#[derive(Clone, Copy, Debug)]
pub struct Written<'t> {
    /// The text of the document.
    pub text: &'t str,
    /// Where the value begins and ends in it, in bytes.
    pub from: usize,
    /// See `from`.
    pub to: usize,
    /// How it was written.
    pub writing: Writing,
    /// The line of the file on which it begins, from 1.
    pub line: u32,
    /// A comment below the value that begins at this column (from 1) or further looks as if it belonged to it.
    pub column: u32,
}

impl Written<'_> {
    /// The first `#` in or behind the value that leaves open what it is; `value` is what YAML made of it.
    #[must_use]
    pub fn hash(&self, value: &str) -> Option<Hash> {
        let inside = if self.writing == Writing::Block { self.inside() } else { None };
        inside.or_else(|| self.behind(value))
    }

    /// A line of a block that begins with `#`.
    fn inside(&self) -> Option<Hash> {
        let block = self.text.get(self.from..self.to)?;
        let is_hash = |line: &&str| line.trim_start().starts_with('#');
        let mut begins = self.from;
        let first = block.split_inclusive('\n').find(|line| {
            let found = is_hash(line);
            begins += if found { 0 } else { line.len() };
            found
        })?;
        let at = begins + (first.len() - first.trim_start().len());
        let before = joined(self.text.get(self.from..at)?.lines());
        let after = self.text.get(at..self.to)?.lines().skip(1);
        let place = self.place(at, first.trim().chars().count());
        Some(Hash {
            place,
            as_text: around(&before, &joined(std::iter::once(first).chain(after.clone()))),
            as_note: around(&before, &joined(after.filter(|line| !is_hash(line)))),
        })
    }

    /// A comment right behind the value, on its line or as the next line further in than its key.
    fn behind(&self, value: &str) -> Option<Hash> {
        if self.writing == Writing::Quoted {
            return None;
        }
        let rest = self.text.get(self.to..)?;
        let same = rest.trim_start_matches([' ', '\t']);
        let (at, note) = if self.writing == Writing::Plain && same.starts_with('#') {
            (self.to + (rest.len() - same.len()), same.lines().next()?)
        } else {
            let next = self.below(same)?;
            let line = next.lines().next()?;
            let note = line.trim_start_matches(' ');
            let column = u32::try_from(line.len() - note.len() + 1).unwrap_or(u32::MAX);
            if !note.starts_with('#') || column < self.column {
                return None;
            }
            (self.text.len() - next.len() + (line.len() - note.len()), note)
        };
        let value = joined(value.lines());
        Some(Hash {
            place: self.place(at, note.trim_end().chars().count()),
            as_text: around(&value, note.trim_end()),
            as_note: around(&value, ""),
        })
    }

    /// The text from the line below the value on, if nothing else stands on its last line. A block ends with
    /// its line break, and sometimes with the spaces of the line below.
    fn below(&self, rest: &str) -> Option<&str> {
        let own = self.text.get(self.from..self.to)?.trim_end_matches(' ');
        if own.ends_with('\n') {
            return self.text.get(self.from + own.len()..);
        }
        let at = self.text.len() - rest.len();
        let rest = self.text.get(at..)?;
        rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n'))
    }

    fn place(&self, at: usize, length: usize) -> Place {
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let lines = self.text.get(self.from..at).map_or(0, |text| text.matches('\n').count());
        let start = self.text.get(..at).and_then(|text| text.rfind('\n')).map_or(0, |at| at + 1);
        let column =
            self.text.get(start..at).map_or(0, |text| text.trim_start_matches('\u{FEFF}').chars().count());
        Place {
            line: self.line.saturating_add(number(lines)),
            column: number(column).saturating_add(1),
            length: number(length).max(1),
        }
    }
}

/// Lines as one line.
fn joined<'t>(lines: impl Iterator<Item = &'t str>) -> String {
    lines.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

/// The end of what stands before and the beginning of what stands after, with `…` where there is more.
fn around(before: &str, after: &str) -> String {
    let cut = before.char_indices().rev().nth(SHOWN - 1).map_or(0, |(at, _)| at);
    let end = after.char_indices().nth(SHOWN).map_or(after.len(), |(at, _)| at);
    let (head, tail) = (before.get(cut..).unwrap_or(before), after.get(..end).unwrap_or(after));
    let more = |there: bool| if there { "…" } else { "" };
    let gap = if head.is_empty() || tail.is_empty() { "" } else { " " };
    format!("{}{head}{gap}{tail}{}", more(cut > 0), more(end < after.len()))
}
