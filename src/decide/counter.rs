//! The counter (stickerlocatie, WI H2 and H3): a grant, a refusal, or an inquiry that suspends the term.

use super::bewijs;
use super::case_view::CaseView;
use super::clause::Clause;
use super::findings::{Finding, Findings};
use super::grant::Grant;
use super::ground::{self, Purpose};
use super::idle_input;
use super::letter_plan::{
    Letter, LetterPlan, LiftedBan, LiftedMeasure, Refusal, RefusalPlace, Suspension, TerApel,
};
use super::outcome::BewijsVanVerblijf;
use super::refusal;
use super::revived;
use super::step::StepRules;
use super::weighing;
use crate::case::country::Country;
use crate::case::model::{
    Bekendmaking, Feiten, GrondOpschorting, Maatregel, Maatwerk, Opschorting, SoortMaatregel, SoortMaatwerk,
    Stap, Stickerlocatie,
};
use crate::diagnostic::Code;
use crate::words::{Fact, GroundId, RemedyCase, Rule, UitkomstStickerlocatie as Outcome};

impl Stickerlocatie {
    /// The grant, as far as the outcome is one.
    fn grant(&self) -> Grant {
        let named = self.voorwaarde.map(|named| (Self::voorwaarde, named));
        Grant { outcome: "een toekenning", fact: Self::uitkomst, named }
    }
}

impl StepRules for Stickerlocatie {
    fn contradictions(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        match self.uitkomst {
            Outcome::Toekenning => {
                self.grant().contradictions(view, findings);
                lifting_words_without_measure(view, self, findings);
            }
            Outcome::Weigering => refusal::protection_runs(view, Self::uitkomst, findings),
            Outcome::NaderOnderzoek => refusal::no_term_to_suspend(view, Self::uitkomst, findings),
        }
    }

    fn first_questions(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        if self.uitkomst == Outcome::Toekenning {
            self.grant().questions(view, findings);
        }
    }

    /// Maatwerk adds to the explanation and names SUA there, never in a letter (WI H1).
    fn explanations(&self, _view: &CaseView<'_>, findings: &mut Findings<'_>) {
        if let Some(special) = &self.maatwerk {
            let rule = match special.soort {
                SoortMaatwerk::KorteVakantie => Rule::MaatwerkKorteVakantie,
                SoortMaatwerk::DuurzameVestiging => Rule::MaatwerkDuurzameVestiging,
            };
            findings.used(rule, [Maatwerk::soort, Maatwerk::motivering]);
        }
    }

    /// A grant without a Dutch measure to lift has no letter: the proof of residence is handed over.
    fn no_letter(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) -> bool {
        if self.uitkomst != Outcome::Toekenning {
            return false;
        }
        if !measures_to_lift(view).is_empty() {
            return false;
        }
        let granted = findings.used(Rule::StickerlocatieToekenning, [Self::uitkomst]);
        let beside = measures_without_letter(view, Rule::OpheffingAlleenTerugkeerbesluit, findings);
        let none = view.case.feiten.maatregelen.is_empty()
            && findings.used(Rule::OpheffingGeenMaatregel, [Feiten::maatregelen]);
        granted && (none || beside != Beside::Nothing)
    }

    fn rests_on(&self) -> Vec<(Rule, Fact)> {
        let rule = match self.uitkomst {
            Outcome::Toekenning => Rule::StickerlocatieToekenning,
            Outcome::Weigering => Rule::StickerlocatieWeigering,
            Outcome::NaderOnderzoek => Rule::StickerlocatieNaderOnderzoek,
        };
        let limb = self.opschorting.as_ref().and_then(|given| given.grond);
        let limb = limb.filter(|_| self.uitkomst == Outcome::NaderOnderzoek);
        std::iter::once((rule, Self::uitkomst))
            .chain(limb.map(|limb| (limb_rule(limb), Opschorting::grond)))
            .collect()
    }

    fn refusals(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        match self.uitkomst {
            Outcome::Toekenning => lifting_words(view, self, findings),
            Outcome::Weigering => ground::check(view, Purpose::Weigering, findings),
            Outcome::NaderOnderzoek => suspension(view, self, findings),
        }
    }

