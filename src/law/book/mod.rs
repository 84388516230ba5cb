//! The rule book: every table, read and checked once, then handed out.
//!
//! Whatever could go wrong with a table goes wrong here, at the start: after that a term has exactly one
//! row on every day and nothing needs to fail in the middle of a case.

mod terms;
mod validity;

use super::calendar::Calendar;
use super::date::Date;
use super::rtb::Rtb;
use super::rule::Rule;
use super::table;
pub use super::table::RulesError;
use super::term::TermKind;
use super::term::rule::{self as term_rule, TermRule};
use crate::hash::Hash;
use terms::Terms;

/// The texts of the tables, each as YAML.
#[derive(Clone, Copy, Debug)]
pub struct RuleTexts<'a> {
    /// Tables of rules, each with its name: `("grounds.yaml", …)`.
    pub rules: &'a [(&'a str, &'a str)],
    /// `terms.yaml`.
    pub terms: &'a str,
    /// `rtb.yaml`.
    pub rtb: &'a str,
    /// `gelijkgestelde-dagen.yaml`.
    pub gelijkgestelde_dagen: &'a str,
}

impl RuleTexts<'static> {
    /// The tables that the program was built with.
    pub const BUILT_IN: Self = Self {
        rules: &[
            ("rules.yaml", include_str!("../../../letter-templates/rules/rules.yaml")),
            ("grounds.yaml", include_str!("../../../letter-templates/rules/grounds.yaml")),
            ("remedies.yaml", include_str!("../../../letter-templates/rules/remedies.yaml")),
        ],
        terms: include_str!("../../../letter-templates/rules/terms.yaml"),
        rtb: include_str!("../../../letter-templates/rules/rtb.yaml"),
        gelijkgestelde_dagen: include_str!("../../../letter-templates/rules/gelijkgestelde-dagen.yaml"),
    };
}

impl<'a> RuleTexts<'a> {
    /// Name and text of every table.
    fn named(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let others = [
            ("terms.yaml", self.terms),
            ("rtb.yaml", self.rtb),
            ("gelijkgestelde-dagen.yaml", self.gelijkgestelde_dagen),
        ];
        self.rules.iter().copied().chain(others)
    }
}

/// Every rule, ground, remedy and term, the periods of the RTB and the calendar.
#[derive(Clone, Debug)]
pub struct RuleBook {
    rules: Vec<Rule>,
    terms: Terms,
    rtb: Rtb,
    calendar: Calendar,
    hash: Hash,
}

impl RuleBook {
    /// The book of the built-in tables.
    ///
    /// # Errors
    /// When a built-in table is wrong, which a test rules out.
    pub fn built_in() -> Result<Self, RulesError> {
        Self::from_texts(&RuleTexts::BUILT_IN)
    }

    /// The book of given tables.
    ///
    /// # Errors
    /// When a table cannot be read, two rows with one id hold on one day, a row ends before it begins,
    /// or a term has no row, or not one on every day.
    pub fn from_texts(texts: &RuleTexts<'_>) -> Result<Self, RulesError> {
        let mut named = Vec::new();
        for (name, text) in texts.rules {
            let rules: Vec<Rule> = table::read(name, text)?;
            named.extend(rules.into_iter().map(|rule| (*name, rule)));
        }
        let rows = term_rule::read(texts.terms)?;
        let terms = rows.iter().map(|row| (term_rule::TABLE, &row.rule));
        validity::check(named.iter().map(|(name, rule)| (*name, rule)).chain(terms))?;
        Ok(Self {
            rules: named.into_iter().map(|(_, rule)| rule).collect(),
            terms: Terms::from_rows(rows)?,
            rtb: Rtb::from_yaml(texts.rtb)?,
            calendar: Calendar::from_yaml(texts.gelijkgestelde_dagen)?,
            hash: Hash::of_parts(texts.named()),
        })
    }

    /// Every row of every table of rules, then of the terms, in the order of the tables.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter().chain(self.terms.iter().map(|term| &term.rule))
    }

    /// The rules in force on a day.
    pub fn rules_in_force(&self, on: Date) -> impl Iterator<Item = &Rule> {
        self.rules().filter(move |rule| rule.in_force(on))
    }

    /// The rule with an id; of several rows, the one that begins last.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules().filter(|rule| rule.id == id).max_by_key(|rule| rule.valid_from())
    }

    /// The rule with an id that is in force on a day.
    #[must_use]
    pub fn rule_on(&self, id: &str, on: Date) -> Option<&Rule> {
        self.rules_in_force(on).find(|rule| rule.id == id)
    }

    /// The rule with an id as it holds on a day; where it does not hold then, the row that begins last.
    #[must_use]
    pub fn row(&self, id: &str, on: Date) -> Option<&Rule> {
        self.rule_on(id, on).or_else(|| self.rule(id))
    }

    /// The row of a term that begins last.
    #[must_use]
    pub fn term(&self, kind: TermKind) -> &TermRule {
        self.terms.of(kind).last()
    }

    /// The row of a term on a day; before the first row, the first (`termijn` on the command line applies
    /// no `geldig_vanaf`).
    #[must_use]
    pub fn term_on(&self, kind: TermKind, on: Date) -> &TermRule {
        self.terms.of(kind).on(on)
    }

    /// The row for any statutory term, whose length is asked; see [`RuleBook::term_on`].
    #[must_use]
    pub fn statutory_term_on(&self, on: Date) -> &TermRule {
        self.terms.wettelijk.on(on)
    }

    /// The row for the answer to a gemeente (WI H2, Triage); see [`RuleBook::term_on`].
    #[must_use]
    pub fn triage_on(&self, on: Date) -> &TermRule {
        self.terms.triage.on(on)
    }

    /// The row for a stay in Ukraine or the country of origin (WI H2); see [`RuleBook::term_on`]. More
    /// days than its length are too many.
    #[must_use]
    pub fn stay_abroad_on(&self, on: Date) -> &TermRule {
        self.terms.verblijf_buiten_nederland.on(on)
    }

    /// Every row of every term, in the order of [`TermKind::ALL`], then the three others.
    pub fn terms(&self) -> impl Iterator<Item = &TermRule> {
        self.terms.iter()
    }

    /// The hash of the texts of all tables: what a receipt and `--version` say of the rules.
    #[must_use]
    pub const fn hash(&self) -> Hash {
        self.hash
    }

    /// When the RTB runs.
    #[must_use]
    pub const fn rtb(&self) -> &Rtb {
        &self.rtb
    }

    /// Which days are free.
    #[must_use]
    pub const fn calendar(&self) -> &Calendar {
        &self.calendar
    }
}
