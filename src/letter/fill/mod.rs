//! Fills the contexts of the templates from a checked case and a letter plan: which words and dates of the case stand
//! in the letter.
//!
//! What lies outside the case (the texts of the organisation, the names of countries) comes in as [`Surroundings`].
//! When a fact that the letter must name is absent, filling fails with a [`Gap`]; `decide` checks that this cannot
//! happen for a checked case. In a concept such a fact is a marked gap in the text.

pub mod filled;
pub mod gap;
mod open;
mod page;
pub(super) mod person;
pub(super) mod reader;
pub(super) mod return_decision;
pub(super) mod source;
pub mod surroundings;
pub(super) mod terms;
pub(super) mod texts;

#[cfg(test)]
mod tests;

pub use filled::Filled;
pub use gap::Gap;
pub use reader::is_abroad;
pub use surroundings::{OrganisationTexts, Surroundings};

use super::context::Ondertekening;
use super::context::slots::GRONDEN;
use super::{ground, letters};
use crate::case::model::Case;
use crate::decide::letter_plan::LetterPlan;
use crate::decide::outcome::{CheckedCase, Draft};
use crate::words::Language;
use source::LetterSource;

/// Fills the letter of a plan, with its grounds.
///
/// # Errors
/// [`Gap`] when the case or the plan lacks what the letter must name. This cannot happen for a case and a plan that
/// `decide` made.
pub fn letter(case: &CheckedCase, plan: &LetterPlan, around: &Surroundings<'_>) -> Result<Filled, Gap> {
    fill(case, plan, around)
}

/// Fills the letter of a draft; what is absent or still to be decided becomes a gap in it.
///
/// # Errors
/// [`Gap`] when the letter cannot be written without a fact. This cannot happen for a draft that `decide` made.
pub fn draft(draft: &Draft, plan: &LetterPlan, around: &Surroundings<'_>) -> Result<Filled, Gap> {
    let mut letter = fill(draft.case(), plan, &Surroundings { concept: true, ..*around })?;
    letter.leave_open(&plan.open);
    Ok(letter)
}

/// Fills the page in the reader's language, for who does not read Dutch; `None` when the case asks for none.
#[must_use]
pub fn page(case: &CheckedCase, plan: &LetterPlan, around: &Surroundings<'_>) -> Option<(Language, Filled)> {
    let language = case.vreemdeling.taal?;
    Some((language, page::filled(&LetterSource { case, plan, around }, language)))
}

/// The name of the template of the close of every letter.
pub const SIGNATURE: &str = "parts/ondertekening.md";

/// The close of a letter: who decides and who signs.
#[must_use]
pub fn signature(organisation: &OrganisationTexts) -> Filled {
    Filled::new(
        SIGNATURE,
        &Ondertekening {
            minister: organisation.minister.clone(),
            ondertekenaar: organisation.ondertekenaar.clone(),
            functie: organisation.functie.clone(),
            organisatie_naam: organisation.naam.clone(),
        },
    )
}

fn fill(case: &Case, plan: &LetterPlan, around: &Surroundings<'_>) -> Result<Filled, Gap> {
    let letter = letters::fill(&LetterSource { case, plan, around })?;
    if plan.letter.gives_grounds() {
        return Ok(letter.with_slot(GRONDEN, ground::fill_all(case, plan, around)?));
    }
    Ok(letter)
}
