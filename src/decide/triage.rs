//! The triage that a gemeente asks for (WI H2): a positive one has no letter, a negative one is a refusal.

use super::case_view::CaseView;
use super::findings::Findings;
use super::grant;
use super::ground::{self, Purpose};
use super::letter_plan::{LetterPlan, Refusal, RefusalPlace};
use super::return_decision;
use super::step::StepRules;
use crate::case::model::{TerugkeerFeiten, Triage};
use crate::words::{Fact, Rule, UitkomstTriage as Outcome};

impl StepRules for Triage {
    fn contradictions(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        if self.uitkomst == Outcome::Positief {
            grant::exclusions(view, findings, "een positieve triage");
        }
    }

    fn no_letter(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) -> bool {
        if self.uitkomst != Outcome::Positief {
            return false;
        }
        grant::exclusion_or_family(view, Self::uitkomst, findings);
        findings.used(Rule::TriagePositief, [Self::uitkomst]) && findings.questions.is_empty()
    }

    fn may_have_letter(&self) -> bool {
        self.uitkomst == Outcome::Negatief
    }

    fn rests_on(&self) -> Vec<(Rule, Fact)> {
        vec![(Rule::TriageNegatief, Self::uitkomst)]
    }

    fn refusals(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        ground::check(view, Purpose::Weigering, findings);
    }

    fn letters(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) -> Vec<LetterPlan> {
        findings.used(Rule::TriageNegatief, [Self::uitkomst]);
        let wish = self.asielwens == Some(true) && findings.used(Rule::TerApelMelden, [Self::asielwens]);
        let resident = self.terugkeer.andere_verblijfsgrond == Some(true)
            && findings.used(Rule::RegulierGeenWeigeringsgrond, [TerugkeerFeiten::andere_verblijfsgrond]);
        let refusal = Refusal {
            place: RefusalPlace::Gemeente(self.gemeente.clone()),
            return_decision: return_decision::planned(view, findings),
            ter_apel: wish,
            m35h: false,
            awaiting_only_rtb: wish || resident,
        };
        vec![refusal.plan(view, findings)]
    }
}
