//! The return decision (TKB) in a letter: when one follows, when none, when a person must decide
//! (docs/spec/letters.md section 2.2; WI H2, H3 and fn. 25 and 26; Vw 62 and 62a; Directive 2008/115).

use super::case_view::CaseView;
use super::clause::Clause;
use super::findings::{Answer, Finding, Findings};
use super::idle_input;
use super::known::Known;
use super::letter_plan::ReturnDecision;
use super::return_weighing::to_weigh;
use super::step;
use super::weighing;
use crate::case::country::{Country, Nationality};
use crate::case::model::{
    Asielbesluit, Herbeoordeling, Hoedanigheid, Stap, TerugkeerFeiten, TerugkeerbesluitKeuze, Triage,
    Vertrektermijn, Vreemdeling, WettelijkVertegenwoordiger,
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
        let (because, message) = if decided_before(view, step) {
            (
                TerugkeerFeiten::land_van_terugkeer,
                "Zonder land van terugkeer komt er in dit besluit geen terugkeerbesluit.",
            )
        } else {
            (
                Herbeoordeling::asielbesluit,
                "Dit besluit kan geen terugkeerbesluit hebben: op de asielaanvraag is niet eerder beslist.",
            )
        };
        for fact in idle_input::of_return_decision(&step.terugkeer) {
            // To leave out a TKB that could have been there needs no country.
            if because == Herbeoordeling::asielbesluit || fact != TerugkeerFeiten::terugkeerbesluit {
                idle_input::refuse(fact, because, message, findings);
            }
        }
    }
    if let Some(facts) = ReturnFacts::of(view) {
        facts.idle(view, findings);
    }
}

