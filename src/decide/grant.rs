//! What stands against a grant, at the counter and at a positive triage: an exclusion that is met, another known
//! ground for a refusal, or no condition of the target group (docs/spec/letters.md section 2.1).

use super::case_view::CaseView;
use super::doelgroep::returned_to_origin;
use super::findings::{Finding, Findings};
use super::known::Known;
use super::protection::{self, Protection};
use super::stay_abroad;
use super::weighing::{against_entry_stamp, international_protection, weigh, weigh_temporary_right};
use crate::case::model::{
    Feiten, Gezinsband, Identiteitsdocument, Nareis, SoortVerblijfsrecht, Stickerlocatie,
    VerblijfBuitenNederland, VerblijfsrechtOekraine, Vreemdeling,
};
use crate::diagnostic::Code;
use crate::words::{Condition, Fact, GroundId, Judgement, Rule, RuleId, Voorwaarde};

/// An outcome that gives protection, or lets it follow.
#[derive(Clone, Copy)]
pub(super) struct Grant {
    /// What the step calls it: "een toekenning".
    pub outcome: &'static str,
    /// The fact that says so.
    pub fact: Fact,
    /// The condition that the officer named, with its fact.
    pub named: Option<(Fact, Voorwaarde)>,
}

impl Grant {
    /// Whether the person gets it as a family member: a family condition is met, or the officer named one.
    fn rests_on_family(&self, view: &CaseView<'_>) -> bool {
        self.names_family() || view.group.family_met()
    }

    fn names_family(&self) -> bool {
        self.named.is_some_and(|(_, named)| Condition::FAMILY.contains(&named.condition()))
    }

    /// Stage 1: known facts that are a ground for a refusal, or a condition that the facts contradict.
    pub fn contradictions(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        self.exclusions(view, findings);
        self.known_grounds(view, findings);
        self.conditions(view, findings);
    }

    fn contradict(&self, rule: impl Into<RuleId>, facts: &[Fact], reason: &str, findings: &mut Findings<'_>) {
        let message = format!("De feiten spreken {} tegen: {reason}.", self.outcome);
        let facts = std::iter::once(self.fact).chain(facts.iter().copied());
        findings.contradict(Finding::new(rule, Code::OutcomeContradicted, message, facts));
    }

    /// An exclusion that is met. The limit of the first day of flight is hard (WI H1, fn. 7).
    fn exclusions(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        for exclusion in Condition::EXCLUSIONS {
            if !view.group.result(*exclusion).is_yes() || self.weighed(*exclusion, view) {
                continue;
            }
            match exclusion {
                Condition::U1 => {
                    let facts = [VerblijfsrechtOekraine::soort, Vreemdeling::nationaliteiten];
                    let reason = "een derdelander met een tijdelijk Oekraïens verblijfsrecht valt niet onder de richtlijn";
                    self.contradict(*exclusion, &facts, reason, findings);
                }
                Condition::U2 => self.left_too_early(view, findings),
                Condition::U3 => {
                    let reason = "wie alleen voor een inreisstempel terugging, valt niet onder de richtlijn";
                    self.contradict(*exclusion, &[Feiten::alleen_inreisstempel], reason, findings);
                }
                Condition::U4 => {
                    let reason = "de vreemdeling heeft een asielvergunning in een ander land";
                    self.contradict(*exclusion, &[Feiten::asielstatus_elders], reason, findings);
                }
                Condition::U5 => {
                    let reason = "de vreemdeling heeft de nationaliteit van een EU-lidstaat";
                    self.contradict(*exclusion, &[Vreemdeling::nationaliteiten], reason, findings);
                }
                Condition::A1
                | Condition::A2
                | Condition::A3
                | Condition::A4
                | Condition::A5
                | Condition::B1
                | Condition::B2
                | Condition::B3 => {}
            }
        }
    }

    fn left_too_early(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        let message = format!(
            "De feiten spreken {} tegen: wie vóór {} buiten Oekraïne en niet in Nederland verbleef, valt niet onder de richtlijn.",
            self.outcome,
            view.limits.fled_from.dutch()
        );
        let in_nl = view.case.feiten.in_nederland_sinds.map(|_| Feiten::in_nederland_sinds);
        let facts = [self.fact, Feiten::vertrek_uit_oekraine].into_iter().chain(in_nl);
        let finding = Finding::new(Condition::U2, Code::OutcomeContradicted, message, facts);
        findings.refuse(finding.with_hint("Van deze datum wordt nooit afgeweken (WI H1, voetnoot 7)."));
    }

