//! The fields of the decision that lifts an entry ban because protection is granted (WI H3), and how they are filled.

use crate::case::model::{Bekendmaking, Feiten, Maatregel, Stap, Stickerlocatie};
use crate::decide::letter_plan::LiftedBan;
use crate::law::date::Date;
use crate::letter::context::slots::BIJLAGE;
use crate::letter::context::{Frame, Reader, context};
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;
use crate::letter::fill::source::LetterSource;
use crate::letter::fill::texts::line;

/// The slots of the template.
pub(super) const SLOTS: &[&str] = &[BIJLAGE];

context! {
    /// The fields of `opheffing_inreisverbod.md`.
    pub struct Words with [Reader, Frame] {
        /// Whether the ban has heavy effects, and so is lifted for the duration of the protection; otherwise it is
        /// lifted definitively.
        zwaar: flag [Maatregel::soort],
        /// The day on which the measure was imposed.
        maatregel_datum: optional [Maatregel::datum],
        /// The kenmerk of the decision that imposed it.
        maatregel_kenmerk: optional [Maatregel::kenmerk],
        /// Why the reasons of the measure do not stand in the way, in the officer's words.
        motivering: optional [Stickerlocatie::motivering_opheffing],
        /// Whether there is also a return decision, which is suspended.
        terugkeerbesluit_opgeschort: flag [Feiten::maatregelen],
        /// The last day of the RTB as it is known on the day of bekendmaking; for information only.
        rtb_tot: optional [Bekendmaking::datum],
        /// The length of the term for beroep: `4 weken`.
        beroep_termijn: text [],
        /// Whether the term for beroep is the short one, of a week.
        beroep_kort: flag [],
        /// The last day for beroep: `vrijdag 18 december 2026`.
        beroep_uiterlijk: text [Bekendmaking::datum],
    }
}

pub(super) fn fill(source: &LetterSource<'_>, ban: &LiftedBan) -> Result<Filled, Gap> {
    let measure = &ban.lifted.measure;
    let (beroep, beroep_kort) = source.need_appeal()?;
    let step = match &source.case.stap {
        Stap::Stickerlocatie(step) => step,
        _ => return Err(Gap::Fact(Stap::soort)),
    };
    let motivering = match ban.heavy {
        true => Some(
            source.around.need(step.motivering_opheffing.as_ref(), Stickerlocatie::motivering_opheffing)?,
        ),
        false => None,
    };
    let words = Words {
        zwaar: ban.heavy,
        maatregel_datum: measure.datum.map(Date::dutch),
        maatregel_kenmerk: line(measure.kenmerk.as_ref()),
        motivering,
        terugkeerbesluit_opgeschort: ban.lifted.suspended_return_decision,
        rtb_tot: ban.rtb_until.map(Date::dutch),
        beroep_termijn: beroep.length,
        beroep_kort,
        beroep_uiterlijk: beroep.last_day,
    };
    Ok(source.filled(&words).at(ban.lifted.item))
}
