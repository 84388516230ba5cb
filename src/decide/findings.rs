//! What the assessment of one case finds: errors, questions and the rules used.
//!
//! A contradiction that the case records an `afwijking` for is not an error; it becomes part of the
//! trace. Some things no afwijking cures (letters.md section 4), and those are refused as such.

use super::doelgroep::TargetGroup;
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
#[derive(Default)]
pub(super) struct Findings {
    /// What refuses the letter.
    pub errors: Vec<Diagnostic>,
    /// What a person must decide.
    pub questions: Vec<Diagnostic>,
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

    /// Asks an officer; the same question is asked once.
    pub fn ask(&mut self, question: Diagnostic) {
        self.note(&question);
        if !self.questions.contains(&question) {
            self.questions.push(question);
        }
    }

    /// A deciding fact is absent.
    pub fn ask_fact(&mut self, path: impl Into<String>, rule: &str, question: &str) {
        let diagnostic = Diagnostic::new(Code::FactNeeded, question, [path.into()])
            .with_rule(rule)
            .with_hint("Vul dit feit in; het bepaalt welke brief of welke tekst er komt.");
        self.ask(diagnostic);
    }

    /// An officer's text that the letter must hold is absent.
    pub fn text_missing(&mut self, path: impl Into<String>, rule: &str, what: &str) {
        let diagnostic = Diagnostic::new(Code::TextMissing, format!("{what} ontbreekt."), [path.into()])
            .with_rule(rule)
            .with_hint("Schrijf deze tekst zelf: de brief kan niet zonder uw eigen woorden.");
        self.refuse(diagnostic);
    }

    fn note(&mut self, finding: &Diagnostic) {
        if let Some(rule) = &finding.rule {
            self.trace.used(rule, finding.paths.iter().map(String::as_str));
        }
    }
}
