//! Fills the buitenbehandelingstelling (WI H2, Vreemdeling heeft zich niet gemeld bij de
//! stickerlocatie): one letter, two decisions, two remedies.

use super::terms::{elsewhere, need_appeal, need_term, return_decision};
use super::{Gap, Surroundings, framed};
use crate::case::model::Case;
use crate::decide::outcome::LetterPlan;
use crate::law::term::TermKind;
use crate::letter::context::Buitenbehandelingstelling;

pub(super) fn fill(
    case: &Case,
    plan: &LetterPlan,
    around: &Surroundings<'_>,
) -> Result<Buitenbehandelingstelling, Gap> {
    let bezwaar = need_term(plan, TermKind::Bezwaar)?;
    let (beroep, beroep_kort) = need_appeal(plan)?;
    let tkb = return_decision(case, plan, around)?;
    Ok(framed!(Buitenbehandelingstelling, case, around, {
        brp_inschrijving: around.need_date(case.feiten.brp_inschrijving, "feiten.brp_inschrijving")?,
        afspraak_gemaakt_op: case.feiten.afspraak.as_ref().map(|a| a.gemaakt_op.dutch()),
        land_van_terugkeer: tkb.land,
        veilig_derde_land: tkb.safe_third_country,
        ook_geldig_in: elsewhere(plan, around),
        vertrek_termijn: tkb.length,
        vertrek_uiterlijk: tkb.last_day,
        vertrek_motivering: tkb.motivation,
        bezwaar_termijn: bezwaar.length,
        bezwaar_uiterlijk: bezwaar.last_day,
        bezwaar_adres: around.organisation.bezwaar_adres.clone(),
        beroep_termijn: beroep.length,
        beroep_kort,
        beroep_uiterlijk: beroep.last_day,
        beroep_adres: around.organisation.beroep_adres.clone(),
    }))
}
