//! From a checked case and a letter plan to the contexts of the templates: which words and dates of
//! this case stand in this letter.
//!
//! Pure: what lies outside the case (addresses, names of countries, how long the RTB runs) comes in
//! as [`Surroundings`]. A fact that the letter must name and that is absent is a [`Gap`], never an
//! empty sentence; `decide` has already seen to it that a checked case has none. In a concept it is marked.

mod ending;
mod grounds;
mod lifting;
mod open;
mod person;
mod refusal;
mod suspension;
mod terms;
mod unprocessed;
mod voornemen;

#[cfg(test)]
mod tests;

use super::context::registry::{GRONDEN, find};
use super::context::{Context, Field, Ondertekening, Value};
use crate::case::country::Country;
use crate::case::identifier::{Line, Prose};
use crate::case::model::Case;
use crate::decide::outcome::{CheckedCase, Draft, LetterKind, LetterPlan};
use crate::law::date::Date;
use std::fmt;

/// What a letter says that is not in the case.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'a> {
    /// Addresses and names of the organisation.
    pub organisation: &'a OrganisationTexts,
    /// The Dutch name of a country with its article: `Nigeria`, `de Verenigde Staten`.
    pub country: fn(Country) -> String,
    /// The last day of the RTB as it runs on the day of bekendmaking; information only.
    pub rtb_until: Option<Date>,
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
pub struct Gap(
    /// Path of the fact (`feiten.toegekend_op`) or id of the term (`termijn.bezwaar`).
    pub &'static str,
);

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "de brief moet dit noemen, maar het ontbreekt: {}", self.0)
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
    fn new<C: Context>(template: impl Into<String>, context: &C) -> Self {
        Self {
            template: template.into(),
            fields: C::FIELDS,
            values: context.values(),
            index: None,
            slots: Vec::new(),
        }
    }

    fn at(mut self, index: usize) -> Self {
        self.index = Some(index);
        self
    }

    fn with_slot(mut self, name: &'static str, content: Vec<Self>) -> Self {
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

/// Whether the letter goes to the legal representative of a minor (letters.md section 1: age counts on
/// the day of bekendmaking).
#[must_use]
pub fn is_for_minor(case: &Case) -> bool {
    person::representative(case).is_some()
}

/// The close of the letter: `parts/ondertekening.md`.
#[must_use]
pub fn signature(organisation: &OrganisationTexts) -> Filled {
    Filled::new(
        "parts/ondertekening.md",
        &Ondertekening {
            minister: organisation.minister.clone(),
            ondertekenaar: organisation.ondertekenaar.clone(),
            functie: organisation.functie.clone(),
            organisatie_naam: organisation.naam.clone(),
        },
    )
}

fn fill(case: &Case, plan: &LetterPlan, around: &Surroundings<'_>) -> Result<Filled, Gap> {
    let template = format!("{}.md", plan.kind.id());
    let letter = match plan.kind {
        LetterKind::Weigeringsbesluit => Filled::new(&template, &refusal::fill(case, plan, around)?),
        LetterKind::Opschortingsbrief => Filled::new(&template, &suspension::fill(case, around)?),
        LetterKind::VoornemenIntrekking | LetterKind::VoornemenBeeindiging => {
            Filled::new(&template, &voornemen::first(case, plan, around)?)
        }
        LetterKind::AanvullendVoornemen => Filled::new(&template, &voornemen::further(case, plan, around)?),
        LetterKind::Intrekkingsbesluit | LetterKind::Beeindigingsbesluit => {
            Filled::new(&template, &ending::fill(case, plan, around)?)
        }
        LetterKind::OpheffingInreisverbod => {
            let index = lifting::index(plan)?;
            Filled::new(&template, &lifting::entry_ban(case, plan, index, around)?).at(index)
        }
        LetterKind::OpheffingOngewenstverklaring => {
            let index = lifting::index(plan)?;
            Filled::new(&template, &lifting::undesirability(case, plan, index, around)?).at(index)
        }
        LetterKind::Buitenbehandelingstelling => {
            Filled::new(&template, &unprocessed::fill(case, plan, around)?)
        }
    };
    if find(&template).is_some_and(|t| t.slots.contains(&GRONDEN)) {
        return Ok(letter.with_slot(GRONDEN, grounds::all(case, around)?));
    }
    Ok(letter)
}

fn line(fact: Option<&Line>) -> Option<String> {
    fact.map(|l| l.as_str().to_owned())
}

fn prose(fact: Option<&Prose>) -> Option<String> {
    fact.map(|p| p.as_str().to_owned())
}

/// The fields that every letter has, before its own.
macro_rules! framed {
    ($struct:ident, $case:expr, $around:expr, { $($own:tt)* }) => {{
        let (case, organisation): (&$crate::case::model::Case, &$crate::letter::fill::OrganisationTexts) =
            ($case, $around.organisation);
        $struct {
            aanhef: $crate::letter::fill::person::salutation(case),
            minderjarig: $crate::letter::fill::person::representative(case).is_some(),
            voogd: $crate::letter::fill::person::representative(case)
                .is_some_and(|r| r.hoedanigheid == $crate::case::model::Hoedanigheid::Voogd),
            naam: case.vreemdeling.full_name(),
            bekend_op: case.bekendmaking.datum.dutch(),
            uitgereikt: case.bekendmaking.wijze == $crate::case::model::Wijze::Uitreiking,
            gemachtigde: case.vreemdeling.gemachtigde.as_ref().map(|g| g.naam.to_string()),
            telefoon: organisation.telefoon.clone(),
            website: organisation.website.clone(),
            rechtshulp: organisation.rechtshulp.clone(),
            $($own)*
        }
    }};
}
use framed;
