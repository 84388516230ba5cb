//! Tests the lines of an address in postal form, for everyone who can get a letter.

use crate::case::country::Country;
use crate::case::identifier::{HouseNumber, OneLine, Postcode, VNummer};
use crate::case::model::{
    Adres, Geboortedatum, Gemachtigde, Geslacht, Hoedanigheid, Vreemdeling, WettelijkVertegenwoordiger, Wijze,
};
use crate::diagnostic::Diagnostic;
use crate::letter::address::{addressee, post, representative};
use crate::letter::document::PostalCode;
use crate::letter::envelope::{Envelope, Size};

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
        taal: None,
        wettelijk_vertegenwoordiger: None,
        gemachtigde: None,
    }
}

/// The lines of the address of a person in a usual envelope.
fn addressed(person: &Vreemdeling, is_minor: bool) -> Result<Vec<String>, Box<Diagnostic>> {
    addressee(person, Wijze::Uitreiking, is_minor, None, &name_of, &usual())
}

/// An envelope with five lines of forty characters, or six of forty-five in small type.
fn usual() -> Envelope<'static> {
    Envelope::new([5, 6], |line, size| line.chars().count() <= if size == Size::Usual { 40 } else { 45 })
}

fn name_of(_: Country) -> String {
    "Oekraïne".into()
}

#[test]
fn a_dutch_address_has_a_title_by_sex() {
    let lines = addressed(&person(), false).unwrap();
    assert_eq!(lines, ["De heer Oleksandr Kovalenko", "Stationsplein 1 A", "3818 LE  AMERSFOORT"]);
    let woman = Vreemdeling { geslacht: Geslacht::Vrouw, voornamen: None, ..person() };
    assert_eq!(addressed(&woman, false).unwrap()[0], "Mevrouw Kovalenko");
    let unknown = Vreemdeling { geslacht: Geslacht::Onbekend, ..person() };
    assert_eq!(addressed(&unknown, false).unwrap()[0], "Oleksandr Kovalenko");
}

#[test]
fn a_reception_centre_stands_above_the_street() {
    let Adres::Dutch { straat, huisnummer, postcode, plaats, .. } = dutch() else { unreachable!() };
    let locatie = Some(line("COA azc Amersfoort, unit 12"));
    let adres = Adres::Dutch { locatie, straat, huisnummer, toevoeging: None, postcode, plaats };
    let lines = addressed(&Vreemdeling { adres, ..person() }, false).unwrap();
    assert_eq!(lines[1..], ["COA azc Amersfoort, unit 12", "Stationsplein 1", "3818 LE  AMERSFOORT"]);
}

#[test]
fn the_letter_about_a_minor_goes_to_the_legal_representative() {
    let representative =
        WettelijkVertegenwoordiger { naam: line("O. Kovalenko"), hoedanigheid: Hoedanigheid::Ouder };
    let minor = Vreemdeling { wettelijk_vertegenwoordiger: Some(representative), ..person() };
    let lines = addressed(&minor, true).unwrap();
    assert_eq!(lines[..2], ["O. Kovalenko", "Wettelijk vertegenwoordiger van"]);
    assert_eq!((lines[2].as_str(), lines.len()), ("Oleksandr Kovalenko", 5));
}

#[test]
fn an_address_abroad_ends_with_the_country_in_capitals() {
    let adres =
        Adres::Foreign { regels: vec![line("Khreshchatyk 1"), line("Kyiv 01001")], land: Country::UKRAINE };
    let lines = addressed(&Vreemdeling { adres, ..person() }, false).unwrap();
    assert_eq!(lines[1..], ["Khreshchatyk 1", "Kyiv 01001", "OEKRAÏNE"]);
}

#[test]
fn a_letter_to_an_unknown_address_says_how_it_reaches_the_person() {
    let nowhere = Vreemdeling { adres: Adres::Unknown, ..person() };
    let ways = [
        (Wijze::Uitreiking, "Uitgereikt in persoon"),
        (Wijze::Toezending, "Via de gemachtigde"),
        (Wijze::Anders, "Adres onbekend"),
    ];
    for (made_known, way) in ways {
        let lines = addressee(&nowhere, made_known, false, None, &name_of, &usual()).unwrap();
        assert_eq!(lines, ["De heer Oleksandr Kovalenko", way]);
    }
}

