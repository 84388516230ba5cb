//! The fields of the opschortingsbrief, and how they are filled: why the term is suspended, from which day, and until
//! when (WI H2, Openbare orde; Awb 4:15 lid 1).

use crate::case::model::{Bekendmaking, GrondOpschorting, Opschorting, Stap, Stickerlocatie};
use crate::decide::letter_plan::Suspension;
use crate::letter::context::slots::BIJLAGE;
use crate::letter::context::{Frame, Reader, context};
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;
use crate::letter::fill::source::LetterSource;
use crate::letter::fill::texts::prose;

/// The slots of the template.
pub(super) const SLOTS: &[&str] = &[BIJLAGE];

context! {
    /// The fields of `opschortingsbrief.md`.
    pub struct Words with [Reader, Frame] {
        /// The stickerlocatie to which the person came.
        stickerlocatie: text [Stickerlocatie::locatie],
        /// The day of the step: `20 november 2026`.
        datum_stap: text [Stap::datum],
        /// The first day of the suspension, the day after bekendmaking (Awb 4:15 lid 1).
        opgeschort_vanaf: text [Bekendmaking::datum],
        /// The officer's reasons.
        motivering: text [Opschorting::motivering],
        /// Limb a: what the person must supply.
        gevraagd: optional [Opschorting::gevraagd],
        /// The same where it is one line; a list does not fit in a table.
        gevraagd_kort: optional [Opschorting::gevraagd],
        /// Limb a: the last day on which the person can supply it.
        aanvulling_uiterlijk: optional [Opschorting::uiterlijk],
        /// Limb b: the foreign authority that was asked.
        instantie: optional [Opschorting::instantie],
        /// Limb b: whether a strafmaatvergelijking was asked for.
        strafmaatvergelijking: flag [Opschorting::strafmaatvergelijking],
    }
}

pub(super) fn fill(source: &LetterSource<'_>, suspension: &Suspension) -> Result<Filled, Gap> {
    let Stap::Stickerlocatie(step) = &source.case.stap else { return Err(Gap::Fact(Stap::soort)) };
    let around = source.around;
    let none = Opschorting::default();
    let given = match &step.opschorting {
        None if around.concept => &none,
        given => given.as_ref().ok_or(Gap::Fact(Stickerlocatie::opschorting))?,
    };
    let (mut gevraagd, mut aanvulling_uiterlijk, mut instantie) = (None, None, None);
    match given.grond {
        Some(GrondOpschorting::Aanvulling) => {
            gevraagd = Some(around.need(given.gevraagd.as_ref(), Opschorting::gevraagd)?);
            let last_day = given.uiterlijk.ok_or(Gap::Fact(Opschorting::uiterlijk))?;
            aanvulling_uiterlijk = Some(last_day.dutch_long());
        }
        Some(GrondOpschorting::InformatieBuitenland) => {
            instantie = Some(around.need(given.instantie.as_ref(), Opschorting::instantie)?);
        }
        Some(GrondOpschorting::NaderOnderzoek) => {}
        // In a concept the limb may still be open.
        None if around.concept => {}
        None => return Err(Gap::Fact(Opschorting::grond)),
    }
    let asked = prose(given.gevraagd.as_ref()).filter(|_| gevraagd.is_some());
    let compared = instantie.is_some() && given.strafmaatvergelijking == Some(true);
    Ok(source.filled(&Words {
        stickerlocatie: step.locatie.to_string(),
        datum_stap: step.datum.dutch(),
        opgeschort_vanaf: suspension.from.dutch(),
        motivering: around.need(given.motivering.as_ref(), Opschorting::motivering)?,
        gevraagd_kort: asked.filter(|asked| !asked.contains('\n')),
        gevraagd,
        aanvulling_uiterlijk,
        instantie,
        strafmaatvergelijking: compared,
    }))
}
