//! Identifiers and checked texts, each as a type of its own, so that one is never used in place of another.

use crate::words::{Form, Held, Holds, held};
use std::fmt;

macro_rules! text_newtype {
    ($(#[doc = $doc:literal])+ $name:ident) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The text as it is printed.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

text_newtype! {
    /// The reference of a case: `[A-Za-z0-9][A-Za-z0-9._-]{2,39}`. The names of its files begin with it.
    Kenmerk
}
text_newtype! {
    /// The V-nummer of an alien: ten digits, without dots or spaces.
    VNummer
}
text_newtype! {
    /// A Dutch postcode, as `1234 AB`. The letters SA, SD and SS do not occur.
    Postcode
}
text_newtype! {
    /// A text of one or more paragraphs and lists: in NFC, every line trimmed, not empty, without characters that
    /// cannot be seen. An empty line stands between paragraphs and lists, a line break is one, and an item of a list
    /// begins with [`Prose::BULLET`] or [`Prose::NUMBER`], which no writer can write.
    Prose
}

/// What a text of one line is; it decides what the text cannot be (docs/spec/case-format.md, "A value must be
/// able to be what its key says").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// The name of a person, an office or an authority.
    Name,
    /// The name of a place.
    Place,
    /// The name of a street.
    Street,
    /// A line or part of an address that may be digits alone.
    AddressPart,
    /// A reference that others gave.
    Reference,
    /// An officer's own words.
    OwnWords,
}

/// A text of one line: in NFC, trimmed, not empty, without characters that cannot be seen. The type of a key in the
/// declaration of its block (`block!`) decides how it is read.
pub trait OneLine: Sized {
    /// What the text is.
    const KIND: TextKind;
    /// A text that the reader has already checked and normalised.
    fn checked(text: String) -> Self;
    /// The text as it is printed.
    fn as_str(&self) -> &str;
}

macro_rules! one_line {
    ($($(#[doc = $doc:literal])+ $name:ident: $kind:ident,)+) => {$(
        text_newtype! { $(#[doc = $doc])+ $name }

        impl OneLine for $name {
            const KIND: TextKind = TextKind::$kind;

            fn checked(text: String) -> Self {
                Self(text)
            }

            fn as_str(&self) -> &str {
                &self.0
            }
        }
    )+};
}

one_line! {
    /// The name of a person, an office or an authority: it holds a letter.
    Name: Name,
    /// The name of a place, with what it takes to find it there: it holds a letter.
    Place: Place,
    /// The name of a street, without house number: it holds a letter.
    Street: Street,
    /// A line of a foreign address, or an addition to a house number: it holds a letter or a digit.
    AddressPart: AddressPart,
    /// A reference that others gave: it holds a letter or a digit.
    Reference: Reference,
    /// An officer's own words on one line.
    Line: OwnWords,
}

/// A Dutch house number: 1 to 99999, as the register of addresses (BAG) has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HouseNumber(u32);

held! {
    Text: AddressPart, Name, Place, Reference, Street;
    OwnLine: Line;
    OwnWords: Prose;
}

macro_rules! formed {
    ($($name:ident),+) => {$(
        impl Held for $name {
            const HOLDS: Holds = Holds::Formed(Form::$name);
        }
    )+};
}
formed!(HouseNumber, Kenmerk, Postcode, VNummer);

impl HouseNumber {
    /// Reads a house number; `None` for anything but a whole number from 1 to 99999 without zeros before it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let fits = (1..=5).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_digit())
            && !text.starts_with('0');
        fits.then(|| text.parse().ok()).flatten().map(Self)
    }
}

impl fmt::Display for HouseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Kenmerk {
    /// Reads a kenmerk; `None` when the text has another form, or is the name of a device on Windows (`NUL`, `COM1`).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let first = bytes.first()?;
        let inner = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-');
        let fits =
            (3..=40).contains(&bytes.len()) && first.is_ascii_alphanumeric() && bytes.iter().all(inner);
        (fits && !Self::is_device(text)).then(|| Self(text.to_owned()))
    }

    /// Whether Windows takes a file of this name for a device: it looks only at what stands before the first dot.
    #[must_use]
    pub fn is_device(text: &str) -> bool {
        let name = text.split('.').next().unwrap_or(text).to_ascii_lowercase();
        let is_number = |rest: &str| rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_digit());
        let numbered = |start: &str| name.strip_prefix(start).is_some_and(is_number);
        matches!(name.as_str(), "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
    }
}

impl VNummer {
    /// Reads a V-nummer and leaves out dots and spaces; `None` unless ten digits remain.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits: String = text.chars().filter(|c| !matches!(c, '.' | ' ')).collect();
        (digits.len() == 10 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(Self(digits))
    }
}

impl Postcode {
    /// Reads a postcode with or without its space, in capitals or not; `None` when it cannot exist.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let packed: String = text.chars().filter(|c| *c != ' ').collect();
        let (digits, letters) = (packed.get(..4)?, packed.get(4..)?);
        let letters = letters.to_ascii_uppercase();
        let fits = digits.bytes().all(|b| b.is_ascii_digit())
            && !digits.starts_with('0')
            && letters.len() == 2
            && letters.bytes().all(|b| b.is_ascii_uppercase())
            && !matches!(letters.as_str(), "SA" | "SD" | "SS");
        fits.then(|| Self(format!("{digits} {letters}")))
    }
}

impl Prose {
    /// A text that the reader has already checked and normalised.
    pub(crate) fn checked(text: String) -> Self {
        Self(text)
    }

    /// Stands before an item of a list; the reader refuses private-use characters of a writer.
    pub(crate) const BULLET: char = '\u{E006}';
    /// Stands before an item of a numbered list.
    pub(crate) const NUMBER: char = '\u{E007}';
}

#[cfg(test)]
mod tests {
    use super::Kenmerk;

    #[test]
    fn a_kenmerk_names_no_device_of_windows() {
        for name in ["NUL", "con", "aux.txt", "COM1", "Lpt9.2026", "prn.a.b"] {
            assert_eq!(Kenmerk::parse(name), None, "{name}");
        }
        for name in ["NUL-1", "conto", "COM10", "LPT", "x.aux", "RTB-2026-000001"] {
            assert!(Kenmerk::parse(name).is_some(), "{name}");
        }
    }
}
