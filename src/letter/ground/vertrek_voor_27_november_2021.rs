//! The words of ground `vertrek_voor_27_november_2021`.

use super::GroundSource;
use crate::case::model::{Feiten, Grond};
use crate::letter::context::context;
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;

/// Slots of the template.
pub(super) const SLOTS: &[&str] = &[];

context! {
    /// `grounds/vertrek_voor_27_november_2021.md`.
    pub struct Words {
        /// Day of departure from Ukraine.
        vertrek: text [Feiten::vertrek_uit_oekraine],
        /// The officer's words.
        motivering: text [Grond::motivering],
    }
}

/// Fills the template.
pub(super) fn fill(source: &GroundSource<'_>) -> Result<Filled, Gap> {
    let left = source.case.feiten.vertrek_uit_oekraine;
    Ok(source.filled(&Words {
        vertrek: source.around.need_date(left, Feiten::vertrek_uit_oekraine)?,
        motivering: source.motivering()?,
    }))
}
