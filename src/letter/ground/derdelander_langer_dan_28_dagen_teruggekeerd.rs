//! The words of ground `derdelander_langer_dan_28_dagen_teruggekeerd`.

use super::GroundSource;
use super::stay_abroad::StayInWords;
use crate::case::model::{Grond, Stap, VerblijfBuitenNederland};
use crate::letter::context::context;
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;

/// Slots of the template.
pub(super) const SLOTS: &[&str] = &[];

context! {
    /// `grounds/derdelander_langer_dan_28_dagen_teruggekeerd.md`.
    pub struct Words {
        /// Day of departure.
        weg_vanaf: text [VerblijfBuitenNederland::van],
        /// Where to; absent when the case knows only that it was the country of origin.
        land: optional [VerblijfBuitenNederland::land],
        /// Day of return.
        weg_tot: optional [VerblijfBuitenNederland::tot],
        /// Day to which a stay without return is counted.
        peildag: text [Stap::datum],
        /// How long: `46 dagen`.
        dagen: text [
            VerblijfBuitenNederland::van,
            VerblijfBuitenNederland::tot,
            Stap::datum,
        ],
        /// The officer's words.
        motivering: text [Grond::motivering],
    }
}

/// Fills the template.
pub(super) fn fill(source: &GroundSource<'_>) -> Result<Filled, Gap> {
    let stay = StayInWords::of(source)?;
    let words = Words {
        weg_vanaf: stay.from,
        land: stay.country,
        weg_tot: stay.until,
        peildag: stay.counted_to,
        dagen: stay.days,
        motivering: source.motivering()?,
    };
    Ok(source.filled(&words).open_unless(stay.known, "weg_tot", "dag van terugkeer"))
}
