//! What stands against every refusal, and against leaving an application unprocessed: protection that runs (WI H6).

use super::case_view::CaseView;
use super::findings::{Finding, Findings};
use super::protection::{self, Protection};
use crate::case::model::Feiten;
use crate::diagnostic::Code;
use crate::words::{Fact, Judgement, Rule};

/// What an officer reads where an earlier protection may have ended.
const HAS_IT_ENDED: &str = "Is de bescherming geëindigd, vul dan `bescherming_geeindigd_op` in.";

/// Stage 1: who has protection gets a voornemen first. `decided` is the fact that says what was decided.
pub(super) fn protection_runs(view: &CaseView<'_>, decided: Fact, findings: &mut Findings<'_>) {
    let message = "De vreemdeling heeft tijdelijke bescherming; die eindigt alleen na een voornemen.";
    let hint = format!("{HAS_IT_ENDED} Begin anders met stap `herbeoordeling`.");
    contradict_running(view, decided, message, hint, findings);
}

/// Stage 1: who has protection waits for no decision on it, so there is no term to suspend.
pub(super) fn no_term_to_suspend(view: &CaseView<'_>, decided: Fact, findings: &mut Findings<'_>) {
    let message = "De vreemdeling heeft tijdelijke bescherming; er is geen termijn om op te schorten.";
    contradict_running(view, decided, message, HAS_IT_ENDED.to_owned(), findings);
}

fn contradict_running(
    view: &CaseView<'_>,
    decided: Fact,
    message: &str,
    hint: String,
    findings: &mut Findings<'_>,
) {
    if Protection::of(view) != Protection::Runs && !may_rest_on_family(view, findings) {
        return;
    }
    protection::read(view, Rule::BeschermingLoopt, findings);
    let facts = [decided, Feiten::toegekend_op];
    let finding = Finding::new(Rule::BeschermingLoopt, Code::OutcomeContradicted, message, facts);
    findings.refuse(finding.with_hint(hint));
}

/// Whether the officer says that protection, which ended by law if it rested on a temporary right, rests on the family
/// tie of the case; asks where the answer is not on record.
fn may_rest_on_family(view: &CaseView<'_>, findings: &mut Findings<'_>) -> bool {
    let facts = &view.case.feiten;
    let by_law = facts.toegekend_op.is_some() && facts.bescherming_geeindigd_op.is_none();
    if !by_law || facts.gezinsband.is_none() || Protection::of(view) != Protection::Ended {
        return false;
    }
    let question = protection::ended_by_law_question(view, Feiten::gezinsband);
    match findings.answer(Judgement::EndedByLaw, &question) {
        Some(answer) => answer.yes,
        None => {
            let hint = "Antwoord `nee` als zij vanzelf eindigde; dan kan dit besluit. Antwoord `ja` als er nog bescherming is: dan komt er eerst een voornemen.";
            let more = !view.case.stap.antwoorden().is_empty();
            findings.ask(question.with_hint(hint).with_answer_hint(Judgement::EndedByLaw, more));
            false
        }
    }
}