    /// An exclusion that an officer weighs against a condition that is met, so no contradiction.
    fn weighed(&self, exclusion: Condition, view: &CaseView<'_>) -> bool {
        match exclusion {
            Condition::U1 | Condition::U2 => self.rests_on_family(view),
            Condition::U3 => against_entry_stamp(view).is_some(),
            _ => false,
        }
    }

    /// Other facts on which section 3 would refuse.
    fn known_grounds(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        let facts = &view.case.feiten;
        if facts.identiteitsdocument == Some(Identiteitsdocument::Geen) {
            let reason = "zonder identificerend document is er geen tijdelijke bescherming";
            self.contradict(Rule::ToekenningDocument, &[Feiten::identiteitsdocument], reason, findings);
        }
        if returned_with_permanent_right(view) && !self.rests_on_family(view) {
            let reason = "een derdelander met een permanent verblijfsrecht die na het peilmoment terugging naar het land van herkomst, valt niet onder de richtlijn";
            let read = [Feiten::terugkeer_herkomstland, VerblijfsrechtOekraine::soort];
            self.contradict(GroundId::DerdelanderTerugkeerHerkomstland, &read, reason, findings);
        }
        if view.person.third_country.is_yes() && stay_abroad::too_long_at_home_under_protection(view) {
            let reason = "een derdelander die na een eerdere bescherming te lang terug was in het land van herkomst, krijgt haar niet opnieuw";
            let read = [VerblijfBuitenNederland::van, VerblijfBuitenNederland::land, Feiten::toegekend_op];
            self.contradict(GroundId::DerdelanderLangerDan28DagenTeruggekeerd, &read, reason, findings);
        }
    }

    /// Every condition of the target group is known and none is met, or the one that the officer named is not.
    fn conditions(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        let mut all = Condition::OWN.iter().chain(Condition::FAMILY);
        if all.all(|condition| view.group.result(*condition) == Known::No) {
            let reason = "geen enkele voorwaarde van de doelgroep is vervuld";
            self.contradict(Rule::ToekenningVoorwaarde, &[Vreemdeling::nationaliteiten], reason, findings);
            return;
        }
        let Some((fact, named)) = self.named else { return };
        findings.used(Rule::ToekenningVoorwaarde, [fact]);
        if view.group.result(named.condition()) != Known::No {
            return;
        }
        let message = format!("De voorwaarde `{}` is volgens de feiten niet vervuld.", named.word());
        let read = view.group.facts(named.condition()).iter().copied().filter(|read| view.has(*read));
        let facts = std::iter::once(fact).chain(read);
        findings.contradict(Finding::new(
            Rule::ToekenningVoorwaarde,
            Code::OutcomeContradicted,
            message,
            facts,
        ));
    }

    /// Whether the grant stands at all, asked before anything else.
    pub fn questions(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        self.weighing_questions(view, findings);
        self.stay_question(view, findings);
        self.situation_questions(view, findings);
        self.condition_question(view, findings);
    }

    fn weighing_questions(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        let group = &view.group;
        if !self.names_family() && group.family_met() {
            if group.result(Condition::U1).is_yes() {
                weigh_temporary_right(self.fact, view, findings);
            }
            if group.result(Condition::U2).is_yes() {
                let message = "De vreemdeling verliet Oekraïne te vroeg (uitgesloten), maar voldoet als gezinslid. Past deze uitkomst toch?";
                let facts = [self.fact, Feiten::vertrek_uit_oekraine, Gezinsband::relatie];
                weigh(Condition::U2, message, &facts, findings);
            }
            if returned_with_permanent_right(view) {
                let message = "De vreemdeling ging terug naar het land van herkomst, maar voldoet als gezinslid. Past deze uitkomst toch?";
                let facts = [self.fact, Feiten::terugkeer_herkomstland, Gezinsband::relatie];
                weigh(GroundId::DerdelanderTerugkeerHerkomstland, message, &facts, findings);
            }
        }
        if group.result(Condition::U3).is_yes() && against_entry_stamp(view).is_some() {
            let message = "De vreemdeling ging alleen voor een inreisstempel terug (uitgesloten), maar voldoet aan een andere voorwaarde. Past deze uitkomst toch?";
            weigh(Condition::U3, message, &[self.fact, Feiten::alleen_inreisstempel], findings);
        }
    }

