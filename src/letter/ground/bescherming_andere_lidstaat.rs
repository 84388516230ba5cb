//! The fields of the template of ground `bescherming_andere_lidstaat`, and how they are filled.

use super::GroundSource;
use crate::case::model::{BeschermingElders, Grond};
use crate::law::date::Date;
use crate::letter::context::slots::BIJLAGE;
use crate::letter::context::{Reader, context};
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;

/// The slots of the template.
pub(super) const SLOTS: &[&str] = &[BIJLAGE];

context! {
    /// The fields of `grounds/bescherming_andere_lidstaat.md`.
    pub struct Words with [Reader] {
        /// The member state that gives protection.
        land: text [BeschermingElders::land],
        /// The day since which it gives protection.
        sinds: optional [BeschermingElders::sinds],
        /// The officer's reasons.
        motivering: text [Grond::motivering],
    }
}

pub(super) fn fill(source: &GroundSource<'_>) -> Result<Filled, Gap> {
    let there = source.case.feiten.bescherming_elders.as_ref();
    let country = there.and_then(|there| there.land).map(source.around.country);
    let words = Words {
        land: source.around.need(country, BeschermingElders::land)?,
        sinds: there.and_then(|there| there.sinds).map(Date::dutch),
        motivering: source.motivering()?,
    };
    Ok(source.filled(&words).open_unless(there.is_some(), "sinds", "sinds wanneer"))
}
