//! `maak --concept`, `--zones` and `--open`: what is no final letter never looks like one, nor has its name.

use crate::support::desk::{Desk, changed};
use serde_json::json;
use std::fs;

const STEM: &str = "RTB-2026-000019_weigeringsbesluit";
const OPEN: &str = "triage-negatief-drie-feiten-ontbreken-alle-vragen";

#[test]
fn a_concept_of_a_complete_case_is_no_letter_and_has_its_own_name() {
    let desk = Desk::with("weigering-inreisstempel");
    desk.run("maak zaak.yaml --concept")
        .exits(0)
        .prints_nothing()
        .says(&format!("concept gemaakt: ./{STEM}_concept.pdf – dit is geen brief, verstuur hem niet"))
        .says("er staat niets meer open");
    assert_eq!(desk.files(), [&format!("{STEM}_concept.pdf"), "zaak.yaml"]);
    desk.run("maak zaak.yaml --concept --formaat txt -o -")
        .exits(0)
        .prints("CONCEPT – dit is geen brief")
        .says("concept – dit is geen brief");
    desk.run("maak zaak.yaml --concept --formaat html -o -").exits(0).prints("class=\"concept\"");
}

#[test]
fn what_is_open_is_counted_reported_and_marked() {
    let desk = Desk::with(OPEN);
    desk.run("maak zaak.yaml --concept --formaat txt -o uit")
        .exits(3)
        .says("vraag[V101]: Wil de vreemdeling asiel aanvragen?")
        .says("vraag[V101]: Is er een terugkeerbeletsel?")
        .says("concept gemaakt: uit/RTB-2026-000162_weigeringsbesluit_concept.txt")
        .says("er staan nog 3 punten open");
    let text = desk.read("uit/RTB-2026-000162_weigeringsbesluit_concept.txt");
    for mark in
        ["[V101] | Wil de vreemdeling asiel", "stap.asielwens", "[nog te beslissen: terugkeerbesluit]"]
    {
        assert!(text.contains(mark), "{mark}\n{text}");
    }
    for guess in ["geen terugkeerbesluit", "moet Nederland verlaten", "uiterlijk op vrijdag 4 december"] {
        assert!(!text.contains(guess), "{guess}\n{text}");
    }
    desk.run("maak zaak.yaml -o uit").exits(3).never_says("gemaakt");
}

#[test]
fn missing_texts_are_marked_and_the_exit_code_is_that_of_a_final_run() {
    let desk = Desk::with("bestand-motivering-ontbreekt");
    desk.run("maak zaak.yaml --concept --formaat txt -o c.txt")
        .exits(1)
        .says("fout[F501]")
        .says("1 punt open");
    assert!(desk.read("c_concept.txt").contains("[in te vullen: motivering van deze grond]"));
    assert_eq!(desk.files(), ["c_concept.txt", "zaak.yaml"]);
}

#[test]
fn a_question_that_decides_which_letter_it_is_gives_no_concept() {
    let desk = Desk::with("herbeoordeling-voldoet-niet-sinds-ontbreekt");
    desk.run("maak zaak.yaml --concept").exits(3).says("vraag[V101]").says("geen concept");
    assert_eq!(desk.files(), ["zaak.yaml"]);
}

#[test]
fn contradictions_and_errors_are_refused_as_without_concept() {
    for fixture in ["weigering-inreisstempel-tegengesproken", "bestand-yaml-kapot"] {
        let desk = Desk::with(fixture);
        let before = desk.run("maak zaak.yaml").exits(1).errors();
        assert_eq!(desk.run("maak zaak.yaml --concept").exits(1).errors(), before, "{fixture}");
        assert_eq!(desk.files(), ["zaak.yaml"]);
    }
    let address = changed(OPEN, "straat: Vrijthof", "straat: (Vrijthof");
    let desk = Desk::new().file("zaak.yaml", address);
    desk.run("maak zaak.yaml --concept").exits(1).says("fout[F118]").never_says("gemaakt");
    assert_eq!(desk.files(), ["zaak.yaml"]);
}

