//! A draft: the letter of a case in which an officer's words or decisions are still missing.
//!
//! It exists only where it is certain which letter it will be; what is open stays open in it. A draft is
//! not a [`CheckedCase`](super::outcome::CheckedCase), so that no final letter can be made from one.

use super::clause::Clause;
use super::letter_plan::LetterPlan;
use crate::case::model::Case;
use crate::diagnostic::Diagnostic;
use crate::words::TermKind;

/// A case of which the letter is known, and what is still missing for it; only `decide` can make one.
#[derive(Clone, Debug)]
pub struct Draft {
    pub(super) case: Box<Case>,
    /// The letters; none of them guesses an open clause.
    pub letters: Vec<LetterPlan>,
    /// The open questions and the missing texts, never none.
    pub open: Vec<Diagnostic>,
}

impl Draft {
    /// The case, as far as it goes.
    #[must_use]
    pub fn case(&self) -> &Case {
        &self.case
    }
}

impl LetterPlan {
    /// Leaves clauses open: takes out the answers for them that the plan has assumed.
    pub(super) fn leave_open(&mut self, open: &[Clause]) {
        if open.contains(&Clause::Terugkeerbesluit) {
            self.letter.without_return_decision();
            self.terms.retain(|term| term.kind != TermKind::Vertrek);
        }
        if open.contains(&Clause::TerApel) {
            self.letter.without_ter_apel();
            self.terms.retain(|term| term.kind != TermKind::MeldenTerApel);
        }
        self.open = open.to_vec();
    }
}
