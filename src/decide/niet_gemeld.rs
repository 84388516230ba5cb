//! Who did not come to the stickerlocatie (WI H2): not before four weeks after BRP registration, and
//! not when an appointment was made within them.

use super::findings::{Findings, View};
use crate::diagnostic::{Code, Diagnostic};
use crate::law::date::Date;
use crate::law::term::{ComputedTerm, TermKind};

const REGISTERED: &str = "feiten.brp_inschrijving";
const TERM: &str = "termijn.afspraak";

/// The four weeks for an appointment; `None` without a BRP date (an error of the file).
fn appointment_term(view: &View<'_>) -> Option<ComputedTerm> {
    super::terms::compute(view, TermKind::Afspraak, view.case.feiten.brp_inschrijving?)
}

/// The first day on which the letter is possible: the day after the term.
fn first_possible(term: &ComputedTerm) -> Date {
    term.last_day.next()
}

/// Step 1: an appointment made in time contradicts "niet gemeld".
pub(super) fn appointment_made(view: &View<'_>, findings: &mut Findings) {
    let Some((term, made)) = appointment_term(view).zip(view.case.feiten.afspraak.as_ref()) else { return };
    if made.gemaakt_op > term.last_day {
        return;
    }
    findings.contradict(
        Diagnostic::new(
            Code::OutcomeContradicted,
            format!(
                "De vreemdeling maakte op tijd een afspraak; de termijn daarvoor liep tot en met {} en zonder afspraak was deze brief vanaf {} mogelijk.",
                term.last_day.dutch_long(),
                first_possible(&term).dutch_long()
            ),
            ["feiten.afspraak.gemaakt_op", REGISTERED],
        )
        .with_rule("niet_gemeld.afspraak_gemaakt")
        .with_hint("kwam de vreemdeling niet op de afspraak, leg dan een `afwijking` vast met reden en akkoord"),
    );
}

/// Step 3: the letter is too early while the four weeks run.
pub(super) fn too_early(view: &View<'_>, findings: &mut Findings) {
    let Some(term) = appointment_term(view) else { return };
    findings.trace.used(TERM, [REGISTERED, "stap.datum"]);
    let day = view.case.stap.datum();
    if day > term.last_day {
        return;
    }
    findings.refuse(
        Diagnostic::new(
            Code::TooEarly,
            format!(
                "Het is te vroeg: de termijn voor een afspraak loopt tot en met {}. Deze brief kan op zijn vroegst op {}.",
                term.last_day.dutch_long(),
                first_possible(&term).dutch_long()
            ),
            ["stap.datum", REGISTERED],
        )
        .with_rule(TERM),
    );
}

/// Step 4: a term in a year without a verified decree may have ended later.
pub(super) fn calendar(view: &View<'_>, findings: &mut Findings) {
    const LONGEST_SHIFT: u32 = 7;
    let Some(term) = appointment_term(view) else { return };
    let close = view.case.stap.datum() <= term.last_day.plus_days(LONGEST_SHIFT);
    if let Some(year) = term.unverified_year.filter(|_| close) {
        findings.ask(super::terms::unverified(year, TERM, REGISTERED));
    }
}
