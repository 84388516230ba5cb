//! Where words of a value stand in the file: YAML folds lines and takes quotation marks away, so a value is not a piece of it.

use super::sentence::tokens;
use crate::places::Place;
use std::ops::Range;

/// How far behind a word, in bytes, the next one is looked for: past line breaks, indentation and escapes.
const NEAR: usize = 400;

/// The file in which a value stands.
#[derive(Clone, Copy, Debug)]
pub struct Written<'a> {
    /// The text of the document.
    pub document: &'a str,
    /// The line of the file on which that text begins.
    pub first_line: u32,
    /// Where the value begins.
    pub value: Place,
}

impl Written<'_> {
    /// The place of each range of the value, which are in ascending order; that of the nearest word before it where the word
    /// itself is written in another way, with an escape.
    #[must_use]
    pub fn places(&self, value: &str, ranges: &[Range<usize>]) -> Vec<Place> {
        let mut found = Vec::with_capacity(ranges.len());
        let mut at = self.start();
        // Where the last word stands that was found up to the range, and how many bytes of it are meant.
        let mut last: Option<(usize, usize)> = None;
        let mut words = tokens(value).peekable();
        for range in ranges {
            while let Some((start, word)) = words.peek().copied().filter(|(start, _)| *start <= range.start) {
                let is_before = start + word.len() <= range.start;
                if let Some(there) = self.next(at, word) {
                    let inside = if is_before { 0 } else { range.start - start };
                    last = Some((there + inside, if is_before { word.len() } else { range.len() }));
                    at = there + if is_before { word.len() } else { 0 };
                }
                if !is_before {
                    break;
                }
                words.next();
            }
            found.push(last.map_or(self.value, |(at, length)| self.place(at, length)));
        }
        found
    }

    /// Where the value begins in the document, in bytes.
    fn start(&self) -> usize {
        let lines = usize::try_from(self.value.line.saturating_sub(self.first_line)).unwrap_or(0);
        let before: usize = self.document.split_inclusive('\n').take(lines).map(str::len).sum();
        let column = usize::try_from(self.value.column.saturating_sub(1)).unwrap_or(0);
        let line = self.document.get(before..).unwrap_or("");
        before + line.char_indices().nth(column).map_or(0, |(at, _)| at)
    }

    /// The next place of a word of the value, in bytes.
    fn next(&self, at: usize, word: &str) -> Option<usize> {
        let rest = self.document.get(at..)?;
        let reach = NEAR + word.len();
        let end = (reach..rest.len()).find(|end| rest.is_char_boundary(*end)).unwrap_or(rest.len());
        rest.get(..end)?.find(word).map(|found| at + found)
    }

    /// The place of so many bytes of the document, as far as they stand on one line.
    fn place(&self, at: usize, length: usize) -> Place {
        let before = self.document.get(..at).unwrap_or("");
        let line = before.rfind('\n').and_then(|found| before.get(found + 1..)).unwrap_or(before);
        let marked = self.document.get(at..).and_then(|rest| rest.lines().next()).unwrap_or("");
        let marked = marked.get(..length).unwrap_or(marked);
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Place {
            line: self.first_line.saturating_add(number(before.matches('\n').count())),
            column: number(line.chars().count()).saturating_add(1),
            length: number(marked.trim_end().chars().count()).max(1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Place, Written};

    /// The places, `line:column+length`, of these words of a value that begins behind `tekst: `.
    fn places(document: &str, value: &str, sought: &[&str]) -> Vec<String> {
        let before = &document[..document.find("tekst: ").unwrap() + 7];
        let line = 4 + u32::try_from(before.matches('\n').count()).unwrap();
        let column = before.lines().last().unwrap().chars().count();
        let place = Place { line, column: u32::try_from(column).unwrap() + 1, length: 1 };
        let mut from = 0;
        let mut ranges = Vec::new();
        for word in sought {
            let at = from + value[from..].find(word).unwrap();
            ranges.push(at..at + word.len());
            from = at;
        }
        let written = Written { document, first_line: 4, value: place };
        written
            .places(value, &ranges)
            .iter()
            .map(|it| format!("{}:{}+{}", it.line, it.column, it.length))
            .collect()
    }

    #[test]
    fn words_are_found_in_every_style_of_yaml() {
        let value = "Één (thans) reeds thans.\n\nThans";
        for (document, expected) in [
            (
                "a:\n  tekst: >-\n    Één (thans)\n    reeds thans.\n\n    Thans\n",
                ["6:10+5", "7:5+5", "7:11+5", "9:5+5"],
            ),
            (
                "tekst: |\r\n  Één (thans) reeds thans.\r\n\r\n  Thans\r\n",
                ["5:8+5", "5:15+5", "5:21+5", "7:3+5"],
            ),
            ("tekst: Één (thans)\n  reeds thans.\n\n  Thans\n", ["4:13+5", "5:3+5", "5:9+5", "7:3+5"]),
            ("tekst: 'Één (thans) reeds thans.\n\n  Thans'", ["4:14+5", "4:21+5", "4:27+5", "6:3+5"]),
        ] {
            assert_eq!(
                places(document, value, &["thans", "reeds", "thans", "Thans"]),
                expected,
                "{document}"
            );
        }
    }

    #[test]
    fn a_phrase_over_two_lines_is_marked_on_its_first() {
        assert_eq!(
            places("tekst: >-\n  dat gelet\n  op dit\n", "dat gelet op dit", &["gelet op"]),
            ["5:7+5"]
        );
    }

    #[test]
    fn a_word_with_an_escape_has_the_place_before_it() {
        assert_eq!(
            places("tekst: \"dat t\\u0068ans nu\"", "dat thans nu", &["thans", "nu"]),
            ["4:9+3", "4:24+2"]
        );
    }
}
