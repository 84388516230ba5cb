//! `bescherming_andere_lidstaat`: took up protection in another member state (WI H1).

use super::GroundCheck;
use crate::case::country::Country;
use crate::case::model::{BeschermingElders, Feiten};
use crate::diagnostic::Code;
use crate::words::{Fact, Judgement};

pub(super) const READS: &[Fact] = &[BeschermingElders::land, BeschermingElders::sinds];

/// Is contradicted by a country outside the Union and by protection from before the grant. Of a member state that the
/// directive does not bind an officer decides.
pub(super) fn check(check: &mut GroundCheck<'_, '_, '_>) {
    let facts = &check.view.case.feiten;
    let Some(elsewhere) = &facts.bescherming_elders else {
        let question = "Welke lidstaat gaf bescherming, en sinds wanneer?";
        return check.need(Feiten::bescherming_elders, question);
    };
    let Some(land) = elsewhere.land else {
        return check.need_first(BeschermingElders::land, "Welke lidstaat gaf bescherming?");
    };
    if !land.is_member_state() || land == Country::NETHERLANDS {
        let message = "Het land is geen andere lidstaat van de Europese Unie.";
        check.contradict(message, &[BeschermingElders::land]);
    } else if !land.is_bound_by_temporary_protection() {
        let message = "Dit land is niet aan de richtlijn gebonden. Is de bescherming daar toch een reden om de bescherming hier te beëindigen?";
        check.judge(
            Judgement::UnboundMemberState,
            Code::UnboundMemberState,
            message,
            &[BeschermingElders::land],
        );
    }
    match elsewhere.sinds {
        None => {
            let question = "Sinds wanneer heeft de vreemdeling bescherming in het andere land?";
            check.need_first(BeschermingElders::sinds, question);
        }
        Some(since) if facts.toegekend_op.is_some_and(|granted| since < granted) => {
            let message =
                "De bescherming elders is van vóór de toekenning; dan eindigt de andere lidstaat die.";
            check.contradict(message, &[BeschermingElders::sinds, Feiten::toegekend_op]);
        }
        Some(_) => {}
    }
}
