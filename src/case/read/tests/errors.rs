//! Tests the errors of keys and blocks: unknown, double, missing or contradicting, and all of them in one run.

use super::*;
use crate::diagnostic::Code;

/// The code and the first path of every finding.
pub(super) fn found(text: &str) -> Vec<(&'static str, String)> {
    read(text).diagnostics.iter().map(|d| (d.code.as_str(), d.paths[0].clone())).collect()
}

/// Reads a case in which one piece is replaced; checks that this gives exactly one finding.
fn one(text: &str, from: &str, to: &str) -> (Diagnostic, Reading) {
    assert!(text.contains(from), "{from}");
    let reading = read(&text.replacen(from, to, 1));
    assert_eq!(reading.diagnostics.len(), 1, "{to}: {:#?}", reading.diagnostics);
    (reading.diagnostics[0].clone(), reading)
}

pub(super) fn check(text: &str, from: &str, to: &str, code: &str, path: &str) -> Diagnostic {
    let (finding, _) = one(text, from, to);
    assert_eq!((finding.code.as_str(), finding.paths[0].as_str()), (code, path), "{to}");
    finding
}

#[test]
fn unknown_keys_have_a_hint_and_leave_the_case_readable() {
    let (finding, reading) = one(TRIAGE, "stap:\n", "stap:\n  uitkmst: x\n");
    assert_eq!((finding.code, finding.paths[0].as_str()), (Code::UnknownKey, "stap.uitkmst"));
    assert_eq!(finding.hint.as_deref(), Some("Bedoelde u `uitkomst`?"));
    assert!(reading.case.is_some());
    let hint = |text, from, to| one(text, from, to).0.hint.unwrap();
    let home = hint(TRIAGE, "stap:\n", "brp_inschrijving: 2026-01-01\nstap:\n");
    assert!(home.starts_with("`brp_inschrijving` hoort onder `feiten`. Hier kunnen: `zaak`, "), "{home}");
    let home = hint(TRIAGE, "  gemeente", "  fase: besluit\n  gemeente");
    assert!(home.starts_with("`fase` hoort bij stap `herbeoordeling`. Hier kunnen: `soort`, "), "{home}");
    let wrong_ground = "    - evenredigheid: Ja.\n      grond: inreisstempel";
    assert!(
        hint(STICKERLOCATIE, "    - grond: inreisstempel", wrong_ground)
            .contains("bij grond `openbare_orde`")
    );
    let wrong_ground = "    - veroordeling: {land: NLD}\n      grond: inreisstempel";
    check(STICKERLOCATIE, "    - grond: inreisstempel", wrong_ground, "F108", "stap.gronden[0].veroordeling");
}

#[test]
fn without_its_soort_a_step_reports_only_keys_that_no_step_has() {
    assert_eq!(
        found(&TRIAGE.replace("soort: triage", "soort: trage\n  onzin: 1")),
        [("F111", "stap.soort".to_owned()), ("F108", "stap.onzin".to_owned())]
    );
    assert_eq!(
        found(&TRIAGE.replace("grond: derdelander_tijdelijk_verblijfsrecht", "grond: x\n      onzin: y")),
        [("F111", "stap.gronden[0].grond".to_owned()), ("F108", "stap.gronden[0].onzin".to_owned())]
    );
}

#[test]
fn a_key_twice_shows_both_places() {
    let (finding, reading) = one(TRIAGE, "  geslacht: vrouw\n", "  geslacht: vrouw\n  geslacht: man\n");
    assert_eq!((finding.code, finding.paths.len()), (Code::DuplicateKey, 2));
    assert_eq!((finding.at[0].line, finding.at[1].line), (6, 7));
    assert_eq!(reading.case.unwrap().vreemdeling.geslacht, Geslacht::Vrouw);
}

