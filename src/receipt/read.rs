//! Reads a receipt strictly: every key once, no other, each value of its form.
//!
//! A receipt that is read was on a disk that others may write. What it names is only ever read, and
//! its letter only below its own folder; whatever a receipt of ours cannot hold is refused.

use super::{Input, Letter, Receipt, VERSION, Versions, is_copy};
use crate::case::identifier::Kenmerk;
use crate::case::model::Wijze;
use crate::case::read::Overrides;
use crate::hash::Hash;
use crate::law::date::Date;
use crate::pipeline::Format;
use crate::words::LetterKind;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;
use std::fmt;
use std::path::{Component, Path};

/// Why something is no receipt: a Dutch clause that follows "de kwitantie".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceiptError(String);

impl fmt::Display for ReceiptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ReceiptError {}

impl Receipt {
    /// Reads a receipt.
    ///
    /// # Errors
    /// When the text is not one JSON object with exactly the keys of a receipt, each of its form, or
    /// when it is of another version.
    pub fn from_json(text: &str) -> Result<Self, ReceiptError> {
        let found: Keys =
            serde_json::from_str(text).map_err(|_| ReceiptError("is geen JSON-object".to_owned()))?;
        let mut keys = found.once()?;
        let version = keys.take("versie")?;
        if version != VERSION {
            return Err(ReceiptError(format!(
                "heeft niet versie {VERSION}, de enige die dit programma leest"
            )));
        }
        let receipt = Self {
            letter: letter(&mut keys)?,
            input: Input {
                file: keys.text("bestand", |text| (!text.is_empty()).then(|| text.to_owned()))?,
                document: keys.number("document")?,
                hash: keys.text("sha256_zaak", Hash::parse)?,
            },
            options: Overrides {
                bekendmaking: keys.optional("optie_bekendmaking", Date::parse)?,
                wijze: keys.optional("optie_wijze", Wijze::from_word)?,
            },
            versions: Versions {
                program: keys.text("programma", |text| is_version(text).then(|| text.to_owned()))?,
                organisation: keys.text("sha256_organisatie", Hash::parse)?,
                templates: keys.text("sha256_sjablonen", Hash::parse)?,
                rules: keys.text("sha256_regels", Hash::parse)?,
            },
        };
        match keys.0.first() {
            Some((key, _)) => Err(ReceiptError(format!("heeft een sleutel te veel{}", shown(key)))),
            None => Ok(receipt),
        }
    }
}

fn letter(keys: &mut Keys) -> Result<Letter, ReceiptError> {
    let kenmerk = keys.text("kenmerk", Kenmerk::parse)?;
    let kind = keys.text("soort", LetterKind::from_id)?;
    let is_copy = keys.text("exemplaar", is_copy)?;
    let start = format!("{kenmerk}_{}", kind.id());
    let stem = keys.text("stam", |text| is_stem(text, &start, is_copy).then(|| text.to_owned()))?;
    Ok(Letter {
        kenmerk,
        kind,
        is_copy,
        stem,
        format: keys.text("formaat", |word| Format::ALL.iter().copied().find(|f| f.extension() == word))?,
        file: keys.text("brief", |text| stays_below(text).then(|| text.to_owned()))?,
        hash: keys.text("sha256_brief", Hash::parse)?,
        length: keys.number("lengte")?,
    })
}

/// `KENMERK_SOORT`, then `-2` or higher for a further letter, then `_afschrift` for a copy.
fn is_stem(text: &str, start: &str, is_copy: bool) -> bool {
    let Some(rest) = text.strip_prefix(start) else { return false };
    let rest = if is_copy { rest.strip_suffix("_afschrift") } else { Some(rest) };
    rest.is_some_and(|rest| {
        rest.is_empty()
            || rest.strip_prefix('-').is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()) && !n.is_empty())
    })
}

/// A path to a file in the folder or deeper, never above it or elsewhere.
fn stays_below(text: &str) -> bool {
    let mut parts = Path::new(text).components().peekable();
    parts.peek().is_some()
        && parts.all(|part| matches!(part, Component::Normal(_)))
        && !text.chars().any(char::is_control)
}

fn is_version(text: &str) -> bool {
    (1..=40).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
}

/// The key, if it can be shown; it is somebody else's text.
fn shown(key: &str) -> String {
    let plain =
        key.len() <= 40 && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') && !key.is_empty();
    if plain { format!(": `{key}`") } else { String::new() }
}

/// The keys that have not been taken yet, in the order of the text.
struct Keys(Vec<(String, Value)>);

impl Keys {
    /// Refuses a key that stands there twice: which of the two would hold?
    fn once(self) -> Result<Self, ReceiptError> {
        for (index, (key, _)) in self.0.iter().enumerate() {
            if self.0.iter().skip(index + 1).any(|(other, _)| other == key) {
                return Err(ReceiptError(format!("heeft een sleutel dubbel{}", shown(key))));
            }
        }
        Ok(self)
    }

    fn take(&mut self, key: &str) -> Result<Value, ReceiptError> {
        let at = self.0.iter().position(|(name, _)| name == key);
        at.map(|at| self.0.remove(at).1).ok_or_else(|| ReceiptError(format!("mist `{key}`")))
    }

    fn text<T>(&mut self, key: &str, read: impl FnOnce(&str) -> Option<T>) -> Result<T, ReceiptError> {
        self.take(key)?.as_str().and_then(read).ok_or_else(|| wrong(key))
    }

    fn optional<T>(
        &mut self,
        key: &str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, ReceiptError> {
        match self.take(key)? {
            Value::Null => Ok(None),
            value => value.as_str().and_then(read).map(Some).ok_or_else(|| wrong(key)),
        }
    }

    /// A number from 1.
    fn number<T: TryFrom<u64>>(&mut self, key: &str) -> Result<T, ReceiptError> {
        let number = self.take(key)?.as_u64().filter(|number| *number > 0);
        number.and_then(|number| T::try_from(number).ok()).ok_or_else(|| wrong(key))
    }
}

fn wrong(key: &str) -> ReceiptError {
    ReceiptError(format!("heeft bij `{key}` een waarde die daar niet kan staan"))
}

impl<'de> Deserialize<'de> for Keys {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Keys;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("een object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Keys, A::Error> {
                let mut found = Vec::new();
                // A receipt has 18 keys; `once` need not compare thousands with each other.
                while let Some(entry) = map.next_entry()? {
                    found.push(entry);
                    if found.len() > MOST_KEYS {
                        return Err(serde::de::Error::custom("te veel sleutels"));
                    }
                }
                Ok(Keys(found))
            }
        }
        deserializer.deserialize_map(Object)
    }
}

/// More keys than this are no receipt.
const MOST_KEYS: usize = 64;
