//! What follows from a case in order: which letters with their last days, or none and by which rules.

use crate::letter::document::Document;
use crate::pipeline::Assessed;
use crate::words::RuleId;
use serde_json::{Value, json};

/// The letters of a case without their afschriften.
pub fn originals(assessed: &Assessed) -> impl Iterator<Item = &Document> {
    assessed.letters.iter().filter(|letter| !letter.is_copy)
}

/// The ids of the rules that say that no letter follows.
pub fn no_letter_rules(assessed: &Assessed) -> impl Iterator<Item = &'static str> {
    assessed.decision.no_letter.iter().map(|rule: &RuleId| rule.word())
}

/// What follows from a case in order as an object, in the words of `uitleg --json`.
pub fn object(assessed: &Assessed, file: &str) -> Value {
    let letter = |letter: &Document| {
        let terms = letter.terms.iter();
        let terms: Vec<Value> =
            terms.map(|term| json!({"soort": term.kind.json_word(), "laatste_dag": term.last_day})).collect();
        let unconfirmed: Vec<&str> = letter.unconfirmed.iter().map(|rule| rule.word()).collect();
        json!({"soort": letter.kind.id(), "termijnen": terms, "te_bevestigen": unconfirmed})
    };
    json!({
        "kenmerk": assessed.kenmerk(),
        "bestand": file,
        "document": assessed.number,
        "uitkomst": assessed.decision.outcome.word(),
        "brieven": originals(assessed).map(letter).collect::<Vec<_>>(),
        "geen_brief_door": no_letter_rules(assessed).collect::<Vec<_>>(),
    })
}
