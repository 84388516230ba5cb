//! Who did not come to the stickerlocatie (WI H2): not before the term for an appointment is over, and not
//! when an appointment was made within it.

use super::case_view::CaseView;
use super::findings::{Finding, Findings, not_after};
use super::known::Known;
use super::letter_plan::{LateAppointment, Letter, LetterPlan, NotReported, Unprocessed};
use super::refusal;
use super::return_decision;
use super::revived;
use super::step::StepRules;
use super::terms;
use crate::case::model::{Afspraak, Feiten, Herstel, NietGemeld, Stap, Vreemdeling};
use crate::diagnostic::Code;
use crate::law::date::Date;
use crate::law::term::ComputedTerm;
use crate::words::{Fact, Judgement, RemedyCase, Rule, TermKind};

impl StepRules for NietGemeld {
    /// Protection that runs, or an appointment in time that lies ahead or was kept, contradicts "niet gemeld".
    fn contradictions(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        refusal::protection_runs(view, Stap::soort, findings);
        if let Some(letter) = &self.herstel {
            let message = "De laatste kans eindigt voordat de brief daarover bekend werd.";
            let (given, last) = ((Herstel::datum, letter.datum), (Herstel::uiterlijk, letter.uiterlijk));
            not_after(findings, given, last, Rule::NietGemeldHerstel, message);
            if let Some(registered) = view.case.feiten.brp_inschrijving {
                let message = "De brief met de laatste kans is van vóór de inschrijving in de BRP.";
                let registered = (Feiten::brp_inschrijving, registered);
                not_after(findings, registered, given, Rule::NietGemeldHerstel, message);
            }
        }
        if let Some((registered, granted)) =
            view.case.feiten.brp_inschrijving.zip(view.case.feiten.toegekend_op)
            && registered <= granted
        {
            let message = "Na deze inschrijving is de bescherming toegekend; de vreemdeling heeft zich toen dus gemeld.";
            let facts = [Feiten::brp_inschrijving, Feiten::toegekend_op];
            let rule = Rule::NietGemeldBuitenBehandeling;
            let finding = Finding::new(rule, Code::OutcomeContradicted, message, facts);
            findings.refuse(
                finding.with_hint("Is de vreemdeling daarna opnieuw ingeschreven, vul dan die dag in."),
            );
        }
        let Some((term, made)) = appointment_term(view).zip(view.case.feiten.afspraak.as_ref()) else {
            return;
        };
        if let Some((registered, on)) = view.case.feiten.brp_inschrijving.zip(made.voor) {
            let message = "De afspraak is van vóór deze inschrijving in de BRP en hoort bij een eerdere.";
            let (registered, on) = ((Feiten::brp_inschrijving, registered), (Afspraak::voor, on));
            not_after(findings, registered, on, Rule::NietGemeldAfspraakGemaakt, message);
            if on.1 < registered.1 {
                return;
            }
        }
        kept_or_ahead(view, made, &self.in_time_until(&term), findings);
    }

    fn rests_on(&self) -> Vec<(Rule, Fact)> {
        vec![(Rule::NietGemeldBuitenBehandeling, Stap::soort)]
    }

