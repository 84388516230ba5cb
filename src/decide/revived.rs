//! Measures of the Netherlands that apply again, or still, when protection ends or does not come: a heavy entry ban that
//! was lifted for the duration (Vw 66b) and a return decision that was suspended (Vw 45 lid 6).

use super::case_view::CaseView;
use super::findings::Findings;
use super::letter_plan::Revived;
use crate::case::country::Country;
use crate::case::model::{Feiten, Maatregel, SoortMaatregel};
use crate::words::Rule;

/// What the letter says about such measures; `None` where there are none.
pub(super) fn in_letter(view: &CaseView<'_>, findings: &mut Findings<'_>) -> Option<Revived> {
    let measures = view.case.feiten.maatregelen.iter().enumerate();
    let dutch: Vec<_> =
        measures.filter(|(_, measure)| measure.opgelegd_door == Country::NETHERLANDS).collect();
    let find = |kind| dutch.iter().find(|(_, measure)| measure.soort == kind).map(|(item, _)| *item);
    let ban = find(SoortMaatregel::InreisverbodZwaar);
    let return_decision = find(SoortMaatregel::Terugkeerbesluit);
    let read = ban.into_iter().chain(return_decision);
    let read = read.flat_map(|item| {
        [Maatregel::soort.at(item), Maatregel::opgelegd_door.at(item), Maatregel::datum.at(item)]
    });
    if ban.or(return_decision).is_none()
        || !findings.used(Rule::MaatregelHerleeft, read.chain([Feiten::toegekend_op]))
    {
        return None;
    }
    // What was imposed after the grant was never lifted or suspended by it: it does not revive, it stands.
    let granted = view.case.feiten.toegekend_op;
    let imposed = dutch.iter().filter(|(item, _)| [ban, return_decision].contains(&Some(*item)));
    let imposed = imposed.filter_map(|(_, measure)| measure.datum);
    let had_protection = granted.is_some_and(|granted| imposed.max().is_none_or(|day| day <= granted));
    Some(Revived { ban: ban.is_some(), return_decision: return_decision.is_some(), had_protection })
}
