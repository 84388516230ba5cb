//! The words of ground `openbare_orde`.

use super::GroundSource;
use crate::case::country::Country;
use crate::case::model::{Grond, Veroordeling};
use crate::letter::context::context;
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;

/// Slots of the template.
pub(super) const SLOTS: &[&str] = &[];

context! {
    /// `grounds/openbare_orde.md`.
    pub struct Words {
        /// The crime.
        misdrijf: text [Veroordeling::misdrijf],
        /// Country of the judge.
        land: text [Veroordeling::land],
        /// The sentence.
        straf: text [Veroordeling::straf],
        /// Since when the conviction is irrevocable.
        onherroepelijk_op: text [Veroordeling::onherroepelijk_op],
        /// Comparison of sentences, for a conviction abroad.
        strafmaatvergelijking: optional [Grond::strafmaatvergelijking],
        /// The European criterion.
        europees_criterium: text [Grond::europees_criterium],
        /// Proportionality, with artikel 8 EVRM.
        evenredigheid: text [Grond::evenredigheid],
        /// The officer's words.
        motivering: text [Grond::motivering],
    }
}

/// Fills the template.
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

/// The comparison of sentences, which only a conviction abroad needs.
fn comparison(source: &GroundSource<'_>, country: Option<Country>) -> Result<Option<String>, Gap> {
    let given = source.ground.strafmaatvergelijking.as_ref();
    match country {
        Some(Country::NETHERLANDS) => Ok(None),
        None if given.is_none() => Ok(None),
        _ => source.around.need(given, Grond::strafmaatvergelijking).map(Some),
    }
}
