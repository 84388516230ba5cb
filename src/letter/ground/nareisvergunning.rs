//! The words of ground `nareisvergunning`.

use super::GroundSource;
use crate::case::model::{Grond, Nareis};
use crate::letter::context::context;
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;
use crate::letter::fill::texts::line;

/// Slots of the template.
pub(super) const SLOTS: &[&str] = &[];

context! {
    /// `grounds/nareisvergunning.md`.
    pub struct Words {
        /// When protection was given up.
        afstand_op: text [Nareis::afstand_op],
        /// Reference of the nareis case.
        nareis_kenmerk: optional [Nareis::kenmerk],
        /// The officer's words.
        motivering: text [Grond::motivering],
    }
}

/// Fills the template.
pub(super) fn fill(source: &GroundSource<'_>) -> Result<Filled, Gap> {
    let nareis = source.case.feiten.nareis.as_ref();
    let given_up = nareis.map(|nareis| nareis.afstand_op);
    Ok(source.filled(&Words {
        afstand_op: source.around.need_date(given_up, Nareis::afstand_op)?,
        nareis_kenmerk: line(nareis.and_then(|nareis| nareis.kenmerk.as_ref())),
        motivering: source.motivering()?,
    }))
}
