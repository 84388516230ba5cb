//! Cases whose outcome was written down from the werkinstructie by someone who had not seen this program.
//!
//! `NAME.verwacht.json` beside `tests/acceptance/cases/NAME.yaml`, or `verwacht.json` in the folder of a fixture, says
//! per document what must follow and why (`waarom`). An expectation says only what its author was sure of, so it is
//! compared loosely (see [`compare`]); what a letter says word for word is the concern of [`crate::golden`]. An
//! expectation with `twijfel` is ignored. `woorden` and `geen_woorden` are looked for in the text of the letters.

use crate::support::compare::compare;
use crate::support::{Expectation, assess, expectations, explanation, pipeline};
use libtest_mimic::{Completion, Failed, Trial};
use rtbrief::cli::exit::Exit;
use rtbrief::pipeline::{Assessed, Format};
use serde_json::Value;
use std::fs;

/// A test for each case with an expectation.
pub fn trials() -> Vec<Trial> {
    let trial = |expectation: Expectation| {
        Trial::ignorable_test(format!("acceptance::{}", expectation.name), move || check(&expectation))
    };
    expectations().into_iter().map(trial).collect()
}

fn check(expectation: &Expectation) -> Result<Completion, Failed> {
    let case = fs::read(&expectation.case)?;
    let expected: Vec<Value> = serde_json::from_str(&fs::read_to_string(&expectation.expected)?)?;
    if let Some(doubt) = expected.iter().find_map(|document| document.get("twijfel")) {
        return Ok(Completion::ignored_with(format!("doubt: {doubt}")));
    }
    let wrong = differences(&case, &expected);
    if wrong.is_empty() { Ok(Completion::Completed) } else { Err(wrong.join("\n").into()) }
}

/// What is wrong with each document of a case.
fn differences(case: &[u8], expected: &[Value]) -> Vec<String> {
    let found = assess(pipeline(), case);
    if found.len() != expected.len() {
        return vec![format!("{} documents expected, {} found", expected.len(), found.len())];
    }
    let mut wrong = Vec::new();
    for (index, (want, got)) in expected.iter().zip(&found).enumerate() {
        let mut told = compare(want, &explanation(pipeline(), got, "case.yaml"));
        told.extend(words(want, got));
        let exit = Exit::of(&got.decision.outcome).code();
        let open = want["uitkomst"].as_str().is_some_and(|outcome| outcome.contains('|'));
        if !open && want["exit"] != exit {
            told.push(format!("exit: expected {}, found {exit}", want["exit"]));
        }
        let why = want["waarom"].as_str().unwrap_or_default();
        wrong.extend(told.into_iter().map(|it| format!("document {}: {it} ({why})", index + 1)));
    }
    wrong
}

/// Words that the letters should have, or should not. Capitals and runs of white space do not count; a line break in the
/// words asks for lines of the letter.
fn words(want: &Value, got: &Assessed) -> Vec<String> {
    let list = |key: &str| want[key].as_array().cloned().unwrap_or_default();
    let (wanted, unwanted) = (list("woorden"), list("geen_woorden"));
    if got.letters.is_empty() || (wanted.is_empty() && unwanted.is_empty()) {
        return Vec::new();
    }
    let made: Result<Vec<_>, _> =
        got.letters.iter().map(|letter| pipeline().render(letter, Format::Text)).collect();
    let Ok(made) = made else { return vec!["a letter cannot be rendered".to_owned()] };
    let text: String = made.iter().map(|bytes| String::from_utf8_lossy(bytes)).collect();
    let holds = |word: &Value| {
        let word = word.as_str().unwrap_or_default();
        if word.contains('\n') {
            lines(&text).contains(&lines(word))
        } else {
            one_line(&text).contains(&one_line(word))
        }
    };
    let missing = wanted.iter().filter(|word| !holds(word)).map(|word| format!("not in the letters: {word}"));
    let present = unwanted.iter().filter(|word| holds(word)).map(|word| format!("in the letters: {word}"));
    missing.chain(present).collect()
}

fn one_line(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn lines(text: &str) -> String {
    let rows = text.lines().map(one_line).filter(|row| !row.is_empty());
    rows.collect::<Vec<_>>().join("\n")
}
