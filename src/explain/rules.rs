//! The rules behind a case: those of the decision, and those that only the words of its letters state.

use super::shown::Shown;
use super::subject::Subject;
use crate::law::row::{Provenance, Status};
use crate::words::{RuleId, words};

words! {
    /// What uses a rule, in the words of `uitleg --json`.
    By {
        /// The decision: the rule was tried on the case.
        Decision = "besluit",
        /// The words of a letter alone.
        Words = "tekst",
    }
}

/// A rule that stands behind a case.
pub(super) struct Used<'a> {
    /// Its row.
    pub row: &'a Provenance,
    /// What uses it.
    pub by: By,
    /// The facts that it read; of a rule of the words, those of the blocks that state it.
    pub facts: Vec<Shown>,
}

/// The rules of a case in the order of their use: those of the decision first.
pub(super) fn used<'a>(subject: &'a Subject<'_>) -> Vec<Used<'a>> {
    let steps = subject.decision.trace.steps();
    let decided = steps.iter().filter_map(|step| {
        let facts = step.facts.iter().map(|fact| subject.shown(&fact.to_string())).collect();
        Some(Used { row: subject.rule(step.rule)?, by: By::Decision, facts })
    });
    let mut stated: Vec<(RuleId, Vec<&str>)> = Vec::new();
    for block in subject.words.iter().flat_map(|letter| &letter.blocks) {
        for rule in &block.rules {
            if steps.iter().any(|step| step.rule == *rule) {
                continue;
            }
            let place = stated.iter().position(|(known, _)| known == rule).unwrap_or_else(|| {
                stated.push((*rule, Vec::new()));
                stated.len() - 1
            });
            let Some((_, facts)) = stated.get_mut(place) else { continue };
            for fact in &block.facts {
                if !facts.contains(&fact.as_str()) {
                    facts.push(fact);
                }
            }
        }
    }
    let stated = stated.into_iter().filter_map(|(rule, facts)| {
        Some(Used { row: subject.rule(rule)?, by: By::Words, facts: subject.facts(facts) })
    });
    decided.chain(stated).collect()
}

/// The source of a rule on one line: `wi: WI H1, categorie 3 (Vb 3.1a lid 1)`.
pub(super) fn source(row: &Provenance) -> String {
    let articles = if row.artikelen.is_empty() {
        String::new()
    } else {
        format!(" ({})", crate::law::citation::short(&row.artikelen))
    };
    format!("{}: {}{articles}", row.bron.word(), row.vindplaats)
}

/// What a rule that is not settled still needs; `None` for a settled one.
pub(super) const fn open_status(status: Status) -> Option<&'static str> {
    match status {
        Status::Vast => None,
        Status::TeBevestigen => Some("te bevestigen"),
        Status::TeVertalen => Some("te vertalen door een beëdigd vertaler"),
    }
}