    /// Who left too early must have been in the Netherlands by then: proof is on the person (WI H1, fn. 4 and 7).
    fn stay_question(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        let facts = &view.case.feiten;
        let early = facts.vertrek_uit_oekraine.is_some_and(|left| left < view.limits.fled_from);
        let excepted = view.group.result(Condition::A5).is_yes() || self.rests_on_family(view);
        if early && facts.in_nederland_sinds.is_none() && !excepted {
            let limit = view.limits.fled_from.dutch();
            let question = format!("Sinds wanneer is de vreemdeling in Nederland (vóór {limit} of daarna)?");
            findings.ask_fact(Feiten::in_nederland_sinds, Rule::ToekenningVertrekOnbekend, question);
        }
    }

    fn situation_questions(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        international_protection(self.fact, view, findings);
        if view.case.feiten.nareis.is_some() {
            let message = "De vreemdeling deed afstand van de bescherming voor een nareisvergunning. Krijgt hij haar nu weer?";
            let facts = [self.fact, Nareis::afstand_op];
            let question = Finding::new(Rule::ToekenningNareis, Code::AfterNareis, message, facts);
            findings.judge(Judgement::AfterNareis, question);
        }
        if Protection::of(view) == Protection::Runs {
            protection::read(view, Rule::ToekenningBeschermingLoopt, findings);
            let message = "De vreemdeling kreeg al bescherming, en er staat niet dat die is geëindigd. Wordt zij nu opnieuw toegekend?";
            let facts = [self.fact, Feiten::toegekend_op];
            let question =
                Finding::new(Rule::ToekenningBeschermingLoopt, Code::ProtectionRuns, message, facts);
            let hint = "Is de eerdere bescherming geëindigd, vul dan `bescherming_geeindigd_op` in. Antwoord anders `ja` of `nee`.";
            findings.judge(Judgement::ProtectionRuns, question.with_hint(hint));
        }
    }

    /// A grant needs a condition that is met: by the facts, or because the officer names it.
    fn condition_question(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        let all = || Condition::OWN.iter().chain(Condition::FAMILY).copied();
        if self.named.is_some() || all().any(|condition| view.group.result(condition).is_yes()) {
            return;
        }
        let possible: Vec<Condition> = all()
            .filter(|condition| view.group.result(*condition) == Known::Unknown)
            // A Ukrainian has no residence permit of Ukraine, unless the case says so.
            .filter(|condition| {
                *condition != Condition::A4
                    || !view.person.ukrainian.is_yes()
                    || view.case.feiten.verblijfsrecht_oekraine.is_some()
            })
            .collect();
        let first = possible.first().map_or("…", |condition| condition.word());
        let open: Vec<String> = possible
            .iter()
            .map(|condition| {
                // These two days stand against a condition; without them it is met.
                let against = [Feiten::terugkeer_herkomstland, Gezinsband::beeindigd_op];
                let missing = view.group.facts(*condition).iter();
                let missing = missing.filter(|fact| !view.has(**fact) && !against.contains(fact));
                let missing: Vec<&str> =
                    missing.map(|fact| fact.pattern().trim_start_matches("feiten.")).collect();
                format!("{} ({})", condition.word(), missing.join(", "))
            })
            .collect();
        let message = "Aan welke voorwaarde van de doelgroep voldoet de vreemdeling?";
        let finding =
            Finding::new(Rule::ToekenningVoorwaarde, Code::FactNeeded, message, [Stickerlocatie::voorwaarde]);
        findings.ask(finding.with_hint(format!(
            "Zet `voorwaarde: {first}` (of een andere) onder `stap`, of vul onder `feiten` aan wat ontbreekt. Nog mogelijk zijn: {}.",
            open.join("; ")
        )));
    }
}

/// A third-country national with a permanent right who went back to the country of origin after the peilmoment.
fn returned_with_permanent_right(view: &CaseView<'_>) -> bool {
    let facts = &view.case.feiten;
    let permanent =
        facts.verblijfsrecht_oekraine.as_ref().is_some_and(|r| r.soort == SoortVerblijfsrecht::Permanent);
    let returned = returned_to_origin(facts, view.limits, view.case.stap.day());
    view.person.third_country.is_yes() && permanent && returned
}
