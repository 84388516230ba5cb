//! What is asked of a run afterwards: whether its letters are still what they were, and which terms they set running.

use crate::support::post::{batch, day, rows};
use std::collections::BTreeSet;
use std::fs;

#[test]
fn the_letters_of_a_run_are_what_their_receipts_say() {
    let desk = day();
    batch(&desk, "zaken -o uit --wijze toezending --drukstroom").exits(0);
    desk.run("verifieer uit").exits(0).prints_nothing().says("gelijk: 11, anders: 0, niet te lezen: 0");
    fs::rename(desk.path("zaken"), desk.path("archief")).unwrap();
    desk.run("verifieer uit -q").exits(1).prints("de zaak is niet gevonden");
    let said = desk.run("verifieer uit --zaken archief --json").exits(0).objects();
    let told: Vec<_> = said.iter().map(|object| (&object["kenmerk"], &object["brief"])).collect();
    let manifest = rows(&desk, "uit/manifest.jsonl");
    let written: Vec<_> = manifest.iter().map(|row| (&row["kenmerk"], &row["brief"])).collect();
    assert_eq!(told, written);
}

#[test]
fn the_terms_of_a_run_are_those_of_its_manifest() {
    let desk = day();
    batch(&desk, "zaken -o uit").exits(0);
    let mut expected = BTreeSet::new();
    for row in rows(&desk, "uit/manifest.jsonl") {
        for term in row["termijnen"].as_array().unwrap() {
            let word = |key: &str| row[key].as_str().unwrap().to_owned();
            let [day, kind] = ["laatste_dag", "soort"].map(|key| term[key].as_str().unwrap().to_owned());
            let line = [day, kind, word("kenmerk"), word("soort"), word("brief")].join(",");
            expected.extend((word("exemplaar") == "origineel").then_some(line));
        }
    }
    assert!(expected.len() > 5, "{expected:?}");
    let said = desk.run("termijnen uit -q").exits(0).out();
    let told: BTreeSet<String> = said.lines().skip(1).map(str::to_owned).collect();
    assert_eq!(told, expected);
    let calendar = desk.run("termijnen uit -q --ics").exits(0).out();
    assert_eq!(calendar.matches("BEGIN:VEVENT\r\n").count(), expected.len());
    let folded = calendar.replace("\r\n ", "");
    let ids: BTreeSet<&str> = folded.lines().filter(|line| line.starts_with("UID:")).collect();
    assert_eq!(ids.len(), expected.len());
}
