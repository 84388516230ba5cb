//! The manifest: one row per letter, with what the printer, the archive and the back office need to know.
//!
//! The only personal data in a row are the kenmerk and the postcode. The fields of [`Row`] are the
//! columns; the JSON, the CSV and the header of the CSV all follow from that one declaration.

use crate::csv::Dialect;
use crate::letter::document::TermEnd;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

/// The row of a letter; the fields are the columns, in the order of the manifest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// The number of the letter in the run, counted from 1.
    pub volgnummer: u64,
    /// The kenmerk of the case.
    pub kenmerk: String,
    /// The kind of letter.
    pub soort: String,
    /// Whether it is the original or a copy: `origineel` or `afschrift`.
    pub exemplaar: String,
    /// The file of the letter, relative to the folder of the run.
    pub brief: String,
    /// The file of the case: its path below the folder of cases, or a number ([`super::sources::Source::registered`]).
    pub bestand: String,
    /// The number of the document in that file, counted from 1.
    pub document: u32,
    /// The hash of the text of the case.
    pub sha256_zaak: String,
    /// The hash of the bytes of the letter.
    pub sha256_brief: String,
    /// The number of pages.
    pub paginas: u32,
    /// The number of sheets.
    pub vellen: u32,
    /// The part of the print stream that contains the letter.
    #[serde(deserialize_with = "nullable")]
    pub drukstroom: Option<String>,
    /// The first page of the letter in that part, counted from 1.
    #[serde(deserialize_with = "nullable")]
    pub eerste_pagina: Option<usize>,
    /// The number of the run and of the letter as the marks on its sheets give them: 15 digits.
    #[serde(deserialize_with = "nullable")]
    pub merk: Option<String>,
    /// The id of the letter in the address file and in the file with codes; `None` in a row of before there were ids.
    #[serde(default)]
    pub id: Option<String>,
    /// Whether the letter has a code line of the post in the print stream; `None` without codes, and in a row of before.
    #[serde(default)]
    pub codeerregel: Option<bool>,
    /// The day of bekendmaking.
    pub bekendmaking: String,
    /// The way of bekendmaking.
    pub wijze: String,
    /// The terms that begin to run with the letter.
    pub termijnen: Vec<Term>,
    /// The postcode of the addressee, for an address in the Netherlands.
    #[serde(deserialize_with = "nullable")]
    pub postcode: Option<String>,
    /// The short hash of the rules.
    pub regels: String,
    /// The short hash of the templates.
    pub sjablonen: String,
    /// The version of the program.
    pub programma: String,
    /// The ids of the rules on which the letter rests and that nobody had confirmed; `None` in a row of before
    /// they were recorded.
    #[serde(default)]
    pub te_bevestigen: Option<Vec<String>>,
    /// Whether the letter has a KIX code in the print stream; `None` when no codes were asked for, and in a row of before
    /// this was recorded.
    #[serde(default)]
    pub kix: Option<bool>,
    /// The round of the run in which the letter was made, counted from 1; the rounds after the first are of `--vervolg`.
    #[serde(default = "first_round")]
    pub ronde: u32,
    /// The file of the letter that this one replaces: it was made again for another bekendmaking (`--opnieuw`).
    #[serde(default)]
    pub vervangt: Option<String>,
    /// Whether there is an afwijking: a recorded decision to go against a contradiction.
    pub afwijking: bool,
    /// The ids of the grounds that the letter gives, in the order of the case; `None` in a row of before they were
    /// recorded.
    #[serde(default)]
    pub gronden: Option<Vec<String>>,
}

/// The round of a row of before rounds were recorded.
const fn first_round() -> u32 {
    1
}

/// A term that begins to run with a letter.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The kind of term.
    pub soort: String,
    /// The last day of the term.
    pub laatste_dag: String,
}

/// The place of a letter in the print stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The file name of the part.
    pub part: String,
    /// The first page of the letter in that part, counted from 1.
    pub first_page: usize,
    /// The number of the run and of the letter on its sheets: 15 digits.
    pub mark: Option<String>,
}

/// Reads a column that must be present but may be `null`.
fn nullable<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    Option::deserialize(deserializer)
}

/// The terms of a letter in the form of the manifest.
#[must_use]
pub fn terms(terms: &[TermEnd]) -> Vec<Term> {
    let term = |term: &TermEnd| Term {
        soort: term.kind.json_word().to_owned(),
        laatste_dag: term.last_day.to_string(),
    };
    terms.iter().map(term).collect()
}

