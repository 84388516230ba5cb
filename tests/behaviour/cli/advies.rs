//! `-v`: advice on the officer's own words, for `controleer` and `maak`; it stops nothing and repeats nothing of a person.

use crate::support::desk::{Desk, case_of};
use crate::support::root;
use rtbrief::case::model::Keys;
use rtbrief::words::pattern_of;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;

/// A motivering with one of each: an official phrase over two lines, the reader in the third person, a long sentence.
const MOTIVERING: &str = "\
motivering: >-
        Oksana woont thans in Gouda. Gelet
        op het dossier is dat zo.

        Zij ging naar Polen, en daarna naar een ander land, en toen naar nog een ander land, en ten slotte kwam
        hij naar Nederland.
";

/// The case of a fixture with that motivering.
fn case() -> String {
    let case = case_of("weigering-inreisstempel");
    let at = case.find("motivering:").unwrap();
    format!("{}{MOTIVERING}", &case[..at])
}

/// The line of the motivering in the case, from 1.
fn line() -> usize {
    case().lines().position(|line| line.contains("motivering:")).unwrap() + 1
}

fn advice(objects: &[Value]) -> Vec<&Value> {
    let found =
        objects.iter().filter_map(|object| object.get("advies")).flat_map(|list| list.as_array().unwrap());
    found.collect()
}

#[test]
fn every_text_of_an_officer_is_read() {
    let facts: BTreeSet<&str> = Keys::all()
        .flat_map(Keys::rows)
        .filter(|key| key.holds.is_own_words())
        .map(|key| key.fact.pattern())
        .collect();
    assert!(facts.len() > 20, "{facts:?}");
    let mut desk = Desk::new();
    let mut files = Vec::new();
    for (index, fact) in facts.iter().enumerate() {
        let around = |value: Value, key: &str| match key.strip_suffix("[]") {
            Some(key) => json!({ key: [value] }),
            None => json!({ key: value }),
        };
        let case = fact.rsplit('.').fold(json!("Dat is thans zo."), around);
        files.push(format!("{index:02}.json"));
        desk = desk.file(&files[index], case.to_string());
    }
    let objects = desk.run(&format!("controleer -v --json {}", files.join(" "))).exits(1).objects();
    let read: BTreeSet<String> =
        advice(&objects).iter().map(|tip| pattern_of(tip["pad"].as_str().unwrap())).collect();
    assert_eq!(read, facts.iter().map(|fact| (*fact).to_owned()).collect());
}

#[test]
fn every_key_of_a_free_text_is_marked_as_own_words() {
    let mut declared = BTreeSet::new();
    for entry in fs::read_dir(root("src/case/model")).unwrap() {
        for line in fs::read_to_string(entry.unwrap().path()).unwrap().lines() {
            let is_free = [" Prose = ", " Line = "].iter().any(|kind| line.contains(kind));
            declared.extend(line.split_once(':').filter(|_| is_free).map(|(key, _)| key.trim().to_owned()));
        }
    }
    let rows = Keys::all().flat_map(Keys::rows).filter(|key| key.holds.is_own_words());
    assert_eq!(declared, rows.map(|key| key.fact.key().to_owned()).collect());
}

#[test]
fn each_advice_has_its_place_and_its_kind() {
    let desk = Desk::new().file("zaak.yaml", case());
    let objects = desk.run("controleer zaak.yaml -v --json").exits(0).objects();
    let line = line();
    let places: Vec<(&Value, &Value, &Value, &Value)> = advice(&objects)
        .iter()
        .map(|tip| (&tip["soort"], &tip["regel"], &tip["kolom"], &tip["lengte"]))
        .collect();
    let expected = [
        ("ambtelijk_woord", line + 1, 22, 5),
        ("ambtelijk_woord", line + 1, 38, 5),
        ("lange_zin", line + 4, 9, 3),
        ("derde_persoon", line + 4, 9, 3),
    ];
    let expected: Vec<_> = expected
        .iter()
        .map(|(kind, line, column, length)| (json!(kind), json!(line), json!(column), json!(length)))
        .collect();
    assert_eq!(places, expected.iter().map(|(a, b, c, d)| (a, b, c, d)).collect::<Vec<_>>());
    let own = objects.iter().find(|object| object.get("advies").is_some()).unwrap();
    assert_eq!((&own["bestand"], &own["document"]), (&json!("zaak.yaml"), &json!(1)));
    assert!(own["kenmerk"].is_string() && own.get("uitkomst").is_none());
}

#[test]
fn the_terminal_shows_place_and_key_but_no_excerpt() {
    let desk = Desk::new().file("zaak.yaml", case());
    let line = line();
    let first = format!(
        "advies: “thans” is een ambtelijk woord. Schrijf “nu”.\n--> zaak.yaml:{}:22\n = sleutel: stap.gronden[0].motivering\n",
        line + 1
    );
    for command in
        ["controleer zaak.yaml -v", "maak zaak.yaml -v --droog", "maak zaak.yaml --concept -v --droog"]
    {
        let ran = desk.run(command).exits(0).says(&first).says("Deze zin heeft 24 woorden.");
        ran.never_says("Oksana").never_says("Gouda").never_says("Polen");
    }
}

#[test]
fn without_the_option_nothing_is_said_and_nothing_else_changes() {
    let desk = Desk::new().file("zaak.yaml", case());
    for command in ["controleer zaak.yaml", "maak zaak.yaml --droog", "maak zaak.yaml -o - --formaat txt"] {
        let plain = desk.run(command).exits(0).never_says("advies");
        let with = desk.run(&format!("{command} -v")).exits(0).says("advies");
        assert_eq!(plain.out(), with.out(), "{command}");
        desk.run(&format!("{command} -v -q")).exits(0).never_says("advies");
    }
    // The letter on standard output stays a letter, with `--json` too.
    let letter = desk.run("maak zaak.yaml -o - --formaat txt").out();
    assert_eq!(desk.run("maak zaak.yaml -o - --formaat txt -v --json").exits(0).out(), letter);
    let objects = desk.run("maak zaak.yaml --droog --json -v").exits(0).objects();
    assert_eq!(advice(&objects).len(), 4);
    assert!(objects.iter().any(|object| object.get("resultaat").is_some()));
}

#[test]
fn a_refused_case_and_a_question_keep_their_exit() {
    let desk = Desk::with("weigering-inreisstempel-tegengesproken")
        .case("vraag.yaml", "geboortedatum-jaar-2008-ambtenaar");
    desk.run("controleer zaak.yaml -v").exits(1);
    desk.run("controleer vraag.yaml --uitvoerig").exits(3);
    desk.run("maak zaak.yaml -v").exits(1);
}

#[test]
fn a_batch_gives_no_advice() {
    let desk = Desk::new().file("zaak.yaml", case());
    desk.run("batch zaak.yaml -o uit --voorbeeld -v").exits(2);
    desk.run("batch zaak.yaml -o uit --voorbeeld").exits(0).never_says("advies");
}
