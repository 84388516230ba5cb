//! The lines of a text of YAML: where keys, items and values between brackets begin and end.

use crate::places::Place;

/// The line of a place, from 0.
pub(super) fn line_of(place: Place) -> usize {
    (place.line as usize).saturating_sub(1)
}

/// A text in lines, counted from 0.
pub(super) struct Lines<'t> {
    /// The text.
    pub(super) text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// The lines of a text.
    pub(super) fn of(text: &'t str) -> Self {
        let after_breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        let starts = std::iter::once(0).chain(after_breaks).filter(|at| *at < text.len() || *at == 0);
        Self { text, starts: starts.collect() }
    }

    /// Where a line begins; the end of the text for a line behind the last.
    pub(super) fn start(&self, line: usize) -> usize {
        self.starts.get(line).copied().unwrap_or(self.text.len())
    }

    fn line(&self, line: usize) -> &'t str {
        self.text.get(self.start(line)..self.start(line + 1)).unwrap_or("")
    }

    /// Where a place begins, in bytes.
    pub(super) fn at(&self, place: Place) -> Option<usize> {
        let line = line_of(place);
        let column = usize::try_from(place.column).ok()?.checked_sub(1)?;
        let within = self.line(line).char_indices().nth(column).map(|(at, _)| at)?;
        Some(self.start(line) + within)
    }

    /// Whether a block or list stands between brackets.
    pub(super) fn is_flow(&self, place: Place) -> bool {
        self.at(place).and_then(|at| self.text.get(at..)).is_some_and(|rest| rest.starts_with(['{', '[']))
    }

    /// Where the colon behind a key ends.
    pub(super) fn colon_behind(&self, key: Place) -> Option<usize> {
        let at = self.at(key)?;
        let end = self.text.get(at..)?.char_indices().nth(key.length as usize).map(|(end, _)| at + end)?;
        let colon = self.text.get(end..)?.find(':')?;
        self.text.get(end..end + colon)?.trim_matches(['"', '\'', ' ']).is_empty().then_some(end + colon + 1)
    }

    /// Whether only spaces stand before a place on its line.
    pub(super) fn begins_line(&self, place: Place) -> bool {
        let start = self.start(line_of(place));
        self.at(place).and_then(|at| self.text.get(start..at)).is_some_and(|before| before.trim().is_empty())
    }

    /// The spaces before the dash of an item of a list; `None` when its dash stands on another line.
    pub(super) fn dash_before(&self, item: Place) -> Option<usize> {
        let start = self.start(line_of(item));
        let before = self.text.get(start..self.at(item)?)?;
        let dash = before.rfind('-')?;
        before.get(..dash)?.trim().is_empty().then_some(dash)
    }

    fn indent(line: &str) -> usize {
        line.len() - line.trim_start_matches(' ').len()
    }

    /// The first line behind an entry of a block whose keys stand `indent` in; the comments of the next key are not its.
    pub(super) fn end_of_entry(&self, line: usize, indent: usize) -> usize {
        self.end(
            line,
            |text| {
                let here = Self::indent(text);
                here < indent || (here == indent && !is_dash(text.trim_start()))
            },
            indent,
        )
    }

    /// The first line behind an item of a list whose dash stands `dash` in.
    pub(super) fn end_of_item(&self, line: usize, dash: usize) -> usize {
        self.end(line, |text| Self::indent(text) <= dash, dash)
    }

    fn end(&self, line: usize, ends: impl Fn(&str) -> bool, indent: usize) -> usize {
        let mut last = line;
        for next in line + 1..self.starts.len() {
            let text = self.line(next);
            let (trimmed, here) = (text.trim(), Self::indent(text));
            if trimmed.is_empty() || (trimmed.starts_with('#') && here <= indent) {
                continue;
            }
            if text.starts_with("---") || text.starts_with("...") || ends(text) {
                break;
            }
            last = next;
        }
        last + 1
    }

    /// The first of the lines of comment right above a line.
    pub(super) fn above_notes(&self, line: usize, indent: usize) -> usize {
        let is_note = |line: &str| line.trim_start().starts_with('#') && Self::indent(line) == indent;
        let notes = (0..line).rev().take_while(|above| is_note(self.line(*above))).count();
        // The first lines of a file are about the file, but for the one right above the key.
        if notes == line { line - notes.min(1) } else { line - notes }
    }

    /// Where a value between brackets ends that begins behind `from`: before a comma or the closing bracket.
    pub(super) fn end_in_flow(&self, from: usize) -> Option<usize> {
        let mut depth = 0_usize;
        for (at, c) in unquoted(self.text, from) {
            match c {
                '{' | '[' => depth += 1,
                '}' | ']' if depth == 0 => return Some(at),
                '}' | ']' => depth -= 1,
                ',' if depth == 0 => return Some(at),
                _ => {}
            }
        }
        None
    }

    /// The bracket that closes the one at `from`.
    pub(super) fn closing(&self, from: usize) -> Option<usize> {
        let mut depth = 0_usize;
        for (at, c) in unquoted(self.text, from) {
            match c {
                '{' | '[' => depth += 1,
                '}' | ']' => {
                    depth = depth.checked_sub(1)?;
                    if depth == 0 {
                        return Some(at);
                    }
                }
                _ => {}
            }
        }
        None
    }
}

fn is_dash(text: &str) -> bool {
    text.starts_with("- ") || text.trim_end() == "-"
}

/// The characters of a text between brackets that do not stand in quotes or in a comment.
fn unquoted(text: &str, from: usize) -> impl Iterator<Item = (usize, char)> {
    let (mut quote, mut escaped, mut before, mut comment) = (None, false, ' ', false);
    text.get(from..).unwrap_or("").char_indices().filter_map(move |(at, c)| {
        let was = std::mem::replace(&mut before, c);
        if comment {
            comment = c != '\n';
            return None;
        }
        match quote {
            Some('"') if escaped => escaped = false,
            Some('"') if c == '\\' => escaped = true,
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None if matches!(c, '"' | '\'') && matches!(was, ' ' | '{' | '[' | ',' | ':' | '\n') => {
                quote = Some(c)
            }
            None if c == '#' && was.is_whitespace() => comment = true,
            None => return Some((from + at, c)),
        }
        None
    })
}
