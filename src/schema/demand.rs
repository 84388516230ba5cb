//! Which keys a block needs because of what else it says ([`Demand`]), as conditions.

use super::refusal::{key_where, words_pattern};
use super::text::missing;
use crate::case::model::{Demand, Keys, Test};
use crate::words::{Fact, Form, Holds, Key};
use serde_json::{Value, json};

/// A refusal for each demand of a block: of a key that is not there, and of one without a value.
pub fn demands<'d>(demands: &'d [Demand], keys: &'d Keys) -> impl Iterator<Item = Value> + 'd {
    demands.iter().flat_map(move |demand| {
        let key = demand.key.key();
        let row = row(keys, demand.key);
        let message = missing(key, row.map_or("", |row| row.what));
        let cases = json!({"anyOf": demand.cases.iter().map(|tests| all(tests, keys)).collect::<Vec<_>>()});
        let absent = json!({"if": cases, "then": {"required": [key], "errorMessage": message}});
        let empty = json!({"allOf": [cases, {"required": [key], "properties": {key: {"type": "null"}}}]});
        let is_text = row.is_some_and(is_text);
        [Some(absent), (!is_text).then(|| key_where(&empty, key, &message))].into_iter().flatten()
    })
}

/// Where a block has this key with this word.
pub fn says(key: &str, word: &str) -> Value {
    says_one(key, &[word])
}

/// Where a block has this key with one of these words.
pub fn says_one(key: &str, words: &[&str]) -> Value {
    let pattern = words_pattern(words.iter().copied());
    json!({"type": "object", "required": [key], "properties": {key: {"type": "string", "pattern": pattern}}})
}

/// Where a block has this key with a value.
pub fn has(key: &str) -> Value {
    json!({"type": "object", "required": [key], "properties": {key: {"not": {"type": "null"}}}})
}

fn all(tests: &[Test], keys: &Keys) -> Value {
    if tests.is_empty() {
        return json!({});
    }
    json!({"allOf": tests.iter().map(|test| condition(*test, keys)).collect::<Vec<_>>()})
}

fn condition(test: Test, keys: &Keys) -> Value {
    let says_so = |fact: Fact, word: &str| match row(keys, fact).map(|row| row.holds) {
        Some(Holds::YesNo) => {
            json!({"required": [fact.key()], "properties": {fact.key(): {"const": word == "true"}}})
        }
        _ => says(fact.key(), word),
    };
    match test {
        Test::Has(fact) => has(fact.key()),
        // A text that YAML takes for no value may be the name Null.
        Test::Lacks(fact) if row(keys, fact).is_some_and(is_text) => {
            json!({"not": {"required": [fact.key()]}})
        }
        Test::Lacks(fact) => json!({"not": has(fact.key())}),
        Test::Says(fact, word) => says_so(fact, word),
        Test::SaysNot(fact, word) => json!({"not": says_so(fact, word)}),
    }
}

fn row(keys: &Keys, fact: Fact) -> Option<&'static Key> {
    keys.rows().find(|row| row.fact.pattern() == fact.pattern())
}

/// Whether a key holds a text of which YAML may take the word for no value.
fn is_text(key: &Key) -> bool {
    matches!(key.holds, Holds::Text | Holds::OwnLine | Holds::OwnWords | Holds::Formed(Form::Kenmerk))
}
