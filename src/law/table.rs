//! Reading the rule tables: the YAML of a table into its rows, or an error with table and line.
//!
//! All tables fail the same way (F603 for the user), so that whoever adapts one is told in which table and
//! where. A row that ends before it begins, stands in the wrong table, or holds on the same day as another
//! of its id is refused here.

use super::built_in::as_json;
use super::date::Date;
use super::row::Row;
use crate::yaml::Placed;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::fmt;

/// Why a rule table is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulesError {
    /// Name of the table: `terms.yaml`.
    pub table: String,
    /// The line, from 1, where one row is at fault.
    pub line: Option<u64>,
    /// What is wrong, one Dutch sentence; with the place when the YAML itself is wrong.
    pub message: String,
}

impl RulesError {
    /// An error of a table as a whole.
    pub(crate) fn new(table: &str, message: impl Into<String>) -> Self {
        Self { table: table.to_owned(), line: None, message: message.into() }
    }

    /// An error of a row.
    pub(crate) fn at(table: &str, line: u64, message: impl Into<String>) -> Self {
        Self { line: Some(line), ..Self::new(table, message) }
    }
}

impl fmt::Display for RulesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}: regel {line}: {}", self.table, self.message),
            None => write!(f, "{}: {}", self.table, self.message),
        }
    }
}

impl std::error::Error for RulesError {}

/// Reads a table of any form.
///
/// # Errors
/// When the text does not fit the type.
pub(super) fn read<T: DeserializeOwned>(table: &str, text: &str) -> Result<T, RulesError> {
    as_json(text).map_or_else(|| from_yaml(table, text), |json| from_json(table, json))
}

/// Reads the rows of a table, each with the line on which it begins; of a built-in table, which is not wrong, the lines are
/// not known.
///
/// # Errors
/// When the text does not fit the type.
pub fn read_rows<T: DeserializeOwned>(table: &str, text: &str) -> Result<Vec<Placed<T>>, RulesError> {
    match as_json(text) {
        Some(json) => {
            let rows: Vec<T> = from_json(table, json)?;
            Ok(rows.into_iter().map(|value| Placed { value, line: 0 }).collect())
        }
        None => from_yaml(table, text),
    }
}

fn from_yaml<T: DeserializeOwned>(table: &str, text: &str) -> Result<T, RulesError> {
    crate::yaml::from_str(text).map_err(|error| RulesError::new(table, error.to_string()))
}

fn from_json<T: DeserializeOwned>(table: &str, json: &str) -> Result<T, RulesError> {
    serde_json::from_str(json).map_err(|error| RulesError::new(table, error.to_string()))
}

/// The rows of a table, each with its line, and the name of the table.
pub(super) struct Table<'a, R> {
    pub(super) name: &'a str,
    pub(super) rows: Vec<Placed<R>>,
}

impl<'a, R: Row> Table<'a, R> {
    /// Reads the rows; each holds from its own date or from `first_day`.
    ///
    /// # Errors
    /// When a row cannot be read, stands in the wrong table, ends before it begins, is wrong in itself, or
    /// holds on the same day as another row of its id.
    pub(super) fn read(
        name: &'a str,
        text: &str,
        first_day: impl FnOnce(&[Placed<R>]) -> Option<Date>,
    ) -> Result<Self, RulesError> {
        let mut rows: Vec<Placed<R>> = read_rows(name, text)?;
        let first_day = first_day(&rows).ok_or_else(|| RulesError::new(name, "de eerste dag ontbreekt"))?;
        for Placed { value: row, line } in &mut rows {
            row.provenance_mut().begin(first_day);
            let base = row.provenance();
            let refused = |why: &str| RulesError::at(name, *line, format!("{}: {why}", base.id));
            if !R::belongs(base.id) {
                return Err(refused("deze id hoort niet in deze tabel"));
            }
            if base.geldig_tot.is_some_and(|until| until < base.valid_from()) {
                return Err(refused("`geldig_tot` ligt vóór `geldig_vanaf`"));
            }
            if let Some(why) = row.fault() {
                return Err(refused(&why));
            }
        }
        let table = Self { name, rows };
        table.no_two_on_one_day()?;
        Ok(table)
    }

    fn no_two_on_one_day(&self) -> Result<(), RulesError> {
        let mut by_id: BTreeMap<_, Vec<&Placed<R>>> = BTreeMap::new();
        for row in &self.rows {
            by_id.entry(row.value.provenance().id).or_default().push(row);
        }
        for (id, mut rows) in by_id {
            rows.sort_by_key(|row| row.value.provenance().valid_from());
            for (row, next) in rows.iter().zip(rows.iter().skip(1)) {
                let ends = row.value.provenance().geldig_tot;
                if ends.is_none_or(|until| until >= next.value.provenance().valid_from()) {
                    return Err(RulesError::at(
                        self.name,
                        next.line,
                        format!("{id}: twee rijen gelden op dezelfde dag"),
                    ));
                }
            }
        }
        Ok(())
    }

    /// The rows without their lines.
    pub(super) fn into_rows(self) -> impl Iterator<Item = R> {
        self.rows.into_iter().map(|row| row.value)
    }
}
