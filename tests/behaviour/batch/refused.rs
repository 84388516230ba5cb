//! Cases that get no letter, and runs that are refused: the other cases go on, and nothing is overwritten.

use crate::support::desk::{Desk, case_of};
use crate::support::post::{
    COPY, ONE, TWO, batch, codes, column, day, desk, letters, rows, same, tree, with_kenmerk,
};
use std::fs;

#[test]
fn a_broken_case_does_not_stop_the_others() {
    let desk = desk(&[("a.yaml", ONE, "K-1"), ("b.yaml", "bestand-yaml-kapot", "x"), ("c.yaml", TWO, "K-3")]);
    batch(&desk, "zaken -o uit").exits(1).says("3 zaken: 2 met brief, 1 geweigerd");
    assert_eq!(column(&desk, "kenmerk"), ["K-1", "K-3", "K-3"]);
    assert!(codes(&desk).iter().all(|(file, _)| file == "b.yaml"));
    assert!(rows(&desk, "uit/fouten.jsonl")[0].as_object().unwrap().contains_key("kenmerk"));
}

#[test]
fn one_broken_case_in_a_hundred_costs_one_letter_and_every_finding_is_of_that_case() {
    let day = |broken: bool| {
        let case = |number: usize| {
            let case = with_kenmerk(ONE, &format!("K-{number:03}"));
            if broken && number == 57 { case.replace("geslacht:", "slacht:") } else { case }
        };
        desk(&[]).file("zaken/alle.yaml", (1..=100).map(case).collect::<Vec<_>>().join("---\n"))
    };
    let (whole, broken) = (day(false), day(true));
    batch(&whole, "zaken -o uit").exits(0);
    batch(&broken, "zaken -o uit").exits(1).says("100 zaken: 99 met brief, 1 geweigerd");
    let mut expected = tree(&whole, "uit");
    let mut found = tree(&broken, "uit");
    expected.remove("brieven/K-057_weigeringsbesluit.pdf");
    for registers in [&mut expected, &mut found] {
        registers.retain(|name, _| name.starts_with("brieven/"));
    }
    same(&expected, &found);
    let findings = rows(&broken, "uit/fouten.jsonl");
    assert!(!findings.is_empty());
    assert!(findings.iter().all(|row| row["kenmerk"] == "K-057" && row["document"] == 57), "{findings:?}");
    assert!(!column(&broken, "kenmerk").contains(&"K-057".to_owned()));
}

#[test]
fn cases_with_the_same_kenmerk_get_no_letter_at_all() {
    let desk = desk(&[("a.yaml", ONE, "K-1"), ("b.yaml", TWO, "k-1"), ("c.yaml", ONE, "K-2")]);
    // A case that is refused anyway counts too.
    let refused =
        with_kenmerk("weigering-zonder-feiten-alles-onbekend", "K-2").replace("geslacht:", "slacht:");
    let desk = desk.file("zaken/d.yaml", refused).file("zaken/e.yaml", with_kenmerk(ONE, "K-3"));
    batch(&desk, "zaken -o uit").exits(1);
    assert_eq!(letters(&desk), ["K-3_weigeringsbesluit.pdf"]);
    let doubles: Vec<_> =
        codes(&desk).into_iter().filter(|(_, code)| code == "F120").map(|(file, _)| file).collect();
    assert_eq!(doubles, ["a.yaml", "b.yaml", "c.yaml", "d.yaml"]);
    let row = &rows(&desk, "uit/fouten.jsonl")[0];
    assert_eq!((&row["kenmerk"], &row["plaatsen"][0]["regel"]), (&"K-1".into(), &3.into()));
    // The same file twice is the same case twice.
    batch(&desk, "zaken/e.yaml zaken/e.yaml -o uit2").exits(1).says("2 × F120");
    batch(&desk, "zaken/e.yaml zaken/e.yaml --droog").exits(1).says("0 brieven en 0 afschriften; er");
}

#[test]
fn a_run_with_only_questions_exits_with_3_and_one_with_a_refusal_with_1() {
    let question = "triage-negatief-asielstatus-in-lidstaat-ambtenaar";
    let desk = desk(&[
        ("a.yaml", question, "K-1"),
        ("b.yaml", ONE, "K-2"),
        ("c.yaml", "triage-positief-geen-brief", "K-3"),
    ]);
    batch(&desk, "zaken -o uit").exits(3).says("1 met een vraag aan een ambtenaar");
    assert_eq!(letters(&desk), ["K-2_weigeringsbesluit.pdf"]);
    assert!(codes(&desk)[0].1.starts_with('V'));
    let desk = desk.file("zaken/d.yaml", case_of("bestand-yaml-kapot"));
    batch(&desk, "zaken -o uit").exits(1);
}

