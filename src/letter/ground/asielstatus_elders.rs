//! The words of ground `asielstatus_elders`.

use super::GroundSource;
use crate::case::model::{Feiten, Grond};
use crate::letter::context::context;
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;

/// Slots of the template.
pub(super) const SLOTS: &[&str] = &[];

context! {
    /// `grounds/asielstatus_elders.md`.
    pub struct Words {
        /// Country that gave an asylum permit.
        land: text [Feiten::asielstatus_elders],
        /// The officer's words.
        motivering: text [Grond::motivering],
    }
}

/// Fills the template.
pub(super) fn fill(source: &GroundSource<'_>) -> Result<Filled, Gap> {
    let country = source.case.feiten.asielstatus_elders.map(source.around.country);
    Ok(source.filled(&Words {
        land: source.around.need(country, Feiten::asielstatus_elders)?,
        motivering: source.motivering()?,
    }))
}
