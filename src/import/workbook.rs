//! Reads a sheet of a workbook (.xlsx). Cells keep their kind; a day or a number of which the screen shows something else is told apart.
//!
//! Cells are taken one by one, so that a single cell far down does not fill the memory, and what the workbook unpacks to has a
//! limit.

use super::sheet::{Cell, NoTable, Row, letters, of_text};
use crate::law::date::Date;
use calamine::{DataRef, ExcelDateTime, Reader, SheetType, Style, Xlsx, XlsxError};
use std::collections::BTreeMap;
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
    unmerged(&mut book, &sheet)?;
    let looks = looks(&mut book, &sheet).map_err(|_| broken())?;
    let mut cells = book.worksheet_cells_reader(&sheet).map_err(|_| broken())?;
    let mut rows: Vec<Row> = Vec::new();
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|_| broken())? {
        let (row, column) = cell.pos;
        let value = match (of_value(&cell.value), cell.formula.is_some()) {
            (Cell::Empty, true) if cell.value == DataRef::Empty => Cell::Formula,
            (Cell::Number(0.0), true) => Cell::Zero,
            (value, _) => match (looks.get(&cell.pos), value) {
                (Some(Look::PartOfDay), Cell::Day(_)) => Cell::PartOfDay,
                (Some(Look::Dressed), Cell::Number(_)) => Cell::Dressed,
                (_, value) => value,
            },
        };
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

/// How a number format shows a cell, where that is not what the cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    /// A part of a day: a sheet makes a whole day of `2008-11` and of `9-3`.
    PartOfDay,
    /// A number with zeros or other signs before or behind it.
    Dressed,
}

/// The cells that look like something else than they hold.
fn looks(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Result<BTreeMap<(u32, u32), Look>, XlsxError> {
    let mut cells = book.worksheet_cells_reader(sheet)?;
    let look = |style: &Style| style.number_format.as_ref().and_then(|format| look_of(&format.format_code));
    let styles: Vec<Option<Look>> = cells.styles().iter().map(look).collect();
    let mut found = BTreeMap::new();
    while let Some((row, column, style)) = cells.next_style_id()? {
        if let Some(Some(look)) = styles.get(style) {
            found.insert((row, column), *look);
        }
    }
    Ok(found)
}

/// What a number format makes of a cell. Its first part counts: that of days and of numbers above zero.
fn look_of(format: &str) -> Option<Look> {
    let format = format.to_lowercase();
    if format == "general" || format == "@" {
        return None;
    }
    let (mut quoted, mut bracketed, mut literal) = (false, false, false);
    let mut shown = String::new();
    let mut chars = format.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' | '*' if !quoted => literal |= chars.next().is_some_and(char::is_alphanumeric),
            '_' if !quoted => drop(chars.next()),
            '"' => quoted = !quoted,
            c if quoted => literal |= c.is_alphanumeric(),
            '[' => bracketed = true,
            ']' => bracketed = false,
            ';' if !bracketed => break,
            c if !bracketed => shown.push(c),
            _ => {}
        }
    }
    // The letters of a date are English in every file; a program that writes its own may have those of its user (jaar).
    let is_date = shown.contains(['d', 'm', 'y', 'j', 'h', 's']);
    let is_whole = shown.contains('d') && shown.contains('m') && shown.contains(['y', 'j']);
    let zeros = shown.split(['.', ',']).next().unwrap_or_default().matches('0').count();
    match (is_date, is_whole) {
        (true, false) => Some(Look::PartOfDay),
        (true, true) => None,
        (false, _) => (zeros > 1 || literal).then_some(Look::Dressed),
    }
}

