//! The file with codes that the post gives back (`--codes`): for each letter its code line, and the order in which the
//! letters are printed (docs/drukwerk.md).
//!
//! Everything in it is checked before anything is printed: a code on the letter of somebody else sends a decision to the
//! wrong address.

use super::error::BatchError;
use super::letter_id::LetterId;
use crate::csv::{Malformed, records};
use crate::files::{open_regular, reason, shown};
use crate::hash::Hash;
use crate::render::pdf::Press;
use crate::render::pdf::paper::code_line;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::Read;
use std::path::Path;

/// The longest file that is read, in bytes: more than a million letters.
const MAX_BYTES: u64 = 256 << 20;
/// The names that the column with the code lines may have.
const LINES: [&str; 2] = ["codeerregel", "printregel"];

/// The codes of the letters of a run, in the order in which the letters are printed.
#[derive(Clone, Debug)]
pub struct Codes {
    /// The name of the file in messages.
    file: String,
    /// The hash of the bytes of the file.
    pub hash: Hash,
    /// The rows, in order.
    pub rows: Vec<CodeRow>,
}

/// The code of one letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeRow {
    /// The letter.
    pub id: LetterId,
    /// The code line; empty for a letter that has no room for one.
    pub text: Box<str>,
    /// The line of the file, from 1.
    pub line: u32,
}

/// The columns that are read, by their places.
struct Columns {
    id: usize,
    text: usize,
    order: Option<usize>,
}

impl Codes {
    /// Reads a file with codes.
    ///
    /// # Errors
    /// When it cannot be read, is no CSV with the columns `id` and `codeerregel` or `printregel`, or when an id or a place
    /// in the order stands there twice or is none.
    pub fn read(path: &Path) -> Result<Self, BatchError> {
        let failed = |error| BatchError::io(path, error);
        let mut bytes = Vec::new();
        let file = open_regular(path).map_err(failed)?;
        file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(failed)?;
        if bytes.len() as u64 > MAX_BYTES {
            let too_large = reason(&std::io::ErrorKind::FileTooLarge.into());
            return Err(BatchError::Usage(format!("{}: {too_large}", shown(path))));
        }
        Self::parse(&shown(path), &bytes)
    }

    fn parse(file: &str, bytes: &[u8]) -> Result<Self, BatchError> {
        let wrong = |line: u32, what: &str| BatchError::Usage(format!("{file}:{line}: {what}"));
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let line = before.split(|byte| *byte == b'\n').count();
            wrong(u32::try_from(line).unwrap_or(u32::MAX), "dit is geen tekst in UTF-8")
        })?;
        let found = records(text).map_err(|Malformed { line }| {
            wrong(line, "dit is geen regel van een CSV-bestand: een aanhalingsteken klopt niet")
        })?;
        let mut found = found.into_iter();
        let Some(head) = found.next() else {
            return Err(wrong(1, "het bestand met codes is leeg"));
        };
        let columns = columns(&head.cells).map_err(|what| wrong(head.line, &what))?;
        let width = head.cells.len();
        let (mut rows, mut ids, mut places) = (Vec::new(), BTreeMap::new(), BTreeMap::new());
        for record in found {
            let line = record.line;
            let cell = |at: usize| record.cells.get(at).map(String::as_str).unwrap_or_default();
            if record.cells.len() != width {
                let what = format!("hier staan {} kolommen in plaats van {width}", record.cells.len());
                return Err(wrong(line, &what));
            }
            // What stands there instead is not shown: it may be about a person.
            let Some(id) = LetterId::parse(cell(columns.id)) else {
                return Err(wrong(line, "in de kolom `id` staat geen id uit een adresbestand"));
            };
            if let Some(first) = ids.insert(id, line) {
                return Err(wrong(line, &format!("deze id staat ook op regel {first}")));
            }
            let place = match columns.order.map(|at| cell(at).parse::<u64>()) {
                None => u64::from(line),
                Some(Ok(place)) => place,
                Some(Err(_)) => return Err(wrong(line, "in de kolom `volgorde` staat geen geheel getal")),
            };
            match places.entry(place) {
                Entry::Vacant(free) => drop(free.insert(line)),
                Entry::Occupied(taken) => {
                    let what = format!("deze plaats in de volgorde staat ook op regel {}", taken.get());
                    return Err(wrong(line, &what));
                }
            }
            rows.push((place, CodeRow { id, text: cell(columns.text).into(), line }));
        }
        rows.sort_by_key(|(place, _)| *place);
        let rows = rows.into_iter().map(|(_, row)| row).collect();
        Ok(Self { file: file.to_owned(), hash: Hash::of(bytes), rows })
    }

    /// Checks that every code line can be shown in the window of the envelope.
    ///
    /// # Errors
    /// When the window has no room for code lines, or a line is too long or has a character without a glyph.
    pub fn check_lines(&self, press: &Press) -> Result<(), BatchError> {
        let look = press.look();
        code_line::fits(&look.window).map_err(|error| BatchError::Usage(error.to_string()))?;
        let wrong = |row: &CodeRow| {
            code_line::check(look, &row.text).err().map(|error| (row.line, error.to_string()))
        };
        self.refuse(self.rows.iter().filter_map(wrong).collect())
    }

    /// Refuses the file for these lines, if there are any; the first few are named.
    ///
    /// # Errors
    /// When there are any.
    pub fn refuse(&self, mut wrong: Vec<(u32, String)>) -> Result<(), BatchError> {
        const NAMED: usize = 5;
        if wrong.is_empty() {
            return Ok(());
        }
        wrong.sort();
        let mut lines: Vec<String> =
            wrong.iter().take(NAMED).map(|(line, what)| format!("{}:{line}: {what}", self.file)).collect();
        if wrong.len() > NAMED {
            lines.push(format!("en nog {} regels", wrong.len() - NAMED));
        }
        lines.push(
            "hulp: maak het adresbestand opnieuw en laat de codes daarvoor maken; een id verandert als de zaak, de \
             bekendmaking, de organisatie, `--dubbelzijdig` of de versie van het programma verandert; er is niets gemaakt"
                .to_owned(),
        );
        Err(BatchError::Usage(lines.join("\n")))
    }

    /// Refuses the file because letters have no code in it.
    #[must_use]
    pub fn lacks(&self, missing: &[LetterId]) -> BatchError {
        let some: Vec<String> = missing.iter().take(3).map(LetterId::to_string).collect();
        let more = if missing.len() > some.len() { ", …" } else { "" };
        BatchError::Usage(format!(
            "{}: voor {} met de post ontbreekt een regel: {}{more}; er is niets gemaakt\nhulp: maak het adresbestand opnieuw, \
             of geef met `--alleen` alleen de zaken met een code",
            self.file,
            if missing.len() == 1 { "1 brief".to_owned() } else { format!("{} brieven", missing.len()) },
            some.join(", ")
        ))
    }
}

