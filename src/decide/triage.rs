//! The triage that a gemeente asks for (WI H2): a positive one has no letter, a negative one is a refusal.

use super::case_view::CaseView;
use super::clause::Clause;
use super::findings::Findings;
use super::grant::Grant;
use super::ground::{self, Purpose};
use super::letter_plan::{LetterPlan, Refusal, RefusalPlace, TerApel};
use super::refusal;
use super::return_decision::{self, ReturnFacts};
use super::revived;
use super::step::StepRules;
use super::weighing;
use crate::case::model::{TerugkeerFeiten, Triage};
use crate::words::{Fact, Rule, UitkomstTriage as Outcome};

impl StepRules for Triage {
    fn contradictions(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        match self.uitkomst {
            Outcome::Positief => {
                let named = self.voorwaarde.map(|named| (Self::voorwaarde, named));
                let grant = Grant { outcome: "een positieve triage", fact: Self::uitkomst, named };
                grant.contradictions(view, findings);
            }
            Outcome::Negatief => refusal::protection_runs(view, Self::uitkomst, findings),
        }
    }

    fn no_letter(&self, _view: &CaseView<'_>, findings: &mut Findings<'_>) -> bool {
        if self.uitkomst != Outcome::Positief {
            return false;
        }
        findings.used(Rule::TriagePositief, [Self::uitkomst])
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

    fn questions(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        weighing::international_protection(Self::uitkomst, view, findings);
        if self.asielwens.is_none() {
            let question = "Wil de vreemdeling asiel aanvragen?";
            let may_follow = ReturnFacts::of(view).is_some_and(|facts| facts.may_follow(view));
            let clauses: &[Clause] =
                if may_follow { &[Clause::TerApel, Clause::Terugkeerbesluit] } else { &[Clause::TerApel] };
            findings.ask_fact_within(clauses, Self::asielwens, Rule::TerugkeerbesluitOpgelegd, question);
        }
    }

    fn letters(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) -> Vec<LetterPlan> {
        findings.used(Rule::TriageNegatief, [Self::uitkomst]);
        let wish =
            self.asielwens == Some(true) && findings.used(Rule::TerApelMeldenBijAsielwens, [Self::asielwens]);
        if self.terugkeer.andere_verblijfsgrond == Some(true) {
            findings.used(Rule::RegulierGeenWeigeringsgrond, [TerugkeerFeiten::andere_verblijfsgrond]);
        }
        let return_decision = return_decision::planned(view, findings);
        let revived = revived::in_letter(view, return_decision.is_some(), findings);
        let refusal = Refusal {
            place: RefusalPlace::Gemeente(self.gemeente.clone()),
            return_decision,
            ter_apel: if wish { TerApel::AsSoonAsPossible } else { TerApel::No },
            m35h: false,
            revived,
        };
        vec![refusal.plan(view, findings)]
    }
}
