//! The Dutch of the schema: descriptions and messages, from what the declarations say.

use serde_json::{Map, Value};

/// A clause as a sentence: `dag van de stap` becomes `Dag van de stap.`
pub fn sentence(clause: &str) -> String {
    let mut letters = clause.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let end = if clause.ends_with(['.', '?', '…']) { "" } else { "." };
    format!("{}{}{end}", first.collect::<String>(), letters.as_str())
}

/// Words in a sentence: `` `a`, `b` ``.
pub fn quoted<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    words.into_iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// The message about a key that is not there.
pub fn missing(key: &str, what: &str) -> String {
    format!("`{key}` ontbreekt: {what}.")
}

/// Title and description of a key, which an editor shows.
pub fn about(schema: &mut Map<String, Value>, key: &str, description: &str) {
    schema.insert("title".to_owned(), key.into());
    schema.insert("description".to_owned(), description.replace('`', "").into());
    if description.contains('`') {
        schema.insert("markdownDescription".to_owned(), description.into());
    }
}