    fn questions(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        if self.uitkomst == Outcome::Weigering {
            weighing::international_protection(Self::uitkomst, view, findings);
        }
        let limb = self.opschorting.as_ref().and_then(|given| given.grond);
        if self.uitkomst == Outcome::NaderOnderzoek && limb.is_none() {
            findings.ask_fact_within(
                &[Clause::Opschorting],
                Opschorting::grond,
                Rule::StickerlocatieNaderOnderzoek,
                "Waarom wordt opgeschort: moet de vreemdeling aanvullen (`aanvulling`, met `gevraagd` en `uiterlijk`), is in het buitenland informatie gevraagd (`informatie_buitenland`), of is er ander onderzoek nodig (`nader_onderzoek`)?",
            );
        }
    }

    fn letters(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) -> Vec<LetterPlan> {
        match self.uitkomst {
            Outcome::Toekenning => lifted(view, findings),
            Outcome::Weigering => vec![refused(view, self, findings)],
            Outcome::NaderOnderzoek => vec![suspended(view, self, findings)],
        }
    }

    fn proof(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) -> Option<BewijsVanVerblijf> {
        if self.uitkomst == Outcome::Toekenning { bewijs::proof(view, findings) } else { None }
    }
}

/// A refusal at the counter: the M35-H is handed back, and who wants asylum goes to Ter Apel. Not so when the
/// person refused biometrics: then the asylum application is rejected in a decision of its own (WI H2).
fn refused(view: &CaseView<'_>, step: &Stickerlocatie, findings: &mut Findings<'_>) -> LetterPlan {
    findings.used(Rule::StickerlocatieWeigering, [Stickerlocatie::uitkomst]);
    findings.used(Rule::TerugkeerbesluitGeen, [Stap::soort]);
    let biometrics = step.gronden.iter().any(|ground| ground.grond == GroundId::GeenMedewerkingBiometrie);
    let ter_apel = !biometrics && findings.used(Rule::TerApelMelden, [Stickerlocatie::uitkomst]);
    let m35h = !biometrics && findings.used(Rule::TerApelM35h, [Stickerlocatie::uitkomst]);
    let refusal = Refusal {
        place: RefusalPlace::Stickerlocatie(step.locatie.clone()),
        return_decision: None,
        ter_apel: if ter_apel { TerApel::WithinTerm } else { TerApel::No },
        m35h,
        revived: revived::in_letter(view, false, findings),
    };
    refusal.plan(view, findings)
}

/// The rule of a limb of Awb 4:15 lid 1.
const fn limb_rule(limb: GrondOpschorting) -> Rule {
    match limb {
        GrondOpschorting::Aanvulling => Rule::OpschortingAanvulling,
        GrondOpschorting::InformatieBuitenland => Rule::OpschortingInformatieBuitenland,
        GrondOpschorting::NaderOnderzoek => Rule::OpschortingNaderOnderzoek,
    }
}

/// Stage 3 of a suspension: the officer's words, what is asked and until when, or who was asked, and no detail of
/// another limb.
fn suspension(view: &CaseView<'_>, step: &Stickerlocatie, findings: &mut Findings<'_>) {
    let given = step.opschorting.as_ref();
    if given.is_none_or(|given| given.motivering.is_none()) {
        let rule = Rule::StickerlocatieNaderOnderzoek;
        findings.text_missing(Opschorting::motivering, rule, "De motivering van het nader onderzoek");
    }
    let Some((given, limb)) = given.and_then(|given| Some((given, given.grond?))) else { return };
    details_of_another_limb(given, limb, findings);
    match limb {
        GrondOpschorting::Aanvulling => supplement(view, given, findings),
        GrondOpschorting::InformatieBuitenland => {
            if given.instantie.is_none() {
                let what = "De naam van de buitenlandse instantie";
                findings.text_missing(Opschorting::instantie, limb_rule(limb), what);
            }
            if given.instantie_land == Some(Country::NETHERLANDS) {
                let message = "Een Nederlandse instantie is geen buitenlandse instantie.";
                let facts = [Opschorting::instantie_land, Opschorting::grond];
                let finding = Finding::new(limb_rule(limb), Code::OutcomeContradicted, message, facts);
                findings.refuse(finding.with_hint("Kies dan `grond: nader_onderzoek`."));
            }
        }
        GrondOpschorting::NaderOnderzoek => {}
    }
}

