//! What the facts say about each ground: what it needs (absent: an officer decides) and what
//! contradicts it (refused, both places shown). Letters.md section 3, row by row.

use super::absence;
use super::doelgroep::{in_nl_before_limit, reference_day};
use super::findings::{Findings, View};
use super::ground::Named;
use super::known::Known;
use crate::case::country::Country;
use crate::case::model::{GrondId, Identiteitsdocument, SoortVerblijfsrecht, Stap};
use crate::diagnostic::{Code, Diagnostic};

const NATIONALITY: &str = "vreemdeling.nationaliteiten";
const DEPARTURE: &str = "feiten.vertrek_uit_oekraine";
const RIGHT: &str = "feiten.verblijfsrecht_oekraine.soort";
const RETURN: &str = "feiten.terugkeer_herkomstland";
const GRANTED: &str = "feiten.toegekend_op";
const REGISTERED: &str = "feiten.brp_inschrijving";
const EARLY_ASYLUM: [&str; 2] = ["feiten.asielaanvraag_ingediend", "feiten.identiteitsdocument"];

/// The facts that a ground reads, for the trace.
pub(super) fn read(ground: GrondId) -> &'static [&'static str] {
    match ground {
        GrondId::VoorwaardenNietAangetoond
        | GrondId::GeenMedewerkingBiometrie
        | GrondId::OpenbareOrde
        | GrondId::Artikel1f
        | GrondId::NationaleVeiligheid
        | GrondId::Fraude => &[],
        GrondId::GeenIdentificerendDocument => &["feiten.identiteitsdocument"],
        GrondId::VertrekVoor27November2021 => {
            &[DEPARTURE, "feiten.in_nederland_sinds", EARLY_ASYLUM[0], EARLY_ASYLUM[1]]
        }
        GrondId::Inreisstempel => &["feiten.alleen_inreisstempel"],
        GrondId::DerdelanderTijdelijkVerblijfsrecht => &[NATIONALITY, RIGHT],
        GrondId::DerdelanderTerugkeerHerkomstland => &[NATIONALITY, RETURN, GRANTED],
        GrondId::DerdelanderLangerDan28DagenTeruggekeerd | GrondId::LangerDan28DagenBuitenNederland => {
            absence::PATHS
        }
        GrondId::AsielstatusElders => &["feiten.asielstatus_elders"],
        GrondId::EuNationaliteit => &[NATIONALITY],
        GrondId::GezinsbandNietAangetoond => &["feiten.gezinsband.duurzaam_voor_peilmoment"],
        GrondId::GeenGezinslid => &["feiten.gezinsband.relatie"],
        GrondId::GezinsbandVerbroken => &["feiten.gezinsband.beeindigd_op"],
        GrondId::BeschermingAndereLidstaat => {
            &["feiten.bescherming_elders.land", "feiten.bescherming_elders.sinds"]
        }
        GrondId::Nareisvergunning => &["feiten.nareis.afstand_op"],
    }
}

/// Asks what is needed and refuses what contradicts.
pub(super) fn check(view: &View<'_>, named: &Named<'_>, findings: &mut Findings) {
    let mut desk = Desk { view, named, findings };
    match named.ground.grond {
        GrondId::VoorwaardenNietAangetoond
        | GrondId::GeenMedewerkingBiometrie
        | GrondId::Artikel1f
        | GrondId::NationaleVeiligheid
        | GrondId::Fraude => {}
        GrondId::GeenIdentificerendDocument => desk.no_document(),
        GrondId::VertrekVoor27November2021 => desk.left_before_limit(),
        GrondId::Inreisstempel => desk.entry_stamp(),
        GrondId::DerdelanderTijdelijkVerblijfsrecht => desk.temporary_right(),
        GrondId::DerdelanderTerugkeerHerkomstland => desk.went_back(),
        GrondId::DerdelanderLangerDan28DagenTeruggekeerd => {
            desk.not_ukrainian();
            absence::check(&mut desk, false);
        }
        GrondId::LangerDan28DagenBuitenNederland => absence::check(&mut desk, true),
        GrondId::AsielstatusElders => desk.asylum_elsewhere(),
        GrondId::EuNationaliteit => desk.eu_citizen(),
        GrondId::GezinsbandNietAangetoond => desk.tie_not_shown(),
        GrondId::GeenGezinslid => desk.not_family(),
        GrondId::GezinsbandVerbroken => desk.tie_ended(),
        GrondId::OpenbareOrde => desk.conviction(),
        GrondId::BeschermingAndereLidstaat => desk.protected_elsewhere(),
        GrondId::Nareisvergunning => desk.family_permit(),
    }
}

/// One ground under assessment.
pub(super) struct Desk<'a, 'b> {
    pub view: &'a View<'b>,
    pub named: &'a Named<'a>,
    pub findings: &'a mut Findings,
}

