//! What the assessment of one case finds: errors, questions and the rules used.
//!
//! This is the one place that checks whether a rule holds before it refuses, asks or explains: a rule that
//! does not hold on the day of bekendmaking finds nothing. A contradiction is no error when the case records
//! an `afwijking`; it becomes part of the trace. What no afwijking can cure (docs/spec/letters.md section 4)
//! is always refused.

use super::clause::Clause;
use super::trace::Trace;
use crate::case::model::{
    Afwijking, Antwoord, Bekendmaking, Case, JaNee, Stap, how_to_write, key_of_pattern,
};
use crate::diagnostic::{Code, Diagnostic, WayOut};
use crate::law::book::RuleBook;
use crate::law::date::Date;
use crate::words::{Fact, Holds, Judgement, Rule, RuleId};

/// The findings of a stage of deciding.
#[derive(Clone)]
pub(super) struct Findings<'a> {
    /// What refuses the letter.
    pub errors: Vec<Diagnostic>,
    /// What a person must decide.
    pub questions: Vec<Diagnostic>,
    /// Whether some question decides which letter it is, or whether there is one.
    pub undetermined: bool,
    /// The clauses that the other questions decide.
    pub open: Vec<Clause>,
    /// The rules used so far.
    pub trace: Trace,
    /// Whether the afwijking set a contradiction or a question aside.
    pub deviated: bool,
    case: &'a Case,
    /// The questions that an answer of the officer settled.
    settled: Vec<Judgement>,
    /// Whether a sentence of the letter gives way to the officer's own words.
    needs_own_words: bool,
    /// Whether the outcome is to the disadvantage of the person.
    disadvantage: bool,
    book: &'a RuleBook,
    made_known: Date,
}

impl<'a> Findings<'a> {
    /// The findings at the start: only the errors found while reading the file.
    pub fn new(case: &'a Case, book: &'a RuleBook, disadvantage: bool, errors: Vec<Diagnostic>) -> Self {
        Self {
            errors,
            questions: Vec::new(),
            undetermined: false,
            open: Vec::new(),
            trace: Trace::default(),
            deviated: false,
            case,
            settled: Vec::new(),
            needs_own_words: false,
            disadvantage,
            book,
            made_known: case.bekendmaking.datum,
        }
    }

    /// Whether a rule holds on the day of bekendmaking.
    pub fn holds(&self, rule: impl Into<RuleId>) -> bool {
        self.book.holds(rule, self.made_known)
    }

    /// Records that a rule was used, if it holds; says whether it holds.
    pub fn used(&mut self, rule: impl Into<RuleId>, facts: impl IntoIterator<Item = Fact>) -> bool {
        let rule = rule.into();
        let holds = self.holds(rule);
        if holds {
            self.trace.used(rule, facts);
        }
        holds
    }

    /// Refuses the letter, if the rule holds; no afwijking cures it.
    pub fn refuse(&mut self, finding: Finding) {
        if self.used(finding.rule, finding.facts.iter().copied()) {
            self.errors.push(finding.into());
        }
    }

    /// Refuses the letter because of what the row of a rule says, whether the rule holds or not.
    pub fn refuse_always(&mut self, finding: Finding) {
        self.trace.used(finding.rule, finding.facts.iter().copied());
        self.errors.push(finding.into());
    }

    /// Refuses the letter for facts that contradict the outcome or a ground, if the rule holds. An afwijking cures
    /// it only to the advantage of the person (docs/spec/letters.md section 1, *Sharpened*).
    pub fn contradict(&mut self, finding: Finding) {
        if self.disadvantage {
            self.refuse(finding);
        } else {
            self.contradict_policy(finding.with_deviation_hint());
        }
    }

    /// Refuses the letter for a contradiction of a rule of the WI alone, which is no law: an afwijking cures it
    /// whatever the outcome. Says whether it did.
    pub fn contradict_policy(&mut self, finding: Finding) -> bool {
        if !self.used(finding.rule, finding.facts.iter().copied()) {
            return false;
        }
        let deviates = self.deviate(&finding.facts);
        if !deviates {
            self.errors.push(finding.into());
        }
        deviates
    }

    /// The letter would say what is not so: the officer's own words must be there instead.
    pub fn own_words(&mut self) {
        self.needs_own_words = true;
        if self.case.afwijking.as_ref().is_some_and(|deviation| deviation.tekst.is_none()) {
            self.text_missing(
                Afwijking::tekst,
                Rule::Afwijking,
                "De tekst die bij deze afwijking in de brief komt",
            );
        }
    }

