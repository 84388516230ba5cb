//! Tests how whole cases are read; the tests of errors have files of their own.

#![allow(clippy::panic)]

mod errors;
mod fields;
mod hashes;
mod hostile;
mod places;
mod texts;
mod values;

use super::*;
use crate::case::country::{Country, Nationality};
use crate::case::identifier::HouseNumber;
use crate::case::model::*;

pub(super) const STICKERLOCATIE: &str = include_str!("stickerlocatie.yaml");
pub(super) const TRIAGE: &str = include_str!("triage.yaml");
pub(super) const GRENS: &str = include_str!("grens.json");
pub(super) const NIET_GEMELD: &str = include_str!("niet_gemeld.yaml");
pub(super) const HERBEOORDELING: &str = include_str!("herbeoordeling.yaml");
pub(super) const ALL: [&str; 5] = [STICKERLOCATIE, TRIAGE, GRENS, NIET_GEMELD, HERBEOORDELING];

/// Reads a text without options of the command line.
pub(super) fn read(text: &str) -> Reading {
    read_case(text, 1, &Overrides::default())
}

/// Reads a case that must have no error.
pub(super) fn case(text: &str) -> Case {
    let reading = read(text);
    assert_eq!(reading.diagnostics, vec![], "{text}");
    reading.case.unwrap()
}

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

#[test]
fn every_field_of_the_largest_case_is_read() {
    let case = case(STICKERLOCATIE);
    assert_eq!(case.zaak.kenmerk.as_str(), "RTB-2026-000123");
    assert_eq!(case.zaak.dagtekening, Some(date("2026-11-20")));
    assert_eq!(case.bekendmaking.wijze, Wijze::Uitreiking);
    let person = &case.vreemdeling;
    assert_eq!(person.v_nummer.as_str(), "2801234567");
    assert_eq!(person.full_name(), "Oleksandr Kovalenko");
    assert_eq!(person.meerderjarig, Some(true));
    assert_eq!(
        person.nationaliteiten,
        [Nationality::Of(Country::UKRAINE), Nationality::Stateless, Nationality::Unknown]
    );
    let Adres::Dutch { huisnummer, postcode, .. } = &person.adres else { panic!("geen Nederlands adres") };
    assert_eq!((*huisnummer, postcode.as_str()), (HouseNumber::parse("1"), "3818 LE"));
    let Adres::Foreign { regels, land } = &person.gemachtigde.as_ref().unwrap().adres else {
        panic!("geen buitenlands adres")
    };
    assert_eq!((regels.len(), regels[0].as_str(), land.code()), (2, "Musterstraße 5", "DEU"));
}

#[test]
fn every_fact_and_ground_of_the_largest_case_is_read() {
    let case = case(STICKERLOCATIE);
    let facts = &case.feiten;
    assert_eq!(facts.identiteitsdocument, Some(Identiteitsdocument::BiometrischPaspoort));
    assert_eq!(facts.verblijf_buiten_nederland.as_ref().unwrap().tot, Some(date("2026-02-20")));
    let tie = facts.gezinsband.as_ref().unwrap();
    assert_eq!((tie.samenwonend_voor_peilmoment, tie.afhankelijk), (Some(false), Some(true)));
    assert_eq!(tie.referent.as_ref().unwrap().v_nummer.as_ref().unwrap().as_str(), "2801234568");
    assert_eq!(facts.maatregelen[1].soort, SoortMaatregel::Terugkeerbesluit);
    assert_eq!(facts.maatregelen[1].datum, None);
    let Stap::Stickerlocatie(step) = &case.stap else { panic!("andere stap") };
    assert_eq!(step.gronden.len(), 4);
    let text = |index: usize| step.gronden[index].motivering.as_ref().unwrap().as_str();
    assert_eq!(
        text(0),
        "Uit de stempels in uw paspoort blijkt dat u terugging.\n\nU verklaarde dat zelf ook."
    );
    assert_eq!(text(1), "Eerste regel\nen de tweede.\n\nNieuwe alinea.");
    assert_eq!(step.gronden[1].ontbrekend[1].as_str(), "bewijs van verblijf in Oekraïne");
    let conviction = step.gronden[2].veroordeling.as_ref().unwrap();
    assert_eq!(conviction.onherroepelijk_op, Some(date("1988-05-04")));
    assert_eq!(step.opschorting.as_ref().unwrap().strafmaatvergelijking, Some(true));
    assert_eq!(case.afwijking.as_ref().unwrap().akkoord.as_str(), "T. de Wit");
}