/// Holds that no cells are merged: all but the first of them look filled and hold nothing.
fn unmerged(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Result<(), NoTable> {
    let merged = book.merge_cells_by_sheet_name(sheet).map_err(|_| broken())?;
    let Some(found) = merged.iter().find(|area| area.start != area.end) else { return Ok(()) };
    let column = letters(found.start.1 as usize);
    let message = format!("vanaf cel {column}{} zijn cellen samengevoegd", found.start.0.saturating_add(1));
    Err(NoTable::new(message, "splits de cellen, en vul elke cel in"))
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

#[cfg(test)]
mod tests {
    use super::{Look, is_one, look_of, rows};
    use crate::import::sheet::{Cell, Row};
    use crate::law::date::Date;
    use std::io::{Cursor, Write};
    use zip::write::{SimpleFileOptions, ZipWriter};

    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// A workbook whose sheets have these names, all with these rows; style 1 shows a number as a date.
    fn workbook(sheets: &[&str], properties: &str, data: &str) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let mut file = |name: &str, text: &str| {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        };
        let each = |line: &dyn Fn(usize, &str) -> String| -> String {
            sheets.iter().enumerate().map(|(at, name)| line(at + 1, name)).collect()
        };
        file(
            "_rels/.rels",
            &format!(
                "<Relationships xmlns='{RELATIONS}'><Relationship Id='r' Type='{OFFICE}/officeDocument' Target='xl/workbook.xml'/></Relationships>"
            ),
        );
        file(
            "xl/workbook.xml",
            &format!(
                "<workbook xmlns='{MAIN}' xmlns:r='{OFFICE}'>{properties}<sheets>{}</sheets></workbook>",
                each(&|at, name| format!("<sheet name='{name}' sheetId='{at}' r:id='r{at}'/>"))
            ),
        );
        file(
            "xl/_rels/workbook.xml.rels",
            &format!(
                "<Relationships xmlns='{RELATIONS}'><Relationship Id='s' Type='{OFFICE}/styles' Target='styles.xml'/>{}</Relationships>",
                each(&|at, _| format!(
                    "<Relationship Id='r{at}' Type='{OFFICE}/worksheet' Target='worksheets/sheet{at}.xml'/>"
                ))
            ),
        );
        file(
            "xl/styles.xml",
            &format!(
                "<styleSheet xmlns='{MAIN}'><cellXfs count='3'><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='17'/></cellXfs></styleSheet>"
            ),
        );
        for at in 1..=sheets.len() {
            file(
                &format!("xl/worksheets/sheet{at}.xml"),
                &format!("<worksheet xmlns='{MAIN}'><sheetData>{data}</sheetData></worksheet>"),
            );
        }
        zip.finish().unwrap().into_inner()
    }

    fn cells(properties: &str, data: &str) -> Vec<Row> {
        rows(&workbook(&["Zaken"], properties, data), None).unwrap()
    }

    #[test]
    fn cells_keep_their_kind() {
        let data = "<row r='1'><c r='A1' t='inlineStr'><is><t> Kop </t></is></c></row>\
            <row r='4'><c r='B4'><v>2801450011</v></c><c r='C4' s='1'><v>46346</v></c><c r='D4' s='1'><v>46346.5</v></c>\
            <c r='E4' t='b'><v>1</v></c><c r='F4' t='e'><v>#N/A</v></c><c r='G4' t='str'><f>\"a\"</f><v>a</v></c>\
            <c r='H4'><f>A1</f></c><c r='I4'><f>A1</f><v>0</v></c><c r='K4' s='2'><v>46327</v></c></row>";
        let text = |text: &str| Cell::Text(text.to_owned());
        let day = Cell::Day(Date::literal(2026, 11, 20));
        let fourth = vec![
            Cell::Empty,
            Cell::Number(2_801_450_011.0),
            day,
            Cell::Time,
            Cell::Bool(true),
            Cell::Error,
            text("a"),
            Cell::Formula,
            Cell::Zero,
            Cell::Empty,
            Cell::PartOfDay,
        ];
        assert_eq!(
            cells("", data),
            [Row { number: 1, cells: vec![text("Kop")] }, Row { number: 4, cells: fourth }]
        );
    }

    #[test]
    fn a_format_shows_what_a_cell_holds_or_not() {
        for format in [
            "mmm-yy",
            "yyyy",
            "mm/yyyy",
            "[$-413]mmmm yyyy;@",
            "jjjj",
            "\"dag\" yyyy",
            "d-mmm",
            "[$-413]d mmmm",
            "h:mm",
        ] {
            assert_eq!(look_of(format), Some(Look::PartOfDay), "{format}");
        }
        for format in ["0000000", "00-000", "\"RTB-\"0", "0\\A"] {
            assert_eq!(look_of(format), Some(Look::Dressed), "{format}");
        }
        for format in [
            "dd-mm-yyyy",
            "d/m/yy",
            "General",
            "0",
            "@",
            "yyyy-mm-dd",
            "0.00",
            "#,##0",
            "#,##0.00;[red]-0",
            "[$-413]dddd d mmmm yyyy",
            "0_)",
        ] {
            assert_eq!(look_of(format), None, "{format}");
        }
    }

    #[test]
    fn merged_cells_are_refused() {
        let sheet = "<row r='1'><c r='A1'><v>1</v></c></row></sheetData><mergeCells count='1'><mergeCell ref='A1:A3'/></mergeCells><sheetData>";
        let error = rows(&workbook(&["Zaken"], "", sheet), None).unwrap_err();
        assert_eq!(error.message, "vanaf cel A1 zijn cellen samengevoegd");
    }

    #[test]
    fn days_are_counted_from_the_epoch_of_the_workbook() {
        let data = "<row r='1'><c r='A1' s='1'><v>44884</v></c></row>";
        let of = |properties: &str| cells(properties, data)[0].cells[0].clone();
        assert_eq!(of("<workbookPr date1904='1'/>"), Cell::Day(Date::literal(2026, 11, 20)));
        assert_eq!(of(""), Cell::Day(Date::literal(2022, 11, 19)));
        // A day that only a spreadsheet knows.
        let data = "<row r='1'><c r='A1' s='1'><v>60</v></c></row>";
        assert_eq!(cells("", data)[0].cells, [Cell::Time]);
    }

    #[test]
    fn the_sheet_must_be_clear() {
        let book = workbook(&["Een", "Twee"], "", "<row r='1'><c r='A1'><v>1</v></c></row>");
        assert!(is_one(&book));
        assert_eq!(
            rows(&book, None).unwrap_err().message,
            "de werkmap heeft meer dan één blad: `Een`, `Twee`"
        );
        assert_eq!(rows(&book, Some("Twee")).unwrap().len(), 1);
    }

    #[test]
    fn a_workbook_that_would_fill_the_memory_is_refused() {
        // A cell far down costs nothing; one far to the right would make every row long.
        assert_eq!(cells("", "<row r='1048576'><c r='A1048576'><v>1</v></c></row>").len(), 1);
        let wide = workbook(&["Zaken"], "", "<row r='1'><c r='XFD1'><v>1</v></c></row>");
        assert!(rows(&wide, None).is_err());
        // The directory says that a file unpacks to 4 GiB.
        let mut huge = workbook(&["Zaken"], "", "<row r='1'><c r='A1'><v>1</v></c></row>");
        assert!(rows(&huge, None).is_ok());
        let entry = huge.windows(4).position(|bytes| bytes == b"PK\x01\x02").unwrap();
        huge[entry + 24..entry + 28].copy_from_slice(&0xffff_fff0_u32.to_le_bytes());
        assert!(rows(&huge, None).is_err());
    }

    #[test]
    fn rows_and_cells_out_of_order_are_refused() {
        for data in [
            "<row r='2'><c r='A2'><v>1</v></c></row><row r='1'><c r='A1'><v>1</v></c></row>",
            "<row r='1'><c r='B1'><v>1</v></c><c r='A1'><v>1</v></c></row>",
        ] {
            assert!(rows(&workbook(&["Zaken"], "", data), None).is_err(), "{data}");
        }
    }
}
