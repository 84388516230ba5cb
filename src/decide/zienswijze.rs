//! Before a besluit: a zienswijze on the last voornemen, or its term must have passed (WI H6).

use super::case_view::CaseView;
use super::findings::{Finding, Findings};
use super::terms;
use crate::case::model::{AanvullendVoornemen, AanvullendeZienswijze, Herbeoordeling, Voornemen, Zienswijze};
use crate::diagnostic::Code;
use crate::law::date::Date;
use crate::law::term::ComputedTerm;
use crate::words::{Fact, Rule, TermKind};

/// Where the facts of a zienswijze stand.
#[derive(Clone, Copy)]
pub(super) struct ZienswijzeFacts {
    received: Fact,
    summary: Fact,
    answer: Fact,
    /// The fact whether it leads to another view.
    pub leads_to_another_view: Fact,
}

const ON_FIRST: ZienswijzeFacts = ZienswijzeFacts {
    received: Zienswijze::ontvangen,
    summary: Zienswijze::samenvatting,
    answer: Zienswijze::reactie,
    leads_to_another_view: Zienswijze::leidt_tot_ander_oordeel,
};
const ON_FURTHER: ZienswijzeFacts = ZienswijzeFacts {
    received: AanvullendeZienswijze::ontvangen,
    summary: AanvullendeZienswijze::samenvatting,
    answer: AanvullendeZienswijze::reactie,
    leads_to_another_view: AanvullendeZienswijze::leidt_tot_ander_oordeel,
};

/// Every zienswijze on record, with its facts.
pub(super) fn all(step: &Herbeoordeling) -> impl Iterator<Item = (ZienswijzeFacts, &Zienswijze)> {
    let on_first = step.received().map(|received| (ON_FIRST, received));
    let further = step.aanvullend_voornemen.as_ref().and_then(AanvullendVoornemen::received);
    on_first.into_iter().chain(further.map(|received| (ON_FURTHER, received)))
}

/// The zienswijze on the last voornemen, with its facts.
pub(super) fn last(step: &Herbeoordeling) -> Option<(ZienswijzeFacts, &Zienswijze)> {
    match &step.aanvullend_voornemen {
        Some(further) => further.received().map(|received| (ON_FURTHER, received)),
        None => step.received().map(|received| (ON_FIRST, received)),
    }
}

/// The day on which the last voornemen was made known.
fn last_voornemen(step: &Herbeoordeling) -> Option<(Fact, Date)> {
    match (&step.aanvullend_voornemen, &step.voornemen) {
        (Some(further), _) => Some((AanvullendVoornemen::datum, further.datum)),
        (None, Some(first)) => Some((Voornemen::datum, first.datum)),
        (None, None) => None,
    }
}

fn term(view: &CaseView<'_>, step: &Herbeoordeling) -> Option<(Fact, ComputedTerm)> {
    let (fact, day) = last_voornemen(step)?;
    Some((fact, terms::compute(view, TermKind::Zienswijze, day)?))
}

/// Stage 3: without a zienswijze the besluit waits until the term is over.
pub(super) fn term_has_passed(view: &CaseView<'_>, step: &Herbeoordeling, findings: &mut Findings<'_>) {
    if let Some((facts, received)) = last(step) {
        findings.used(Rule::HerbeoordelingZienswijze, [facts.received, facts.leads_to_another_view]);
        let (decided, day) = view.decided();
        if let Some((fact, term)) = term(view, step) {
            if received.ontvangen > term.last_day {
                findings.used(Rule::HerbeoordelingZienswijzeOpTijd, [facts.received, fact]);
            }
            if day <= term.last_day {
                findings.used(Rule::HerbeoordelingVoorEindeTermijn, [decided, fact]);
            }
        }
        return;
    }
    let Some((fact, term)) = term(view, step) else { return };
    let (decided, day) = view.decided();
    let none = match step.aanvullend_voornemen {
        Some(_) => AanvullendVoornemen::zienswijze,
        None => Herbeoordeling::zienswijze,
    };
    findings.used(TermKind::Zienswijze, [fact, none, decided]);
    if term.last_day < day {
        return;
    }
    let message = format!(
        "Het is te vroeg: de termijn voor een zienswijze loopt tot en met {}. Zonder zienswijze kan het besluit op zijn vroegst op {}.",
        term.last_day.dutch_long(),
        term.last_day.next().dutch_long()
    );
    findings.refuse(
        Finding::new(TermKind::Zienswijze, Code::TooEarly, message, [decided, fact])
            .with_hint("Is er al een zienswijze, vul die dan in."),
    );
}

/// Stage 3: what was said in a zienswijze and the answer to it belong in the besluit (Awb 3:46, 3:50).
pub(super) fn texts(step: &Herbeoordeling, findings: &mut Findings<'_>) {
    for (facts, received) in all(step) {
        let rule = Rule::HerbeoordelingZienswijze;
        if received.samenvatting.is_none() {
            findings.text_missing(facts.summary, rule, "De samenvatting van de zienswijze");
        }
        if received.reactie.is_none() {
            findings.text_missing(facts.answer, rule, "De reactie op de zienswijze");
        }
    }
}

/// Stage 4: whether a zienswijze came in is never guessed; each voornemen has one on record, or `geen`.
pub(super) fn questions(step: &Herbeoordeling, findings: &mut Findings<'_>) {
    let mut ask = |fact: Fact, question: &str| {
        let finding = Finding::new(Rule::HerbeoordelingZienswijze, Code::FactNeeded, question, [fact]);
        findings.ask(finding.with_hint("Vul in wat er binnenkwam, of schrijf `zienswijze: geen`."));
    };
    if step.voornemen.is_some() && step.zienswijze.is_none() {
        ask(Herbeoordeling::zienswijze, "Kwam er een zienswijze op het voornemen?");
    }
    if step.aanvullend_voornemen.as_ref().is_some_and(|further| further.zienswijze.is_none()) {
        ask(AanvullendVoornemen::zienswijze, "Kwam er een zienswijze op het aanvullend voornemen?");
    }
}

/// Stage 4: asks for the last day of the term where, in a year without a verified decree, the term may not be
/// over before the day of the decision.
pub(super) fn calendar(view: &CaseView<'_>, step: &Herbeoordeling, findings: &mut Findings<'_>) {
    if last(step).is_some() {
        return;
    }
    let Some((fact, term)) = term(view, step) else { return };
    let (_, decided) = view.decided();
    if let Some(year) = term.unverified_year.filter(|_| decided <= term.latest_last_day) {
        findings.ask(terms::unverified(year, TermKind::Zienswijze, fact));
    }
}
