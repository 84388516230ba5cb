//! The schemas for editors: that they speak of every key and word, and say it in Dutch. What a validator and a language
//! server make of them: `tests/conformance/schema/`.

use crate::support::desk::Desk;
use crate::support::pipeline;
use rtbrief::case::model::{Case, Demand, Keys, SoortStap};
use rtbrief::words::Holds;
use serde_json::Value;
use std::collections::BTreeSet;

fn schemas() -> [Value; 2] {
    let book = &pipeline().book;
    [rtbrief::schema::zaak(book), rtbrief::schema::organisatie(book)]
        .map(|text| serde_json::from_str(&text).unwrap())
}

/// Calls `each` with every block of JSON in a value.
fn blocks<'v>(value: &'v Value, each: &mut dyn FnMut(&'v serde_json::Map<String, Value>)) {
    match value {
        Value::Object(entries) => {
            each(entries);
            entries.values().for_each(|value| blocks(value, each));
        }
        Value::Array(items) => items.iter().for_each(|item| blocks(item, each)),
        _ => {}
    }
}

#[test]
fn every_key_stands_in_it_with_what_it_is_for() {
    let [schema, _] = schemas();
    let mut told: BTreeSet<(String, String)> = BTreeSet::new();
    blocks(&schema, &mut |block| {
        for (key, value) in block.get("properties").and_then(Value::as_object).into_iter().flatten() {
            let description = value["markdownDescription"].as_str().or_else(|| value["description"].as_str());
            told.extend(description.map(|text| (key.clone(), text.to_lowercase())));
        }
    });
    let mut seen = 0;
    for key in Keys::all().flat_map(Keys::rows) {
        let has = |(name, text): &(String, String)| {
            name == key.fact.key() && text.starts_with(&key.what.to_lowercase())
        };
        assert!(told.iter().any(has), "{} is not told", key.fact);
        seen += 1;
    }
    assert!(seen > 150);
}

#[test]
fn every_word_is_offered_with_its_meaning() {
    let [schema, organisation] = schemas();
    let mut offered = BTreeSet::new();
    for schema in [&schema, &organisation] {
        blocks(schema, &mut |block| {
            let (Some(words), Some(meanings)) = (block.get("enum"), block.get("enumDescriptions")) else {
                return;
            };
            let (words, meanings) = (words.as_array().unwrap(), meanings.as_array().unwrap());
            assert_eq!(words.len(), meanings.len());
            assert!(
                meanings.iter().all(|meaning| meaning.as_str().is_some_and(|text| text.len() > 1)),
                "{words:?}"
            );
            offered.extend(words.iter().filter_map(Value::as_str).map(str::to_owned));
        });
    }
    for key in Keys::all().flat_map(Keys::rows) {
        let Holds::Words(list) = key.holds else { continue };
        assert!(list.words.iter().all(|word| offered.contains(*word)), "{}", key.fact);
    }
    assert!(["UKR", "staatloos", "c5", "termijn.beroep_kort"].iter().all(|word| offered.contains(*word)));
}

#[test]
fn no_message_stands_on_a_block_and_every_reference_leads_somewhere() {
    for schema in schemas() {
        blocks(&schema, &mut |block| {
            let hides = block.contains_key("errorMessage") && block.contains_key("properties");
            assert!(!hides, "a message on a block hides which key is meant: {block:?}");
            let reference = block.get("$ref").and_then(Value::as_str);
            let target = reference.map(|path| path.trim_start_matches("#/definitions/"));
            assert!(target.is_none_or(|name| schema["definitions"][name].is_object()), "{reference:?}");
        });
    }
}

#[test]
fn what_a_step_demands_is_a_key_of_it() {
    for step in SoortStap::ALL {
        for demand in Demand::of_step(*step) {
            assert!(Keys::of_step(*step).has(demand.key.key()), "{}", demand.key);
        }
        for fact in Demand::facts_of_step(*step) {
            assert!(fact.pattern().starts_with(Case::feiten.pattern()), "{fact}");
        }
    }
}

#[test]
fn another_word_is_wrong_use() {
    let desk = Desk::new();
    let said = desk.run("schema brief").exits(2).errors();
    assert!(said.contains("zaak") && said.contains("organisatie"), "{said}");
    desk.run("schema").exits(2);
}

#[test]
fn it_is_written_to_a_file_that_is_replaced_only_when_told() {
    let desk = Desk::new();
    desk.run("schema zaak -o zaak.schema.json").exits(0);
    assert_eq!(desk.read("zaak.schema.json"), rtbrief::schema::zaak(&pipeline().book));
    desk.run("schema zaak -o zaak.schema.json").exits(0);
    desk.run("schema organisatie -o zaak.schema.json").exits(1).says("--overschrijf");
    desk.run("schema organisatie -o zaak.schema.json --overschrijf").exits(0);
    assert_eq!(desk.read("zaak.schema.json"), rtbrief::schema::organisatie(&pipeline().book));
}
