//! The schema of a single value, by what its key holds.

use super::day;
use super::refusal::{Kind, only, refusal, words_pattern};
use super::text::{quoted, sentence};
use crate::case::country::{Nationality, countries};
use crate::law::book::RuleBook;
use crate::words::{Form, Holds, Vocabulary};
use serde_json::{Value, json};

/// The schema of a value.
pub struct Single {
    /// The name of its definition, when several keys share it.
    pub shared: Option<&'static str>,
    /// What an editor offers; also what it goes by to write a key that it completes.
    offers: Vec<Value>,
    kinds: &'static [Kind],
    pattern: Option<String>,
    rule: String,
    more: Vec<Value>,
}

impl Single {
    /// The schema; of a key that may be absent, also of no value, which is the same.
    pub fn schema(mut self, may_be_absent: bool) -> Value {
        let mut kinds = self.kinds.to_vec();
        if may_be_absent && !kinds.contains(&Kind::Null) {
            kinds.push(Kind::Null);
        }
        // An editor offers what any of these names, and the last of them fits every value.
        self.offers.push(json!({}));
        let mut schema = json!({"anyOf": self.offers, "allOf": [only(&kinds, &self.rule)]});
        if let Some(pattern) = self.pattern {
            schema["pattern"] = pattern.into();
            schema["patternErrorMessage"] = self.rule.into();
        }
        if let Some(refusals) = schema["allOf"].as_array_mut() {
            refusals.append(&mut self.more);
        }
        schema
    }
}

/// What a key holds; of a list, what an item is. `None` for a block.
pub fn of(holds: Holds, book: &RuleBook) -> Option<Single> {
    let rule = holds.rule().to_owned();
    let text = json!({"type": "string"});
    let plain = |shared, kinds, pattern: Option<String>| Single {
        shared: Some(shared),
        offers: vec![text.clone()],
        kinds,
        pattern,
        rule: rule.clone(),
        more: Vec::new(),
    };
    Some(match holds {
        Holds::Block => return None,
        Holds::Words(vocabulary) => words(vocabulary, book),
        Holds::Date => plain("datum", &[Kind::String], Some(day::pattern())),
        Holds::BirthDate => Single {
            offers: vec![offer("onbekend", "van de geboortedatum is niets bekend")],
            more: vec![outside(1900, 2100, &rule)],
            ..plain("geboortedatum", &[Kind::String, Kind::Number], Some(day::birth_pattern()))
        },
        Holds::YesNo => {
            Single { offers: vec![json!({"type": "boolean"})], ..plain("ja_of_nee", &[Kind::Boolean], None) }
        }
        Holds::Country => coded("land", &[], rule),
        Holds::Nationalities => {
            coded("nationaliteit", &Nationality::WORDS.map(|(word, _, meaning)| (word, meaning)), rule)
        }
        Holds::Weeks => Single {
            offers: vec![json!({"enum": [0, 1, 2, 3, 4]})],
            more: vec![outside(0, 4, &rule)],
            ..plain("weken", &[Kind::Number, Kind::String], Some("^[0-4]$".to_owned()))
        },
        Holds::Formed(form) => formed(form, plain),
        // The reader says what is wrong with a text: what it cannot be depends on what its key is.
        Holds::Text | Holds::OwnLine | Holds::OwnWords => Single {
            rule: "Hier hoort één tekst, en die is niet leeg.".to_owned(),
            ..plain("tekst", Kind::OF_TEXT, Some(r"\S".to_owned()))
        },
    })
}

fn formed(form: Form, plain: impl Fn(&'static str, &'static [Kind], Option<String>) -> Single) -> Single {
    let rule = form.rule();
    let pattern = Some(form.pattern().to_owned());
    match form {
        Form::Kenmerk => plain("kenmerk", Kind::OF_TEXT, pattern),
        Form::Postcode => plain("postcode", &[Kind::String], pattern),
        // A number has lost the zeros before it and may have a dot: which digits were written is not seen any more.
        Form::VNummer => Single {
            more: vec![refusal(
                &json!({"type": "number", "not": {"minimum": 0, "maximum": 9_999_999_999_u64}}),
                Kind::String,
                rule,
            )],
            ..plain("v_nummer", &[Kind::String, Kind::Number], pattern)
        },
        Form::HouseNumber => Single {
            more: vec![outside(1, 99_999, rule)],
            ..plain("huisnummer", &[Kind::String, Kind::Number], pattern)
        },
    }
}

/// Refuses a number that is not whole, or outside these limits.
fn outside(from: u32, to: u32, rule: &str) -> Value {
    let wrong = json!({"type": "number", "not": {"type": "integer", "minimum": from, "maximum": to}});
    refusal(&wrong, Kind::String, rule)
}

/// Words of a closed list.
pub fn words(vocabulary: &Vocabulary, book: &RuleBook) -> Single {
    let meaning = |word: &&'static str| meaning(vocabulary, word, book);
    let meanings: Vec<String> = vocabulary.words.iter().map(meaning).collect();
    Single {
        shared: None,
        offers: vec![
            json!({"enum": vocabulary.words, "enumDescriptions": meanings, "markdownEnumDescriptions": meanings}),
        ],
        kinds: &[Kind::String],
        pattern: Some(words_pattern(vocabulary.words.iter().copied())),
        rule: format!("Kies uit: {}.", quoted(vocabulary.words.iter().copied())),
        more: Vec::new(),
    }
}

/// What a word means, a Dutch sentence: what its list says, or the newest row of the table that is named after it; empty where
/// neither does.
#[must_use]
pub fn meaning(vocabulary: &Vocabulary, word: &str, book: &RuleBook) -> String {
    let of_row = || {
        let id = format!("{}{word}", vocabulary.family?);
        book.rows().filter(|row| row.id.word() == id).last().map(|row| row.regel.clone())
    };
    vocabulary.meaning(word).map(sentence).or_else(of_row).unwrap_or_default()
}

/// The code of a country, or one of the words that may stand in its place.
fn coded(shared: &'static str, beside: &[(&str, &str)], rule: String) -> Single {
    let words = beside.iter().map(|(word, _)| *word).chain(countries().map(|(code, _)| code));
    let pattern = Some(words_pattern(words));
    let mut offers: Vec<Value> = beside.iter().map(|(word, meaning)| offer(word, meaning)).collect();
    offers.push(json!({"$ref": format!("#/definitions/{COUNTRIES}")}));
    Single { shared: Some(shared), offers, kinds: &[Kind::String], pattern, rule, more: Vec::new() }
}

/// The name of the part that holds the countries.
pub const COUNTRIES: &str = "landen";

/// Every country by its code and by its name. One list with all of them would be shown whole wherever an editor tells of
/// one.
pub fn offered_countries() -> Value {
    let country = |(code, name): (&str, &str)| {
        json!({
            "enum": [code],
            "enumDescriptions": [name],
            "defaultSnippets": [{"label": name, "description": code, "body": code}],
        })
    };
    json!({"anyOf": countries().map(country).collect::<Vec<_>>()})
}

/// One word that an editor offers.
pub fn offer(word: &str, meaning: &str) -> Value {
    let meaning = sentence(meaning);
    json!({"enum": [word], "enumDescriptions": [meaning], "markdownEnumDescriptions": [meaning]})
}
