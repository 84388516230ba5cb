//! The text of a case that is being written: values are set by their path, in the order of the case file, with above each
//! key what it is for.

use super::model::{Keys, SoortStap};
use crate::words::{Fact, Holds, Key};
use crate::yaml::edit::{Layout, Part, Unreachable, parts_of, remove_item, set};
use crate::yaml::path_of_key;
pub use crate::yaml::write::{New, NewEntry, lines_of};

/// The text of a case, of which the step may be known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseText {
    /// The text.
    pub text: String,
    /// The step, on which it depends which keys `stap` has.
    pub step: Option<SoortStap>,
    /// Whether a key that is added gets a comment.
    pub notes: bool,
}

impl CaseText {
    /// Sets the value at a path, or takes it away with [`New::Nothing`]; all else stays as it is.
    ///
    /// # Errors
    /// When the text is not so written that only this value changes.
    pub fn set(&mut self, path: &str, value: &New) -> Result<(), Unreachable> {
        self.text = set(&self.text, &parts_of(path), value, self)?;
        Ok(())
    }

    /// Takes an item out of a list.
    ///
    /// # Errors
    /// When the list is not written in lines below each other.
    pub fn remove_item(&mut self, list: &str, item: usize) -> Result<(), Unreachable> {
        self.text = remove_item(&self.text, &parts_of(list), item)?;
        Ok(())
    }
}

impl CaseText {
    /// The place of a path in the order of a case: that of each of its parts.
    #[must_use]
    pub fn ranks(&self, path: &str) -> Vec<usize> {
        let parts = parts_of(path);
        let rank = |(at, part): (usize, &Part)| match part {
            Part::Key(key) => self.rank(parts.get(..at).unwrap_or(&[]), key),
            Part::Item(item) => *item,
        };
        parts.iter().enumerate().map(rank).collect()
    }
}

impl Layout for CaseText {
    fn rank(&self, block: &[Part], key: &str) -> usize {
        let rows = Keys::at(&path_of(block), self.step).into_iter().flat_map(Keys::rows);
        // The word that selects the block comes first, then the word that says how it ended.
        let rank = |(at, row): (usize, &Key)| if FIRST.contains(&row.fact.key()) { 0 } else { at + 1 };
        rows.enumerate().find(|(_, row)| row.fact.key() == key).map_or(usize::MAX, rank)
    }

    fn note(&self, path: &[Part]) -> Vec<String> {
        let key = Keys::key_at(&path_of(path), self.step).filter(|_| self.notes);
        key.map(note_of).into_iter().collect()
    }
}

/// The keys that select what else a block has.
const FIRST: [&str; 2] = ["soort", "grond"];

/// What a key is for, and the words that it can hold where these are few: a line of comment.
#[must_use]
pub fn note_of(key: &Key) -> String {
    const FEW: usize = 7;
    let words = match key.holds {
        Holds::YesNo => &["true", "false"],
        _ => key.words(),
    };
    match words {
        [] => key.what.to_owned(),
        words if words.len() <= FEW => format!("{}: {}", key.what, words.join(" | ")),
        _ => key.what.to_owned(),
    }
}

/// The path of a key of the block at a path, which is empty for the case itself.
#[must_use]
pub fn path_below(block: &str, key: Fact) -> String {
    path_of_key(block, key.key())
}

fn path_of(parts: &[Part]) -> String {
    let mut path = String::new();
    for part in parts {
        match part {
            Part::Key(key) if path.is_empty() => path.push_str(key),
            Part::Key(key) => {
                path.push('.');
                path.push_str(key);
            }
            Part::Item(item) => path.push_str(&format!("[{item}]")),
        }
    }
    path
}
