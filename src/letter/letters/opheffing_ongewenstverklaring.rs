//! The fields of the decision that lifts an ongewenstverklaring because protection is granted (WI H3), and how they are
//! filled.

use crate::case::model::{Bekendmaking, Feiten, Maatregel, Stap, Stickerlocatie};
use crate::decide::letter_plan::LiftedMeasure;
use crate::law::date::Date;
use crate::letter::context::slots::BIJLAGE;
use crate::letter::context::{Frame, Reader, context};
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;
use crate::letter::fill::source::LetterSource;
use crate::letter::fill::texts::line;
use crate::words::TermKind;

/// The slots of the template.
pub(super) const SLOTS: &[&str] = &[BIJLAGE];

context! {
    /// The fields of `opheffing_ongewenstverklaring.md`.
    pub struct Words with [Reader, Frame] {
        /// The day on which the measure was imposed.
        maatregel_datum: optional [Maatregel::datum],
        /// The kenmerk of the decision that imposed it.
        maatregel_kenmerk: optional [Maatregel::kenmerk],
        /// Why the reasons of the measure do not stand in the way, in the officer's words.
        motivering: text [Stickerlocatie::motivering_opheffing],
        /// Whether there is also a return decision, which is suspended.
        terugkeerbesluit_opgeschort: flag [Feiten::maatregelen],
        /// The length of the term for bezwaar: `4 weken`.
        bezwaar_termijn: text [],
        /// The last day for bezwaar: `vrijdag 18 december 2026`.
        bezwaar_uiterlijk: text [Bekendmaking::datum],
    }
}

pub(super) fn fill(source: &LetterSource<'_>, lifted: &LiftedMeasure) -> Result<Filled, Gap> {
    let bezwaar = source.need_term(TermKind::Bezwaar)?;
    let step = match &source.case.stap {
        Stap::Stickerlocatie(step) => step,
        _ => return Err(Gap::Fact(Stap::soort)),
    };
    let motivering =
        source.around.need(step.motivering_opheffing.as_ref(), Stickerlocatie::motivering_opheffing)?;
    let words = Words {
        maatregel_datum: lifted.measure.datum.map(Date::dutch),
        maatregel_kenmerk: line(lifted.measure.kenmerk.as_ref()),
        motivering,
        terugkeerbesluit_opgeschort: lifted.suspended_return_decision,
        bezwaar_termijn: bezwaar.length,
        bezwaar_uiterlijk: bezwaar.last_day,
    };
    Ok(source.filled(&words).at(lifted.item))
}