#[test]
fn the_office_of_a_gemachtigde_stands_above_the_name() {
    let lawyer = Gemachtigde {
        naam: line("mr. A. de Vries"),
        kantoor: Some(line("De Vries Advocaten")),
        adres: dutch(),
    };
    let lines = representative(&lawyer, &name_of, &usual()).unwrap();
    assert_eq!(lines[..2], ["De Vries Advocaten", "t.a.v. mr. A. de Vries"]);
    let alone = Gemachtigde { kantoor: None, ..lawyer.clone() };
    assert_eq!(representative(&alone, &name_of, &usual()).unwrap()[0], "mr. A. de Vries");
    let nowhere = Gemachtigde { adres: Adres::Unknown, ..lawyer };
    assert_eq!(
        representative(&nowhere, &name_of, &usual()).unwrap_err().paths,
        ["vreemdeling.gemachtigde.adres"]
    );
}

#[test]
fn sorting_machines_get_the_parts_of_a_dutch_address_only() {
    let (postcode, number, addition) = ("3818 LE".to_owned(), "1".to_owned(), Some("A".to_owned()));
    assert_eq!(post(&dutch()), Some(PostalCode { postcode, number, addition }));
    let printed = Adres::Foreign { regels: vec![line("3818 LE  AMERSFOORT")], land: Country::NETHERLANDS };
    assert_eq!((post(&printed), post(&Adres::Unknown)), (None, None));
}

#[test]
fn lines_that_begin_with_a_wrong_character_are_refused_with_their_path() {
    for start in ['@', '(', ')', '=', '[', ']', '"', '\\', '/', ',', '<', '>', '~'] {
        let regels = vec![line("Straat 1"), line(&format!("{start}Kyiv"))];
        let bad = Vreemdeling { adres: Adres::Foreign { regels, land: Country::UKRAINE }, ..person() };
        let error = addressed(&bad, false).unwrap_err();
        assert_eq!(
            (error.code.as_str(), error.paths),
            ("F118", vec!["vreemdeling.adres.regels[1]".to_owned()])
        );
        assert!(!error.message.contains("Kyiv"));
    }
}

#[test]
fn a_long_name_goes_over_two_lines() {
    let name = |first: &str, last: &str| Vreemdeling {
        voornamen: Some(line(first)),
        achternaam: line(last),
        ..person()
    };
    let two = |person: &Vreemdeling| addressed(person, false).unwrap()[..2].join("|");
    let four = name("Jean-Baptiste Emmanuel Francisco", "Al-Abdulrahman bin Khalifa");
    assert_eq!(two(&four), "De heer Jean-Baptiste Emmanuel Francisco|Al-Abdulrahman bin Khalifa");
    let last = name("Jo", "Van Kinschot Hartevelt Van der Oudermeulen");
    assert_eq!(two(&last), "De heer Jo Van Kinschot Hartevelt Van|der Oudermeulen");
    let hyphen = name("Jo", "Wolfeschlegelsteinhausen-Bergerdorfferwelche");
    assert_eq!(two(&hyphen), "De heer Jo Wolfeschlegelsteinhausen-|Bergerdorfferwelche");
    let bracket = name("Jo", "Van Kinschot Hartevelt Van der (Oudermeulen)");
    assert_eq!(two(&bracket), "De heer Jo Van Kinschot Hartevelt Van|der (Oudermeulen)");
}

#[test]
fn a_long_office_goes_over_two_lines() {
    let office = "Kantoor voor Vreemdelingenrecht en Internationale Bescherming Noord";
    let lawyer =
        Gemachtigde { naam: line("mr. A.B. van der Schrieck"), kantoor: Some(line(office)), adres: dutch() };
    let lines = representative(&lawyer, &name_of, &usual()).unwrap();
    assert_eq!(lines[0], "Kantoor voor Vreemdelingenrecht en");
    assert_eq!(lines[1..3], ["Internationale Bescherming Noord", "t.a.v. mr. A.B. van der Schrieck"]);
}

