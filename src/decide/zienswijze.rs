//! Before a besluit: a zienswijze on the last voornemen, or its term must have passed (WI H6).

use super::findings::{Findings, View};
use super::herbeoordeling::{last_voornemen, last_zienswijze};
use crate::case::model::{Herbeoordeling, Zienswijze};
use crate::diagnostic::{Code, Diagnostic};
use crate::law::term::{ComputedTerm, TermKind};

const TERM: &str = "termijn.zienswijze";

fn term(view: &View<'_>, step: &Herbeoordeling) -> Option<(&'static str, ComputedTerm)> {
    let (path, day) = last_voornemen(step)?;
    Some((path, super::terms::compute(view, TermKind::Zienswijze, day)?))
}

/// Step 3: without a zienswijze the besluit waits until the term is over.
pub(super) fn term_has_passed(view: &View<'_>, step: &Herbeoordeling, findings: &mut Findings) {
    if let Some((path, _)) = last_zienswijze(step) {
        let facts = ["ontvangen", "leidt_tot_ander_oordeel"].map(|field| format!("{path}.{field}"));
        return findings.trace.used("herbeoordeling.zienswijze", facts.iter().map(String::as_str));
    }
    let Some((path, term)) = term(view, step) else { return };
    findings.trace.used(TERM, [path, view.case.decision_day_path()]);
    if term.last_day < view.decision_day() {
        return;
    }
    findings.refuse(
        Diagnostic::new(
            Code::TooEarly,
            format!(
                "Het is te vroeg: de termijn voor een zienswijze loopt tot en met {}. Zonder zienswijze kan het besluit op zijn vroegst op {}.",
                term.last_day.dutch_long(),
                term.last_day.next().dutch_long()
            ),
            [view.case.decision_day_path(), path],
        )
        .with_rule(TERM)
        .with_hint("is er al een zienswijze, vul die dan in"),
    );
}

/// Step 3: what was said in a zienswijze and the answer to it belong in the besluit (Awb 3:46, 3:50).
pub(super) fn texts(step: &Herbeoordeling, findings: &mut Findings) {
    let second = step.aanvullend_voornemen.as_ref().and_then(|a| a.zienswijze.as_ref());
    let all: [(&str, Option<&Zienswijze>); 2] =
        [("stap.zienswijze", step.zienswijze.as_ref()), ("stap.aanvullend_voornemen.zienswijze", second)];
    for (path, received) in all {
        let Some(received) = received else { continue };
        if received.samenvatting.is_none() {
            findings.text_missing(
                format!("{path}.samenvatting"),
                "herbeoordeling.zienswijze",
                "De samenvatting van de zienswijze",
            );
        }
        if received.reactie.is_none() {
            findings.text_missing(
                format!("{path}.reactie"),
                "herbeoordeling.zienswijze",
                "De reactie op de zienswijze",
            );
        }
    }
}

/// Step 4: the term ran in a year without a verified decree, and may have ended later.
pub(super) fn calendar(view: &View<'_>, step: &Herbeoordeling, findings: &mut Findings) {
    const LONGEST_SHIFT: u32 = 7;
    if last_zienswijze(step).is_some() {
        return;
    }
    let Some((path, term)) = term(view, step) else { return };
    let close = view.decision_day() <= term.last_day.plus_days(LONGEST_SHIFT);
    if let Some(year) = term.unverified_year.filter(|_| close) {
        findings.ask(super::terms::unverified(year, TERM, path));
    }
}
