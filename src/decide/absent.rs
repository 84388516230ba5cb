//! Who did not come to the stickerlocatie (WI H2): not before the term for an appointment is over, and not
//! when an appointment was made within it.

use super::case_view::CaseView;
use super::findings::{Finding, Findings};
use super::letter_plan::{Letter, LetterPlan, Unprocessed};
use super::return_decision;
use super::step::StepRules;
use super::terms;
use crate::case::model::{Afspraak, Feiten, NietGemeld, Stap};
use crate::diagnostic::Code;
use crate::law::date::Date;
use crate::law::term::ComputedTerm;
use crate::words::{Fact, RemedyCase, Rule, TermKind};

impl StepRules for NietGemeld {
    /// An appointment made in time contradicts "niet gemeld".
    fn contradictions(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        let Some((term, made)) = appointment_term(view).zip(view.case.feiten.afspraak.as_ref()) else {
            return;
        };
        if made.gemaakt_op > term.last_day {
            return;
        }
        let message = format!(
            "De vreemdeling maakte op tijd een afspraak; de termijn daarvoor liep tot en met {} en zonder afspraak was deze brief vanaf {} mogelijk.",
            term.last_day.dutch_long(),
            first_possible(&term).dutch_long()
        );
        let facts = [Afspraak::gemaakt_op, Feiten::brp_inschrijving];
        findings.contradict(
            Finding::new(Rule::NietGemeldAfspraakGemaakt, Code::OutcomeContradicted, message, facts).with_hint(
                "Kwam de vreemdeling niet op de afspraak, leg dan een `afwijking` vast met reden en akkoord.",
            ),
        );
    }

    fn rests_on(&self) -> Vec<(Rule, Fact)> {
        vec![(Rule::NietGemeldBuitenBehandeling, Stap::soort)]
    }

    /// The letter is too early while the term for an appointment runs.
    fn refusals(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        let Some(term) = appointment_term(view) else { return };
        let facts = [Feiten::brp_inschrijving, Self::datum];
        findings.used(TermKind::Afspraak, facts);
        if self.datum > term.last_day {
            return;
        }
        let message = format!(
            "Het is te vroeg: de termijn voor een afspraak loopt tot en met {}. Deze brief kan op zijn vroegst op {}.",
            term.last_day.dutch_long(),
            first_possible(&term).dutch_long()
        );
        let facts = [Self::datum, Feiten::brp_inschrijving];
        findings.refuse(Finding::new(TermKind::Afspraak, Code::TooEarly, message, facts));
    }

    /// Asks for the last day of the term where, in a year without a verified decree, the term may not be over
    /// before the day of the step.
    fn questions(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        let Some(term) = appointment_term(view) else { return };
        if let Some(year) = term.unverified_year.filter(|_| self.datum <= term.latest_last_day) {
            findings.ask(terms::unverified(year, TermKind::Afspraak, Feiten::brp_inschrijving));
        }
    }

    fn letters(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) -> Vec<LetterPlan> {
        let facts = [Stap::soort, Feiten::brp_inschrijving, Afspraak::gemaakt_op];
        findings.used(Rule::NietGemeldBuitenBehandeling, facts);
        let return_decision = return_decision::planned(view, findings);
        let letter = Letter::Buitenbehandelingstelling(Unprocessed { return_decision });
        vec![LetterPlan::new(view, letter, RemedyCase::Gewoon, findings)]
    }
}

/// The term for an appointment; `None` without a BRP date (an error of the file).
fn appointment_term(view: &CaseView<'_>) -> Option<ComputedTerm> {
    terms::compute(view, TermKind::Afspraak, view.case.feiten.brp_inschrijving?)
}

/// The first day on which the letter is possible: the day after the term.
fn first_possible(term: &ComputedTerm) -> Date {
    term.last_day.next()
}
