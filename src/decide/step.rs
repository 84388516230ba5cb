//! The rules of a step, in the order of deciding (docs/spec/letters.md section 1).
//!
//! A step implements only the methods for which it has rules; the others find nothing.

use super::case_view::CaseView;
use super::findings::Findings;
use super::letter_plan::LetterPlan;
use super::outcome::BewijsVanVerblijf;
use crate::case::model::Stap;
use crate::words::{Fact, Rule};

/// The rules of one step.
pub(super) trait StepRules {
    /// Stage 1: facts that contradict the outcome of the step.
    fn contradictions(&self, _view: &CaseView<'_>, _findings: &mut Findings<'_>) {}

    /// Questions that come before everything else: whether a grant stands, an exclusion against a family tie.
    fn first_questions(&self, _view: &CaseView<'_>, _findings: &mut Findings<'_>) {}

    /// Rules that add only to the explanation.
    fn explanations(&self, _view: &CaseView<'_>, _findings: &mut Findings<'_>) {}

    /// Stage 2: whether a rule says that no letter follows.
    fn no_letter(&self, _view: &CaseView<'_>, _findings: &mut Findings<'_>) -> bool {
        false
    }

    /// Whether the outcome of the step can have a letter at all; without one it may still have a question.
    fn may_have_letter(&self) -> bool {
        true
    }

    /// The rules without which there is no such letter, each with the fact that calls for it.
    fn rests_on(&self) -> Vec<(Rule, Fact)>;

    /// Stage 3: grounds, texts and timing that refuse the letter.
    fn refusals(&self, view: &CaseView<'_>, findings: &mut Findings<'_>);

    /// Stage 4: what a person must decide first.
    fn questions(&self, _view: &CaseView<'_>, _findings: &mut Findings<'_>) {}

    /// Stage 5: the letters.
    fn letters(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) -> Vec<LetterPlan>;

    /// The proof of residence that goes with the outcome.
    fn proof(&self, _view: &CaseView<'_>, _findings: &mut Findings<'_>) -> Option<BewijsVanVerblijf> {
        None
    }
}

/// The rules of the step of a case.
pub(super) fn rules<'a>(view: &CaseView<'a>) -> &'a dyn StepRules {
    match &view.case.stap {
        Stap::Stickerlocatie(step) => step,
        Stap::Triage(step) => step,
        Stap::Grens(step) => step,
        Stap::NietGemeld(step) => step,
        Stap::Herbeoordeling(step) => &**step,
    }
}
