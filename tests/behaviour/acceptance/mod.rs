//! Cases whose outcome was written down from the werkinstructie by someone who had not seen this program.
//!
//! `acceptance/expected.json` says of each case, per document, what must follow and why (`waarom`); the case
//! itself is `acceptance/cases/NAME.yaml` or `fixtures/NAME/case.yaml`. An expectation says only what its author was
//! sure of, so it is compared loosely (see [`compare`]); what a letter says word for word is the concern of
//! `tests/fixtures.rs`. An expectation with `twijfel` is printed and skipped.

mod compare;

use crate::support::{assess, entries, explanation, name, pipeline, root};
use compare::compare;
use rtbrief::cli::exit::Exit;
use rtbrief::law::book::RuleBook;
use rtbrief::law::date::Date;
use rtbrief::law::present::term_json;
use rtbrief::law::term::{self, TermKind};
use rtbrief::pipeline::Pipeline;
use serde_json::{Map, Value};
use std::fs;

/// Why an expectation stands: for the message of a failure.
fn why(expected: &Value) -> &str {
    expected["waarom"].as_str().unwrap_or_default()
}

/// What is wrong with each document of a case.
fn check(pipeline: &Pipeline, case: &[u8], expected: &[Value]) -> Vec<String> {
    let found = assess(pipeline, case);
    if found.len() != expected.len() {
        return vec![format!("{} documents expected, {} found", expected.len(), found.len())];
    }
    let mut wrong = Vec::new();
    for (index, (want, got)) in expected.iter().zip(&found).enumerate() {
        let mut told = compare(want, &explanation(pipeline, got, "case.yaml"));
        let exit = Exit::of(&got.decision.outcome).code();
        let open = want["uitkomst"].as_str().is_some_and(|outcome| outcome.contains('|'));
        if !open && want["exit"] != exit {
            told.push(format!("exit: expected {}, found {exit}", want["exit"]));
        }
        wrong.extend(told.into_iter().map(|it| format!("document {}: {it} ({})", index + 1, why(want))));
    }
    wrong
}

fn expectations() -> Map<String, Value> {
    let text = fs::read_to_string(root("tests/acceptance/expected.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

#[test]
#[allow(clippy::print_stdout)] // what is skipped is said
fn every_case_ends_as_its_author_expected() {
    let pipeline = pipeline();
    let expected = expectations();
    assert!(expected.len() > 400, "the expectations are gone");
    let mut failures = Vec::new();
    for (name, documents) in &expected {
        let documents = documents.as_array().unwrap();
        if let Some(doubt) = documents.iter().find_map(|document| document.get("twijfel")) {
            println!("{name}: skipped, {doubt}");
            continue;
        }
        let own = root(&format!("tests/acceptance/cases/{name}.yaml"));
        let fixture = root(&format!("fixtures/{name}/case.yaml"));
        assert!(own.exists() != fixture.exists(), "{name}: one case, no more and no less");
        let case = fs::read(if own.exists() { own } else { fixture }).unwrap();
        failures.extend(check(&pipeline, &case, documents).into_iter().map(|it| format!("{name}: {it}")));
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn no_case_is_without_expectation() {
    let expected = expectations();
    for case in entries(&root("tests/acceptance/cases")) {
        let name = name(&case);
        assert!(name.strip_suffix(".yaml").is_some_and(|name| expected.contains_key(name)), "{name}");
    }
}

#[test]
fn every_term_ends_as_its_author_expected() {
    let book = RuleBook::built_in().unwrap();
    let text = fs::read_to_string(root("tests/acceptance/terms.json")).unwrap();
    let terms: Vec<Value> = serde_json::from_str(&text).unwrap();
    assert!(terms.len() > 70, "the terms are gone");
    let mut failures = Vec::new();
    for want in &terms {
        let word = want["soort"].as_str().unwrap();
        let start = Date::parse(want["datum"].as_str().unwrap()).unwrap();
        let (computed, rule) = if let Some(kind) = TermKind::from_word(word) {
            let row = book.term_on(kind, start);
            (row.compute(start, book.calendar()).unwrap(), &row.rule)
        } else {
            assert_eq!(word, "wettelijk");
            let row = book.statutory_term_on(start);
            let length = want["lengte"].as_str().unwrap().parse().unwrap();
            (term::compute(start, length, row.extension, book.calendar()), &row.rule)
        };
        let got = term_json(word, &computed, &rule.id, rule.bron, rule.status);
        for key in ["eerste_dag", "einde_zonder_verlenging", "laatste_dag"] {
            if want[key] != got[key] {
                failures.push(format!(
                    "{word} {start}: {key} {}, found {} ({})",
                    want[key],
                    got[key],
                    why(want)
                ));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
