//! Stages 3 and 4 for the grounds (docs/spec/letters.md section 3): each must fit the letter, be in force,
//! have its texts and not be contradicted by a fact; a fact that it needs and that is absent is asked.
//!
//! The checks of every ground stand here; the checks of one ground stand in the file named after it. The
//! list of grounds in `words` makes the modules and both matches.

use super::case_view::CaseView;
use super::findings::{Finding, Findings};
use super::known::Known;
use super::weighing;
use crate::case::model::{
    Bekendmaking, Feiten, Gezinsband, Grond, Herbeoordeling, Referent, Relatie, Stap, Vreemdeling,
};
use crate::diagnostic::Code;
use crate::law::row::GroundRow;
use crate::words::{
    Condition, Ending, Fact, GroundId, GroundLetter, Judgement, Rule, RuleId, SoortStap, with_grounds,
};

macro_rules! modules {
    ($($name:ident => $variant:ident,)+) => {
        $(mod $name;)+

        /// The facts that a ground reads, for the trace.
        const fn reads(ground: GroundId) -> &'static [Fact] {
            match ground { $(GroundId::$variant => $name::READS,)+ }
        }

        /// Makes the checks of this one ground.
        fn check_one(check: &mut GroundCheck<'_, '_, '_>) {
            match check.ground.grond { $(GroundId::$variant => $name::check(check),)+ }
        }
    };
}
with_grounds!(modules);

/// The kinds of letter that grounds carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A refusal.
    Weigering,
    /// A reassessment; `None` while it is open whether it is an intrekking or a beëindiging.
    Herbeoordeling(Option<Ending>),
}

impl Purpose {
    /// The kinds of decision of which a ground must be able to carry one.
    fn letters(self) -> Vec<GroundLetter> {
        match self {
            Self::Weigering => vec![GroundLetter::Weigering],
            Self::Herbeoordeling(Some(ending)) => vec![ending.carried_by()],
            Self::Herbeoordeling(None) => vec![GroundLetter::Intrekking, GroundLetter::Beeindiging],
        }
    }

    /// The facts from which the kind of letter follows.
    const fn facts(self) -> &'static [Fact] {
        match self {
            Self::Weigering | Self::Herbeoordeling(None) => &[Stap::soort],
            Self::Herbeoordeling(Some(_)) => &[Herbeoordeling::voldoet_niet_sinds, Feiten::toegekend_op],
        }
    }
}

/// Checks every ground of the case for a letter.
pub(super) fn check(view: &CaseView<'_>, purpose: Purpose, findings: &mut Findings<'_>) {
    let grounds = view.case.stap.gronden();
    twice(grounds, findings);
    for (item, ground) in grounds.iter().enumerate() {
        let own = [Grond::grond.at(item), Grond::motivering.at(item)];
        // A ground that does not hold is recorded too; `fits` refuses it.
        findings.trace.used(ground.grond.into(), own.into_iter().chain(reads(ground.grond).iter().copied()));
        let mut check = GroundCheck { view, ground, item, findings };
        check.fits(purpose);
        check.require_text(ground.motivering.is_some(), Grond::motivering, "De motivering van deze grond");
        check_one(&mut check);
    }
    if purpose == Purpose::Weigering && !grounds.iter().any(|g| g.grond == GroundId::OpenbareOrde) {
        let read = (0..grounds.len()).map(|item| Grond::grond.at(item));
        findings.used(Rule::WeigeringGeenToets8Evrm, read);
    }
}

fn twice(grounds: &[Grond], findings: &mut Findings<'_>) {
    for (item, ground) in grounds.iter().enumerate() {
        if let Some(first) = grounds[..item].iter().position(|g| g.grond == ground.grond) {
            let facts = [Grond::grond.at(item), Grond::grond.at(first)];
            let message = "Dezelfde grond staat er twee keer.";
            findings.refuse(Finding::new(ground.grond, Code::GroundTwice, message, facts));
        }
    }
}

/// One ground under assessment.
pub(super) struct GroundCheck<'a, 'v, 'f> {
    /// The case.
    pub view: &'a CaseView<'v>,
    /// The ground.
    pub ground: &'a Grond,
    /// Its place among the grounds, from 0.
    pub item: usize,
    /// What was found so far.
    pub findings: &'a mut Findings<'f>,
}

