//! The fields of a voornemen tot intrekking or tot beëindiging, and how they are filled: what is intended, why, and how
//! the person can answer (WI H6).

use crate::case::model::{Bekendmaking, Feiten, Grond, Herbeoordeling, Melding};
use crate::decide::letter_plan::Intention;
use crate::law::date::Date;
use crate::letter::context::slots::{BIJLAGE, GRONDEN, STEUNT_OP};
use crate::letter::context::{Frame, Reader, context};
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;
use crate::letter::fill::source::{LetterSource, Protection};
use crate::letter::fill::texts::line;
use crate::letter::words;
use crate::words::TermKind;

/// The slots of the template.
pub(super) const SLOTS: &[&str] = &[GRONDEN, BIJLAGE, STEUNT_OP];

context! {
    /// The fields of `voornemen_intrekking.md` and `voornemen_beeindiging.md`.
    pub struct Words with [Reader, Frame] {
        /// The day on which protection was granted: `1 februari 2024`.
        toegekend_op: text [Feiten::toegekend_op],
        /// The day since which the conditions are not met.
        voldoet_niet_sinds: text [Herbeoordeling::voldoet_niet_sinds],
        /// Who reported: `de gemeente Utrecht`.
        melding_van: optional [Melding::van],
        /// The day of the report.
        melding_datum: optional [Melding::datum],
        /// The length of the term for a zienswijze: `4 weken`.
        zienswijze_termijn: text [],
        /// The last day for a zienswijze: `vrijdag 18 december 2026`.
        zienswijze_uiterlijk: text [Bekendmaking::datum],
        /// Whether the person gave protection up for a nareis permit, and that is the only ground.
        op_verzoek: flag [Grond::grond],
        /// The intended effective date, when it lies before the decision.
        beoogde_ingangsdatum: optional [Herbeoordeling::ingangsdatum],
    }
}

pub(super) fn fill(source: &LetterSource<'_>, intention: &Intention) -> Result<Filled, Gap> {
    let step = source.reassessment()?;
    let protection = Protection::of(source)?;
    let term = source.need_term(TermKind::Zienswijze)?;
    let reported = step.melding.as_ref();
    Ok(source.filled(&Words {
        toegekend_op: protection.granted,
        voldoet_niet_sinds: protection.not_since,
        melding_van: line(reported.map(|report| &report.van)).map(|van| words::with_article(&van)),
        melding_datum: reported.map(|report| report.datum.dutch()),
        zienswijze_termijn: term.length,
        zienswijze_uiterlijk: term.last_day,
        op_verzoek: intention.own_request,
        beoogde_ingangsdatum: intention.effective.map(Date::dutch),
    }))
}