#[test]
fn the_other_steps_are_read() {
    let Stap::Triage(triage) = case(TRIAGE).stap else { panic!("andere stap") };
    assert_eq!(triage.terugkeer.vertrektermijn.unwrap().weken, 0);
    assert_eq!(case(TRIAGE).vreemdeling.geboortedatum, Geboortedatum::Month(1990, 7));
    let Stap::Grens(grens) = case(GRENS).stap else { panic!("andere stap") };
    assert_eq!((grens.beroep_op_rtb, grens.doorverwijzing), (Some(true), Some(Doorverwijzing::Geen)));
    assert_eq!(case(GRENS).vreemdeling.voornamen, None);
    assert_eq!(case(GRENS).vreemdeling.geboortedatum, Geboortedatum::Year(1999));
    assert_eq!(case(NIET_GEMELD).vreemdeling.geboortedatum, Geboortedatum::Unknown);
    let Stap::Herbeoordeling(step) = case(HERBEOORDELING).stap else { panic!("andere stap") };
    let further = step.aanvullend_voornemen.unwrap();
    assert_eq!(further.received().unwrap().ontvangen, date("2026-11-10"));
    assert!(matches!(step.asielbesluit, Some(Asielbesluit::Taken { signalering: Some(true), .. })));
}

#[test]
fn deciding_facts_and_the_officers_texts_may_be_absent() {
    let bare = TRIAGE
        .split("  asielwens")
        .next()
        .unwrap()
        .replace("      motivering: Uw vergunning was tijdelijk.\n", "");
    let Stap::Triage(step) = case(&bare).stap else { panic!("andere stap") };
    assert_eq!((step.asielwens, step.terugkeer), (None, TerugkeerFeiten::default()));
    assert_eq!(step.gronden[0].motivering, None);
    let later = HERBEOORDELING.replace(
        "{kenmerk: Z1-2, datum: 2026-11-20, terugkeerbesluit: true, inreisverbod: true, signalering: true}",
        "{volgt_later: true}",
    );
    let Stap::Herbeoordeling(step) = case(&later).stap else { panic!("andere stap") };
    assert_eq!(step.asielbesluit, Some(Asielbesluit::Later { reden: None }));
}

#[test]
fn null_is_the_same_as_absent() {
    let text = STICKERLOCATIE
        .replace("geboorteplaats: Lviv", "geboorteplaats: null")
        .replace("tot: 2026-02-20", "tot: ~");
    let read = case(&text);
    assert_eq!(read.vreemdeling.geboorteplaats, None);
    assert_eq!(read.feiten.verblijf_buiten_nederland.unwrap().tot, None);
    assert_eq!(case(&NIET_GEMELD.replace("Shevchenko", "Null")).vreemdeling.achternaam.as_str(), "Null");
}

#[test]
fn options_replace_what_the_case_says() {
    let overrides = Overrides { bekendmaking: Some(date("2026-12-01")), wijze: Some(Wijze::Toezending) };
    for text in [
        STICKERLOCATIE.to_owned(),
        STICKERLOCATIE.replace("bekendmaking:\n  wijze: uitreiking\n  datum: 2026-11-20\n", ""),
    ] {
        let reading = read_case(&text, 1, &overrides);
        assert_eq!(reading.diagnostics, vec![]);
        let made_known = &reading.case.as_ref().unwrap().bekendmaking;
        assert_eq!((made_known.wijze, made_known.datum), (Wijze::Toezending, date("2026-12-01")));
        let origin = |path| reading.places.find(path);
        assert_eq!(origin("bekendmaking.datum"), Some(Origin::Option("--bekendmaking")));
        assert_eq!(origin("bekendmaking.wijze"), Some(Origin::Option("--wijze")));
        assert_eq!(reading.value_at("bekendmaking.datum"), Some("2026-12-01".into()));
        assert_eq!(reading.value_at("bekendmaking.wijze"), Some("toezending".into()));
    }
    let only_date = Overrides { wijze: None, ..overrides };
    let reading = read_case(&STICKERLOCATIE.replace("wijze: uitreiking", "wijze: fax"), 1, &only_date);
    assert_eq!(reading.diagnostics.len(), 1);
    assert_eq!(reading.diagnostics[0].paths, ["bekendmaking.wijze"]);
}

