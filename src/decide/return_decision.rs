//! The return decision (TKB) in a letter: when one follows, when none, when a person must decide
//! (docs/spec/letters.md section 2.2; WI H2, H3 and fn. 25 and 26; Vw 62 and 62a; Directive 2008/115).

use super::case_view::CaseView;
use super::clause::Clause;
use super::findings::{Finding, Findings};
use super::idle_input;
use super::known::Known;
use super::letter_plan::ReturnDecision;
use crate::case::country::{Country, Nationality};
use crate::case::model::{
    Asielbesluit, BeschermingElders, Feiten, Herbeoordeling, Hoedanigheid, Maatregel, Nareis, SoortMaatregel,
    Stap, TerugkeerFeiten, TerugkeerbesluitKeuze, Triage, Vertrektermijn, Vreemdeling,
    WettelijkVertegenwoordiger,
};
use crate::diagnostic::Code;
use crate::words::{Fact, Fase, Judgement, Rule, TermKind, UitkomstTriage};

/// The facts about return of a step whose letter may hold a TKB.
pub(super) struct ReturnFacts<'a> {
    facts: &'a TerugkeerFeiten,
    /// The asylum wish, where the step asks for it.
    wish: Option<Option<bool>>,
}

/// Stage 5: the TKB of the letter, with the rules that gave it or left it out.
pub(super) fn planned(view: &CaseView<'_>, findings: &mut Findings<'_>) -> Option<ReturnDecision> {
    ReturnFacts::of(view).and_then(|facts| facts.planned(view, findings))
}

/// Stage 1: keys of a TKB that this letter cannot have.
pub(super) fn idle_keys(view: &CaseView<'_>, findings: &mut Findings<'_>) {
    if let Stap::Herbeoordeling(step) = &view.case.stap
        && step.fase == Fase::Besluit
        && ReturnFacts::of(view).is_none()
    {
        let asked =
            step.asielbesluit.is_none() && step.gronden.iter().any(|ground| ground.grond.is_public_order());
        if asked {
            return; // The question about the asylum decision comes instead.
        }
        for fact in idle_input::of_return_decision(&step.terugkeer) {
            let message =
                "Dit besluit kan geen terugkeerbesluit hebben: op de asielaanvraag is niet eerder beslist.";
            idle_input::refuse(fact, Herbeoordeling::asielbesluit, message, findings);
        }
    }
    if let Some(facts) = ReturnFacts::of(view) {
        facts.idle(view, findings);
    }
}

impl<'a> ReturnFacts<'a> {
    /// `None` when no TKB can be in this letter: at the counter and the border, in a voornemen, and in a besluit
    /// unless the asylum application was decided before and the case names a country (WI fn. 26).
    pub fn of(view: &CaseView<'a>) -> Option<Self> {
        match &view.case.stap {
            Stap::Triage(step) if step.uitkomst == UitkomstTriage::Negatief => {
                Some(Self { facts: &step.terugkeer, wish: Some(step.asielwens) })
            }
            Stap::NietGemeld(step) => Some(Self { facts: &step.terugkeer, wish: None }),
            Stap::Herbeoordeling(step) if step.fase == Fase::Besluit => {
                let (_, decided) = view.decided();
                let decided_before = matches!(
                    &step.asielbesluit,
                    Some(Asielbesluit::Taken { datum, .. }) if *datum < decided
                );
                let allowed = view.holds(Rule::HerbeoordelingTerugkeerbesluitNaAsielbesluit);
                let named = step.terugkeer.land_van_terugkeer.is_some();
                (decided_before && allowed && named).then_some(Self { facts: &step.terugkeer, wish: None })
            }
            Stap::Triage(_) | Stap::Stickerlocatie(_) | Stap::Grens(_) | Stap::Herbeoordeling(_) => None,
        }
    }

