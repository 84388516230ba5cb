//! Tests how letters are filled, with invented cases: who is addressed, and which facts and days are named.

mod grounds;
mod letters;
mod people;
mod persons;

use super::{Filled, Gap, fill};
use crate::case::model::Case;
use crate::decide::letter_plan::LetterPlan;
use crate::letter::context::Value;

fn filled(case: &Case, plan: &LetterPlan) -> Filled {
    fill(case, plan, &people::around()).unwrap()
}

fn gap(case: &Case, plan: &LetterPlan) -> Gap {
    fill(case, plan, &people::around()).unwrap_err()
}

/// The text of a field; `None` when it is absent.
fn text(filled: &Filled, name: &str) -> Option<String> {
    assert!(filled.fields.iter().any(|f| f.name == name), "{name} is no field of {}", filled.template);
    filled.values.iter().find(|(n, _)| *n == name).map(|(_, value)| match value {
        Value::Text(text) => text.clone(),
        Value::Flag(flag) => flag.to_string(),
        Value::Open(words) => format!("[{words}]"),
    })
}

fn shows(filled: &Filled, name: &str, expected: &str) {
    assert_eq!(text(filled, name).as_deref(), Some(expected), "{name}");
}

fn lacks(filled: &Filled, name: &str) {
    assert_eq!(text(filled, name), None, "{name}");
}
