//! `openbare_orde`: an irrevocable conviction for a very serious crime, with the European criterion and
//! proportionality (WI H2, Openbare orde).

use super::GroundCheck;
use crate::case::country::Country;
use crate::case::model::{Grond, Veroordeling};
use crate::decide::idle_input;
use crate::words::Fact;

pub(super) const READS: &[Fact] = &[];

/// The officer's texts must be there, and the conviction irrevocable on the day of the decision.
pub(super) fn check(check: &mut GroundCheck<'_, '_, '_>) {
    let ground = check.ground;
    let criterion = "De toets aan het Europese openbare-ordecriterium";
    check.require_text(ground.europees_criterium.is_some(), Grond::europees_criterium, criterion);
    let proportionality = "De evenredigheidstoets (met artikel 8 EVRM)";
    check.require_text(ground.evenredigheid.is_some(), Grond::evenredigheid, proportionality);
    check.require_text(ground.veroordeling.is_some(), Grond::veroordeling, "De veroordeling");
    let final_on = Veroordeling::onherroepelijk_op.at(check.item);
    if let Some(conviction) = &ground.veroordeling {
        check.require_text(conviction.misdrijf.is_some(), Veroordeling::misdrijf, "Het misdrijf");
        let since = "De dag waarop de veroordeling onherroepelijk werd";
        check.require_text(conviction.onherroepelijk_op.is_some(), Veroordeling::onherroepelijk_op, since);
        check.require_text(conviction.land.is_some(), Veroordeling::land, "Het land van de veroordeling");
        check.require_text(conviction.straf.is_some(), Veroordeling::straf, "De straf");
        if conviction.land.is_some_and(|land| land != Country::NETHERLANDS) {
            let compared = "De strafmaatvergelijking voor een misdrijf in het buitenland";
            let present = ground.strafmaatvergelijking.is_some();
            check.require_text(present, Grond::strafmaatvergelijking, compared);
        } else if conviction.land.is_some() && ground.strafmaatvergelijking.is_some() {
            let message = "Een strafmaatvergelijking is er alleen voor een misdrijf in het buitenland.";
            let facts = (Grond::strafmaatvergelijking.at(check.item), Veroordeling::land.at(check.item));
            idle_input::refuse(facts.0, facts.1, message, check.findings);
        }
    }
    check.reads(Veroordeling::land.at(check.item));
    check.reads(final_on);
    let (decided, day) = check.view.decided();
    let irrevocable = ground.veroordeling.as_ref().and_then(|conviction| conviction.onherroepelijk_op);
    if irrevocable.is_some_and(|since| since > day) {
        let message = "De veroordeling is op de dag van het besluit nog niet onherroepelijk.";
        check.refuse(message, &[final_on, decided]);
    }
}