/// Whether the asylum application was decided before this decision, so that a TKB may be in it (WI fn. 26).
fn decided_before(view: &CaseView<'_>, step: &Herbeoordeling) -> bool {
    let (_, decided) = view.decided();
    let before = matches!(&step.asielbesluit, Some(Asielbesluit::Taken { datum, .. }) if *datum < decided);
    before && view.holds(Rule::HerbeoordelingTerugkeerbesluitNaAsielbesluit)
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
                let named = step.terugkeer.land_van_terugkeer.is_some();
                (named && decided_before(view, step)).then_some(Self { facts: &step.terugkeer, wish: None })
            }
            Stap::Triage(_) | Stap::Stickerlocatie(_) | Stap::Grens(_) | Stap::Herbeoordeling(_) => None,
        }
    }

    /// The rules that leave the TKB out, each with its facts; empty when a TKB may follow.
    fn blocks(&self, view: &CaseView<'_>) -> Vec<(Rule, &'static [Fact])> {
        let facts = self.facts;
        let left_out = idle_input::is_left_out(facts);
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
        let facts = self.facts;
        self.own_country_is_safe(view, findings);
        if facts.adequate_opvang == Some(true) && !has_guardian(view) {
            let message = "`adequate_opvang` gaat over een minderjarige met een voogd.";
            let fact = WettelijkVertegenwoordiger::hoedanigheid;
            idle_input::refuse(TerugkeerFeiten::adequate_opvang, fact, message, findings);
        }
        if let Some(choice) = &facts.terugkeerbesluit
            && !choice.achterwege
            && choice.reden.is_some()
        {
            let message = "Er blijft geen terugkeerbesluit achterwege; een reden daarvoor past er niet bij.";
            let because = TerugkeerbesluitKeuze::achterwege;
            idle_input::refuse(TerugkeerbesluitKeuze::reden, because, message, findings);
        }
        let Some((because, may_stand)) = self.ruled_out(view) else {
            return self.idle_words(view, findings);
        };
        for fact in idle_input::of_return_decision(facts) {
            if !may_stand.contains(&fact) {
                let message = "Er kan geen terugkeerbesluit volgen, dus past dit er niet bij.";
                idle_input::refuse(fact, because, message, findings);
            }
        }
    }

    /// The fact that says that no TKB can follow, and the keys that may stand beside it. To leave a TKB out is a choice,
    /// not a fact: the country that it would have named may stand beside it. An officer who weighs and answers that none
    /// follows has weighed with all that is filled in.
    fn ruled_out(&self, view: &CaseView<'_>) -> Option<(Fact, &'static [Fact])> {
        let blocks = self.blocks(view);
        let of_fact = blocks.iter().find(|(rule, _)| *rule != Rule::TerugkeerbesluitAchterwege);
        if let Some((_, because)) = of_fact {
            let because = because.first().copied().unwrap_or(Stap::soort);
            return Some((because, &[TerugkeerFeiten::terugkeerbesluit]));
        }
        let chosen: &[Fact] = &[TerugkeerFeiten::terugkeerbesluit, TerugkeerFeiten::land_van_terugkeer];
        (!blocks.is_empty()).then_some((TerugkeerbesluitKeuze::achterwege, chosen))
    }

    /// An officer's words that a TKB has no place for.
    fn idle_words(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        let facts = self.facts;
        if let Some(term) = &facts.vertrektermijn
            && self.shorter_term(view).is_none()
        {
            let message = "De gewone vertrektermijn heeft geen motivering en geen onderdeel van artikel 62.";
            let given = [
                (term.motivering.is_some(), Vertrektermijn::motivering),
                (term.grond.is_some(), Vertrektermijn::grond),
            ];
            for (_, fact) in given.into_iter().filter(|(given, _)| *given) {
                idle_input::refuse(fact, Vertrektermijn::weken, message, findings);
            }
        }
        let Some(land) = facts.land_van_terugkeer.filter(|_| facts.motivering_land.is_some()) else { return };
        let own = is_own(view, land);
        let safe = facts.veilig_derde_land == Some(true);
        if own != Known::No && !safe {
            let message = "Een motivering van het land is er alleen voor een veilig derde land.";
            let because = match own {
                Known::Yes => Vreemdeling::nationaliteiten,
                _ => TerugkeerFeiten::veilig_derde_land,
            };
            idle_input::refuse(TerugkeerFeiten::motivering_land, because, message, findings);
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
        if to_weigh(view, self.facts).is_empty() {
            return Some(true);
        }
        self.answer(view, findings).map(|answer| answer.yes)
    }

    /// The officer's answer to what a person must weigh.
    fn answer(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) -> Option<Answer> {
        let question = to_weigh(view, self.facts).into_iter().next()?;
        findings.answer(Judgement::ReturnDecision, &question)
    }

    /// Whether no TKB can follow: a known fact leaves it out, or the officer's answer.
    fn is_ruled_out(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) -> bool {
        !self.blocks(view).is_empty() || self.judged(view, findings) == Some(false)
    }

    /// Whether an open question still decides whether there is a letter, and so a TKB.
    fn letter_is_open(&self, view: &CaseView<'_>, findings: &Findings<'_>) -> bool {
        let mut beyond = findings.clone();
        step::rules(view).questions(view, &mut beyond);
        self.questions(view, &mut beyond);
        beyond.undetermined
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
        if self.is_ruled_out(view, findings) {
            return;
        }
        self.departure_term(view, findings);
        let missing = self.missing_texts(view);
        // While an open question still decides it, only the question is asked.
        if missing.is_empty() || !self.follows(view, findings) || self.letter_is_open(view, findings) {
            return;
        }
        for (fact, rule, what) in missing {
            findings.text_missing(fact, rule, what);
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

    /// The own country is no safe third country.
    fn own_country_is_safe(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        let own = self.facts.land_van_terugkeer.is_some_and(|land| is_own(view, land) == Known::Yes);
        if own && self.facts.veilig_derde_land == Some(true) {
            let message = "Het land van de eigen nationaliteit kan geen veilig derde land zijn.";
            let facts = [
                TerugkeerFeiten::veilig_derde_land,
                TerugkeerFeiten::land_van_terugkeer,
                Vreemdeling::nationaliteiten,
            ];
            let rule = Rule::TerugkeerbesluitVeiligDerdeLand;
            findings.refuse(Finding::new(rule, Code::OutcomeContradicted, message, facts));
        }
    }

    /// What the letter of a TKB cannot be without: a country that is not the person's own needs its reason, and every TKB
    /// what was weighed (Directive 2008/115 art. 5).
    fn missing_texts(&self, view: &CaseView<'_>) -> Vec<(Fact, Rule, &'static str)> {
        let facts = self.facts;
        let foreign = facts.land_van_terugkeer.is_some_and(|land| {
            is_own(view, land) == Known::No && land != Country::UKRAINE && !land.is_return_area()
        });
        let safe = Rule::TerugkeerbesluitVeiligDerdeLand;
        let texts = [
            (
                foreign && facts.veilig_derde_land != Some(true),
                TerugkeerFeiten::veilig_derde_land,
                safe,
                "Dat het land veilig is voor deze vreemdeling (`veilig_derde_land: true`)",
            ),
            (
                foreign && facts.motivering_land.is_none(),
                TerugkeerFeiten::motivering_land,
                safe,
                "De motivering waarom dat land veilig is",
            ),
            (
                facts.motivering_terugkeer.is_none(),
                TerugkeerFeiten::motivering_terugkeer,
                Rule::TerugkeerbesluitMotivering,
                "De motivering van het terugkeerbesluit (gezin, kind, gezondheid, wat de vreemdeling zei)",
            ),
        ];
        let missing = texts.into_iter().filter(|(missing, ..)| *missing);
        missing.map(|(_, fact, rule, what)| (fact, rule, what)).collect()
    }

    /// Stage 4: the facts that decide, and the countries and situations that a person must weigh. A question is asked
    /// only while its answer can change something.
    pub fn questions(&self, view: &CaseView<'_>, findings: &mut Findings<'_>) {
        if self.is_ruled_out(view, findings) {
            if self.wish.is_none() && weighing::had_international_protection(view) {
                // Asked at once with what ruled the TKB out.
                findings.moot(Judgement::ProtectionInUkraine);
            }
            return;
        }
        if self.wish.is_none() {
            // A negative triage is a refusal, which asks it by itself.
            weighing::international_protection(Stap::soort, view, findings);
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
        for question in to_weigh(view, self.facts) {
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
        let answer = self.answer(view, findings);
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
