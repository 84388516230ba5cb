//! The fields of the template of ground `langer_dan_28_dagen_buiten_nederland`, and how they are filled.

use super::GroundSource;
use super::stay_abroad::StayInWords;
use crate::case::country::Country;
use crate::case::model::{Afwijking, Feiten, Grond, Stap, VerblijfBuitenNederland, Vreemdeling};
use crate::letter::context::slots::BIJLAGE;
use crate::letter::context::{Reader, context};
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;

/// The slots of the template.
pub(super) const SLOTS: &[&str] = &[BIJLAGE];

context! {
    /// The fields of `grounds/langer_dan_28_dagen_buiten_nederland.md`.
    pub struct Words with [Reader] {
        /// The day of departure.
        weg_vanaf: text [VerblijfBuitenNederland::van],
        /// The country of the stay.
        land: text [VerblijfBuitenNederland::land],
        /// The day of return; absent while the person is away.
        weg_tot: optional [VerblijfBuitenNederland::tot],
        /// The day up to which a stay without return is counted.
        peildag: text [Stap::datum],
        /// The length of the stay: `46 dagen`.
        dagen: text [
            VerblijfBuitenNederland::van,
            VerblijfBuitenNederland::tot,
            Stap::datum,
        ],
        /// Whether the person is a Ukrainian.
        oekrainer: flag [Vreemdeling::nationaliteiten],
        /// Whether the person can get protection again: a Ukrainian whom nothing in the case excludes for good.
        opnieuw_mogelijk: flag [Vreemdeling::nationaliteiten, Feiten::asielstatus_elders, Grond::grond],
        /// Whether the person is a derdelander who went to the country of origin, and so does not get protection again.
        in_herkomstland: flag [Vreemdeling::nationaliteiten, VerblijfBuitenNederland::land],
        /// Whether it was a stay of which the Vreemdelingenbesluit speaks: in the country of origin.
        in_wet_genoemd: flag [Vreemdeling::nationaliteiten, VerblijfBuitenNederland::land],
        /// The officer's own words, where an afwijking makes those of the ground untrue.
        eigen_tekst: optional [Afwijking::tekst],
        /// The officer's reasons.
        motivering: text [Grond::motivering],
    }
}

/// Whether the case shows an exclusion that a new registration does not end (WI H1; openbare orde and the like).
fn excluded(source: &GroundSource<'_>) -> bool {
    source.plan.person.eu_citizen
        || source.case.feiten.asielstatus_elders.is_some()
        || source.case.stap.gronden().iter().any(|ground| ground.grond.is_public_order())
}

pub(super) fn fill(source: &GroundSource<'_>) -> Result<Filled, Gap> {
    let stay = StayInWords::of(source)?;
    let country = source.plan.stay_abroad.and_then(|stay| stay.country);
    let person = source.plan.person;
    let own_words = source.own_words();
    let words = Words {
        weg_vanaf: stay.from,
        land: source.around.need(stay.country, VerblijfBuitenNederland::land)?,
        weg_tot: stay.until,
        peildag: stay.counted_to,
        dagen: stay.days,
        oekrainer: person.ukrainian,
        opnieuw_mogelijk: person.ukrainian && !excluded(source),
        in_herkomstland: person.third_country && country != Some(Country::UKRAINE) && own_words.is_none(),
        in_wet_genoemd: own_words.is_none() && (person.ukrainian || country != Some(Country::UKRAINE)),
        eigen_tekst: own_words,
        motivering: source.motivering()?,
    };
    let again = "of later weer bescherming kan volgen";
    Ok(source.filled(&words).open_unless(stay.known, "weg_tot", "dag van terugkeer").open_unless(
        !person.third_country || country.is_some(),
        "in_herkomstland",
        again,
    ))
}
