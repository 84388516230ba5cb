//! The case as typed facts; every YAML key is a field of the same name (case-format.md).
//!
//! What the case file may leave out is an `Option`: absent means *onbekend*, never a default.

mod feiten;
mod herbeoordeling;
mod stap;
mod vreemdeling;

pub use feiten::*;
pub use herbeoordeling::*;
pub use stap::*;
pub use vreemdeling::*;

use super::identifier::{Kenmerk, Line, Prose};
use crate::law::date::Date;

/// Words of the case file: a closed list of Dutch words, each a variant.
macro_rules! words {
    ($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $vdoc:literal])* $variant:ident = $word:literal,)+ }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs)]
        pub enum $name { $($(#[doc = $vdoc])* $variant,)+ }

        impl $name {
            /// Every value.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];
            /// The words of the case file, in the order of [`Self::ALL`].
            pub const WORDS: &'static [&'static str] = &[$($word,)+];

            /// The word of the case file.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The value of a word, if it is one of the list.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|v| v.word() == word)
            }
        }
    };
}
pub(crate) use words;

/// One case: one YAML document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// What identifies the case.
    pub zaak: Zaak,
    /// How and when the letter is made known.
    pub bekendmaking: Bekendmaking,
    /// The person.
    pub vreemdeling: Vreemdeling,
    /// What is known of the person's situation.
    pub feiten: Feiten,
    /// What happened.
    pub stap: Stap,
    /// A recorded decision against a contradiction.
    pub afwijking: Option<Afwijking>,
}

impl Case {
    /// The day of the decision: `zaak.dagtekening`, by default the day of bekendmaking.
    #[must_use]
    pub fn decision_day(&self) -> Date {
        self.zaak.dagtekening.unwrap_or(self.bekendmaking.datum)
    }

    /// The path of the fact that sets [`Self::decision_day`].
    #[must_use]
    pub fn decision_day_path(&self) -> &'static str {
        if self.zaak.dagtekening.is_some() { "zaak.dagtekening" } else { "bekendmaking.datum" }
    }
}

/// `zaak`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zaak {
    /// Reference of the case, unique in a run.
    pub kenmerk: Kenmerk,
    /// The officer who handles it.
    pub behandelaar: Option<Line>,
    /// Date of the decision, if another than that of bekendmaking.
    pub dagtekening: Option<Date>,
}

/// `bekendmaking` (Awb 3:41).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bekendmaking {
    /// Handed over or sent.
    pub wijze: Wijze,
    /// The day from which terms count.
    pub datum: Date,
}

words! {
    /// How a letter is made known (Awb 3:41).
    Wijze {
        /// Handed over.
        Uitreiking = "uitreiking",
        /// Sent.
        Toezending = "toezending",
    }
}

/// `afwijking`: decide against a contradiction, on the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Afwijking {
    /// Why.
    pub reden: Prose,
    /// Who agreed.
    pub akkoord: Line,
}
