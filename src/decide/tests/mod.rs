//! The rules of deciding, case by case: docs/spec/letters.md and the Werkinstructie sentence by sentence.
//!
//! A case is made from YAML through the reader, as an officer's file is, so that a test says what a file
//! holds and nothing else.

mod doelgroep;
mod draft;
mod grounds;
mod limits;
mod order;
mod persons;
mod places;
mod plan;
mod reassessment;
mod terugkeer;
mod trace;

use super::letter_plan::{EndingDecision, Letter, LetterPlan, Refusal};
use super::outcome::{Decision, Outcome};
use crate::case::read::{Overrides, read_case};
use crate::diagnostic::Diagnostic;
use crate::law::book::{RuleBook, RuleTexts};
use crate::words::{LetterKind, RuleId};

/// What an officer weighed for a return decision.
const WEIGHED: &str = "motivering_terugkeer: Gewogen.";
/// A temporary Ukrainian permit.
const TEMPORARY: &str = "verblijfsrecht_oekraine: {soort: tijdelijk}";
/// The partner of someone who falls under a.
const PARTNER: &str =
    "gezinsband: {relatie: partner, duurzaam_voor_peilmoment: true, referent: {valt_onder_a: true}}";

/// A case that a test builds; every part is YAML as it stands in a file.
struct Zaak {
    made_known: &'static str,
    dated: Option<&'static str>,
    nationalities: &'static str,
    born: &'static str,
    sex: &'static str,
    person: String,
    facts: String,
    step: String,
    deviation: &'static str,
}

impl Zaak {
    /// A case of a Ukrainian man of 39, with bekendmaking on 20 November 2026 and this step in YAML flow style.
    fn new(step: impl Into<String>) -> Self {
        Self {
            made_known: "2026-11-20",
            dated: None,
            nationalities: "[UKR]",
            born: "1987-03-09",
            sex: "man",
            person: String::new(),
            facts: String::new(),
            step: step.into(),
            deviation: "",
        }
    }

    /// A refusal at the counter on one ground.
    fn refused_on(ground: &str) -> Self {
        Self::new(format!(
            "{{soort: stickerlocatie, datum: 2026-11-20, locatie: Amersfoort, uitkomst: weigering, \
             gronden: [{{grond: {ground}, motivering: Zo is het.}}]}}"
        ))
    }

    /// A grant at the counter.
    fn granted() -> Self {
        Self::new("{soort: stickerlocatie, datum: 2026-11-20, locatie: Amersfoort, uitkomst: toekenning}")
    }

    /// A grant at the counter to who left Ukraine in March 2022; `more` follows the outcome.
    fn granted_to_refugee(more: &str) -> Self {
        Self::new(format!(
            "{{soort: stickerlocatie, datum: 2026-11-20, locatie: Amersfoort, uitkomst: toekenning{more}}}"
        ))
        .facts("vertrek_uit_oekraine: 2022-03-01")
    }

    /// A negative triage of a Nigerian; `more` follows it. Where `more` leaves room for a return decision, with what was
    /// weighed for it.
    fn triage(more: &str) -> Self {
        let says = |words: &str| more.contains(words);
        let barred = says("terugkeerbeletsel: true") && !says("veilig_derde_land: true");
        let none = says("asielwens: true") || says("andere_verblijfsgrond: true") || says("achterwege: true");
        if barred || none { Self::unweighed(more) } else { Self::unweighed(&format!("{WEIGHED}, {more}")) }
    }

    /// The same, without what was weighed.
    fn unweighed(more: &str) -> Self {
        Self::new(format!(
            "{{soort: triage, datum: 2026-11-20, gemeente: Westland, uitkomst: negatief, \
             gronden: [{{grond: inreisstempel, motivering: Zo is het.}}], {more}}}"
        ))
        .national_of("[NGA]")
    }

    /// Fraud found after the grant of 1 February 2024; `more` follows the ground.
    fn reassessed(more: &str) -> Self {
        let step = format!(
            "{{soort: herbeoordeling, datum: 2026-11-20, voldoet_niet_sinds: 2024-01-01, \
             gronden: [{{grond: fraude, motivering: Zo is het.}}], {more}}}"
        );
        Self::new(step).facts("toegekend_op: 2024-02-01")
    }

    fn facts(mut self, facts: &str) -> Self {
        if !self.facts.is_empty() {
            self.facts += ", ";
        }
        self.facts += facts;
        self
    }

