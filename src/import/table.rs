//! A table of a spreadsheet: the names of its columns, and a row for each case.

use super::sheet::{Cell, NoTable, Row, letters, of_text};
use super::workbook;
use crate::csv::{Malformed, Record, records};
use std::borrow::Cow;

/// A table with the names of its columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The names of the columns, from the first row.
    pub header: Vec<String>,
    /// The other rows that hold anything.
    pub rows: Vec<Row>,
}

/// What a file of Office begins with that is old, or has a password.
const OLD: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];
/// What to do where a column has no name.
const NAMES: &str = "geef elke kolom op de eerste rij een naam, voeg daar geen cellen samen, en haal een titel boven de tabel weg";
/// What to do with a row that is longer than the first.
const MORE: &str = "geef elke kolom op de eerste rij een naam, en haal een titel boven de tabel weg; in CSV staat een tekst met een scheidingsteken tussen aanhalingstekens";
/// What to do with a table that is not UTF-8.
const AS_UTF8: &str = "sla de tabel op als `CSV UTF-8`, of als werkmap (.xlsx)";

/// Reads a table: a workbook by its first bytes, all else as CSV. `sheet` names the sheet of a workbook that has more.
///
/// # Errors
/// [`NoTable`] when it is neither, is in another character set, or has no names of columns.
pub fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Table, NoTable> {
    if bytes.starts_with(OLD) {
        return Err(NoTable::new(
            "dit is een werkmap in het oude formaat (.xls), of een met een wachtwoord",
            "open haar in uw rekenblad en sla haar zonder wachtwoord op als `Excel-werkmap (.xlsx)`",
        ));
    }
    let is_workbook = workbook::is_one(bytes);
    let rows = if is_workbook {
        workbook::rows(bytes, sheet)?
    } else if sheet.is_some() {
        return Err(NoTable::new(
            "een CSV-bestand heeft geen bladen",
            "haal `blad` weg uit het kolommenbestand",
        ));
    } else {
        of_csv(bytes)?
    };
    let mut rows = rows.into_iter().filter(|row| row.cells.iter().any(|cell| *cell != Cell::Empty));
    let Some(first) = rows.next() else {
        return Err(NoTable::new("de tabel is leeg", "zet op de eerste rij de namen van de kolommen"));
    };
    let header = first.cells.iter().enumerate().map(name_of).collect::<Result<Vec<String>, NoTable>>()?;
    let rows: Vec<Row> = rows.collect();
    if rows.is_empty() {
        return Err(NoTable::new(
            "onder de namen van de kolommen staat geen rij",
            "zet elke zaak op een eigen rij",
        ));
    }
    for row in &rows {
        let nameless = |(at, cell): (usize, &Cell)| {
            let lacks_name = header.get(at).is_some_and(String::is_empty);
            (lacks_name && *cell != Cell::Empty).then(|| letters(at))
        };
        if let Some(column) = row.cells.iter().enumerate().find_map(nameless) {
            let message = format!("kolom {column} heeft geen naam, maar rij {} is daar gevuld", row.number);
            return Err(NoTable::new(message, NAMES));
        }
        // A row that was cut off: what follows stands in the next one.
        if !is_workbook && row.cells.len() < header.len() {
            let message = format!("rij {} heeft minder cellen dan er kolommen zijn", row.number);
            return Err(NoTable::new(
                message,
                "zet een tekst van meer regels tussen aanhalingstekens; een rekenblad doet dat zelf",
            ));
        }
    }
    if let Some(row) =
        rows.iter().find(|row| row.cells.iter().skip(header.len()).any(|cell| *cell != Cell::Empty))
    {
        let message = format!("rij {} heeft meer cellen dan er kolommen zijn", row.number);
        return Err(NoTable::new(message, MORE));
    }
    Ok(Table { header, rows })
}

/// The name of a column; an empty column may have none.
fn name_of((at, cell): (usize, &Cell)) -> Result<String, NoTable> {
    match cell {
        Cell::Text(name) => Ok(one_space(name)),
        Cell::Empty => Ok(String::new()),
        _ => Err(NoTable::new(
            format!("de naam van kolom {} is geen tekst", letters(at)),
            "zet op de eerste rij de namen van de kolommen, als tekst",
        )),
    }
}

/// A name with every run of white space as one space; what looks the same is the same.
pub(super) fn one_space(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn of_csv(bytes: &[u8]) -> Result<Vec<Row>, NoTable> {
    let text = std::str::from_utf8(bytes).ok().filter(|text| !text.contains('\0'));
    let text = text.ok_or_else(|| NoTable::new("de tabel is geen tekst in UTF-8", AS_UTF8))?;
    // An old Mac ended lines otherwise.
    let text = if text.contains('\n') { Cow::Borrowed(text) } else { Cow::Owned(text.replace('\r', "\n")) };
    let records = records(&text).map_err(|Malformed { line }| {
        NoTable::new(
            format!("regel {line}: een cel met aanhalingstekens eindigt niet zoals het hoort"),
            "sluit de aanhalingstekens; een aanhalingsteken in een cel staat er dubbel",
        )
    })?;
    let row =
        |record: Record| Row { number: record.row, cells: record.cells.into_iter().map(of_text).collect() };
    Ok(records.into_iter().map(row).collect())
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::import::sheet::Cell;

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    #[test]
    fn csv_of_a_dutch_spreadsheet_is_a_table() {
        let table = read("\u{feff}Kenmerk;V-nummer;Let \u{a0}op\r\nZ-1;\"=\"\"0801234567\"\"\";\r\n;;\r\nZ-2;#N/B;\"twee\nregels\"\r\n".as_bytes(), None);
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
    fn the_line_ends_of_an_old_mac_end_lines() {
        assert_eq!(read(b"a;b\r1;2\r3;4\r", None).unwrap().rows.len(), 2);
    }

    #[test]
    fn what_is_no_table_is_refused_with_what_helps() {
        let message = |bytes: &[u8]| read(bytes, None).unwrap_err().message;
        assert_eq!(message(b""), "de tabel is leeg");
        assert_eq!(
            message("Naam\nJosé\n".chars().map(|c| c as u8).collect::<Vec<_>>().as_slice()),
            "de tabel is geen tekst in UTF-8"
        );
        assert_eq!(message(b"a\0b\0\n\0"), "de tabel is geen tekst in UTF-8");
        assert_eq!(message(b"a;b\n1;2;3\n"), "rij 2 heeft meer cellen dan er kolommen zijn");
        assert_eq!(message(b"a;b\n1;2\n3\n"), "rij 3 heeft minder cellen dan er kolommen zijn");
        assert_eq!(message(b"a;;c\n1;;3\n1;2;3\n"), "kolom B heeft geen naam, maar rij 3 is daar gevuld");
        assert_eq!(message(b"a;b\n;\n"), "onder de namen van de kolommen staat geen rij");
        assert_eq!(message(b"a;#N/B\n1;2\n"), "de naam van kolom B is geen tekst");
        assert!(message(b"\xD0\xCF\x11\xE0\xA1").contains("(.xls)"));
        assert_eq!(
            message(b"a;b\n\"1;2\n"),
            "regel 2: een cel met aanhalingstekens eindigt niet zoals het hoort"
        );
        assert_eq!(read(b"a\n1\n", Some("Blad1")).unwrap_err().message, "een CSV-bestand heeft geen bladen");
    }
}
