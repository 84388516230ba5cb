//! Fills the opschortingsbrief (WI H2, Openbare orde; Awb 4:15 lid 1).

use super::{Gap, Surroundings, framed, need};
use crate::case::model::{Case, GrondOpschorting, Stap};
use crate::letter::context::Opschortingsbrief;

pub(super) fn fill(case: &Case, around: &Surroundings<'_>) -> Result<Opschortingsbrief, Gap> {
    let Stap::Stickerlocatie(step) = &case.stap else { return Err(Gap("stap.soort")) };
    let given = step.opschorting.as_ref().ok_or(Gap("stap.opschorting"))?;
    let (mut gevraagd, mut aanvulling_uiterlijk, mut instantie) = (None, None, None);
    match given.grond.ok_or(Gap("stap.opschorting.grond"))? {
        GrondOpschorting::Aanvulling => {
            gevraagd = Some(need(given.gevraagd.as_ref(), "stap.opschorting.gevraagd")?);
            let last_day = given.uiterlijk.ok_or(Gap("stap.opschorting.uiterlijk"))?;
            aanvulling_uiterlijk = Some(last_day.dutch_long());
        }
        GrondOpschorting::InformatieBuitenland => {
            instantie = Some(need(given.instantie.as_ref(), "stap.opschorting.instantie")?);
        }
    }
    let compared = instantie.is_some() && given.strafmaatvergelijking == Some(true);
    Ok(framed!(Opschortingsbrief, case, around, {
        stickerlocatie: step.locatie.to_string(),
        datum_stap: step.datum.dutch(),
        opgeschort_vanaf: case.bekendmaking.datum.next().dutch(),
        motivering: need(given.motivering.as_ref(), "stap.opschorting.motivering")?,
        gevraagd,
        aanvulling_uiterlijk,
        instantie,
        strafmaatvergelijking: compared,
    }))
}
