//! Reading one rule table: the YAML of a table into its rows, or an error that names the table.
//!
//! All tables fail the same way, so that whoever adapts one is told in which table and where.

use serde::de::DeserializeOwned;
use std::fmt;

/// Why a rule table is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulesError {
    /// Name of the table: `terms.yaml`.
    pub table: String,
    /// What is wrong, one Dutch sentence; with the place when the YAML itself is wrong.
    pub message: String,
}

impl RulesError {
    /// An error in a table.
    pub(super) fn new(table: &str, message: impl Into<String>) -> Self {
        Self { table: table.to_owned(), message: message.into() }
    }
}

impl fmt::Display for RulesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.table, self.message)
    }
}

impl std::error::Error for RulesError {}

/// Reads a table.
///
/// # Errors
/// When the text does not fit the type.
pub(super) fn read<T: DeserializeOwned>(table: &str, text: &str) -> Result<T, RulesError> {
    crate::yaml::from_str(text).map_err(|error| RulesError::new(table, error.to_string()))
}
