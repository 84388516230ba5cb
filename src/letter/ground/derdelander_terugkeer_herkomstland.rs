//! The words of ground `derdelander_terugkeer_herkomstland`.

use super::GroundSource;
use crate::case::model::{Feiten, Grond, Vreemdeling};
use crate::letter::context::context;
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;
use crate::letter::fill::person;

/// Slots of the template.
pub(super) const SLOTS: &[&str] = &[];

context! {
    /// `grounds/derdelander_terugkeer_herkomstland.md`.
    pub struct Words {
        /// Nationalities, as in `de nationaliteit van Nigeria`.
        nationaliteit_van: optional [Vreemdeling::nationaliteiten],
        /// A national of no country.
        staatloos: flag [Vreemdeling::nationaliteiten],
        /// Day of return to the country of origin.
        terugkeer: text [Feiten::terugkeer_herkomstland],
        /// The officer's words.
        motivering: text [Grond::motivering],
    }
}

/// Fills the template.
pub(super) fn fill(source: &GroundSource<'_>) -> Result<Filled, Gap> {
    let back = source.case.feiten.terugkeer_herkomstland;
    Ok(source.filled(&Words {
        nationaliteit_van: person::nationality_of(source.case, source.around),
        staatloos: source.plan.person.stateless,
        terugkeer: source.around.need_date(back, Feiten::terugkeer_herkomstland)?,
        motivering: source.motivering()?,
    }))
}
