//! The schema of `organisatie.yaml`.

use super::day;
use super::refusal::{Kind, only, other_keys, push, refusal, without};
use super::text::{about, missing, quoted, sentence};
use super::value::offer;
use crate::law::book::RuleBook;
use crate::law::row::Status;
use crate::letter::Organisation;
use crate::letter::setting::{SettingHolds, SettingKey};
use crate::words::Need;
use serde_json::{Map, Value, json};

const BLOCK: &str = "Zet de sleutels op eigen regels eronder, verder ingesprongen.";
const LIST: &str = "Zet de waarden tussen `[` en `]`, of elk op een regel met `- ` ervoor.";
const LINE: &str = "Hier hoort één regel tekst, en die is niet leeg.";
/// The kinds of which a value may be a text as it was written: `telefoon: 0900`.
const OF_LINE: &[Kind] = &[Kind::String, Kind::Number, Kind::Boolean];

/// The schema; the book says which rules can be confirmed.
pub fn schema(book: &RuleBook) -> Value {
    let mut schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Organisatie van rtbrief",
        "description": "De gegevens van de organisatie die de brieven verstuurt. Deze lijst is uit het programma gemaakt.",
    });
    let mut root = block(Organisation::KEYS, book, &[Kind::Object]);
    if let (Some(schema), Some(root)) = (schema.as_object_mut(), root.as_object_mut()) {
        schema.append(root);
    }
    schema
}

fn block(keys: &[SettingKey], book: &RuleBook, kinds: &[Kind]) -> Value {
    let names: Vec<&str> = keys.iter().map(|key| key.key).collect();
    let required: Vec<&SettingKey> = keys.iter().filter(|key| key.need == Need::Required).collect();
    let refusals = required.iter().map(|key| without(key.key, &missing(key.key, key.what)));
    let properties: Map<String, Value> =
        keys.iter().map(|key| (key.key.to_owned(), of_key(key, book))).collect();
    json!({
        "properties": properties,
        "propertyNames": other_keys(&names),
        "allOf": refusals.chain([only(kinds, BLOCK)]).collect::<Vec<_>>(),
    })
}

fn of_key(key: &SettingKey, book: &RuleBook) -> Value {
    let mut schema = Map::new();
    about(&mut schema, key.key, &sentence(key.what));
    let mut held = match key.need {
        Need::List => list(&held(key.holds, book, false)),
        _ => held(key.holds, book, key.may_be_empty),
    };
    if let Some(held) = held.as_object_mut() {
        schema.append(held);
    }
    Value::Object(schema)
}

fn list(item: &Value) -> Value {
    json!({"items": item, "allOf": [only(&[Kind::Array], LIST)]})
}

fn held(holds: SettingHolds, book: &RuleBook, may_be_null: bool) -> Value {
    let kinds = |kinds: &[Kind]| if may_be_null { [kinds, &[Kind::Null]].concat() } else { kinds.to_vec() };
    match holds {
        SettingHolds::Line => text(&kinds(OF_LINE), r"\S", LINE, vec![json!({"type": "string"})]),
        SettingHolds::Address => {
            let mut lines = list(&held(SettingHolds::Line, book, false));
            let count = json!({"type": "array", "not": {"minItems": 1, "maxItems": 6}});
            push(&mut lines, refusal(&count, Kind::String, "Een adres heeft één tot zes regels."));
            lines
        }
        SettingHolds::Colour => text(
            &[Kind::String],
            "^#[0-9A-Fa-f]{6}$",
            "Schrijf een kleur tussen aanhalingstekens als \"#154273\".",
            vec![json!({"type": "string"})],
        ),
        SettingHolds::Amount(limit) => {
            let rule =
                format!("Schrijf een getal van 0 tot {limit}, met hoogstens één cijfer achter de punt.");
            let wrong = json!({"type": "number", "not": {"minimum": 0, "maximum": limit}});
            // A number between quotation marks is one to the reader.
            let digits =
                r"^\s*[+-]?(?=[.]?[0-9])(?:0*[0-9]{0,3}(?:\.[0-9]*)?|[0-9]*(?:\.[0-9]*)?[eE][+-]?[0-9]+)\s*$";
            let offers = vec![json!({"type": "number"})];
            let mut amount = text(&[Kind::Number, Kind::String], digits, &rule, offers);
            push(&mut amount, refusal(&wrong, Kind::String, &rule));
            amount
        }
        SettingHolds::Words(list) => {
            let pattern = format!("^(?:{})$", list.words.join("|"));
            let offers = list.words.iter().zip(list.meanings).map(|(word, meaning)| offer(word, meaning));
            let rule = format!("Kies uit: {}.", quoted(list.words.iter().copied()));
            text(&[Kind::String], &pattern, &rule, offers.collect())
        }
        SettingHolds::Rule => rules(book),
        SettingHolds::Date => text(
            &[Kind::String],
            &day::any(),
            crate::words::Holds::Date.rule(),
            vec![json!({"type": "string"})],
        ),
        SettingHolds::Block(keys) => block(keys, book, &[Kind::Object]),
        SettingHolds::Blocks(keys) => list(&block(keys, book, &[Kind::Object])),
    }
}

/// A text of this form.
fn text(kinds: &[Kind], pattern: &str, rule: &str, mut offers: Vec<Value>) -> Value {
    offers.push(json!({}));
    json!({"anyOf": offers, "allOf": [only(kinds, rule)], "pattern": pattern, "patternErrorMessage": rule})
}

/// A rule; those that can be confirmed are offered.
fn rules(book: &RuleBook) -> Value {
    let ids: Vec<String> = book.rows().map(|row| row.id.word().replace('.', r"\.")).collect();
    let mut offers: Vec<Value> = Vec::new();
    for row in book.rows().filter(|row| row.status != Status::Vast) {
        let offered = offer(row.id.word(), &row.regel);
        if !offers.contains(&offered) {
            offers.push(offered);
        }
    }
    let rule = "Schrijf de naam van een regel; `rtbrief regels --te-bevestigen` noemt ze.";
    text(&[Kind::String], &format!("^(?:{})$", ids.join("|")), rule, offers)
}
