//! Who is addressed: by sex, and a minor through the legal representative.

use super::people::{case, day, ground, line, of, plan, sticker, term};
use super::{filled, lacks, shows};
use crate::case::country::Nationality;
use crate::case::model::*;
use crate::decide::outcome::LetterKind;
use crate::law::term::TermKind;
use crate::letter::fill::Filled;

fn refused() -> Case {
    case(Stap::Stickerlocatie(sticker(vec![ground(GrondId::GeenIdentificerendDocument)])))
}

fn letter(case: &Case) -> Filled {
    filled(case, &plan(LetterKind::Weigeringsbesluit, vec![term(TermKind::Bezwaar, 4)]))
}

fn salutation(change: impl FnOnce(&mut Vreemdeling)) -> Filled {
    let mut case = refused();
    change(&mut case.vreemdeling);
    letter(&case)
}

fn child(born: Geboortedatum, hoedanigheid: Hoedanigheid) -> Filled {
    salutation(|person| {
        person.geboortedatum = born;
        person.wettelijk_vertegenwoordiger =
            Some(WettelijkVertegenwoordiger { naam: line("O. Shevchuk"), hoedanigheid });
    })
}

#[test]
fn by_sex() {
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
fn a_minor_through_parent_or_voogd() {
    let born = Geboortedatum::Day(day("2008-11-21"));
    let parent = child(born, Hoedanigheid::Ouder);
    shows(&parent, "aanhef", "Geachte heer/mevrouw O. Shevchuk");
    shows(&parent, "minderjarig", "true");
    shows(&parent, "naam", "Oleksandr Kovalenko");
    shows(&parent, "voogd", "false");
    let voogd = child(born, Hoedanigheid::Voogd);
    shows(&voogd, "aanhef", "Geachte heer/mevrouw");
    shows(&voogd, "voogd", "true");
}

#[test]
fn of_age_on_the_day_of_bekendmaking() {
    let adult = child(Geboortedatum::Day(day("2008-11-20")), Hoedanigheid::Ouder);
    shows(&adult, "aanhef", "Geachte heer Kovalenko");
    shows(&adult, "minderjarig", "false");
}

#[test]
fn a_gemachtigde_gets_a_copy() {
    lacks(&salutation(|_| ()), "gemachtigde");
    let represented = salutation(|p| {
        let naam = line("mr. A. de Vries");
        p.gemachtigde = Some(Gemachtigde { naam, kantoor: None, adres: Adres::Unknown });
    });
    shows(&represented, "gemachtigde", "mr. A. de Vries");
}

#[test]
fn a_date_of_birth_that_is_not_whole() {
    let minor = |born| child(born, Hoedanigheid::Ouder);
    shows(&minor(Geboortedatum::Year(2009)), "minderjarig", "true");
    shows(&minor(Geboortedatum::Month(2008, 12)), "minderjarig", "true");
    shows(&minor(Geboortedatum::Month(2008, 10)), "minderjarig", "false");
    shows(&minor(Geboortedatum::Year(2008)), "minderjarig", "false");
    let asked = salutation(|p| {
        p.geboortedatum = Geboortedatum::Unknown;
        p.meerderjarig = Some(false);
        p.wettelijk_vertegenwoordiger =
            Some(WettelijkVertegenwoordiger { naam: line("O. Shevchuk"), hoedanigheid: Hoedanigheid::Ouder });
    });
    shows(&asked, "minderjarig", "true");
}

fn consulate(change: impl FnOnce(&mut Vreemdeling)) -> Filled {
    let letter = salutation(change);
    letter.slots.into_iter().next().unwrap().1.into_iter().next().unwrap()
}

#[test]
fn no_word_about_the_consulate_to_who_may_be_a_ukrainian_man_of_18_to_59() {
    let silent = |change: &dyn Fn(&mut Vreemdeling)| shows(&consulate(change), "consulaat", "false");
    silent(&|_| ());
    silent(&|p| p.nationaliteiten = vec![of("NGA"), of("UKR")]);
    silent(&|p| p.geslacht = Geslacht::Onbekend);
    silent(&|p| p.geboortedatum = Geboortedatum::Unknown);
    silent(&|p| p.geboortedatum = Geboortedatum::Day(day("1966-11-21")));
    silent(&|p| p.geboortedatum = Geboortedatum::Day(day("2008-11-20")));
}

#[test]
fn other_ukrainians_are_pointed_to_their_consulate() {
    shows(&consulate(|p| p.geslacht = Geslacht::Vrouw), "consulaat", "true");
    shows(&consulate(|p| p.geboortedatum = Geboortedatum::Day(day("1966-11-20"))), "consulaat", "true");
    shows(&consulate(|p| p.geboortedatum = Geboortedatum::Day(day("2008-11-21"))), "consulaat", "true");
}

#[test]
fn nobody_is_sent_to_the_authorities_of_another_country() {
    let woman = |nationalities: Vec<Nationality>| {
        consulate(|p| (p.geslacht, p.nationaliteiten) = (Geslacht::Vrouw, nationalities))
    };
    shows(&woman(vec![of("NGA")]), "consulaat", "false");
    shows(&woman(vec![Nationality::Unknown]), "consulaat", "false");
    shows(&woman(vec![of("NGA"), of("UKR")]), "consulaat", "true");
}
