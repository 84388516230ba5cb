//! The words of the decision that lifts an entry ban because protection is granted (WI H3).

use crate::case::model::{Bekendmaking, Feiten, Maatregel};
use crate::decide::letter_plan::LiftedBan;
use crate::law::date::Date;
use crate::letter::context::letter_context;
use crate::letter::fill::filled::Filled;
use crate::letter::fill::framed::framed;
use crate::letter::fill::gap::Gap;
use crate::letter::fill::source::LetterSource;
use crate::letter::fill::texts::line;

/// Slots of the template.
pub(super) const SLOTS: &[&str] = &[];

letter_context! {
    /// `opheffing_inreisverbod.md`.
    pub struct Words {
        /// Lifted for the duration of the protection; otherwise lifted definitively.
        zwaar: flag [Maatregel::soort],
        /// When the measure was imposed.
        maatregel_datum: optional [Maatregel::datum],
        /// Reference of that decision.
        maatregel_kenmerk: optional [Maatregel::kenmerk],
        /// A return decision beside it is suspended.
        terugkeerbesluit_opgeschort: flag [Feiten::maatregelen],
        /// Until which day temporary protection runs now, as information only.
        rtb_tot: optional [Bekendmaking::datum],
        /// Length of the term for beroep: `4 weken`.
        beroep_termijn: text [],
        /// The term for beroep is the short one of a week.
        beroep_kort: flag [],
        /// Last day for beroep: `vrijdag 18 december 2026`.
        beroep_uiterlijk: text [Bekendmaking::datum],
        /// Where a beroepschrift goes.
        beroep_adres: text [],
    }
}

/// Fills the template.
pub(super) fn fill(source: &LetterSource<'_>, ban: &LiftedBan) -> Result<Filled, Gap> {
    let measure = &ban.lifted.measure;
    let (beroep, beroep_kort) = source.need_appeal()?;
    let words = framed!(Words, source, {
        zwaar: ban.heavy,
        maatregel_datum: measure.datum.map(Date::dutch),
        maatregel_kenmerk: line(measure.kenmerk.as_ref()),
        terugkeerbesluit_opgeschort: ban.lifted.suspended_return_decision,
        rtb_tot: ban.rtb_until.map(Date::dutch),
        beroep_termijn: beroep.length,
        beroep_kort,
        beroep_uiterlijk: beroep.last_day,
        beroep_adres: source.around.organisation.beroep_adres.clone(),
    });
    Ok(source.filled(words).at(ban.lifted.item))
}
