//! What a letter is told of the person: minor, Ukrainian, derdelander, stateless, and the consulate.

use super::{Zaak, findings, letters};
use crate::case::read::{Overrides, read_case};
use crate::decide::known::Known;
use crate::decide::letter_plan::PersonInLetter;
use crate::decide::person::Person;
use crate::law::book::RuleBook;

const PARENT: &str = "wettelijk_vertegenwoordiger: {naam: O. Shevchuk, hoedanigheid: ouder}";

fn refused() -> Zaak {
    Zaak::refused_on("geen_identificerend_document").facts("identiteitsdocument: geen")
}

/// What the only letter is told.
fn told(zaak: &Zaak) -> PersonInLetter {
    let decision = zaak.decide();
    assert_eq!(letters(&decision).len(), 1, "{:?}", super::findings(&decision));
    letters(&decision)[0].person
}

/// What the rules ask of the person, whether a letter follows or not.
fn person(zaak: &Zaak) -> Person {
    let case = read_case(&zaak.text(), 1, &Overrides::default()).case.unwrap();
    Person::of(&case, RuleBook::built_in().unwrap().limits(case.bekendmaking.datum))
}

fn consulate(zaak: &Zaak) -> Known {
    person(zaak).consulate()
}

#[test]
fn a_minor_has_a_letter_to_the_legal_representative() {
    let with = |born, more| refused().born(born).person(more);
    assert!(told(&with("2008-11-21", PARENT)).minor);
    assert!(
        told(&with("2008-11-21", "wettelijk_vertegenwoordiger: {naam: Nidos, hoedanigheid: voogd}")).minor
    );
    assert!(!told(&with("1987-03-09", "")).minor);
}

#[test]
fn who_comes_of_age_on_the_day_of_bekendmaking_is_no_minor() {
    let minor = |day| refused().born(day).person(PARENT);
    let adult = |day| refused().born(day);
    assert!(told(&minor("2008-11-21")).minor);
    assert!(!told(&adult("2008-11-20")).minor);
    assert!(told(&minor("2008-11-22").made_known("2026-11-21")).minor);
    assert!(!told(&adult("2008-11-21").made_known("2026-11-21")).minor);
    let represented = findings(&minor("2008-11-20").decide());
    assert_eq!(represented, ["F204 persoon.vertegenwoordiger"], "an adult has no parent who acts for him");
}

#[test]
fn an_incomplete_date_of_birth_may_leave_it_open_whether_the_person_is_a_minor() {
    let born = |day| refused().born(day).person(PARENT);
    assert!(told(&born("2009")).minor);
    assert!(told(&born("2008-12")).minor);
    assert!(!told(&refused().born("2008-10")).minor);
    let open = born("2008").decide();
    assert!(!open.draft.unwrap().letters[0].person.minor, "a draft guesses nothing");
    assert_eq!(person(&born("2008")).minor(), Known::Unknown);
    let answered = |born, adult: &str| {
        let parent = if adult == "true" { String::new() } else { format!("{PARENT}\n  ") };
        told(&refused().born(born).person(&format!("{parent}meerderjarig: {adult}"))).minor
    };
    assert!(answered("onbekend", "false"));
    assert!(!answered("onbekend", "true"));
    assert!(answered("2008", "false"));
}

#[test]
fn who_may_be_a_ukrainian_man_of_18_to_59_is_not_pointed_to_a_consulate() {
    assert_eq!(consulate(&refused()), Known::No);
    assert_eq!(told(&refused()).consulate, Known::No);
    assert_eq!(consulate(&refused().national_of("[NGA, UKR]")), Known::No);
    assert_eq!(consulate(&refused().sex("onbekend")), Known::No);
    assert_eq!(consulate(&refused().born("onbekend").person("meerderjarig: true")), Known::No);
    assert_eq!(consulate(&refused().born("1966-11-21")), Known::No);
    assert_eq!(consulate(&refused().born("2008-11-20")), Known::No);
}

#[test]
fn other_ukrainians_are_pointed_to_their_consulate() {
    assert_eq!(consulate(&refused().sex("vrouw")), Known::Yes);
    assert_eq!(told(&refused().sex("vrouw")).consulate, Known::Yes);
    assert_eq!(consulate(&refused().born("1966-11-20")), Known::Yes);
    assert_eq!(consulate(&refused().born("2008-11-21")), Known::Yes);
}

#[test]
fn while_it_is_open_whether_a_boy_is_a_minor_the_consulate_is_open() {
    assert_eq!(consulate(&refused().born("2008")), Known::Unknown);
    assert_eq!(consulate(&refused().born("onbekend")), Known::Unknown);
    assert_eq!(consulate(&refused().born("2008").sex("vrouw")), Known::Yes);
    assert_eq!(consulate(&refused().born("2008").national_of("[NGA]")), Known::No);
}

#[test]
fn nobody_is_sent_to_the_authorities_of_another_country() {
    let woman = |nationalities| consulate(&refused().sex("vrouw").national_of(nationalities));
    assert_eq!(woman("[NGA]"), Known::No);
    assert_eq!(woman("[onbekend]"), Known::No);
    assert_eq!(woman("[NGA, UKR]"), Known::Yes);
}

#[test]
fn the_nationalities_make_a_ukrainian_a_third_country_national_or_a_stateless_person() {
    let of = |nationalities| {
        let person = told(&Zaak::refused_on("inreisstempel").national_of(nationalities));
        (person.ukrainian, person.third_country, person.stateless)
    };
    assert_eq!(of("[UKR]"), (true, false, false));
    assert_eq!(of("[NGA, UKR]"), (true, false, false));
    assert_eq!(of("[NGA]"), (false, true, false));
    assert_eq!(of("[staatloos]"), (false, true, true));
    assert_eq!(of("[onbekend]"), (false, false, false));
    assert_eq!(of("[NGA, onbekend]"), (false, false, false));
    assert_eq!(of("[POL]"), (false, false, false));
}