#[test]
fn values_come_out_as_they_were_written() {
    let reading = read(STICKERLOCATIE);
    let value = |path| reading.value_at(path).map(|v| v.to_string()).unwrap_or_default();
    assert_eq!(value("vreemdeling.v_nummer"), "\"2801.234.567\"");
    assert_eq!(value("feiten.dienstplichtig"), "false");
    assert_eq!(value("vreemdeling.nationaliteiten"), r#"["UKR","staatloos","onbekend"]"#);
    assert_eq!(
        value("feiten.verblijfsrecht_oekraine"),
        r#"{"soort":"permanent","geldig_op_peilmoment":true}"#
    );
    assert_eq!(value("stap.gronden[0].grond"), "\"inreisstempel\"");
    assert_eq!(value("feiten.maatregelen[1].opgelegd_door"), "\"DEU\"");
    for absent in
        ["", "feiten.onzin", "stap.gronden[9].grond", "stap.gronden[x]", "stap.gronden[0].grond.a", "[0]"]
    {
        assert_eq!(reading.value_at(absent), None, "{absent}");
    }
}

/// Together with the next test this shows that no known key is accepted but not read.
#[test]
fn the_test_cases_use_every_known_key() {
    let text = ALL.concat().replace('"', "");
    for key in Keys::all().flat_map(Keys::names) {
        assert!(text.contains(&format!("{key}:")) || key == "volgt_later", "{key}");
    }
}

#[test]
fn every_value_of_the_test_cases_is_read() {
    let mut checked = 0;
    for text in ALL {
        for path in paths_of(text) {
            let found = read(&with_value(text, &path, "{x: []}")).diagnostics;
            assert!(found.iter().any(|d| d.paths[0].starts_with(&path)), "{path}: {found:?}");
            checked += 1;
        }
    }
    assert!(checked > 150, "{checked}");
}

/// The paths of all single values of a case that stand on one line.
pub(super) fn paths_of(text: &str) -> Vec<String> {
    let mut paths = Vec::new();
    scalars("", read(text).root.as_ref().unwrap(), &mut paths);
    paths
}

/// The text with another value, as YAML, at a path.
pub(super) fn with_value(text: &str, path: &str, value: &str) -> String {
    let Some(Origin::File(place)) = read(text).places.exact(path) else { panic!("{path}") };
    let mut lines: Vec<Vec<char>> = text.lines().map(|line| line.chars().collect()).collect();
    let from = place.column as usize - 1;
    lines[place.line as usize - 1].splice(from..from + place.length as usize, value.chars());
    lines.into_iter().map(String::from_iter).collect::<Vec<_>>().join("\n") + "\n"
}

/// Adds the paths of all single values that stand on one line and are not empty.
fn scalars(path: &str, node: &Node, paths: &mut Vec<String>) {
    match &node.value {
        Value::Scalar(scalar)
            if !scalar.is_null() && !scalar.text.contains('\n') && !scalar.text.is_empty() =>
        {
            paths.push(path.to_owned());
        }
        Value::Map(entries) => {
            entries.iter().for_each(|e| scalars(&yaml::path_of_key(path, &e.key), &e.value, paths));
        }
        Value::List(items) => {
            items.iter().enumerate().for_each(|(i, item)| scalars(&format!("{path}[{i}]"), item, paths));
        }
        _ => {}
    }
}

#[test]
fn a_later_document_counts_lines_from_the_start_of_the_file() {
    let reading = read_case(NIET_GEMELD, 501, &Overrides::default());
    assert_eq!(
        reading.places.exact("stap.datum"),
        Some(Origin::File(Place { line: 514, column: 10, length: 10 }))
    );
}
