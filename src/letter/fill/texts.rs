//! Texts of the case as a template takes them.

use crate::case::identifier::{Line, Prose};

/// A text of one line, if it is there.
pub(in crate::letter) fn line(fact: Option<&Line>) -> Option<String> {
    fact.map(|line| line.as_str().to_owned())
}

/// A text of paragraphs, if it is there.
pub(in crate::letter) fn prose(fact: Option<&Prose>) -> Option<String> {
    fact.map(|prose| prose.as_str().to_owned())
}
