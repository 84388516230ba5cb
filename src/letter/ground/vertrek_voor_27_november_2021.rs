//! The fields of the template of ground `vertrek_voor_27_november_2021`, and how they are filled.

use super::GroundSource;
use crate::case::model::{Feiten, Grond};
use crate::letter::context::slots::BIJLAGE;
use crate::letter::context::{Reader, context};
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;

/// The slots of the template.
pub(super) const SLOTS: &[&str] = &[BIJLAGE];

context! {
    /// The fields of `grounds/vertrek_voor_27_november_2021.md`.
    pub struct Words with [Reader] {
        /// The day of departure from Ukraine.
        vertrek: text [Feiten::vertrek_uit_oekraine],
        /// The officer's reasons.
        motivering: text [Grond::motivering],
    }
}

pub(super) fn fill(source: &GroundSource<'_>) -> Result<Filled, Gap> {
    let left = source.case.feiten.vertrek_uit_oekraine;
    Ok(source.filled(&Words {
        vertrek: source.around.need_date(left, Feiten::vertrek_uit_oekraine)?,
        motivering: source.motivering()?,
    }))
}
