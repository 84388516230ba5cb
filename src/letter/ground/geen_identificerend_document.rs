//! The fields of the template of ground `geen_identificerend_document`, and how they are filled.

use super::GroundSource;
use crate::case::model::{Grond, Vreemdeling};
use crate::decide::known::Known;
use crate::letter::context::slots::BIJLAGE;
use crate::letter::context::{Reader, context};
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;

/// The slots of the template.
pub(super) const SLOTS: &[&str] = &[BIJLAGE];

context! {
    /// The fields of `grounds/geen_identificerend_document.md`.
    pub struct Words with [Reader] {
        /// Whether the letter refers to a Ukrainian consulate: for a Ukrainian, but not for one who may be a man
        /// liable for military service (WI H1, fn. 5).
        consulaat: flag [
            Vreemdeling::nationaliteiten,
            Vreemdeling::geslacht,
            Vreemdeling::geboortedatum,
        ],
        /// The officer's reasons.
        motivering: text [Grond::motivering],
    }
}

pub(super) fn fill(source: &GroundSource<'_>) -> Result<Filled, Gap> {
    let consulate = source.plan.person.consulate;
    let words = Words { consulaat: consulate.is_yes(), motivering: source.motivering()? };
    Ok(source.filled(&words).open_unless(
        consulate != Known::Unknown,
        "consulaat",
        "verwijzing naar een consulaat",
    ))
}
