//! The values of `organisatie.yaml` that become words of a letter: one line of text, the lines of an address.
//!
//! Checked where they are read, so that whoever prints them needs no check: no value is empty, breaks a line or
//! holds a character that nobody sees.

use serde::de::{Deserialize, Deserializer, Error};
use std::fmt;
use std::ops::Deref;

/// One line of text: trimmed, not empty, without control or private-use characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextLine(String);

/// One to six lines of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddressLines(Vec<TextLine>);

impl AddressLines {
    /// The lines on one line, with commas.
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
