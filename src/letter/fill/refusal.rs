//! Fills the weigeringsbesluit (WI H2, Tijdelijke bescherming wordt geweigerd, Triage, Beroep op RTB
//! aan de grens).

use super::terms::{elsewhere, need_term, return_decision};
use super::{Gap, Surroundings, framed};
use crate::case::model::{Case, Stap};
use crate::decide::outcome::LetterPlan;
use crate::law::term::TermKind;
use crate::letter::context::Weigeringsbesluit;

pub(super) fn fill(
    case: &Case,
    plan: &LetterPlan,
    around: &Surroundings<'_>,
) -> Result<Weigeringsbesluit, Gap> {
    let (stickerlocatie, gemeente, doorlaatpost) = match &case.stap {
        Stap::Stickerlocatie(step) => (Some(step.locatie.to_string()), None, None),
        Stap::Triage(step) => (None, Some(step.gemeente.to_string()), None),
        Stap::Grens(step) => (None, None, Some(step.doorlaatpost.to_string())),
        Stap::NietGemeld(_) | Stap::Herbeoordeling(_) => return Err(Gap("stap.soort")),
    };
    let bezwaar = need_term(plan, TermKind::Bezwaar)?;
    let ter_apel = if plan.ter_apel { Some(need_term(plan, TermKind::MeldenTerApel)?) } else { None };
    let (ter_apel_termijn, ter_apel_uiterlijk) = ter_apel.map(|t| (t.length, t.last_day)).unzip();
    let tkb = return_decision(case, plan, around)?;
    let addresses = around.organisation;
    Ok(framed!(Weigeringsbesluit, case, around, {
        stickerlocatie,
        gemeente,
        doorlaatpost,
        datum_stap: case.stap.datum().dutch(),
        land_van_terugkeer: tkb.land,
        veilig_derde_land: tkb.safe_third_country,
        ook_geldig_in: elsewhere(plan, around),
        vertrek_termijn: tkb.length,
        vertrek_uiterlijk: tkb.last_day,
        vertrek_motivering: tkb.motivation,
        ter_apel_termijn,
        ter_apel_uiterlijk,
        ter_apel_adres: addresses.ter_apel_adres.clone(),
        m35h: plan.m35h,
        bezwaar_termijn: bezwaar.length,
        bezwaar_uiterlijk: bezwaar.last_day,
        bezwaar_adres: addresses.bezwaar_adres.clone(),
        beroep_adres: addresses.beroep_adres.clone(),
        alleen_tijdelijke_bescherming: plan.awaiting_only_rtb,
    }))
}
