//! Whether the person has temporary protection on the day of the decision (WI H6; WI H1, category 1).

use super::case_view::CaseView;
use super::findings::{Finding, Findings};
use crate::case::model::{Feiten, SoortVerblijfsrecht, VerblijfsrechtOekraine, Vreemdeling};
use crate::diagnostic::Code;
use crate::law::date::Date;
use crate::words::{Fact, Rule};

/// The facts that say that protection ended by law.
pub(super) const ENDED_BY_LAW: &[Fact] =
    &[Vreemdeling::nationaliteiten, VerblijfsrechtOekraine::soort, Feiten::brp_inschrijving];

/// Protection that was granted before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Protection {
    /// No grant is known.
    Never,
    /// It was granted and no end is known.
    Runs,
    /// It has ended.
    Ended,
}

impl Protection {
    /// The protection of a case. One that ended by law counts as ended.
    pub fn of(view: &CaseView<'_>) -> Self {
        let facts = &view.case.feiten;
        let (_, decided) = view.decided();
        // What was granted later never rested on the right that ended by law.
        let by_law = |granted: Date| {
            let ended = view.limits.ended_by_law;
            granted <= ended && ended <= decided && ended_by_law(view)
        };
        match (facts.toegekend_op, facts.bescherming_geeindigd_op) {
            (None, _) => Self::Never,
            (Some(_), Some(_)) => Self::Ended,
            (Some(granted), None) if by_law(granted) => Self::Ended,
            (Some(_), None) => Self::Runs,
        }
    }
}

/// The day on which the protection of this case ended by law.
pub(super) fn ended_by_law_on(view: &CaseView<'_>) -> Option<Date> {
    let by_law = view.case.feiten.bescherming_geeindigd_op.is_none();
    (by_law && Protection::of(view) == Protection::Ended).then_some(view.limits.ended_by_law)
}

/// Records that a rule read whether protection runs.
pub(super) fn read(view: &CaseView<'_>, rule: Rule, findings: &mut Findings<'_>) {
    let ends = view.case.feiten.brp_inschrijving.filter(|_| has_temporary_right(view));
    let facts = ends.into_iter().flat_map(|_| ENDED_BY_LAW.iter().copied());
    findings.used(rule, [Feiten::toegekend_op, Feiten::bescherming_geeindigd_op].into_iter().chain(facts));
}

/// Whether the person is a third-country national with a temporary Ukrainian right who was registered before
/// 19-7-2022: whose protection ended by law on 4-3-2024, if it rested on that right.
pub(super) fn ended_by_law(view: &CaseView<'_>) -> bool {
    let facts = &view.case.feiten;
    let early =
        facts.brp_inschrijving.is_some_and(|registered: Date| registered < view.limits.temporary_right);
    early && has_temporary_right(view) && view.holds(Rule::HerbeoordelingVanRechtswegeGeeindigd)
}

/// Whether there is protection left to decide on, although it ended by law if it rested on the temporary right.
/// `because` is the fact that says that it may rest on something else.
pub(super) fn ended_by_law_question(view: &CaseView<'_>, because: Fact) -> Finding {
    let message = format!(
        "De bescherming van deze derdelander eindigde op {} vanzelf, als zij op het tijdelijke verblijfsrecht rustte. Is er nog bescherming om over te beslissen?",
        view.limits.ended_by_law.dutch()
    );
    let rule = Rule::HerbeoordelingVanRechtswegeGeeindigd;
    let facts = [because].into_iter().chain(ENDED_BY_LAW.iter().copied());
    Finding::new(rule, Code::EndedByLaw, message, facts)
}

/// Whether the day of BRP registration, which the file does not tell, decides whether protection ended by law.
pub(super) fn registration_decides(view: &CaseView<'_>) -> bool {
    let unknown = view.case.feiten.brp_inschrijving.is_none();
    unknown && has_temporary_right(view) && view.holds(Rule::HerbeoordelingVanRechtswegeGeeindigd)
}

/// Asks when the person was registered in the BRP: before the limit or not.
pub(super) fn registration_question(view: &CaseView<'_>) -> String {
    let limit = view.limits.temporary_right.dutch();
    format!("Wanneer is de vreemdeling ingeschreven in de BRP (voor of na {limit})?")
}

/// Whether the person is surely a third-country national with a temporary Ukrainian right.
pub(super) fn has_temporary_right(view: &CaseView<'_>) -> bool {
    let right = view.case.feiten.verblijfsrecht_oekraine.as_ref();
    view.person.third_country.is_yes()
        && right.is_some_and(|right| right.soort == Some(SoortVerblijfsrecht::Tijdelijk))
}
