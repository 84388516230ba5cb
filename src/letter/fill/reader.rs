//! Who reads, and the words for the person whom the letter is about. `decide` has determined who is addressed.
//!
//! A letter to a legal representative says of the child, by name, what follows from the decision; what is to be done it
//! asks of the reader.

use crate::case::model::{
    Case, Geslacht, Hoedanigheid, Stap, VerblijfBuitenNederland, WettelijkVertegenwoordiger,
};
use crate::decide::letter_plan::LetterPlan;
use crate::letter::context::Reader;
use crate::letter::words;

/// The legal representative to whom the letter goes; `None` when it goes to the person.
pub(super) fn representative<'a>(
    case: &'a Case,
    plan: &LetterPlan,
) -> Option<&'a WettelijkVertegenwoordiger> {
    case.vreemdeling.wettelijk_vertegenwoordiger.as_ref().filter(|_| plan.person.minor)
}

/// Whether the person lives outside the Netherlands, as far as the address tells.
#[must_use]
pub fn is_abroad(case: &Case) -> bool {
    case.vreemdeling.adres.is_abroad()
}

/// Whether the person left the Netherlands and was not back on the day of a reassessment.
pub(in crate::letter) fn is_away(case: &Case) -> bool {
    let stay = case.feiten.verblijf_buiten_nederland.as_ref();
    matches!(case.stap, Stap::Herbeoordeling(_)) && stay.is_some_and(VerblijfBuitenNederland::lasts)
}

/// The words for the person.
pub(in crate::letter) fn words_for(case: &Case, plan: &LetterPlan) -> Reader {
    let (minderjarig, weigering) = (representative(case, plan).is_some(), plan.letter.is_refusal());
    let own = |u: &str, uw: &str, [hebt, bent, kunt]: [&str; 3]| Reader {
        u_begin: words::capitalised(u),
        uw_begin: words::capitalised(uw),
        u: u.to_owned(),
        uw: uw.to_owned(),
        hebt: hebt.to_owned(),
        bent: bent.to_owned(),
        kunt: kunt.to_owned(),
        minderjarig,
        weigering,
    };
    match representative(case, plan) {
        None => own("u", "uw", ["hebt", "bent", "kunt"]),
        Some(representative) => {
            let name = called(case, representative.hoedanigheid);
            own(&name, &words::possessive(&name), ["heeft", "is", "kan"])
        }
    }
}

/// What the letter calls a person who has a legal representative: a child by the first of its names, an adult as one
/// calls an adult.
fn called(case: &Case, role: Hoedanigheid) -> String {
    let person = &case.vreemdeling;
    let title = match (role, person.geslacht) {
        (Hoedanigheid::Curator, Geslacht::Man) => Some("de heer"),
        (Hoedanigheid::Curator, Geslacht::Vrouw) => Some("mevrouw"),
        (Hoedanigheid::Curator, Geslacht::Onbekend) => None,
        (Hoedanigheid::Ouder | Hoedanigheid::Voogd, _) => {
            let first = person.voornamen.as_ref().and_then(|names| names.as_str().split(' ').next());
            return match first.filter(|name| !is_initials(name)) {
                Some(name) => name.to_owned(),
                None => person.full_name(),
            };
        }
    };
    match title {
        Some(title) => format!("{title} {}", words::capitalised(person.achternaam.as_str())),
        None => person.full_name(),
    }
}

/// The salutation, by the sex of the person. To a legal representative it is that of the representative.
pub(super) fn salutation(case: &Case, plan: &LetterPlan) -> String {
    if let Some(representative) = representative(case, plan) {
        return salutation_of(representative.naam.as_str(), representative.hoedanigheid);
    }
    let title = match case.vreemdeling.geslacht {
        Geslacht::Man => "heer",
        Geslacht::Vrouw => "mevrouw",
        Geslacht::Onbekend => "heer/mevrouw",
    };
    format!("Geachte {title} {}", words::capitalised(case.vreemdeling.achternaam.as_str()))
}

/// The titles before a name, and how a salutation says them.
const TITLES: [(&str, &str); 6] = [
    ("de heer ", "heer"),
    ("dhr. ", "heer"),
    ("dhr ", "heer"),
    ("mevrouw ", "mevrouw"),
    ("mevr. ", "mevrouw"),
    ("mw. ", "mevrouw"),
];

/// The salutation of a legal representative by name: without the initials, which nobody says. The case does not have
/// the sex, but a title before the name tells it. A voogd whose name has neither title nor initials may be an
/// institution, which is greeted without a name.
fn salutation_of(name: &str, role: Hoedanigheid) -> String {
    let lower = name.to_lowercase();
    let found = TITLES.iter().find(|(written, _)| lower.starts_with(written));
    let rest = found.and_then(|(written, _)| name.get(written.len()..)).unwrap_or(name);
    let said: Vec<&str> = rest.split(' ').skip_while(|word| is_initials(word)).collect();
    let is_person = found.is_some() || said.len() < rest.split(' ').count();
    let title = found.map_or("heer/mevrouw", |(_, title)| title);
    if said.is_empty() || (role == Hoedanigheid::Voogd && !is_person) {
        return format!("Geachte {title}");
    }
    format!("Geachte {title} {}", words::capitalised(&said.join(" ")))
}

/// Whether a word is initials: `Z.`, `J.M.`, `A`.
fn is_initials(word: &str) -> bool {
    word.ends_with('.') || word.chars().count() < 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_representative_is_greeted_by_the_name_that_one_says() {
        for (name, role, expected) in [
            ("Z. Panchenko", Hoedanigheid::Ouder, "Geachte heer/mevrouw Panchenko"),
            ("Pavlo Verzonnenko", Hoedanigheid::Ouder, "Geachte heer/mevrouw Pavlo Verzonnenko"),
            ("mw. J. de Boer", Hoedanigheid::Voogd, "Geachte mevrouw De Boer"),
            ("De heer J.M. van 't Hof", Hoedanigheid::Curator, "Geachte heer Van 't Hof"),
            ("A. Visser", Hoedanigheid::Voogd, "Geachte heer/mevrouw Visser"),
            ("Stichting Verzonnen Voogdij", Hoedanigheid::Voogd, "Geachte heer/mevrouw"),
        ] {
            assert_eq!(salutation_of(name, role), expected);
        }
    }
}
