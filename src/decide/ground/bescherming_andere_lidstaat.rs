//! `bescherming_andere_lidstaat`: took up protection in another member state (WI H1).

use super::GroundCheck;
use crate::case::country::Country;
use crate::case::model::{BeschermingElders, Feiten};
use crate::words::Fact;

pub(super) const READS: &[Fact] = &[BeschermingElders::land, BeschermingElders::sinds];

/// The Netherlands, a country outside the Union, or protection from before the grant contradicts it.
pub(super) fn check(check: &mut GroundCheck<'_, '_, '_>) {
    let facts = &check.view.case.feiten;
    let Some(elsewhere) = &facts.bescherming_elders else {
        let question = "Welke lidstaat gaf bescherming, en sinds wanneer?";
        return check.need(Feiten::bescherming_elders, question);
    };
    if !elsewhere.land.is_member_state() || elsewhere.land == Country::NETHERLANDS {
        let message = "Het land is geen andere lidstaat van de Europese Unie.";
        check.contradict(message, &[BeschermingElders::land]);
    }
    if elsewhere.sinds.zip(facts.toegekend_op).is_some_and(|(since, granted)| since < granted) {
        let message = "De bescherming elders is van vóór de toekenning; dan eindigt de andere lidstaat die.";
        check.contradict(message, &[BeschermingElders::sinds, Feiten::toegekend_op]);
    }
}
