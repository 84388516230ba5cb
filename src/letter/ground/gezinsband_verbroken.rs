//! The words of ground `gezinsband_verbroken`.

use super::GroundSource;
use crate::case::model::{Gezinsband, Grond};
use crate::letter::context::context;
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;

/// Slots of the template.
pub(super) const SLOTS: &[&str] = &[];

context! {
    /// `grounds/gezinsband_verbroken.md`.
    pub struct Words {
        /// When the relation ended.
        beeindigd_op: text [Gezinsband::beeindigd_op],
        /// The officer's words.
        motivering: text [Grond::motivering],
    }
}

/// Fills the template.
pub(super) fn fill(source: &GroundSource<'_>) -> Result<Filled, Gap> {
    let ended = source.case.feiten.gezinsband.as_ref().and_then(|tie| tie.beeindigd_op);
    Ok(source.filled(&Words {
        beeindigd_op: source.around.need_date(ended, Gezinsband::beeindigd_op)?,
        motivering: source.motivering()?,
    }))
}
