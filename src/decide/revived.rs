//! Measures of the Netherlands that apply again, or still, when protection ends or does not come: a heavy entry ban that
//! was lifted for the duration (Vw 66b), a return decision that was suspended (Vw 45 lid 6), and a light entry ban or an
//! ongewenstverklaring that no grant lifted.

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
    // A grant lifts a light ban and an ongewenstverklaring for good.
    let kept = |kind| find(kind).filter(|(_, measure)| !by_grant(measure));
    let (light, undesirable) =
        (kept(SoortMaatregel::InreisverbodLicht), kept(SoortMaatregel::Ongewenstverklaring));
    let return_decision = find(SoortMaatregel::Terugkeerbesluit).filter(|_| !renewed);
    let had_protection = [ban, return_decision].into_iter().flatten().all(|(_, measure)| by_grant(measure));
    let again = |rule| if had_protection { rule } else { Rule::MaatregelBlijftGelden };
    let mut applies = |measure: Option<&(usize, &Maatregel)>, rule| {
        measure.is_some_and(|&(item, _)| {
            let read =
                [Maatregel::soort, Maatregel::opgelegd_door, Maatregel::datum].map(|fact| fact.at(item));
            findings.used(rule, read.into_iter().chain([Feiten::toegekend_op]))
        })
    };
    let said = Revived {
        ban: applies(ban, again(Rule::MaatregelHerleeft)),
        light_ban: applies(light, Rule::MaatregelBlijftGelden),
        undesirable: applies(undesirable, Rule::MaatregelBlijftGelden),
        return_decision: applies(return_decision, again(Rule::MaatregelTerugkeerbesluitHerleeft)),
        had_protection,
    };
    (said.ban || said.light_ban || said.undesirable || said.return_decision).then_some(said)
}
