//! Lines of CSV: as RFC 4180 has it, or as a Dutch spreadsheet reads it.

use crate::diagnostic::character::shown;
use serde_json::Value;

/// A way of writing CSV.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialect {
    /// RFC 4180: commas, no byte order mark.
    #[default]
    Rfc,
    /// As a spreadsheet with Dutch settings reads it at once: semicolons, behind a byte order mark.
    Dutch,
}

impl Dialect {
    /// The word for this dialect on the command line and in the summary; the usual one has none.
    #[must_use]
    pub const fn word(self) -> Option<&'static str> {
        match self {
            Self::Rfc => None,
            Self::Dutch => Some("nl"),
        }
    }

    /// The dialect of a word in a summary.
    #[must_use]
    pub fn of_word(word: Option<&str>) -> Self {
        if word == Self::Dutch.word() { Self::Dutch } else { Self::Rfc }
    }

    /// What a file begins with.
    #[must_use]
    pub const fn start(self) -> &'static str {
        match self {
            Self::Rfc => "",
            Self::Dutch => "\u{feff}",
        }
    }

    /// The values as a line.
    #[must_use]
    pub fn line<'a>(self, values: impl IntoIterator<Item = &'a Value>) -> String {
        let separator = match self {
            Self::Rfc => ",",
            Self::Dutch => ";",
        };
        let cells: Vec<String> = values.into_iter().map(|value| cell(value, separator)).collect();
        format!("{}\r\n", cells.join(separator))
    }
}

fn cell(value: &Value, separator: &str) -> String {
    let text = match value {
        Value::Null => String::new(),
        Value::Bool(yes) => (if *yes { "ja" } else { "nee" }).to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(joined_values).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    };
    let text = harmless(text);
    let quoted = text.contains(separator) || text.contains(['"', '\r', '\n']);
    if quoted { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

/// A cell of which a spreadsheet makes no formula, and in which nothing steers a terminal.
fn harmless(text: String) -> String {
    let text = if text.chars().any(|c| c.is_control()) { shown(&text) } else { text };
    if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text }
}

/// A text, or the values of an object joined for one cell, as in `bezwaar:2026-12-18`.
fn joined_values(item: &Value) -> String {
    if let Some(text) = item.as_str() {
        return text.to_owned();
    }
    let values = item.as_object().into_iter().flat_map(serde_json::Map::values);
    values.map(|value| value.as_str().unwrap_or_default()).collect::<Vec<_>>().join(":")
}

#[cfg(test)]
mod tests {
    use super::Dialect;
    use serde_json::json;

    #[test]
    fn a_cell_is_quoted_where_its_dialect_asks_for_it_and_is_no_formula() {
        let values = [json!("a;b"), json!("c,d"), json!("\"e\""), json!("=1+1"), json!(true), json!(null)];
        assert_eq!(Dialect::Rfc.line(&values), "a;b,\"c,d\",\"\"\"e\"\"\",'=1+1,ja,\r\n");
        assert_eq!(Dialect::Dutch.line(&values), "\"a;b\";c,d;\"\"\"e\"\"\";'=1+1;ja;\r\n");
        for dialect in [Dialect::Rfc, Dialect::Dutch] {
            assert_eq!(Dialect::of_word(dialect.word()), dialect);
        }
    }
}
