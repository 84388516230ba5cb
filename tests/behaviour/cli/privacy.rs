//! Findings as JSON and the messages of a run may leave the screen of the officer, so they hold nothing of a person: they
//! say which fact, and where it stands.

use crate::support::desk::{Desk, case_of};
use crate::support::{assess, explanation, fixtures, pipeline};
use rtbrief::pipeline::{Assessed, Pipeline};
use std::collections::BTreeSet;

/// Paths of a case whose texts are about a person.
const PERSONAL: &[&str] = &[
    "vreemdeling.v_nummer",
    "vreemdeling.achternaam",
    "vreemdeling.voornamen",
    "vreemdeling.geboorteplaats",
    "vreemdeling.geboortedatum",
    "vreemdeling.adres",
    "vreemdeling.gemachtigde",
    "vreemdeling.wettelijk_vertegenwoordiger.naam",
    "zaak.behandelaar",
    "motivering",
    "misdrijf",
    "straf",
    "europees_criterium",
    "evenredigheid",
    "samenvatting",
    "reactie",
    "reden",
    "akkoord",
    "gevraagd",
    "instantie",
    "ontbrekend",
];

/// Texts that are words of the case file and say nothing of a person.
const PLAIN: &[&str] = &["onbekend", "true", "false"];

/// What becomes of the case of a fixture.
fn read(pipeline: &Pipeline, fixture: &str) -> Vec<Assessed> {
    assess(pipeline, case_of(fixture).as_bytes())
}

/// The personal texts of a case; whatever is too short to tell from a word or a number is left out.
fn personal(assessed: &[Assessed]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for document in assessed {
        document.reading.texts(&mut |path, text| {
            let last = path.rsplit('.').next().unwrap_or_default();
            let about = PERSONAL.iter().any(|part| path.starts_with(part) || last.starts_with(part));
            if about && text.chars().count() > 3 && !PLAIN.contains(&text) && path != "vreemdeling.adres.land"
            {
                found.insert(text.trim().to_owned());
            }
        });
    }
    found
}

/// The first personal text that stands in what was said.
fn leak<'a>(said: &str, secrets: &'a BTreeSet<String>) -> Option<&'a String> {
    let plain = said.replace("\\\"", "\"").replace("\\n", "\n");
    secrets.iter().find(|secret| plain.contains(secret.as_str()))
}

#[test]
fn a_leak_is_seen() {
    let secrets = personal(&read(pipeline(), "weigering-inreisstempel"));
    assert!(secrets.contains("Kovalenko") && secrets.contains("Stationsplein"), "{secrets:?}");
    assert!(leak(r#"{"bericht":"De heer Kovalenko"}"#, &secrets).is_some());
    assert!(leak(r#"{"bericht":"De naam","pad":"vreemdeling.achternaam"}"#, &secrets).is_none());
}

#[test]
fn findings_as_json_hold_nothing_of_a_person() {
    let fixtures: Vec<String> = fixtures().into_iter().map(|fixture| fixture.name).collect();
    let mut desk = Desk::new();
    for fixture in &fixtures {
        desk = desk.case(&format!("{fixture}.yaml"), fixture);
    }
    let pipeline = pipeline();
    let files = fixtures.iter().map(|fixture| format!("{fixture}.yaml")).collect::<Vec<_>>().join(" ");
    let said = desk.run(&format!("controleer --json -v -q {files}")).exits(1).out();
    assert!(said.lines().count() > 60, "{said}");
    for fixture in &fixtures {
        let assessed = read(pipeline, fixture);
        let secrets = personal(&assessed);
        let prefix = format!("\"bestand\":\"{fixture}.yaml\"");
        let lines: Vec<&str> = said.lines().filter(|line| line.contains(&prefix)).collect();
        for line in lines {
            // The name of the file is the test's own.
            assert_eq!(leak(&line.replace(&prefix, ""), &secrets), None, "{line}");
        }
        for document in &assessed {
            let found = explanation(pipeline, document, "-")["diagnoses"].to_string();
            assert_eq!(leak(&found, &secrets), None, "{found}");
        }
    }
}

#[test]
fn the_messages_of_a_run_hold_nothing_of_a_person() {
    let desk = Desk::with("weigering-inreisstempel");
    let secrets = personal(&read(pipeline(), "weigering-inreisstempel"));
    for arguments in ["maak zaak.yaml -o uit", "maak zaak.yaml -o uit --json", "controleer zaak.yaml -v"] {
        let ran = desk.run(arguments).exits(0);
        assert_eq!(leak(&(ran.out() + &ran.errors()), &secrets), None, "{arguments}");
    }
}
