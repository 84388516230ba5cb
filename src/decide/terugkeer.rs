//! The return decision (TKB) in a letter: when one follows, when none, when a person must decide
//! (letters.md 2.2; WI H2, H3 and fn. 25 and 26; Vw 62 and 62a).

use super::draft::Clause;
use super::findings::{Findings, View};
use super::outcome::ReturnDecision;
use crate::case::country::{Country, Nationality};
use crate::case::model::{Asielbesluit, Fase, SoortMaatregel, Stap, TerugkeerFeiten};
use crate::diagnostic::{Code, Diagnostic};

const LAND: &str = "stap.land_van_terugkeer";
const BAR: &str = "stap.terugkeerbeletsel";
const SAFE: &str = "stap.veilig_derde_land";
const OTHER_RIGHT: &str = "stap.andere_verblijfsgrond";
const WISH: &str = "stap.asielwens";
const NATIONALITY: &str = "vreemdeling.nationaliteiten";

/// The facts about return of a step whose letter may hold a TKB.
pub(super) struct Return<'a> {
    facts: &'a TerugkeerFeiten,
    /// The asylum wish, where the step asks for it.
    wish: Option<Option<bool>>,
}

impl<'a> Return<'a> {
    /// `None` when no TKB can be in this letter: at the counter and the border, in a voornemen, and in
    /// a besluit unless the asylum application was decided before (WI fn. 26).
    pub fn of(view: &View<'a>) -> Option<Self> {
        match &view.case.stap {
            Stap::Triage(step) => Some(Self { facts: &step.terugkeer, wish: Some(step.asielwens) }),
            Stap::NietGemeld(step) => Some(Self { facts: &step.terugkeer, wish: None }),
            Stap::Herbeoordeling(step) if step.fase == Fase::Besluit => {
                let decided_before = matches!(
                    &step.asielbesluit,
                    Some(Asielbesluit::Taken { datum, .. }) if *datum < view.decision_day()
                );
                let facts = &step.terugkeer;
                (decided_before && wanted(facts)).then_some(Self { facts, wish: None })
            }
            Stap::Stickerlocatie(_) | Stap::Grens(_) | Stap::Herbeoordeling(_) => None,
        }
    }

