//! Fills the voornemens (WI H6).

use super::terms::need_term;
use super::{Gap, Surroundings, framed, line, prose};
use crate::case::model::{Case, Herbeoordeling, Stap};
use crate::decide::outcome::{Ending, LetterPlan};
use crate::law::term::TermKind;
use crate::letter::context::{AanvullendVoornemen, Voornemen};
use crate::letter::words;

/// The reassessment, when that is the step.
pub(super) fn step(case: &Case) -> Result<&Herbeoordeling, Gap> {
    match &case.stap {
        Stap::Herbeoordeling(step) => Ok(step),
        _ => Err(Gap("stap.soort")),
    }
}

/// Since when the person has protection, and from which day the conditions are not met.
pub(super) fn protection(
    case: &Case,
    step: &Herbeoordeling,
    around: &Surroundings<'_>,
) -> Result<(String, String), Gap> {
    Ok((
        around.need_date(case.feiten.toegekend_op, "feiten.toegekend_op")?,
        around.need_date(step.voldoet_niet_sinds, "stap.voldoet_niet_sinds")?,
    ))
}

pub(super) fn first(case: &Case, plan: &LetterPlan, around: &Surroundings<'_>) -> Result<Voornemen, Gap> {
    let step = step(case)?;
    let (toegekend_op, voldoet_niet_sinds) = protection(case, step, around)?;
    let term = need_term(plan, TermKind::Zienswijze)?;
    Ok(framed!(Voornemen, case, around, {
        toegekend_op,
        voldoet_niet_sinds,
        melding_van: line(step.melding.as_ref().map(|m| &m.van)).map(|van| words::with_article(&van)),
        melding_datum: step.melding.as_ref().map(|m| m.datum.dutch()),
        zienswijze_termijn: term.length,
        zienswijze_uiterlijk: term.last_day,
        zienswijze_adres: around.organisation.zienswijze_adres.clone(),
        beoogde_ingangsdatum: intended(case, step),
    }))
}

pub(super) fn further(
    case: &Case,
    plan: &LetterPlan,
    around: &Surroundings<'_>,
) -> Result<AanvullendVoornemen, Gap> {
    let step = step(case)?;
    let gehoor = step.gehoor.as_ref().ok_or(Gap("stap.gehoor"))?;
    let (toegekend_op, voldoet_niet_sinds) = protection(case, step, around)?;
    let term = need_term(plan, TermKind::Zienswijze)?;
    Ok(framed!(AanvullendVoornemen, case, around, {
        intrekking: plan.ending == Some(Ending::Intrekking),
        voornemen_datum: around.need_date(step.voornemen.as_ref().map(|v| v.datum), "stap.voornemen.datum")?,
        gehoor_datum: gehoor.datum.dutch(),
        nieuwe_verklaringen: gehoor.nieuwe_verklaringen == Some(true),
        gehoor_samenvatting: prose(gehoor.samenvatting.as_ref()),
        aanleiding: prose(gehoor.aanleiding.as_ref()),
        zienswijze_ontvangen: step.zienswijze.as_ref().map(|z| z.ontvangen.dutch()),
        toegekend_op,
        voldoet_niet_sinds,
        zienswijze_termijn: term.length,
        zienswijze_uiterlijk: term.last_day,
        zienswijze_adres: around.organisation.zienswijze_adres.clone(),
        beoogde_ingangsdatum: intended(case, step),
    }))
}

/// The effective date that is intended, when it surely lies before the decision that is to come.
fn intended(case: &Case, step: &Herbeoordeling) -> Option<String> {
    step.ingangsdatum.filter(|day| *day <= case.decision_day()).map(|day| day.dutch())
}
