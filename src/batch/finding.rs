//! A finding about a case in its forms: the line of JSON of `fouten.jsonl`, and what is made of such a line: the row of
//! `fouten.csv` and a line for a terminal.
//!
//! The object is declared once (`diagnostic::json`), so no form can say more of a case than another: never a value.

use crate::csv::Dialect;
use crate::diagnostic::json::of_case;
use crate::diagnostic::{Diagnostic, Source};
use serde_json::Value;

/// The column with the line of the case file; the others are keys of the object.
const LINE: &str = "regel";
/// The columns of `fouten.csv`, in order.
const COLUMNS: [&str; 9] =
    ["kenmerk", "bestand", "document", LINE, "code", "ernst", "bericht", "hint", "regel_id"];

/// A finding as a line of JSON, ready to be written.
#[derive(Debug)]
pub struct Finding {
    code: &'static str,
    line: String,
}

impl Finding {
    /// Makes the line of a finding about a case; `kenmerk` is `None` when it could not be read.
    #[must_use]
    pub fn new(diagnostic: &Diagnostic, source: &Source<'_>, kenmerk: Option<&str>) -> Self {
        let object = of_case(diagnostic, source, kenmerk);
        Self { code: diagnostic.code.as_str(), line: format!("{object}\n") }
    }

    /// Its code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// Its line, with the line break.
    #[must_use]
    pub fn line(&self) -> &str {
        &self.line
    }
}

/// What a CSV of findings begins with: the names of the columns.
#[must_use]
pub fn header(dialect: Dialect) -> String {
    format!("{}{}", dialect.start(), dialect.line(&COLUMNS.map(Value::from)))
}

/// A line of JSON as a row of the CSV.
#[must_use]
pub fn to_csv(line: &str, dialect: Dialect) -> String {
    let object = object(line);
    let cells = COLUMNS.map(|column| match column {
        LINE => line_of_case(&object).map_or(Value::Null, Value::from),
        key => object[key].clone(),
    });
    dialect.line(&cells)
}

/// A line of JSON as a line for a terminal: `fout[F203] zaken/x.yaml:12: …`. Where no line is known and the case is not the
/// first of its file, it says which one it is.
#[must_use]
pub fn to_text(line: &str) -> String {
    let object = object(line);
    let text = |key: &str| object[key].as_str().unwrap_or_default();
    let place = match (line_of_case(&object), object["document"].as_u64()) {
        (Some(line), _) => format!(":{line}"),
        (None, Some(number)) if number > 1 => format!(", document {number}"),
        _ => String::new(),
    };
    format!("{}[{}] {}{place}: {}", text("ernst"), text("code"), text("bestand"), text("bericht"))
}

/// The object of a line; a line that is none has no keys.
fn object(line: &str) -> Value {
    serde_json::from_str(line).unwrap_or_default()
}

/// The first line of the case file that the finding names; what came from an option stands on none.
fn line_of_case(object: &Value) -> Option<u64> {
    object["plaatsen"].as_array()?.iter().find_map(|place| place[LINE].as_u64())
}

#[cfg(test)]
mod tests {
    use super::{Dialect, header, to_csv, to_text};

    const LINE: &str = r#"{"code":"F203","ernst":"fout","bericht":"Een zin, met; \"tekens\".","bestand":"=dag/zaak.yaml","document":2,"plaatsen":[{"pad":"a","regel":null,"kolom":null,"lengte":null,"herkomst":"--bekendmaking"},{"pad":"b","regel":12,"kolom":5,"lengte":1},{"pad":"c","regel":3,"kolom":5,"lengte":1}],"regel_id":"grond.x","hint":null,"kenmerk":"K-1"}"#;

    #[test]
    fn a_row_has_a_cell_for_each_column_and_the_first_line_that_is_known() {
        assert_eq!(
            header(Dialect::Rfc),
            "kenmerk,bestand,document,regel,code,ernst,bericht,hint,regel_id\r\n"
        );
        assert_eq!(
            to_csv(LINE, Dialect::Rfc),
            "K-1,'=dag/zaak.yaml,2,12,F203,fout,\"Een zin, met; \"\"tekens\"\".\",,grond.x\r\n"
        );
        assert!(header(Dialect::Dutch).starts_with("\u{feff}kenmerk;bestand;document;regel;"));
        assert!(to_csv(LINE, Dialect::Dutch).starts_with("K-1;'=dag/zaak.yaml;2;12;F203;fout;\"Een"));
    }

    #[test]
    fn a_line_for_a_terminal_names_the_place_as_well_as_it_is_known() {
        let said = " Een zin, met; \"tekens\".";
        assert_eq!(to_text(LINE), format!("fout[F203] =dag/zaak.yaml:12:{said}"));
        let nowhere = LINE.replace("\"regel\":12", "\"regel\":null").replace("\"regel\":3", "\"regel\":null");
        assert_eq!(to_text(&nowhere), format!("fout[F203] =dag/zaak.yaml, document 2:{said}"));
        let first = nowhere.replace("\"document\":2", "\"document\":1").replace("\"fout\"", "\"vraag\"");
        assert_eq!(to_text(&first), format!("vraag[F203] =dag/zaak.yaml:{said}"));
    }
}
