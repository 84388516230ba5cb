//! `maak`: which letters come out, in which form, under which name.

use crate::support::desk::{Desk, case_of};
use crate::support::{fixture, root};
use serde_json::json;
use std::fs;

const LETTER: &str = "RTB-2026-000019_weigeringsbesluit";

#[test]
fn a_letter_is_a_pdf_named_after_its_case() {
    let desk = Desk::with("weigering-inreisstempel");
    desk.run("maak zaak.yaml").exits(0).prints_nothing().says(&format!("gemaakt: ./{LETTER}.pdf"));
    assert_eq!(desk.files(), [&format!("{LETTER}.kwitantie.json"), &format!("{LETTER}.pdf"), "zaak.yaml"]);
    assert!(fs::read(desk.path(&format!("{LETTER}.pdf"))).unwrap().starts_with(b"%PDF-"));
}

#[test]
fn every_form_has_its_extension_and_the_text_is_that_of_the_fixture() {
    let desk = Desk::with("weigering-inreisstempel");
    for form in ["pdf", "html", "txt"] {
        desk.run(&format!("maak zaak.yaml --formaat {form} -o brieven")).exits(0);
    }
    let made = |form: &str| format!("brieven/{LETTER}.{form}");
    let receipts = ["html.kwitantie.json", "kwitantie.json", "txt.kwitantie.json"].map(made);
    let [html, pdf, txt] = &receipts;
    let all = ["brieven", &made("html"), html, pdf, &made("pdf"), &made("txt"), txt, "zaak.yaml"];
    assert_eq!(desk.files(), all);
    assert!(desk.read(&made("html")).starts_with("<!DOCTYPE html>"));
    let golden = fixture("weigering-inreisstempel").join(format!("{LETTER}.txt"));
    assert_eq!(desk.read(&made("txt")), fs::read_to_string(golden).unwrap());
}

#[test]
fn a_file_gets_its_form_from_its_name() {
    let desk = Desk::with("weigering-inreisstempel");
    for (name, start) in
        [("brief.pdf", "%PDF-"), ("brief.html", "<!DOCTYPE html>"), ("brief.txt", "Kovalenko")]
    {
        desk.run(&format!("maak zaak.yaml -o {name}")).exits(0);
        let bytes = fs::read(desk.path(name)).unwrap();
        assert!(String::from_utf8_lossy(&bytes).contains(start), "{name}");
    }
    desk.run("maak zaak.yaml -o brief.pdf --formaat txt").exits(2).says("past niet bij de naam");
}

#[test]
fn a_dash_writes_to_standard_output_and_reads_standard_input() {
    let desk = Desk::new().stdin(case_of("weigering-inreisstempel"));
    let ran = desk.run("maak - -o - --formaat txt").exits(0).prints("Kovalenko");
    let golden = fixture("weigering-inreisstempel").join(format!("{LETTER}.txt"));
    assert_eq!(ran.out(), fs::read_to_string(golden).unwrap());
    assert!(desk.run("maak - -o -").exits(0).bytes().starts_with(b"%PDF-"));
    assert!(desk.files().is_empty());
}

#[test]
fn several_letters_have_a_file_each_and_never_share_one() {
    let desk = Desk::with("toekenning-zwaar-en-licht-twee-brieven");
    for target in ["brief.pdf", "-"] {
        desk.run(&format!("maak zaak.yaml -o {target}")).exits(2).prints_nothing().says("er zijn 2 brieven");
    }
    assert_eq!(desk.files(), ["zaak.yaml"]);
    desk.run("maak zaak.yaml").exits(0);
    let stems: Vec<String> = desk.files().into_iter().filter(|file| file.ends_with(".pdf")).collect();
    assert_eq!(stems.len(), 2, "{stems:?}");
    assert!(stems.iter().any(|stem| stem.ends_with("_opheffing_inreisverbod-2.pdf")), "{stems:?}");
}

#[test]
fn a_gemachtigde_gets_an_afschrift_and_json_names_both() {
    let desk = Desk::with("besluit-met-gemachtigde-en-poolse-letters");
    let ran = desk.run("maak zaak.yaml -o uit --formaat txt --json").exits(0);
    let stem = "RTB-2026-000315_intrekkingsbesluit";
    let object = |suffix: &str, copy: bool| {
        json!({
            "bestand": format!("uit/{stem}{suffix}.txt"),
            "kenmerk": "RTB-2026-000315",
            "soort": "intrekkingsbesluit",
            "afschrift": copy,
            "resultaat": "gemaakt",
        })
    };
    assert_eq!(ran.objects(), [object("", false), object("_afschrift", true)]);
    assert!(desk.read(&format!("uit/{stem}_afschrift.txt")).contains("Afschrift"));
}

