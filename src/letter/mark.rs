//! Marks: private-use characters in the text that say from which line of which template it comes. They pass
//! unchanged through the template engine and the Markdown parser.
//!
//! The values of a case have no private-use characters (the case reader refuses them, and a template set does so
//! again when it is filled), so a value can never contain a mark.

use crate::case::identifier::Prose;

/// Opens a mark.
const OPEN: char = '\u{E000}';
/// Closes a mark.
const CLOSE: char = '\u{E001}';
/// Stands between the index of the template and the line.
const BETWEEN: char = '\u{E002}';
/// Stands for a slot; the mark before it says which.
pub(super) const SLOT: char = '\u{E003}';
/// Opens a gap: words in a concept that say what is missing or not decided yet.
pub(super) const GAP_OPEN: char = '\u{E004}';
/// Closes a gap.
pub(super) const GAP_CLOSE: char = '\u{E005}';
/// Stands for what the rules of its block cite.
pub(super) const ARTICLES: char = '\u{E008}';
/// Stands before an item of a list in a text of an officer.
pub(super) const BULLET: char = Prose::BULLET;
/// Stands before an item of a numbered list in such a text.
pub(super) const NUMBER: char = Prose::NUMBER;
/// The code of the digit 0 inside a mark; the codes of 1 to 9 follow it.
const ZERO: u32 = 0xE010;

/// A mark: a line of a template of the set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mark {
    /// The index of the template file in the set.
    pub file: u32,
    /// The line, from 1.
    pub line: u32,
}

/// Whether a character is for private use, in any plane of Unicode.
#[must_use]
pub(super) fn is_private_use(c: char) -> bool {
    matches!(u32::from(c), 0xE000..=0xF8FF | 0xF_0000..=0xF_FFFD | 0x10_0000..=0x10_FFFD)
}

/// These words as a gap, in square brackets, so that a reader who does not see its colour also recognises it.
#[must_use]
pub(super) fn gap(words: &str) -> String {
    format!("{GAP_OPEN}[{words}]{GAP_CLOSE}")
}

/// The words of a text that is one gap and nothing else; `None` for any other text.
#[must_use]
pub(super) fn in_gap(text: &str) -> Option<&str> {
    text.strip_prefix(GAP_OPEN)?.strip_suffix(GAP_CLOSE)
}

impl Mark {
    /// Writes the mark as text, with a space after it, so that bold text can follow.
    pub fn write(self, out: &mut String) {
        out.push(OPEN);
        digits(self.file, out);
        out.push(BETWEEN);
        digits(self.line, out);
        out.push(CLOSE);
        out.push(' ');
    }
}

fn digits(number: u32, out: &mut String) {
    for digit in number.to_string().chars().filter_map(|c| c.to_digit(10)) {
        out.extend(char::from_u32(ZERO + digit));
    }
}

/// Removes the marks from a text that arrives in parts, and collects them.
#[derive(Debug, Default)]
pub(super) struct Unmarker {
    number: Option<(u32, u32, bool)>,
    after_mark: bool,
    /// The marks found so far.
    pub marks: Vec<Mark>,
    /// Whether a slot was found.
    pub slot: bool,
}

impl Unmarker {
    /// The words of the next part of the text; the marks in it are added to [`Self::marks`].
    pub fn words(&mut self, text: &str) -> String {
        let mut words = String::with_capacity(text.len());
        for c in text.chars() {
            let space_of_mark = std::mem::take(&mut self.after_mark) && c == ' ';
            match (c, &mut self.number) {
                (OPEN, _) => self.number = Some((0, 0, false)),
                (CLOSE, Some((file, line, _))) => {
                    self.marks.push(Mark { file: *file, line: *line });
                    self.number = None;
                    self.after_mark = true;
                }
                (BETWEEN, Some((.., in_line))) => *in_line = true,
                (digit, Some((file, line, in_line))) => {
                    let value = u32::from(digit).saturating_sub(ZERO).min(9);
                    let target = if *in_line { line } else { file };
                    *target = target.saturating_mul(10).saturating_add(value);
                }
                (SLOT, None) => self.slot = true,
                (c, None) if !space_of_mark => words.push(c),
                _ => {}
            }
        }
        words
    }
}
