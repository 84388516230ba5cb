//! The address file for the post (`--adresbestand`): a row for every letter that goes by post, so that the post or the
//! printer can make codes and an order for them (docs/drukwerk.md).
//!
//! It holds no names: codes are made from addresses, and who makes them need not know who gets a decision. Its id leads
//! back to the letter ([`super::letter_id`]).

use super::error::BatchError;
use super::letter_id::LetterId;
use super::planned_letter::Delivery;
use crate::case::model::{Adres, Case, Wijze};
use crate::csv::Dialect;
use crate::files::{WriteError, reason, shown, write_atomically};
use crate::letter::document::Document;
use crate::pipeline::Pipeline;
use crate::render::pdf::paper::code_line;
use serde::Serialize;
use serde_json::Value;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// What a letter that is heavier than every class has in its place.
const HEAVIER: &str = ">2000";

/// The row of a letter; the fields are the columns, in their order.
#[derive(Clone, Debug, Default, Serialize)]
pub struct AddressRow {
    /// The id of the letter.
    pub id: String,
    /// Its number in the run; none in a dry run, which has no numbers.
    pub volgnummer: Option<u64>,
    /// The reception centre or institution.
    pub locatie: Option<String>,
    /// The street; of an address abroad all its lines.
    pub straat: Option<String>,
    /// The house number.
    pub huisnummer: Option<String>,
    /// The addition to the house number.
    pub toevoeging: Option<String>,
    /// The postcode.
    pub postcode: Option<String>,
    /// The place.
    pub plaats: Option<String>,
    /// The country, of an address abroad.
    pub land: Option<String>,
    /// The number of sheets.
    pub vellen: u32,
    /// The class of weight, in grams.
    pub gewichtsklasse: String,
    /// Whether there is room for a code line. It has another name than the column with code lines in the file that comes
    /// back, so that this file is never taken for that one.
    pub codeerregel_past: bool,
}

/// How a letter of a case reaches its reader. An afschrift always goes by post.
#[must_use]
pub fn delivery(case: &Case, letter: &Document, pipeline: &Pipeline) -> Delivery {
    let posted = letter.is_copy || case.bekendmaking.wijze == Wijze::Toezending;
    if !posted || matches!(address(case, letter), None | Some(Adres::Unknown)) {
        Delivery::NotPosted
    } else if code_line::has_room(letter, pipeline.press.look()) {
        Delivery::Coded
    } else {
        Delivery::Uncoded
    }
}

/// The address of a letter: that of the person, or of the gemachtigde for an afschrift.
fn address<'c>(case: &'c Case, letter: &Document) -> Option<&'c Adres> {
    let person = &case.vreemdeling;
    if letter.is_copy { person.gemachtigde.as_ref().map(|it| &it.adres) } else { Some(&person.adres) }
}

impl AddressRow {
    /// The row of a letter on so many sheets; `None` when it does not go by post.
    #[must_use]
    pub fn new(
        case: &Case,
        letter: &Document,
        id: LetterId,
        sheets: u32,
        pipeline: &Pipeline,
    ) -> Option<Self> {
        let delivery = delivery(case, letter, pipeline);
        let address = address(case, letter).filter(|_| delivery != Delivery::NotPosted)?;
        let class = pipeline.organisation.post.weight_class(sheets);
        let row = Self {
            id: id.to_string(),
            vellen: sheets,
            gewichtsklasse: class.map_or_else(|| HEAVIER.to_owned(), |class| class.to_string()),
            codeerregel_past: delivery == Delivery::Coded,
            ..Self::default()
        };
        Some(match address {
            Adres::Dutch { locatie, straat, huisnummer, toevoeging, postcode, plaats } => Self {
                locatie: locatie.as_ref().map(ToString::to_string),
                straat: straat.as_ref().map(ToString::to_string),
                huisnummer: huisnummer.map(|number| number.to_string()),
                toevoeging: toevoeging.as_ref().map(ToString::to_string),
                postcode: Some(postcode.to_string()),
                plaats: Some(plaats.to_string()),
                ..row
            },
            Adres::Foreign { regels, land } => Self {
                straat: Some(regels.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")),
                land: Some(land.dutch_name().to_owned()),
                ..row
            },
            Adres::Unknown => return None,
        })
    }

    fn cells(&self) -> serde_json::Map<String, Value> {
        match serde_json::to_value(self) {
            Ok(Value::Object(cells)) => cells,
            // Cannot happen: a struct of texts and numbers always becomes an object.
            _ => serde_json::Map::new(),
        }
    }
}

/// The names of the columns, as the first line.
fn header(dialect: Dialect) -> String {
    let names: Vec<Value> = AddressRow::default().cells().keys().map(|name| name.as_str().into()).collect();
    format!("{}{}", dialect.start(), dialect.line(&names))
}

/// The address file of a run. About a hundred bytes a letter wait in memory, so that no file with addresses stays behind
/// when a run is stopped.
pub struct AddressFile {
    path: PathBuf,
    dialect: Dialect,
    text: String,
    counts: AddressCounts,
}

/// What an address file holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AddressCounts {
    /// Letters by post.
    pub letters: u64,
    /// Those that have no room for a code line.
    pub uncoded: u64,
}

impl AddressFile {
    /// Begins the file; nothing is written yet.
    ///
    /// # Errors
    /// When something else than an address file stands at the path, or it cannot be read.
    pub fn new(path: &Path, dialect: Dialect) -> Result<Self, BatchError> {
        if !is_free(path).map_err(|error| BatchError::io(path, error))? {
            return Err(BatchError::Usage(format!(
                "{} is er al, en is geen adresbestand; er is niets veranderd\nhulp: kies een andere naam",
                shown(path)
            )));
        }
        Ok(Self { path: path.to_owned(), dialect, text: header(dialect), counts: AddressCounts::default() })
    }

    /// Adds a letter with its number in the run, if it has one.
    pub fn add(&mut self, row: AddressRow, number: Option<u64>) {
        let row = AddressRow { volgnummer: number, ..row };
        self.text.push_str(&self.dialect.line(row.cells().values()));
        self.counts.letters += 1;
        self.counts.uncoded += u64::from(!row.codeerregel_past);
    }

    /// Writes the file, whole and for its owner alone.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(self) -> Result<AddressCounts, BatchError> {
        match write_atomically(&self.path, self.text.as_bytes(), true, true) {
            Ok(()) => Ok(self.counts),
            Err(WriteError::Io(error)) => Err(BatchError::io(&self.path, error)),
            Err(WriteError::Exists) => {
                let exists = io::ErrorKind::AlreadyExists.into();
                Err(BatchError::Usage(format!("{}: {}", shown(&self.path), reason(&exists))))
            }
        }
    }
}

/// Whether an address file may be written at a path: nothing stands there, or another address file.
fn is_free(path: &Path) -> io::Result<bool> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(true),
        Err(error) => return Err(error),
        Ok(found) if !found.is_file() => return Ok(false),
        Ok(_) => {}
    }
    let heads = [Dialect::Rfc, Dialect::Dutch].map(header);
    let longest = heads.iter().map(String::len).max().unwrap_or_default();
    let mut found = Vec::new();
    File::open(path)?.take(longest as u64).read_to_end(&mut found)?;
    Ok(heads.iter().any(|head| found.starts_with(head.as_bytes())))
}
