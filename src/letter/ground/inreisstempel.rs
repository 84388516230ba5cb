//! The fields of the template of ground `inreisstempel`, and how they are filled.

use super::GroundSource;
use crate::case::model::Grond;
use crate::letter::context::slots::BIJLAGE;
use crate::letter::context::{Reader, context};
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;

/// The slots of the template.
pub(super) const SLOTS: &[&str] = &[BIJLAGE];

context! {
    /// The fields of `grounds/inreisstempel.md`.
    pub struct Words with [Reader] {
        /// The officer's reasons.
        motivering: text [Grond::motivering],
    }
}

pub(super) fn fill(source: &GroundSource<'_>) -> Result<Filled, Gap> {
    Ok(source.filled(&Words { motivering: source.motivering()? }))
}