    fn national_of(mut self, nationalities: &'static str) -> Self {
        self.nationalities = nationalities;
        self
    }

    fn born(mut self, born: &'static str) -> Self {
        self.born = born;
        self
    }

    fn sex(mut self, sex: &'static str) -> Self {
        self.sex = sex;
        self
    }

    /// More lines of `vreemdeling`.
    fn person(mut self, more: &str) -> Self {
        if !more.is_empty() {
            self.person = format!("  {more}\n");
        }
        self
    }

    fn made_known(mut self, day: &'static str) -> Self {
        self.made_known = day;
        self
    }

    fn dated(mut self, day: &'static str) -> Self {
        self.dated = Some(day);
        self
    }

    fn deviating(mut self) -> Self {
        self.deviation = "afwijking: {reden: Om deze reden., akkoord: A. de Boer}\n";
        self
    }

    fn text(&self) -> String {
        let dated = self.dated.map_or_else(String::new, |day| format!(", dagtekening: {day}"));
        format!(
            "zaak: {{kenmerk: RTB-2026-1{dated}}}\n\
             bekendmaking: {{wijze: uitreiking, datum: {}}}\n\
             vreemdeling:\n  v_nummer: \"2801234567\"\n  achternaam: Testpersoon\n  geslacht: {}\n  \
             geboortedatum: {}\n  nationaliteiten: {}\n  adres: onbekend\n{}\
             feiten: {{{}}}\n{}stap: {}\n",
            self.made_known,
            self.sex,
            self.born,
            self.nationalities,
            self.person,
            self.facts,
            self.deviation,
            self.step
        )
    }

    fn decide(&self) -> Decision {
        self.decide_by(&RuleTexts::BUILT_IN)
    }

    /// Decides by other tables than those of the program.
    fn decide_by(&self, texts: &RuleTexts<'_>) -> Decision {
        let reading = read_case(&self.text(), 1, &Overrides::default());
        assert!(reading.diagnostics.is_empty(), "{:?}\n{}", reading.diagnostics, self.text());
        super::decide(reading.case.unwrap(), Vec::new(), &RuleBook::from_texts(texts).unwrap())
    }
}

/// The findings of a decision as `F203 grond.inreisstempel`.
fn findings(decision: &Decision) -> Vec<String> {
    let found: &[Diagnostic] = match &decision.outcome {
        Outcome::Refused(found) | Outcome::OfficerMustDecide(found) => found,
        Outcome::NoLetter | Outcome::Letters(..) => &[],
    };
    found.iter().map(|f| format!("{} {}", f.code.as_str(), f.rule.map_or("-", RuleId::word))).collect()
}

/// The paths of the findings, in order.
fn paths(decision: &Decision) -> Vec<Vec<String>> {
    match &decision.outcome {
        Outcome::Refused(found) | Outcome::OfficerMustDecide(found) => {
            found.iter().map(|f| f.paths.clone()).collect()
        }
        Outcome::NoLetter | Outcome::Letters(..) => Vec::new(),
    }
}

fn letters(decision: &Decision) -> &[LetterPlan] {
    match &decision.outcome {
        Outcome::Letters(_, letters) => letters,
        _ => &[],
    }
}

fn kinds(decision: &Decision) -> Vec<LetterKind> {
    letters(decision).iter().map(|letter| letter.kind()).collect()
}

/// What the only letter, an intrekkings- or beeindigingsbesluit, says.
fn ending(decision: &Decision) -> &EndingDecision {
    letters(decision)[0].letter.ending_decision().unwrap()
}

/// What the only letter, a weigeringsbesluit, says.
fn refusal(decision: &Decision) -> &Refusal {
    match &letters(decision)[0].letter {
        Letter::Weigeringsbesluit(refusal) => refusal,
        other => panic!("no refusal: {other:?}"),
    }
}

/// The terms of the only letter, as `bezwaar 2026-12-18`.
fn terms(decision: &Decision) -> Vec<String> {
    assert_eq!(letters(decision).len(), 1, "{:?}", findings(decision));
    let letter = &letters(decision)[0];
    letter.terms.iter().map(|t| format!("{} {}", t.kind.word(), t.computed.last_day)).collect()
}

/// The facts that a rule of the trace read; `None` when the rule was not used.
fn read_by(decision: &Decision, rule: impl Into<RuleId>) -> Option<Vec<String>> {
    let rule = rule.into();
    let step = decision.trace.steps().iter().find(|step| step.rule == rule)?;
    Some(step.facts.iter().map(ToString::to_string).collect())
}
