//! Reads a sheet of a workbook (.xlsx). Cells keep their kind: a date is a day, whatever it looks like on the screen.
//!
//! Cells are taken one by one, so that a single cell far down does not fill the memory, and what the workbook unpacks to has a
//! limit.

use super::sheet::{Cell, NoTable, Row, of_text};
use crate::law::date::Date;
use calamine::{DataRef, ExcelDateTime, Reader, SheetType, Xlsx};
use std::io::Cursor;
use zip::ZipArchive;

/// What a file of this kind begins with.
const START: &[u8] = b"PK\x03\x04";
/// The most that a workbook may unpack to, in bytes: a hundred times a table of 65,000 cases.
const MOST_BYTES: u64 = 1 << 30;
/// The most columns of a sheet that are read.
const MOST_COLUMNS: u32 = 1000;

/// Whether these are the bytes of a workbook.
pub fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(START)
}

/// The rows of a sheet of a workbook; of its only sheet where none is named.
///
/// # Errors
/// [`NoTable`] when it is no workbook, unpacks to too much, or leaves open which sheet is meant.
pub fn rows(bytes: &[u8], sheet: Option<&str>) -> Result<Vec<Row>, NoTable> {
    if unpacked(bytes).is_none_or(|size| size > MOST_BYTES) {
        return Err(broken());
    }
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| broken())?;
    let sheet = chosen(&book, sheet)?;
    let mut cells = book.worksheet_cells_reader(&sheet).map_err(|_| broken())?;
    let mut rows: Vec<Row> = Vec::new();
    while let Some(cell) = cells.next_cell().map_err(|_| broken())? {
        let (row, column) = cell.get_position();
        let value = of_value(cell.get_value());
        if value == Cell::Empty {
            continue;
        }
        let number = row.saturating_add(1);
        let last = rows.last().map_or(0, |row| row.number);
        if number < last || column >= MOST_COLUMNS {
            return Err(broken());
        }
        if number > last {
            rows.push(Row { number, cells: Vec::new() });
        }
        let Some(row) = rows.last_mut() else { continue };
        let at = column as usize;
        if at < row.cells.len() {
            return Err(broken());
        }
        row.cells.resize(at, Cell::Empty);
        row.cells.push(value);
    }
    Ok(rows)
}

/// What all files in the workbook unpack to, in bytes, as its directory says.
fn unpacked(bytes: &[u8]) -> Option<u64> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    (0..archive.len()).try_fold(0_u64, |sum, file| {
        let size = archive.by_index_raw(file).ok()?.size();
        sum.checked_add(size)
    })
}

fn broken() -> NoTable {
    NoTable::new(
        "dit is geen werkmap die het programma kan lezen",
        "open haar in uw rekenblad en sla haar op als `Excel-werkmap (.xlsx)`",
    )
}

/// The name of the sheet to read.
fn chosen(book: &Xlsx<Cursor<&[u8]>>, named: Option<&str>) -> Result<String, NoTable> {
    let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<&str> = sheets.map(|sheet| sheet.name.as_str()).collect();
    let quoted = || names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    match (named, names.as_slice()) {
        (Some(name), _) if names.contains(&name) => Ok(name.to_owned()),
        (Some(name), _) => Err(NoTable::new(
            format!("de werkmap heeft geen blad `{name}`; wel: {}", quoted()),
            "zet in het kolommenbestand bij `blad` de naam van een van die bladen",
        )),
        (None, [only]) => Ok((*only).to_owned()),
        (None, _) => Err(NoTable::new(
            format!("de werkmap heeft meer dan één blad: {}", quoted()),
            "zet in het kolommenbestand bij `blad` welk blad u bedoelt",
        )),
    }
}

fn of_value(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::String(text) => of_text(text.clone()),
        DataRef::SharedString(text) => of_text((*text).to_owned()),
        #[allow(clippy::cast_precision_loss)] // above 2^53 it is no number that a spreadsheet keeps
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::Bool(yes) => Cell::Bool(*yes),
        DataRef::DateTime(moment) => day_of(moment),
        DataRef::DateTimeIso(text) => {
            let day = text.strip_suffix("T00:00:00").unwrap_or(text);
            Date::parse(day).map_or(Cell::Time, Cell::Day)
        }
        DataRef::DurationIso(_) => Cell::Time,
        DataRef::Error(_) => Cell::Error,
    }
}

fn day_of(moment: &ExcelDateTime) -> Cell {
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    if !moment.is_datetime() || (hour, minute, second, milli) != (0, 0, 0, 0) {
        return Cell::Time;
    }
    // 29 February 1900, which only a spreadsheet knows, is no day.
    Date::from_ymd(i32::from(year), u32::from(month), u32::from(day)).map_or(Cell::Time, Cell::Day)
}
