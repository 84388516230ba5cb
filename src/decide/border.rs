//! The border (WI H2, "Beroep op RTB aan de grens"): who is referred, who gets no letter, and what must be
//! known before a refusal.

use super::case_view::CaseView;
use super::findings::{Finding, Findings};
use super::ground::{self, Purpose};
use super::known::Known;
use super::letter_plan::{LetterPlan, Refusal, RefusalPlace, TerApel};
use super::protection::has_temporary_right;
use super::refusal;
use super::revived;
use super::step::StepRules;
use super::weighing;
use crate::case::model::{
    Doorverwijzing, Feiten, Gezinsband, Grens, Identiteitsdocument, Stap, VerblijfsrechtOekraine, Vreemdeling,
};
use crate::diagnostic::Code;
use crate::words::{Condition, Fact, Judgement, Rule};

impl StepRules for Grens {
    /// Facts that contradict the referral, and protection that runs against a refusal.
    fn contradictions(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        if self.beroep_op_rtb == Some(false) {
            return;
        }
        let asked = view.case.feiten.asielaanvraag_ingediend.is_some_and(|day| day >= self.datum);
        if asked && self.asielaanvraag == Some(false) {
            let message = "De vreemdeling vroeg op deze dag asiel aan.";
            let facts = [Self::asielaanvraag, Feiten::asielaanvraag_ingediend];
            let rule = Rule::GrensWeigering;
            findings.refuse(Finding::new(rule, Code::OutcomeContradicted, message, facts));
        }
        let before = [
            (view.case.feiten.toegekend_op, Feiten::toegekend_op),
            (view.case.feiten.brp_inschrijving, Feiten::brp_inschrijving),
        ];
        let before = before.into_iter().find(|(day, _)| day.is_some_and(|day| day < self.datum));
        if let Some((_, fact)) = before.filter(|_| self.eerste_beroep == Some(true)) {
            let message = "De vreemdeling deed al eerder een beroep op de richtlijn.";
            let facts = [Self::eerste_beroep, fact];
            let finding = Finding::new(Rule::GrensEersteBeroep, Code::OutcomeContradicted, message, facts);
            findings.refuse(finding.with_hint("Vul `eerste_beroep: false` in, of verbeter de andere dag."));
        }
        if self.gezinsband_aannemelijk == Some(false) && view.group.family_met() {
            let message = "Volgens de feiten hoort de vreemdeling bij de kring van gezinsleden; de gezinsband is dus aannemelijk.";
            let facts = [Self::gezinsband_aannemelijk, Feiten::gezinsband];
            let rule = Rule::GrensGezinsbandNietAannemelijk;
            findings.refuse(Finding::new(rule, Code::OutcomeContradicted, message, facts));
        }
        match self.doorverwijzing {
            None => {}
            Some(Doorverwijzing::Geen) => {
                refusal::protection_runs(view, Self::doorverwijzing, findings);
                self.not_referred(view, findings);
            }
            Some(referral) => self.referred(referral, view, findings),
        }
    }

    /// A temporary right against a plausible family relation, also at a first appeal; a referral of a citizen of the Union.
    fn first_questions(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        if self.doorverwijzing.is_some_and(|referral| DOCUMENTED.contains(&referral)) {
            self.eu_citizen_question(view, findings);
        }
        if self.is_refusal() && self.plausible_family(view) && has_temporary_right(view) {
            let facts = [Self::doorverwijzing, VerblijfsrechtOekraine::soort, Self::gezinsband_aannemelijk];
            let message = "De vreemdeling heeft een tijdelijk Oekraïens verblijfsrecht (uitgesloten), maar de gezinsband is aannemelijk. Past deze uitkomst toch?";
            weighing::weigh(Condition::U1, message, &facts, findings);
        }
    }

    fn no_letter(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) -> bool {
        let referred = self.doorverwijzing.is_some_and(|referral| referral != Doorverwijzing::Geen);
        let no_tie = view.person.third_country.is_yes() && self.gezinsband_aannemelijk == Some(false);
        let first = has_temporary_right(view) && self.eerste_beroep == Some(true);
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
        weighing::international_protection(Self::doorverwijzing, view, findings);
        if self.is_refusal() {
            self.eu_citizen_question(view, findings);
        }
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
        if has_temporary_right(view) && self.eerste_beroep.is_none() {
            let question = "Doet deze derdelander met een tijdelijk verblijfsrecht voor het eerst een beroep op de richtlijn?";
            findings.ask_fact(Self::eerste_beroep, Rule::GrensEersteBeroep, question);
        }
        let family = self.gronden.iter().any(|ground| ground.grond.is_about_family());
        if family && self.gezinsband_aannemelijk.is_none() {
            let question = "Is de gezinsband aannemelijk gemaakt?";
            findings.ask_fact(Self::gezinsband_aannemelijk, Rule::GrensGezinsbandNietAannemelijk, question);
        }
    }

