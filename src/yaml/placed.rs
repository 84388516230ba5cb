//! A value of a table with the line on which it begins, for errors that are found only when rows are
//! compared.

use serde::{Deserialize, Deserializer};
use serde_saphyr::Spanned;

/// A value and the line on which it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<T> {
    /// The value as it was read.
    pub value: T,
    /// The line on which it begins, from 1.
    pub line: u64,
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Placed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Spanned { value, referenced, .. } = Spanned::<T>::deserialize(deserializer)?;
        Ok(Self { value, line: referenced.line() })
    }
}
