//! The reassessment by the back office (WI H6): whether it is an intrekking or a beëindiging, the voornemen
//! and the zienswijze before a besluit, the effective date, and the separate asylum decision.

use super::case_view::CaseView;
use super::findings::{Finding, Findings, not_after};
use super::ground::{self, Purpose};
use super::letter_plan::{EndingDecision, Intention, Letter, LetterPlan};
use super::protection::{self, ENDED_BY_LAW};
use super::revived;
use super::step::StepRules;
use super::zienswijze::ZienswijzeFacts;
use super::{
    announced, asylum_decision, effective_date, ground_days, idle_input, return_decision, zienswijze,
};
use crate::case::model::{
    AanvullendVoornemen, AanvullendeZienswijze, Adres, Asielbesluit, Feiten, Gehoor, Herbeoordeling, Nareis,
    Stap, Voornemen, Vreemdeling, Zienswijze,
};
use crate::diagnostic::Code;
use crate::law::date::Date;
use crate::words::{Ending, Fact, Fase, GroundId, Judgement, RemedyCase, Rule};

impl StepRules for Herbeoordeling {
    /// Dates of the procedure that cannot stand together, and protection that has ended.
    fn contradictions(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        order_of_procedure(view, self, findings);
        if view.case.feiten.bescherming_geeindigd_op.is_some() {
            let message = "De bescherming is al geëindigd; er is niets meer in te trekken of te beëindigen.";
            let facts = [Feiten::bescherming_geeindigd_op, Stap::soort];
            findings.refuse(Finding::new(
                Rule::HerbeoordelingSoort,
                Code::OutcomeContradicted,
                message,
                facts,
            ));
        }
        // Any other besluit without a voornemen is refused for that.
        if self.voornemen.is_none() && self.fase == Fase::Besluit && self.own_request() {
            for (given, fact) in [
                (self.zienswijze.is_some(), Self::zienswijze),
                (self.aanvullend_voornemen.is_some(), Self::aanvullend_voornemen),
            ] {
                if given {
                    let message = "Zonder voornemen is er geen zienswijze en geen aanvullend voornemen.";
                    idle_input::refuse(fact, Self::voornemen, message, findings);
                }
            }
        }
    }

    /// Whether protection ended by law, where the file does not tell or something in it says that it may not have.
    fn first_questions(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        // The ground on that right asks for itself.
        let on_that_right = GroundId::DerdelanderTijdelijkVerblijfsrecht;
        if protection::registration_decides(view)
            && !self.gronden.iter().any(|ground| ground.grond == on_that_right)
        {
            let question = protection::registration_question(view);
            let rule = Rule::HerbeoordelingVanRechtswegeGeeindigd;
            findings.ask_fact(Feiten::brp_inschrijving, rule, question);
        }
        if let Some(question) = ended_by_law_question(view, self)
            && findings.answer(Judgement::EndedByLaw, &question).is_none()
        {
            let hint = "Antwoord `ja` als er nog bescherming is om te beëindigen of in te trekken; `nee` als zij vanzelf eindigde: dan komt er geen brief.";
            findings.ask(
                question
                    .with_hint(hint)
                    .with_answer_hint(Judgement::EndedByLaw, !view.case.stap.antwoorden().is_empty()),
            );
        }
    }

    /// No letter when a zienswijze leads to another view, or when protection ended by law.
    fn no_letter(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) -> bool {
        let persuades = |read: &(ZienswijzeFacts, &Zienswijze)| read.1.leidt_tot_ander_oordeel == Some(true);
        if self.fase != Fase::Voornemen
            && let Some((facts, _)) = zienswijze::all(self).find(persuades)
            && findings.used(Rule::HerbeoordelingAnderOordeel, [facts.leads_to_another_view])
        {
            return true;
        }
        let question = ended_by_law_question(view, self);
        let answer = question.and_then(|question| findings.answer(Judgement::EndedByLaw, &question));
        if !protection::ended_by_law(view) || answer.is_some_and(|answer| answer.yes) {
            return false;
        }
        findings.used(Rule::HerbeoordelingVanRechtswegeGeeindigd, ENDED_BY_LAW.iter().copied())
    }

    fn rests_on(&self) -> Vec<(Rule, Fact)> {
        vec![(phase(self.fase), Self::fase)]
    }

