//! The optional texts of the case as values for a template.

use crate::case::identifier::{OneLine, Prose};

/// A text of one line; `None` when it is absent.
pub(in crate::letter) fn line<T: OneLine>(fact: Option<&T>) -> Option<String> {
    fact.map(|line| line.as_str().to_owned())
}

/// A text of paragraphs; `None` when it is absent.
pub(in crate::letter) fn prose(fact: Option<&Prose>) -> Option<String> {
    fact.map(|prose| prose.as_str().to_owned())
}
