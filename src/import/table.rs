//! A table of a spreadsheet: the names of its columns, and a row for each case.

use super::sheet::{Cell, NoTable, Row, of_text};
use super::workbook;
use crate::csv::{Malformed, Record, records};

/// A table with the names of its columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The names of the columns, from the first row.
    pub header: Vec<String>,
    /// The other rows that hold anything.
    pub rows: Vec<Row>,
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
    let header = first.cells.iter().map(name_of).collect::<Option<Vec<String>>>();
    let header = header.ok_or_else(|| {
        NoTable::new("een kolom heeft geen naam", "zet op de eerste rij de namen van de kolommen, als tekst")
    })?;
    let rows: Vec<Row> = rows.collect();
    if let Some(row) =
        rows.iter().find(|row| row.cells.iter().skip(header.len()).any(|cell| *cell != Cell::Empty))
    {
        let message = format!("rij {} heeft meer cellen dan er kolommen zijn", row.number);
        return Err(NoTable::new(
            message,
            "geef elke kolom op de eerste rij een naam; in CSV staat een tekst met een scheidingsteken tussen aanhalingstekens",
        ));
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
        assert_eq!(
            message("Naam\nJosé\n".chars().map(|c| c as u8).collect::<Vec<_>>().as_slice()),
            "de tabel is geen tekst in UTF-8"
        );
        assert_eq!(message(b"a\0b\0\n\0"), "de tabel is geen tekst in UTF-8");
        assert_eq!(message(b"a;b\n1;2;3\n"), "rij 2 heeft meer cellen dan er kolommen zijn");
        assert_eq!(
            message(b"a;b\n\"1;2\n"),
            "regel 2: een cel met aanhalingstekens eindigt niet zoals het hoort"
        );
        assert_eq!(read(b"a\n1\n", Some("Blad1")).unwrap_err().message, "een CSV-bestand heeft geen bladen");
    }
}