    /// The grounds, and a letter that fits the phase and does not come too early.
    fn refusals(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        let ending = ending(view, self);
        if let Some(ending) = ending {
            findings.demand(ending_rule(ending), Self::voldoet_niet_sinds);
        }
        ground::check(view, Purpose::Herbeoordeling(ending), findings);
        match self.fase {
            Fase::Voornemen => {}
            Fase::AanvullendVoornemen => new_cause(self, findings),
            Fase::Besluit => {
                zienswijze::term_has_passed(view, self, findings);
                zienswijze::texts(self, findings);
                announced::check(view, self, ending, findings);
            }
        }
        if !findings.grounds_are_refused() {
            ground_days::check(view, self, ending, findings);
        }
        effective_date::check(view, self, findings);
        if self.fase == Fase::Besluit {
            asylum_decision::check(view, self, findings);
        }
    }

    /// The facts that make it an intrekking or a beëindiging, and those of a besluit.
    fn questions(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        if self.voldoet_niet_sinds.is_none() {
            let question = "Sinds wanneer voldoet de vreemdeling niet aan de voorwaarden?";
            findings.ask_fact(Self::voldoet_niet_sinds, Rule::HerbeoordelingSoort, question);
        }
        if view.case.feiten.toegekend_op.is_none() {
            let question = "Wanneer is de tijdelijke bescherming toegekend?";
            findings.ask_fact(Feiten::toegekend_op, Rule::HerbeoordelingSoort, question);
        }
        if self.fase != Fase::Besluit {
            return;
        }
        zienswijze::questions(self, findings);
        new_statements(self, findings);
        for (facts, received) in zienswijze::all(self) {
            if received.leidt_tot_ander_oordeel.is_none() {
                let question = "Leidt de zienswijze tot een ander oordeel?";
                findings.ask_fact(facts.leads_to_another_view, Rule::HerbeoordelingAnderOordeel, question);
            }
        }
        asylum_decision::questions(view, self, findings);
        zienswijze::calendar(view, self, findings);
    }

    fn letters(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) -> Vec<LetterPlan> {
        ending(view, self).map(|ending| planned(view, self, ending, findings)).into_iter().collect()
    }
}

/// An intrekking when the conditions were never met, a beëindiging when they once were (WI H6); `None` while a
/// deciding fact is absent.
fn ending(view: &CaseView<'_>, step: &Herbeoordeling) -> Option<Ending> {
    let (since, granted) = step.voldoet_niet_sinds.zip(view.case.feiten.toegekend_op)?;
    Some(if since <= granted { Ending::Intrekking } else { Ending::Beeindiging })
}

const fn ending_rule(ending: Ending) -> Rule {
    match ending {
        Ending::Intrekking => Rule::HerbeoordelingIntrekking,
        Ending::Beeindiging => Rule::HerbeoordelingBeeindiging,
    }
}

const fn phase(fase: Fase) -> Rule {
    match fase {
        Fase::Voornemen => Rule::HerbeoordelingVoornemen,
        Fase::AanvullendVoornemen => Rule::HerbeoordelingAanvullendVoornemen,
        Fase::Besluit => Rule::HerbeoordelingBesluit,
    }
}

/// The question whether protection ended by law, where it may rest on a family tie, was granted later, or was got by
/// fraud with effect before that day.
fn ended_by_law_question(view: &CaseView<'_>, step: &Herbeoordeling) -> Option<Finding> {
    if !protection::ended_by_law(view) {
        return None;
    }
    let ended = view.limits.ended_by_law;
    let fraud = step.gronden.iter().any(|ground| ground.grond == GroundId::Fraude);
    let facts = &view.case.feiten;
    let because = if facts.gezinsband.is_some() {
        Feiten::gezinsband
    } else if facts.toegekend_op.is_some_and(|granted| granted > ended) {
        Feiten::toegekend_op
    } else if fraud && step.ingangsdatum.is_some_and(|day| day < ended) {
        Herbeoordeling::ingangsdatum
    } else {
        return None;
    };
    Some(protection::ended_by_law_question(view, because))
}

