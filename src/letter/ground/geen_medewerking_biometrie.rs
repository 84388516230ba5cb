//! The fields of the template of ground `geen_medewerking_biometrie`, and how they are filled.

use super::GroundSource;
use crate::case::model::Grond;
use crate::letter::context::slots::BIJLAGE;
use crate::letter::context::{Reader, context};
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;

/// The slots of the template.
pub(super) const SLOTS: &[&str] = &[BIJLAGE];

context! {
    /// The fields of `grounds/geen_medewerking_biometrie.md`.
    pub struct Words with [Reader] {
        /// Whether the letter gives openbare orde, nationale veiligheid or 1F as a ground too.
        openbare_orde: flag [Grond::grond],
        /// The officer's reasons.
        motivering: text [Grond::motivering],
    }
}

pub(super) fn fill(source: &GroundSource<'_>) -> Result<Filled, Gap> {
    let openbare_orde = source.case.stap.gronden().iter().any(|ground| ground.grond.is_public_order());
    Ok(source.filled(&Words { openbare_orde, motivering: source.motivering()? }))
}
