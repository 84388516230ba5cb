//! The fields of the template of ground `artikel_1f`, and how they are filled.

use super::GroundSource;
use crate::case::model::Grond;
use crate::letter::context::slots::BIJLAGE;
use crate::letter::context::{Reader, context};
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;

/// The slots of the template.
pub(super) const SLOTS: &[&str] = &[BIJLAGE];

context! {
    /// The fields of `grounds/artikel_1f.md`.
    pub struct Words with [Reader] {
        /// The test of proportionality.
        evenredigheid: text [Grond::evenredigheid],
        /// The officer's reasons.
        motivering: text [Grond::motivering],
    }
}

pub(super) fn fill(source: &GroundSource<'_>) -> Result<Filled, Gap> {
    let evenredigheid = source.around.need(source.ground.evenredigheid.as_ref(), Grond::evenredigheid)?;
    Ok(source.filled(&Words { evenredigheid, motivering: source.motivering()? }))
}
