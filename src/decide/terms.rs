//! The terms that a letter sets running: those of its remedy, and those of Ter Apel, departure and supplement
//! where the letter has them (docs/spec/letters.md section 1, docs/spec/terms.md).

use super::case_view::CaseView;
use super::findings::{Finding, Findings};
use super::letter_plan::{Letter, LetterTerm, Refusal, ReturnDecision, Suspension, TerApel};
use crate::case::model::{Bekendmaking, Opschorting};
use crate::diagnostic::Code;
use crate::law::date::Date;
use crate::law::length::{Length, Unit};
use crate::law::term::{self, ComputedTerm};
use crate::words::{Fact, LetterKind, RemedyCase, RuleId, TermKind};

/// Every term of a letter, in the order of docs/spec/cli.md: those of its remedy, then the others.
pub(super) fn of_letter(
    view: &CaseView<'_>,
    letter: &Letter,
    case: RemedyCase,
    findings: &mut Findings<'_>,
) -> Vec<LetterTerm> {
    let mut terms = remedy(view, letter.kind(), case, findings);
    if matches!(letter, Letter::Weigeringsbesluit(Refusal { ter_apel: TerApel::WithinTerm, .. })) {
        terms.extend(running(view, TermKind::MeldenTerApel));
    }
    if let Some(decision) = letter.return_decision().filter(|decision| !decision.immediately()) {
        terms.extend(departure(view, decision));
    }
    if let Letter::Opschortingsbrief(Suspension { supplement_until: Some(until), .. }) = *letter {
        terms.push(labelled(view, TermKind::Aanvulling, term::fixed(view.made_known(), until)));
    }
    for term in &terms {
        let fact =
            if term.kind == TermKind::Aanvulling { Opschorting::uiterlijk } else { Bekendmaking::datum };
        findings.used(term.rule(), [fact]);
        if let Some(year) = term.computed.unverified_year {
            findings.ask_within(&[], unverified(year, term.rule(), Bekendmaking::datum));
        }
    }
    terms
}

/// The departure term: the usual one, or the shorter one of the case.
fn departure(view: &CaseView<'_>, decision: &ReturnDecision) -> Option<LetterTerm> {
    let usual = view.book.term_on(TermKind::Vertrek, view.made_known());
    let computed = match decision.shortened {
        None => compute(view, TermKind::Vertrek, view.made_known())?,
        Some((weeks, _)) => {
            let length = Length { count: weeks, unit: Unit::Weeks };
            usual.compute_length(view.made_known(), length, view.book.calendar())
        }
    };
    Some(labelled(view, TermKind::Vertrek, computed))
}

/// The terms of the remedy.
fn remedy(
    view: &CaseView<'_>,
    letter: LetterKind,
    case: RemedyCase,
    findings: &mut Findings<'_>,
) -> Vec<LetterTerm> {
    let Some(row) = view.book.remedy(letter, case, view.made_known()) else {
        // A case that the letter does not have: the list of letters in `words` is at fault.
        findings.no_rule_says_what_follows();
        return Vec::new();
    };
    findings.used(row.provenance.id, [Bekendmaking::datum]);
    let (bron, status) = (row.provenance.bron, row.provenance.status);
    let terms = row.termijnen.iter().filter_map(|kind| running(view, *kind));
    terms.map(|term| LetterTerm { bron, status, ..term }).collect()
}

/// A term that counts from a day, by the rules in force on the day of bekendmaking; `None` for one
/// without a length of its own.
pub(super) fn compute(view: &CaseView<'_>, kind: TermKind, start: Date) -> Option<ComputedTerm> {
    view.book.term_on(kind, view.made_known()).compute(start, view.book.calendar())
}

fn running(view: &CaseView<'_>, kind: TermKind) -> Option<LetterTerm> {
    let computed = compute(view, kind, view.made_known())?;
    Some(labelled(view, kind, computed))
}

fn labelled(view: &CaseView<'_>, kind: TermKind, computed: ComputedTerm) -> LetterTerm {
    let row = &view.book.term_on(kind, view.made_known()).provenance;
    LetterTerm { kind, bron: row.bron, status: row.status, computed }
}

/// The question about a year for which no verified decree gives the gelijkgestelde dagen.
pub(super) fn unverified(year: i32, rule: impl Into<RuleId>, fact: Fact) -> Finding {
    let message = format!(
        "Voor {year} is geen besluit over gelijkgestelde dagen bekend, en de termijn kan op zo'n dag eindigen. Wat is de laatste dag?"
    );
    Finding::new(rule, Code::CalendarUnverified, message, [fact])
        .with_hint("Zoek het besluit in de Staatscourant en vul de tabel met gelijkgestelde dagen aan.")
}
