//! The values of `organisatie.yaml` that a letter shows: a line of text, and the lines of an address.
//!
//! They are checked when they are read, so that no later check is needed: no value is empty, has a line break, or has
//! a control or private-use character.

use serde::de::{Deserialize, Deserializer, Error};
use std::fmt;
use std::ops::Deref;

/// One line of text: trimmed, not empty, without control or private-use characters.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct TextLine(String);

/// One to six lines of an address.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct AddressLines(Vec<TextLine>);

impl AddressLines {
    /// The lines joined to one, with commas between them.
    #[must_use]
    pub fn joined(&self) -> String {
        self.0.iter().map(|line| line.0.as_str()).collect::<Vec<_>>().join(", ")
    }
}

impl Deref for TextLine {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl Deref for AddressLines {
    type Target = [TextLine];
    fn deref(&self) -> &[TextLine] {
        &self.0
    }
}

impl fmt::Display for TextLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for TextLine {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?.trim().to_owned();
        if text.is_empty() {
            Err(D::Error::custom("deze waarde is leeg"))
        } else if text.contains(['\n', '\r', '\u{2028}', '\u{2029}']) {
            Err(D::Error::custom("deze waarde moet op één regel staan"))
        } else if text.chars().any(|c| c.is_control() || super::mark::is_private_use(c)) {
            Err(D::Error::custom("deze waarde bevat een onzichtbaar teken"))
        } else {
            Ok(Self(text))
        }
    }
}

impl<'de> Deserialize<'de> for AddressLines {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let lines = Vec::deserialize(deserializer)?;
        match lines.len() {
            1..=6 => Ok(Self(lines)),
            _ => Err(D::Error::custom("een adres heeft één tot zes regels")),
        }
    }
}
