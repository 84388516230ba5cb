//! The fields of the template of ground `openbare_orde`, and how they are filled.

use super::GroundSource;
use crate::case::country::Country;
use crate::case::model::{Grond, Veroordeling};
use crate::letter::context::slots::BIJLAGE;
use crate::letter::context::{Reader, context};
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;

/// The slots of the template.
pub(super) const SLOTS: &[&str] = &[BIJLAGE];

context! {
    /// The fields of `grounds/openbare_orde.md`.
    pub struct Words with [Reader] {
        /// The crime for which the person was convicted.
        misdrijf: text [Veroordeling::misdrijf],
        /// The country of the conviction.
        land: text [Veroordeling::land],
        /// The sentence that was imposed.
        straf: text [Veroordeling::straf],
        /// The day on which the conviction became irrevocable.
        onherroepelijk_op: text [Veroordeling::onherroepelijk_op],
        /// The strafmaatvergelijking, for a conviction abroad.
        strafmaatvergelijking: optional [Grond::strafmaatvergelijking],
        /// The test against the European criterion of public order.
        europees_criterium: text [Grond::europees_criterium],
        /// The test of proportionality, with artikel 8 EVRM.
        evenredigheid: text [Grond::evenredigheid],
        /// The officer's reasons.
        motivering: text [Grond::motivering],
    }
}

pub(super) fn fill(source: &GroundSource<'_>) -> Result<Filled, Gap> {
    let (ground, around) = (source.ground, source.around);
    let none = Veroordeling::default();
    let conviction = ground.veroordeling.as_ref().unwrap_or(&none);
    let country = conviction.land.map(around.country);
    let irrevocable = conviction.onherroepelijk_op;
    let words = Words {
        misdrijf: around.need(conviction.misdrijf.as_ref(), Veroordeling::misdrijf)?,
        land: around.need(country, Veroordeling::land)?,
        straf: around.need(conviction.straf.as_ref(), Veroordeling::straf)?,
        onherroepelijk_op: around.need_date(irrevocable, Veroordeling::onherroepelijk_op)?,
        strafmaatvergelijking: comparison(source, conviction.land)?,
        europees_criterium: around.need(ground.europees_criterium.as_ref(), Grond::europees_criterium)?,
        evenredigheid: around.need(ground.evenredigheid.as_ref(), Grond::evenredigheid)?,
        motivering: source.motivering()?,
    };
    let known = conviction.land.is_some();
    Ok(source.filled(&words).open_unless(known, "strafmaatvergelijking", "strafmaatvergelijking"))
}

/// The strafmaatvergelijking: required for a conviction abroad, absent for a conviction in the Netherlands.
fn comparison(source: &GroundSource<'_>, country: Option<Country>) -> Result<Option<String>, Gap> {
    let given = source.ground.strafmaatvergelijking.as_ref();
    match country {
        Some(Country::NETHERLANDS) => Ok(None),
        None if given.is_none() => Ok(None),
        _ => source.around.need(given, Grond::strafmaatvergelijking).map(Some),
    }
}
