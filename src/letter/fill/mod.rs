//! From a checked case and a letter plan to the contexts of the templates: which words and dates of
//! this case stand in this letter.
//!
//! Pure: what lies outside the case (addresses, names of countries, how long the RTB runs) comes in
//! as [`Surroundings`]. A fact that the letter must name and that is absent is a [`Gap`], never an
//! empty sentence; `decide` has already seen to it that a checked case has none. In a concept it is marked.

mod open;
pub(super) mod person;
mod source;
mod terms;

#[cfg(test)]
mod tests;

pub(super) use source::{LetterSource, Protection};
pub(super) use terms::ReturnText;

use super::context::registry::GRONDEN;
use super::context::{Context, Field, Ondertekening, Value};
use super::{ground, letters};
use crate::case::country::Country;
use crate::case::identifier::{Line, Prose};
use crate::case::model::Case;
use crate::decide::letter_plan::LetterPlan;
use crate::decide::outcome::{CheckedCase, Draft};
use crate::words::{Fact, RuleId, TermKind};
use std::fmt;

/// What a letter says that is not in the case.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'a> {
    /// Addresses and names of the organisation.
    pub organisation: &'a OrganisationTexts,
    /// The Dutch name of a country with its article: `Nigeria`, `de Verenigde Staten`.
    pub country: fn(Country) -> String,
    /// What is absent becomes a gap in the letter instead of a refusal.
    pub concept: bool,
}

/// The texts of the organisation that stand inside a letter, each on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationTexts {
    /// Name: `Immigratie- en Naturalisatiedienst`.
    pub naam: String,
    /// Phone number.
    pub telefoon: String,
    /// Web address.
    pub website: String,
    /// Where information and advice is to be had, to follow *bij*: `het Juridisch Loket of …`.
    pub rechtshulp: String,
    /// Where a bezwaarschrift goes.
    pub bezwaar_adres: String,
    /// Where a beroepschrift and a request for a voorlopige voorziening go.
    pub beroep_adres: String,
    /// Where a zienswijze goes.
    pub zienswijze_adres: String,
    /// Where to report for asylum.
    pub ter_apel_adres: String,
    /// Who decides, to follow *De*: `minister van Asiel en Migratie`.
    pub minister: String,
    /// Who signs.
    pub ondertekenaar: String,
    /// The function of who signs.
    pub functie: String,
}

/// A fact or term that the letter must name and that is absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// A fact of the case.
    Fact(Fact),
    /// A term that the plan does not set running.
    Term(TermKind),
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("de brief moet dit noemen, maar het ontbreekt: ")?;
        match self {
            Self::Fact(fact) => fact.fmt(f),
            Self::Term(kind) => RuleId::from(*kind).fmt(f),
        }
    }
}

impl std::error::Error for Gap {}

/// A template with the values to fill it, and what goes into its slots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// Name of the template: `weigeringsbesluit.md`, `grounds/inreisstempel.md`.
    pub template: String,
    /// The fields of its context.
    pub fields: &'static [Field],
    /// Their values; an absent optional text is left out.
    pub values: Vec<(&'static str, Value)>,
    /// What `[]` stands for in the fact paths: the position of the ground or measure, from 0.
    pub index: Option<usize>,
    /// The slots, each with what it holds, in order.
    pub slots: Vec<(&'static str, Vec<Filled>)>,
}

impl Filled {
    pub(super) fn new<C: Context>(template: impl Into<String>, context: &C) -> Self {
        Self {
            template: template.into(),
            fields: C::FIELDS,
            values: context.values(),
            index: None,
            slots: Vec::new(),
        }
    }

    pub(super) fn at(mut self, index: usize) -> Self {
        self.index = Some(index);
        self
    }

    pub(super) fn with_slot(mut self, name: &'static str, content: Vec<Self>) -> Self {
        self.slots.push((name, content));
        self
    }
}

/// Fills the letter of a plan, with its grounds.
///
/// # Errors
/// [`Gap`] when case and plan lack what the letter must name; not for a case and a plan that
/// `decide` made.
pub fn letter(case: &CheckedCase, plan: &LetterPlan, around: &Surroundings<'_>) -> Result<Filled, Gap> {
    fill(case, plan, around)
}

/// Fills the letter of a draft: what is absent or still to be decided is a gap in it.
///
/// # Errors
/// [`Gap`] when the letter cannot be written without a fact; not for a draft that `decide` made.
pub fn draft(draft: &Draft, plan: &LetterPlan, around: &Surroundings<'_>) -> Result<Filled, Gap> {
    let mut letter = fill(draft.case(), plan, &Surroundings { concept: true, ..*around })?;
    letter.leave_open(&plan.open);
    Ok(letter)
}

/// The template of the close of every letter.
pub const SIGNATURE: &str = "parts/ondertekening.md";

/// The close of the letter.
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

/// A text of one line, if it is there.
pub(super) fn line(fact: Option<&Line>) -> Option<String> {
    fact.map(|line| line.as_str().to_owned())
}

/// A text of paragraphs, if it is there.
pub(super) fn prose(fact: Option<&Prose>) -> Option<String> {
    fact.map(|prose| prose.as_str().to_owned())
}

/// The fields that every letter has, before its own.
macro_rules! framed {
    ($struct:ident, $source:expr, { $($own:tt)* }) => {{
        let (frame, organisation) = ($source.frame(), $source.around.organisation);
        $struct {
            aanhef: frame.salutation,
            minderjarig: frame.minor,
            voogd: frame.guardian,
            naam: frame.name,
            bekend_op: frame.made_known,
            uitgereikt: frame.handed_over,
            gemachtigde: frame.lawyer,
            telefoon: organisation.telefoon.clone(),
            website: organisation.website.clone(),
            rechtshulp: organisation.rechtshulp.clone(),
            $($own)*
        }
    }};
}
pub(super) use framed;