#[test]
fn a_name_of_more_than_two_lines_has_initials_in_the_address() {
    let name = |first: &str, last: &str| Vreemdeling {
        voornamen: Some(line(first)),
        achternaam: line(last),
        ..person()
    };
    let lines = |person: &Vreemdeling| addressed(person, false).unwrap();
    let one = name(&"Anna Bernarda ".repeat(6), "van Verzonnenhoven");
    assert_eq!(lines(&one)[..2], ["De heer A.B.A.B.A.B.A.B.A.B.A.B.", "van Verzonnenhoven"]);
    let two =
        name("Maria Anna Bernarda Cornelia Dorothea Elisabeth", "van Verzonnenhoven-Proefbergsma-Bedenksel");
    assert_eq!(lines(&two)[..2], ["De heer M.A.B.C.D.E. van", "Verzonnenhoven-Proefbergsma-Bedenksel"]);
}

/// The address of a location with a long name.
fn in_location(locatie: &str) -> Adres {
    let Adres::Dutch { straat, huisnummer, toevoeging, postcode, plaats, .. } = dutch() else {
        unreachable!()
    };
    Adres::Dutch { locatie: Some(line(locatie)), straat, huisnummer, toevoeging, postcode, plaats }
}

#[test]
fn small_type_comes_after_initials_and_then_more_lines_for_one_part() {
    let location = "Opvanglocatie voor ontheemden De Verzonnen Hoeve, gebouw C";
    let person = |first: &str, last: &str| Vreemdeling {
        voornamen: Some(line(first)),
        achternaam: line(last),
        adres: in_location(location),
        ..person()
    };
    // With its location over two lines, an address of five lines has one for the name.
    let lines = |first: &str, last: &str| addressed(&person(first, last), false).unwrap();
    assert_eq!(
        lines("Anna Bernarda Cornelia Dorothea", "Kovalenko")[..2],
        ["De heer A.B.C.D. Kovalenko", "Opvanglocatie voor ontheemden De"]
    );
    let last = "van Verzonnenhoven-Proefbergsma-Test";
    let small = lines("Anna", last);
    assert_eq!((small[0].as_str(), small.len()), ("De heer Anna", 6));
    assert_eq!(small[1], last);
    // A location goes on with its street where lines are few.
    let last = "Verzonnen Proefbergsma Bedenksel Voorbeeldig Denkbeeldig Gefingeerd Nietbestaand";
    assert_eq!(
        lines("Anna", last),
        [
            "De heer Anna Verzonnen Proefbergsma Bedenksel",
            "Voorbeeldig Denkbeeldig Gefingeerd",
            "Nietbestaand",
            "Opvanglocatie voor ontheemden De Verzonnen",
            "Hoeve, gebouw C, Stationsplein 1 A",
            "3818 LE  AMERSFOORT"
        ]
    );
    // Then one word of the name stays whole.
    let last = format!("{last} {last}");
    assert_eq!(lines("Anna", &last)[..2], ["De heer A.", "Verzonnen P.B.V.D.G.N.V.P.B.V.D.G.N."]);
}

#[test]
fn the_letter_about_a_minor_in_a_reception_centre_always_has_an_address() {
    let minor = |guardian: &str, first: &str, last: &str| {
        let naam = line(guardian);
        let minor = Vreemdeling {
            voornamen: Some(line(first)),
            achternaam: line(last),
            adres: in_location("COA azc Amersfoort, unit 12"),
            taal: None,
            wettelijk_vertegenwoordiger: Some(WettelijkVertegenwoordiger {
                naam,
                hoedanigheid: Hoedanigheid::Ouder,
            }),
            ..person()
        };
        addressed(&minor, true).unwrap()
    };
    let short = minor("O. Kovalenko", "Jo", "Bo");
    assert_eq!(short[1], "Wettelijk vertegenwoordiger van Jo Bo");
    assert_eq!(minor("O. Kovalenko", "Oleksandr", "Bos")[1], "Wettelijk vertegenwoordiger van O. Bos");
    let six = minor("O. Kovalenko", "Oleksandr", "Kovalenko");
    assert_eq!(six[1..3], ["Wettelijk vertegenwoordiger van", "Oleksandr Kovalenko"]);
    let long = "Verzonnen Proefbergsma Bedenksel Voorbeeldig Denkbeeldig Gefingeerd Nietbestaand ";
    let long = minor(&long.repeat(2), "Oleksandr", &long.repeat(2));
    assert!(long.len() <= 6 && long.iter().all(|line| line.chars().count() <= 45), "{long:?}");
    assert!(long.iter().any(|line| line.contains("ettelijk vertegenwoordiger")), "{long:?}");
}

