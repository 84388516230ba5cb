//! What stands against every refusal, and against leaving an application unprocessed: protection that runs (WI H6).

use super::case_view::CaseView;
use super::findings::{Finding, Findings};
use super::protection::{self, Protection};
use crate::case::model::Feiten;
use crate::diagnostic::Code;
use crate::words::{Fact, Rule};

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
    if Protection::of(view) != Protection::Runs {
        return;
    }
    protection::read(view, Rule::BeschermingLoopt, findings);
    let facts = [decided, Feiten::toegekend_op];
    let finding = Finding::new(Rule::BeschermingLoopt, Code::OutcomeContradicted, message, facts);
    findings.refuse(finding.with_hint(hint));
}