    /// Sets a contradiction or a question about these facts aside, if the case records an afwijking and the
    /// rule about it holds; says whether it did.
    pub fn deviate(&mut self, facts: &[Fact]) -> bool {
        let recorded = [Afwijking::reden, Afwijking::akkoord].into_iter();
        let recorded_one = self.case.afwijking.is_some();
        let deviates = recorded_one && self.used(Rule::Afwijking, recorded.chain(facts.iter().copied()));
        self.deviated |= deviates;
        deviates
    }

    /// Asks for a judgement that decides whether the outcome can stand, unless the officer's answer is on record.
    /// The answer `nee` contradicts the outcome.
    pub fn judge(&mut self, judgement: Judgement, question: Finding) {
        match self.answer(judgement, &question) {
            None => {
                let more = !self.case.stap.antwoorden().is_empty();
                self.ask(question.with_answer_hint(judgement, more));
            }
            Some(Answer { yes: true, .. }) => {}
            Some(Answer { item, .. }) => {
                let message =
                    format!("U antwoordde `nee` op {}; dan past deze uitkomst niet.", judgement.word());
                let because = question.facts.iter().copied();
                let facts = [Antwoord::antwoord.at(item)].into_iter().chain(because);
                let finding =
                    Finding::new(Rule::AntwoordAmbtenaar, Code::OutcomeContradicted, message, facts);
                self.refuse(finding.with_hint(after_no(judgement)));
            }
        }
    }

    /// The officer's answer to a question whose rule holds, if it is on record.
    pub fn answer(&mut self, judgement: Judgement, question: &Finding) -> Option<Answer> {
        let given = self.case.stap.antwoorden();
        let item = given.iter().position(|answer| answer.vraag == judgement)?;
        let facts = [Antwoord::vraag.at(item), Antwoord::antwoord.at(item)];
        if !self.used(question.rule, question.facts.iter().copied())
            || !self.used(Rule::AntwoordAmbtenaar, facts)
        {
            return None;
        }
        if !self.settled.contains(&judgement) {
            self.settled.push(judgement);
            if given.get(item).is_some_and(|answer| answer.reden.is_none()) {
                let what = "De reden van uw oordeel";
                self.text_missing(Antwoord::reden.at(item), Rule::AntwoordAmbtenaar, what);
            }
        }
        let yes = given.get(item).is_some_and(|answer| answer.antwoord == JaNee::Ja);
        Some(Answer { item, yes })
    }

    /// Whether an answer on record settled this question.
    pub fn is_settled(&self, judgement: Judgement) -> bool {
        self.settled.contains(&judgement)
    }

    /// Records that another answer made this question moot; an answer to it may stand.
    pub fn moot(&mut self, judgement: Judgement) {
        self.settled.push(judgement);
    }

    /// Refuses an afwijking from no rule, and own words that no sentence of the letter gives way to.
    pub fn refuse_idle_deviation(&mut self) {
        let Some(deviation) = &self.case.afwijking else { return };
        let idle = [
            (
                !self.deviated,
                Afwijking::reden,
                "Deze afwijking is niet nodig: geen regel staat deze uitkomst in de weg.",
                "Haal de `afwijking` weg.",
            ),
            (
                deviation.tekst.is_some() && !self.needs_own_words,
                Afwijking::tekst,
                "Geen zin van de brief wijkt voor deze tekst.",
                "Haal de tekst weg, of zet haar in de motivering.",
            ),
        ];
        for (_, record, message, hint) in idle.into_iter().filter(|(idle, ..)| *idle) {
            let (rule, code) = (Rule::InvoerZonderGevolg, Code::OutcomeContradicted);
            let finding = Finding::new(rule, code, message, [record, Stap::soort]);
            self.refuse(finding.with_hint(hint));
        }
    }

    /// Refuses answers on record to questions that this case does not raise.
    pub fn refuse_idle_answers(&mut self) {
        for (item, answer) in self.case.stap.antwoorden().iter().enumerate() {
            if self.settled.contains(&answer.vraag) {
                continue;
            }
            let message = format!("De vraag {} komt in deze zaak niet op.", answer.vraag.word());
            let facts = [Antwoord::vraag.at(item), Stap::soort];
            let finding = Finding::new(Rule::InvoerZonderGevolg, Code::OutcomeContradicted, message, facts);
            self.refuse(finding.with_hint("Haal dit antwoord weg."));
        }
    }

    /// Sets a question about these facts aside, where the outcome is to the advantage of the person and an afwijking
    /// is on record.
    pub fn deviates_to_advantage(&mut self, facts: &[Fact]) -> bool {
        !self.disadvantage && self.deviate(facts)
    }

