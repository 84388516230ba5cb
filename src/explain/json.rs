//! `uitleg --json`: the stable object of docs/spec/cli.md, keys in its order.

use super::{Subject, grounds};
use crate::case::model::Case;
use crate::decide::letter_plan::LetterPlan;
use crate::law::present::term_json;
use serde_json::{Value, json};

/// The explanation of one document; `diagnoses` are the findings as docs/spec/cli.md writes them.
#[must_use]
pub fn to_json(subject: &Subject<'_>, diagnoses: Vec<Value>) -> Value {
    let letters = subject.letters();
    let letters: Vec<Value> =
        letters.map_or_else(Vec::new, |(case, plans)| plans.iter().map(|plan| letter(case, plan)).collect());
    json!({
        "kenmerk": subject.kenmerk(),
        "uitkomst": subject.decision.outcome.word(),
        "brieven": letters,
        "regels": rules(subject),
        "telt_niet": idle(subject),
        "doelgroep": target_group(subject),
        "bewijs_van_verblijf": subject.decision.bewijs_van_verblijf.map(|b| b.word()),
        "diagnoses": diagnoses,
    })
}

fn letter(case: &Case, plan: &LetterPlan) -> Value {
    let terms: Vec<Value> = plan
        .terms
        .iter()
        .map(|t| term_json(t.kind.json_word(), &t.computed, t.rule(), t.bron, t.status))
        .collect();
    let ending = plan.letter.ending_decision();
    json!({
        "soort": plan.kind().id(),
        "titel": plan.kind().title(),
        "gronden": grounds(case, plan),
        "terugkeerbesluit": plan.letter.return_decision().is_some(),
        "terugwerkend": ending.is_some_and(|decision| decision.retroactive),
        "ingangsdatum": ending.map(|decision| decision.effective.to_string()),
        "termijnen": terms,
    })
}

fn rules(subject: &Subject<'_>) -> Vec<Value> {
    let steps = subject.decision.trace.steps().iter();
    steps
        .filter_map(|step| {
            let rule = subject.rule(step.rule)?;
            let facts: Vec<Value> = step
                .facts
                .iter()
                .map(|fact| {
                    let (path, value, line) = subject.fact(*fact);
                    json!({"pad": path, "waarde": value, "regel": line})
                })
                .collect();
            Some(json!({
                "id": rule.id.word(),
                "bron": rule.bron.word(),
                "vindplaats": rule.vindplaats,
                "artikelen": rule.artikelen,
                "status": rule.status.word(),
                "feiten": facts,
            }))
        })
        .collect()
}

fn idle(subject: &Subject<'_>) -> Vec<Value> {
    let facts = subject.idle().into_iter();
    facts.map(|fact| json!({"pad": fact.path, "regel": fact.line, "reden": fact.reason})).collect()
}

fn target_group(subject: &Subject<'_>) -> Vec<Value> {
    let conditions = subject.decision.doelgroep.iter();
    conditions
        .map(|tried| {
            let place = subject.rule(tried.condition).map(|row| row.vindplaats.as_str());
            let (word, result) = (tried.condition.word(), tried.result.word());
            json!({"voorwaarde": word, "uitkomst": result, "vindplaats": place.unwrap_or_default()})
        })
        .collect()
}