impl Desk<'_, '_> {
    fn finding(&self, message: &str, facts: &[&str]) -> Diagnostic {
        let paths = std::iter::once(self.named.field("grond")).chain(facts.iter().map(|f| (*f).to_owned()));
        Diagnostic::new(Code::GroundContradicted, message, paths).with_rule(self.named.rule.clone())
    }

    /// A fact contradicts the ground.
    pub fn contradict(&mut self, message: &str, facts: &[&str]) {
        let hint = "Klopt het besluit toch, leg dan een `afwijking` vast met reden en akkoord.";
        let finding = self.finding(message, facts).with_hint(hint);
        self.findings.contradict(finding);
    }

    /// A contradiction that shows its numbers on the terminal.
    pub fn contradict_with(&mut self, message: &str, facts: &[&str], detail: String) {
        let finding = self.finding(message, facts).with_detail(detail);
        self.findings.contradict(finding);
    }

    /// The ground reads one more fact, for the trace.
    pub fn reads(&mut self, path: &str) {
        self.findings.trace.used(&self.named.rule, [path]);
    }

    /// A fact is absent that the letter names, or that the ground rests on.
    pub fn need(&mut self, path: &str, question: &str) {
        self.findings.ask_fact_within(&[], path, &self.named.rule, question);
    }

    /// A fact is absent that can end in no letter, or in a choice between letters.
    fn need_first(&mut self, path: &str, question: &str) {
        self.findings.ask_fact(path, &self.named.rule, question);
    }

    /// The ground is for third-country nationals only.
    pub fn not_ukrainian(&mut self) {
        if self.view.person.third_country == Known::No {
            self.contradict(
                "De grond geldt alleen voor derdelanders; de vreemdeling is Oekraïner of EU-burger.",
                &[NATIONALITY],
            );
        }
    }

    fn no_document(&mut self) {
        match self.view.case.feiten.identiteitsdocument {
            None => {
                self.need("feiten.identiteitsdocument", "Welk identificerend document heeft de vreemdeling?");
            }
            Some(Identiteitsdocument::Geen) => {}
            Some(_) => {
                self.contradict("De vreemdeling heeft een document.", &["feiten.identiteitsdocument"]);
            }
        }
    }

    /// The hard limit (WI H1, fn. 7): no afwijking bends it.
    fn left_before_limit(&mut self) {
        let facts = &self.view.case.feiten;
        let Some(left) = facts.vertrek_uit_oekraine else {
            return self.need(DEPARTURE, "Wanneer verliet de vreemdeling Oekraïne?");
        };
        let mut hard = |message: &str, facts: &[&str]| {
            let finding = self.finding(message, facts);
            self.findings.refuse(finding);
        };
        if super::doelgroep::fled_from().is_some_and(|limit| left >= limit) {
            hard("De vreemdeling verliet Oekraïne op of na 27 november 2021.", &[DEPARTURE]);
        }
        if in_nl_before_limit(facts).is_yes() {
            hard("De vreemdeling was al vóór 27 november 2021 in Nederland.", &["feiten.in_nederland_sinds"]);
        }
        if self.view.group.result("a5").is_yes() {
            let message = "De vreemdeling vroeg vóór 23 februari 2022 asiel en heeft een document.";
            self.contradict(message, &EARLY_ASYLUM);
        }
    }

    fn entry_stamp(&mut self) {
        if self.view.case.feiten.alleen_inreisstempel == Some(false) {
            let message = "De vreemdeling ging niet alleen voor een inreisstempel terug.";
            self.contradict(message, &["feiten.alleen_inreisstempel"]);
        }
    }

    fn temporary_right(&mut self) {
        self.not_ukrainian();
        match &self.view.case.feiten.verblijfsrecht_oekraine {
            None => self.need_first(RIGHT, "Welk verblijfsrecht had de vreemdeling in Oekraïne?"),
            Some(right) if right.soort != SoortVerblijfsrecht::Tijdelijk => {
                self.contradict("De vreemdeling had in Oekraïne geen tijdelijk verblijfsrecht.", &[RIGHT]);
            }
            Some(_) => {}
        }
        if matches!(self.view.case.stap, Stap::Herbeoordeling(_)) {
            self.reads(REGISTERED);
            if self.view.case.feiten.brp_inschrijving.is_none() {
                let question = "Wanneer is de vreemdeling ingeschreven in de BRP (voor of na 19 juli 2022)?";
                self.need_first(REGISTERED, question);
            }
        }
        super::questions::exclusion_or_family(self.view, &self.named.field("grond"), self.findings);
    }

