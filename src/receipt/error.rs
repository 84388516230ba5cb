//! Why a text is not a receipt.

use serde::de::Error;
use std::fmt;

/// Why a text is not a receipt: a Dutch clause that continues a sentence after "de kwitantie".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceiptError(String);

impl ReceiptError {
    pub(super) const fn new(clause: String) -> Self {
        Self(clause)
    }

    pub(super) fn wrong_value(key: &str) -> Self {
        Self(format!("heeft bij `{key}` een waarde die daar niet kan staan"))
    }
}

impl fmt::Display for ReceiptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ReceiptError {}

impl Error for ReceiptError {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self("is geen JSON-object".to_owned())
    }

    fn missing_field(key: &'static str) -> Self {
        Self(format!("mist `{key}`"))
    }

    fn duplicate_field(key: &'static str) -> Self {
        Self(format!("heeft een sleutel dubbel: `{key}`"))
    }

    fn unknown_field(key: &str, _: &'static [&'static str]) -> Self {
        // The key comes from the file and may have characters that are not safe to show.
        let plain =
            (1..=40).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        let shown = if plain { format!(": `{key}`") } else { String::new() };
        Self(format!("heeft een sleutel te veel{shown}"))
    }
}
