//! The languages of a line or page for readers who do not read Dutch.

use super::words;

words! {
    /// A language in which a letter may say something beside Dutch, by its tag (BCP 47).
    Language {
        /// Ukrainian.
        Ukrainian = "uk",
        /// Russian.
        Russian = "ru",
        /// English.
        English = "en",
    }
}

impl Language {
    /// Its name in the language itself, by which readers find their line.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Ukrainian => "Українська",
            Self::Russian => "Русский",
            Self::English => "English",
        }
    }

    /// The language with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|language| language.own_name() == name.trim())
    }
}
