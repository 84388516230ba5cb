//! The fields of the buitenbehandelingstelling, and how they are filled: one letter with two decisions and two remedies
//! (WI H2, Vreemdeling heeft zich niet gemeld).

use crate::case::model::{Afspraak, Afwijking, Bekendmaking, Feiten, Herstel, Stap};
use crate::decide::letter_plan::{NotReported, Unprocessed};
use crate::law::date::Date;
use crate::letter::context::slots::BIJLAGE;
use crate::letter::context::{Frame, Reader, ReturnWords, context};
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;
use crate::letter::fill::source::LetterSource;
use crate::words::TermKind;

/// The slots of the template.
pub(super) const SLOTS: &[&str] = &[BIJLAGE];

context! {
    /// The fields of `buitenbehandelingstelling.md`.
    pub struct Words with [Reader, Frame, ReturnWords] {
        /// The day of registration in the BRP: `3 oktober 2026`.
        brp_inschrijving: text [Feiten::brp_inschrijving],
        /// The day on which an appointment was made, too late.
        afspraak_gemaakt_op: optional [Afspraak::gemaakt_op],
        /// The day for which it was made.
        afspraak_voor: optional [Afspraak::voor],
        /// Whether the person did not come on that day either.
        afspraak_gemist: flag [Afspraak::verschenen],
        /// The day of the appointment, made in time, to which the person did not come.
        niet_verschenen_op: optional [Afspraak::voor, Afspraak::verschenen],
        /// Whether the late appointment was made within that last chance.
        binnen_laatste_kans: flag [Herstel::uiterlijk],
        /// Whether no appointment was made within it either, as far as the case tells.
        laatste_kans_onbenut: flag [Herstel::datum, Herstel::uiterlijk],
        /// The day of the letter with a last chance (Awb 4:5).
        laatste_kans_datum: optional [Herstel::datum],
        /// The last day of that chance.
        laatste_kans_uiterlijk: optional [Herstel::uiterlijk],
        /// The officer's own words, where an afwijking makes those of the letter untrue.
        eigen_tekst: optional [Afwijking::tekst],
        /// The length of the term for bezwaar: `4 weken`.
        bezwaar_termijn: text [],
        /// The last day for bezwaar: `vrijdag 18 december 2026`.
        bezwaar_uiterlijk: text [Bekendmaking::datum],
        /// The length of the term for beroep: `4 weken`.
        beroep_termijn: text [],
        /// Whether the term for beroep is the short one, of a week.
        beroep_kort: flag [],
        /// The last day for beroep: `vrijdag 18 december 2026`.
        beroep_uiterlijk: text [Bekendmaking::datum],
    }
}

pub(super) fn fill(source: &LetterSource<'_>, unprocessed: &Unprocessed) -> Result<Filled, Gap> {
    let bezwaar = source.need_term(TermKind::Bezwaar)?;
    let (beroep, beroep_kort) = source.need_appeal()?;
    let (facts, around) = (&source.case.feiten, source.around);
    let (mut made_late, mut not_come, mut own_words) = (None, None, None);
    match unprocessed.reason {
        NotReported::NoAppointmentInTime(made) => made_late = made,
        NotReported::DidNotCome(on) => not_come = Some(on),
        NotReported::OwnWords => {
            let words = source.case.afwijking.as_ref().and_then(|deviation| deviation.tekst.as_ref());
            own_words = Some(around.need(words, Afwijking::tekst)?);
        }
    }
    let last_chance = match &source.case.stap {
        Stap::NietGemeld(step) => step.herstel.as_ref(),
        _ => None,
    };
    source.with_return(
        unprocessed.return_decision.as_ref(),
        unprocessed.revived,
        &Words {
            brp_inschrijving: around.need_date(facts.brp_inschrijving, Feiten::brp_inschrijving)?,
            afspraak_gemaakt_op: made_late.map(|late| late.made_on.dutch()),
            afspraak_voor: made_late.and_then(|late| late.on).map(Date::dutch),
            afspraak_gemist: made_late.is_some_and(|late| late.missed && late.on.is_some()),
            niet_verschenen_op: not_come.map(Date::dutch),
            binnen_laatste_kans: made_late
                .zip(last_chance)
                .is_some_and(|(late, chance)| late.made_on <= chance.uiterlijk),
            laatste_kans_onbenut: last_chance.is_some_and(|chance| match unprocessed.reason {
                NotReported::NoAppointmentInTime(made) => {
                    made.is_none_or(|late| late.made_on > chance.uiterlijk)
                }
                NotReported::DidNotCome(on) => chance.datum >= on,
                NotReported::OwnWords => false,
            }),
            laatste_kans_datum: last_chance.map(|letter| letter.datum.dutch()),
            laatste_kans_uiterlijk: last_chance.map(|letter| letter.uiterlijk.dutch()),
            eigen_tekst: own_words,
            bezwaar_termijn: bezwaar.length,
            bezwaar_uiterlijk: bezwaar.last_day,
            beroep_termijn: beroep.length,
            beroep_kort,
            beroep_uiterlijk: beroep.last_day,
        },
    )
}
