//! Rules that nobody confirmed, on the command line: named once, listed in the receipt, refused with `--streng`,
//! and gone when `bevestigd` in `organisatie.yaml` says so.

use crate::support::desk::{Desk, case_of};
use crate::support::{assess, pipeline};
use serde_json::{Value, json};
use std::fs;

const EXAMPLE: &str = include_str!("../../../letter-templates/organisatie-voorbeeld.yaml");
const HEAD: &str =
    "let op: deze regels moet uw organisatie nog bevestigen (`bevestigd` in organisatie.yaml):";

/// A letter that rests on four such rules, one of which a second letter shares.
const SHORT: &str = "besluit-1f-terugwerkend-bts-alleen";
const OTHER: &str = "besluit-gemengde-gronden-een-week";
const PLAIN: &str = "weigering-inreisstempel";
/// The rules on which [`SHORT`] rests.
const RULES: [&str; 4] = [
    "beroep.blijft_gelden",
    "kosten.geen_griffierecht",
    "rechtsmiddel.intrekkingsbesluit_openbare_orde",
    "termijn.beroep_kort",
];

/// `organisatie.yaml` with these entries.
fn organisation(entries: &[(&str, &str)]) -> String {
    let entry = |(rule, day): &(&str, &str)| format!("  - {{regel: {rule}, door: J. Jurist, op: {day}}}\n");
    format!("{EXAMPLE}\nbevestigd:\n{}", entries.iter().map(entry).collect::<String>())
}

fn all_confirmed() -> String {
    organisation(&RULES.map(|rule| (rule, "2025-11-03")))
}

/// The one receipt on a desk.
fn receipt(desk: &Desk) -> Value {
    let found: Vec<String> =
        desk.files().into_iter().filter(|file| file.ends_with(".kwitantie.json")).collect();
    let [file] = found.as_slice() else { panic!("{found:?}") };
    serde_json::from_str(&desk.read(file)).unwrap()
}

#[test]
fn the_rules_are_named_once_a_run_a_line_each() {
    let desk = Desk::with(SHORT).case("ander.yaml", OTHER).case("gewoon.yaml", PLAIN);
    for arguments in [
        "maak zaak.yaml ander.yaml gewoon.yaml -o uit",
        "maak zaak.yaml ander.yaml gewoon.yaml --droog",
        "controleer zaak.yaml ander.yaml gewoon.yaml",
        "controleer zaak.yaml ander.yaml gewoon.yaml --json",
        "batch zaak.yaml ander.yaml gewoon.yaml -o batch --voorbeeld",
        "batch zaak.yaml ander.yaml gewoon.yaml --droog --voorbeeld --json",
    ] {
        let said = desk.run(arguments).exits(0).errors();
        let lines: Vec<&str> = said.lines().collect();
        let head =
            lines.iter().position(|line| *line == HEAD).unwrap_or_else(|| panic!("{arguments}: {said}"));
        let ids: Vec<&str> =
            lines[head + 1..].iter().map(|line| line.trim().split(": ").next().unwrap()).collect();
        let expected = [
            "beroep.blijft_gelden",
            "kosten.geen_griffierecht",
            "rechtsmiddel.intrekkingsbesluit_gemengd",
            "rechtsmiddel.intrekkingsbesluit_openbare_orde",
            "termijn.beroep_kort",
        ];
        assert_eq!(ids, expected, "{arguments}");
        assert!(said.contains("kan binnen één week na de bekendmaking. (wi: WI H6, "), "{arguments}: {said}");
        desk.run(&format!("{arguments} -q")).exits(0).never_says("bevestigen").never_says("termijn.");
    }
    desk.run("maak gewoon.yaml -o gewoon").exits(0).never_says("bevestigen");
}

#[test]
fn a_receipt_lists_the_rules_that_nobody_confirmed() {
    let desk = Desk::with(SHORT);
    desk.run("maak zaak.yaml").exits(0);
    assert_eq!(receipt(&desk)["te_bevestigen"], json!(RULES));
    let desk = Desk::with(PLAIN);
    desk.run("maak zaak.yaml").exits(0);
    assert_eq!(receipt(&desk)["te_bevestigen"], json!([]));
}

#[test]
fn streng_refuses_the_letter_and_says_what_to_do() {
    let desk = Desk::with(SHORT).case("gewoon.yaml", PLAIN);
    let ran =
        desk.run("maak zaak.yaml gewoon.yaml -o uit --streng").exits(1).says("fout[F604]").never_says(HEAD);
    RULES.iter().fold(ran, |ran, rule| ran.says(rule)).says("`bevestigd` in organisatie.yaml");
    assert_eq!(desk.files().iter().filter(|file| file.ends_with(".pdf")).count(), 1);
    let found = desk.run("maak zaak.yaml -o uit --streng --json").exits(1).objects();
    assert_eq!((found.len(), &found[0]["code"], &found[0]["ernst"]), (1, &json!("F604"), &json!("fout")));
    desk.run("maak zaak.yaml --streng --concept").exits(2).says("--streng");
}

