//! The fields of the template of ground `derdelander_langer_dan_28_dagen_teruggekeerd`, and how they are filled.

use super::GroundSource;
use super::stay_abroad::StayInWords;
use crate::case::model::{Afwijking, Grond, Stap, VerblijfBuitenNederland};
use crate::letter::context::slots::BIJLAGE;
use crate::letter::context::{Reader, context};
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;

/// The slots of the template.
pub(super) const SLOTS: &[&str] = &[BIJLAGE];

context! {
    /// The fields of `grounds/derdelander_langer_dan_28_dagen_teruggekeerd.md`.
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
        /// Whether it was a stay of which the Vreemdelingenbesluit speaks: in the country of origin.
        in_wet_genoemd: flag [VerblijfBuitenNederland::land],
        /// The officer's own words, where an afwijking makes those of the ground untrue.
        eigen_tekst: optional [Afwijking::tekst],
        /// The officer's reasons.
        motivering: text [Grond::motivering],
    }
}

pub(super) fn fill(source: &GroundSource<'_>) -> Result<Filled, Gap> {
    let stay = StayInWords::of(source)?;
    let own_words = source.own_words();
    let words = Words {
        weg_vanaf: stay.from,
        land: source.around.need(stay.country, VerblijfBuitenNederland::land)?,
        weg_tot: stay.until,
        peildag: stay.counted_to,
        dagen: stay.days,
        in_wet_genoemd: own_words.is_none(),
        eigen_tekst: own_words,
        motivering: source.motivering()?,
    };
    Ok(source.filled(&words).open_unless(stay.known, "weg_tot", "dag van terugkeer"))
}
