//! Fills the decisions that lift a Dutch measure because protection is granted (WI H3).

use super::terms::{need_appeal, need_term};
use super::{Gap, Surroundings, framed, line};
use crate::case::model::{Case, Maatregel, SoortMaatregel};
use crate::decide::outcome::LetterPlan;
use crate::law::date::Date;
use crate::law::term::TermKind;
use crate::letter::context::{OpheffingInreisverbod, OpheffingOngewenstverklaring};

/// The position of the measure that the plan lifts.
pub(super) fn index(plan: &LetterPlan) -> Result<usize, Gap> {
    plan.measure.ok_or(Gap("feiten.maatregelen"))
}

fn measure(case: &Case, index: usize) -> Result<&Maatregel, Gap> {
    case.feiten.maatregelen.get(index).ok_or(Gap("feiten.maatregelen"))
}

pub(super) fn entry_ban(
    case: &Case,
    plan: &LetterPlan,
    index: usize,
    around: &Surroundings<'_>,
) -> Result<OpheffingInreisverbod, Gap> {
    let measure = measure(case, index)?;
    let (beroep, beroep_kort) = need_appeal(plan)?;
    Ok(framed!(OpheffingInreisverbod, case, around, {
        zwaar: measure.soort == SoortMaatregel::InreisverbodZwaar,
        maatregel_datum: measure.datum.map(Date::dutch),
        maatregel_kenmerk: line(measure.kenmerk.as_ref()),
        terugkeerbesluit_opgeschort: plan.suspended_return_decision,
        rtb_tot: around.rtb_until.map(Date::dutch),
        beroep_termijn: beroep.length,
        beroep_kort,
        beroep_uiterlijk: beroep.last_day,
        beroep_adres: around.organisation.beroep_adres.clone(),
    }))
}

pub(super) fn undesirability(
    case: &Case,
    plan: &LetterPlan,
    index: usize,
    around: &Surroundings<'_>,
) -> Result<OpheffingOngewenstverklaring, Gap> {
    let measure = measure(case, index)?;
    let bezwaar = need_term(plan, TermKind::Bezwaar)?;
    Ok(framed!(OpheffingOngewenstverklaring, case, around, {
        maatregel_datum: measure.datum.map(Date::dutch),
        maatregel_kenmerk: line(measure.kenmerk.as_ref()),
        terugkeerbesluit_opgeschort: plan.suspended_return_decision,
        bezwaar_termijn: bezwaar.length,
        bezwaar_uiterlijk: bezwaar.last_day,
        bezwaar_adres: around.organisation.bezwaar_adres.clone(),
    }))
}
