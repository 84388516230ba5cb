//! Reads a receipt strictly, and says in Dutch which key is wrong.
//!
//! The form says what a key may hold. The reader here gives it one key at a time, so that an error in a
//! value is reported with the name of its key. A key that occurs twice is refused, because it is unclear
//! which of the two counts.

use super::contents::{Receipt, VERSION};
use super::error::ReceiptError;
use super::form::Form;
use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, Visitor};
use serde_json::Value;
use std::fmt;

/// The highest number of keys that is read; an object with more is not a receipt.
const MAX_KEYS: usize = 64;

impl Receipt {
    /// Reads a receipt from its JSON text.
    ///
    /// # Errors
    /// When the text is not one JSON object with exactly the keys of a receipt, when a value is not
    /// allowed for its key, or when the receipt has another version.
    pub fn from_json(text: &str) -> Result<Self, ReceiptError> {
        let Keys(keys) = serde_json::from_str(text).map_err(ReceiptError::custom)?;
        if keys.iter().any(|(name, value)| name == "versie" && *value != VERSION) {
            return Err(ReceiptError::new(format!(
                "heeft niet versie {VERSION}, de enige die dit programma leest"
            )));
        }
        let entries = Entries { remaining: keys.into_iter(), current: None };
        Form::deserialize(MapAccessDeserializer::new(entries))?.into_receipt()
    }
}

/// All keys of an object in the order of the text, including keys that occur twice.
struct Keys(Vec<(String, Value)>);

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
                while let Some(entry) = map.next_entry()? {
                    found.push(entry);
                    if found.len() > MAX_KEYS {
                        return Err(A::Error::custom("te veel sleutels"));
                    }
                }
                Ok(Keys(found))
            }
        }
        deserializer.deserialize_map(Object)
    }
}

/// Gives the keys to the form one by one, and reports an error in a value with the name of its key.
struct Entries {
    remaining: std::vec::IntoIter<(String, Value)>,
    /// The entry whose key was given last and whose value comes next.
    current: Option<(String, Value)>,
}

impl<'de> MapAccess<'de> for Entries {
    type Error = ReceiptError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, ReceiptError> {
        self.current = self.remaining.next();
        let Some((name, _)) = &self.current else { return Ok(None) };
        let name: StrDeserializer<'_, ReceiptError> = name.as_str().into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, ReceiptError> {
        let (name, value) = self.current.take().unwrap_or_default();
        seed.deserialize(value).map_err(|_: serde_json::Error| ReceiptError::wrong_value(&name))
    }
}