    fn went_back(&mut self) {
        self.not_ukrainian();
        let facts = &self.view.case.feiten;
        let Some(back) = facts.terugkeer_herkomstland else {
            return self.need(RETURN, "Wanneer ging de vreemdeling terug naar het land van herkomst?");
        };
        if reference_day().is_some_and(|day| back <= day) {
            self.contradict("De terugkeer was op of vóór 23 februari 2022.", &[RETURN]);
        }
        if facts.toegekend_op.is_some_and(|granted| back > granted) {
            self.contradict("De terugkeer was na de toekenning.", &[RETURN, GRANTED]);
        }
    }

    fn asylum_elsewhere(&mut self) {
        match self.view.case.feiten.asielstatus_elders {
            None => {
                self.need("feiten.asielstatus_elders", "Welk land gaf de vreemdeling een asielvergunning?")
            }
            Some(Country::NETHERLANDS) => self.contradict(
                "De asielvergunning is van Nederland, niet van een ander land.",
                &["feiten.asielstatus_elders"],
            ),
            Some(_) => {}
        }
    }

    fn eu_citizen(&mut self) {
        if self.view.person.eu_citizen == Known::No {
            self.contradict("De vreemdeling heeft geen nationaliteit van een EU-lidstaat.", &[NATIONALITY]);
        }
    }

    fn tie_not_shown(&mut self) {
        let tie = self.view.case.feiten.gezinsband.as_ref();
        if tie.and_then(|g| g.duurzaam_voor_peilmoment) == Some(true) {
            let message = "De relatie was duurzaam vóór 24 februari 2022.";
            self.contradict(message, &["feiten.gezinsband.duurzaam_voor_peilmoment"]);
        }
    }

    fn not_family(&mut self) {
        const RELATION: &str = "feiten.gezinsband.relatie";
        let tie = self.view.case.feiten.gezinsband.as_ref();
        if tie.and_then(|g| g.relatie).is_none() {
            return self.need(RELATION, "Wat is de vreemdeling van de referent?");
        }
        if self.view.group.first_met(&["b1", "b2", "b3"]).is_some() {
            self.contradict("De vreemdeling hoort bij de kring van gezinsleden.", &[RELATION]);
        }
    }

    fn tie_ended(&mut self) {
        const ENDED: &str = "feiten.gezinsband.beeindigd_op";
        let Some(ended) = self.view.case.feiten.gezinsband.as_ref().and_then(|g| g.beeindigd_op) else {
            return self.need(ENDED, "Wanneer eindigde de relatie?");
        };
        if ended > self.view.decision_day() {
            let decided = self.view.case.decision_day_path();
            self.contradict("De relatie eindigt pas na de dag van het besluit.", &[ENDED, decided]);
        }
        if let Some(own) = self.view.group.first_met(&["a1", "a2", "a3", "a4", "a5"]) {
            // Of a return to the country of origin it is its absence that counts: that has no place.
            let facts = own.facts.iter().map(String::as_str);
            let facts: Vec<&str> = facts
                .filter(|f| self.view.case.feiten.terugkeer_herkomstland.is_some() || *f != RETURN)
                .collect();
            self.contradict("De vreemdeling valt zelf onder de doelgroep, ook zonder de relatie.", &facts);
        }
    }

    fn conviction(&mut self) {
        let sentence = self.named.ground.veroordeling.as_ref();
        let fact = self.named.field("veroordeling.onherroepelijk_op");
        self.reads(&self.named.field("veroordeling.land"));
        self.reads(&fact);
        let Some(final_on) = sentence.and_then(|v| v.onherroepelijk_op) else { return };
        if final_on > self.view.decision_day() {
            let decided = self.view.case.decision_day_path();
            let message = "De veroordeling is op de dag van het besluit nog niet onherroepelijk.";
            self.contradict(message, &[fact.as_str(), decided]);
        }
    }

    fn protected_elsewhere(&mut self) {
        const LAND: &str = "feiten.bescherming_elders.land";
        const SINCE: &str = "feiten.bescherming_elders.sinds";
        let facts = &self.view.case.feiten;
        let Some(elsewhere) = &facts.bescherming_elders else {
            return self
                .need("feiten.bescherming_elders", "Welke lidstaat gaf bescherming, en sinds wanneer?");
        };
        if !elsewhere.land.is_member_state() || elsewhere.land == Country::NETHERLANDS {
            self.contradict("Het land is geen andere lidstaat van de Europese Unie.", &[LAND]);
        }
        if elsewhere.sinds.zip(facts.toegekend_op).is_some_and(|(since, granted)| since < granted) {
            let message =
                "De bescherming elders is van vóór de toekenning; dan eindigt de andere lidstaat die.";
            self.contradict(message, &[SINCE, GRANTED]);
        }
    }

    fn family_permit(&mut self) {
        if self.view.case.feiten.nareis.is_none() {
            self.need("feiten.nareis", "Wanneer deed de vreemdeling afstand voor een nareisvergunning?");
        }
    }
}
