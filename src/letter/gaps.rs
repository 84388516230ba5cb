//! Open fields in templates: every condition that asks for a field which is still open gives a gap instead
//! of one of its branches.
//!
//! The engine's text of each condition begins with these branches, so that no template, not even one of an
//! organisation itself, can let a concept guess. In a final letter no field is open and they say nothing.

use super::line_kind::Group;
use super::mark::Mark;

/// Where a part of a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Its line holds nothing else that is shown.
    Alone,
    /// Among words.
    Within,
    /// On a line of conditions, between the items or rows of a group or between blocks.
    Between(Option<Group>),
}

/// The name under which the engine knows that a field is still open; no template can write it.
pub(super) fn open(name: &str) -> String {
    format!("OPEN_{name}")
}

/// The branches for a condition with these names; `first` is `if` or `elif`.
pub(super) fn branches(first: &str, names: &[String], mark: Mark, place: Place) -> String {
    let mut at = String::new();
    mark.write(&mut at);
    let (before, after) = match place {
        Place::Alone | Place::Within => (String::new(), ""),
        Place::Between(None) => (format!("\n\n{at}"), "\n\n"),
        Place::Between(Some(Group::Bullets)) => (format!("- {at}"), "\n"),
        Place::Between(Some(Group::Numbers)) => (format!("1. {at}"), "\n"),
        Place::Between(Some(Group::Table)) => (format!("| {at}"), " |\n"),
    };
    let branch = |(index, name): (usize, &String)| {
        let (word, open) = (if index == 0 { first } else { "elif" }, open(name));
        format!("{{% {word} {open} %}}{before}{{{{ {open} }}}}{after}")
    };
    names.iter().enumerate().map(branch).collect()
}
