//! The fields of the template of ground `gezinsband_verbroken`, and how they are filled.

use super::GroundSource;
use crate::case::model::{Gezinsband, Grond};
use crate::letter::context::context;
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;

/// The slots of the template.
pub(super) const SLOTS: &[&str] = &[];

context! {
    /// The fields of `grounds/gezinsband_verbroken.md`.
    pub struct Words {
        /// The day on which the relation ended.
        beeindigd_op: text [Gezinsband::beeindigd_op],
        /// The officer's reasons.
        motivering: text [Grond::motivering],
    }
}

pub(super) fn fill(source: &GroundSource<'_>) -> Result<Filled, Gap> {
    let ended = source.case.feiten.gezinsband.as_ref().and_then(|tie| tie.beeindigd_op);
    Ok(source.filled(&Words {
        beeindigd_op: source.around.need_date(ended, Gezinsband::beeindigd_op)?,
        motivering: source.motivering()?,
    }))
}
