//! The error for a fact or a term that a letter must name and that is absent.

use crate::words::{Fact, RuleId, TermKind};
use std::fmt;

/// A fact or term that the letter must name and that is absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// A fact of the case.
    Fact(Fact),
    /// A term that the plan does not have.
    Term(TermKind),
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("de brief moet dit noemen, maar het ontbreekt: ")?;
        match self {
            Self::Fact(fact) => fact.fmt(f),
            Self::Term(kind) => RuleId::from(*kind).fmt(f),
        }
    }
}

impl std::error::Error for Gap {}
