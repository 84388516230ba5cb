//! The fields of the template of ground `eu_nationaliteit`, and how they are filled.

use super::GroundSource;
use crate::case::model::{Grond, Vreemdeling};
use crate::letter::context::slots::BIJLAGE;
use crate::letter::context::{Reader, context};
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;
use crate::letter::fill::person;

/// The slots of the template.
pub(super) const SLOTS: &[&str] = &[BIJLAGE];

context! {
    /// The fields of `grounds/eu_nationaliteit.md`.
    pub struct Words with [Reader] {
        /// The member states of which the person is a national; absent when the case names none.
        eu_landen: optional [Vreemdeling::nationaliteiten],
        /// The officer's reasons.
        motivering: text [Grond::motivering],
    }
}

pub(super) fn fill(source: &GroundSource<'_>) -> Result<Filled, Gap> {
    let eu_landen = person::member_states(source.case, source.around);
    Ok(source.filled(&Words { eu_landen, motivering: source.motivering()? }))
}
