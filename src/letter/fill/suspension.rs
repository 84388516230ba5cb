//! Fills the opschortingsbrief (WI H2, Openbare orde; Awb 4:15 lid 1).

use super::{Gap, Surroundings, framed};
use crate::case::model::{Case, GrondOpschorting, Opschorting, Stap};
use crate::letter::context::Opschortingsbrief;

pub(super) fn fill(case: &Case, around: &Surroundings<'_>) -> Result<Opschortingsbrief, Gap> {
    let Stap::Stickerlocatie(step) = &case.stap else { return Err(Gap("stap.soort")) };
    let none = Opschorting::default();
    let given = match &step.opschorting {
        None if around.concept => &none,
        given => given.as_ref().ok_or(Gap("stap.opschorting"))?,
    };
    let (mut gevraagd, mut aanvulling_uiterlijk, mut instantie) = (None, None, None);
    match given.grond {
        Some(GrondOpschorting::Aanvulling) => {
            gevraagd = Some(around.need(given.gevraagd.as_ref(), "stap.opschorting.gevraagd")?);
            let last_day = given.uiterlijk.ok_or(Gap("stap.opschorting.uiterlijk"))?;
            aanvulling_uiterlijk = Some(last_day.dutch_long());
        }
        Some(GrondOpschorting::InformatieBuitenland) => {
            instantie = Some(around.need(given.instantie.as_ref(), "stap.opschorting.instantie")?);
        }
        // Which limb it is, is open then.
        None if around.concept => {}
        None => return Err(Gap("stap.opschorting.grond")),
    }
    let compared = instantie.is_some() && given.strafmaatvergelijking == Some(true);
    Ok(framed!(Opschortingsbrief, case, around, {
        stickerlocatie: step.locatie.to_string(),
        datum_stap: step.datum.dutch(),
        opgeschort_vanaf: case.bekendmaking.datum.next().dutch(),
        motivering: around.need(given.motivering.as_ref(), "stap.opschorting.motivering")?,
        gevraagd,
        aanvulling_uiterlijk,
        instantie,
        strafmaatvergelijking: compared,
    }))
}
