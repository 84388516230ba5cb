//! A fault that is about no fact of a case: wrong use, a file that cannot be read or written, a folder that is not finished.
//!
//! It has two forms with the same words: text for the terminal, and the JSON object of a finding
//! (docs/spec/cli.md), so that a program that reads `--json` never has to read sentences.

use crate::diagnostic::Code;
use serde_json::{Value, json};

/// What stands before a line that helps.
const HELP: &str = "hulp: ";

/// A fault, as a sentence with what can be known about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    code: Option<Code>,
    /// The sentence; each further line helps, with [`HELP`] before it or not.
    text: String,
    file: Option<String>,
    kenmerk: Option<String>,
}

impl Fault {
    /// A fault with this Dutch sentence; each further line of the text helps. It has no code: it is wrong use.
    pub fn new(text: impl Into<String>) -> Self {
        Self { code: None, text: text.into(), file: None, kenmerk: None }
    }

    /// Gives it a code.
    pub fn of(self, code: Code) -> Self {
        Self { code: Some(code), ..self }
    }

    /// Says which file or folder it is about.
    pub fn about(self, file: impl Into<String>) -> Self {
        Self { file: Some(file.into()), ..self }
    }

    /// Says in which case it is.
    pub fn in_case(self, kenmerk: Option<&str>) -> Self {
        Self { kenmerk: kenmerk.map(str::to_owned), ..self }
    }

    /// The fault as text for the terminal: `fout[F701]: …`, and a line for each thing that helps.
    pub fn text(&self) -> String {
        match self.code {
            Some(code) => format!("fout[{}]: {}", code.as_str(), self.text),
            None => format!("fout: {}", self.text),
        }
    }

    /// The fault as an object with the keys of a finding. `code` is null for wrong use.
    pub fn to_json(&self) -> Value {
        let (sentence, help) = self.text.split_once('\n').unwrap_or((&self.text, ""));
        let help: Vec<&str> = help.lines().map(|line| line.strip_prefix(HELP).unwrap_or(line)).collect();
        json!({
            "code": self.code.map(Code::as_str),
            "ernst": "fout",
            "bericht": sentence,
            "bestand": self.file,
            "document": null,
            "plaatsen": [],
            "regel_id": null,
            "hint": (!help.is_empty()).then(|| help.join("\n")),
            "kenmerk": self.kenmerk,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Fault;
    use crate::diagnostic::Code;
    use serde_json::json;

    #[test]
    fn both_forms_say_the_same() {
        let fault = Fault::new("het kan niet\nhulp: doe iets\nhulp: of iets anders").of(Code::Output);
        let fault = fault.about("uit").in_case(Some("Z-1"));
        assert_eq!(fault.text(), "fout[F701]: het kan niet\nhulp: doe iets\nhulp: of iets anders");
        assert_eq!(
            fault.to_json(),
            json!({
                "code": "F701", "ernst": "fout", "bericht": "het kan niet", "bestand": "uit", "document": null,
                "plaatsen": [], "regel_id": null, "hint": "doe iets\nof iets anders", "kenmerk": "Z-1"
            })
        );
        let wrong_use = Fault::new("een zin");
        assert_eq!(
            (wrong_use.text(), &wrong_use.to_json()["code"]),
            ("fout: een zin".to_owned(), &json!(null))
        );
        assert_eq!(wrong_use.to_json()["hint"], json!(null));
    }
}
