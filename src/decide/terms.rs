//! The terms that a letter sets running: its remedies from the table, and Ter Apel, departure,
//! supplement where the letter has them (letters.md section 1, terms.md).

use super::findings::{Findings, View};
use super::outcome::{LetterKind, LetterTerm, ReturnDecision};
use crate::case::model::{GrondOpschorting, Opschorting};
use crate::diagnostic::{Code, Diagnostic};
use crate::law::date::Date;
use crate::law::rule::Rule;
use crate::law::term::{self, ComputedTerm, TermKind};

/// What else than a remedy the letter sets running.
#[derive(Default)]
pub(super) struct Extra<'a> {
    /// The row of the table of remedies, where a letter has more than one.
    pub variant: Option<&'static str>,
    /// Report in Ter Apel.
    pub ter_apel: bool,
    /// The return decision.
    pub terugkeerbesluit: Option<&'a ReturnDecision>,
    /// The suspension.
    pub opschorting: Option<&'a Opschorting>,
}

/// The remedy of a letter: the row of this variant, otherwise the plain row.
pub(super) fn remedy<'b>(
    view: &View<'b>,
    kind: LetterKind,
    variant: Option<&'static str>,
) -> Option<&'b Rule> {
    let rows = || {
        view.book
            .rules_in_force(view.made_known())
            .filter(|r| is_remedy(r) && r.brieven.iter().any(|b| b == kind.id()))
    };
    rows().find(|r| r.geval.as_deref() == variant).or_else(|| rows().find(|r| r.geval.is_none()))
}

/// Every term of a letter, in the order of cli.md.
pub(super) fn of(
    view: &View<'_>,
    kind: LetterKind,
    extra: &Extra<'_>,
    findings: &mut Findings,
) -> Vec<LetterTerm> {
    const KNOWN: &str = "bekendmaking.datum";
    let mut terms = Vec::new();
    if let Some(row) = remedy(view, kind, extra.variant) {
        findings.trace.used(&row.id, [KNOWN]);
        for word in &row.termijnen {
            if let Some(kind) = TermKind::from_word(word) {
                terms.extend(running(view, kind).map(|t| LetterTerm {
                    bron: row.bron,
                    status: row.status,
                    ..t
                }));
            }
        }
    }
    if extra.ter_apel {
        terms.extend(running(view, TermKind::MeldenTerApel));
    }
    if extra.terugkeerbesluit.is_some_and(|t| !t.immediately) {
        terms.extend(running(view, TermKind::Vertrek));
    }
    if let Some(given) = extra.opschorting
        && given.grond == Some(GrondOpschorting::Aanvulling)
        && let Some(until) = given.uiterlijk
    {
        terms.push(until_day(view, until));
    }
    for term in &terms {
        let fact = if term.kind == TermKind::Aanvulling { "stap.opschorting.uiterlijk" } else { KNOWN };
        findings.trace.used(&term.rule, [fact]);
        if let Some(year) = term.computed.unverified_year {
            findings.ask_within(&[], unverified(year, &term.rule, KNOWN));
        }
    }
    terms
}

/// Rows of the table of remedies.
fn is_remedy(rule: &Rule) -> bool {
    rule.id.starts_with("rechtsmiddel.")
}

/// A term that counts from a day, by the rules in force on the day of bekendmaking; `None` for one
/// without a length of its own.
pub(super) fn compute(view: &View<'_>, kind: TermKind, start: Date) -> Option<ComputedTerm> {
    view.book.term_on(kind, view.made_known()).compute(start, view.book.calendar())
}

fn running(view: &View<'_>, kind: TermKind) -> Option<LetterTerm> {
    let computed = compute(view, kind, view.made_known())?;
    Some(labelled(view, kind, computed))
}

fn until_day(view: &View<'_>, until: Date) -> LetterTerm {
    labelled(view, TermKind::Aanvulling, term::fixed(view.made_known(), until))
}

fn labelled(view: &View<'_>, kind: TermKind, computed: ComputedTerm) -> LetterTerm {
    let rule = &view.book.term_on(kind, view.made_known()).rule;
    LetterTerm { kind, rule: rule.id.clone(), bron: rule.bron, status: rule.status, computed }
}

/// The question about a year for which no verified decree gives the gelijkgestelde dagen.
pub(super) fn unverified(year: i32, rule: &str, path: &str) -> Diagnostic {
    Diagnostic::new(
        Code::CalendarUnverified,
        format!("Voor {year} is geen besluit over gelijkgestelde dagen bekend, en de termijn kan op zo'n dag eindigen. Wat is de laatste dag?"),
        [path],
    )
    .with_rule(rule)
    .with_hint("Zoek het besluit in de Staatscourant en vul de tabel met gelijkgestelde dagen aan.")
}
