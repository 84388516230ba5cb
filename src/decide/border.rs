//! The border (WI H2, "Beroep op RTB aan de grens"): who is referred, who gets no letter, and what must be
//! known before a refusal.

use super::case_view::CaseView;
use super::findings::{Finding, Findings};
use super::ground::{self, Purpose};
use super::known::Known;
use super::letter_plan::{LetterPlan, Refusal, RefusalPlace};
use super::step::StepRules;
use crate::case::model::{
    Doorverwijzing, Feiten, Grens, Identiteitsdocument, SoortVerblijfsrecht, Stap, VerblijfsrechtOekraine,
    Vreemdeling,
};
use crate::diagnostic::Code;
use crate::words::{Fact, Rule};

impl StepRules for Grens {
    /// Facts that contradict the referral.
    fn contradictions(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        let minor = view.person.minor().is_yes() && self.beroep_op_rtb != Some(false);
        let no_document = view.case.feiten.identiteitsdocument == Some(Identiteitsdocument::Geen);
        let (fact, rule, message) = match self.doorverwijzing {
            Some(Doorverwijzing::Geen) if minor => (
                Vreemdeling::geboortedatum,
                Rule::GrensMinderjarige,
                "Een minderjarige die een beroep doet op de richtlijn wordt doorverwezen naar de stickerlocatie.",
            ),
            Some(Doorverwijzing::GedocumenteerdeOekrainer) if view.person.ukrainian == Known::No => (
                Vreemdeling::nationaliteiten,
                Rule::GrensDoorverwijzing,
                "De vreemdeling is doorverwezen als gedocumenteerde Oekraïner, maar heeft de Oekraïense nationaliteit niet.",
            ),
            Some(Doorverwijzing::GedocumenteerdeOekrainer) if no_document => (
                Feiten::identiteitsdocument,
                Rule::GrensDoorverwijzing,
                "De vreemdeling is doorverwezen als gedocumenteerde Oekraïner, maar heeft geen identiteitsdocument.",
            ),
            Some(Doorverwijzing::GezinslidMetBewijs) if self.gezinsband_aannemelijk == Some(false) => (
                Self::gezinsband_aannemelijk,
                Rule::GrensDoorverwijzing,
                "De vreemdeling is doorverwezen als gezinslid met bewijs, maar de gezinsband is niet aannemelijk.",
            ),
            _ => return,
        };
        let facts = [Self::doorverwijzing, fact];
        findings
            .contradict(Finding::new(rule, Code::OutcomeContradicted, message, facts).with_deviation_hint());
    }

    fn no_letter(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) -> bool {
        let referred = self.doorverwijzing.is_some_and(|referral| referral != Doorverwijzing::Geen);
        let no_tie = view.person.third_country.is_yes() && self.gezinsband_aannemelijk == Some(false);
        let first = has_temporary_right(view).is_yes() && self.eerste_beroep == Some(true);
        let rules: [(bool, Rule, &[Fact]); 4] = [
            (self.beroep_op_rtb == Some(false), Rule::GrensGeenBeroepOpRtb, &[Self::beroep_op_rtb]),
            (referred, Rule::GrensDoorverwijzing, &[Self::doorverwijzing]),
            (
                no_tie,
                Rule::GrensGezinsbandNietAannemelijk,
                &[Vreemdeling::nationaliteiten, Self::gezinsband_aannemelijk],
            ),
            (
                first,
                Rule::GrensEersteBeroep,
                &[Vreemdeling::nationaliteiten, VerblijfsrechtOekraine::soort, Self::eerste_beroep],
            ),
        ];
        rules.into_iter().any(|(applies, rule, facts)| applies && findings.used(rule, facts.iter().copied()))
    }

    fn rests_on(&self) -> Vec<(Rule, Fact)> {
        vec![(Rule::GrensWeigering, Stap::soort)]
    }

    /// A refusal needs a ground; without one the file is incomplete.
    fn refusals(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        let refusal = self.beroep_op_rtb == Some(true) && self.doorverwijzing == Some(Doorverwijzing::Geen);
        if refusal && self.gronden.is_empty() {
            let message = "De gronden voor de weigering ontbreken (`gronden`).";
            findings.refuse(Finding::new(Rule::GrensWeigering, Code::Missing, message, [Self::gronden]));
        }
        ground::check(view, Purpose::Weigering, findings);
    }

    /// Asks for the facts that must be known before a refusal, and for those that could lead to no letter.
    fn questions(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        if self.beroep_op_rtb.is_none() {
            let question = "Doet de vreemdeling een beroep op de richtlijn?";
            findings.ask_fact(Self::beroep_op_rtb, Rule::GrensGeenBeroepOpRtb, question);
        }
        if self.asielaanvraag.is_none() {
            // The refusal is the same with and without an asylum application (WI H2).
            let question = "Vraagt de vreemdeling asiel aan?";
            findings.ask_fact_within(&[], Self::asielaanvraag, Rule::GrensWeigering, question);
        }
        if self.doorverwijzing.is_none() {
            let question = "Wordt de vreemdeling doorverwezen naar de stickerlocatie, en waarom?";
            findings.ask_fact(Self::doorverwijzing, Rule::GrensDoorverwijzing, question);
        }
        if has_temporary_right(view).is_yes() && self.eerste_beroep.is_none() {
            let question = "Doet deze derdelander met een tijdelijk verblijfsrecht voor het eerst een beroep op de richtlijn?";
            findings.ask_fact(Self::eerste_beroep, Rule::GrensEersteBeroep, question);
        }
        let family = self.gronden.iter().any(|ground| ground.grond.is_about_family());
        if family && view.person.third_country.is_yes() && self.gezinsband_aannemelijk.is_none() {
            let question = "Is de gezinsband van deze derdelander aannemelijk gemaakt?";
            findings.ask_fact(Self::gezinsband_aannemelijk, Rule::GrensGezinsbandNietAannemelijk, question);
        }
    }

    fn letters(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) -> Vec<LetterPlan> {
        let read = [Self::beroep_op_rtb, Self::doorverwijzing, Self::asielaanvraag].into_iter();
        let first = self.eerste_beroep.map(|_| Self::eerste_beroep);
        let family = self.gezinsband_aannemelijk.map(|_| Self::gezinsband_aannemelijk);
        findings.used(Rule::GrensWeigering, read.chain(first).chain(family));
        findings.used(Rule::TerugkeerbesluitGeen, [Stap::soort]);
        let refusal = Refusal {
            place: RefusalPlace::Doorlaatpost(self.doorlaatpost.clone()),
            return_decision: None,
            ter_apel: false,
            m35h: false,
            awaiting_only_rtb: true,
        };
        vec![refusal.plan(view, findings)]
    }
}

/// Whether the person is a third-country national with a temporary Ukrainian permit.
fn has_temporary_right(view: &CaseView<'_>) -> Known {
    let right = view.case.feiten.verblijfsrecht_oekraine.as_ref();
    view.person.third_country.and(right.map(|right| right.soort == SoortVerblijfsrecht::Tijdelijk).into())
}