    fn letters(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) -> Vec<LetterPlan> {
        let read = [Self::beroep_op_rtb, Self::doorverwijzing, Self::asielaanvraag].into_iter();
        let first = self.eerste_beroep.map(|_| Self::eerste_beroep);
        let family = self.gezinsband_aannemelijk.map(|_| Self::gezinsband_aannemelijk);
        findings.used(Rule::GrensWeigering, read.chain(first).chain(family));
        findings.used(Rule::TerugkeerbesluitGeen, [Stap::soort]);
        let asylum = self.asielaanvraag != Some(false);
        let refusal = Refusal {
            place: RefusalPlace::Doorlaatpost { name: self.doorlaatpost.clone(), asylum },
            return_decision: None,
            ter_apel: TerApel::No,
            m35h: false,
            revived: revived::in_letter(view, false, findings),
        };
        vec![refusal.plan(view, findings)]
    }
}

impl Grens {
    /// Whether the step refuses, as far as it is filled in.
    fn is_refusal(&self) -> bool {
        self.beroep_op_rtb != Some(false) && self.doorverwijzing == Some(Doorverwijzing::Geen)
    }

    /// A citizen of the Union has rights of his own and falls outside the directive: refused or referred, an officer
    /// decides.
    fn eu_citizen_question(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        if !view.person.eu_citizen.is_yes() {
            return;
        }
        let message = if self.is_refusal() {
            "Een burger van de Unie heeft aan de grens eigen rechten. Past een weigering van tijdelijke bescherming hier?"
        } else {
            "Een burger van de Unie valt niet onder de richtlijn. Past deze doorverwijzing hier toch?"
        };
        let facts = [Vreemdeling::nationaliteiten, Self::doorverwijzing];
        let question = Finding::new(Rule::GrensEuBurger, Code::EuCitizenAtBorder, message, facts);
        findings.judge(Judgement::EuCitizenAtBorder, question);
    }

    /// The family tie was made plausible, or the facts meet a family condition.
    fn plausible_family(&self, view: &CaseView<'_>) -> bool {
        self.gezinsband_aannemelijk == Some(true)
            || (self.gezinsband_aannemelijk.is_none() && view.group.family_met())
    }

    /// Who belongs to a group that is referred to the stickerlocatie (WI H2).
    fn not_referred(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        if self.on_public_order() {
            return;
        }
        let mut contradict = |rule: Rule, fact: Fact, message: &str| {
            let finding =
                Finding::new(rule, Code::OutcomeContradicted, message, [Self::doorverwijzing, fact]);
            findings.contradict_policy(finding.with_deviation_hint());
        };
        if view.person.minor_when_decided().is_yes() {
            let message = "Een minderjarige die een beroep doet op de richtlijn wordt doorverwezen naar de stickerlocatie.";
            contradict(Rule::GrensMinderjarige, Vreemdeling::geboortedatum, message);
        }
        let excluded = Condition::EXCLUSIONS.iter().any(|exclusion| view.group.result(*exclusion).is_yes());
        if view.group.result(Condition::A1).is_yes() && has_document(view) && !excluded {
            let message = "Een gedocumenteerde Oekraïner die onder de richtlijn valt, wordt doorverwezen naar de stickerlocatie.";
            contradict(Rule::GrensDoorverwijzing, Feiten::identiteitsdocument, message);
        }
        // Only who could be referred: with a document, inside the circle, and no citizen of the Union (V108).
        let none = view.case.feiten.identiteitsdocument == Some(Identiteitsdocument::Geen);
        let referable = !none && !no_family_member(view) && !view.person.eu_citizen.is_yes();
        if referable && self.plausible_family(view) && !has_temporary_right(view) {
            let message =
                "Een gezinslid met een aannemelijke gezinsband wordt doorverwezen naar de stickerlocatie.";
            let fact = if self.gezinsband_aannemelijk.is_some() {
                Self::gezinsband_aannemelijk
            } else {
                Feiten::gezinsband
            };
            contradict(Rule::GrensDoorverwijzing, fact, message);
        }
    }