/// What the limb cannot use is never dropped in silence.
fn details_of_another_limb(given: &Opschorting, limb: GrondOpschorting, findings: &mut Findings<'_>) {
    let of_supplement = limb == GrondOpschorting::Aanvulling;
    let of_information = limb == GrondOpschorting::InformatieBuitenland;
    let details = [
        (given.gevraagd.is_some() && !of_supplement, Opschorting::gevraagd),
        (given.uiterlijk.is_some() && !of_supplement, Opschorting::uiterlijk),
        (given.instantie.is_some() && !of_information, Opschorting::instantie),
        (given.instantie_land.is_some() && !of_information, Opschorting::instantie_land),
        (given.strafmaatvergelijking == Some(true) && !of_information, Opschorting::strafmaatvergelijking),
    ];
    for (_, fact) in details.into_iter().filter(|(idle, _)| *idle) {
        let message = "Dit past niet bij deze grond van de opschorting.";
        idle_input::refuse(fact, Opschorting::grond, message, findings);
    }
}

fn supplement(view: &CaseView<'_>, given: &Opschorting, findings: &mut Findings<'_>) {
    let limb = limb_rule(GrondOpschorting::Aanvulling);
    if given.gevraagd.is_none() {
        findings.text_missing(Opschorting::gevraagd, limb, "Wat de vreemdeling moet aanvullen");
    }
    match given.uiterlijk {
        None => {
            let message = "De uiterste dag voor de aanvulling ontbreekt (`uiterlijk`).";
            findings.refuse(Finding::new(limb, Code::Missing, message, [Opschorting::uiterlijk]));
        }
        Some(day) if day <= view.made_known() => {
            let message = "De uiterste dag voor de aanvulling ligt niet na de dag van bekendmaking.";
            let facts = [Opschorting::uiterlijk, Bekendmaking::datum];
            findings.refuse(Finding::new(limb, Code::DatesContradict, message, facts));
        }
        Some(day) if view.book.calendar().is_free(day) => {
            let message =
                format!("De uiterste dag voor de aanvulling, {}, is een vrije dag.", day.dutch_long());
            let next = view.book.calendar().next_working_day(day).dutch_long();
            let finding = Finding::new(limb, Code::DatesContradict, message, [Opschorting::uiterlijk]);
            findings.refuse(finding.with_hint(format!("De eerste werkdag daarna is {next}.")));
        }
        Some(_) => {}
    }
}

/// An opschortingsbrief (Awb 4:15 lid 1).
fn suspended(view: &CaseView<'_>, step: &Stickerlocatie, findings: &mut Findings<'_>) -> LetterPlan {
    findings.used(Rule::StickerlocatieNaderOnderzoek, [Stickerlocatie::uitkomst]);
    let given = step.opschorting.as_ref();
    let limb = given.and_then(|given| given.grond);
    if let Some(limb) = limb {
        findings.used(limb_rule(limb), [Opschorting::grond]);
    }
    let supplement = given.filter(|_| limb == Some(GrondOpschorting::Aanvulling));
    let suspension = Suspension {
        from: view.made_known().next(),
        supplement_until: supplement.and_then(|given| given.uiterlijk),
    };
    LetterPlan::new(view, Letter::Opschortingsbrief(suspension), RemedyCase::Gewoon, findings)
}

/// A heavy entry ban or a declaration of undesirability is lifted only with the officer's words why its reasons do not
/// stand in the way.
fn needs_words(measure: &Maatregel) -> bool {
    matches!(measure.soort, SoortMaatregel::InreisverbodZwaar | SoortMaatregel::Ongewenstverklaring)
}

fn lifting_words(view: &CaseView<'_>, step: &Stickerlocatie, findings: &mut Findings<'_>) {
    let needed = measures_to_lift(view).iter().any(|(_, measure, _)| needs_words(measure));
    if needed && step.motivering_opheffing.is_none() {
        let what =
            "De motivering waarom de redenen van de maatregel niet in de weg staan (`motivering_opheffing`)";
        findings.text_missing(Stickerlocatie::motivering_opheffing, Rule::OpheffingMotivering, what);
    }
}

