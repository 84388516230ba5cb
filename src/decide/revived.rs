//! Measures of the Netherlands that apply again, or still, when protection ends or does not come: a heavy entry ban that
//! was lifted for the duration (Vw 66b), a light one that nothing lifted, and a return decision that was suspended (Vw 45
//! lid 6).

use super::case_view::CaseView;
use super::findings::Findings;
use super::letter_plan::Revived;
use crate::case::country::Country;
use crate::case::model::{Feiten, Maatregel, SoortMaatregel};
use crate::words::Rule;

/// What the letter says about such measures; `None` where there are none. Beside a new return decision (`renewed`) an
/// older one says nothing any more.
pub(super) fn in_letter(view: &CaseView<'_>, renewed: bool, findings: &mut Findings<'_>) -> Option<Revived> {
    let facts = &view.case.feiten;
    let measures = facts.maatregelen.iter().enumerate();
    let dutch: Vec<_> =
        measures.filter(|(_, measure)| measure.opgelegd_door == Country::NETHERLANDS).collect();
    // What was imposed after the grant was never lifted or suspended by it: it does not revive, it stands.
    let granted = facts.toegekend_op.or(facts.bescherming_geeindigd_op);
    let by_grant =
        |measure: &Maatregel| granted.is_some_and(|day| measure.datum.is_none_or(|imposed| imposed <= day));
    let find = |kind| dutch.iter().find(|(_, measure)| measure.soort == kind);
    let ban = find(SoortMaatregel::InreisverbodZwaar);
    // A grant lifts a light ban for good.
    let light = find(SoortMaatregel::InreisverbodLicht).filter(|(_, measure)| !by_grant(measure));
    let return_decision = find(SoortMaatregel::Terugkeerbesluit).filter(|_| !renewed);
    let said: Vec<_> = [ban, light, return_decision].into_iter().flatten().collect();
    let read = said.iter().flat_map(|(item, _)| {
        [Maatregel::soort.at(*item), Maatregel::opgelegd_door.at(*item), Maatregel::datum.at(*item)]
    });
    if said.is_empty() || !findings.used(Rule::MaatregelHerleeft, read.chain([Feiten::toegekend_op])) {
        return None;
    }
    let suspended = [ban, return_decision].into_iter().flatten();
    Some(Revived {
        ban: ban.is_some(),
        light_ban: light.is_some(),
        return_decision: return_decision.is_some(),
        had_protection: suspended.into_iter().all(|(_, measure)| by_grant(measure)),
    })
}
