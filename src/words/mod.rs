//! The words of the law and of the case file as types: each is written once, here.
//!
//! The room lies below all others and holds no logic. A word that is a variant cannot be misspelled in
//! code; a table or a case file that holds another word is refused where it is read. [`Fact`] is the
//! path of a fact, [`RuleId`] the id of a row of the tables.

mod condition;
mod fact;
mod form;
pub mod gap;
mod ground;
mod judgement;
mod language;
mod letter;
mod limit;
mod rule;
mod step;
mod term;
mod vocabulary;

pub use condition::{Condition, Voorwaarde};
pub(crate) use fact::held;
pub use fact::{Fact, Held, Holds, Key, Need, pattern_of};
pub use form::Form;
pub use ground::GroundId;
pub(crate) use ground::with_grounds;
pub use judgement::Judgement;
pub use language::Language;
pub(crate) use letter::with_letters;
pub use letter::{Ending, GroundLetter, LetterKind, RemedyCase};
pub use limit::LimitId;
pub use rule::{Remedy, Rule, RuleId};
pub use step::{Fase, Occasion, SoortStap, UitkomstStickerlocatie, UitkomstTriage};
pub use term::{TermKind, TermSubject};
pub use vocabulary::Vocabulary;

/// A closed list of Dutch words, each a variant: of the case file, of the tables, or of both. A word of the case file has
/// its meaning behind it (`Man = "man" => "een man"`), for whoever must choose.
///
/// With `as "family."` every word also names the row `family.word` of the tables.
macro_rules! words {
    ($(#[doc = $doc:literal])+ $name:ident $(as $family:literal)? {
        $($(#[doc = $vdoc:literal])* $variant:ident = $word:expr $(=> $meaning:literal)?,)+
    }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs)]
        pub enum $name { $($(#[doc = $vdoc])* $variant,)+ }

        impl $name {
            /// Every value.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];
            /// The words, in the order of [`Self::ALL`].
            pub const WORDS: &'static [&'static str] = &[$($word,)+];

            /// The words with what each means.
            pub const VOCABULARY: &'static $crate::words::Vocabulary = &$crate::words::Vocabulary {
                words: Self::WORDS,
                meanings: &[$(concat!($($meaning)?),)+],
                family: $crate::words::words!(@prefix $($family)?),
            };

            /// The word as the files write it.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The value of a word; `None` when the word is not in the list.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.word() == word)
            }

            $crate::words::words!(@family $($family)? { $($variant = $word,)+ });
        }

        impl $crate::words::Held for $name {
            const HOLDS: $crate::words::Holds = $crate::words::Holds::Words(Self::VOCABULARY);
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word = String::deserialize(deserializer)?;
                Self::from_word(&word).ok_or_else(|| ::serde::de::Error::unknown_variant(&word, Self::WORDS))
            }
        }
    };
    (@prefix) => { None };
    (@prefix $family:literal) => { Some($family) };
    (@family { $($variant:ident = $word:expr,)+ }) => {};
    (@family $family:literal { $($variant:ident = $word:expr,)+ }) => {
        /// The id of the row that is named after the word.
        #[allow(dead_code)] // of a list whose rows another list names
        pub(super) const fn rule_word(self) -> &'static str {
            match self { $(Self::$variant => concat!($family, $word),)+ }
        }
    };
}
pub(crate) use words;

#[cfg(test)]
mod tests;
