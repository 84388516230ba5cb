//! Which rules were used, each with the facts it read, in the order of use.

/// The trace of one case.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    steps: Vec<TraceStep>,
}

/// One rule and the paths of the facts it read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TraceStep {
    /// Id of the rule.
    pub rule: String,
    /// Facts, by path.
    pub facts: Vec<String>,
}

impl Trace {
    /// Records that a rule was used; a rule used twice keeps its first place and gains the facts.
    pub fn used<'a>(&mut self, rule: &str, facts: impl IntoIterator<Item = &'a str>) {
        let index = self.steps.iter().position(|s| s.rule == rule).unwrap_or_else(|| {
            self.steps.push(TraceStep { rule: rule.to_owned(), facts: Vec::new() });
            self.steps.len() - 1
        });
        if let Some(step) = self.steps.get_mut(index) {
            for fact in facts {
                if !step.facts.iter().any(|f| f == fact) {
                    step.facts.push(fact.to_owned());
                }
            }
        }
    }

    /// The steps in order.
    #[must_use]
    pub fn steps(&self) -> &[TraceStep] {
        &self.steps
    }

    /// The ids of the rules, in order.
    #[must_use]
    pub fn rule_ids(&self) -> Vec<String> {
        self.steps.iter().map(|s| s.rule.clone()).collect()
    }
}