    /// The rules that leave the TKB out, each with its facts; empty when a TKB may follow.
    fn blocks(&self, view: &CaseView<'_>) -> Vec<(Rule, &'static [Fact])> {
        let facts = self.facts;
        let left_out = facts.terugkeerbesluit.as_ref().is_some_and(|choice| choice.achterwege);
        let safe = facts.veilig_derde_land == Some(true) && view.holds(Rule::TerugkeerbesluitVeiligDerdeLand);
        let barred = facts.terugkeerbeletsel == Some(true) && !safe;
        let no_reception = has_guardian(view) && facts.adequate_opvang == Some(false);
        let rules: Vec<(bool, Rule, &'static [Fact])> = vec![
            (left_out, Rule::TerugkeerbesluitAchterwege, &[TerugkeerbesluitKeuze::achterwege]),
            (
                view.person.return_area.is_yes(),
                Rule::TerugkeerbesluitEuBurger,
                &[Vreemdeling::nationaliteiten],
            ),
            (self.wish == Some(Some(true)), Rule::TerugkeerbesluitAsielwens, &[Triage::asielwens]),
            (
                facts.andere_verblijfsgrond == Some(true),
                Rule::TerugkeerbesluitAndereVerblijfsgrond,
                &[TerugkeerFeiten::andere_verblijfsgrond],
            ),
            (no_reception, Rule::TerugkeerbesluitAdequateOpvang, &[TerugkeerFeiten::adequate_opvang]),
            (
                barred,
                Rule::TerugkeerbesluitTerugkeerbeletsel,
                &[TerugkeerFeiten::terugkeerbeletsel, TerugkeerFeiten::veilig_derde_land],
            ),
        ];
        let applies = rules.into_iter().filter(|(applies, rule, _)| *applies && view.holds(*rule));
        applies.map(|(_, rule, facts)| (rule, facts)).collect()
    }

    /// Whether no known fact leaves the TKB out.
    pub fn may_follow(&self, view: &CaseView<'_>) -> bool {
        self.blocks(view).is_empty()
    }

    /// Keys of a TKB although a known fact says that none can follow.
    fn idle(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        let reception = self.facts.adequate_opvang.is_some();
        if reception && !has_guardian(view) {
            let message = "`adequate_opvang` gaat over een minderjarige met een voogd.";
            let fact = WettelijkVertegenwoordiger::hoedanigheid;
            idle_input::refuse(TerugkeerFeiten::adequate_opvang, fact, message, findings);
        }
        // To leave a TKB out is a choice, not a fact: the country that it would have named may stand beside it.
        let blocks = self.blocks(view).into_iter();
        let mut facts = blocks.filter(|(rule, _)| *rule != Rule::TerugkeerbesluitAchterwege);
        let Some((_, because)) = facts.next() else { return };
        let because = because.first().copied().unwrap_or(Stap::soort);
        for fact in idle_input::of_return_decision(self.facts) {
            let words = [TerugkeerFeiten::motivering_terugkeer, TerugkeerFeiten::motivering_land];
            if !words.contains(&fact) {
                let message = "Er kan geen terugkeerbesluit volgen, dus past dit er niet bij.";
                idle_input::refuse(fact, because, message, findings);
            }
        }
    }

    /// Whether the known facts say that a TKB follows; an absent country does not change that.
    fn follows(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) -> bool {
        self.blocks(view).is_empty()
            && self.wish.is_none_or(|wish| wish.is_some())
            && self.facts.andere_verblijfsgrond.is_some()
            && self.facts.terugkeerbeletsel.is_some()
            && !(has_guardian(view) && self.facts.adequate_opvang.is_none())
            && self.judged(view, findings) == Some(true)
    }

    /// What an officer decided of the situations that a person must weigh: `None` while that is open, and
    /// `Some(true)` where there is nothing to weigh.
    fn judged(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) -> Option<bool> {
        let Some(question) = self.to_weigh(view).into_iter().next() else { return Some(true) };
        findings.answer(Judgement::ReturnDecision, &question).map(|answer| answer.yes)
    }