impl GroundCheck<'_, '_, '_> {
    /// The row of the ground.
    fn rule(&self) -> RuleId {
        self.ground.grond.into()
    }

    fn finding(&self, message: &str, facts: &[Fact]) -> Finding {
        let own = std::iter::once(Grond::grond.at(self.item));
        Finding::new(self.rule(), Code::GroundContradicted, message, own.chain(facts.iter().copied()))
            .with_hint("Kies een andere grond, of verbeter het feit als dat niet klopt.")
    }

    /// A fact contradicts the ground; an afwijking can cure it.
    pub fn contradict(&mut self, message: &str, facts: &[Fact]) {
        let finding = self.finding(message, facts);
        self.findings.contradict(finding);
    }

    /// A contradiction of a rule of the WI alone, which shows its numbers on the terminal. An afwijking cures it; the
    /// words of the ground are then the officer's own.
    pub fn contradict_policy(&mut self, message: &str, facts: &[Fact], detail: String) {
        let finding = self.finding(message, facts).with_detail(detail).with_deviation_hint();
        if self.findings.contradict_policy(finding) {
            self.findings.own_words();
        }
    }

    /// A fact contradicts the ground, and no afwijking cures it.
    pub fn refuse(&mut self, message: &str, facts: &[Fact]) {
        let finding = self.finding(message, facts);
        self.findings.refuse(finding);
    }

    /// The ground reads one more fact, for the trace.
    pub fn reads(&mut self, fact: Fact) {
        self.findings.used(self.ground.grond, [fact]);
    }

    /// Asks for an absent fact that the letter names or that the ground rests on; which letter it is, is known.
    pub fn need(&mut self, fact: Fact, question: &str) {
        self.findings.ask_fact_within(&[], fact, self.ground.grond, question);
    }

    /// Asks for an absent fact that decides whether there is a letter, or which letter it is.
    pub fn need_first(&mut self, fact: Fact, question: impl Into<String>) {
        self.findings.ask_fact(fact, self.ground.grond, question);
    }

    /// Refuses the letter if an officer's text of this ground is absent.
    pub fn require_text(&mut self, present: bool, fact: Fact, what: &str) {
        if !present {
            self.findings.text_missing(fact.at(self.item), self.ground.grond, what);
        }
    }

    /// The ground is for third-country nationals only; of an unknown nationality an officer decides.
    pub fn third_country_only(&mut self) {
        match self.view.person.third_country {
            Known::No => self.contradict(
                "De grond geldt alleen voor derdelanders; de vreemdeling is Oekraïner of EU-burger.",
                &[Vreemdeling::nationaliteiten],
            ),
            Known::Unknown => {
                let message = "De grond geldt alleen voor derdelanders, en de nationaliteit is onbekend. Is de vreemdeling een derdelander?";
                let facts = [Grond::grond.at(self.item), Vreemdeling::nationaliteiten];
                let question = Finding::new(self.rule(), Code::NationalityUnknown, message, facts);
                self.findings.judge(Judgement::NationalityUnknown, question);
            }
            Known::Yes => {}
        }
    }

    /// The WI writes this ground of Ukrainians only; that it holds for third-country nationals too must be confirmed.
    pub fn also_for_third_country(&mut self) {
        if self.view.person.third_country.is_yes() {
            self.findings.used(Rule::GrondVoorDerdelander, [Vreemdeling::nationaliteiten]);
        }
    }

    /// A condition that the ground does not touch is met: it contradicts the ground.
    pub fn not_met(&mut self, conditions: &[Condition], message: &str) {
        let Some(met) = self.view.group.first_met(conditions) else { return };
        let facts: Vec<Fact> = met.facts.iter().copied().filter(|fact| self.view.has(*fact)).collect();
        self.contradict(message, &facts);
    }

    /// A family condition that is met stands against the ground: an officer weighs.
    pub fn weigh_family(&mut self, fact: Fact, message: &str) {
        if self.view.group.family_met() {
            let facts = [Grond::grond.at(self.item), fact, Gezinsband::relatie];
            weighing::weigh(self.rule(), message, &facts, self.findings);
        }
    }

    /// What the facts of a family tie leave to an officer: whose child it is, a child who has grown up, and who is outside
    /// the circle only for not having lived with the family.
    pub fn open_tie_questions(&mut self) {
        self.child_questions();
        self.apart_question();
    }

    fn apart_question(&mut self) {
        let Some(tie) = &self.view.case.feiten.gezinsband else { return };
        let dependent = tie.afhankelijk == Some(true) && tie.schrijnend == Some(true);
        let only_apart = dependent && tie.samenwonend_voor_peilmoment == Some(false);
        let other = tie.relatie == Some(Relatie::AnderFamilielid);
        if other && only_apart && self.view.group.result(Condition::B3) != Known::No {
            let message = "Niet hebben samengewoond is op zichzelf geen reden. Is er een andere reden om dit familielid te weigeren?";
            let facts =
                [Gezinsband::samenwonend_voor_peilmoment, Gezinsband::afhankelijk, Gezinsband::schrijnend];
            self.judge(Judgement::NotLivedTogether, Code::NotLivedTogether, message, &facts);
        }
    }

    /// Whose child it is, where the referent does not fall under a, and a child who has grown up since registration
    /// (docs/spec/letters.md section 4, b2).
    pub fn child_questions(&mut self) {
        let facts = &self.view.case.feiten;
        let Some(tie) = facts.gezinsband.as_ref().filter(|tie| tie.relatie == Some(Relatie::MinderjarigKind))
        else {
            return;
        };
        let under_a = tie.referent.as_ref().and_then(|referent| referent.valt_onder_a);
        let may_be_minor = self.view.person.minor_when_decided() != Known::No;
        if under_a == Some(false) && may_be_minor && tie.ongehuwd != Some(false) {
            let message = "De referent valt niet onder de doelgroep (onder a). Is het ook geen kind van een echtgenoot of partner die daar wel onder valt?";
            self.judge(Judgement::WhoseChild, Code::WhoseChild, message, &[Referent::valt_onder_a]);
        }
        if under_a == Some(true) && self.view.grew_up() && tie.ongehuwd != Some(false) {
            let message = "De vreemdeling was minderjarig bij de inschrijving in de BRP en is het nu niet meer. Past deze grond toch?";
            let read = [Vreemdeling::geboortedatum, Feiten::brp_inschrijving];
            self.judge(Judgement::GrownUp, Code::GrownUp, message, &read);
        }
    }

    /// Asks for a judgement on the ground.
    pub fn judge(&mut self, judgement: Judgement, code: Code, message: &str, facts: &[Fact]) {
        let own = std::iter::once(Grond::grond.at(self.item));
        let question = Finding::new(self.rule(), code, message, own.chain(facts.iter().copied()));
        self.findings.judge(judgement, question);
    }

    /// Refuses a ground of which the row says that it cannot carry this letter, is not for this step, or is not
    /// in force on the day of bekendmaking.
    fn fits(&mut self, purpose: Purpose) {
        let Some(row) = self.view.book.ground(self.ground.grond, self.view.made_known()) else { return };
        let fact = Grond::grond.at(self.item);
        let step = self.view.case.stap.kind();
        let fits_letter = row.brieven.iter().any(|letter| purpose.letters().contains(letter));
        let fits_step = row.stappen.is_empty() || row.stappen.contains(&step);
        if !fits_letter || !fits_step {
            let message = format!(
                "De grond `{}` kan deze brief niet dragen; zij past bij: {}.",
                self.ground.grond.word(),
                fits_in_words(row)
            );
            let facts = std::iter::once(fact).chain(purpose.facts().iter().copied());
            self.findings.refuse_always(Finding::new(self.rule(), Code::GroundUnfit, message, facts));
        }
        if !row.provenance.in_force(self.view.made_known()) {
            let message = "Deze grond gold nog niet of niet meer op de dag van bekendmaking.";
            let facts = [fact, Bekendmaking::datum];
            self.findings.refuse_always(Finding::new(self.rule(), Code::RuleNotInForce, message, facts));
        }
    }
}

fn fits_in_words(row: &GroundRow) -> String {
    let words = |words: Vec<&str>| words.join(", ");
    let letters = words(row.brieven.iter().map(|letter| letter.word()).collect());
    let steps: Vec<&str> = row.stappen.iter().copied().map(SoortStap::word).collect();
    let at = if steps.is_empty() { String::new() } else { format!(" (alleen bij {})", words(steps)) };
    format!("{letters}{at}")
}
