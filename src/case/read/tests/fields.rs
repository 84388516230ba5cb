//! Tests the errors of single values: shape, words, dates, yes or no, identifiers, lists, addresses.

use super::errors::{check, found};
use super::*;

#[test]
fn a_value_of_the_wrong_shape_is_refused() {
    for (from, to, path) in [
        ("zaak: {kenmerk: RTB-2026-000124}", "zaak: RTB-2026-000124", "zaak"),
        ("Adeyemi", "[Adeyemi]", "vreemdeling.achternaam"),
        ("Adeyemi", "{a: b}", "vreemdeling.achternaam"),
        ("\n    - NGA", " NGA", "vreemdeling.nationaliteiten"),
        ("    - NGA", "    - NGA\n    -", "vreemdeling.nationaliteiten[1]"),
        ("adres: onbekend", "adres: Kade 7", "vreemdeling.adres"),
        ("adres: onbekend", "adres: [Kade 7]", "vreemdeling.adres"),
        ("{weken: 0, motivering: Risico op onttrekking., grond: a}", "0", "stap.vertrektermijn"),
        ("stap:", "feiten: []\nstap:", "feiten"),
    ] {
        check(TRIAGE, from, to, "F110", path);
    }
    assert_eq!(found("- a\n"), [("F110", String::new())]);
}

#[test]
fn an_unknown_word_shows_the_known_ones() {
    let finding = check(TRIAGE, "negatief", "negatiev", "F111", "stap.uitkomst");
    assert_eq!(finding.hint.as_deref(), Some("Kies uit: `positief`, `negatief`."));
    assert_eq!(finding.detail.as_deref(), Some("bedoelde u `negatief`?"));
    check(TRIAGE, "vrouw", "Vrouw", "F111", "vreemdeling.geslacht");
    check(TRIAGE, "wijze: uitreiking", "wijze: fax", "F111", "bekendmaking.wijze");
}

#[test]
fn what_is_not_a_date_is_refused() {
    for (value, detail) in [
        ("20-11-2026", Some("schrijf 2026-11-20")),
        ("20/11/2026", Some("schrijf 2026-11-20")),
        ("2026-02-30", None),
        ("2026-13-01", None),
        ("20 november 2026", Some("schrijf 2026-11-20")),
        ("2026-11-2", Some("schrijf 2026-11-02")),
        ("20261120", Some("schrijf 2026-11-20")),
        ("2026-11-20T10:00", None),
        ("２０２６-11-20", None),
    ] {
        let finding =
            check(TRIAGE, "datum: 2026-11-20}", &format!("datum: {value}}}"), "F112", "bekendmaking.datum");
        assert_eq!(finding.detail.as_deref(), detail, "{value}");
    }
    for value in ["1990-13", "1990-7", "90", "januari 1990", "1990-02-30", "199o", "19é0", "1990/07"] {
        check(TRIAGE, "1990-07", value, "F112", "vreemdeling.geboortedatum");
    }
}

#[test]
fn a_date_out_of_range_is_refused() {
    for value in ["1989-12-31", "2101-01-01", "0226-11-20", "9999-12-31"] {
        check(TRIAGE, "datum: 2026-11-20}", &format!("datum: {value}}}"), "F119", "bekendmaking.datum");
    }
    for value in ["1899-12-31", "1899", "1899-12", "2101"] {
        check(TRIAGE, "1990-07", value, "F119", "vreemdeling.geboortedatum");
    }
    case(&TRIAGE.replace("1990-07", "1900-01-01"));
    case(&STICKERLOCATIE.replace("in_nederland_sinds: 2026-10-20", "in_nederland_sinds: 1961-05-02"));
}

#[test]
fn only_true_and_false_are_yes_and_no() {
    for value in ["ja", "yes", "True", "FALSE", "\"true\"", "1", "on", "nee"] {
        let finding =
            check(TRIAGE, "asielwens: false", &format!("asielwens: {value}"), "F113", "stap.asielwens");
        assert!(finding.detail.unwrap().starts_with("schrijf "), "{value}");
    }
    check(TRIAGE, "asielwens: false", "asielwens: misschien", "F113", "stap.asielwens");
    assert_eq!(case(&TRIAGE.replace("asielwens: false", "asielwens:")).feiten, Feiten::default());
}

#[test]
fn wrong_identifiers_countries_and_numbers_are_refused() {
    for value in ["R", "-RTB", "RTB 2026", "RTB/2026", "x23456789012345678901234567890123456789012"] {
        check(TRIAGE, "RTB-2026-000124", value, "F114", "zaak.kenmerk");
    }
    for value in ["280123456", "28012345678", "28012a4567", "2801-234-567"] {
        check(NIET_GEMELD, "2801234571", value, "F114", "vreemdeling.v_nummer");
    }
    for value in ["0123 AB", "1234", "1234 SS", "12345 A", "D-1234"] {
        check(NIET_GEMELD, "2671 AB", value, "F114", "vreemdeling.adres.postcode");
    }
    for (value, detail) in [("nga", Some("schrijf NGA")), ("Polen", Some("schrijf POL")), ("XXX", None)] {
        let finding = check(
            TRIAGE,
            "terugkeer: NGA",
            &format!("terugkeer: {value}"),
            "F115",
            "stap.land_van_terugkeer",
        );
        assert_eq!(finding.detail.as_deref(), detail);
    }
    check(TRIAGE, "- NGA", "- staatlos", "F115", "vreemdeling.nationaliteiten[0]");
    for value in ["5", "vier", "-4", "04", "4.0"] {
        check(TRIAGE, "weken: 0", &format!("weken: {value}"), "F116", "stap.vertrektermijn.weken");
    }
}

#[test]
fn an_empty_list_is_refused_where_an_item_is_needed() {
    check(TRIAGE, "\n    - NGA", " []", "F117", "vreemdeling.nationaliteiten");
    check(
        STICKERLOCATIE,
        "[een paspoort, \"bewijs van verblijf in Oekraïne\"]",
        "[]",
        "F117",
        "stap.gronden[1].ontbrekend",
    );
    check(
        STICKERLOCATIE,
        "[Musterstraße 5, 10115 Berlin]",
        "[]",
        "F117",
        "vreemdeling.gemachtigde.adres.regels",
    );
}

#[test]
fn an_address_that_cannot_be_delivered_to_is_refused() {
    check(
        STICKERLOCATIE,
        "[Musterstraße 5, 10115 Berlin]",
        "[a, b, c, d, e]",
        "F118",
        "vreemdeling.gemachtigde.adres.regels",
    );
    check(STICKERLOCATIE, "land: DEU", "land: NLD", "F118", "vreemdeling.gemachtigde.adres.land");
    check(
        NIET_GEMELD,
        "straat: Dorpsstraat",
        "land: NLD, straat: Dorpsstraat",
        "F118",
        "vreemdeling.adres.land",
    );
    check(NIET_GEMELD, "huisnummer: 12", "huisnummer: A", "F118", "vreemdeling.adres.huisnummer");
    let foreign = "{regels: [Musterstraße 5, 10115 Berlin], land: DEU}";
    check(STICKERLOCATIE, foreign, "onbekend", "F118", "vreemdeling.gemachtigde.adres");
}
