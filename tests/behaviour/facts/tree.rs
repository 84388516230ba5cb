//! A case file as a tree of JSON, in which a fact can be set or left out.

use rtbrief::case::model::Case;
use rtbrief::words::{Fact, Occasion};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// A case as a tree.
#[derive(Clone)]
pub struct Tree(pub Value);

/// For each block of a case file (`feiten.gezinsband`), those that some case has, the largest first: what a case gets
/// that lacks the block of a fact.
pub type Samples = BTreeMap<String, Vec<Value>>;

impl Tree {
    /// The tree of a case file; `None` where the file is no tree.
    pub fn read(text: &str) -> Option<Self> {
        let tree: Value = serde_saphyr::from_str(text).ok()?;
        tree.is_object().then_some(Self(tree))
    }

    /// The text of the case: JSON is YAML too.
    pub fn text(&self) -> String {
        self.0.to_string()
    }

    /// The step of the case with its outcome or phase; `None` where the file does not tell.
    pub fn occasion(&self) -> Option<Occasion> {
        let step = &self.0["stap"];
        let word = step["soort"].as_str()?;
        let further = step["uitkomst"].as_str().or_else(|| step["fase"].as_str());
        let whole = further.map_or_else(|| word.to_owned(), |further| format!("{word}.{further}"));
        Occasion::from_word(&whole)
    }

    /// The value of a fact; of a list, the one of its first item.
    pub fn get(&self, fact: Fact) -> Option<&Value> {
        segments(fact).iter().try_fold(&self.0, |value, segment| match segment {
            Segment::Key(key) => value.get(key.as_str()),
            Segment::First => value.get(0),
        })
    }

    /// The case with the block of the fact: its own, or where it has none, that of another case.
    pub fn grafted(&self, fact: Fact, samples: &Samples) -> Option<Self> {
        let path = segments(fact);
        let block = &path[..path.len() - 1];
        let found = block.iter().try_fold(&self.0, |value, segment| match segment {
            Segment::Key(key) => value.get(key.as_str()),
            Segment::First => value.get(0),
        });
        if found.is_some_and(Value::is_object) {
            return Some(self.clone());
        }
        let with = self.with(fact, &Value::Null, samples)?;
        let own = samples.get(&fact.pattern()[..fact.pattern().rfind('.')?]);
        let own = own.and_then(|blocks| blocks.iter().find_map(|block| block.get(fact.key())));
        match own {
            Some(value) => with.with(fact, value, samples),
            None => with.without(fact),
        }
    }

    /// The case with this value for a fact; `None` where the case lacks the block and no other case has one.
    pub fn with(&self, fact: Fact, value: &Value, samples: &Samples) -> Option<Self> {
        let mut tree = self.clone();
        let path = segments(fact);
        let mut at = &mut tree.0;
        let mut so_far = String::new();
        for (place, segment) in path.iter().enumerate() {
            let last = place + 1 == path.len();
            match segment {
                Segment::Key(key) => {
                    if !at.is_object() {
                        *at = sample(samples, &so_far, key)?;
                    }
                    so_far = if so_far.is_empty() { key.clone() } else { format!("{so_far}.{key}") };
                    at = at.as_object_mut()?.entry(key.as_str()).or_insert(Value::Null);
                }
                Segment::First => {
                    so_far.push_str("[]");
                    if at.as_array().is_none_or(Vec::is_empty) {
                        let key = fact.key();
                        *at = Value::Array(vec![sample(samples, &so_far, key)?]);
                    }
                    at = at.get_mut(0)?;
                }
            }
            if last {
                at.clone_from(value);
            }
        }
        Some(tree)
    }

    /// The case without a fact; `None` where it does not have it.
    pub fn without(&self, fact: Fact) -> Option<Self> {
        let mut tree = self.clone();
        let path = segments(fact);
        let mut at = &mut tree.0;
        for segment in &path[..path.len() - 1] {
            at = match segment {
                Segment::Key(key) => at.get_mut(key.as_str())?,
                Segment::First => at.get_mut(0)?,
            };
        }
        let Segment::Key(key) = path.last()? else { return None };
        at.as_object_mut()?.remove(key)?;
        Some(tree)
    }
}

enum Segment {
    Key(String),
    First,
}

/// `stap.gronden[].motivering` as steps into the tree.
fn segments(fact: Fact) -> Vec<Segment> {
    let mut path = Vec::new();
    for part in fact.pattern().split('.') {
        path.push(Segment::Key(part.trim_end_matches("[]").to_owned()));
        if part.ends_with("[]") {
            path.push(Segment::First);
        }
    }
    path
}

/// A block of this place that has the key, or the largest one. For `feiten` an empty one: every fact of it may be alone.
fn sample(samples: &Samples, place: &str, key: &str) -> Option<Value> {
    if place == Case::feiten.pattern() {
        return Some(Value::Object(Map::new()));
    }
    let found = samples.get(place)?;
    found.iter().find(|block| block.get(key).is_some()).or_else(|| found.first()).cloned()
}

/// The samples of cases: blocks with the same keys count once.
pub fn samples<'a>(trees: impl Iterator<Item = &'a Tree>) -> Samples {
    let mut found = Samples::new();
    for tree in trees {
        collect(&tree.0, String::new(), &mut found);
    }
    for blocks in found.values_mut() {
        blocks.sort_by_key(|block| std::cmp::Reverse(block.as_object().map_or(0, Map::len)));
    }
    found
}

fn collect(value: &Value, path: String, found: &mut Samples) {
    match value {
        Value::Object(map) => {
            let known = found.entry(path.clone()).or_default();
            if !known.iter().any(|other| other.as_object().is_some_and(|it| it.keys().eq(map.keys()))) {
                known.push(value.clone());
            }
            for (key, inner) in map {
                let inner_path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                collect(inner, inner_path, found);
            }
        }
        Value::Array(items) => {
            for item in items {
                collect(item, format!("{path}[]"), found);
            }
        }
        _ => {}
    }
}
