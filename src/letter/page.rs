//! The page in the reader's language: which templates it has.
//!
//! Every letter has one in every language, `talen/uk/weigeringsbesluit.md`. They all use the fields of one context, so
//! that the languages can say the same.

use super::context::PageWords;
use super::registration::Registration;
use crate::words::{Language, LetterKind, with_letters};

/// Whether the words of a template are Dutch: not those of a page in another language.
#[must_use]
pub fn is_dutch(template: &str) -> bool {
    !template.starts_with("talen/")
}

macro_rules! pages {
    ($($name:ident => $variant:ident, $title:literal, [$($case:ident),+];)+) => {
        /// The templates of the pages, with their context.
        pub(super) const TEMPLATES: &[Registration] = &[$(
            Registration::fragment::<PageWords>(template(LetterKind::$variant, Language::Ukrainian), &[]),
            Registration::fragment::<PageWords>(template(LetterKind::$variant, Language::Russian), &[]),
            Registration::fragment::<PageWords>(template(LetterKind::$variant, Language::English), &[]),
        )+];

        /// The name of the template of the page of a letter.
        pub(super) const fn template(letter: LetterKind, language: Language) -> &'static str {
            match (letter, language) {
                $(
                    (LetterKind::$variant, Language::Ukrainian) => concat!("talen/uk/", stringify!($name), ".md"),
                    (LetterKind::$variant, Language::Russian) => concat!("talen/ru/", stringify!($name), ".md"),
                    (LetterKind::$variant, Language::English) => concat!("talen/en/", stringify!($name), ".md"),
                )+
            }
        }
    };
}
with_letters!(pages);
