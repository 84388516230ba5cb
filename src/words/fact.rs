//! The path of a fact of the case file: `feiten.toegekend_op`, `stap.gronden[0].motivering`.
//!
//! The paths are constants of the blocks in `case::model` (`Feiten::toegekend_op`). The declaration of a
//! field also makes its path, so that no other code writes a path as a text.

use super::{Form, Vocabulary};
use std::fmt;

/// The path of a fact. Where it lies in a list, the path has `[]` until [`Fact::at`] says which item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fact {
    pattern: &'static str,
    item: Option<usize>,
}

impl Fact {
    /// The fact of a path. Only the declarations of blocks call this.
    #[must_use]
    pub const fn of(pattern: &'static str) -> Self {
        Self { pattern, item: None }
    }

    /// The fact of one item of its list, counted from 0.
    #[must_use]
    pub const fn at(self, item: usize) -> Self {
        Self { pattern: self.pattern, item: Some(item) }
    }

    /// The fact of one item, if the path passes a list at all.
    #[must_use]
    pub fn within(self, item: usize) -> Self {
        if self.pattern.contains("[]") { self.at(item) } else { self }
    }

    /// The path with `[]` where it passes a list: `stap.gronden[].motivering`.
    #[must_use]
    pub const fn pattern(self) -> &'static str {
        self.pattern
    }

    /// The block in which the key lies: `stap.gronden[]`; empty for a block at the top.
    #[must_use]
    pub fn block(self) -> &'static str {
        self.pattern.rsplit_once('.').map_or("", |(block, _)| block)
    }

    /// The key, the last part of the path: `motivering`.
    #[must_use]
    pub fn key(self) -> &'static str {
        let last = self.pattern.rsplit('.').next().unwrap_or(self.pattern);
        last.trim_end_matches("[]")
    }
}

/// The pattern of the fact at a path of a case: `stap.gronden[].motivering` of `stap.gronden[0].motivering`. The items of a
/// list of texts have no key of their own, so theirs is that of the list.
#[must_use]
pub fn pattern_of(path: &str) -> String {
    let mut pattern = String::with_capacity(path.len());
    for (part, piece) in path.split(['[', ']']).enumerate() {
        pattern.push_str(if part % 2 == 0 { piece } else { "[]" });
    }
    pattern.truncate(pattern.trim_end_matches("[]").len());
    pattern
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.item, self.pattern.split_once("[]")) {
            (Some(item), Some((before, after))) => write!(f, "{before}[{item}]{after}"),
            (Some(item), None) => write!(f, "{}[{item}]", self.pattern),
            (None, _) => f.write_str(self.pattern),
        }
    }
}

impl From<Fact> for String {
    fn from(fact: Fact) -> Self {
        fact.to_string()
    }
}

/// A key of a block of the case file, with what it is for in Dutch and what it may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// The fact that the key holds.
    pub fact: Fact,
    /// What it is for, as a clause without a capital: `dag van vertrek uit Oekraïne`.
    pub what: &'static str,
    /// The kind of its value; of a list, the kind of one item.
    pub holds: Holds,
    /// Whether the block can be without it.
    pub need: Need,
}

impl Key {
    /// The words that it may hold, where these are a closed list; empty where they are not.
    #[must_use]
    pub const fn words(&self) -> &'static [&'static str] {
        match self.holds {
            Holds::Words(vocabulary) => vocabulary.words,
            _ => &[],
        }
    }
}

/// The kind of a value of the case file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// One of a closed list of words.
    Words(&'static Vocabulary),
    /// A day.
    Date,
    /// A date of birth, as far as it is known.
    BirthDate,
    /// `true` or `false`.
    YesNo,
    /// The code of a country.
    Country,
    /// One or more nationalities.
    Nationalities,
    /// A number of weeks, 0 to 4 (Vw 62).
    Weeks,
    /// A text of one line: a name, a place, a reference.
    Text,
    /// A text of a form of its own.
    Formed(Form),
    /// A text that an officer writes for the letter or the file: own words on one line.
    OwnLine,
    /// The same, of one line or of more: paragraphs and lists.
    OwnWords,
    /// A block with keys of its own, or the word that stands for one.
    Block,
}

impl Holds {
    /// What to do where a value is of another kind, in Dutch: a sentence.
    #[must_use]
    pub const fn rule(self) -> &'static str {
        match self {
            Self::Words(_) => "Kies een van de vaste woorden.",
            Self::Date => "Schrijf de datum als jaar-maand-dag: jjjj-mm-dd.",
            Self::BirthDate => "Schrijf jjjj-mm-dd, of jjjj-mm, jjjj of `onbekend` als meer niet bekend is.",
            Self::YesNo => "Schrijf `true` of `false`, zonder aanhalingstekens.",
            Self::Country => "Schrijf de drie hoofdletters van de landcode (ISO 3166-1 alpha-3).",
            Self::Nationalities => "Schrijf een landcode, `staatloos` of `onbekend`.",
            Self::Weeks => "Schrijf een heel getal van 0 tot en met 4.",
            Self::Formed(form) => form.rule(),
            Self::Text | Self::OwnLine | Self::OwnWords => "Schrijf de waarde achter de sleutel.",
            Self::Block => "Zet de sleutels op eigen regels eronder, verder ingesprongen.",
        }
    }

    /// Whether it is a text that an officer writes.
    #[must_use]
    pub const fn is_own_words(self) -> bool {
        matches!(self, Self::OwnLine | Self::OwnWords)
    }
}

/// Whether a block of the case file can be without a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It cannot.
    Required,
    /// It can; absent means *onbekend*.
    Optional,
    /// It can; the key holds a list, which is then empty.
    List,
}

/// A type of the case that a key can hold.
pub trait Held {
    /// The kind of value that the file has for it.
    const HOLDS: Holds;
}

/// Says of types which kind of value the file has for them.
macro_rules! held {
    ($($kind:ident: $($type:ty),+;)+) => {
        $($(impl $crate::words::Held for $type {
            const HOLDS: $crate::words::Holds = $crate::words::Holds::$kind;
        })+)+
    };
}
pub(crate) use held;

held! {
    YesNo: bool;
    Weeks: u32;
}
