//! The words of ground `eu_nationaliteit`.

use super::GroundSource;
use crate::case::model::{Grond, Vreemdeling};
use crate::letter::context::context;
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;
use crate::letter::fill::person;

/// Slots of the template.
pub(super) const SLOTS: &[&str] = &[];

context! {
    /// `grounds/eu_nationaliteit.md`.
    pub struct Words {
        /// Member states of which the person is a national; absent when the case does not know which.
        eu_landen: optional [Vreemdeling::nationaliteiten],
        /// The officer's words.
        motivering: text [Grond::motivering],
    }
}

/// Fills the template.
pub(super) fn fill(source: &GroundSource<'_>) -> Result<Filled, Gap> {
    let eu_landen = person::member_states(source.case, source.around);
    Ok(source.filled(&Words { eu_landen, motivering: source.motivering()? }))
}
