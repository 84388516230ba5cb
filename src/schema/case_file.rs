//! The schema of a whole case file.

use super::block::Maker;
use super::demand::{has, says};
use super::refusal::{Kind, key_where, only, push};
use super::snippet;
use super::tagged::TAGGED;
use super::value::{COUNTRIES, offered_countries};
use crate::case::model::{Case, Demand, Keys, SoortStap, Stap};
use crate::law::book::RuleBook;
use crate::words::{Fact, Holds, Key};
use serde_json::{Value, json};

/// The schema.
pub fn schema(book: &RuleBook) -> Value {
    let mut maker = Maker::new(book, TAGGED);
    let mut schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Zaakbestand van rtbrief",
        "description": "De feiten van een zaak, waaruit rtbrief de brief maakt. Deze lijst is uit het programma gemaakt.",
    });
    let mut root = maker.block(Case::KEYS, &[], &Case::KEYS.rows().collect::<Vec<_>>());
    for step in SoortStap::ALL {
        for fact in Demand::facts_of_step(*step) {
            lacking(&mut root, *step, *fact);
        }
    }
    push(&mut root, only(&[Kind::Object], Holds::Block.rule()));
    maker.part(COUNTRIES, |_| offered_countries());
    root["defaultSnippets"] = snippet::of_case();
    if let (Some(schema), Some(root)) = (schema.as_object_mut(), root.as_object_mut()) {
        schema.append(root);
        schema.insert("definitions".to_owned(), maker.into_definitions().into());
    }
    schema
}

/// Refuses a case of this step in which `feiten` lacks this fact.
fn lacking(root: &mut Value, step: SoortStap, fact: Fact) {
    let (facts, key) = (Case::feiten.key(), fact.key());
    let what =
        Keys::all().flat_map(Keys::rows).find(|row: &&Key| row.fact == fact).map_or("", |row| row.what);
    let message = format!("`{key}` ontbreekt onder `{facts}`; stap `{}` vraagt erom ({what}).", step.word());
    let at_step = json!({
        "required": [Case::stap.key()],
        "properties": {Case::stap.key(): says(Stap::soort.key(), step.word())},
    });
    let lacks = json!({"not": {"required": [facts], "properties": {facts: has(key)}}});
    push(root, json!({"if": at_step, "then": {"required": [facts], "errorMessage": message}}));
    push(root, key_where(&json!({"allOf": [at_step, lacks]}), facts, &message));
}
