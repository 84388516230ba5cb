//! A run over many cases: what they share is made once; each case becomes letters, concepts or findings.

use super::{Pipeline, refused_by_page};
use crate::case::read::{Overrides, Reading, read_case};
use crate::case::split;
use crate::decide::letter_plan::LetterPlan;
use crate::decide::outcome::{CheckedCase, Decision, Outcome};
use crate::decide::{decide, unreadable};
use crate::diagnostic::{Code, Diagnostic, Source};
use crate::letter::compose::Composer;
use crate::letter::concept;
use crate::letter::document::Document;
use crate::render::pdf::paper::head::{check_return_address, check_window};
use crate::words::RuleId;
use std::collections::BTreeSet;

/// The result for one document.
#[derive(Debug)]
pub struct Assessed {
    /// The number of the document in its file, counted from 1.
    pub number: u32,
    /// The line of the file on which the document begins.
    pub first_line: u32,
    /// The text of the document; empty when it could not be read as text.
    pub text: String,
    /// What was read from the text.
    pub reading: Reading,
    /// What was decided about the case.
    pub decision: Decision,
    /// The letters, ready to render; each afschrift follows its letter.
    pub letters: Vec<Document>,
}

impl Assessed {
    /// The errors or questions about the case, if any.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        match &self.decision.outcome {
            Outcome::Refused(found) | Outcome::OfficerMustDecide(found) => found,
            Outcome::Letters(..) | Outcome::NoLetter => &[],
        }
    }

    /// The kenmerk of the case; `None` where it could not be read.
    #[must_use]
    pub fn kenmerk(&self) -> Option<&str> {
        self.reading.kenmerk.as_ref().map(|kenmerk| kenmerk.as_str())
    }

    /// The same, but a case of which a letter rests on a rule that nobody confirmed is refused (`--streng`).
    #[must_use]
    pub fn strictly(mut self) -> Self {
        let rules: BTreeSet<&str> =
            self.letters.iter().flat_map(|letter| &letter.unconfirmed).map(|rule| rule.word()).collect();
        if !rules.is_empty() {
            self.decision.outcome = Outcome::Refused(vec![unconfirmed(&rules)]);
            self.letters.clear();
        }
        self
    }

    /// The source that findings about this document refer to.
    #[must_use]
    pub fn source<'a>(&'a self, file: &'a str) -> Source<'a> {
        Source {
            file,
            document: Some(self.number),
            text: &self.text,
            first_line: self.first_line,
            places: &self.reading.places,
        }
    }
}

/// F604: the letters of a case rest on these rules, which nobody confirmed.
fn unconfirmed(rules: &BTreeSet<&str>) -> Diagnostic {
    let names: Vec<&str> = rules.iter().copied().collect();
    let one = names.len() == 1;
    let (which, it) = if one { ("een regel", "die regel") } else { ("regels", "die regels") };
    let message =
        format!("De brief rust op {which} die uw organisatie nog moet bevestigen: {}.", names.join(", "));
    let hint = format!(
        "Laat een jurist {it} bevestigen en zet dat bij `bevestigd` in organisatie.yaml; `rtbrief regels --te-bevestigen` \
         zegt wat er moet worden bevestigd."
    );
    let finding = Diagnostic::new::<String>(Code::Unconfirmed, message, []).with_hint(hint);
    match names.first().filter(|_| one).and_then(|name| RuleId::from_word(name)) {
        Some(rule) => finding.with_rule(rule),
        None => finding,
    }
}

/// A run over many cases, which share one composer.
pub struct Run<'a> {
    pub(super) pipeline: &'a Pipeline,
    pub(super) composer: Composer<'a>,
}

