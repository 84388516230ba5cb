//! Fills intrekkings- and beeindigingsbesluit (WI H6): answer to the zienswijze, effective date,
//! consequences, beroep.

use super::terms::{elsewhere, need_appeal, return_decision};
use super::voornemen::{protection, step};
use super::{Gap, Surroundings, framed, prose};
use crate::case::model::{Asielbesluit, Case, Zienswijze};
use crate::decide::outcome::LetterPlan;
use crate::letter::context::EindeBesluit;

pub(super) fn fill(case: &Case, plan: &LetterPlan, around: &Surroundings<'_>) -> Result<EindeBesluit, Gap> {
    let step = step(case)?;
    let (toegekend_op, voldoet_niet_sinds) = protection(case, step, around)?;
    let view = View::of(step.zienswijze.as_ref(), around)?;
    let further = step.aanvullend_voornemen.as_ref();
    let further_view = View::of(further.and_then(|v| v.zienswijze.as_ref()), around)?;
    let gehoor = step.gehoor.as_ref();
    let (kenmerk, datum) = match &step.asielbesluit {
        Some(Asielbesluit::Taken { kenmerk, datum, .. }) => (Some(kenmerk.to_string()), Some(datum.dutch())),
        Some(Asielbesluit::Later { .. }) | None => (None, None),
    };
    let tkb = return_decision(case, plan, around)?;
    let (beroep, beroep_kort) = need_appeal(plan)?;
    Ok(framed!(EindeBesluit, case, around, {
        ingangsdatum: around.need_date(plan.ingangsdatum, "stap.ingangsdatum")?,
        terugwerkend: plan.terugwerkend,
        toegekend_op,
        voldoet_niet_sinds,
        voornemen_datum: around.need_date(step.voornemen.as_ref().map(|v| v.datum), "stap.voornemen.datum")?,
        zienswijze_ontvangen: view.ontvangen,
        zienswijze_samenvatting: view.samenvatting,
        zienswijze_reactie: view.reactie,
        aanvullend_datum: further.map(|v| v.datum.dutch()),
        aanvullende_zienswijze_ontvangen: further_view.ontvangen,
        aanvullende_zienswijze_samenvatting: further_view.samenvatting,
        aanvullende_zienswijze_reactie: further_view.reactie,
        gehoor_datum: gehoor.map(|g| g.datum.dutch()),
        gehoor_samenvatting: prose(gehoor.and_then(|g| g.samenvatting.as_ref())),
        asielbesluit_kenmerk: kenmerk,
        asielbesluit_datum: datum,
        ter_apel: plan.ter_apel,
        ter_apel_adres: around.organisation.ter_apel_adres.clone(),
        land_van_terugkeer: tkb.land,
        veilig_derde_land: tkb.safe_third_country,
        ook_geldig_in: elsewhere(plan, around),
        vertrek_termijn: tkb.length,
        vertrek_uiterlijk: tkb.last_day,
        vertrek_motivering: tkb.motivation,
        beroep_termijn: beroep.length,
        beroep_kort,
        beroep_uiterlijk: beroep.last_day,
        beroep_adres: around.organisation.beroep_adres.clone(),
    }))
}

/// A zienswijze as the letter tells it; all absent when none was given.
#[derive(Default)]
struct View {
    ontvangen: Option<String>,
    samenvatting: Option<String>,
    reactie: Option<String>,
}

impl View {
    fn of(given: Option<&Zienswijze>, around: &Surroundings<'_>) -> Result<Self, Gap> {
        let Some(given) = given else { return Ok(Self::default()) };
        Ok(Self {
            ontvangen: Some(given.ontvangen.dutch()),
            samenvatting: Some(around.need(given.samenvatting.as_ref(), "stap.zienswijze.samenvatting")?),
            reactie: Some(around.need(given.reactie.as_ref(), "stap.zienswijze.reactie")?),
        })
    }
}