    /// Stage 3: the officer's reasons, and the country.
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
        self.departure_term(view, findings);
        self.country(view, findings);
        if self.follows(view, findings) && self.facts.motivering_terugkeer.is_none() {
            let what =
                "De motivering van het terugkeerbesluit (gezin, kind, gezondheid, wat de vreemdeling zei)";
            findings.text_missing(
                TerugkeerFeiten::motivering_terugkeer,
                Rule::TerugkeerbesluitMotivering,
                what,
            );
        }
    }

    fn departure_term(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        let Some(term) = self.shorter_term(view) else { return };
        let rule = shorter_rule(term.weken);
        if term.motivering.is_none() {
            let what = "De motivering om minder dan vier weken vertrektermijn te geven";
            findings.text_missing(Vertrektermijn::motivering, rule, what);
        }
        if term.grond.is_none() {
            let message = "Het onderdeel van artikel 62, tweede lid, Vw ontbreekt (`grond`).";
            let finding =
                Finding::new(rule, Code::Missing, message, [Vertrektermijn::grond, Vertrektermijn::weken]);
            findings.refuse(finding.with_hint(
                "Kies `a` (kan onderduiken), `b` (kennelijk ongegrond of onjuiste gegevens) of `c` (openbare orde).",
            ));
        }
    }

    /// The departure term of the case, if it is shorter than that of the table of terms (Vw 62 lid 1).
    fn shorter_term(&self, view: &CaseView<'_>) -> Option<&Vertrektermijn> {
        let usual = view.book.term_on(TermKind::Vertrek, view.made_known()).lengte?;
        self.facts.vertrektermijn.as_ref().filter(|term| term.weken < usual.count)
    }

    /// A country that is not the person's own needs its reason; the own country is no safe third country.
    fn country(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        let Some(land) = self.facts.land_van_terugkeer else { return };
        let rule = Rule::TerugkeerbesluitVeiligDerdeLand;
        match is_own(view, land) {
            Known::Yes if self.facts.veilig_derde_land == Some(true) => {
                let message = "Het land van de eigen nationaliteit kan geen veilig derde land zijn.";
                let facts = [
                    TerugkeerFeiten::veilig_derde_land,
                    TerugkeerFeiten::land_van_terugkeer,
                    Vreemdeling::nationaliteiten,
                ];
                findings.refuse(Finding::new(rule, Code::OutcomeContradicted, message, facts));
            }
            Known::No if land != Country::UKRAINE && !land.is_return_area() => {
                if self.facts.veilig_derde_land != Some(true) {
                    let what = "Dat het land veilig is voor deze vreemdeling (`veilig_derde_land: true`)";
                    findings.text_missing(TerugkeerFeiten::veilig_derde_land, rule, what);
                }
                if self.facts.motivering_land.is_none() {
                    let what = "De motivering waarom dat land veilig is";
                    findings.text_missing(TerugkeerFeiten::motivering_land, rule, what);
                }
            }
            _ => {}
        }
    }

    /// Stage 4: the facts that decide, and the countries and situations that a person must weigh. A question is asked
    /// only while its answer can change something.
    pub fn questions(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        if !self.blocks(view).is_empty() {
            return;
        }
        let clause = &[Clause::Terugkeerbesluit];
        let mut ask = |fact: Fact, rule: Rule, question: &str| {
            findings.ask_fact_within(clause, fact, rule, question);
        };
        if self.facts.andere_verblijfsgrond.is_none() {
            let question = "Heeft de vreemdeling een andere verblijfsgrond?";
            ask(TerugkeerFeiten::andere_verblijfsgrond, Rule::TerugkeerbesluitOpgelegd, question);
        }
        if self.facts.terugkeerbeletsel.is_none() {
            let question = "Is er een terugkeerbeletsel?";
            ask(TerugkeerFeiten::terugkeerbeletsel, Rule::TerugkeerbesluitOpgelegd, question);
        }
        if has_guardian(view) && self.facts.adequate_opvang.is_none() {
            let question = "Is er in het land van terugkeer adequate opvang voor deze minderjarige?";
            ask(TerugkeerFeiten::adequate_opvang, Rule::TerugkeerbesluitAdequateOpvang, question);
        }
        if self.facts.land_van_terugkeer.is_none() {
            let question = "Naar welk land moet de vreemdeling terugkeren?";
            ask(TerugkeerFeiten::land_van_terugkeer, Rule::TerugkeerbesluitLand, question);
        }
        for question in self.to_weigh(view) {
            if findings.answer(Judgement::ReturnDecision, &question).is_none() {
                let hint =
                    "Antwoord `ja` als het terugkeerbesluit er met dit land komt, `nee` als er geen komt.";
                let question = question
                    .with_hint(hint)
                    .with_answer_hint(Judgement::ReturnDecision, !view.case.stap.antwoorden().is_empty());
                findings.ask_within(clause, question);
            }
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
        let weighed = self.to_weigh(view).into_iter().next();
        let answer = weighed.and_then(|question| findings.answer(Judgement::ReturnDecision, &question));
        if answer.is_some_and(|answer| !answer.yes) {
            return None;
        }
        let wish = self.wish.map(|_| Triage::asielwens);
        let read = [TerugkeerFeiten::andere_verblijfsgrond, TerugkeerFeiten::terugkeerbeletsel];
        findings.used(Rule::TerugkeerbesluitOpgelegd, wish.into_iter().chain(read));
        findings.used(Rule::TerugkeerbesluitLand, [TerugkeerFeiten::land_van_terugkeer]);
        findings.used(Rule::TerugkeerbesluitMotivering, [TerugkeerFeiten::motivering_terugkeer]);
        let safe_third_country =
            self.facts.veilig_derde_land == Some(true) && is_own(view, land) != Known::Yes;
        if safe_third_country {
            let facts = [TerugkeerFeiten::veilig_derde_land, TerugkeerFeiten::land_van_terugkeer];
            findings.used(Rule::TerugkeerbesluitVeiligDerdeLand, facts);
        }
        let shortened = self.shorter_term(view).and_then(|term| Some((term.weken, term.grond?)));
        let shortened =
            shortened.filter(|(weeks, _)| findings.used(shorter_rule(*weeks), [Vertrektermijn::weken]));
        Some(ReturnDecision {
            land,
            safe_third_country,
            barred: self.facts.terugkeerbeletsel == Some(true),
            answer: answer.map(|answer| answer.item),
            shortened,
        })
    }

    /// The countries and situations that a person must weigh, each as a question.
    fn to_weigh(&self, view: &CaseView<'_>) -> Vec<Finding> {
        let mut questions = Vec::new();
        let mut weigh = |fact: Fact, message: &str| {
            let rule = Rule::TerugkeerbesluitAmbtenaarBeslist;
            questions.push(Finding::new(rule, Code::ReturnDecision, message, [fact]));
        };
        if let Some(land) = self.facts.land_van_terugkeer {
            if land == Country::UKRAINE {
                weigh(
                    TerugkeerFeiten::land_van_terugkeer,
                    "Naar Oekraïne is nu geen gedwongen terugkeer mogelijk. Komt er een terugkeerbesluit naar dit land?",
                );
            } else if land.is_return_area() {
                weigh(
                    TerugkeerFeiten::land_van_terugkeer,
                    "Een terugkeerbesluit noemt geen land van de Europese Unie, en ook niet IJsland, Liechtenstein, Noorwegen of Zwitserland. Komt er een terugkeerbesluit naar dit land?",
                );
            }
        }
        let facts = &view.case.feiten;
        if facts.asielstatus_elders.is_some_and(Country::is_return_area) {
            weigh(
                Feiten::asielstatus_elders,
                "De vreemdeling heeft een asielvergunning in een land waar hij eerst heen moet (artikel 62a Vw). Komt er een terugkeerbesluit?",
            );
        }
        if facts.bescherming_elders.as_ref().is_some_and(|elsewhere| elsewhere.land.is_return_area()) {
            weigh(
                BeschermingElders::land,
                "De vreemdeling heeft bescherming in een land waar hij eerst heen moet (artikel 62a Vw). Komt er een terugkeerbesluit?",
            );
        }
        if let Stap::Herbeoordeling(step) = &view.case.stap
            && let Some(Asielbesluit::Taken { terugkeerbesluit: Some(true), .. }) = &step.asielbesluit
        {
            weigh(
                Asielbesluit::terugkeerbesluit,
                "Het asielbesluit heeft al een terugkeerbesluit. Komt er nog een?",
            );
        }
        if facts.nareis.is_some() {
            weigh(
                Nareis::afstand_op,
                "De vreemdeling koos voor een nareisvergunning. Komt er toch een terugkeerbesluit?",
            );
        }
        if let Some(item) = facts.maatregelen.iter().position(stands) {
            weigh(
                Maatregel::soort.at(item),
                "Er is al een terugkeerbesluit of een inreisverbod, dat op een terugkeerbesluit rust. Komt er nog een?",
            );
        }
        questions
    }
}

