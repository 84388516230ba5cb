//! What an editor offers to fill in at once: the keys that a block cannot be without.

use super::text::sentence;
use crate::case::model::{Below, Case, Demand, Grond, GroundId, Keys, Shape, SoortStap, Stap};
use crate::words::{Holds, Key, Need};
use serde_json::{Map, Value, json};

/// The snippets of a block: one for each of its forms, or one for its required keys. None where one key is required, or
/// none: an editor offers that by itself.
pub fn of_block(keys: &Keys, shapes: &[Shape]) -> Value {
    let demanded = Demand::of_block(keys);
    let forms: Vec<Value> = shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Word(..) => None,
            Shape::Keys(what, facts) => Some((what, facts)),
        })
        .map(|(what, facts)| {
            let own = || keys.rows().filter(|row| facts.contains(&row.fact));
            let needed: Vec<&Key> = own()
                .filter(|row| {
                    row.need == Need::Required || demanded.iter().any(|demand| demand.key == row.fact)
                })
                .collect();
            let chosen = if needed.is_empty() { own().collect() } else { needed };
            snippet(sentence(what).trim_end_matches('.'), &mut Places::default().filled(&chosen))
        })
        .collect();
    if !forms.is_empty() {
        return forms.into();
    }
    let required: Vec<&Key> = keys.rows().filter(|row| row.need == Need::Required).collect();
    if required.len() < 2 {
        return json!([]);
    }
    json!([snippet("Alle verplichte sleutels", &mut Places::default().filled(&required))])
}

/// The snippet of a step.
pub fn of_step(step: SoortStap) -> Value {
    let keys = Keys::of_step(step);
    let always = |row: &&Key| {
        row.need == Need::Required
            || Demand::of_step(step)
                .iter()
                .any(|demand| demand.key == row.fact && demand.cases.iter().any(|tests| tests.is_empty()))
    };
    let rows: Vec<&Key> = keys.rows().filter(|row| row.fact != Stap::soort).filter(always).collect();
    let mut body = Map::from_iter([(Stap::soort.key().to_owned(), step.word().into())]);
    body.append(&mut Places::default().filled(&rows));
    snippet(&format!("Stap: {}", step.word()), &mut body)
}

/// The snippet of a ground.
pub fn of_ground() -> Value {
    let rows: Vec<&Key> = Grond::keys_of(GroundId::Fraude).rows().collect();
    json!([snippet("Grond met motivering", &mut Places::default().filled(&rows))])
}

/// The snippet of a whole case.
pub fn of_case() -> Value {
    let rows: Vec<&Key> = Case::KEYS.rows().filter(|row| row.need == Need::Required).collect();
    json!([snippet("Nieuwe zaak", &mut Places::default().filled(&rows))])
}

fn snippet(label: &str, body: &mut Map<String, Value>) -> Value {
    let description = format!("Zet neer: {}.", super::text::quoted(body.keys().map(String::as_str)));
    json!({"label": label, "description": description.replace('`', ""), "body": body})
}

/// The places where the writer fills something in, by their number.
#[derive(Default)]
struct Places(u32);

impl Places {
    /// Keys, each with a place for its value.
    fn filled(&mut self, rows: &[&Key]) -> Map<String, Value> {
        rows.iter().map(|row| (row.fact.key().to_owned(), self.value(row))).collect()
    }

    fn value(&mut self, key: &Key) -> Value {
        let required = |keys: &Keys| -> Vec<&'static Key> {
            keys.rows().filter(|row| row.need == Need::Required).collect()
        };
        let held = match (key.holds, Below::of(key)) {
            (Holds::Block, Some(Below::One(keys))) if !required(keys).is_empty() => {
                Value::Object(self.filled(&required(keys)))
            }
            (Holds::Block, Some(Below::OfStep)) => Value::Object(self.filled(&required(Stap::KEYS))),
            (Holds::Block, Some(Below::OfGround)) => {
                let rows: Vec<&Key> = Grond::keys_of(GroundId::Fraude).rows().collect();
                Value::Object(self.filled(&rows))
            }
            (Holds::Words(list), _) => self.choice(list.words),
            (Holds::YesNo, _) => self.choice(&["true", "false"]),
            _ => self.place(),
        };
        if key.need == Need::List || key.holds == Holds::Nationalities { json!([held]) } else { held }
    }

    fn place(&mut self) -> Value {
        self.0 += 1;
        format!("${}", self.0).into()
    }

    fn choice(&mut self, words: &[&str]) -> Value {
        self.0 += 1;
        format!("${{{}|{}|}}", self.0, words.join(",")).into()
    }
}