#[test]
fn every_required_field_is_reported_when_it_is_missing() {
    for (text, from, path) in [
        (TRIAGE, "kenmerk: RTB-2026-000124", "zaak.kenmerk"),
        (TRIAGE, "wijze: uitreiking, ", "bekendmaking.wijze"),
        (TRIAGE, ", datum: 2026-11-20", "bekendmaking.datum"),
        (TRIAGE, "  v_nummer: \"28 0123 4569\"\n", "vreemdeling.v_nummer"),
        (TRIAGE, "  achternaam: Adeyemi\n", "vreemdeling.achternaam"),
        (TRIAGE, "  geslacht: vrouw\n", "vreemdeling.geslacht"),
        (TRIAGE, "  geboortedatum: 1990-07\n", "vreemdeling.geboortedatum"),
        (TRIAGE, "  nationaliteiten:\n    - NGA\n", "vreemdeling.nationaliteiten"),
        (TRIAGE, "  adres: onbekend\n", "vreemdeling.adres"),
        (TRIAGE, "  datum: 2026-11-20\n", "stap.datum"),
        (TRIAGE, "  gemeente: Westland\n", "stap.gemeente"),
        (TRIAGE, "  uitkomst: negatief\n", "stap.uitkomst"),
        (GRENS, "\"doorlaatpost\": \"Schiphol\", ", "stap.doorlaatpost"),
        (STICKERLOCATIE, "  locatie: Amersfoort\n", "stap.locatie"),
        (HERBEOORDELING, "  fase: besluit\n", "stap.fase"),
        (NIET_GEMELD, "feiten: {brp_inschrijving: 2026-10-01}\n", "feiten.brp_inschrijving"),
    ] {
        let (finding, reading) = one(text, from, "");
        assert_eq!((finding.code, finding.paths[0].as_str()), (Code::Missing, path));
        assert!(reading.case.is_none(), "{path}");
        assert!(finding.hint.is_some(), "{path}");
    }
    assert_eq!(found(&TRIAGE.replace("  soort: triage\n", "")), [("F109", "stap.soort".to_owned())]);
}

#[test]
fn every_required_field_of_an_optional_block_is_reported_when_it_is_missing() {
    for (text, from, to, path) in [
        (STICKERLOCATIE, "{naam: O. Kovalenko, ", "{", "vreemdeling.wettelijk_vertegenwoordiger.naam"),
        (STICKERLOCATIE, ", hoedanigheid: ouder", "", "vreemdeling.wettelijk_vertegenwoordiger.hoedanigheid"),
        (STICKERLOCATIE, "naam: mr. A. de Vries", "naam:", "vreemdeling.gemachtigde.naam"),
        (STICKERLOCATIE, ", land: DEU", "", "vreemdeling.gemachtigde.adres.land"),
        (
            STICKERLOCATIE,
            "regels: [Musterstraße 5, 10115 Berlin], ",
            "",
            "vreemdeling.gemachtigde.adres.regels",
        ),
        (STICKERLOCATIE, "straat: Stationsplein, ", "", "vreemdeling.adres.straat"),
        (STICKERLOCATIE, "huisnummer: 1, ", "", "vreemdeling.adres.huisnummer"),
        (STICKERLOCATIE, "postcode: 3818le, ", "", "vreemdeling.adres.postcode"),
        (STICKERLOCATIE, ", plaats: Amersfoort", "", "vreemdeling.adres.plaats"),
        (STICKERLOCATIE, "gemaakt_op: 2026-11-02, ", "", "feiten.afspraak.gemaakt_op"),
        (STICKERLOCATIE, "soort: inreisverbod_zwaar, ", "", "feiten.maatregelen[0].soort"),
        (STICKERLOCATIE, "      opgelegd_door: DEU\n", "", "feiten.maatregelen[1].opgelegd_door"),
        (STICKERLOCATIE, "grond: inreisstempel", "grond:", "stap.gronden[0].grond"),
        (STICKERLOCATIE, "soort: korte_vakantie, ", "", "stap.maatwerk.soort"),
        (STICKERLOCATIE, "akkoord: T. de Wit, ", "", "afwijking.akkoord"),
        (TRIAGE, "achterwege: true, ", "", "stap.terugkeerbesluit.achterwege"),
        (TRIAGE, "weken: 0, ", "", "stap.vertrektermijn.weken"),
        (HERBEOORDELING, "van: gemeente Utrecht, ", "", "stap.melding.van"),
        (HERBEOORDELING, ", datum: 2026-10-02", "", "stap.melding.datum"),
        (HERBEOORDELING, "ontvangen: 2026-10-30, ", "", "stap.zienswijze.ontvangen"),
        (HERBEOORDELING, "    datum: 2026-10-20\n", "", "stap.aanvullend_voornemen.datum"),
        (HERBEOORDELING, "datum: 2026-10-18, ", "", "stap.gehoor.datum"),
        (HERBEOORDELING, "kenmerk: Z1-2, ", "", "stap.asielbesluit.kenmerk"),
        (HERBEOORDELING, "Z1-2, datum: 2026-11-20", "Z1-2", "stap.asielbesluit.datum"),
    ] {
        check(text, from, to, "F109", path);
    }
}

