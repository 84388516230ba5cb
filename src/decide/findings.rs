//! What the assessment of one case finds: errors, questions and the rules used.
//!
//! A contradiction that the case records an `afwijking` for is not an error; it becomes part of the
//! trace. Some things no afwijking cures (letters.md section 4), and those are refused as such.

use super::doelgroep::TargetGroup;
use super::draft::Clause;
use super::person::Person;
use super::trace::Trace;
use crate::case::model::Case;
use crate::diagnostic::{Code, Diagnostic};
use crate::law::book::RuleBook;
use crate::law::date::Date;

/// The case as the rules see it.
pub(super) struct View<'a> {
    /// The facts.
    pub case: &'a Case,
    /// The person in the eyes of the rules.
    pub person: Person,
    /// The target group check.
    pub group: TargetGroup,
    /// The rules, terms and calendar.
    pub book: &'a RuleBook,
}

impl<'a> View<'a> {
    /// Looks at a case.
    pub fn of(case: &'a Case, book: &'a RuleBook) -> Self {
        let person = Person::of(case);
        Self { case, person, group: TargetGroup::check(case, &person, book), book }
    }

    /// The day of bekendmaking, from which terms, rules and age count.
    pub fn made_known(&self) -> Date {
        self.case.bekendmaking.datum
    }

    /// The day of the decision.
    pub fn decision_day(&self) -> Date {
        self.case.decision_day()
    }
}

/// The findings of a step of deciding.
#[derive(Clone, Default)]
pub(super) struct Findings {
    /// What refuses the letter.
    pub errors: Vec<Diagnostic>,
    /// What a person must decide.
    pub questions: Vec<Diagnostic>,
    /// Some question decides which letter it is, or whether there is one.
    pub undetermined: bool,
    /// The clauses that the other questions decide.
    pub open: Vec<Clause>,
    /// The rules used so far.
    pub trace: Trace,
    /// The case records an afwijking.
    pub deviates: bool,
    /// A contradiction was decided against.
    pub deviated: bool,
}

impl Findings {
    /// Refuses: no afwijking helps.
    pub fn refuse(&mut self, finding: Diagnostic) {
        self.note(&finding);
        self.errors.push(finding);
    }

    /// A contradiction between facts and outcome or ground; an afwijking on record decides against it.
    pub fn contradict(&mut self, finding: Diagnostic) {
        self.note(&finding);
        if self.deviates {
            self.deviated = true;
            let paths = ["afwijking.reden", "afwijking.akkoord"].into_iter();
            self.trace.used("afwijking", paths.chain(finding.paths.iter().map(String::as_str)));
        } else {
            self.errors.push(finding);
        }
    }

    /// Asks an officer what decides which letter it is, or whether there is one; the same question is
    /// asked once.
    pub fn ask(&mut self, question: Diagnostic) {
        self.undetermined = true;
        self.ask_within(&[], question);
    }

    /// Asks an officer what decides these clauses, or only words, of a letter that is known.
    pub fn ask_within(&mut self, clauses: &[Clause], question: Diagnostic) {
        self.note(&question);
        for clause in clauses {
            if !self.open.contains(clause) {
                self.open.push(*clause);
            }
        }
        if !self.questions.contains(&question) {
            self.questions.push(question);
        }
    }

    /// A fact is absent that decides which letter it is.
    pub fn ask_fact(&mut self, path: impl Into<String>, rule: &str, question: &str) {
        self.ask(absent(path, rule, question));
    }

    /// A fact is absent that decides these clauses, or only words, of a letter that is known.
    pub fn ask_fact_within(&mut self, clauses: &[Clause], path: &str, rule: &str, question: &str) {
        self.ask_within(clauses, absent(path, rule, question));
    }

    /// An officer's text that the letter must hold is absent.
    pub fn text_missing(&mut self, path: impl Into<String>, rule: &str, what: &str) {
        let diagnostic = Diagnostic::new(Code::TextMissing, format!("{what} ontbreekt."), [path.into()])
            .with_rule(rule)
            .with_hint("Schrijf deze tekst zelf: de brief kan niet zonder uw eigen woorden.");
        self.refuse(diagnostic);
    }

    /// Everything that refuses the letter is a text that the officer still has to write.
    pub fn only_texts_missing(&self) -> bool {
        self.errors.iter().all(|error| error.code == Code::TextMissing)
    }

    fn note(&mut self, finding: &Diagnostic) {
        if let Some(rule) = &finding.rule {
            self.trace.used(rule, finding.paths.iter().map(String::as_str));
        }
    }
}

/// The question about a fact that is absent.
fn absent(path: impl Into<String>, rule: &str, question: &str) -> Diagnostic {
    Diagnostic::new(Code::FactNeeded, question, [path.into()])
        .with_rule(rule)
        .with_hint("Vul dit feit in; het bepaalt welke brief of welke tekst er komt.")
}
