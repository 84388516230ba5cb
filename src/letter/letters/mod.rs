//! The context of each letter and how it is filled, in a file with the name of the letter.
//!
//! The modules, the registrations and the match over the letters are made from the list of letters in `words`.

use super::context::Context;
use super::fill::filled::Filled;
use super::fill::gap::Gap;
use super::fill::source::LetterSource;
use super::fill::{reader, return_decision};
use super::registration::Registration;
use crate::decide::letter_plan::{Letter, ReturnDecision, Revived};
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
    /// The template of this letter with the values of this context, of the reader and of the frame.
    fn filled<C: Context>(&self, words: &C) -> Filled {
        let template = template(self.plan.kind());
        let reader = reader::words_for(self.case, self.plan);
        Filled::new(template, words).with_values(&reader).with_values(&self.frame())
    }

    /// As [`Self::filled`], with a return decision and the measures that apply.
    ///
    /// # Errors
    /// [`Gap`] when the return decision lacks what the letter must name.
    fn with_return<C: Context>(
        &self,
        decision: Option<&ReturnDecision>,
        revived: Option<Revived>,
        words: &C,
    ) -> Result<Filled, Gap> {
        Ok(self.filled(words).with_values(&return_decision::words_of(self, decision, revived)?))
    }
}
