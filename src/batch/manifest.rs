//! The row of a letter in the manifest: what the printer, the archive and the back office need to know of it.
//!
//! Of the person it holds the kenmerk and the postcode and nothing else. The fields of [`Row`] are the columns:
//! JSON, CSV and the header of the CSV all come from that one declaration.

use crate::letter::document::TermEnd;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

/// The row of a letter; the columns in the order of the manifest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Number in the run, from 1.
    pub volgnummer: u64,
    /// The reference of the case.
    pub kenmerk: String,
    /// Which letter.
    pub soort: String,
    /// `origineel` or `afschrift`.
    pub exemplaar: String,
    /// The file of the letter, from the folder of the run.
    pub brief: String,
    /// The file of the case, as messages name it.
    pub bestand: String,
    /// Which document of that file, from 1.
    pub document: u32,
    /// The hash of the text of the case.
    pub sha256_zaak: String,
    /// The hash of the bytes of the letter.
    pub sha256_brief: String,
    /// Pages.
    pub paginas: u32,
    /// Sheets.
    pub vellen: u32,
    /// The part of the print stream that holds it.
    #[serde(deserialize_with = "present")]
    pub drukstroom: Option<String>,
    /// Its first page in that part, from 1.
    #[serde(deserialize_with = "present")]
    pub eerste_pagina: Option<usize>,
    /// Run and number on its sheets, 15 digits.
    #[serde(deserialize_with = "present")]
    pub merk: Option<String>,
    /// Day of bekendmaking.
    pub bekendmaking: String,
    /// Way of bekendmaking.
    pub wijze: String,
    /// The terms that the letter sets running.
    pub termijnen: Vec<Term>,
    /// Postcode of the addressee, in the Netherlands.
    #[serde(deserialize_with = "present")]
    pub postcode: Option<String>,
    /// Short hash of the rules.
    pub regels: String,
    /// Short hash of the templates.
    pub sjablonen: String,
    /// Version of the program.
    pub programma: String,
    /// A contradiction was decided against, on the record.
    pub afwijking: bool,
}

/// A term that a letter sets running.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Which term.
    pub soort: String,
    /// Its last day.
    pub laatste_dag: String,
}

/// Where a letter is in the print stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The file of the part.
    pub part: String,
    /// Its first page there, from 1.
    pub first_page: usize,
    /// Run and number on its sheets, 15 digits.
    pub mark: Option<String>,
}

/// A column that may hold nothing but must be there.
fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    Option::deserialize(deserializer)
}

/// The terms of a letter as a row has them.
#[must_use]
pub fn terms(terms: &[TermEnd]) -> Vec<Term> {
    let term = |term: &TermEnd| Term {
        soort: term.kind.json_word().to_owned(),
        laatste_dag: term.last_day.to_string(),
    };
    terms.iter().map(term).collect()
}

impl Row {
    /// Reads a line of a manifest; `None` when it is none of this version.
    #[must_use]
    pub fn from_json(line: &str) -> Option<Self> {
        serde_json::from_str(line).ok()
    }

    /// As a line of JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        format!("{}\n", Value::Object(self.columns()))
    }

    /// As a line of CSV (RFC 4180).
    #[must_use]
    pub fn to_csv(&self) -> String {
        csv_line(self.columns().values())
    }

    /// Name and value of every column, in order.
    fn columns(&self) -> Map<String, Value> {
        match serde_json::to_value(self) {
            Ok(Value::Object(columns)) => columns,
            // A struct of texts and numbers is an object and nothing in it can fail.
            _ => Map::new(),
        }
    }
}

/// The names of the columns as a line of CSV.
#[must_use]
pub fn header() -> String {
    let names: Vec<String> = Row::default().columns().keys().cloned().collect();
    format!("{}\r\n", names.join(","))
}

/// Values as a line of CSV (RFC 4180).
pub fn csv_line<'a>(values: impl IntoIterator<Item = &'a Value>) -> String {
    let cells: Vec<String> = values.into_iter().map(cell).collect();
    format!("{}\r\n", cells.join(","))
}

fn cell(value: &Value) -> String {
    let text = match value {
        Value::Null => String::new(),
        Value::Bool(yes) => (if *yes { "ja" } else { "nee" }).to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(words).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    };
    if text.contains([',', '"', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

/// The values of an object in one cell: `bezwaar:2026-12-18`.
fn words(item: &Value) -> String {
    let values = item.as_object().into_iter().flat_map(Map::values);
    values.map(|value| value.as_str().unwrap_or_default()).collect::<Vec<_>>().join(":")
}

#[cfg(test)]
mod tests {
    use super::{Row, Term, header};

    fn row() -> Row {
        let term = |soort: &str| Term { soort: soort.to_owned(), laatste_dag: "2026-12-18".to_owned() };
        Row {
            volgnummer: 7,
            kenmerk: "RTB-1".to_owned(),
            bestand: "map, met \"komma\".yaml".to_owned(),
            eerste_pagina: Some(3),
            termijnen: vec![term("bezwaar"), term("vertrek")],
            ..Row::default()
        }
    }

    #[test]
    fn a_row_reads_back_and_a_cell_of_csv_is_quoted_where_it_must_be() {
        assert_eq!(Row::from_json(&row().to_json()), Some(row()));
        let csv = row().to_csv();
        assert!(csv.starts_with("7,RTB-1,,,,\"map, met \"\"komma\"\".yaml\",0,"), "{csv}");
        assert!(csv.contains(",bezwaar:2026-12-18 vertrek:2026-12-18,"), "{csv}");
        assert!(csv.ends_with(",nee\r\n"), "{csv}");
        assert_eq!(header().split(',').count(), 22);
    }

    #[test]
    fn every_column_of_a_row_is_required_and_stands_once() {
        let columns = row().columns();
        for (name, value) in &columns {
            let mut without = columns.clone();
            without.shift_remove(name);
            assert_eq!(Row::from_json(&serde_json::to_string(&without).unwrap()), None, "{name}");
            let twice = row().to_json().replacen('{', &format!("{{\"{name}\":{value},"), 1);
            assert_eq!(Row::from_json(&twice), None, "{name}");
        }
        assert_eq!(Row::from_json(&row().to_json().replacen('{', "{\"naam\":1,", 1)), None);
    }
}
