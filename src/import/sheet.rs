//! What a spreadsheet holds: cells that still know what it took them for, in rows.

use crate::case::read::left_over::is_error_of_spreadsheet;
use crate::law::date::Date;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text.
    Text(String),
    /// A number that a spreadsheet holds as such.
    Number(f64),
    /// A logical value.
    Bool(bool),
    /// A day.
    Day(Date),
    /// A day of which the sheet shows only a part: it made a day of less.
    PartOfDay,
    /// A number that the sheet shows otherwise, as with zeros before it.
    Dressed,
    /// A day with a time, or a length of time.
    Time,
    /// A formula without its outcome.
    Formula,
    /// A formula with 0 as its outcome, which is also that of an empty cell.
    Zero,
    /// An error of the spreadsheet, such as `#N/B`.
    Error,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its number as the spreadsheet shows it, from 1.
    pub number: u32,
    /// Its cells; there can be fewer than columns.
    pub cells: Vec<Cell>,
}

/// Why a file is no table: a Dutch sentence, and what helps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoTable {
    /// The sentence.
    pub message: String,
    /// What the person who made the table can do.
    pub help: &'static str,
}

impl NoTable {
    pub(super) fn new(message: impl Into<String>, help: &'static str) -> Self {
        Self { message: message.into(), help }
    }
}

/// A cell of a table that is text. `="0123"` is how programs keep a spreadsheet from changing a text.
pub(super) fn of_text(text: String) -> Cell {
    let inner =
        text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).filter(|inner| !inner.contains('"'));
    let is_kept = inner.is_some();
    let text = inner.map_or(text.trim(), str::trim);
    match text {
        "" => Cell::Empty,
        text if is_error_of_spreadsheet(text) => Cell::Error,
        text if text.starts_with('=') && !is_kept => Cell::Formula,
        text => Cell::Text(text.to_owned()),
    }
}

/// The name that a spreadsheet gives a column, from 0: `A`, …, `Z`, `AA`.
#[must_use]
pub fn letters(column: usize) -> String {
    let mut name = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        name.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    name.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::{Cell, letters, of_text};

    #[test]
    fn errors_of_a_spreadsheet_are_no_text() {
        for error in ["#N/B", "#n/a", "#VERW!", "########", "#GETTING_DATA", "#CALC!", "Err:502"] {
            assert_eq!(of_text(error.to_owned()), Cell::Error, "{error}");
        }
        assert_eq!(of_text("#12".to_owned()), Cell::Text("#12".to_owned()));
        assert_eq!(of_text("=U bent laat".to_owned()), Cell::Formula);
        assert_eq!(of_text("=\"012\"".to_owned()), Cell::Text("012".to_owned()));
    }

    #[test]
    fn columns_have_the_names_of_a_spreadsheet() {
        let names: Vec<String> = [0, 25, 26, 51, 701, 702].into_iter().map(letters).collect();
        assert_eq!(names, ["A", "Z", "AA", "AZ", "ZZ", "AAA"]);
    }
}
