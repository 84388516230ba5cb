//! The schema of a block of the case file: its keys with what each holds, and which it cannot be without.

use super::demand::demands;
use super::refusal::{Kind, only, other_keys, push, without, words_pattern};
use super::text::{about, missing, quoted, sentence};
use super::{snippet, value};
use crate::case::model::{Below, Demand, Keys, Shape, may_be_lines};
use crate::law::book::RuleBook;
use crate::words::{Holds, Key, Need};
use serde_json::{Map, Value, json};

/// Makes the schema of a case file, part by part.
pub struct Maker<'b> {
    /// For what a ground means.
    pub book: &'b RuleBook,
    /// The parts that a key refers to.
    definitions: Map<String, Value>,
    tagged: Tagged,
}

/// What makes the blocks of which a word decides which keys they have.
#[derive(Clone, Copy)]
pub struct Tagged {
    /// `stap`.
    pub step: fn(&mut Maker<'_>) -> Value,
    /// A ground of the step.
    pub ground: fn(&mut Maker<'_>) -> Value,
}

impl<'b> Maker<'b> {
    /// A maker that has made nothing yet.
    pub fn new(book: &'b RuleBook, tagged: Tagged) -> Self {
        Self { book, definitions: Map::new(), tagged }
    }

    /// The parts that were made.
    pub fn into_definitions(self) -> Map<String, Value> {
        self.definitions
    }

    /// A reference to a part, which is made when it is first asked for.
    pub fn part(&mut self, name: &str, make: impl FnOnce(&mut Self) -> Value) -> Value {
        if !self.definitions.contains_key(name) {
            // Its place in the file is that of its first use.
            self.definitions.insert(name.to_owned(), Value::Null);
            let made = make(self);
            self.definitions.insert(name.to_owned(), made);
        }
        json!({"$ref": format!("#/definitions/{name}")})
    }

    /// The keys of a block, each with its schema.
    pub fn properties<'k>(&mut self, keys: impl Iterator<Item = &'k Key>) -> Map<String, Value> {
        keys.map(|key| (key.fact.key().to_owned(), self.key(key))).collect()
    }

    /// The schema of what a key holds, with what the key is for.
    fn key(&mut self, key: &Key) -> Value {
        let mut schema = Map::new();
        let example = match key.holds {
            Holds::Formed(form) => format!(" Bijvoorbeeld: `{}`.", form.example()),
            _ => String::new(),
        };
        about(&mut schema, key.fact.key(), &(sentence(key.what) + &example));
        let is_list = key.need == Need::List || key.holds == Holds::Nationalities;
        let mut held = if is_list { self.list(key) } else { self.held(key, key.need != Need::Required) };
        if let Some(held) = held.as_object_mut() {
            schema.append(held);
        }
        Value::Object(schema)
    }

    fn list(&mut self, key: &Key) -> Value {
        const HINT: &str = "Zet de waarden tussen `[` en `]`, of elk op een regel met `- ` ervoor.";
        let item = self.held(key, false);
        let kinds: &[Kind] =
            if key.need == Need::Required { &[Kind::Array] } else { &[Kind::Array, Kind::Null] };
        json!({"items": item, "allOf": [only(kinds, HINT)]})
    }

    /// What a key holds; of a list, what an item is.
    fn held(&mut self, key: &Key, may_be_absent: bool) -> Value {
        let Some(single) = value::of(key.holds, self.book) else { return self.below(key, may_be_absent) };
        if may_be_lines(key.fact) {
            let line = self.part("tekst", |maker| {
                value::of(key.holds, maker.book).map_or(Value::Null, |single| single.schema(false))
            });
            let kinds = [Kind::OF_TEXT, &[Kind::Array]].concat();
            let hint = "Schrijf een tekst, of een lijst met op elke regel één onderdeel.";
            return json!({"anyOf": [{"type": "string"}, {}], "items": line, "allOf": [only(&kinds, hint)]});
        }
        match single.shared {
            None => single.schema(may_be_absent),
            Some(name) => {
                let is_text = matches!(key.holds, Holds::Text | Holds::OwnLine | Holds::OwnWords);
                let absent = if may_be_absent && !is_text { "_of_leeg" } else { "" };
                self.part(&format!("{name}{absent}"), |_| single.schema(may_be_absent))
            }
        }
    }

    fn below(&mut self, key: &Key, may_be_absent: bool) -> Value {
        let name = key.fact.pattern().replace("[]", "");
        match Below::of(key) {
            Some(Below::One(keys)) => self.part(&name, |maker| maker.shaped(key, keys, may_be_absent)),
            Some(Below::OfStep) => self.part(&name, self.tagged.step),
            Some(Below::OfGround) => self.part(&name, self.tagged.ground),
            None => json!({}),
        }
    }

    /// A block, or the word that stands for one.
    fn shaped(&mut self, key: &Key, keys: &Keys, may_be_absent: bool) -> Value {
        let shapes = Shape::of(key.fact);
        let mut schema = self.block(keys, Demand::of_block(keys), &keys.rows().collect::<Vec<_>>());
        let words: Vec<(&str, &str)> = shapes
            .iter()
            .filter_map(|shape| match shape {
                Shape::Word(word, meaning) => Some((*word, *meaning)),
                Shape::Keys(..) => None,
            })
            .collect();
        let mut kinds = vec![Kind::Object];
        if may_be_absent {
            kinds.push(Kind::Null);
        }
        let mut hint = Holds::Block.rule().to_owned();
        if !words.is_empty() {
            kinds.push(Kind::String);
            hint = format!("{hint} Of schrijf: {}.", quoted(words.iter().map(|(word, _)| *word)));
            let offers = words.iter().map(|(word, meaning)| value::offer(word, meaning));
            schema["anyOf"] = offers.chain([json!({})]).collect();
            // The reader takes no spaces around a word that stands for a block.
            schema["pattern"] = words_pattern(words.iter().map(|(word, _)| *word)).replace(r"\s*", "").into();
            schema["patternErrorMessage"] = hint.clone().into();
        }
        push(&mut schema, only(&kinds, &hint));
        schema["defaultSnippets"] = snippet::of_block(keys, shapes);
        schema
    }

    /// A block with some of the keys that it may have; all are known.
    pub fn block(&mut self, keys: &Keys, demanded: &[Demand], rows: &[&Key]) -> Value {
        let names: Vec<&str> = keys.names().collect();
        let required = rows.iter().filter(|row| row.need == Need::Required);
        let required = required.map(|row| without(row.fact.key(), &missing(row.fact.key(), row.what)));
        let refusals: Vec<Value> = required.chain(demands(demanded, keys)).collect();
        let mut schema = json!({
            "properties": self.properties(rows.iter().copied()),
            "propertyNames": other_keys(&names),
        });
        refusals.into_iter().for_each(|refusal| push(&mut schema, refusal));
        schema
    }
}
