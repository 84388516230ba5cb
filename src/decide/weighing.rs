//! What an officer weighs: an exclusion or a ground against a condition that is met, and international protection in
//! Ukraine (docs/spec/letters.md section 4).

use super::case_view::CaseView;
use super::findings::{Finding, Findings};
use crate::case::model::{Feiten, Gezinsband, SoortVerblijfsrecht, VerblijfsrechtOekraine};
use crate::diagnostic::Code;
use crate::words::{Condition, Fact, Judgement, Rule, RuleId};

/// A condition that is met and that the exclusion of the entry stamp does not touch (a2, a3, a5, b).
pub(super) fn against_entry_stamp(view: &CaseView<'_>) -> Option<Condition> {
    let untouched = [Condition::A2, Condition::A3, Condition::A5];
    let mut conditions = untouched.iter().chain(Condition::FAMILY).copied();
    conditions.find(|condition| view.group.result(*condition).is_yes())
}

/// Asks what weighs heavier, an exclusion or a condition that is met; an afwijking on record answers it where it is
/// to the advantage of the person.
pub(super) fn weigh(rule: impl Into<RuleId>, message: &str, facts: &[Fact], findings: &mut Findings<'_>) {
    let question = Finding::new(rule, Code::ExclusionOrFamily, message, facts.iter().copied());
    if !findings.deviates_to_advantage(facts) {
        findings.judge(Judgement::ExclusionOrFamily, question);
    }
}

/// `u1` against a third-country national who meets a family condition. `decided` is the fact that says what was
/// decided.
pub(super) fn weigh_temporary_right(decided: Fact, view: &CaseView<'_>, findings: &mut Findings<'_>) {
    if !(view.group.result(Condition::U1).is_yes() && view.group.family_met()) {
        return;
    }
    let facts = [decided, VerblijfsrechtOekraine::soort, Gezinsband::relatie];
    let message = "De vreemdeling heeft een tijdelijk Oekraïens verblijfsrecht (uitgesloten), maar voldoet als gezinslid. Past deze uitkomst toch?";
    weigh(Condition::U1, message, &facts, findings);
}

/// Exclusions that are met against a family condition that is met: `u1`, and `u2` against anyone.
pub(super) fn weigh_exclusions_against_family(
    decided: Fact,
    view: &CaseView<'_>,
    findings: &mut Findings<'_>,
) {
    weigh_temporary_right(decided, view, findings);
    if view.group.result(Condition::U2).is_yes() && view.group.family_met() {
        let message = "De vreemdeling verliet Oekraïne te vroeg (uitgesloten), maar voldoet als gezinslid. Past deze uitkomst toch?";
        let facts = [decided, Feiten::vertrek_uit_oekraine, Gezinsband::relatie];
        weigh(Condition::U2, message, &facts, findings);
    }
}

/// `u3` against a condition that is met and that it does not touch.
pub(super) fn weigh_entry_stamp(decided: Fact, view: &CaseView<'_>, findings: &mut Findings<'_>) {
    if view.group.result(Condition::U3).is_yes() && against_entry_stamp(view).is_some() {
        let message = "De vreemdeling ging alleen voor een inreisstempel terug (uitgesloten), maar voldoet aan een andere voorwaarde. Past deze uitkomst toch?";
        weigh(Condition::U3, message, &[decided, Feiten::alleen_inreisstempel], findings);
    }
}

/// Whether the person had international protection in Ukraine.
pub(super) fn had_international_protection(view: &CaseView<'_>) -> bool {
    let right = view.case.feiten.verblijfsrecht_oekraine.as_ref();
    right.is_some_and(|right| right.soort == Some(SoortVerblijfsrecht::InternationaleBescherming))
}

/// International protection in Ukraine, of which the WI is silent (Council Decision (EU) 2022/382 art. 2(1)(b)).
pub(super) fn international_protection(decided: Fact, view: &CaseView<'_>, findings: &mut Findings<'_>) {
    if !had_international_protection(view) {
        return;
    }
    let message = "De vreemdeling had in Oekraïne internationale bescherming. Past deze uitkomst daarbij?";
    let facts = [VerblijfsrechtOekraine::soort, decided];
    let question = Finding::new(Rule::BeschermingInternationaal, Code::ProtectionInUkraine, message, facts);
    findings.judge(Judgement::ProtectionInUkraine, question);
}
