//! The fields of the template of ground `gezinsband_niet_aangetoond`, and how they are filled.

use super::GroundSource;
use crate::case::model::{Gezinsband, Grond, Relatie};
use crate::letter::context::slots::BIJLAGE;
use crate::letter::context::{Reader, context};
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;

/// The slots of the template.
pub(super) const SLOTS: &[&str] = &[BIJLAGE];

context! {
    /// The fields of `grounds/gezinsband_niet_aangetoond.md`.
    pub struct Words with [Reader] {
        /// Whether the person is a spouse or partner, whose relation must have been durable; otherwise a child or another
        /// relative.
        relatie_van_partners: flag [Gezinsband::relatie],
        /// The officer's reasons.
        motivering: text [Grond::motivering],
    }
}

pub(super) fn fill(source: &GroundSource<'_>) -> Result<Filled, Gap> {
    let tie = source.case.feiten.gezinsband.as_ref().and_then(|tie| tie.relatie);
    let relatie_van_partners = matches!(tie, Some(Relatie::Echtgenoot | Relatie::Partner));
    let words = Words { relatie_van_partners, motivering: source.motivering()? };
    Ok(source.filled(&words).open_unless(
        tie.is_some(),
        "relatie_van_partners",
        "wat de vreemdeling van de referent is",
    ))
}
