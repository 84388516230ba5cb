//! The fields of the template of ground `asielstatus_elders`, and how they are filled.

use super::GroundSource;
use crate::case::model::{Feiten, Grond};
use crate::letter::context::slots::BIJLAGE;
use crate::letter::context::{Reader, context};
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;

/// The slots of the template.
pub(super) const SLOTS: &[&str] = &[BIJLAGE];

context! {
    /// The fields of `grounds/asielstatus_elders.md`.
    pub struct Words with [Reader] {
        /// The country that gave an asylum permit.
        land: text [Feiten::asielstatus_elders],
        /// The officer's reasons.
        motivering: text [Grond::motivering],
    }
}

pub(super) fn fill(source: &GroundSource<'_>) -> Result<Filled, Gap> {
    let country = source.case.feiten.asielstatus_elders.map(source.around.country);
    Ok(source.filled(&Words {
        land: source.around.need(country, Feiten::asielstatus_elders)?,
        motivering: source.motivering()?,
    }))
}