impl Row {
    /// Reads a line of a manifest; `None` when it is not a row of this version.
    #[must_use]
    pub fn from_json(line: &str) -> Option<Self> {
        serde_json::from_str(line).ok()
    }

    /// The row as a line of JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        format!("{}\n", Value::Object(self.columns()))
    }

    /// The row as a line of CSV.
    #[must_use]
    pub fn to_csv(&self, dialect: Dialect) -> String {
        dialect.line(self.columns().values())
    }

    /// The name and the value of every column, in order.
    fn columns(&self) -> Map<String, Value> {
        match serde_json::to_value(self) {
            Ok(Value::Object(columns)) => columns,
            // Cannot happen: a struct of texts and numbers always becomes an object.
            _ => Map::new(),
        }
    }
}

/// What the manifest begins with as CSV: the names of the columns.
#[must_use]
pub fn header(dialect: Dialect) -> String {
    let names: Vec<Value> = Row::default().columns().keys().map(|name| name.as_str().into()).collect();
    format!("{}{}", dialect.start(), dialect.line(&names))
}

#[cfg(test)]
mod tests {
    use super::{Dialect, Row, Term, header};

    fn row() -> Row {
        let term = |soort: &str| Term { soort: soort.to_owned(), laatste_dag: "2026-12-18".to_owned() };
        Row {
            volgnummer: 7,
            kenmerk: "RTB-1".to_owned(),
            bestand: "map, met \"komma\".yaml".to_owned(),
            eerste_pagina: Some(3),
            termijnen: vec![term("bezwaar"), term("vertrek")],
            te_bevestigen: Some(vec!["a.b".to_owned(), "c.d".to_owned()]),
            kix: Some(false),
            id: Some("b0".to_owned()),
            codeerregel: Some(true),
            gronden: Some(vec!["fraude".to_owned(), "inreisstempel".to_owned()]),
            ..Row::default()
        }
    }

    #[test]
    fn a_row_reads_back_and_a_cell_of_csv_is_quoted_where_it_must_be() {
        assert_eq!(Row::from_json(&row().to_json()), Some(row()));
        let csv = row().to_csv(Dialect::Rfc);
        assert!(csv.starts_with("7,RTB-1,,,,\"map, met \"\"komma\"\".yaml\",0,"), "{csv}");
        assert!(csv.contains(",bezwaar:2026-12-18 vertrek:2026-12-18,"), "{csv}");
        assert!(csv.ends_with(",a.b c.d,nee,0,,nee,fraude inreisstempel\r\n"), "{csv}");
        assert_eq!(header(Dialect::Rfc).split(',').count(), 29);
    }

    #[test]
    fn every_column_of_a_row_is_required_and_stands_once() {
        let columns = row().columns();
        for (name, value) in &columns {
            let mut without = columns.clone();
            without.shift_remove(name);
            let read = Row::from_json(&serde_json::to_string(&without).unwrap());
            if name == "ronde" {
                // A row of before rounds: there was only one.
                assert_eq!(read, Some(Row { ronde: 1, ..row() }));
            } else if name == "vervangt" {
                assert_eq!(read, Some(row()));
            } else if name == "kix" {
                // A row of before it was recorded.
                assert_eq!(read, Some(Row { kix: None, ..row() }));
            } else if name == "id" {
                assert_eq!(read, Some(Row { id: None, ..row() }));
            } else if name == "codeerregel" {
                assert_eq!(read, Some(Row { codeerregel: None, ..row() }));
            } else if name == "te_bevestigen" {
                // A row of before it was recorded: nothing is known, and the column stays empty.
                assert_eq!(read, Some(Row { te_bevestigen: None, ..row() }));
                assert!(
                    read.unwrap().to_csv(Dialect::Rfc).ends_with(",,nee,0,,nee,fraude inreisstempel\r\n")
                );
            } else if name == "gronden" {
                assert_eq!(read, Some(Row { gronden: None, ..row() }));
                assert!(read.unwrap().to_csv(Dialect::Rfc).ends_with(",a.b c.d,nee,0,,nee,\r\n"));
            } else {
                assert_eq!(read, None, "{name}");
            }
            let twice = row().to_json().replacen('{', &format!("{{\"{name}\":{value},"), 1);
            assert_eq!(Row::from_json(&twice), None, "{name}");
        }
        assert_eq!(Row::from_json(&row().to_json().replacen('{', "{\"naam\":1,", 1)), None);
    }
}
