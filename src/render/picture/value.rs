//! PDF values that do not belong to a file yet: references count from the first object of the picture.
//!
//! A picture is read once and written in many files, each with its own numbers. Everything is written as
//! ASCII, so that the bytes are the same whatever program made the picture.

use std::fmt::{self, Display, Formatter, Write as _};

/// A value (ISO 32000-1, 7.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// The null object.
    Null,
    /// A boolean.
    Bool(bool),
    /// A number, as it was written.
    Number(String),
    /// A name, without its slash.
    Name(Vec<u8>),
    /// A string, as bytes.
    Text(Vec<u8>),
    /// An array.
    Array(Vec<Self>),
    /// A dictionary.
    Dictionary(Entries),
    /// An object of the same picture, counted from its first.
    Object(usize),
}

/// The entries of a dictionary, in the order in which they are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entries(Vec<(Vec<u8>, Value)>);

impl Entries {
    /// Adds an entry and returns the entries.
    #[must_use]
    pub fn with(mut self, key: impl AsRef<[u8]>, value: Value) -> Self {
        self.set(key, value);
        self
    }

    /// Adds an entry.
    pub fn set(&mut self, key: impl AsRef<[u8]>, value: Value) {
        self.0.push((key.as_ref().to_owned(), value));
    }

    /// Whether there are no entries.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The entries as text, without the brackets; `first` is the number of the picture's first object.
    #[must_use]
    pub fn inner(&self, first: u32) -> impl Display {
        Inner(self, first)
    }
}

impl Value {
    /// Makes a name.
    #[must_use]
    pub fn name(name: &str) -> Self {
        Self::Name(name.into())
    }

    /// Makes a number, whole or with decimals.
    #[must_use]
    pub fn int(number: impl Display) -> Self {
        Self::Number(number.to_string())
    }

    /// Makes an array of numbers.
    #[must_use]
    pub fn numbers(numbers: impl IntoIterator<Item = f32>) -> Self {
        Self::Array(numbers.into_iter().map(Self::int).collect())
    }

    /// The value as text; `first` is the number of the picture's first object.
    #[must_use]
    pub fn at(&self, first: u32) -> impl Display {
        At(self, first)
    }
}

struct At<'a>(&'a Value, u32);

impl Display for At<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            Value::Null => f.write_str("null"),
            Value::Bool(value) => write!(f, "{value}"),
            Value::Number(number) => f.write_str(number),
            Value::Name(name) => write_name(f, name),
            Value::Text(bytes) => write_hexadecimal(f, bytes),
            Value::Array(values) => {
                f.write_char('[')?;
                for (index, value) in values.iter().enumerate() {
                    write!(f, "{}{}", if index > 0 { " " } else { "" }, At(value, self.1))?;
                }
                f.write_char(']')
            }
            Value::Dictionary(entries) => write!(f, "<<{}>>", Inner(entries, self.1)),
            Value::Object(place) => {
                let number = self.1.saturating_add(u32::try_from(*place).unwrap_or(u32::MAX));
                write!(f, "{number} 0 R")
            }
        }
    }
}

struct Inner<'a>(&'a Entries, u32);

impl Display for Inner<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (key, value) in &self.0.0 {
            write_name(f, key)?;
            write!(f, " {}", At(value, self.1))?;
        }
        Ok(())
    }
}

/// Writes a string, each byte as two hexadecimal digits (7.3.4.3).
fn write_hexadecimal(f: &mut Formatter<'_>, bytes: &[u8]) -> fmt::Result {
    f.write_char('<')?;
    for byte in bytes {
        write!(f, "{byte:02X}")?;
    }
    f.write_char('>')
}

/// Writes a name; a character that is not a plain letter or digit is escaped as its number (7.3.5).
fn write_name(f: &mut Formatter<'_>, name: &[u8]) -> fmt::Result {
    f.write_char('/')?;
    for &byte in name {
        if byte.is_ascii_alphanumeric() || b"-_.+*'".contains(&byte) {
            f.write_char(char::from(byte))?;
        } else {
            write!(f, "#{byte:02X}")?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Entries, Value};

    #[test]
    fn values_are_written_as_ascii_and_renumbered() {
        let entries = Entries::default()
            .with("A B#", Value::Array(vec![Value::Object(2), Value::Null, Value::Bool(true)]))
            .with("S", Value::Text(vec![0, 255]))
            .with("N", Value::numbers([0.5, 595.276]));
        let text = Value::Dictionary(entries).at(10).to_string();
        assert_eq!(text, "<</A#20B#23 [12 0 R null true]/S <00FF>/N [0.5 595.276]>>");
    }
}
