//! Terms whose days were counted by hand from the law, by someone who had not seen this program.

use crate::support::{pipeline, root};
use libtest_mimic::{Failed, Trial};
use rtbrief::law::date::Date;
use rtbrief::law::present::term_json;
use rtbrief::law::term::{self, TermKind};
use serde_json::Value;
use std::fs;

/// A test for each term of `tests/acceptance/terms.json`.
pub fn trials() -> Vec<Trial> {
    let text = fs::read_to_string(root("tests/acceptance/terms.json")).unwrap();
    let terms: Vec<Value> = serde_json::from_str(&text).unwrap();
    let trial = |want: Value| Trial::test(format!("term::{}", name(&want)), move || check(&want));
    terms.into_iter().map(trial).collect()
}

/// The name of a term: `beroep_kort 2026-12-18`, `wettelijk 2026-12-24 3 dagen`.
fn name(want: &Value) -> String {
    let words = ["soort", "datum", "lengte"].map(|key| want[key].as_str().unwrap_or_default());
    words.join(" ").trim_end().to_owned()
}

fn check(want: &Value) -> Result<(), Failed> {
    let book = &pipeline().book;
    let word = want["soort"].as_str().unwrap();
    let start = Date::parse(want["datum"].as_str().unwrap()).unwrap();
    let (computed, rule) = if let Some(kind) = TermKind::from_word(word) {
        let row = book.term_on(kind, start);
        (row.compute(start, book.calendar()).unwrap(), &row.provenance)
    } else {
        assert_eq!(word, "wettelijk");
        let row = book.statutory_term_on(start);
        let length = want["lengte"].as_str().unwrap().parse().unwrap();
        (term::compute(start, length, row.verlenging, book.calendar()), &row.provenance)
    };
    let got = term_json(word, &computed, rule.id, rule.bron, rule.status);
    let wrong: Vec<String> = ["eerste_dag", "einde_zonder_verlenging", "laatste_dag"]
        .iter()
        .filter(|key| want[**key] != got[**key])
        .map(|key| format!("{key} {}, found {} ({})", want[*key], got[*key], want["waarom"]))
        .collect();
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}