#[test]
fn a_confirmation_lets_the_same_letter_through() {
    let desk = Desk::with(SHORT);
    desk.run("maak zaak.yaml -o a.pdf").exits(0).says(HEAD);
    let desk = desk.file("organisatie.yaml", organisation(&[(RULES[3], "2025-11-03")]));
    desk.run("maak zaak.yaml --streng").exits(1).says(RULES[2]).never_says(RULES[3]);
    let desk = desk.file("organisatie.yaml", all_confirmed());
    desk.run("maak zaak.yaml -o b.pdf --streng").exits(0).never_says("bevestigen").never_says("Jurist");
    assert!(fs::read(desk.path("a.pdf")).unwrap() == fs::read(desk.path("b.pdf")).unwrap());
    let receipt = |file: &str| serde_json::from_str::<Value>(&desk.read(file)).unwrap();
    let (before, after) = (receipt("a.kwitantie.json"), receipt("b.kwitantie.json"));
    assert_eq!((&before["te_bevestigen"], &after["te_bevestigen"]), (&json!(RULES), &json!([])));
    assert_eq!(before["sha256_organisatie"], after["sha256_organisatie"]);
    // What was made before the lawyers looked is still what its receipt says.
    desk.run("verifieer a.kwitantie.json").exits(0).says("gelijk: 1");
}

#[test]
fn a_receipt_of_before_the_rules_were_listed_is_verified() {
    let desk = Desk::with(SHORT);
    desk.run("maak zaak.yaml -o a.pdf").exits(0);
    let text = desk.read("a.kwitantie.json");
    let key = format!(",\"te_bevestigen\":{}", json!(RULES));
    assert!(text.contains(&key), "{text}");
    let desk = desk.file("a.kwitantie.json", text.replace(&key, ""));
    desk.run("verifieer a.kwitantie.json").exits(0).says("gelijk: 1");
}

#[test]
fn an_entry_that_confirms_nothing_stops_every_command() {
    for (entries, said) in [
        (vec![("termijn.berop_kort", "2025-11-03")], "de id `termijn.berop_kort` is onbekend"),
        (vec![("termijn.bezwaar", "2025-11-03")], "`vast`"),
        (vec![(RULES[3], "2199-12-31")], "31 december 2199 ligt in de toekomst"),
        (vec![(RULES[3], "2025-11-31")], "geen datum: 2025-11-31"),
        (vec![(RULES[3], "2021-11-01")], "op 1 november 2021 gold deze regel niet"),
        (vec![(RULES[3], "2025-11-03"), (RULES[3], "2025-11-04")], "al bevestigd"),
    ] {
        let line = EXAMPLE.lines().count() + 2 + entries.len();
        let desk = Desk::with(PLAIN).file("organisatie.yaml", organisation(&entries));
        for arguments in
            ["maak zaak.yaml", "controleer zaak.yaml", "regels", "batch zaak.yaml --droog --voorbeeld"]
        {
            let ran = desk.run(arguments).exits(2).says("F602").says(said).says(&format!("regel {line}"));
            ran.prints_nothing();
        }
        assert_eq!(desk.files(), ["organisatie.yaml", "zaak.yaml"]);
    }
}

#[test]
fn regels_tells_who_confirmed_and_what_is_left() {
    let desk = Desk::new();
    let rules = desk.run("regels --json").exits(0).objects();
    assert!(rules.iter().all(|rule| rule["bevestigd"].is_null()));
    let open = |desk: &Desk| desk.run("regels --te-bevestigen --json").exits(0).objects();
    let before = open(&desk);
    let all: Vec<&Value> = rules.iter().filter(|rule| rule["status"] != "vast").collect();
    assert_eq!(before.iter().collect::<Vec<_>>(), all);
    let desk = desk.file("organisatie.yaml", organisation(&[(RULES[3], "2025-11-03")]));
    let after = open(&desk);
    assert_eq!(after.len() + 1, before.len());
    assert!(after.iter().all(|rule| rule["id"] != RULES[3]));
    let said = desk.run("regels").exits(0).prints("  bevestigd door J. Jurist op 3 november 2025").out();
    assert_eq!(said.matches("bevestigd door").count(), 1);
    let rules = desk.run("regels --json").exits(0).objects();
    let rule = rules.iter().find(|rule| rule["id"] == RULES[3]).unwrap();
    assert_eq!(rule["bevestigd"], json!({"door": "J. Jurist", "op": "2025-11-03"}));
    let left = desk.run("regels --te-bevestigen").exits(0).prints(RULES[2]).out();
    assert!(!left.contains(RULES[3]) && !left.contains(", vast]"), "{left}");
}

#[test]
fn what_is_said_of_the_rules_holds_nothing_of_a_person() {
    let desk = Desk::with(SHORT);
    let said = [
        desk.run("maak zaak.yaml -o uit").exits(0).errors(),
        desk.run("maak zaak.yaml -o streng --streng --json").exits(1).out(),
        desk.run("controleer zaak.yaml").exits(0).errors(),
        desk.run("controleer zaak.yaml --json").exits(0).out(),
        receipt(&desk).to_string(),
    ]
    .concat();
    let mut names = 0;
    for document in assess(pipeline(), case_of(SHORT).as_bytes()) {
        document.reading.texts(&mut |path, text| {
            let personal = path.starts_with("vreemdeling.") || path.ends_with("motivering");
            if personal && text.chars().count() > 3 {
                names += 1;
                assert!(!said.contains(text.trim()), "{path}");
            }
        });
    }
    assert!(names > 5, "{names}");
}
