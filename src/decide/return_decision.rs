//! The return decision (TKB) in a letter: when one follows, when none, when a person must decide
//! (docs/spec/letters.md section 2.2; WI H2, H3 and fn. 25 and 26; Vw 62 and 62a).

use super::case_view::CaseView;
use super::clause::Clause;
use super::findings::{Finding, Findings};
use super::letter_plan::ReturnDecision;
use crate::case::country::{Country, Nationality};
use crate::case::model::{
    Asielbesluit, Feiten, Maatregel, SoortMaatregel, Stap, TerugkeerFeiten, TerugkeerbesluitKeuze, Triage,
    Vertrektermijn, Vreemdeling,
};
use crate::diagnostic::Code;
use crate::words::{Fact, Fase, Rule};

/// The facts about return of a step whose letter may hold a TKB.
pub(super) struct Return<'a> {
    facts: &'a TerugkeerFeiten,
    /// The asylum wish, where the step asks for it.
    wish: Option<Option<bool>>,
}

/// Stage 5: the TKB of the letter, with the rules that gave it or left it out.
pub(super) fn planned(view: &CaseView<'_>, findings: &mut Findings<'_>) -> Option<ReturnDecision> {
    Return::of(view).and_then(|facts| facts.planned(view, findings))
}

impl<'a> Return<'a> {
    /// `None` when no TKB can be in this letter: at the counter and the border, in a voornemen, and in
    /// a besluit unless the asylum application was decided before (WI fn. 26).
    pub fn of(view: &CaseView<'a>) -> Option<Self> {
        match &view.case.stap {
            Stap::Triage(step) => Some(Self { facts: &step.terugkeer, wish: Some(step.asielwens) }),
            Stap::NietGemeld(step) => Some(Self { facts: &step.terugkeer, wish: None }),
            Stap::Herbeoordeling(step) if step.fase == Fase::Besluit => {
                let (_, decided) = view.decided();
                let decided_before = matches!(
                    &step.asielbesluit,
                    Some(Asielbesluit::Taken { datum, .. }) if *datum < decided
                );
                let allowed = view.holds(Rule::HerbeoordelingTerugkeerbesluitNaAsielbesluit);
                let facts = &step.terugkeer;
                (decided_before && allowed && wanted(facts)).then_some(Self { facts, wish: None })
            }
            Stap::Stickerlocatie(_) | Stap::Grens(_) | Stap::Herbeoordeling(_) => None,
        }
    }

    /// The rules that leave the TKB out, each with its facts; empty when a TKB follows.
    fn blocks(&self, view: &CaseView<'_>) -> Vec<(Rule, &'static [Fact])> {
        let facts = self.facts;
        let left_out = facts.terugkeerbesluit.as_ref().is_some_and(|choice| choice.achterwege);
        let safe = facts.veilig_derde_land == Some(true) && view.holds(Rule::TerugkeerbesluitVeiligDerdeLand);
        let barred = facts.terugkeerbeletsel == Some(true) && !safe;
        let rules: [(bool, Rule, &[Fact]); 5] = [
            (left_out, Rule::TerugkeerbesluitAchterwege, &[TerugkeerbesluitKeuze::achterwege]),
            (
                view.person.eu_citizen.is_yes(),
                Rule::TerugkeerbesluitEuBurger,
                &[Vreemdeling::nationaliteiten],
            ),
            (self.wish == Some(Some(true)), Rule::TerugkeerbesluitAsielwens, &[Triage::asielwens]),
            (
                facts.andere_verblijfsgrond == Some(true),
                Rule::TerugkeerbesluitAndereVerblijfsgrond,
                &[TerugkeerFeiten::andere_verblijfsgrond],
            ),
            (
                barred,
                Rule::TerugkeerbesluitTerugkeerbeletsel,
                &[TerugkeerFeiten::terugkeerbeletsel, TerugkeerFeiten::veilig_derde_land],
            ),
        ];
        let applies = rules.into_iter().filter(|(applies, rule, _)| *applies && view.holds(*rule));
        applies.map(|(_, rule, facts)| (rule, facts)).collect()
    }

    /// Stage 3: refuses it without the officer's reasons, or when the safe third country is one of which the
    /// person is a national.
    pub fn refusals(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        if let Some(choice) = &self.facts.terugkeerbesluit
            && choice.achterwege
            && choice.reden.is_none()
        {
            let what = "De reden om geen terugkeerbesluit te nemen";
            findings.text_missing(TerugkeerbesluitKeuze::reden, Rule::TerugkeerbesluitAchterwege, what);
        }
        if !self.blocks(view).is_empty() {
            return;
        }
        if let Some(term) = &self.facts.vertrektermijn
            && term.weken == 0
            && term.motivering.is_none()
        {
            let what = "De motivering om geen vertrektermijn te geven";
            findings.text_missing(Vertrektermijn::motivering, Rule::TerugkeerbesluitVertrektermijnNul, what);
        }
        let nationalities = &view.case.vreemdeling.nationaliteiten;
        let goal = self.facts.land_van_terugkeer;
        let own = goal.is_some_and(|land| nationalities.contains(&Nationality::Of(land)));
        if own && self.facts.terugkeerbeletsel == Some(true) {
            let message = "Bij een terugkeerbeletsel kan het land van de eigen nationaliteit geen veilig derde land zijn.";
            let facts = [
                TerugkeerFeiten::land_van_terugkeer,
                TerugkeerFeiten::veilig_derde_land,
                Vreemdeling::nationaliteiten,
            ];
            let rule = Rule::TerugkeerbesluitVeiligDerdeLand;
            findings.contradict(Finding::new(rule, Code::OutcomeContradicted, message, facts));
        }
    }