    /// Asks an officer a question that decides which letter it is, or whether there is one. The same question
    /// is asked only once.
    pub fn ask(&mut self, question: Finding) {
        self.undetermined |= self.record_question(&[], question);
    }

    /// Asks an officer a question that decides these clauses of a letter that is known, or only words when
    /// there are none.
    pub fn ask_within(&mut self, clauses: &[Clause], question: Finding) {
        self.record_question(clauses, question);
    }

    /// Keeps a question whose rule holds, once, with the clauses that it leaves open; says whether the rule holds.
    fn record_question(&mut self, clauses: &[Clause], question: Finding) -> bool {
        if !self.used(question.rule, question.facts.iter().copied()) {
            return false;
        }
        for clause in clauses {
            if !self.open.contains(clause) {
                self.open.push(*clause);
            }
        }
        let question = Diagnostic::from(question);
        if !self.questions.contains(&question) {
            self.questions.push(question);
        }
        true
    }

    /// Asks for an absent fact that decides which letter it is, or whether there is one.
    pub fn ask_fact(&mut self, fact: Fact, rule: impl Into<RuleId>, question: impl Into<String>) {
        self.ask(absent(fact, rule.into(), question.into()));
    }

    /// Asks for an absent fact that decides these clauses of a letter that is known, or only words when there
    /// are none.
    pub fn ask_fact_within(
        &mut self,
        clauses: &[Clause],
        fact: Fact,
        rule: impl Into<RuleId>,
        question: impl Into<String>,
    ) {
        self.ask_within(clauses, absent(fact, rule.into(), question.into()));
    }

    /// Refuses the letter because a text of the officer, which it must hold, is absent.
    pub fn text_missing(&mut self, fact: Fact, rule: impl Into<RuleId>, what: &str) {
        let key = key_of_pattern(fact.pattern());
        let hint = match key.map(|key| key.holds) {
            Some(Holds::Text | Holds::OwnLine | Holds::OwnWords) | None => {
                "Schrijf deze tekst zelf: de brief kan niet zonder uw eigen woorden.".to_owned()
            }
            Some(_) => format!("Vul dit in; de brief noemt het.{}", how_to_write(fact)),
        };
        let finding = Finding::new(rule, Code::TextMissing, format!("{what} ontbreekt."), [fact]);
        self.refuse(finding.with_hint(hint));
    }

    /// Refuses the letter if the rule on which it rests does not hold on the day of bekendmaking. `fact` is the
    /// fact that calls for the rule.
    pub fn demand(&mut self, rule: Rule, fact: Fact) {
        if !self.holds(rule) {
            let message =
                "De regel waarop deze brief rust, gold nog niet of niet meer op de dag van bekendmaking.";
            let finding = Finding::new(rule, Code::RuleNotInForce, message, [fact, Bekendmaking::datum]);
            self.errors.push(finding.into());
        }
    }

    /// Refuses, if nothing else does, because no rule that holds on the day of bekendmaking says which letter
    /// follows.
    pub fn no_rule_says_what_follows(&mut self) {
        if self.errors.is_empty() {
            let message = "Geen regel die op de dag van bekendmaking geldt, zegt welke brief hier volgt.";
            let facts = [Stap::soort, Bekendmaking::datum];
            self.errors.push(Diagnostic::new(Code::RuleNotInForce, message, facts));
        }
    }

    /// Whether a ground itself is refused, so that its dates say nothing.
    pub fn grounds_are_refused(&self) -> bool {
        let of_ground = [Code::GroundUnfit, Code::GroundContradicted, Code::RuleNotInForce];
        self.errors.iter().any(|error| of_ground.contains(&error.code))
    }

    /// Whether everything that refuses the letter is a text that the officer still has to write.
    pub fn only_texts_missing(&self) -> bool {
        self.errors.iter().all(|error| error.code == Code::TextMissing)
    }
}

/// An answer of the officer on record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Answer {
    /// Its place among `antwoorden`, from 0.
    pub item: usize,
    /// Whether it is `ja`.
    pub yes: bool,
}

/// Something that a rule finds in the facts: it refuses, or asks.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    rule: RuleId,
    code: Code,
    message: String,
    facts: Vec<Fact>,
    hint: Option<String>,
    detail: Option<String>,
    way_out: Option<WayOut>,
}

