//! A fact as an explanation shows it: its path, its value and where that stands.

use crate::diagnostic::character::shown;
use serde_json::{Value, json};

/// Of a value that stands beside the words that show it, so many characters are enough to know it by.
const ENOUGH: usize = 80;

/// A fact of the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shown {
    /// Its path: `stap.gronden[0].grond`.
    pub path: String,
    /// Its value, as the file or an option gave it; `None` when it is absent.
    pub value: Option<Value>,
    /// The line of the file where the value stands; `None` when it is absent or an option gave it.
    pub line: Option<u32>,
    /// The option that gave it.
    pub option: Option<&'static str>,
}

impl Shown {
    /// The object of docs/spec/cli.md.
    pub fn json(&self) -> Value {
        json!({"pad": self.path, "waarde": self.value, "regel": self.line})
    }

    /// The value in words, and where it stands: `true, regel 16`; `None` when it is absent.
    pub fn words(&self) -> Option<String> {
        let value = value_words(self.value.as_ref()?);
        Some(format!("{}{}", shown(&value), self.place()))
    }

    /// The same, of a long value its beginning only.
    pub fn brief(&self) -> Option<String> {
        let value = value_words(self.value.as_ref()?);
        Some(format!("{}{}", shown(&beginning(&value)), self.place()))
    }

    fn place(&self) -> String {
        match (self.line, self.option) {
            (Some(line), _) => format!(", regel {line}"),
            (None, Some(option)) => format!(", uit `{option}`"),
            (None, None) => String::new(),
        }
    }

    /// The value in words, of a long value its beginning only; empty when it is absent.
    pub fn value_in_brief(&self) -> String {
        self.value.as_ref().map(|value| beginning(&value_words(value))).unwrap_or_default()
    }

    /// The whole value in words; empty when it is absent.
    pub fn value_in_full(&self) -> String {
        self.value.as_ref().map(value_words).unwrap_or_default()
    }

    /// Where the value stands, in words; `None` where the file and the options do not have it.
    pub fn source(&self) -> Option<String> {
        let place = self.place();
        place.strip_prefix(", ").map(str::to_owned)
    }
}

/// A value as words: a text as it is, a list and a block on one line.
fn value_words(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(value_words).collect::<Vec<_>>().join(", "),
        Value::Object(keys) => {
            let pairs = keys.iter().map(|(key, value)| format!("{key}: {}", value_words(value)));
            pairs.collect::<Vec<_>>().join(", ")
        }
        Value::Null => "leeg".to_owned(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

/// A text up to the last word that fits in so many characters.
fn beginning(text: &str) -> String {
    let Some((cut, _)) = text.char_indices().nth(ENOUGH) else { return text.to_owned() };
    let part = text.get(..cut).unwrap_or_default();
    let whole = part.rsplit_once(' ').map_or(part, |(words, _)| words);
    format!("{} …", whole.trim_end())
}

#[cfg(test)]
mod tests {
    use super::{Shown, beginning};
    use serde_json::{Value, json};

    fn fact(value: Value) -> Shown {
        Shown { path: "feiten.x".into(), value: Some(value), line: Some(3), option: None }
    }

    #[test]
    fn a_value_is_one_line_that_steers_no_terminal() {
        for (value, words) in [
            (json!(["UKR", "POL"]), "UKR, POL, regel 3"),
            (json!({"straat": "Plein", "nummer": null}), "straat: Plein, nummer: leeg, regel 3"),
            (json!(true), "true, regel 3"),
            (json!("a\nb\u{1b}[2J"), "a<U+000A>b<U+001B>[2J, regel 3"),
        ] {
            assert_eq!(fact(value).words().as_deref(), Some(words));
        }
    }

    #[test]
    fn a_long_value_ends_after_a_word() {
        let long = "woord ".repeat(20);
        assert_eq!(beginning(&long), format!("{}…", "woord ".repeat(13)));
        assert_eq!(beginning("kort"), "kort");
        assert_eq!(beginning(&"é".repeat(90)), format!("{} …", "é".repeat(80)));
    }
}
