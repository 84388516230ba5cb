//! Words that go on on the next line, so that whoever extracts the text still finds them whole.
//!
//! A word is divided only where it is wider than its line. Its parts become one sequence of the page content that says the
//! whole word (`ActualText`, ISO 32000-1, 14.9.4).

use super::shape::Word;
use std::ops::Range;
use std::rc::Rc;

/// What a line has of words that take more than one line; its other words stand between.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Divided {
    /// How many of its first words end a word that began on a line before.
    pub ends: Option<usize>,
    /// From which of its words on a word begins that goes on on the next line, and that whole word.
    pub begins: Option<(usize, Box<str>)>,
    /// Whether the next line goes on with a word of this one.
    pub goes_on: bool,
}

/// A divided word among the words of a text: its parts and hyphens, and what it says as a whole.
#[derive(Clone, Debug)]
pub(super) struct Division {
    parts: Range<usize>,
    whole: Box<str>,
}

/// The most lines that a word is told whole over: so many always stand on one page.
const MOST: usize = 6;

impl Division {
    /// Of the words from this one on, which together say `whole`. `None` where they are one word after all, too many to
    /// stand on one page, or say their text themselves already.
    pub(super) fn of<S>(words: &mut [(S, Rc<Word>)], first: usize, whole: &str) -> Option<Self> {
        let end = words.iter().rposition(|(_, word)| !word.is_space())? + 1;
        let parts = words.get_mut(first..end)?;
        let is_hyphen = |word: &Word| &*word.text == "\u{AD}";
        let told = parts.iter().any(|(_, word)| word.unclear && !is_hyphen(word));
        if parts.len() < 2 || parts.len() > 2 * MOST || told {
            return None;
        }
        for (_, word) in parts {
            if word.unclear {
                *word = Rc::new(Word { unclear: false, ..Word::clone(word) });
            }
        }
        Some(Self { parts: first..end, whole: whole.into() })
    }

    /// What a line has of these words, if it has these words of the text.
    pub(super) fn on_line(divisions: &[Self], line: &Range<usize>) -> Option<Box<Divided>> {
        let mut found = Divided::default();
        for Self { parts, whole } in divisions {
            let (begins, ends) = (line.contains(&parts.start), parts.end <= line.end);
            if parts.end <= line.start || parts.start >= line.end || (begins && ends) {
                continue;
            }
            if begins {
                found.begins = Some((parts.start - line.start, whole.clone()));
            } else if ends {
                found.ends = Some(parts.end - line.start);
            }
            found.goes_on |= !ends;
        }
        (found != Divided::default()).then(|| Box::new(found))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn division(parts: Range<usize>) -> Division {
        Division { parts, whole: "woord".into() }
    }

    #[test]
    fn each_line_knows_its_part_of_a_divided_word() {
        let words = [division(3..8), division(9..11)];
        let on = |line: Range<usize>| Division::on_line(&words, &line).map(|found| *found);
        let begins = |at| Some((at, "woord".into()));
        assert_eq!(on(0..5), Some(Divided { ends: None, begins: begins(3), goes_on: true }));
        assert_eq!(on(5..7), Some(Divided { ends: None, begins: None, goes_on: true }));
        assert_eq!(on(7..10), Some(Divided { ends: Some(1), begins: begins(2), goes_on: true }));
        assert_eq!(on(10..14), Some(Divided { ends: Some(1), begins: None, goes_on: false }));
        assert_eq!(on(0..3), None);
        assert_eq!(on(0..12), None);
    }
}
