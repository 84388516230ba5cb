//! The empty case file: every key that the step can have, and nothing that the reader of case files does not know.

use crate::support::desk::Desk;
use rtbrief::case::model::Keys;
use rtbrief::explain::bearing::{Bearing, FactTable};
use rtbrief::words::Occasion;
use serde_json::Value;

/// The options for the empty file of an occasion.
fn options(occasion: Occasion) -> String {
    match occasion.word().split_once('.') {
        None => format!("--stap {}", occasion.word()),
        Some((step @ "herbeoordeling", phase)) => format!("--stap {step} --fase {phase}"),
        Some((step, outcome)) => format!("--stap {step} --uitkomst {outcome}"),
    }
}

#[test]
fn an_empty_case_lacks_values_and_nothing_else() {
    for occasion in Occasion::ALL {
        let desk = Desk::new();
        desk.run(&format!("nieuw {} -o zaak.yaml", options(*occasion))).exits(0);
        let found = desk.run("controleer --json zaak.yaml").exits(1).out();
        let mut codes = 0;
        for line in found.lines() {
            let finding: Value = serde_json::from_str(line).unwrap();
            assert_eq!(finding["code"], "F109", "{}: {line}", occasion.word());
            codes += 1;
        }
        assert!(codes > 10, "{found}");
    }
}

#[test]
fn an_empty_case_has_every_key_with_a_comment_above_it() {
    let table = FactTable::built_in().unwrap();
    for occasion in Occasion::ALL {
        let text = Desk::new().run(&format!("nieuw {}", options(*occasion))).exits(0).out();
        assert!(text.starts_with("# yaml-language-server: $schema="), "{text}");
        let lines: Vec<&str> = text.lines().map(|line| line.trim_start_matches([' ', '#', '-'])).collect();
        for key in Keys::of_case(occasion.step()) {
            if table.of(key.fact, *occasion) == Some(&Bearing::Contradicts) {
                continue;
            }
            let name = key.fact.key();
            let is_key = |line: &str| {
                line.split_once(':').is_some_and(|(key, rest)| key == name && !rest.trim().contains(' '))
            };
            let at = lines.iter().position(|line| is_key(line));
            let at = at.unwrap_or_else(|| panic!("{}: no {name} in\n{text}", occasion.word()));
            let above = text.lines().nth(at - 1).unwrap();
            assert!(above.trim_start().starts_with('#'), "{}: {name} below {above}", occasion.word());
        }
    }
}

#[test]
fn an_option_that_fits_no_step_is_wrong_use() {
    for (options, says) in [
        ("--stap stikkerlocatie", "kies uit: stickerlocatie"),
        ("--stap triage --uitkomst weigering", "kies uit: positief, negatief"),
        ("--stap grens --uitkomst negatief", "de stap grens heeft geen `--uitkomst`"),
        ("--stap triage --fase besluit", "de stap triage heeft geen `--fase`"),
        ("--uitkomst negatief", "--stap"),
        ("-o -", "standaarduitvoer"),
        ("--hervat weg.yaml", "weg.yaml"),
    ] {
        Desk::new().run(&format!("nieuw {options}")).exits(2).says(says);
    }
}
