//! What a letter is filled from: the case, the plan, and what lies outside the case.

use super::gap::Gap;
use super::person;
use super::surroundings::Surroundings;
use super::terms::{self, TermText};
use crate::case::model::{Case, Feiten, Herbeoordeling, Hoedanigheid, Stap, Wijze};
use crate::decide::letter_plan::LetterPlan;
use crate::words::TermKind;

/// What a letter is filled from.
pub(crate) struct LetterSource<'a> {
    /// The case.
    pub case: &'a Case,
    /// What was decided.
    pub plan: &'a LetterPlan,
    /// What lies outside the case.
    pub around: &'a Surroundings<'a>,
}

/// What every letter says of whom it is to.
pub(crate) struct Frame {
    /// Salutation without its comma.
    pub salutation: String,
    /// It goes to the legal representative of a minor.
    pub minor: bool,
    /// That representative is a guardian; otherwise a parent.
    pub guardian: bool,
    /// Whom it is about.
    pub name: String,
    /// Day of bekendmaking.
    pub made_known: String,
    /// Handed over, not sent.
    pub handed_over: bool,
    /// Who acts for the person and gets a copy.
    pub lawyer: Option<String>,
}

impl LetterSource<'_> {
    /// What every letter says of whom it is to.
    pub fn frame(&self) -> Frame {
        let person = &self.case.vreemdeling;
        let representative = person::representative(self.case, self.plan);
        Frame {
            salutation: person::salutation(self.case, self.plan),
            minor: representative.is_some(),
            guardian: representative.is_some_and(|it| it.hoedanigheid == Hoedanigheid::Voogd),
            name: person.full_name(),
            made_known: self.case.bekendmaking.datum.dutch(),
            handed_over: self.case.bekendmaking.wijze == Wijze::Uitreiking,
            lawyer: person.gemachtigde.as_ref().map(|it| it.naam.to_string()),
        }
    }

    /// The reassessment, when that is the step.
    pub fn reassessment(&self) -> Result<&Herbeoordeling, Gap> {
        match &self.case.stap {
            Stap::Herbeoordeling(step) => Ok(step),
            _ => Err(Gap::Fact(Stap::soort)),
        }
    }

    /// A term that the letter must set running.
    pub fn need_term(&self, kind: TermKind) -> Result<TermText, Gap> {
        terms::in_words(self.plan, kind).ok_or(Gap::Term(kind))
    }

    /// The term for beroep, and whether it is the short one.
    pub fn need_appeal(&self) -> Result<(TermText, bool), Gap> {
        match terms::in_words(self.plan, TermKind::BeroepKort) {
            Some(short) => Ok((short, true)),
            None => self.need_term(TermKind::Beroep).map(|long| (long, false)),
        }
    }
}

/// Since when the person has protection, and from which day the conditions are not met.
pub(crate) struct Protection {
    /// Day of the grant.
    pub granted: String,
    /// From this day on the conditions are not met.
    pub not_since: String,
}

impl Protection {
    /// Reads both from the case.
    pub fn of(source: &LetterSource<'_>) -> Result<Self, Gap> {
        let since = source.reassessment()?.voldoet_niet_sinds;
        Ok(Self {
            granted: source.around.need_date(source.case.feiten.toegekend_op, Feiten::toegekend_op)?,
            not_since: source.around.need_date(since, Herbeoordeling::voldoet_niet_sinds)?,
        })
    }
}
