//! The values of a case by path, as they were written: for `uitleg` (docs/spec/cli.md), for the check that the font has
//! all characters, and for the advice on an officer's own words.

use crate::yaml::{Node, Scalar, Value};
use serde_json::Value as Json;

/// The value of a path below a node; `None` when it is absent.
pub(super) fn at(root: &Node, path: &str) -> Option<Json> {
    let mut node = root;
    for part in path.split(['.', '[']) {
        node = match part.strip_suffix(']') {
            None => node.get(part)?,
            Some(index) => match &node.value {
                Value::List(items) => items.get(index.parse::<usize>().ok()?)?,
                _ => return None,
            },
        };
    }
    (!node.is_null()).then(|| json(node))
}

fn json(node: &Node) -> Json {
    match &node.value {
        Value::Scalar(scalar) if scalar.is_null() => Json::Null,
        Value::Scalar(scalar) => match (scalar.plain, scalar.text.as_str()) {
            (true, "true") => Json::Bool(true),
            (true, "false") => Json::Bool(false),
            (_, text) => text.into(),
        },
        Value::List(items) => items.iter().map(json).collect(),
        Value::Map(entries) => entries.iter().map(|e| (e.key.clone(), json(&e.value))).collect(),
        Value::Refused => Json::Null,
    }
}

/// Calls `each` with the path of every single value below a node, and the value.
pub(super) fn scalars(node: &Node, path: &str, each: &mut dyn FnMut(&str, &Scalar)) {
    match &node.value {
        Value::Scalar(scalar) => each(path, scalar),
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                scalars(item, &format!("{path}[{index}]"), each);
            }
        }
        Value::Map(entries) => {
            for entry in entries {
                scalars(&entry.value, &crate::yaml::path_of_key(path, &entry.key), each);
            }
        }
        Value::Refused => {}
    }
}
