//! Tests the lines of an address in postal form, for everyone who can get a letter.

use crate::case::country::Country;
use crate::case::identifier::{HouseNumber, OneLine, Postcode, VNummer};
use crate::case::model::{
    Adres, Geboortedatum, Gemachtigde, Geslacht, Hoedanigheid, Vreemdeling, WettelijkVertegenwoordiger,
};
use crate::letter::address::{addressee, post, representative};
use crate::letter::document::PostalCode;

fn line<T: OneLine>(text: &str) -> T {
    T::checked(text.into())
}

fn dutch() -> Adres {
    Adres::Dutch {
        locatie: None,
        straat: Some(line("Stationsplein")),
        huisnummer: HouseNumber::parse("1"),
        toevoeging: Some(line("A")),
        postcode: Postcode::parse("3818le").unwrap(),
        plaats: line("Amersfoort"),
    }
}

fn person() -> Vreemdeling {
    Vreemdeling {
        v_nummer: VNummer::parse("2801234567").unwrap(),
        achternaam: line("Kovalenko"),
        voornamen: Some(line("Oleksandr")),
        geslacht: Geslacht::Man,
        geboortedatum: Geboortedatum::Unknown,
        geboorteplaats: None,
        meerderjarig: None,
        nationaliteiten: Vec::new(),
        adres: dutch(),
        wettelijk_vertegenwoordiger: None,
        gemachtigde: None,
    }
}

fn name_of(_: Country) -> String {
    "Oekraïne".into()
}

#[test]
fn a_dutch_address_has_a_title_by_sex() {
    let lines = addressee(&person(), false, &name_of).unwrap();
    assert_eq!(lines, ["De heer Oleksandr Kovalenko", "Stationsplein 1 A", "3818 LE  AMERSFOORT"]);
    let woman = Vreemdeling { geslacht: Geslacht::Vrouw, voornamen: None, ..person() };
    assert_eq!(addressee(&woman, false, &name_of).unwrap()[0], "Mevrouw Kovalenko");
    let unknown = Vreemdeling { geslacht: Geslacht::Onbekend, ..person() };
    assert_eq!(addressee(&unknown, false, &name_of).unwrap()[0], "Oleksandr Kovalenko");
}

#[test]
fn a_reception_centre_stands_above_the_street() {
    let Adres::Dutch { straat, huisnummer, postcode, plaats, .. } = dutch() else { unreachable!() };
    let locatie = Some(line("COA azc Amersfoort, unit 12"));
    let adres = Adres::Dutch { locatie, straat, huisnummer, toevoeging: None, postcode, plaats };
    let lines = addressee(&Vreemdeling { adres, ..person() }, false, &name_of).unwrap();
    assert_eq!(lines[1..], ["COA azc Amersfoort, unit 12", "Stationsplein 1", "3818 LE  AMERSFOORT"]);
}

#[test]
fn the_letter_about_a_minor_goes_to_the_legal_representative() {
    let representative =
        WettelijkVertegenwoordiger { naam: line("O. Kovalenko"), hoedanigheid: Hoedanigheid::Ouder };
    let minor = Vreemdeling { wettelijk_vertegenwoordiger: Some(representative), ..person() };
    let lines = addressee(&minor, true, &name_of).unwrap();
    assert_eq!(lines[..2], ["O. Kovalenko", "Wettelijk vertegenwoordiger van Oleksandr Kovalenko"]);
    assert_eq!(lines.len(), 4);
}

#[test]
fn an_address_abroad_ends_with_the_country_in_capitals() {
    let adres =
        Adres::Foreign { regels: vec![line("Khreshchatyk 1"), line("Kyiv 01001")], land: Country::UKRAINE };
    let lines = addressee(&Vreemdeling { adres, ..person() }, false, &name_of).unwrap();
    assert_eq!(lines[1..], ["Khreshchatyk 1", "Kyiv 01001", "OEKRAÏNE"]);
}

#[test]
fn a_letter_to_an_unknown_address_is_handed_over() {
    let nowhere = Vreemdeling { adres: Adres::Unknown, ..person() };
    let lines = addressee(&nowhere, false, &name_of).unwrap();
    assert_eq!(lines, ["De heer Oleksandr Kovalenko", "Uitgereikt in persoon"]);
}

#[test]
fn the_office_of_a_gemachtigde_stands_above_the_name() {
    let lawyer = Gemachtigde {
        naam: line("mr. A. de Vries"),
        kantoor: Some(line("De Vries Advocaten")),
        adres: dutch(),
    };
    let lines = representative(&lawyer, &name_of).unwrap();
    assert_eq!(lines[..2], ["De Vries Advocaten", "t.a.v. mr. A. de Vries"]);
    let alone = Gemachtigde { kantoor: None, ..lawyer.clone() };
    assert_eq!(representative(&alone, &name_of).unwrap()[0], "mr. A. de Vries");
    let nowhere = Gemachtigde { adres: Adres::Unknown, ..lawyer };
    assert_eq!(representative(&nowhere, &name_of).unwrap_err().paths, ["vreemdeling.gemachtigde.adres"]);
}

#[test]
fn sorting_machines_get_the_parts_of_a_dutch_address_only() {
    let (postcode, number, addition) = ("3818 LE".to_owned(), "1".to_owned(), Some("A".to_owned()));
    assert_eq!(post(&dutch()), Some(PostalCode { postcode, number, addition }));
    let printed = Adres::Foreign { regels: vec![line("3818 LE  AMERSFOORT")], land: Country::NETHERLANDS };
    assert_eq!((post(&printed), post(&Adres::Unknown)), (None, None));
}

#[test]
fn lines_that_do_not_fit_are_refused_with_their_path() {
    let regels = (1..6).map(|n| line(&format!("regel {n}"))).collect();
    let long = Vreemdeling { adres: Adres::Foreign { regels, land: Country::UKRAINE }, ..person() };
    let error = addressee(&long, false, &name_of).unwrap_err();
    assert_eq!((error.code.as_str(), error.paths[0].as_str()), ("F118", "vreemdeling.adres"));
    for start in ['@', '(', ')', '=', '[', ']', '"', '\\', '/', ',', '<', '>', '~'] {
        let regels = vec![line("Straat 1"), line(&format!("{start}Kyiv"))];
        let bad = Vreemdeling { adres: Adres::Foreign { regels, land: Country::UKRAINE }, ..person() };
        let error = addressee(&bad, false, &name_of).unwrap_err();
        assert_eq!(error.paths, ["vreemdeling.adres.regels[1]"]);
        assert!(!error.message.contains("Kyiv"));
    }
}
