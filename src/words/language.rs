//! The languages of a line or page for readers who do not read Dutch.

use super::words;

words! {
    /// A language in which a letter may say something beside Dutch, by its tag (BCP 47).
    Language {
        /// Ukrainian.
        Ukrainian = "uk" => "Oekraïens",
        /// Russian.
        Russian = "ru" => "Russisch",
        /// English.
        English = "en" => "Engels",
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

    /// Its name in Dutch.
    #[must_use]
    pub const fn dutch_name(self) -> &'static str {
        match self {
            Self::Ukrainian => "Oekraïens",
            Self::Russian => "Russisch",
            Self::English => "Engels",
        }
    }

    /// The tag (BCP 47) of the language that calls itself so, Dutch included.
    #[must_use]
    pub fn tag_of(own_name: &str) -> Option<&'static str> {
        let name = own_name.trim();
        let other = || Self::ALL.iter().find(|language| language.own_name() == name).map(|it| it.word());
        if name == "Nederlands" { Some("nl") } else { other() }
    }
}
