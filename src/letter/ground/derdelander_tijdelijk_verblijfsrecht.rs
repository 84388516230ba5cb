//! The fields of the template of ground `derdelander_tijdelijk_verblijfsrecht`, and how they are filled.

use super::GroundSource;
use crate::case::model::{Feiten, Grond, Vreemdeling};
use crate::law::date::Date;
use crate::letter::context::slots::BIJLAGE;
use crate::letter::context::{Reader, context};
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;
use crate::letter::fill::person;

/// The slots of the template.
pub(super) const SLOTS: &[&str] = &[BIJLAGE];

context! {
    /// The fields of `grounds/derdelander_tijdelijk_verblijfsrecht.md`.
    pub struct Words with [Reader] {
        /// The countries of nationality, as in `de nationaliteit van Nigeria`.
        nationaliteit_van: optional [Vreemdeling::nationaliteiten],
        /// Whether the person has no nationality.
        staatloos: flag [Vreemdeling::nationaliteiten],
        /// The last day of protection that ended by law, where the person had it: `4 maart 2024`.
        beschermd_tot: optional [Feiten::toegekend_op, Feiten::brp_inschrijving],
        /// The officer's reasons.
        motivering: text [Grond::motivering],
    }
}

pub(super) fn fill(source: &GroundSource<'_>) -> Result<Filled, Gap> {
    Ok(source.filled(&Words {
        nationaliteit_van: person::nationality_of(source.case, source.around),
        staatloos: source.plan.person.stateless,
        beschermd_tot: source.plan.person.protected_until.map(Date::dutch),
        motivering: source.motivering()?,
    }))
}