impl Finding {
    /// What a rule finds in these facts; the fact to correct first comes first.
    pub fn new(
        rule: impl Into<RuleId>,
        code: Code,
        message: impl Into<String>,
        facts: impl IntoIterator<Item = Fact>,
    ) -> Self {
        Self {
            rule: rule.into(),
            code,
            message: message.into(),
            facts: facts.into_iter().collect(),
            hint: None,
            detail: None,
            way_out: None,
        }
    }

    /// Adds what the officer can do.
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Adds how the officer's answer is recorded.
    /// With `more` there are other answers already.
    pub fn with_answer_hint(mut self, judgement: Judgement, more: bool) -> Self {
        const SILENT: &[Judgement] =
            &[Judgement::AsylumDecisionParts, Judgement::AfterNareis, Judgement::ProtectionRuns];
        let printed = if SILENT.contains(&judgement) { "" } else { " De reden komt in de brief." };
        let code = judgement.word();
        let hint = match &self.hint {
            Some(other) => format!("{other} "),
            None => "Zet `ja` als deze uitkomst klopt, anders `nee`. ".to_owned(),
        };
        self.way_out = Some(WayOut::Answer(judgement));
        let how = if more {
            format!("Zo, bij `antwoorden`: `{{vraag: {code}, antwoord: ja, reden: \"…\"}}`.{printed}")
        } else {
            format!(
                "Zo: `antwoorden: [{{vraag: {code}, antwoord: ja, reden: \"…\"}}]` onder `stap`.{printed}"
            )
        };
        self.with_hint(format!("{hint}{how}"))
    }

    /// Adds the fact that ends it when it is filled in.
    pub fn filled_by(mut self, fact: Fact) -> Self {
        self.way_out = Some(WayOut::Fill(fact));
        self
    }

    /// Adds that an afwijking can be recorded.
    pub fn with_deviation_hint(mut self) -> Self {
        self.way_out = Some(WayOut::Deviate);
        self.with_hint("Klopt het besluit toch, leg dan een `afwijking` vast met reden en akkoord.")
    }

    /// Adds what only the terminal may show.
    pub fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }
}

impl From<Finding> for Diagnostic {
    fn from(finding: Finding) -> Self {
        let mut diagnostic = Self::new(finding.code, finding.message, finding.facts).with_rule(finding.rule);
        (diagnostic.hint, diagnostic.detail) = (finding.hint, finding.detail);
        diagnostic.way_out = finding.way_out;
        diagnostic
    }
}

/// What an officer can do who answered `nee`.
const fn after_no(judgement: Judgement) -> &'static str {
    match judgement {
        Judgement::AsylumDecisionParts => {
            "Verbeter het `asielbesluit` in deze zaak; een inreisverbod gaat samen met een terugkeerbesluit en een signalering."
        }
        Judgement::LateAppointment => "Wacht de afspraak af; er komt nu geen brief.",
        Judgement::YoungChild | Judgement::EarlierAsylumApplication => {
            "De zaak wordt niet buiten behandeling gesteld; er komt geen brief."
        }
        Judgement::AfterNareis | Judgement::ProtectionRuns => {
            "Er is geen toekenning; haal deze stap weg of kies een andere uitkomst."
        }
        Judgement::StatelessOrigin
        | Judgement::NationalityUnknown
        | Judgement::WhoseChild
        | Judgement::GrownUp => "Kies een andere grond, of een andere uitkomst.",
        Judgement::ReturnDecision
        | Judgement::ExclusionOrFamily
        | Judgement::ProtectionInUkraine
        | Judgement::EuCitizenAtBorder
        | Judgement::EndedByLaw
        | Judgement::UnboundMemberState
        | Judgement::NotLivedTogether => "Kies een andere uitkomst van de stap.",
    }
}

/// The question about a fact that is absent.
fn absent(fact: Fact, rule: RuleId, question: String) -> Finding {
    let hint = "Vul dit feit in; het bepaalt welke brief of welke tekst er komt.";
    Finding::new(rule, Code::FactNeeded, question, [fact]).with_hint(format!("{hint}{}", how_to_write(fact)))
}

/// Refuses two dates of which the first comes after the second.
pub(super) fn not_after(
    findings: &mut Findings<'_>,
    first: (Fact, Date),
    second: (Fact, Date),
    rule: Rule,
    message: &str,
) {
    if first.1 > second.1 {
        let finding = Finding::new(rule, Code::DatesContradict, message, [first.0, second.0])
            .with_detail(format!("{} is later dan {}", first.1.dutch(), second.1.dutch()));
        findings.refuse(finding.with_hint("Kijk welke van deze twee dagen niet klopt, en verbeter die."));
    }
}