impl Run<'_> {
    /// Reads and decides one document, and composes its letters.
    #[must_use]
    pub fn assess(&self, document: split::Document, overrides: &Overrides) -> Assessed {
        self.composed(self.decided(document, overrides))
    }

    /// Composes the letters of a case that was decided.
    #[must_use]
    pub fn composed(&self, mut assessed: Assessed) -> Assessed {
        assessed.letters = self.letters(&assessed.decision).unwrap_or_else(|refused| {
            assessed.decision.outcome = Outcome::Refused(vec![*refused]);
            Vec::new()
        });
        assessed
    }

    /// Refuses a decided case of which an address does not fit its window, as composing its letters would.
    #[must_use]
    pub fn addressed(&self, mut assessed: Assessed) -> Assessed {
        if let Outcome::Letters(case, plans) = &assessed.decision.outcome
            && let Err(refused) = self.check_addresses(case, plans)
        {
            assessed.decision.outcome = Outcome::Refused(vec![*refused]);
        }
        assessed
    }

    fn check_addresses(&self, case: &CheckedCase, plans: &[LetterPlan]) -> Result<(), Box<Diagnostic>> {
        plans.iter().try_for_each(|plan| self.composer.check_address(case, plan))?;
        let Pipeline { press, organisation, .. } = self.pipeline;
        check_return_address(press.look(), &organisation.sender(false).return_address)
            .map_err(|error| Box::new(refused_by_page(false, &error)))
    }

    /// Reads and decides one document, without composing its letters.
    #[must_use]
    pub fn decided(&self, document: split::Document, overrides: &Overrides) -> Assessed {
        let split::Document { number, first_line, text, .. } = document;
        let (text, mut reading) = match text {
            Ok(text) => {
                let reading = read_case(&text, first_line, overrides);
                (text, reading)
            }
            Err(refused) => (String::new(), Reading::of_no_text(refused, first_line)),
        };
        let mut errors = std::mem::take(&mut reading.diagnostics);
        let glyphs = self.pipeline.missing_glyphs(&reading).into_iter();
        let new_findings: Vec<Diagnostic> =
            glyphs.filter(|g| errors.iter().all(|e| !e.paths.iter().any(|p| g.paths.contains(p)))).collect();
        errors.extend(new_findings);
        let mut decision = match reading.case.take() {
            Some(case) => decide(case, errors, &self.pipeline.book),
            None => unreadable(errors),
        };
        if let Outcome::Refused(found) = &mut decision.outcome {
            let is_about_input =
                |d: &Diagnostic| d.code.as_str().starts_with("F1") || d.code.as_str().starts_with("F5");
            found.retain(|d| is_about_input(d) || !reading.is_echo(d));
        }
        Assessed { number, first_line, text, reading, decision, letters: Vec::new() }
    }

    /// Turns the letters of a case into concepts. Concepts are also made where words or decisions are
    /// still missing, as long as the kind of letter is known. The findings then list everything that is
    /// still open, not only what the first step found.
    #[must_use]
    pub fn into_concept(&self, assessed: Assessed) -> Assessed {
        let mut assessed = assessed;
        let Some(draft) = &assessed.decision.draft else {
            assessed.letters = assessed.letters.into_iter().map(|letter| concept::of(letter, &[])).collect();
            return assessed;
        };
        let concepts =
            self.letters_that_fit(draft.letters.iter().map(|plan| self.composer.drafts(draft, plan)));
        if let Outcome::Refused(found) | Outcome::OfficerMustDecide(found) = &mut assessed.decision.outcome {
            found.clone_from(&draft.open);
        }
        assessed.letters = concepts.unwrap_or_else(|refused| {
            assessed.decision.outcome = Outcome::Refused(vec![*refused]);
            Vec::new()
        });
        assessed
    }

    /// Composes the letters of a decision.
    fn letters(&self, decision: &Decision) -> Result<Vec<Document>, Box<Diagnostic>> {
        let Outcome::Letters(case, plans) = &decision.outcome else { return Ok(Vec::new()) };
        self.letters_that_fit(plans.iter().map(|plan| self.composer.letters(case, plan)))
    }

    /// Collects all letters of a case, and checks that every address fits its window.
    fn letters_that_fit(
        &self,
        composed: impl Iterator<Item = Result<Vec<Document>, Box<Diagnostic>>>,
    ) -> Result<Vec<Document>, Box<Diagnostic>> {
        let letters: Vec<Document> = composed.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect();
        for letter in &letters {
            check_window(self.pipeline.press.look(), letter)
                .map_err(|e| Box::new(refused_by_page(letter.is_copy, &e)))?;
        }
        Ok(letters)
    }
}
