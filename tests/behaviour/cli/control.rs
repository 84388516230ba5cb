//! What comes from outside into a message cannot steer a terminal or forge a line.

use crate::support::desk::{Desk, case_of};
use crate::support::post::{batch, rows};
use std::fs;

/// A name with an escape, a bell, a C1 control, a bidi control and a line break.
const NAME: &str = "m\u{1b}[31mX\u{7}\u{9b}2J\u{202e}\nfout[F999]: nep";

/// Nothing that was said steers a terminal, and no line was forged.
fn clean(what: &str, said: &str) {
    let steers = |c: char| (c.is_control() && !matches!(c, '\n' | '\r' | '\t')) || c == '\u{202e}';
    assert!(!said.contains(steers), "{what}: {said:?}");
    assert!(!said.lines().any(|line| line.starts_with("fout[F999]")), "{what}: {said}");
}

#[test]
fn a_path_in_a_message_is_on_one_line_and_steers_nothing() {
    let desk = Desk::with("weigering-inreisstempel").file("kapot.yaml", "zaak: [\n");
    fs::create_dir(desk.path(NAME)).unwrap();
    let inside = |file: &str| format!("{NAME}/{file}");
    fs::write(desk.path(&inside("a.yaml")), case_of("weigering-inreisstempel")).unwrap();
    fs::write(desk.path(&inside("b.yaml")), "zaak: [\n").unwrap();
    let (good, bad) = (inside("a.yaml"), inside("b.yaml"));
    let commands: &[&[&str]] = &[
        &["maak", &good, "-o", NAME],
        &["maak", &bad, "-o", "uit"],
        &["maak", NAME, "-o", "uit"],
        &["controleer", &good, &bad],
        &["uitleg", &bad],
        &["batch", NAME, "-o", "uit", "--voorbeeld"],
        &["batch", NAME, "-o", NAME, "--voorbeeld"],
        &["batch", "zaak.yaml", "-o", &good, "--voorbeeld"],
        &["batch", "zaak.yaml", "-o", "uit2", "--voorbeeld", "--alleen", NAME],
        &["batch", "--voegsamen", NAME, "-o", "uit3"],
        &["verifieer", NAME],
        &["verifieer", &bad],
        &["termijnen", NAME],
        &["termijn", NAME, "2026-11-20"],
        &["maak", "zaak.yaml", "--organisatie", NAME],
        &["maak", "zaak.yaml", "--bekendmaking", NAME],
        &[NAME],
    ];
    for command in commands {
        let ran = desk.run_words(command);
        clean(&format!("{command:?}"), &ran.errors());
        clean(&format!("{command:?}"), &ran.out());
    }
    for file in ["uit/manifest.csv", "uit/manifest.jsonl", "uit/fouten.jsonl"] {
        clean(file, &desk.read(file));
    }
    // A receipt holds the path as it is, in JSON, so that the case is found again.
    let receipts = desk.read("uit/kwitanties.jsonl");
    assert!(receipts.lines().count() == 1 && !receipts.contains('\u{1b}'), "{receipts:?}");
    desk.run("verifieer uit").exits(0);
}

#[test]
fn a_run_does_not_go_to_standard_output() {
    let desk = Desk::with("weigering-inreisstempel");
    batch(&desk, "zaak.yaml -o -").exits(2).says("geef `-o MAP`");
    assert!(!desk.path("-").exists());
}

#[test]
fn a_link_in_a_circle_is_named() {
    let desk = Desk::with("weigering-inreisstempel");
    std::os::unix::fs::symlink("b.yaml", desk.path("a.yaml")).unwrap();
    std::os::unix::fs::symlink("a.yaml", desk.path("b.yaml")).unwrap();
    desk.run("controleer a.yaml").exits(74).says("de koppeling leidt in een kring");
}

#[test]
fn a_cell_of_a_spreadsheet_is_no_formula() {
    let desk = Desk::new();
    fs::create_dir(desk.path("zaken")).unwrap();
    for name in ["=cmd|'calc'!A0.yaml", "+1.yaml", "-1.yaml", "@SUM.yaml"] {
        let number = name.len();
        let case = case_of("weigering-inreisstempel")
            .replace("RTB-2026-000019", &format!("RTB-{number}-{}", name.as_bytes()[0]));
        fs::write(desk.path(&format!("zaken/{name}")), case).unwrap();
    }
    batch(&desk, "zaken -o uit").exits(0);
    assert_eq!(rows(&desk, "uit/manifest.jsonl").len(), 4);
    let csv = desk.read("uit/manifest.csv");
    for line in csv.lines().skip(1) {
        for cell in line.split(',') {
            assert!(!cell.trim_matches('"').starts_with(['=', '+', '-', '@']), "{cell}");
        }
    }
    assert!(csv.contains("'=cmd"));
}