/// A return decision of the Netherlands that stands: by itself, or under an entry ban.
fn stands(measure: &Maatregel) -> bool {
    measure.opgelegd_door == Country::NETHERLANDS
        && matches!(
            measure.soort,
            SoortMaatregel::Terugkeerbesluit
                | SoortMaatregel::InreisverbodZwaar
                | SoortMaatregel::InreisverbodLicht
        )
}

/// Whether the person is a national of a country. Of who is stateless no country is the own one.
fn is_own(view: &CaseView<'_>, land: Country) -> Known {
    let nationalities = &view.case.vreemdeling.nationaliteiten;
    if nationalities.contains(&Nationality::Of(land)) {
        Known::Yes
    } else if nationalities.contains(&Nationality::Unknown) {
        Known::Unknown
    } else {
        Known::No
    }
}

/// A minor, on the day of the decision, for whom a guardian acts.
fn has_guardian(view: &CaseView<'_>) -> bool {
    let representative = view.case.vreemdeling.wettelijk_vertegenwoordiger.as_ref();
    let guardian = representative.is_some_and(|who| who.hoedanigheid == Hoedanigheid::Voogd);
    guardian && view.person.minor_when_decided().is_yes()
}

/// The rule of a departure term of less than four weeks.
const fn shorter_rule(weeks: u32) -> Rule {
    if weeks == 0 {
        Rule::TerugkeerbesluitVertrektermijnNul
    } else {
        Rule::TerugkeerbesluitVertrektermijnKorter
    }
}
