//! What stands against every refusal, and against leaving an application unprocessed: protection that runs (WI H6).

use super::case_view::CaseView;
use super::findings::{Finding, Findings};
use super::protection::{self, Protection};
use crate::case::model::Feiten;
use crate::diagnostic::Code;
use crate::words::{Fact, Rule};

/// Stage 1: who has protection gets a voornemen first. `decided` is the fact that says what was decided.
pub(super) fn protection_runs(view: &CaseView<'_>, decided: Fact, findings: &mut Findings<'_>) {
    if Protection::of(view) != Protection::Runs {
        return;
    }
    protection::read(view, Rule::BeschermingLoopt, findings);
    let message = "De vreemdeling heeft tijdelijke bescherming; die eindigt alleen na een voornemen.";
    let facts = [decided, Feiten::toegekend_op];
    let finding = Finding::new(Rule::BeschermingLoopt, Code::OutcomeContradicted, message, facts);
    findings.refuse(finding.with_hint(
        "Is de bescherming geëindigd, vul dan `bescherming_geeindigd_op` in. Begin anders met stap `herbeoordeling`.",
    ));
}
