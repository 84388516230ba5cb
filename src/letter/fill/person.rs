//! The salutation, and the countries of the person in words. `decide` has determined what follows from age and
//! nationality.

use super::surroundings::Surroundings;
use crate::case::country::{Country, Nationality};
use crate::case::model::{Case, Geslacht, Hoedanigheid, WettelijkVertegenwoordiger};
use crate::decide::letter_plan::LetterPlan;
use crate::letter::words;

/// The salutation, by the sex of the person. For a minor or an adult under curatele it is that of the legal representative, whose sex the case
/// does not have. A voogd may be an institution, so the salutation of a voogd has no name.
pub(super) fn salutation(case: &Case, plan: &LetterPlan) -> String {
    if let Some(representative) = representative(case, plan) {
        return match representative.hoedanigheid {
            Hoedanigheid::Ouder | Hoedanigheid::Curator => {
                format!("Geachte heer/mevrouw {}", representative.naam)
            }
            Hoedanigheid::Voogd => "Geachte heer/mevrouw".to_owned(),
        };
    }
    let title = match case.vreemdeling.geslacht {
        Geslacht::Man => "heer",
        Geslacht::Vrouw => "mevrouw",
        Geslacht::Onbekend => "heer/mevrouw",
    };
    format!("Geachte {title} {}", words::capitalised(case.vreemdeling.achternaam.as_str()))
}

/// The legal representative to whom the letter goes; `None` when it goes to the person.
pub(super) fn representative<'a>(
    case: &'a Case,
    plan: &LetterPlan,
) -> Option<&'a WettelijkVertegenwoordiger> {
    case.vreemdeling.wettelijk_vertegenwoordiger.as_ref().filter(|_| plan.person.minor)
}

fn countries(case: &Case) -> impl Iterator<Item = Country> + '_ {
    case.vreemdeling.nationaliteiten.iter().filter_map(|n| match n {
        Nationality::Of(country) => Some(*country),
        Nationality::Stateless | Nationality::Unknown => None,
    })
}

/// The countries of which the person is a national, to follow *de nationaliteit van*: `Nigeria en Ghana`. `None` when
/// the case names none.
pub(in crate::letter) fn nationality_of(case: &Case, around: &Surroundings<'_>) -> Option<String> {
    named(countries(case), around)
}

/// The member states of which the person is a national, as [`nationality_of`] writes them.
pub(in crate::letter) fn member_states(case: &Case, around: &Surroundings<'_>) -> Option<String> {
    named(countries(case).filter(|c| c.is_member_state()), around)
}

fn named(countries: impl Iterator<Item = Country>, around: &Surroundings<'_>) -> Option<String> {
    let names: Vec<String> = countries.map(around.country).collect();
    (!names.is_empty()).then(|| words::list(&names))
}