    /// Who is referred as a member of a group to which the person does not belong.
    fn referred(&self, referral: Doorverwijzing, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        let mut contradict = |fact: Fact, message: &str| {
            let facts = [Self::doorverwijzing, fact];
            let finding = Finding::new(Rule::GrensDoorverwijzing, Code::OutcomeContradicted, message, facts);
            findings.contradict(finding);
        };
        let not_ukrainian = view.person.ukrainian == Known::No;
        // Both groups fall under the directive; who is excluded does not.
        let under_directive =
            [Doorverwijzing::GedocumenteerdeOekrainer, Doorverwijzing::SignaleringNietOpgehelderd];
        if under_directive.contains(&referral)
            && let Some(exclusion) = excluded(view)
        {
            let known = view.group.facts(exclusion).iter().copied().find(|fact| view.has(*fact));
            let fact = known.unwrap_or(Vreemdeling::nationaliteiten);
            contradict(
                fact,
                "De vreemdeling is doorverwezen als iemand die onder de richtlijn valt, maar is uitgesloten.",
            );
        }
        if DOCUMENTED.contains(&referral)
            && view.case.feiten.identiteitsdocument == Some(Identiteitsdocument::Geen)
        {
            contradict(
                Feiten::identiteitsdocument,
                "De vreemdeling is doorverwezen als iemand met documenten, maar heeft geen identiteitsdocument.",
            );
        }
        match referral {
            Doorverwijzing::GedocumenteerdeOekrainer if not_ukrainian => contradict(
                Vreemdeling::nationaliteiten,
                "De vreemdeling is doorverwezen als gedocumenteerde Oekraïner, maar heeft de Oekraïense nationaliteit niet.",
            ),
            Doorverwijzing::TerugkerendeBeschermde if not_ukrainian => contradict(
                Vreemdeling::nationaliteiten,
                "De vreemdeling is doorverwezen als terugkerende beschermde Oekraïner, maar heeft de Oekraïense nationaliteit niet.",
            ),
            Doorverwijzing::HervestigingMoldavie if not_ukrainian => contradict(
                Vreemdeling::nationaliteiten,
                "Hervestiging uit Moldavië is er voor Oekraïners; de vreemdeling heeft de Oekraïense nationaliteit niet.",
            ),
            Doorverwijzing::GezinslidMetBewijs if self.gezinsband_aannemelijk == Some(false) => contradict(
                Self::gezinsband_aannemelijk,
                "De vreemdeling is doorverwezen als gezinslid met bewijs, maar de gezinsband is niet aannemelijk.",
            ),
            Doorverwijzing::GezinslidMetBewijs if no_family_member(view) => contradict(
                Gezinsband::relatie,
                "De vreemdeling is doorverwezen als gezinslid met bewijs, maar hoort volgens de feiten niet bij de kring van gezinsleden.",
            ),
            Doorverwijzing::SignaleringNietOpgehelderd
                if view.group.rules_out(Condition::OWN) && view.group.rules_out(Condition::FAMILY) =>
            {
                contradict(
                    Vreemdeling::nationaliteiten,
                    "De vreemdeling is doorverwezen als iemand die aan de voorwaarden voldoet, maar volgens de feiten is geen voorwaarde vervuld.",
                )
            }
            Doorverwijzing::TerugkerendeBeschermde if view.case.feiten.toegekend_op.is_none() => {
                let question = "Wanneer kreeg de terugkerende vreemdeling eerder bescherming in Nederland?";
                findings.ask_fact(Feiten::toegekend_op, Rule::GrensDoorverwijzing, question);
            }
            _ => {}
        }
    }

    /// Openbare orde, nationale veiligheid or 1F: these keep the refusal at the border.
    fn on_public_order(&self) -> bool {
        self.gronden.iter().any(|ground| ground.grond.is_public_order())
    }
}

/// An exclusion that is met and that no condition stands against. Of a citizen of the Union an officer decides.
fn excluded(view: &CaseView<'_>) -> Option<Condition> {
    if weighing::against_entry_stamp(view).is_some() {
        return None;
    }
    let exclusions = Condition::EXCLUSIONS.iter().copied().filter(|exclusion| *exclusion != Condition::U5);
    exclusions.into_iter().find(|exclusion| view.group.result(*exclusion).is_yes())
}

/// The groups of which the WI says that their members have documents, or meet the conditions and so have one.
const DOCUMENTED: &[Doorverwijzing] = &[
    Doorverwijzing::GedocumenteerdeOekrainer,
    Doorverwijzing::TerugkerendeBeschermde,
    Doorverwijzing::GezinslidMetBewijs,
    Doorverwijzing::SignaleringNietOpgehelderd,
];

/// Whether the facts of the relation rule out every family condition.
fn no_family_member(view: &CaseView<'_>) -> bool {
    let related = view.case.feiten.gezinsband.as_ref().is_some_and(|tie| tie.relatie.is_some());
    related && view.group.rules_out(Condition::FAMILY)
}

fn has_document(view: &CaseView<'_>) -> bool {
    view.case.feiten.identiteitsdocument.is_some_and(|document| document != Identiteitsdocument::Geen)
}
