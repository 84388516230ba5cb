//! The fields of the template of ground `gezinsband_verbroken`, and how they are filled.

use super::GroundSource;
use crate::case::model::{Gezinsband, Grond, Relatie};
use crate::letter::context::slots::BIJLAGE;
use crate::letter::context::{Reader, context};
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;

/// The slots of the template.
pub(super) const SLOTS: &[&str] = &[BIJLAGE];

context! {
    /// The fields of `grounds/gezinsband_verbroken.md`.
    pub struct Words with [Reader] {
        /// Whether the person is a spouse or partner; otherwise a child or another relative.
        relatie_van_partners: flag [Gezinsband::relatie],
        /// The day on which the relation ended.
        beeindigd_op: text [Gezinsband::beeindigd_op],
        /// The officer's reasons.
        motivering: text [Grond::motivering],
    }
}

pub(super) fn fill(source: &GroundSource<'_>) -> Result<Filled, Gap> {
    let tie = source.case.feiten.gezinsband.as_ref();
    let (relation, ended) = (tie.and_then(|tie| tie.relatie), tie.and_then(|tie| tie.beeindigd_op));
    let words = Words {
        relatie_van_partners: matches!(relation, Some(Relatie::Echtgenoot | Relatie::Partner)),
        beeindigd_op: source.around.need_date(ended, Gezinsband::beeindigd_op)?,
        motivering: source.motivering()?,
    };
    Ok(source.filled(&words))
}
