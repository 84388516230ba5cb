//! A table as a spreadsheet has it: names of columns, and rows of cells that still know what the spreadsheet took them for.

use super::workbook;
use crate::csv::{Malformed, records};
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
    /// A day with a time, or a length of time.
    Time,
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

/// A table with the names of its columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The names of the columns, from the first row.
    pub header: Vec<String>,
    /// The other rows that hold anything.
    pub rows: Vec<Row>,
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

/// What to do with a table that is not UTF-8.
const AS_UTF8: &str = "sla de tabel op als `CSV UTF-8`, of als werkmap (.xlsx)";

/// Reads a table: a workbook by its first bytes, all else as CSV. `sheet` names the sheet of a workbook that has more.
///
/// # Errors
/// [`NoTable`] when it is neither, is in another character set, or has no names of columns.
pub fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Table, NoTable> {
    let rows = if workbook::is_one(bytes) {
        workbook::rows(bytes, sheet)?
    } else if sheet.is_some() {
        return Err(NoTable::new("een CSV-bestand heeft geen bladen", "haal `blad` weg uit het kolommenbestand"));
    } else {
        of_csv(bytes)?
    };
    let mut rows = rows.into_iter().filter(|row| row.cells.iter().any(|cell| *cell != Cell::Empty));
    let Some(first) = rows.next() else {
        return Err(NoTable::new("de tabel is leeg", "zet op de eerste rij de namen van de kolommen"));
    };
    let header = first.cells.iter().map(name_of).collect::<Option<Vec<String>>>();
    let header = header.ok_or_else(|| {
        NoTable::new("een kolom heeft geen naam", "zet op de eerste rij de namen van de kolommen, als tekst")
    })?;
    let rows: Vec<Row> = rows.collect();
    if let Some(row) = rows.iter().find(|row| row.cells.iter().skip(header.len()).any(|cell| *cell != Cell::Empty)) {
        let message = format!("rij {} heeft meer cellen dan er kolommen zijn", row.number);
        return Err(NoTable::new(message, "geef elke kolom op de eerste rij een naam; in CSV staat een tekst met een scheidingsteken tussen aanhalingstekens"));
    }
    Ok(Table { header, rows })
}

/// The name of a column; a column between others may be empty without a name.
fn name_of(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Text(name) => Some(name.clone()),
        Cell::Empty => Some(String::new()),
        _ => None,
    }
}

fn of_csv(bytes: &[u8]) -> Result<Vec<Row>, NoTable> {
    let text = std::str::from_utf8(bytes).ok().filter(|text| !text.contains('\0'));
    let text = text.ok_or_else(|| NoTable::new("de tabel is geen tekst in UTF-8", AS_UTF8))?;
    let records = records(text).map_err(|Malformed { line }| {
        NoTable::new(
            format!("regel {line}: een cel met aanhalingstekens eindigt niet zoals het hoort"),
            "sluit de aanhalingstekens; een aanhalingsteken in een cel staat er dubbel",
        )
    })?;
    let row = |record: crate::csv::Record| Row {
        number: record.row,
        cells: record.cells.into_iter().map(of_text).collect(),
    };
    Ok(records.into_iter().map(row).collect())
}

/// The errors that a spreadsheet shows in a cell, in Dutch and in English.
const ERRORS: [&str; 16] = [
    "#N/B", "#WAARDE!", "#VERW!", "#DEEL/0!", "#NAAM?", "#GETAL!", "#LEEG!", "#OVERLOOP!", "#N/A", "#VALUE!", "#REF!",
    "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!",
];

/// A cell of a table that is text. `="0123"` is how programs keep a spreadsheet from changing a text.
pub(super) fn of_text(text: String) -> Cell {
    let inner = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).filter(|inner| !inner.contains('"'));
    let text = inner.map_or(text.trim(), str::trim);
    // A row of nothing but #: the column is too narrow for what stands in it.
    let is_narrow = text.len() > 2 && text.bytes().all(|b| b == b'#');
    match text {
        "" => Cell::Empty,
        text if is_narrow || ERRORS.contains(&text.to_uppercase().as_str()) => Cell::Error,
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
    use super::{Cell, letters, of_text, read};

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    #[test]
    fn csv_of_a_dutch_spreadsheet_is_a_table() {
        let table = read("\u{feff}Kenmerk;V-nummer;Let op\r\nZ-1;\"=\"\"0801234567\"\"\";\r\n;;\r\nZ-2;#N/B;\"twee\nregels\"\r\n".as_bytes(), None);
        let table = table.unwrap();
        assert_eq!(table.header, ["Kenmerk", "V-nummer", "Let op"]);
        let rows: Vec<(u32, Vec<Cell>)> = table.rows.into_iter().map(|row| (row.number, row.cells)).collect();
        assert_eq!(
            rows,
            [
                (2, vec![text("Z-1"), text("0801234567"), Cell::Empty]),
                (4, vec![text("Z-2"), Cell::Error, text("twee\nregels")]),
            ]
        );
    }

    #[test]
    fn what_is_no_table_is_refused_with_what_helps() {
        let message = |bytes: &[u8]| read(bytes, None).unwrap_err().message;
        assert_eq!(message(b""), "de tabel is leeg");
        assert_eq!(message("Naam\nJosé\n".chars().map(|c| c as u8).collect::<Vec<_>>().as_slice()), "de tabel is geen tekst in UTF-8");
        assert_eq!(message(b"a\0b\0\n\0"), "de tabel is geen tekst in UTF-8");
        assert_eq!(message(b"a;b\n1;2;3\n"), "rij 2 heeft meer cellen dan er kolommen zijn");
        assert_eq!(message(b"a;b\n\"1;2\n"), "regel 2: een cel met aanhalingstekens eindigt niet zoals het hoort");
        assert_eq!(read(b"a\n1\n", Some("Blad1")).unwrap_err().message, "een CSV-bestand heeft geen bladen");
    }

    #[test]
    fn errors_of_a_spreadsheet_are_no_text() {
        for error in ["#N/B", "#n/a", "#VERW!", "########"] {
            assert_eq!(of_text(error.to_owned()), Cell::Error, "{error}");
        }
        assert_eq!(of_text("#12".to_owned()), text("#12"));
    }

    #[test]
    fn columns_have_the_names_of_a_spreadsheet() {
        let names: Vec<String> = [0, 25, 26, 51, 701, 702].into_iter().map(letters).collect();
        assert_eq!(names, ["A", "Z", "AA", "AZ", "ZZ", "AAA"]);
    }
}
