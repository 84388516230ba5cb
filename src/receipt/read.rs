//! Reads a receipt strictly, and says in Dutch which key is wrong.
//!
//! The form says what a key may hold; here every key reaches it once, with its name, so that a fault of a
//! value is a fault of its key. A key that stands there twice is refused: which of the two would hold?

use super::form::Form;
use super::{Receipt, VERSION};
use serde::de::value::MapDeserializer;
use serde::de::{Deserialize, Deserializer, Error, IntoDeserializer, MapAccess, Visitor};
use serde_json::Value;
use std::fmt;

/// More keys than this are no receipt.
const MOST_KEYS: usize = 64;

/// Why something is no receipt: a Dutch clause that follows "de kwitantie".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceiptError(String);

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
        // It is somebody else's text and cannot always be shown.
        let plain =
            (1..=40).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        let shown = if plain { format!(": `{key}`") } else { String::new() };
        Self(format!("heeft een sleutel te veel{shown}"))
    }
}

pub(super) fn wrong(key: &str) -> ReceiptError {
    ReceiptError(format!("heeft bij `{key}` een waarde die daar niet kan staan"))
}

impl Receipt {
    /// Reads a receipt.
    ///
    /// # Errors
    /// When the text is not one JSON object with exactly the keys of a receipt, each of its form, or
    /// when it is of another version.
    pub fn from_json(text: &str) -> Result<Self, ReceiptError> {
        let Keys(keys) = serde_json::from_str(text).map_err(ReceiptError::custom)?;
        if keys.iter().any(|key| key.name == "versie" && key.value != VERSION) {
            return Err(ReceiptError(format!(
                "heeft niet versie {VERSION}, de enige die dit programma leest"
            )));
        }
        let entries = keys.into_iter().map(|key| (key.name.clone(), key));
        Form::deserialize(MapDeserializer::new(entries))?.into_receipt()
    }
}

/// A key with its value.
struct Key {
    name: String,
    value: Value,
}

impl<'de> Deserializer<'de> for Key {
    type Error = ReceiptError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReceiptError> {
        self.value.deserialize_any(visitor).map_err(|_| wrong(&self.name))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReceiptError> {
        self.value.deserialize_option(visitor).map_err(|_| wrong(&self.name))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl IntoDeserializer<'_, ReceiptError> for Key {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// All keys of an object in the order of the text, those that stand there twice too.
struct Keys(Vec<Key>);

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
                while let Some((name, value)) = map.next_entry()? {
                    found.push(Key { name, value });
                    if found.len() > MOST_KEYS {
                        return Err(A::Error::custom("te veel sleutels"));
                    }
                }
                Ok(Keys(found))
            }
        }
        deserializer.deserialize_map(Object)
    }
}
