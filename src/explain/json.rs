//! `uitleg --json`: the stable object of docs/spec/cli.md, keys in its order.

use super::rules::used;
use super::shown::Shown;
use super::subject::{Subject, grounds};
use super::words::{BlockWords, LetterWords};
use crate::case::model::Case;
use crate::decide::letter_plan::LetterPlan;
use crate::law::present::term_json;
use serde_json::{Value, json};

/// The explanation of one document; `diagnoses` are the findings as docs/spec/cli.md writes them. With `sentences`
/// (`--zinnen`) a letter has its blocks too.
#[must_use]
pub fn to_json(subject: &Subject<'_>, diagnoses: Vec<Value>, sentences: bool) -> Value {
    let mut letters: Vec<Value> = match subject.letters() {
        Some((case, plans)) => plans.iter().map(|plan| letter(case, plan)).collect(),
        None => Vec::new(),
    };
    if sentences {
        for (letter, words) in letters.iter_mut().zip(subject.words) {
            letter["zinnen"] = blocks(subject, words);
        }
    }
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

fn blocks(subject: &Subject<'_>, words: &LetterWords) -> Value {
    words.blocks.iter().map(|one| block(subject, one)).collect()
}

fn block(subject: &Subject<'_>, block: &BlockWords) -> Value {
    let facts = subject.facts(block.facts.iter().map(String::as_str));
    json!({
        "tekst": block.text,
        "soort": block.sort.word(),
        "sjabloon": block.template,
        "regel": block.line,
        "regels": block.rules.iter().map(|rule| rule.word()).collect::<Vec<_>>(),
        "feiten": facts.iter().map(Shown::json).collect::<Vec<_>>(),
    })
}

fn rules(subject: &Subject<'_>) -> Vec<Value> {
    let rules = used(subject).into_iter();
    rules
        .map(|rule| {
            json!({
                "id": rule.row.id.word(),
                "bron": rule.row.bron.word(),
                "vindplaats": rule.row.vindplaats,
                "artikelen": rule.row.artikelen,
                "status": rule.row.status.word(),
                "feiten": rule.facts.iter().map(Shown::json).collect::<Vec<_>>(),
                "door": rule.by.word(),
            })
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
            let facts: Vec<Value> = subject.tried(tried).iter().map(Shown::json).collect();
            json!({
                "voorwaarde": word,
                "uitkomst": result,
                "vindplaats": place.unwrap_or_default(),
                "feiten": facts,
            })
        })
        .collect()
}