/// The days of the procedure in their order; that none lies after the decision is a rule about all dates.
fn order_of_procedure(view: &CaseView<'_>, step: &Herbeoordeling, findings: &mut Findings<'_>) {
    let mut order = |first: Option<(Fact, Date)>, second: Option<(Fact, Date)>, message: &str| {
        if let Some((first, second)) = first.zip(second) {
            not_after(findings, first, second, Rule::DatumVolgorde, message);
        }
    };
    let granted = view.case.feiten.toegekend_op.map(|day| (Feiten::toegekend_op, day));
    let first = step.voornemen.as_ref().map(|v| (Voornemen::datum, v.datum));
    let further = step.aanvullend_voornemen.as_ref();
    let second = further.map(|v| (AanvullendVoornemen::datum, v.datum));
    let heard = step.gehoor.as_ref().map(|g| (Gehoor::datum, g.datum));
    order(granted, first, "Het voornemen is van vóór de toekenning van de bescherming.");
    order(first, second, "Het aanvullend voornemen is eerder bekendgemaakt dan het voornemen.");
    order(first, heard, "Het gehoor vond plaats vóór het voornemen.");
    order(heard, second, "Het aanvullend voornemen is eerder bekendgemaakt dan het gehoor.");
    let on_first = step.received().map(|z| (Zienswijze::ontvangen, z.ontvangen));
    let on_second = further.and_then(AanvullendVoornemen::received);
    let on_second = on_second.map(|z| (AanvullendeZienswijze::ontvangen, z.ontvangen));
    for (voornemen, received) in [(first, on_first), (second, on_second)] {
        order(voornemen, received, "De zienswijze is ontvangen vóór het voornemen waarover zij gaat.");
    }
}

/// New statements at the gehoor lead to an aanvullend voornemen, or the officer says why not (WI H6).
fn new_statements(step: &Herbeoordeling, findings: &mut Findings<'_>) {
    let Some(heard) = &step.gehoor else { return };
    let new = heard.nieuwe_verklaringen == Some(true);
    if new && step.aanvullend_voornemen.is_none() && heard.geen_aanvullend_voornemen.is_none() {
        let question =
            "In het gehoor waren er nieuwe verklaringen. Waarom kwam er geen aanvullend voornemen?";
        findings.used(Rule::HerbeoordelingNieuweVerklaringen, [Gehoor::nieuwe_verklaringen]);
        let fact = Gehoor::geen_aanvullend_voornemen;
        findings.ask_fact(fact, Rule::HerbeoordelingNieuweVerklaringen, question);
    }
}

/// An aanvullend voornemen needs new statements at a hearing, or another cause (WI H6).
fn new_cause(step: &Herbeoordeling, findings: &mut Findings<'_>) {
    let heard = step.gehoor.as_ref();
    if heard.is_some_and(|heard| heard.nieuwe_verklaringen == Some(true) || heard.aanleiding.is_some()) {
        let facts = [Gehoor::nieuwe_verklaringen, Gehoor::aanleiding];
        findings.used(Rule::HerbeoordelingAanvullendVoornemen, facts);
        return;
    }
    let message =
        "Een aanvullend voornemen vraagt een gehoor met nieuwe verklaringen of een andere aanleiding.";
    let facts = [Herbeoordeling::fase, Gehoor::nieuwe_verklaringen];
    findings.refuse(
        Finding::new(Rule::HerbeoordelingAanvullendVoornemen, Code::LetterUnfit, message, facts)
            .with_hint("Vul `gehoor` in met `nieuwe_verklaringen: true` of een `aanleiding`."),
    );
}

/// The letter of a phase.
fn planned(
    view: &CaseView<'_>,
    step: &Herbeoordeling,
    ending: Ending,
    findings: &mut Findings<'_>,
) -> LetterPlan {
    findings.used(ending_rule(ending), [Herbeoordeling::voldoet_niet_sinds, Feiten::toegekend_op]);
    findings.used(phase(step.fase), [Herbeoordeling::fase]);
    let (_, today) = view.decided();
    let intention = Intention {
        own_request: step.own_request(),
        ending,
        effective: step.ingangsdatum.filter(|day| *day <= today),
    };
    if step.fase != Fase::Besluit {
        // The letter says until when a zienswijze is in time.
        findings.used(Rule::HerbeoordelingZienswijzeOpTijd, [Herbeoordeling::fase]);
    }
    let letter = match (step.fase, ending) {
        (Fase::Voornemen, Ending::Intrekking) => Letter::VoornemenIntrekking(intention),
        (Fase::Voornemen, Ending::Beeindiging) => Letter::VoornemenBeeindiging(intention),
        (Fase::AanvullendVoornemen, _) => Letter::AanvullendVoornemen(intention),
        (Fase::Besluit, _) => return decision(view, step, ending, findings),
    };
    LetterPlan::new(view, letter, RemedyCase::Gewoon, findings)
}

