//! One YAML document as a tree of nodes that still know how and where they were written.
//!
//! A scalar keeps its text as written: whether `0123` is a number or a reference is for the reader of
//! the field to say, and only an unquoted `true` or `false` is a yes or no.

use crate::places::Place;

/// A value in the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Where the value begins; for a block of keys or a list, its first line.
    pub place: Place,
    /// What it is.
    pub value: Value,
}

/// The kinds of value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A single value.
    Scalar(Scalar),
    /// A list.
    List(Vec<Node>),
    /// A block of keys, each key once, in the order of the file.
    Map(Vec<Entry>),
    /// Something that a case file may not hold and that has been reported (an alias).
    Refused,
}

/// One key with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub key_place: Place,
    /// Its value.
    pub value: Node,
}

/// A single value, not yet a date, a word or a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scalar {
    /// The text after YAML's own escapes and folding.
    pub text: String,
    /// Written without quotes, on the line of its key (a plain scalar).
    pub plain: bool,
    /// YAML has joined the lines of one paragraph already, so that a line break in `text` stands for
    /// an empty line in the file.
    pub folded: bool,
}

impl Scalar {
    /// Whether the scalar says that there is no value: nothing, `~` or `null`, without quotes.
    #[must_use]
    pub fn is_null(&self) -> bool {
        self.plain && matches!(self.text.as_str(), "" | "~" | "null")
    }
}

impl Node {
    /// Whether there is no value here; the same as a missing key.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(&self.value, Value::Scalar(scalar) if scalar.is_null())
    }

    /// The value of a key, in a block of keys.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node> {
        match &self.value {
            Value::Map(entries) => entries.iter().find(|e| e.key == key).map(|e| &e.value),
            _ => None,
        }
    }
}

/// Whether a key has the form of the keys of a case file. Other keys may be mis-indented names, which
/// are personal data and stay out of paths.
#[must_use]
pub fn looks_like_key(key: &str) -> bool {
    (1..=40).contains(&key.len())
        && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

/// The path of a key in a block; the path of the block when the key may not be shown.
#[must_use]
pub fn path_of_key(block: &str, key: &str) -> String {
    match (block.is_empty(), looks_like_key(key)) {
        (_, false) => block.to_owned(),
        (true, true) => key.to_owned(),
        (false, true) => format!("{block}.{key}"),
    }
}
