//! The reassessment by the back office (WI H6): whether it is an intrekking or a beëindiging, the voornemen
//! and the zienswijze before a besluit, the effective date, and the separate asylum decision.

use super::case_view::CaseView;
use super::findings::{Finding, Findings, not_after};
use super::ground::{self, Purpose};
use super::known::Known;
use super::letter_plan::{EndingDecision, Intention, Letter, LetterPlan};
use super::step::StepRules;
use super::{asylum_decision, effective_date, return_decision, zienswijze};
use crate::case::model::{
    AanvullendVoornemen, AanvullendeZienswijze, Asielbesluit, Feiten, Gehoor, Herbeoordeling,
    SoortVerblijfsrecht, VerblijfsrechtOekraine, Voornemen, Vreemdeling, Zienswijze,
};
use crate::diagnostic::Code;
use crate::law::date::Date;
use crate::words::{Ending, Fact, Fase, GroundId, RemedyCase, Rule};

impl StepRules for Herbeoordeling {
    /// Dates of the procedure that cannot stand together.
    fn contradictions(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        let decided = Some(view.decided());
        let mut order = |first: Option<(Fact, Date)>, second: Option<(Fact, Date)>, message: &str| {
            if let Some((first, second)) = first.zip(second) {
                not_after(findings, first, second, Rule::DatumVolgorde, message);
            }
        };
        let granted = view.case.feiten.toegekend_op.map(|day| (Feiten::toegekend_op, day));
        let since = self.voldoet_niet_sinds.map(|day| (Self::voldoet_niet_sinds, day));
        let first = self.voornemen.as_ref().map(|v| (Voornemen::datum, v.datum));
        let further = self.aanvullend_voornemen.as_ref();
        let second = further.map(|v| (AanvullendVoornemen::datum, v.datum));
        let heard = self.gehoor.as_ref().map(|g| (Gehoor::datum, g.datum));
        order(granted, decided, "De bescherming is toegekend na de dag van dit besluit.");
        order(since, decided, "De voorwaarden zouden pas na de dag van dit besluit niet meer zijn vervuld.");
        order(first, decided, "Het voornemen is bekendgemaakt na de dag van dit besluit.");
        order(second, decided, "Het aanvullend voornemen is bekendgemaakt na de dag van dit besluit.");
        order(first, second, "Het aanvullend voornemen is eerder bekendgemaakt dan het voornemen.");
        order(heard, decided, "Het gehoor vond plaats na de dag van dit besluit.");
        let on_first = self.zienswijze.as_ref().map(|z| (Zienswijze::ontvangen, z.ontvangen));
        let on_second = further.and_then(|v| v.zienswijze.as_ref());
        let on_second = on_second.map(|z| (AanvullendeZienswijze::ontvangen, z.ontvangen));
        for (voornemen, received) in [(first, on_first), (second, on_second)] {
            order(voornemen, received, "De zienswijze is ontvangen vóór het voornemen waarover zij gaat.");
            order(received, decided, "De zienswijze is ontvangen na de dag van dit besluit.");
        }
    }

    /// No letter when the last zienswijze leads to another view, or when protection ended by law.
    fn no_letter(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) -> bool {
        if self.fase != Fase::Voornemen
            && let Some((facts, received)) = zienswijze::last(self)
            && received.leidt_tot_ander_oordeel == Some(true)
            && findings.used(Rule::HerbeoordelingAnderOordeel, [facts.leads_to_another_view])
        {
            return true;
        }
        let facts = [Feiten::brp_inschrijving, VerblijfsrechtOekraine::soort, Vreemdeling::nationaliteiten];
        ended_by_law(view, self) && findings.used(Rule::HerbeoordelingVanRechtswegeGeeindigd, facts)
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
            }
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
        if let Some((facts, received)) = zienswijze::last(self)
            && received.leidt_tot_ander_oordeel.is_none()
        {
            let question = "Leidt de zienswijze tot een ander oordeel?";
            findings.ask_fact(facts.leads_to_another_view, Rule::HerbeoordelingAnderOordeel, question);
        }
        asylum_decision::questions(self, findings);
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

/// Whether protection ended by law: that of third-country nationals with a temporary right who were registered
/// before the limit ended on 4 March 2024 (WI H1), so there is nothing to withdraw.
///
/// The ground itself says that the person is a third-country national; an unknown nationality does not
/// contradict it.
fn ended_by_law(view: &CaseView<'_>, step: &Herbeoordeling) -> bool {
    let facts = &view.case.feiten;
    let named =
        step.gronden.iter().any(|ground| ground.grond == GroundId::DerdelanderTijdelijkVerblijfsrecht);
    let right = facts.verblijfsrecht_oekraine.as_ref();
    let temporary = right.is_some_and(|right| right.soort == SoortVerblijfsrecht::Tijdelijk);
    let early = facts.brp_inschrijving.is_some_and(|day| day < view.limits.temporary_right);
    named && temporary && early && view.person.third_country != Known::No
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
    let intention = Intention { ending, effective: step.ingangsdatum.filter(|day| *day <= today) };
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
    findings.used(Rule::HerbeoordelingStickerVervalt, [Herbeoordeling::fase]);
    let return_decision = return_decision::planned(view, findings);
    if return_decision.is_some() {
        findings.used(Rule::HerbeoordelingTerugkeerbesluitNaAsielbesluit, [Asielbesluit::datum]);
    } else {
        findings.used(Rule::HerbeoordelingGeenTerugkeerbesluit, [Herbeoordeling::asielbesluit]);
    }
    // While there is no decision on the asylum application, the person can go on with it (WI H6).
    let undecided = !matches!(step.asielbesluit, Some(Asielbesluit::Taken { .. }));
    let ter_apel =
        undecided && findings.used(Rule::TerApelMeldenZonderTermijn, [Herbeoordeling::asielbesluit]);
    let case = remedy_case(step);
    if case != RemedyCase::Gewoon {
        findings.used(Rule::HerbeoordelingAsielbesluit, [Herbeoordeling::asielbesluit]);
    }
    let decision = EndingDecision { effective, retroactive, return_decision, ter_apel };
    let letter = match ending {
        Ending::Intrekking => Letter::Intrekkingsbesluit(decision),
        Ending::Beeindiging => Letter::Beeindigingsbesluit(decision),
    };
    LetterPlan::new(view, letter, case, findings)
}

/// The case of the remedy: the term for beroep is shorter if any ground is openbare orde, nationale veiligheid
/// or 1F (WI H6). Mixed grounds have a row of their own, which a lawyer must confirm.
fn remedy_case(step: &Herbeoordeling) -> RemedyCase {
    let public_order = step.gronden.iter().filter(|ground| ground.grond.is_public_order()).count();
    match public_order {
        0 => RemedyCase::Gewoon,
        all if all == step.gronden.len() => RemedyCase::OpenbareOrde,
        _ => RemedyCase::GemengdeGronden,
    }
}
