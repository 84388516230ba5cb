//! The words of ground `geen_identificerend_document`.

use super::GroundSource;
use crate::case::model::{Grond, Vreemdeling};
use crate::decide::known::Known;
use crate::letter::context::context;
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;

/// Slots of the template.
pub(super) const SLOTS: &[&str] = &[];

context! {
    /// `grounds/geen_identificerend_document.md`.
    pub struct Words {
        /// The help of a Ukrainian consulate is expected: of a Ukrainian, never of a man of 18 to 59.
        consulaat: flag [
            Vreemdeling::nationaliteiten,
            Vreemdeling::geslacht,
            Vreemdeling::geboortedatum,
        ],
        /// The officer's words.
        motivering: text [Grond::motivering],
    }
}

/// Fills the template.
pub(super) fn fill(source: &GroundSource<'_>) -> Result<Filled, Gap> {
    let consulate = source.plan.person.consulate;
    let words = Words { consulaat: consulate.is_yes(), motivering: source.motivering()? };
    Ok(source.filled(&words).open_unless(
        consulate != Known::Unknown,
        "consulaat",
        "verwijzing naar een consulaat",
    ))
}
