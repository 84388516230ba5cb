//! The words of ground `derdelander_tijdelijk_verblijfsrecht`.

use super::GroundSource;
use crate::case::model::{Grond, Vreemdeling};
use crate::letter::context::context;
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;
use crate::letter::fill::person;

/// Slots of the template.
pub(super) const SLOTS: &[&str] = &[];

context! {
    /// `grounds/derdelander_tijdelijk_verblijfsrecht.md`.
    pub struct Words {
        /// Nationalities, as in `de nationaliteit van Nigeria`.
        nationaliteit_van: optional [Vreemdeling::nationaliteiten],
        /// A national of no country.
        staatloos: flag [Vreemdeling::nationaliteiten],
        /// The officer's words.
        motivering: text [Grond::motivering],
    }
}

/// Fills the template.
pub(super) fn fill(source: &GroundSource<'_>) -> Result<Filled, Gap> {
    Ok(source.filled(&Words {
        nationaliteit_van: person::nationality_of(source.case, source.around),
        staatloos: source.plan.person.stateless,
        motivering: source.motivering()?,
    }))
}
