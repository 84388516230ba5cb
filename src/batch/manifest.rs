//! The row of a letter in the manifest: what the printer, the archive and the back office need to know of it.
//!
//! Of the person it holds the kenmerk and the postcode and nothing else.

use super::making::Letter;
use crate::decide::outcome::LetterTerm;
use serde_json::{Value, json};

/// The columns, in order.
pub const COLUMNS: [&str; 22] = [
    "volgnummer",
    "kenmerk",
    "soort",
    "exemplaar",
    "brief",
    "bestand",
    "document",
    "sha256_zaak",
    "sha256_brief",
    "paginas",
    "vellen",
    "drukstroom",
    "eerste_pagina",
    "merk",
    "bekendmaking",
    "wijze",
    "termijnen",
    "postcode",
    "regels",
    "sjablonen",
    "programma",
    "afwijking",
];

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

/// What of a row is known before its letter has its place in the run.
#[derive(Clone, Debug)]
pub struct Facts {
    /// Day of bekendmaking.
    pub made_known: String,
    /// Way of bekendmaking.
    pub wijze: &'static str,
    /// The terms that the letter sets running: kind and last day.
    pub terms: Vec<(&'static str, String)>,
    /// Postcode of the addressee, in the Netherlands.
    pub postcode: Option<String>,
    /// A contradiction was decided against, on the record.
    pub afwijking: bool,
}

/// The terms of a letter as a row has them.
#[must_use]
pub fn terms(terms: &[LetterTerm]) -> Vec<(&'static str, String)> {
    terms.iter().map(|term| (term.kind.json_word(), term.computed.last_day.to_string())).collect()
}

/// The row of a letter.
pub struct Row([Value; COLUMNS.len()]);

impl Row {
    /// The row of a letter with its number in the run, its sheets and its place in the print stream. `file`
    /// is the file of its case as messages name it.
    #[must_use]
    pub fn new(number: u64, letter: &Letter, file: &str, sheets: u32, printed: Option<&Printed>) -> Self {
        let Letter { receipt, facts, .. } = letter;
        let terms: Value =
            facts.terms.iter().map(|(kind, day)| json!({"soort": kind, "laatste_dag": day})).collect();
        Self([
            number.into(),
            receipt.letter.kenmerk.as_str().into(),
            receipt.letter.kind.id().into(),
            receipt.letter.exemplaar().into(),
            receipt.letter.file.as_str().into(),
            file.into(),
            receipt.input.document.into(),
            receipt.input.hash.to_string().into(),
            receipt.letter.hash.to_string().into(),
            letter.pages.into(),
            sheets.into(),
            printed.map(|printed| printed.part.as_str()).into(),
            printed.map(|printed| printed.first_page).into(),
            printed.and_then(|printed| printed.mark.as_deref()).into(),
            facts.made_known.as_str().into(),
            facts.wijze.into(),
            terms,
            facts.postcode.as_deref().into(),
            receipt.versions.rules.short().into(),
            receipt.versions.templates.short().into(),
            receipt.versions.program.as_str().into(),
            facts.afwijking.into(),
        ])
    }

    /// Reads a line of a manifest; `None` when it is none of this version.
    #[must_use]
    pub fn from_json(line: &str) -> Option<Self> {
        let Ok(Value::Object(mut object)) = serde_json::from_str(line) else { return None };
        let cells: Vec<Value> = COLUMNS.iter().map_while(|column| object.shift_remove(*column)).collect();
        Some(Self(cells.try_into().ok().filter(|_| object.is_empty())?))
    }

    /// What stands in a column; nothing for one that there is not.
    #[must_use]
    pub fn get(&self, column: &str) -> &Value {
        let at = COLUMNS.iter().position(|name| *name == column);
        at.and_then(|at| self.0.get(at)).unwrap_or(&Value::Null)
    }

    /// Puts something else in a column.
    pub fn set(&mut self, column: &str, value: Value) {
        let at = COLUMNS.iter().position(|name| *name == column);
        if let Some(cell) = at.and_then(|at| self.0.get_mut(at)) {
            *cell = value;
        }
    }

    /// As a line of JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        let columns = COLUMNS.iter().map(|column| (*column).to_owned());
        let object: serde_json::Map<String, Value> = columns.zip(self.0.iter().cloned()).collect();
        format!("{}\n", Value::Object(object))
    }

    /// As a line of CSV (RFC 4180).
    #[must_use]
    pub fn to_csv(&self) -> String {
        csv_line(&self.0)
    }
}

/// The names of the columns as a line of CSV.
#[must_use]
pub fn header() -> String {
    format!("{}\r\n", COLUMNS.join(","))
}

/// Values as a line of CSV (RFC 4180).
#[must_use]
pub fn csv_line(values: &[Value]) -> String {
    let cells: Vec<String> = values.iter().map(cell).collect();
    format!("{}\r\n", cells.join(","))
}

fn cell(value: &Value) -> String {
    let text = match value {
        Value::Null => String::new(),
        Value::Bool(yes) => (if *yes { "ja" } else { "nee" }).to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(terms) => {
            let word = |term: &Value, key: &str| term[key].as_str().unwrap_or_default().to_owned();
            let terms = terms.iter().map(|term| word(term, "soort") + ":" + &word(term, "laatste_dag"));
            terms.collect::<Vec<_>>().join(" ")
        }
        other => other.to_string(),
    };
    if text.contains([',', '"', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}