#[test]
fn without_a_letter_there_is_no_file_and_no_folder() {
    let desk = Desk::with("triage-positief-geen-brief");
    desk.run("maak zaak.yaml -o brieven").exits(0).prints_nothing().says("geen brief nodig");
    desk.run("maak zaak.yaml -q -o brieven").exits(0).prints_nothing().never_says("geen brief");
    assert_eq!(desk.files(), ["zaak.yaml"]);
}

#[test]
fn a_case_with_a_question_makes_no_letter() {
    let desk = Desk::with("geboortedatum-jaar-2008-ambtenaar");
    desk.run("maak zaak.yaml -o brieven").exits(3).prints_nothing().says("vraag[V102]");
    assert_eq!(desk.files(), ["zaak.yaml"]);
}

#[test]
fn one_bad_case_does_not_stop_the_others() {
    let desk = Desk::with("weigering-inreisstempel").case("vier.yaml", "meer-documenten-vier-uitkomsten");
    desk.run("maak zaak.yaml vier.yaml -o uit --formaat txt --zonder-kwitantie")
        .exits(1)
        .says("vraag[V101]")
        .says("fout[F114]");
    let made: Vec<String> = desk.files().into_iter().filter(|file| file.starts_with("uit/")).collect();
    assert_eq!(made, [format!("uit/{LETTER}.txt"), "uit/RTB-2026-MULTI-1_weigeringsbesluit.txt".to_owned()]);
    desk.run("maak zaak.yaml vier.yaml nergens.yaml -o uit --formaat txt").exits(74).says("fout[F101]");
}

#[test]
fn a_kenmerk_that_occurs_twice_makes_no_letter() {
    let desk = Desk::with("weigering-inreisstempel")
        .file("zelfde.yaml", case_of("weigering-inreisstempel").replace("RTB-2026", "rtb-2026"))
        .case("andere.yaml", "weigering-eu-nationaliteit");
    desk.run("maak zaak.yaml zelfde.yaml andere.yaml -o uit --zonder-kwitantie").exits(1).says("fout[F120]");
    let made: Vec<String> = desk.files().into_iter().filter(|file| file.starts_with("uit/")).collect();
    assert_eq!(made.len(), 1, "{made:?}");
    assert!(!made[0].contains("000019"), "{made:?}");
}

#[test]
fn options_replace_the_bekendmaking_and_the_terms_follow() {
    let desk = Desk::with("weigering-inreisstempel");
    let letter =
        |options: &str| desk.run(&format!("maak zaak.yaml -o - --formaat txt {options}")).exits(0).out();
    assert!(letter("").contains("vrijdag 18 december 2026"));
    let moved = letter("--bekendmaking 2026-11-27");
    assert!(moved.contains("maandag 28 december 2026"), "{moved}");
    assert!(!moved.contains("18 december 2026"));
    assert_ne!(letter("--wijze toezending"), letter("--wijze uitreiking"));
}

#[test]
fn a_dry_run_says_what_it_would_make() {
    let desk = Desk::with("weigering-inreisstempel");
    desk.run("maak zaak.yaml --droog -o uit").exits(0).says(&format!("zou worden gemaakt: uit/{LETTER}.pdf"));
    assert_eq!(desk.files(), ["zaak.yaml"]);
}

#[test]
fn the_example_organisation_is_used_and_named_until_there_is_an_own_one() {
    let example = fs::read_to_string(root("letter-templates/organisatie-voorbeeld.yaml")).unwrap();
    let desk = Desk::with("weigering-inreisstempel");
    desk.run("maak zaak.yaml -o - --formaat txt").exits(0).says("voorbeeldorganisatie");
    let desk = desk.file("organisatie.yaml", example);
    desk.run("maak zaak.yaml -o - --formaat txt").exits(0).never_says("voorbeeldorganisatie");
    desk.run("maak zaak.yaml --organisatie nergens.yaml").exits(2).says("niet gevonden");
    let desk = desk.environment("RTBRIEF_ORGANISATIE", "ook-nergens.yaml");
    desk.run("maak zaak.yaml").exits(2).says("ook-nergens.yaml is niet gevonden");
}
