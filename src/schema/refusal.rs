//! Refusals with a Dutch message of their own: each is an `if` that knows a wrong value, and a `then` that no such value
//! fits.

use serde_json::{Value, json};

/// A kind of value of JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    String,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// No value: `~`, `null` or nothing.
    Null,
    /// A list.
    Array,
    /// A block of keys.
    Object,
}

impl Kind {
    const ALL: [Self; 6] = [Self::String, Self::Number, Self::Boolean, Self::Null, Self::Array, Self::Object];

    /// The kinds of which a value may be a text as it was written: `achternaam: True`, `kenmerk: 00123` and, a name that
    /// YAML takes for no value, `achternaam: Null`.
    pub const OF_TEXT: &'static [Self] = &[Self::String, Self::Number, Self::Boolean, Self::Null];

    const fn word(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Null => "null",
            Self::Array => "array",
            Self::Object => "object",
        }
    }
}

/// Refuses the values that are `wrong`, none of which may be of kind `fits`.
pub fn refusal(wrong: &Value, fits: Kind, message: &str) -> Value {
    json!({"if": wrong, "then": {"type": fits.word(), "errorMessage": message}})
}

/// Refuses every value that is of none of these kinds.
pub fn only(kinds: &[Kind], message: &str) -> Value {
    let wrong: Vec<&str> =
        Kind::ALL.iter().filter(|kind| !kinds.contains(kind)).map(|kind| kind.word()).collect();
    let fits = kinds.first().copied().unwrap_or(Kind::String);
    refusal(&json!({"type": wrong}), fits, message)
}

/// Refuses a block that has not got a key.
pub fn without(key: &str, message: &str) -> Value {
    json!({"required": [key], "errorMessage": message})
}

/// Refuses a key where `when` holds of its block; an editor marks the key and not the whole block.
pub fn key_where(when: &Value, key: &str, message: &str) -> Value {
    json!({
        "if": when,
        "then": {"propertyNames": {"pattern": format!("^(?!{key}$)"), "patternErrorMessage": message}},
    })
}

/// Refuses every key but these.
pub fn other_keys(names: &[&str]) -> Value {
    let known = super::text::quoted(names.iter().copied());
    let message = format!("Deze sleutel hoort hier niet. Hier kunnen: {known}.");
    json!({"enum": names, "errorMessage": message})
}

/// What a text is when it is one of these words, with spaces around it or not.
pub fn words_pattern<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    format!(r"^\s*(?:{})\s*$", words.into_iter().collect::<Vec<_>>().join("|"))
}

/// Adds a refusal to a schema.
pub fn push(schema: &mut Value, refusal: Value) {
    match schema["allOf"].as_array_mut() {
        Some(all) => all.push(refusal),
        None => schema["allOf"] = json!([refusal]),
    }
}
