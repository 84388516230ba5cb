//! The context of each letter and how it is filled, in a file with the name of the letter.
//!
//! The modules, the registrations and the match over the letters are made from the list of letters in `words`.

use super::context::Context;
use super::fill::filled::Filled;
use super::fill::gap::Gap;
use super::fill::source::LetterSource;
use super::registration::Registration;
use crate::decide::letter_plan::Letter;
use crate::words::{LetterKind, with_letters};

macro_rules! modules {
    ($($name:ident => $variant:ident, $title:literal, [$($case:ident),+];)+) => {
        $(pub(crate) mod $name;)+

        /// The templates of the letters, each with its context.
        pub(crate) const TEMPLATES: &[Registration] = &[$(
            Registration::letter::<$name::Words>(template(LetterKind::$variant), $name::SLOTS),
        )+];

        /// The name of the template of a letter.
        pub(crate) const fn template(letter: LetterKind) -> &'static str {
            match letter { $(LetterKind::$variant => concat!(stringify!($name), ".md"),)+ }
        }

        /// Fills the template of the letter that the plan is for.
        pub(super) fn fill(source: &LetterSource<'_>) -> Result<Filled, Gap> {
            match &source.plan.letter { $(Letter::$variant(letter) => $name::fill(source, letter),)+ }
        }
    };
}
with_letters!(modules);

impl LetterSource<'_> {
    /// The template of the letter with the values of this context.
    fn filled<C: Context>(&self, words: C) -> Filled {
        Filled::new(template(self.plan.kind()), &words)
    }
}
