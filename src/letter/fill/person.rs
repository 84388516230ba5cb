//! The countries of the person in words. `decide` has determined what follows from nationality.

use super::surroundings::Surroundings;
use crate::case::country::{Country, Nationality};
use crate::case::model::Case;
use crate::letter::words;

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