#[test]
fn foreign_lines_go_on_behind_each_other_where_there_are_too_many() {
    let regels = (1..6).map(|n| line(&format!("regel {n}"))).collect();
    let many = Vreemdeling { adres: Adres::Foreign { regels, land: Country::UKRAINE }, ..person() };
    let lines = addressed(&many, false).unwrap();
    assert_eq!(lines[1..], ["regel 1", "regel 2", "regel 3", "regel 4, regel 5", "OEKRAÏNE"]);
    let regels = vec![line(&"straat ".repeat(10)), line("Kyiv")];
    let long = Vreemdeling { adres: Adres::Foreign { regels, land: Country::UKRAINE }, ..person() };
    assert_eq!(addressed(&long, false).unwrap().len(), 5);
}

#[test]
fn what_fits_in_no_way_is_refused_where_it_stands() {
    let paths = |error: &Diagnostic| (error.code.as_str(), error.paths.clone(), error.hint.is_some());
    let refused = |person: &Vreemdeling, is_minor| paths(&addressed(person, is_minor).unwrap_err());
    let at = |path: &str| ("F118", vec![path.to_owned()], true);
    let single = Vreemdeling { voornamen: None, achternaam: line(&"a".repeat(50)), ..person() };
    assert_eq!(refused(&single, false), at("vreemdeling.achternaam"));
    let naam = line(&"o".repeat(200));
    let parent = WettelijkVertegenwoordiger { naam, hoedanigheid: Hoedanigheid::Ouder };
    let minor = Vreemdeling { wettelijk_vertegenwoordiger: Some(parent), ..person() };
    assert_eq!(refused(&minor, true), at("vreemdeling.wettelijk_vertegenwoordiger.naam"));
    let lawyer = Gemachtigde { naam: line("mr. A"), kantoor: Some(line(&"k".repeat(46))), adres: dutch() };
    let error = representative(&lawyer, &name_of, &usual()).unwrap_err();
    assert_eq!(paths(&error), at("vreemdeling.gemachtigde.kantoor"));
    let regels = vec![line(&"s".repeat(50)), line("Kyiv")];
    let street = Vreemdeling { adres: Adres::Foreign { regels, land: Country::UKRAINE }, ..person() };
    assert_eq!(refused(&street, false), at("vreemdeling.adres.regels[0]"));
    // A window of three lines is too low for a location, whatever is done.
    let low = Envelope::new([2, 3], |line, _| line.chars().count() <= 45);
    let long = Vreemdeling { adres: in_location(&"huis ".repeat(12)), ..person() };
    let error = addressee(&long, Wijze::Uitreiking, false, None, &name_of, &low).unwrap_err();
    assert_eq!(paths(&error), at("vreemdeling.adres.locatie"));
    let short = Envelope::new([2, 2], |line, _| line.chars().count() <= 45);
    let error = addressee(&person(), Wijze::Uitreiking, false, None, &name_of, &short).unwrap_err();
    assert_eq!(paths(&error), at("vreemdeling.adres"));
}

#[test]
fn a_name_that_is_not_decided_leaves_nothing_of_it_in_the_window() {
    let long = Vreemdeling { voornamen: Some(line(&"Anna ".repeat(20))), ..person() };
    let lines = addressee(&long, Wijze::Uitreiking, false, Some("[naam]"), &name_of, &usual()).unwrap();
    assert_eq!(lines, ["[naam]", "Stationsplein 1 A", "3818 LE  AMERSFOORT"]);
}