    /// The letter is too early while the term for an appointment, or the last chance, runs.
    fn refusals(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        if let Some(letter) = &self.herstel {
            let (decided, day) = view.decided();
            findings.used(Rule::NietGemeldHerstel, [Herstel::datum, Herstel::uiterlijk]);
            if day <= letter.uiterlijk {
                let message = format!(
                    "Het is te vroeg: de laatste kans loopt tot en met {}. Deze brief kan op zijn vroegst op {}.",
                    letter.uiterlijk.dutch_long(),
                    letter.uiterlijk.next().dutch_long()
                );
                let facts = [Herstel::uiterlijk, decided];
                findings.refuse(Finding::new(Rule::NietGemeldHerstel, Code::TooEarly, message, facts));
            }
        } else {
            findings.used(Rule::NietGemeldZonderHerstel, [Stap::soort]);
        }
        let Some(term) = appointment_term(view) else { return };
        findings.used(TermKind::Afspraak, [Feiten::brp_inschrijving, Self::datum]);
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

    /// Whether the person came, and the situations of which the WI says less than the letter needs. A term in a year
    /// without a verified decree may have ended later.
    fn questions(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        if let Some(made) = &view.case.feiten.afspraak {
            appointment_questions(view, self, made, findings);
        }
        let young = view.person.below_age_of_reporting();
        if young != Known::No {
            let may_be = if young.is_yes() { "is" } else { "is misschien" };
            let message = format!(
                "De vreemdeling {may_be} jonger dan {} jaar. Kan de zaak toch buiten behandeling worden gesteld, ook als de ouders een afspraak hebben?",
                view.limits.age_of_reporting
            );
            let facts = [Vreemdeling::geboortedatum, Stap::soort];
            let question = Finding::new(Rule::NietGemeldJongKind, Code::YoungChild, message, facts);
            findings.judge(Judgement::YoungChild, question);
        }
        if view.case.feiten.asielaanvraag_ingediend.is_some() {
            let message = "Er is al eerder asiel gevraagd; de werkinstructie spreekt van een onvolledige aanvraag. Kan die aanvraag buiten behandeling worden gesteld?";
            let facts = [Feiten::asielaanvraag_ingediend, Stap::soort];
            let rule = Rule::NietGemeldEerdereAsielaanvraag;
            let question = Finding::new(rule, Code::EarlierAsylumApplication, message, facts);
            findings.judge(Judgement::EarlierAsylumApplication, question);
        }
        let Some(term) = appointment_term(view) else { return };
        if let Some(year) = term.unverified_year.filter(|_| self.datum <= term.latest_last_day) {
            findings.ask(terms::unverified(year, TermKind::Afspraak, Feiten::brp_inschrijving));
        }
    }

    fn letters(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) -> Vec<LetterPlan> {
        let facts = [Stap::soort, Feiten::brp_inschrijving, Afspraak::gemaakt_op];
        findings.used(Rule::NietGemeldBuitenBehandeling, facts);
        let reason = reason(view, self, findings);
        let return_decision = return_decision::planned(view, findings);
        let revived = revived::in_letter(view, return_decision.is_some(), findings);
        let unprocessed = Unprocessed { reason, return_decision, revived };
        let letter = Letter::Buitenbehandelingstelling(unprocessed);
        vec![LetterPlan::new(view, letter, RemedyCase::Gewoon, findings)]
    }
}

/// The last day on which an appointment is in time, and the fact that sets it.
struct Limit {
    day: Date,
    fact: Fact,
}

impl NietGemeld {
    /// The end of the term for an appointment, or of the last chance after it (Awb 4:5).
    fn in_time_until(&self, term: &ComputedTerm) -> Limit {
        match &self.herstel {
            Some(letter) if letter.uiterlijk > term.last_day => {
                Limit { day: letter.uiterlijk, fact: Herstel::uiterlijk }
            }
            _ => Limit { day: term.last_day, fact: Feiten::brp_inschrijving },
        }
    }
}

/// An appointment made in time that lies ahead, or to which the person came.
fn kept_or_ahead(view: &CaseView<'_>, made: &Afspraak, limit: &Limit, findings: &mut Findings<'_>) {
    let (decided, day) = view.decided();
    let ahead = made.voor.is_some_and(|on| on >= day);
    if made.verschenen.is_some() && ahead {
        let message =
            "De dag van de afspraak is nog niet voorbij; of de vreemdeling kwam, kan nog niet vaststaan.";
        let facts = [Afspraak::verschenen, Afspraak::voor, decided];
        findings.refuse(Finding::new(
            Rule::NietGemeldNietVerschenen,
            Code::OutcomeContradicted,
            message,
            facts,
        ));
    }
    let deviates = if made.verschenen == Some(true) {
        let message = "De vreemdeling kwam op de afspraak, dus heeft hij zich gemeld.";
        let facts = [Afspraak::verschenen, Stap::soort];
        findings.refuse(Finding::new(
            Rule::NietGemeldNietVerschenen,
            Code::OutcomeContradicted,
            message,
            facts,
        ));
        false
    } else if made.gemaakt_op <= limit.day && ahead {
        let message = format!(
            "De vreemdeling maakte op tijd een afspraak; de termijn daarvoor liep tot en met {} en zonder afspraak was deze brief vanaf {} mogelijk.",
            limit.day.dutch_long(),
            limit.day.next().dutch_long()
        );
        let facts = [Afspraak::gemaakt_op, Afspraak::voor, limit.fact];
        let finding =
            Finding::new(Rule::NietGemeldAfspraakGemaakt, Code::OutcomeContradicted, message, facts);
        findings.contradict_policy(
            finding
                .with_hint("Wacht de afspraak af. Kwam de vreemdeling niet, vul dan vanaf de dag erna `verschenen: false` in."),
        )
    } else {
        false
    };
    if deviates {
        findings.own_words();
    }
}

fn appointment_questions(
    view: &CaseView<'_>,
    step: &NietGemeld,
    made: &Afspraak,
    findings: &mut Findings<'_>,
) {
    let Some(term) = appointment_term(view) else { return };
    let (_, decided) = view.decided();
    let in_time = made.gemaakt_op <= term.last_day;
    match made.voor {
        None if in_time => {
            let question = "Voor welke dag maakte de vreemdeling de afspraak?";
            findings.ask_fact(Afspraak::voor, Rule::NietGemeldNietVerschenen, question);
        }
        Some(on) if on < decided && made.verschenen.is_none() => {
            let question = "Kwam de vreemdeling op de afspraak?";
            findings.ask_fact(Afspraak::verschenen, Rule::NietGemeldNietVerschenen, question);
        }
        Some(on) if on >= decided && made.gemaakt_op > step.in_time_until(&term).day => {
            let message = "De vreemdeling maakte te laat een afspraak, die nog moet komen. Wordt de zaak toch buiten behandeling gesteld?";
            let facts = [Afspraak::gemaakt_op, Afspraak::voor];
            let question =
                Finding::new(Rule::NietGemeldAfspraakTeLaat, Code::LateAppointment, message, facts);
            findings.judge(Judgement::LateAppointment, question);
        }
        _ => {}
    }
}

/// Why the person counts as not having reported.
fn reason(view: &CaseView<'_>, step: &NietGemeld, findings: &mut Findings<'_>) -> NotReported {
    let Some((term, made)) = appointment_term(view).zip(view.case.feiten.afspraak.as_ref()) else {
        return NotReported::NoAppointmentInTime(None);
    };
    match made.voor {
        // Made within the last chance and still ahead: only an afwijking brings it here.
        Some(on) if on >= view.decided().1 && made.gemaakt_op <= step.in_time_until(&term).day => {
            NotReported::OwnWords
        }
        on if made.gemaakt_op > term.last_day => {
            let missed = made.verschenen == Some(false);
            NotReported::NoAppointmentInTime(Some(LateAppointment { made_on: made.gemaakt_op, on, missed }))
        }
        Some(on) if made.verschenen == Some(false) => {
            findings.used(Rule::NietGemeldNietVerschenen, [Afspraak::voor, Afspraak::verschenen]);
            NotReported::DidNotCome(on)
        }
        _ => NotReported::OwnWords,
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
