//! One YAML document as a tree of nodes, each with its place in the file and the way it was written.
//!
//! A scalar keeps its text as written: the code that reads a field decides whether `0123` is a number or a
//! reference, and only an unquoted `true` or `false` is a boolean.

use super::hash::Hash;
use crate::places::Place;
use std::borrow::Cow;

/// A value in the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Where the value begins; for a block of keys or a list, its first line.
    pub place: Place,
    /// The value itself.
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
    /// A construct that a case file may not hold (an alias); it has been reported already.
    Refused,
}

/// One key with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The text of the key.
    pub key: String,
    /// Where the key stands.
    pub key_place: Place,
    /// Its value.
    pub value: Node,
}

/// A single value that has not yet been interpreted as a date, a keyword or a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scalar {
    /// The text after YAML's escapes and line folding have been applied.
    pub text: String,
    /// Whether it was written without quotes and not as a block scalar (a plain scalar).
    pub plain: bool,
    /// Whether YAML has joined the lines of a paragraph, so that a line break in `text` stands for an empty
    /// line in the file.
    pub folded: bool,
    /// A `#` in it or right behind it that may be text as well as the beginning of a note.
    pub hash: Option<Hash>,
    /// Where YAML has joined lines: the text with the line breaks that its writer gave it before items of a
    /// list, and empty lines between paragraphs.
    pub(super) written: Option<String>,
}

impl Scalar {
    /// The text in lines as its writer set them, whichever style it was written in: running text that YAML
    /// joins is one line, an item of a list begins a line, and an empty line parts paragraphs.
    #[must_use]
    pub fn lines(&self) -> Cow<'_, str> {
        match &self.written {
            Some(written) => Cow::Borrowed(written),
            // The break that YAML has left was an empty line.
            None if self.folded => Cow::Owned(self.text.replace('\n', "\n\n")),
            None => Cow::Borrowed(&self.text),
        }
    }

    /// Whether the scalar means that there is no value: empty, `~` or `null`, without quotes.
    #[must_use]
    pub fn is_null(&self) -> bool {
        self.plain && matches!(self.text.as_str(), "" | "~" | "null")
    }
}

impl Node {
    /// Whether there is no value here, which counts as a missing key.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(&self.value, Value::Scalar(scalar) if scalar.is_null())
    }

    /// The value of a key; `None` when the key is absent or this node is not a block of keys.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node> {
        match &self.value {
            Value::Map(entries) => entries.iter().find(|e| e.key == key).map(|e| &e.value),
            _ => None,
        }
    }
}

/// Whether a key has the form of the keys of a case file. Other keys may be mis-indented names, which are
/// personal data and must stay out of paths.
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
        (false, true) => [block, ".", key].concat(),
    }
}