#[test]
fn another_letter_is_overwritten_only_if_asked() {
    let desk = desk(&[("a.yaml", COPY, "K-1"), ("b.yaml", ONE, "K-2")]);
    fs::create_dir_all(desk.path("uit/brieven")).unwrap();
    let desk = desk.file("uit/brieven/K-1_intrekkingsbesluit_afschrift.pdf", "iets anders");
    let copy = "uit/brieven/K-1_intrekkingsbesluit_afschrift.pdf";
    batch(&desk, "zaken -o uit --drukstroom").exits(1);
    // The letter itself is not made either, neither as a file nor in the print stream.
    assert_eq!(letters(&desk), ["K-1_intrekkingsbesluit_afschrift.pdf", "K-2_weigeringsbesluit.pdf"]);
    assert_eq!(desk.read(copy), "iets anders");
    assert_eq!(codes(&desk), [("a.yaml".to_owned(), "F702".to_owned())]);
    assert_eq!(column(&desk, "kenmerk"), ["K-2"]);
    batch(&desk, "zaken -o uit --drukstroom --overschrijf").exits(0);
    assert_eq!(letters(&desk).len(), 3);
    assert!(fs::read(desk.path(copy)).unwrap().starts_with(b"%PDF"));
}

#[test]
fn a_letter_of_a_finished_run_is_replaced_only_if_asked_when_its_case_changes() {
    let desk = desk(&[("a.yaml", ONE, "K-1"), ("b.yaml", ONE, "K-2")]);
    batch(&desk, "zaken -o uit").exits(0);
    let before = tree(&desk, "uit");
    let changed = with_kenmerk(ONE, "K-1").replace("Oleksandr", "Oleksii");
    let desk = desk.file("zaken/a.yaml", changed);
    batch(&desk, "zaken -o uit").exits(2).says("of een andere: 1 (");
    same(&before, &tree(&desk, "uit"));
    let letter = "brieven/K-1_weigeringsbesluit.pdf";
    assert!(tree(&desk, "uit")[letter] == before[letter]);
    batch(&desk, "zaken -o uit --overschrijf").exits(0);
    assert!(tree(&desk, "uit")[letter] != before[letter]);
}

#[test]
fn the_registers_of_another_run_are_kept() {
    let desk = desk(&[("a.yaml", ONE, "K-1"), ("b.yaml", ONE, "K-2")]);
    batch(&desk, "zaken -o uit").exits(0);
    let before = tree(&desk, "uit");
    batch(&desk, "zaken -o uit --alleen K-1").exits(2).says("of een andere: 1 (");
    same(&before, &tree(&desk, "uit"));
    batch(&desk, "zaken -o herdruk --alleen k-1").exits(0).says("1 zaak: 1 met brief");
    assert!(
        tree(&desk, "herdruk")["brieven/K-1_weigeringsbesluit.pdf"]
            == before["brieven/K-1_weigeringsbesluit.pdf"]
    );
    batch(&desk, "zaken -o meer --alleen K-2 K-9").exits(1).says("geen zaak met kenmerk: k-9");
    assert!(desk.path("meer/brieven/K-2_weigeringsbesluit.pdf").exists());
}

#[test]
fn a_dry_run_writes_nothing() {
    let desk = day();
    let before = desk.files();
    let ran =
        batch(&desk, "zaken --droog").exits(0).says("10 brieven en 1 afschrift; er is niets geschreven");
    ran.prints_nothing();
    let object = &batch(&desk, "zaken -o uit --droog --json").exits(0).objects()[0];
    assert_eq!((&object["zaken"], &object["paginas"]), (&8.into(), &serde_json::Value::Null));
    assert_eq!(desk.files(), before);
}

#[test]
fn the_example_organisation_is_refused() {
    let desk = day();
    desk.run("batch zaken -o uit").exits(2).says("--voorbeeld");
    assert!(!desk.path("uit").exists());
}

#[test]
fn wrong_use_is_refused_with_what_is_wrong() {
    let desk = desk(&[]);
    for (words, said) in [
        ("zaken", "--uitvoer"),
        ("-o uit", "PAD"),
        ("zaken -o uit --vellen 0", "--vellen"),
        ("zaken -o uit --steekproef 0", "--steekproef"),
        ("zaken -o uit --volgorde naam", "kies uit kenmerk, postcode, vellen"),
        ("zaken -o uit --bekendmaking morgen", "--bekendmaking"),
        ("zaken -o uit --draden 0", "--draden"),
    ] {
        batch(&desk, words).exits(2).says(said);
    }
    let desk = Desk::new().file("uit", "").file("a.yaml", case_of(ONE));
    batch(&desk, "a.yaml -o uit").exits(2).says("uit is een bestand");
}
