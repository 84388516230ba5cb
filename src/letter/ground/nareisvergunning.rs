//! The fields of the template of ground `nareisvergunning`, and how they are filled.

use super::GroundSource;
use crate::case::model::{Grond, Nareis};
use crate::letter::context::slots::BIJLAGE;
use crate::letter::context::{Reader, context};
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;
use crate::letter::fill::texts::line;

/// The slots of the template.
pub(super) const SLOTS: &[&str] = &[BIJLAGE];

context! {
    /// The fields of `grounds/nareisvergunning.md`.
    pub struct Words with [Reader] {
        /// The day on which protection was given up.
        afstand_op: text [Nareis::afstand_op],
        /// The kenmerk of the nareis case.
        nareis_kenmerk: optional [Nareis::kenmerk],
        /// The officer's reasons.
        motivering: text [Grond::motivering],
    }
}

pub(super) fn fill(source: &GroundSource<'_>) -> Result<Filled, Gap> {
    let nareis = source.case.feiten.nareis.as_ref();
    let given_up = nareis.and_then(|nareis| nareis.afstand_op);
    Ok(source.filled(&Words {
        afstand_op: source.around.need_date(given_up, Nareis::afstand_op)?,
        nareis_kenmerk: line(nareis.and_then(|nareis| nareis.kenmerk.as_ref())),
        motivering: source.motivering()?,
    }))
}
