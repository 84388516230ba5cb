//! Which rules were used, each with the facts it read, in the order of use.

use crate::words::{Fact, RuleId};

/// The trace of one case.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    steps: Vec<TraceStep>,
    /// Every use of a rule, also one that was used before.
    uses: Vec<RuleId>,
}

/// One rule and the facts it read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TraceStep {
    /// The rule.
    pub rule: RuleId,
    /// The facts.
    pub facts: Vec<Fact>,
}

impl Trace {
    /// Records that a rule was used; a rule used twice keeps its first place and gains the facts.
    pub fn used(&mut self, rule: RuleId, facts: impl IntoIterator<Item = Fact>) {
        self.uses.push(rule);
        let index = self.steps.iter().position(|step| step.rule == rule).unwrap_or_else(|| {
            self.steps.push(TraceStep { rule, facts: Vec::new() });
            self.steps.len() - 1
        });
        if let Some(step) = self.steps.get_mut(index) {
            for fact in facts {
                if !step.facts.contains(&fact) {
                    step.facts.push(fact);
                }
            }
        }
    }

    /// The steps in order.
    #[must_use]
    pub fn steps(&self) -> &[TraceStep] {
        &self.steps
    }

    /// How many times a rule was used so far.
    #[must_use]
    pub fn mark(&self) -> usize {
        self.uses.len()
    }

    /// The rules used since then, each once.
    #[must_use]
    pub fn used_since(&self, mark: usize) -> Vec<RuleId> {
        let mut rules: Vec<RuleId> = Vec::new();
        for rule in self.uses.iter().skip(mark) {
            if !rules.contains(rule) {
                rules.push(*rule);
            }
        }
        rules
    }

    /// The ids of the rules, in order.
    #[must_use]
    pub fn rule_ids(&self) -> Vec<RuleId> {
        self.steps.iter().map(|step| step.rule).collect()
    }
}
