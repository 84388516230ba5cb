//! The facts that a condition of the target group is said to read are those that change its outcome: every fact of every
//! case is set to every value, and where a condition then comes out otherwise it must name that fact.

use super::corpus;
use super::tree::{Tree, samples};
use super::values;
use crate::support::pipeline;
use rtbrief::case::read::Overrides;
use rtbrief::case::split::split;
use rtbrief::decide::outcome::ConditionResult;
use rtbrief::explain::bearing::facts_of;
use rtbrief::pipeline::Run;
use rtbrief::words::{Condition, Fact, Need};
use std::collections::BTreeSet;

fn tried(run: &Run<'_>, tree: &Tree) -> Vec<ConditionResult> {
    let document = split(tree.text().as_bytes()).into_iter().next();
    document.map_or_else(Vec::new, |document| run.decided(document, &Overrides::default()).decision.doelgroep)
}

/// Whether a condition says that it reads a fact, or the block in which it lies.
fn names(condition: &ConditionResult, fact: Fact) -> bool {
    let inside = |read: Fact| {
        read.pattern()
            .strip_prefix(fact.pattern())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    condition.read().any(|(read, _)| inside(read))
}

#[test]
fn a_condition_names_every_fact_that_changes_it() {
    let run = pipeline().run();
    let cases = corpus::of_fixtures();
    let samples = &samples(cases.iter().map(|case| &case.tree));
    let mut wrong: BTreeSet<String> = BTreeSet::new();
    let mut changing: BTreeSet<(&str, &str)> = BTreeSet::new();
    for case in &cases {
        let Some(occasion) = case.tree.occasion() else { continue };
        for key in facts_of(occasion) {
            let Some(base) = case.tree.grafted(key.fact, samples) else { continue };
            let before = tried(&run, &base);
            let optional = (key.need != Need::Required).then(|| base.without(key.fact)).flatten();
            let others = values::values(key, &base);
            let others = others.iter().filter_map(|value| base.with(key.fact, value, samples));
            for tree in optional.into_iter().chain(others) {
                let after = tried(&run, &tree);
                for (before, after) in before.iter().zip(&after) {
                    if before.result == after.result {
                        continue;
                    }
                    let condition = before.condition.word();
                    changing.insert((condition, key.fact.pattern()));
                    if !names(before, key.fact) && !names(after, key.fact) {
                        wrong.insert(format!("{condition} is changed by {}", key.fact));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.iter().cloned().collect::<Vec<_>>().join("\n"));
    let conditions: BTreeSet<&str> = changing.iter().map(|(condition, _)| *condition).collect();
    assert_eq!(conditions.len(), Condition::ALL.len(), "{conditions:?}");
    assert!(changing.len() > 40, "{changing:?}");
}
