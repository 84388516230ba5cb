//! The words of ground `langer_dan_28_dagen_buiten_nederland`.

use super::GroundSource;
use super::stay_abroad::StayInWords;
use crate::case::country::Country;
use crate::case::model::{Grond, Stap, VerblijfBuitenNederland, Vreemdeling};
use crate::letter::context::context;
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;

/// Slots of the template.
pub(super) const SLOTS: &[&str] = &[];

context! {
    /// `grounds/langer_dan_28_dagen_buiten_nederland.md`.
    pub struct Words {
        /// Day of departure.
        weg_vanaf: text [VerblijfBuitenNederland::van],
        /// Where to.
        land: text [VerblijfBuitenNederland::land],
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
        /// A national of Ukraine: protection is possible again.
        oekrainer: flag [Vreemdeling::nationaliteiten],
        /// A third-country national who went to the country of origin: protection is not given again.
        in_herkomstland: flag [Vreemdeling::nationaliteiten, VerblijfBuitenNederland::land],
        /// The officer's words.
        motivering: text [Grond::motivering],
    }
}

/// Fills the template.
pub(super) fn fill(source: &GroundSource<'_>) -> Result<Filled, Gap> {
    let stay = StayInWords::of(source)?;
    let country = source.plan.stay_abroad.and_then(|stay| stay.country);
    let person = source.plan.person;
    let words = Words {
        weg_vanaf: stay.from,
        land: source.around.need(stay.country, VerblijfBuitenNederland::land)?,
        weg_tot: stay.until,
        peildag: stay.counted_to,
        dagen: stay.days,
        oekrainer: person.ukrainian,
        in_herkomstland: person.third_country && country != Some(Country::UKRAINE),
        motivering: source.motivering()?,
    };
    let again = "of later weer bescherming kan volgen";
    Ok(source.filled(&words).open_unless(stay.known, "weg_tot", "dag van terugkeer").open_unless(
        !person.third_country || country.is_some(),
        "in_herkomstland",
        again,
    ))
}
