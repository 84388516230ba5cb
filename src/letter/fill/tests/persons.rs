//! Tests the salutation: by sex, and for a minor that of the legal representative.

use super::people::{case, ground, line, refusal, sticker};
use super::{filled, lacks, shows, text};
use crate::case::model::*;
use crate::decide::known::Known;
use crate::letter::fill::Filled;

fn refused() -> Case {
    case(Stap::Stickerlocatie(sticker(vec![ground(GroundId::GeenIdentificerendDocument)])))
}

fn letter(case: &Case) -> Filled {
    filled(case, &refusal(|_| ()))
}

fn salutation(change: impl FnOnce(&mut Vreemdeling)) -> Filled {
    let mut case = refused();
    change(&mut case.vreemdeling);
    letter(&case)
}

/// The letter about a person with a legal representative, who is a minor or not.
fn represented(minor: bool, hoedanigheid: Hoedanigheid) -> Filled {
    let mut case = refused();
    case.vreemdeling.wettelijk_vertegenwoordiger =
        Some(WettelijkVertegenwoordiger { naam: line("O. Shevchuk"), hoedanigheid });
    let mut plan = refusal(|_| ());
    plan.person.minor = minor;
    filled(&case, &plan)
}

#[test]
fn the_salutation_follows_the_sex() {
    shows(&salutation(|_| ()), "aanhef", "Geachte heer Kovalenko");
    shows(&salutation(|p| p.geslacht = Geslacht::Vrouw), "aanhef", "Geachte mevrouw Kovalenko");
    shows(&salutation(|p| p.geslacht = Geslacht::Onbekend), "aanhef", "Geachte heer/mevrouw Kovalenko");
    shows(&salutation(|p| p.achternaam = line("de Vries")), "aanhef", "Geachte heer De Vries");
}

#[test]
fn a_single_name_is_the_whole_name() {
    shows(&salutation(|p| p.voornamen = None), "naam", "Kovalenko");
    shows(&salutation(|_| ()), "naam", "Oleksandr Kovalenko");
}

#[test]
fn a_minor_is_addressed_through_parent_or_voogd() {
    let parent = represented(true, Hoedanigheid::Ouder);
    shows(&parent, "aanhef", "Geachte heer/mevrouw Shevchuk");
    shows(&parent, "minderjarig", "true");
    shows(&parent, "naam", "Oleksandr Kovalenko");
    shows(&parent, "hoedanigheid", "ouder");
    for (field, words) in [("u", "Oleksandr"), ("uw_begin", "Oleksandrs"), ("hebt", "heeft")] {
        shows(&parent, field, words);
    }
    let voogd = represented(true, Hoedanigheid::Voogd);
    shows(&voogd, "aanhef", "Geachte heer/mevrouw Shevchuk");
    shows(&voogd, "hoedanigheid", "voogd");
}

#[test]
fn an_adult_with_a_representative_is_addressed_in_person() {
    let adult = represented(false, Hoedanigheid::Ouder);
    shows(&adult, "aanhef", "Geachte heer Kovalenko");
    shows(&adult, "minderjarig", "false");
}

#[test]
fn a_minor_without_a_representative_is_addressed_in_person() {
    let mut plan = refusal(|_| ());
    plan.person.minor = true;
    let letter = filled(&refused(), &plan);
    shows(&letter, "aanhef", "Geachte heer Kovalenko");
    shows(&letter, "minderjarig", "false");
}

#[test]
fn the_letter_names_the_gemachtigde() {
    lacks(&salutation(|_| ()), "gemachtigde");
    let represented = salutation(|p| {
        let naam = line("mr. A. de Vries");
        p.gemachtigde = Some(Gemachtigde { naam, kantoor: None, adres: Adres::Unknown });
    });
    shows(&represented, "gemachtigde", "mr. A. de Vries");
}

#[test]
fn the_consulate_is_named_as_decided() {
    let consulate = |known| {
        let mut plan = refusal(|_| ());
        plan.person.consulate = known;
        let letter = filled(&refused(), &plan);
        text(&letter.slots[0].1[0], "consulaat").unwrap()
    };
    assert_eq!(consulate(Known::Yes), "true");
    assert_eq!(consulate(Known::No), "false");
    assert_eq!(consulate(Known::Unknown), "[nog te beslissen: verwijzing naar een consulaat]");
}