    /// The rules that leave the TKB out, each with its facts; empty when a TKB follows.
    fn blocks(&self, view: &View<'_>) -> Vec<(&'static str, &'static [&'static str])> {
        let facts = self.facts;
        let left_out = facts.terugkeerbesluit.as_ref().is_some_and(|t| t.achterwege);
        let barred = facts.terugkeerbeletsel == Some(true) && facts.veilig_derde_land != Some(true);
        let rules: [(bool, &str, &[&str]); 5] = [
            (left_out, "terugkeerbesluit.achterwege", &["stap.terugkeerbesluit.achterwege"]),
            (view.person.eu_citizen.is_yes(), "terugkeerbesluit.eu_burger", &[NATIONALITY]),
            (self.wish == Some(Some(true)), "terugkeerbesluit.asielwens", &[WISH]),
            (
                facts.andere_verblijfsgrond == Some(true),
                "terugkeerbesluit.andere_verblijfsgrond",
                &[OTHER_RIGHT],
            ),
            (barred, "terugkeerbesluit.terugkeerbeletsel", &[BAR, SAFE]),
        ];
        rules.into_iter().filter(|(holds, ..)| *holds).map(|(_, rule, facts)| (rule, facts)).collect()
    }

    /// Step 3: the officer's reasons, and a safe third country that is the person's own.
    pub fn check(&self, view: &View<'_>, findings: &mut Findings) {
        if let Some(choice) = &self.facts.terugkeerbesluit
            && choice.achterwege
            && choice.reden.is_none()
        {
            findings.text_missing(
                "stap.terugkeerbesluit.reden",
                "terugkeerbesluit.achterwege",
                "De reden om geen terugkeerbesluit te nemen",
            );
        }
        if !self.blocks(view).is_empty() {
            return;
        }
        if let Some(term) = &self.facts.vertrektermijn
            && term.weken == 0
            && term.motivering.is_none()
        {
            findings.text_missing(
                "stap.vertrektermijn.motivering",
                "terugkeerbesluit.vertrektermijn_nul",
                "De motivering om geen vertrektermijn te geven",
            );
        }
        let own = self
            .facts
            .land_van_terugkeer
            .is_some_and(|land| view.case.vreemdeling.nationaliteiten.contains(&Nationality::Of(land)));
        if own && self.facts.terugkeerbeletsel == Some(true) {
            let message = "Bij een terugkeerbeletsel kan het land van de eigen nationaliteit geen veilig derde land zijn.";
            findings.contradict(
                Diagnostic::new(Code::OutcomeContradicted, message, [LAND, SAFE, NATIONALITY])
                    .with_rule("terugkeerbesluit.veilig_derde_land"),
            );
        }
    }

    /// Step 4: the facts that decide, and the countries and situations that a person must weigh.
    pub fn questions(&self, view: &View<'_>, findings: &mut Findings) {
        let asked: [(_, _, _, &[Clause]); 3] = [
            (
                WISH,
                self.wish.unwrap_or(Some(false)),
                "Wil de vreemdeling asiel aanvragen?",
                &[Clause::TerApel, Clause::Afwachten],
            ),
            (
                OTHER_RIGHT,
                self.facts.andere_verblijfsgrond,
                "Heeft de vreemdeling een andere verblijfsgrond?",
                &[Clause::Afwachten],
            ),
            (BAR, self.facts.terugkeerbeletsel, "Is er een terugkeerbeletsel?", &[]),
        ];
        // Each of them can leave the return decision out, unless another fact does so already.
        let may_follow = self.blocks(view).is_empty();
        for (path, known, question, clauses) in asked {
            if known.is_none() {
                let return_decision = may_follow.then_some(Clause::Terugkeerbesluit);
                let clauses: Vec<Clause> = return_decision.into_iter().chain(clauses.to_vec()).collect();
                findings.ask_fact_within(&clauses, path, "terugkeerbesluit.opgelegd", question);
            }
        }
        if !may_follow {
            return;
        }
        match self.facts.land_van_terugkeer {
            None => findings.ask_fact_within(
                &[Clause::Terugkeerbesluit],
                LAND,
                "terugkeerbesluit.land",
                "Naar welk land moet de vreemdeling terugkeren?",
            ),
            Some(land) => self.weigh(view, land, findings),
        }
    }

    fn weigh(&self, view: &View<'_>, land: Country, findings: &mut Findings) {
        let mut ask = |message: &str, path: String| {
            findings.ask_within(
                &[Clause::Terugkeerbesluit],
                Diagnostic::new(Code::ReturnDecision, message, [path])
                    .with_rule("terugkeerbesluit.ambtenaar_beslist")
                    .with_hint("Komt er geen terugkeerbesluit, vul dan `terugkeerbesluit: {achterwege: true, reden: …}` in."),
            );
        };
        if land == Country::UKRAINE {
            ask(
                "Naar Oekraïne is nu geen gedwongen terugkeer mogelijk. Komt er een terugkeerbesluit, en naar welk land?",
                LAND.to_owned(),
            );
        } else if land.is_member_state() {
            ask(
                "Een terugkeerbesluit noemt geen lidstaat van de Europese Unie. Komt er een terugkeerbesluit, en naar welk land?",
                LAND.to_owned(),
            );
        }
        if view.case.feiten.asielstatus_elders.is_some_and(Country::is_member_state) {
            ask(
                "De vreemdeling heeft een asielvergunning in een lidstaat (artikel 62a Vw). Komt er een terugkeerbesluit?",
                "feiten.asielstatus_elders".to_owned(),
            );
        }
        if let Stap::Herbeoordeling(step) = &view.case.stap
            && let Some(Asielbesluit::Taken { terugkeerbesluit: Some(true), .. }) = &step.asielbesluit
        {
            let path = "stap.asielbesluit.terugkeerbesluit".to_owned();
            ask("Het asielbesluit heeft al een terugkeerbesluit. Komt er nog een?", path);
        }
        let measures = &view.case.feiten.maatregelen;
        if let Some(i) = measures.iter().position(|m| m.soort == SoortMaatregel::Terugkeerbesluit) {
            ask("Er is al een terugkeerbesluit. Komt er nog een?", format!("feiten.maatregelen[{i}].soort"));
        }
    }

    /// Step 5: the TKB of the letter, with the rules that gave it or left it out.
    pub fn plan(&self, view: &View<'_>, findings: &mut Findings) -> Option<ReturnDecision> {
        let blocks = self.blocks(view);
        for (rule, facts) in &blocks {
            findings.trace.used(rule, facts.iter().copied());
        }
        if !blocks.is_empty() {
            return None;
        }
        let land = self.facts.land_van_terugkeer?;
        let safe_third_country = self.facts.terugkeerbeletsel == Some(true);
        let wish = self.wish.map(|_| WISH);
        findings.trace.used("terugkeerbesluit.opgelegd", wish.into_iter().chain([OTHER_RIGHT, BAR]));
        findings.trace.used("terugkeerbesluit.land", [LAND]);
        if safe_third_country {
            findings.trace.used("terugkeerbesluit.veilig_derde_land", [SAFE, LAND]);
        }
        let immediately = self.facts.vertrektermijn.as_ref().is_some_and(|v| v.weken == 0);
        if immediately {
            findings.trace.used("terugkeerbesluit.vertrektermijn_nul", ["stap.vertrektermijn.weken"]);
        }
        Some(ReturnDecision { land, safe_third_country, immediately })
    }
}

/// The officer gives facts for a TKB in the besluit itself.
pub(super) fn wanted(facts: &TerugkeerFeiten) -> bool {
    facts.land_van_terugkeer.is_some()
        || facts.andere_verblijfsgrond.is_some()
        || facts.veilig_derde_land.is_some()
        || facts.vertrektermijn.is_some()
}
