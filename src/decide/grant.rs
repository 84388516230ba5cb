//! What stands against a grant, at the counter and at a positive triage: an exclusion that is met, another known
//! ground for a refusal, or no condition of the target group (docs/spec/letters.md section 2.1).

use super::case_view::CaseView;
use super::doelgroep::returned_to_origin;
use super::findings::{Finding, Findings};
use super::known::Known;
use super::protection::{self, Protection};
use super::stay_abroad;
use super::weighing::{
    against_entry_stamp, had_international_protection, international_protection, weigh, weigh_entry_stamp,
    weigh_exclusions_against_family,
};
use crate::case::model::{
    Feiten, Gezinsband, Identiteitsdocument, Nareis, SoortVerblijfsrecht, Stickerlocatie,
    VerblijfBuitenNederland, VerblijfsrechtOekraine, Vreemdeling,
};
use crate::diagnostic::Code;
use crate::law::date::Date;
use crate::words::{Condition, Fact, GroundId, Judgement, Rule, RuleId, Voorwaarde};

/// What an officer reads where the first day of flight stands against a grant.
const NEVER_LATER: &str = "Van deze datum wordt nooit afgeweken (WI H1, voetnoot 7).";

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
        Self::early_asylum_without_tie(view, findings);
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
                    let mut family = Condition::FAMILY.iter();
                    let open = family.any(|condition| view.group.result(*condition) == Known::Unknown);
                    let reason = "een derdelander met een tijdelijk Oekraïens verblijfsrecht valt niet onder de richtlijn";
                    let unless = if open {
                        ", tenzij hij als gezinslid voldoet (dan `voorwaarde: b1`, `b2` of `b3` onder `stap`)"
                    } else {
                        ""
                    };
                    self.contradict(*exclusion, &facts, &format!("{reason}{unless}"), findings);
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
        findings.refuse(finding.with_hint(NEVER_LATER));
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
        if facts.verblijf_buiten_nederland.as_ref().is_some_and(VerblijfBuitenNederland::lasts) {
            let reason = "de vreemdeling is nog niet terug in Nederland (`tot` ontbreekt)";
            self.contradict(Rule::ToekenningVoorwaarde, &[VerblijfBuitenNederland::van], reason, findings);
        }
        if facts.identiteitsdocument == Some(Identiteitsdocument::Geen) {
            let reason = "zonder identificerend document is er geen tijdelijke bescherming";
            self.contradict(Rule::ToekenningDocument, &[Feiten::identiteitsdocument], reason, findings);
        }
        if let Some(returned) = returned_with_permanent_right(view)
            && !self.rests_on_family(view)
        {
            let reason = "een derdelander met een permanent verblijfsrecht die na het peilmoment terugging naar het land van herkomst, valt niet onder de richtlijn";
            let read = [returned, VerblijfsrechtOekraine::soort];
            self.contradict(GroundId::DerdelanderTerugkeerHerkomstland, &read, reason, findings);
        }
        if view.person.third_country.is_yes() && stay_abroad::too_long_at_home_under_protection(view) {
            let reason = "een derdelander die na een eerdere bescherming te lang terug was in het land van herkomst, krijgt haar niet opnieuw";
            let read = [VerblijfBuitenNederland::van, VerblijfBuitenNederland::land, Feiten::toegekend_op];
            self.contradict(GroundId::DerdelanderLangerDan28DagenTeruggekeerd, &read, reason, findings);
        }
    }

    /// An early asylum application of who has no tie to Ukraine.
    fn early_asylum_without_tie(view: &CaseView<'_>, findings: &mut Findings<'_>) {
        let tie = view.case.feiten.verblijfsrecht_oekraine.is_some() || view.person.ukrainian != Known::No;
        if view.group.result(Condition::A5).is_yes() && !tie {
            findings.used(Rule::ToekenningA5ZonderBand, [Feiten::asielaanvraag_ingediend]);
        }
    }

    /// Every condition of the target group is known and none is met, or the one that the officer named is not.
    fn conditions(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        let none = view.group.rules_out(Condition::OWN) && view.group.rules_out(Condition::FAMILY);
        // International protection in Ukraine is no condition of the WI; an officer decides (V107).
        if none && !had_international_protection(view) {
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
        let finding = Finding::new(Rule::ToekenningVoorwaarde, Code::OutcomeContradicted, message, facts);
        if fails_the_limit(named.condition(), view) {
            findings.refuse(finding.with_hint(NEVER_LATER));
        } else {
            findings.contradict(finding);
        }
    }

    /// Whether the grant stands at all, asked before anything else.
    pub fn questions(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        self.weighing_questions(view, findings);
        self.stay_question(view, findings);
        self.situation_questions(view, findings);
        self.condition_question(view, findings);
    }

    fn weighing_questions(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        if !self.names_family() {
            weigh_exclusions_against_family(self.fact, view, findings);
            if let Some(returned) = returned_with_permanent_right(view)
                && view.group.family_met()
            {
                let message = "De vreemdeling ging terug naar het land van herkomst, maar voldoet als gezinslid. Past deze uitkomst toch?";
                let facts = [self.fact, returned, Gezinsband::relatie];
                weigh(GroundId::DerdelanderTerugkeerHerkomstland, message, &facts, findings);
            }
        }
        weigh_entry_stamp(self.fact, view, findings);
    }

    /// Who left too early must have been in the Netherlands by then: proof is on the person (WI H1, fn. 4 and 7).
    fn stay_question(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        let facts = &view.case.feiten;
        let early = facts.vertrek_uit_oekraine.is_some_and(|left| left < view.limits.fled_from);
        let excepted = view.group.result(Condition::A5).is_yes() || self.names_family();
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
        let carried =
            had_international_protection(view) && findings.is_settled(Judgement::ProtectionInUkraine);
        if carried || self.named.is_some() || all().any(|condition| view.group.result(condition).is_yes()) {
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
        let open: Vec<(Condition, Vec<&str>)> =
            possible.into_iter().map(|condition| (condition, missing(condition, view))).collect();
        let message = "Aan welke voorwaarde van de doelgroep voldoet de vreemdeling?";
        let finding =
            Finding::new(Rule::ToekenningVoorwaarde, Code::FactNeeded, message, [Stickerlocatie::voorwaarde]);
        findings.ask(finding.with_hint(condition_hint(&open)));
    }
}

/// The facts that would settle a condition and that the case does not fill in, as an officer writes them. The two days
/// that stand against a condition are not among them: without them it is met.
fn missing(condition: Condition, view: &CaseView<'_>) -> Vec<&'static str> {
    let against = [Feiten::terugkeer_herkomstland, Gezinsband::beeindigd_op];
    let facts = view.group.facts(condition).iter();
    let missing = facts.filter(|fact| !view.has(**fact) && !against.contains(fact));
    missing.map(|fact| fact.pattern().trim_start_matches("feiten.")).collect()
}

/// How to say which condition is met: the one of which the fewest facts are missing is the example.
fn condition_hint(open: &[(Condition, Vec<&str>)]) -> String {
    let Some((nearest, _)) = open.iter().min_by_key(|(_, missing)| missing.len()) else {
        return "Volgens de feiten is geen voorwaarde vervuld. Zet achter `voorwaarde` onder `stap` de voorwaarde waarop de afwijking rust.".to_owned();
    };
    let each = open.iter().map(|(condition, missing)| match missing.as_slice() {
        [] => format!("{} (alleen met `voorwaarde`)", condition.word()),
        some => format!("{} ({})", condition.word(), some.join(", ")),
    });
    format!(
        "Zet de voorwaarde die u vaststelde onder `stap`, bijvoorbeeld `voorwaarde: {}`, of vul onder `feiten` aan wat ontbreekt. Nog mogelijk zijn: {}.",
        nearest.word(),
        each.collect::<Vec<_>>().join("; ")
    )
}

/// Whether a condition is not met because of the first day of flight, from which nobody deviates.
fn fails_the_limit(condition: Condition, view: &CaseView<'_>) -> bool {
    let (facts, limit) = (&view.case.feiten, view.limits.fled_from);
    let too_early = |day: Option<Date>| day.is_some_and(|day| day < limit);
    match condition {
        Condition::A1 | Condition::A4 => too_early(facts.vertrek_uit_oekraine),
        Condition::A2 => too_early(facts.inreis_unie),
        Condition::A3 => facts.in_nederland_sinds.is_some_and(|since| since >= limit),
        _ => false,
    }
}

/// The fact that says that a third-country national with a permanent right went back to the country of origin after the
/// peilmoment.
fn returned_with_permanent_right(view: &CaseView<'_>) -> Option<Fact> {
    let right = view.case.feiten.verblijfsrecht_oekraine.as_ref();
    let permanent = right.is_some_and(|right| right.soort == Some(SoortVerblijfsrecht::Permanent));
    let returned = returned_to_origin(view.case, &view.person, view.limits);
    returned.filter(|_| view.person.third_country.is_yes() && permanent)
}