#[test]
fn a_chosen_name_gets_the_word_concept_once_and_so_does_an_afschrift() {
    let desk = Desk::with("weigering-inreisstempel");
    for (asked, made) in
        [("a.pdf", "a_concept.pdf"), ("b-concept.pdf", "b-concept.pdf"), ("concept.txt", "concept.txt")]
    {
        desk.run(&format!("maak zaak.yaml --concept -o {asked}")).exits(0);
        assert!(desk.files().contains(&made.to_owned()), "{asked}: {:?}", desk.files());
    }
    let desk = Desk::with("besluit-met-gemachtigde-en-poolse-letters");
    desk.run("maak zaak.yaml --concept --formaat txt").exits(0);
    let stem = "RTB-2026-000315_intrekkingsbesluit";
    let made =
        [format!("{stem}_afschrift_concept.txt"), format!("{stem}_concept.txt"), "zaak.yaml".to_owned()];
    assert_eq!(desk.files(), made);
}

#[test]
fn json_says_that_it_is_a_concept() {
    let desk = Desk::with("bestand-motivering-ontbreekt");
    let objects = desk.run("maak zaak.yaml --concept --json -o uit").exits(1).objects();
    assert_eq!(objects[0]["code"], "F501");
    let made = json!({
        "bestand": "uit/RTB-2026-000389_weigeringsbesluit_concept.pdf",
        "kenmerk": "RTB-2026-000389",
        "soort": "weigeringsbesluit",
        "afschrift": false,
        "resultaat": "gemaakt",
        "concept": true,
        "open": 1,
    });
    assert_eq!(objects[1], made);
}

#[test]
fn zones_are_for_a_pdf_only_and_stand_in_its_name() {
    let desk = Desk::with("weigering-inreisstempel");
    desk.run("maak zaak.yaml --zones").exits(0).says(&format!("gemaakt: ./{STEM}_zones.pdf"));
    desk.run("maak zaak.yaml --zones --concept -o x.pdf").exits(0);
    desk.run("maak zaak.yaml").exits(0);
    let letter = format!("{STEM}.pdf");
    let zones = format!("{STEM}_zones.pdf");
    let receipt = format!("{STEM}.kwitantie.json");
    assert_eq!(desk.files(), [&receipt, &letter, &zones, "x_concept_zones.pdf", "zaak.yaml"]);
    let size = |file: &str| fs::metadata(desk.path(file)).unwrap().len();
    assert!(size(&zones) > size(&letter));
    for form in ["html", "txt"] {
        desk.run(&format!("maak zaak.yaml --zones --formaat {form}")).exits(2).says("alleen bij een pdf");
    }
}

#[test]
fn opening_needs_a_file() {
    let desk = Desk::with("weigering-inreisstempel");
    desk.run("maak zaak.yaml --open -o -").exits(2).prints_nothing().says("`--open` kan niet");
    desk.run("maak zaak.yaml --open --droog").exits(2).says("--open gaat niet samen met --droog");
    assert_eq!(desk.files(), ["zaak.yaml"]);
}

#[test]
#[cfg(all(unix, not(target_os = "macos")))]
fn what_was_made_is_opened_with_the_viewer_of_the_system() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::with("toekenning-zwaar-en-licht-twee-brieven");
    let viewer = desk.path("xdg-open");
    fs::write(&viewer, "#!/bin/sh\necho \"$1\" >> geopend.txt\n").unwrap();
    fs::set_permissions(&viewer, fs::Permissions::from_mode(0o700)).unwrap();
    let folder = desk.path("");
    let desk = desk.environment("PATH", folder.to_str().unwrap());
    desk.run("maak zaak.yaml --open -o uit").exits(0).never_says("geopend");
    let opened = desk.read("geopend.txt");
    let opened: Vec<&str> = opened.lines().collect();
    assert_eq!(opened.len(), 2, "{opened:?}");
    assert!(opened.iter().all(|path| path.starts_with('/') && fs::metadata(path).is_ok()), "{opened:?}");
    // A letter that could not be written is not shown.
    fs::write(desk.path("bezet.txt"), "iets anders").unwrap();
    let other = desk.case("een.yaml", "weigering-inreisstempel");
    other.run("maak een.yaml --open -o bezet.txt").exits(1).says("fout[F702]");
    assert_eq!(other.read("geopend.txt").lines().count(), 2);
}

#[test]
#[cfg(all(unix, not(target_os = "macos")))]
fn without_a_viewer_the_letter_is_made_all_the_same() {
    let desk = Desk::with("weigering-inreisstempel");
    let folder = desk.path("");
    let desk = desk.environment("PATH", folder.to_str().unwrap());
    desk.run("maak zaak.yaml --open").exits(0).says("gemaakt").says("kan niet worden geopend");
    assert!(desk.files().contains(&format!("{STEM}.pdf")));
}
