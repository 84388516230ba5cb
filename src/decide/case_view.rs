//! The case as the rules see it: the facts, the person, the target group, and the law of the day.

use super::doelgroep::TargetGroup;
use super::person::Person;
use crate::case::model::{Bekendmaking, Case};
use crate::law::book::RuleBook;
use crate::law::date::Date;
use crate::law::limit::Limits;
use crate::words::{Fact, Rule, RuleId};

/// The case as the rules see it.
pub(super) struct CaseView<'a> {
    /// The facts.
    pub case: &'a Case,
    /// What the rules ask of the person.
    pub person: Person,
    /// The target group check.
    pub group: TargetGroup,
    /// The limits of the law on the day of bekendmaking.
    pub limits: &'a Limits,
    /// The rules, terms and calendar.
    pub book: &'a RuleBook,
}

impl<'a> CaseView<'a> {
    /// The view of a case, by the law of its day of bekendmaking.
    pub fn of(case: &'a Case, book: &'a RuleBook) -> Self {
        let limits = book.limits(case.bekendmaking.datum);
        let person = Person::of(case, limits);
        Self { case, person, group: TargetGroup::check(case, &person, book), limits, book }
    }

    /// The day of bekendmaking, from which terms, rules and age count.
    pub fn made_known(&self) -> Date {
        self.case.bekendmaking.datum
    }

    /// The day of bekendmaking, with its fact.
    pub fn known(&self) -> (Fact, Date) {
        (Bekendmaking::datum, self.made_known())
    }

    /// The day of the decision, with the fact that sets it.
    pub fn decided(&self) -> (Fact, Date) {
        (self.case.decision_day_fact(), self.case.decision_day())
    }

    /// Whether a rule holds on the day of bekendmaking.
    pub fn holds(&self, rule: impl Into<RuleId>) -> bool {
        self.book.holds(rule, self.made_known())
    }

    /// Whether the letter goes to the legal representative of a minor (BW 1:245).
    pub fn addresses_representative(&self) -> bool {
        self.holds(Rule::PersoonMinderjarig)
            && self.person.minor().is_yes()
            && self.case.vreemdeling.wettelijk_vertegenwoordiger.is_some()
    }
}