/// Where the columns are; other columns are passed over, because the post may give back the whole address file.
fn columns(head: &[String]) -> Result<Columns, String> {
    let find = |names: &[&str]| -> Result<Option<usize>, String> {
        let is_named = |cell: &String| names.iter().any(|name| cell.eq_ignore_ascii_case(name));
        let mut found = head.iter().enumerate().filter(|(_, cell)| is_named(cell)).map(|(at, _)| at);
        match (found.next(), found.next()) {
            (found, None) => Ok(found),
            _ => Err(format!("de kolom `{}` staat er meer dan één keer", names.join("` of `"))),
        }
    };
    let needed =
        |names: &[&str]| find(names)?.ok_or_else(|| format!("de kolom `{}` ontbreekt", names.join("` of `")));
    Ok(Columns { id: needed(&["id"])?, text: needed(&LINES)?, order: find(&["volgorde"])? })
}

#[cfg(test)]
mod tests {
    use super::{BatchError, Codes};

    const A: &str = "b0000000000000001";
    const B: &str = "b0000000000000002";

    fn read(text: &str) -> Result<Vec<(String, String, u32)>, String> {
        match Codes::parse("c.csv", text.as_bytes()) {
            Ok(codes) => Ok(codes
                .rows
                .iter()
                .map(|row| (row.id.to_string(), row.text.to_string(), row.line))
                .collect()),
            Err(BatchError::Usage(message)) => Err(message),
            Err(BatchError::Io { .. }) => panic!("nothing is read from a disk"),
        }
    }

    #[test]
    fn the_rows_come_in_their_order_and_other_columns_are_passed_over() {
        let row = |id: &str, text: &str, line| (id.to_owned(), text.to_owned(), line);
        assert_eq!(
            read(&format!("ID,codeerregel\n{A},x y\n{B},\n")),
            Ok(vec![row(A, "x y", 2), row(B, "", 3)])
        );
        let ordered = format!("straat;id;printregel;volgorde\n;{A};x;20\n;{B};y;3\n");
        assert_eq!(read(&ordered), Ok(vec![row(B, "y", 3), row(A, "x", 2)]));
    }

    #[test]
    fn what_is_wrong_is_named_with_its_line() {
        for (text, message) in [
            (String::new(), "c.csv:1: het bestand met codes is leeg"),
            ("id,regel\n".to_owned(), "c.csv:1: de kolom `codeerregel` of `printregel` ontbreekt"),
            ("codeerregel\n".to_owned(), "c.csv:1: de kolom `id` ontbreekt"),
            (
                "id,codeerregel,printregel\n".to_owned(),
                "c.csv:1: de kolom `codeerregel` of `printregel` staat er meer dan één keer",
            ),
            (format!("id,codeerregel\n{A},x\n{A},y\n"), "c.csv:3: deze id staat ook op regel 2"),
            (format!("id,codeerregel\n{A},x\n7,y\n"), "c.csv:3: in de kolom `id` staat geen id"),
            (format!("id,codeerregel\n{A}\n"), "c.csv:2: hier staan 1 kolommen in plaats van 2"),
            (
                format!("id,codeerregel,volgorde\n{A},x,1\n{B},y,1\n"),
                "c.csv:3: deze plaats in de volgorde staat ook op regel 2",
            ),
            (
                format!("id,codeerregel,volgorde\n{A},x,\n"),
                "c.csv:2: in de kolom `volgorde` staat geen geheel getal",
            ),
            (format!("id,codeerregel\n{A},\"x\n"), "c.csv:2: dit is geen regel van een CSV-bestand"),
        ] {
            let error = read(&text).unwrap_err();
            assert!(error.starts_with(message), "{error}");
        }
        let Err(BatchError::Usage(error)) = Codes::parse("c.csv", b"id,codeerregel\nb,\xff\n") else {
            panic!("read")
        };
        assert_eq!(error, "c.csv:2: dit is geen tekst in UTF-8");
    }
}
