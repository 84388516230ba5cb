//! Who is addressed, and what follows from age and nationality for the words of a letter.

use super::Surroundings;
use crate::case::country::{Country, Nationality};
use crate::case::model::{Case, Geslacht, Hoedanigheid, WettelijkVertegenwoordiger};
use crate::decide::Person;
use crate::decide::known::Known;
use crate::letter::words;

/// The salutation, by sex; that of the legal representative for a minor, whose sex the case does
/// not know. A voogd may be an institution, so that one is not named.
pub(super) fn salutation(case: &Case) -> String {
    if let Some(representative) = representative(case) {
        return match representative.hoedanigheid {
            Hoedanigheid::Ouder => format!("Geachte heer/mevrouw {}", representative.naam),
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

/// Who acts for the person, if the person is a minor on the day of bekendmaking.
pub(super) fn representative(case: &Case) -> Option<&WettelijkVertegenwoordiger> {
    case.vreemdeling.wettelijk_vertegenwoordiger.as_ref().filter(|_| Person::of(case).minor().is_yes())
}

fn countries(case: &Case) -> impl Iterator<Item = Country> + '_ {
    case.vreemdeling.nationaliteiten.iter().filter_map(|n| match n {
        Nationality::Of(country) => Some(*country),
        Nationality::Stateless | Nationality::Unknown => None,
    })
}

/// A national of Ukraine.
pub(super) fn is_ukrainian(case: &Case) -> bool {
    Person::of(case).ukrainian.is_yes()
}

/// No Ukrainian and no EU nationality; staatloos counts, onbekend is neither (letters.md).
pub(super) fn is_third_country_national(case: &Case) -> bool {
    Person::of(case).third_country.is_yes()
}

/// A national of no country, as far as the case knows.
pub(super) fn is_stateless(case: &Case) -> bool {
    countries(case).next().is_none() && case.vreemdeling.nationaliteiten.contains(&Nationality::Stateless)
}

/// `Nigeria en Ghana`, to follow *de nationaliteit van*.
pub(super) fn nationality_of(case: &Case, around: &Surroundings<'_>) -> Option<String> {
    named(countries(case), around)
}

/// The member states of which the person is a national.
pub(super) fn member_states(case: &Case, around: &Surroundings<'_>) -> Option<String> {
    named(countries(case).filter(|c| c.is_member_state()), around)
}

fn named(countries: impl Iterator<Item = Country>, around: &Surroundings<'_>) -> Option<String> {
    let names: Vec<String> = countries.map(around.country).collect();
    (!names.is_empty()).then(|| words::list(&names))
}

/// Whether the help of a Ukrainian consulate is expected: of Ukrainians, but never of one who may be a
/// man of 18 to 59. He would have to register for military service first, which the IND does not expect
/// of him (WI H1, fn. 5). Others are not sent to the authorities of a country that they may fear.
pub(super) fn consulate(case: &Case) -> bool {
    let person = Person::of(case);
    person.ukrainian.is_yes() && !person.may_be_man_of_military_age()
}

/// Whether age leaves no doubt about that; only in a draft can it be open whether the person is a minor.
pub(super) fn consulate_is_known(case: &Case) -> bool {
    let person = Person::of(case);
    let may_be_boy = person.minor() == Known::Unknown && case.vreemdeling.geslacht != Geslacht::Vrouw;
    !(person.ukrainian.is_yes() && may_be_boy)
}