    /// Stage 4: asks for the facts that decide, and about what an officer must weigh.
    pub fn questions(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        let asked: [(Fact, Option<bool>, &str, &[Clause]); 3] = [
            (
                Triage::asielwens,
                self.wish.unwrap_or(Some(false)),
                "Wil de vreemdeling asiel aanvragen?",
                &[Clause::TerApel, Clause::Afwachten],
            ),
            (
                TerugkeerFeiten::andere_verblijfsgrond,
                self.facts.andere_verblijfsgrond,
                "Heeft de vreemdeling een andere verblijfsgrond?",
                &[Clause::Afwachten],
            ),
            (
                TerugkeerFeiten::terugkeerbeletsel,
                self.facts.terugkeerbeletsel,
                "Is er een terugkeerbeletsel?",
                &[],
            ),
        ];
        // Each of them can leave the return decision out, unless another fact does so already.
        let may_follow = self.blocks(view).is_empty();
        for (fact, known, question, clauses) in asked {
            if known.is_none() {
                let decision = may_follow.then_some(Clause::Terugkeerbesluit);
                let clauses: Vec<Clause> = decision.into_iter().chain(clauses.to_vec()).collect();
                findings.ask_fact_within(&clauses, fact, Rule::TerugkeerbesluitOpgelegd, question);
            }
        }
        if !may_follow {
            return;
        }
        match self.facts.land_van_terugkeer {
            None => findings.ask_fact_within(
                &[Clause::Terugkeerbesluit],
                TerugkeerFeiten::land_van_terugkeer,
                Rule::TerugkeerbesluitLand,
                "Naar welk land moet de vreemdeling terugkeren?",
            ),
            Some(land) => weigh(view, land, findings),
        }
    }

    fn planned(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) -> Option<ReturnDecision> {
        let blocks = self.blocks(view);
        for (rule, facts) in &blocks {
            findings.used(*rule, facts.iter().copied());
        }
        if !blocks.is_empty() || !view.holds(Rule::TerugkeerbesluitOpgelegd) {
            return None;
        }
        let land = self.facts.land_van_terugkeer.filter(|_| view.holds(Rule::TerugkeerbesluitLand))?;
        let safe_third_country = self.facts.terugkeerbeletsel == Some(true);
        let wish = self.wish.map(|_| Triage::asielwens);
        let read = [TerugkeerFeiten::andere_verblijfsgrond, TerugkeerFeiten::terugkeerbeletsel];
        findings.used(Rule::TerugkeerbesluitOpgelegd, wish.into_iter().chain(read));
        findings.used(Rule::TerugkeerbesluitLand, [TerugkeerFeiten::land_van_terugkeer]);
        if safe_third_country {
            let facts = [TerugkeerFeiten::veilig_derde_land, TerugkeerFeiten::land_van_terugkeer];
            findings.used(Rule::TerugkeerbesluitVeiligDerdeLand, facts);
        }
        let no_term = self.facts.vertrektermijn.as_ref().is_some_and(|term| term.weken == 0);
        let immediately =
            no_term && findings.used(Rule::TerugkeerbesluitVertrektermijnNul, [Vertrektermijn::weken]);
        Some(ReturnDecision { land, safe_third_country, immediately })
    }
}

/// Asks about the countries and situations that an officer must weigh.
fn weigh(view: &CaseView<'_>, land: Country, findings: &mut Findings<'_>) {
    let mut ask = |message: &str, fact: Fact| {
        let question =
            Finding::new(Rule::TerugkeerbesluitAmbtenaarBeslist, Code::ReturnDecision, message, [fact]);
        findings.ask_within(
            &[Clause::Terugkeerbesluit],
            question.with_hint(
                "Komt er geen terugkeerbesluit, vul dan `terugkeerbesluit: {achterwege: true, reden: …}` in.",
            ),
        );
    };
    if land == Country::UKRAINE {
        ask(
            "Naar Oekraïne is nu geen gedwongen terugkeer mogelijk. Komt er een terugkeerbesluit, en naar welk land?",
            TerugkeerFeiten::land_van_terugkeer,
        );
    } else if land.is_member_state() {
        ask(
            "Een terugkeerbesluit noemt geen lidstaat van de Europese Unie. Komt er een terugkeerbesluit, en naar welk land?",
            TerugkeerFeiten::land_van_terugkeer,
        );
    }
    if view.case.feiten.asielstatus_elders.is_some_and(Country::is_member_state) {
        ask(
            "De vreemdeling heeft een asielvergunning in een lidstaat (artikel 62a Vw). Komt er een terugkeerbesluit?",
            Feiten::asielstatus_elders,
        );
    }
    if let Stap::Herbeoordeling(step) = &view.case.stap
        && let Some(Asielbesluit::Taken { terugkeerbesluit: Some(true), .. }) = &step.asielbesluit
    {
        ask(
            "Het asielbesluit heeft al een terugkeerbesluit. Komt er nog een?",
            Asielbesluit::terugkeerbesluit,
        );
    }
    let measures = &view.case.feiten.maatregelen;
    if let Some(item) = measures.iter().position(|m| m.soort == SoortMaatregel::Terugkeerbesluit) {
        ask("Er is al een terugkeerbesluit. Komt er nog een?", Maatregel::soort.at(item));
    }
}

/// Whether the officer gives facts for a TKB in the besluit itself.
pub(super) fn wanted(facts: &TerugkeerFeiten) -> bool {
    facts.land_van_terugkeer.is_some()
        || facts.andere_verblijfsgrond.is_some()
        || facts.veilig_derde_land.is_some()
        || facts.vertrektermijn.is_some()
}