fn lifting_words_without_measure(view: &CaseView<'_>, step: &Stickerlocatie, findings: &mut Findings<'_>) {
    let used = measures_to_lift(view).iter().any(|(_, measure, _)| needs_words(measure));
    if step.motivering_opheffing.is_some() && !used {
        let message =
            "Er is geen zwaar inreisverbod en geen ongewenstverklaring van Nederland om op te heffen.";
        idle_input::refuse(Stickerlocatie::motivering_opheffing, Feiten::maatregelen, message, findings);
    }
}

/// The Dutch measures that a grant lifts, in the order of the file, each with its rule (WI H3).
fn measures_to_lift<'a>(view: &CaseView<'a>) -> Vec<(usize, &'a Maatregel, Rule)> {
    let measures = view.case.feiten.maatregelen.iter().enumerate();
    let dutch = measures.filter(|(_, measure)| measure.opgelegd_door == Country::NETHERLANDS);
    let lifted = dutch.filter_map(|(item, measure)| {
        let rule = match measure.soort {
            SoortMaatregel::InreisverbodZwaar => Rule::OpheffingZwaarInreisverbod,
            SoortMaatregel::InreisverbodLicht => Rule::OpheffingLichtInreisverbod,
            SoortMaatregel::Ongewenstverklaring => Rule::OpheffingOngewenstverklaring,
            SoortMaatregel::Terugkeerbesluit => return None,
        };
        view.holds(rule).then_some((item, measure, rule))
    });
    lifted.collect()
}

/// What stands beside the measures that a grant lifts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    Nothing,
    ForeignMeasure,
    ReturnDecision,
}

/// Records the rules about the measures that get no letter: of another member state, and the Dutch
/// return decisions, which fall under `return_rule`.
fn measures_without_letter(view: &CaseView<'_>, return_rule: Rule, findings: &mut Findings<'_>) -> Beside {
    let mut beside = Beside::Nothing;
    for (item, measure) in view.case.feiten.maatregelen.iter().enumerate() {
        if measure.opgelegd_door != Country::NETHERLANDS {
            let said = findings.used(Rule::OpheffingAndereLidstaat, measure_facts(item));
            if said && beside == Beside::Nothing {
                beside = Beside::ForeignMeasure;
            }
        } else if measure.soort == SoortMaatregel::Terugkeerbesluit
            && findings.used(return_rule, measure_facts(item))
        {
            beside = Beside::ReturnDecision;
        }
    }
    beside
}

const fn measure_facts(item: usize) -> [Fact; 2] {
    [Maatregel::soort.at(item), Maatregel::opgelegd_door.at(item)]
}

/// A letter for each measure that a grant lifts.
fn lifted(view: &CaseView<'_>, findings: &mut Findings<'_>) -> Vec<LetterPlan> {
    findings.used(Rule::StickerlocatieToekenning, [Stickerlocatie::uitkomst]);
    let beside = measures_without_letter(view, Rule::OpheffingTerugkeerbesluitOpgeschort, findings);
    let mut plans: Vec<LetterPlan> = Vec::new();
    for (item, measure, rule) in measures_to_lift(view) {
        findings.used(rule, measure_facts(item));
        let suspended_return_decision = beside == Beside::ReturnDecision;
        let lifted = LiftedMeasure { measure: measure.clone(), item, suspended_return_decision };
        let heavy = measure.soort == SoortMaatregel::InreisverbodZwaar;
        let until = || view.book.rtb().runs_until(view.made_known()).map(|(day, _)| day);
        let letter = if measure.soort == SoortMaatregel::Ongewenstverklaring {
            Letter::OpheffingOngewenstverklaring(lifted)
        } else {
            let informs = heavy && findings.used(Rule::RtbDuur, [Bekendmaking::datum]);
            let rtb_until = if informs || !heavy { until() } else { None };
            Letter::OpheffingInreisverbod(LiftedBan { lifted, heavy, rtb_until })
        };
        let kind = letter.kind();
        let plan = LetterPlan::new(view, letter, RemedyCase::Gewoon, findings);
        let sequence = 1 + plans.iter().filter(|plan| plan.kind() == kind).map(|_| 1).sum::<u32>();
        plans.push(LetterPlan { sequence, ..plan });
    }
    plans
}
