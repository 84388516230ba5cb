//! The two blocks of which a word decides which keys they have: `stap` by its `soort`, a ground by its `grond`.

use super::block::{Maker, Tagged};
use super::demand::{says, says_one};
use super::refusal::{Kind, only, other_keys, push};
use super::snippet;
use crate::case::model::{Demand, Grond, GroundId, Keys, SoortStap, Stap};
use crate::words::{Holds, Key};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// What makes these two.
pub const TAGGED: Tagged = Tagged { step, ground };

/// The schema of `stap`.
fn step(maker: &mut Maker<'_>) -> Value {
    let mut schema = maker.block(Stap::KEYS, &[], &Stap::KEYS.rows().collect::<Vec<_>>());
    without_names(&mut schema);
    let mut snippets = Vec::new();
    for step in SoortStap::ALL {
        let keys = Keys::of_step(*step);
        let own: Vec<&Key> = keys.rows().filter(|row| !Stap::KEYS.has(row.fact.key())).collect();
        let name = format!("{}.{}", crate::case::model::Case::stap.pattern(), step.word());
        let of_step = maker.part(&name, |maker| {
            let mut schema = maker.block(keys, Demand::of_step(*step), &own);
            allow_empty_siblings(&mut schema, keys);
            schema["defaultSnippets"] = json!([snippet::of_step(*step)]);
            schema
        });
        push(&mut schema, json!({"if": says(Stap::soort.key(), step.word()), "then": of_step}));
        snippets.push(snippet::of_step(*step));
    }
    push(&mut schema, only(&[Kind::Object], Holds::Block.rule()));
    let which = json!({"if": {"required": [Stap::soort.key()]}, "else": {"defaultSnippets": snippets}});
    push(&mut schema, which);
    schema
}

/// The schema of a ground of the step.
fn ground(maker: &mut Maker<'_>) -> Value {
    let plain = Grond::keys_of(GroundId::Fraude);
    let mut schema = maker.block(Grond::KEYS, &[], &plain.rows().collect::<Vec<_>>());
    without_names(&mut schema);
    for (keys, grounds) in groups() {
        let own: Vec<&Key> = keys.rows().filter(|row| !plain.has(row.fact.key())).collect();
        let mut of_group = if own.is_empty() {
            json!({"propertyNames": other_keys(&keys.names().collect::<Vec<_>>())})
        } else {
            maker.block(keys, &[], &own)
        };
        allow_empty_siblings(&mut of_group, keys);
        let words: Vec<&str> = grounds.iter().map(|ground| ground.word()).collect();
        push(&mut schema, json!({"if": says_one(Grond::grond.key(), &words), "then": of_group}));
    }
    push(&mut schema, only(&[Kind::Object], Holds::Block.rule()));
    schema["defaultSnippets"] = snippet::of_ground();
    schema
}

/// The grounds by the keys that they have.
fn groups() -> Vec<(&'static Keys, Vec<GroundId>)> {
    let mut groups: Vec<(&'static Keys, Vec<GroundId>)> = Vec::new();
    for ground in GroundId::ALL {
        let keys = Grond::keys_of(*ground);
        match groups.iter_mut().find(|(known, _)| known.rows().eq(keys.rows())) {
            Some((_, grounds)) => grounds.push(*ground),
            None => groups.push((keys, vec![*ground])),
        }
    }
    groups
}

/// A key of another kind of the block may stand there with nothing behind it, as in an empty case file. It is no property,
/// so an editor does not offer it.
fn allow_empty_siblings(schema: &mut Value, keys: &Keys) {
    let own: Vec<&str> = keys.names().collect();
    let siblings: BTreeSet<&str> = keys.siblings().collect();
    let refusal = other_keys(&own);
    let all: Vec<&str> = own.iter().copied().chain(siblings.iter().copied()).collect();
    let pattern = format!("^(?:{})$", siblings.into_iter().collect::<Vec<_>>().join("|"));
    schema["patternProperties"] = json!({pattern: {"type": "null", "errorMessage": refusal["errorMessage"]}});
    schema["propertyNames"] = json!({"enum": all, "errorMessage": refusal["errorMessage"]});
}

/// Which keys are known depends on the word.
fn without_names(schema: &mut Value) {
    if let Some(schema) = schema.as_object_mut() {
        schema.remove("propertyNames");
    }
}