/// An intrekkings- or beeindigingsbesluit.
fn decision(
    view: &CaseView<'_>,
    step: &Herbeoordeling,
    ending: Ending,
    findings: &mut Findings<'_>,
) -> LetterPlan {
    let (effective, retroactive) = effective_date::of_decision(view, step);
    let facts = [Herbeoordeling::ingangsdatum, view.case.decision_day_fact()];
    findings.used(Rule::HerbeoordelingIngangsdatum, facts);
    if !retroactive && effective < view.made_known() {
        findings.used(Rule::HerbeoordelingIngangVoorBekendmaking, facts);
    }
    findings.used(Rule::HerbeoordelingStickerVervalt, [Herbeoordeling::fase]);
    let return_decision = return_decision::planned(view, findings);
    if return_decision.is_some() {
        findings.used(Rule::HerbeoordelingTerugkeerbesluitNaAsielbesluit, [Asielbesluit::datum]);
    } else {
        findings.used(Rule::HerbeoordelingGeenTerugkeerbesluit, [Herbeoordeling::asielbesluit]);
    }
    // While there is no decision on the asylum application, the person can go on with it (WI H6).
    let ter_apel = sends_to_ter_apel(view, step, findings);
    let own_request = step.own_request();
    if own_request {
        findings.used(Rule::HerbeoordelingOpVerzoek, [Nareis::afstand_op]);
    }
    let case = remedy_case(step);
    if matches!(case, RemedyCase::OpenbareOrde | RemedyCase::GemengdeGronden) {
        findings.used(Rule::HerbeoordelingAsielbesluit, [Herbeoordeling::asielbesluit]);
    }
    let revived = revived::in_letter(view, return_decision.is_some(), findings);
    let decision = EndingDecision {
        effective,
        retroactive,
        return_decision,
        ter_apel,
        revived,
        own_request,
        after_voornemen: step.voornemen.is_some(),
    };
    let letter = match ending {
        Ending::Intrekking => Letter::Intrekkingsbesluit(decision),
        Ending::Beeindiging => Letter::Beeindigingsbesluit(decision),
    };
    LetterPlan::new(view, letter, case, findings)
}

/// Whether the letter sends the person to Ter Apel: not to who asked for the nareis permit himself, who is a citizen of
/// the Union, who lives abroad, or whose asylum application was decided (docs/spec/letters.md section 2.5).
fn sends_to_ter_apel(view: &CaseView<'_>, step: &Herbeoordeling, findings: &mut Findings<'_>) -> bool {
    if matches!(step.asielbesluit, Some(Asielbesluit::Taken { .. })) {
        return false;
    }
    let person = &view.case.vreemdeling;
    let (rule, because) = if step.own_request() {
        (Rule::TerApelNietNodig, Nareis::afstand_op)
    } else if matches!(person.adres, Adres::Foreign { .. }) {
        (Rule::TerApelNietNodig, Vreemdeling::adres)
    } else if view.person.eu_citizen.is_yes() {
        (Rule::TerApelNietVoorEuBurgers, Vreemdeling::nationaliteiten)
    } else {
        return findings.used(Rule::TerApelMeldenZonderTermijn, [Herbeoordeling::asielbesluit]);
    };
    !findings.used(rule, [because])
}

/// The case of the remedy: the term for beroep is shorter if any ground is openbare orde, nationale veiligheid
/// or 1F (WI H6). Mixed grounds have a row of their own, which a lawyer must confirm.
fn remedy_case(step: &Herbeoordeling) -> RemedyCase {
    if step.own_request() && step.voornemen.is_none() {
        return RemedyCase::OpVerzoek;
    }
    let public_order = step.gronden.iter().filter(|ground| ground.grond.is_public_order()).count();
    match public_order {
        0 => RemedyCase::Gewoon,
        all if all == step.gronden.len() => RemedyCase::OpenbareOrde,
        _ => RemedyCase::GemengdeGronden,
    }
}
