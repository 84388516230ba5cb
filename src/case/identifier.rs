//! Identifiers and checked texts, each as a type of its own, so that one is never used in place of another.

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
    /// A text of one line: in NFC, trimmed, not empty, without characters that cannot be seen.
    Line
}
text_newtype! {
    /// A text of one or more paragraphs, with an empty line between two of them: in NFC, trimmed, not empty,
    /// without characters that cannot be seen.
    Prose
}

impl Kenmerk {
    /// Reads a kenmerk; `None` when the text has another form.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let first = bytes.first()?;
        let inner = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-');
        let fits =
            (3..=40).contains(&bytes.len()) && first.is_ascii_alphanumeric() && bytes.iter().all(inner);
        fits.then(|| Self(text.to_owned()))
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

impl Line {
    /// A line that the reader has already checked and normalised.
    pub(crate) fn checked(text: String) -> Self {
        Self(text)
    }
}

impl Prose {
    /// A text that the reader has already checked and normalised.
    pub(crate) fn checked(text: String) -> Self {
        Self(text)
    }

    /// The paragraphs of the text, each on one line.
    pub fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.0.split("\n\n").filter(|p| !p.is_empty())
    }
}