#[test]
fn grounds_are_required_where_the_outcome_needs_them() {
    let grounds = "  gronden:\n    - {grond: fraude, motivering: De stukken zijn vals.}\n";
    for fase in ["besluit", "voornemen", "aanvullend_voornemen"] {
        let text = HERBEOORDELING.replace("fase: besluit", &format!("fase: {fase}"));
        check(&text, grounds, "", "F109", "stap.gronden");
        check(&text, grounds, "  gronden: []\n", "F117", "stap.gronden");
    }
    let grounds = "  gronden:\n    - grond: derdelander_tijdelijk_verblijfsrecht\n      motivering: Uw vergunning was tijdelijk.\n";
    check(TRIAGE, grounds, "", "F109", "stap.gronden");
    check(TRIAGE, grounds, "  gronden: []\n", "F117", "stap.gronden");
    case(&TRIAGE.replace(grounds, "").replace("negatief", "positief"));
    let from = STICKERLOCATIE.find("  gronden:\n").unwrap();
    let to = STICKERLOCATIE.find("  opschorting:").unwrap();
    let without = format!("{}{}", &STICKERLOCATIE[..from], &STICKERLOCATIE[to..]);
    assert_eq!(found(&without), [("F109", "stap.gronden".to_owned())]);
    case(&without.replace("weigering", "toekenning"));
    let only_voornemen = HERBEOORDELING.replace("fase: besluit", "fase: voornemen");
    case(&only_voornemen.replace(
        "  voornemen: {datum: 2026-10-12, gronden: [fraude], soort: beeindiging, ingangsdatum: 2026-02-03}\n",
        "",
    ));
}

#[test]
fn an_asylum_decision_cannot_be_taken_and_come_later() {
    let finding = check(
        HERBEOORDELING,
        "{kenmerk: Z1-2",
        "{volgt_later: true, kenmerk: Z1-2",
        "F205",
        "stap.asielbesluit.volgt_later",
    );
    assert_eq!(finding.paths.len(), 6);
    check(
        HERBEOORDELING,
        "{kenmerk: Z1-2",
        "{reden: Nog bezig., kenmerk: Z1-2",
        "F205",
        "stap.asielbesluit.reden",
    );
    check(
        HERBEOORDELING,
        "{kenmerk: Z1-2",
        "{volgt_later: ja, kenmerk: Z1-2",
        "F113",
        "stap.asielbesluit.volgt_later",
    );
    case(&HERBEOORDELING.replace("{kenmerk: Z1-2", "{volgt_later: false, kenmerk: Z1-2"));
}

#[test]
fn all_errors_are_reported_together_in_the_order_of_the_file() {
    let text = STICKERLOCATIE
        .replace("RTB-2026-000123", "R")
        .replace("geslacht: man", "geslacht: m\n  onzin: 1\n  geslacht: man")
        .replace("1987-03-09", "09-03-1987")
        .replace("achternaam: Kovalenko", "achternaam: ''")
        .replace("dienstplichtig: false", "dienstplichtig: nee")
        .replace("locatie: Amersfoort", "locatie: |\n    Amersfoort\n    Noord")
        .replace("motivering: Zie het vonnis.", "motivering: !tekst \"a\\u200bb\"");
    let codes: Vec<&str> = read(&text).diagnostics.iter().map(|d| d.code.as_str()).collect();
    assert_eq!(codes, ["F114", "F121", "F107", "F111", "F108", "F112", "F113", "F504", "F106", "F503"]);
}

#[test]
fn a_later_finding_about_an_unreadable_value_is_an_echo() {
    let text = STICKERLOCATIE
        .replace("brp_inschrijving: 2026-10-28", "brp_inschrijving: gisteren")
        .replace("gemaakt_op: 2026-11-02", "gemaakt_op: ooit")
        .replace("dienstplichtig: false", "dienstplichtg: false");
    let reading = read(&text);
    assert_eq!((reading.case.is_some(), reading.diagnostics.len()), (true, 3));
    let asks = |path: &str| reading.is_echo(&Diagnostic::new(Code::FactNeeded, "?", [path]));
    assert!(asks("feiten.brp_inschrijving") && asks("feiten.afspraak") && asks("feiten.dienstplichtig"));
    assert!(!asks("feiten.toegekend_op") && !asks("feiten.afspraak_elders") && !asks("zaak.kenmerk"));
}

#[test]
fn the_kenmerk_is_read_even_when_the_case_is_not() {
    let reading = read(&TRIAGE.replace("geslacht: vrouw", "geslacht: v"));
    assert_eq!((reading.case.is_none(), reading.kenmerk.unwrap().as_str()), (true, "RTB-2026-000124"));
}
