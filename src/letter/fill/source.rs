//! The data from which a letter is filled: the case, the plan, and what lies outside the case.

use super::gap::Gap;
use super::person;
use super::surroundings::Surroundings;
use super::terms::{self, TermText};
use crate::case::model::{Bekendmaking, Case, Feiten, Herbeoordeling, Hoedanigheid, Stap, Wijze};
use crate::decide::letter_plan::LetterPlan;
use crate::words::TermKind;

/// The data from which a letter is filled.
pub(crate) struct LetterSource<'a> {
    /// The case.
    pub case: &'a Case,
    /// The plan of the letter: what was decided.
    pub plan: &'a LetterPlan,
    /// What lies outside the case.
    pub around: &'a Surroundings<'a>,
}

/// What every letter says about its addressee and its bekendmaking.
pub(crate) struct Frame {
    /// The salutation, without the comma after it.
    pub salutation: String,
    /// Whether the letter goes to a legal representative.
    pub minor: bool,
    /// Whether that representative is a guardian (voogd).
    pub guardian: bool,
    /// Whether that representative is the curator of an adult.
    pub curator: bool,
    /// The full name of the person whom the letter is about.
    pub name: String,
    /// The day of bekendmaking.
    pub made_known: String,
    /// Whether the letter is handed over.
    pub handed_over: bool,
    /// How it is made known, where it is neither handed over nor sent.
    pub otherwise: Option<String>,
    /// The name of the gemachtigde, who gets a copy.
    pub lawyer: Option<String>,
}

impl LetterSource<'_> {
    /// The frame of this letter.
    pub fn frame(&self) -> Frame {
        let person = &self.case.vreemdeling;
        let representative = person::representative(self.case, self.plan);
        Frame {
            salutation: person::salutation(self.case, self.plan),
            minor: representative.is_some(),
            guardian: representative.is_some_and(|it| it.hoedanigheid == Hoedanigheid::Voogd),
            curator: representative.is_some_and(|it| it.hoedanigheid == Hoedanigheid::Curator),
            name: person.full_name(),
            made_known: self.case.bekendmaking.datum.dutch(),
            handed_over: self.case.bekendmaking.wijze == Wijze::Uitreiking,
            otherwise: self.otherwise(),
            lawyer: person.gemachtigde.as_ref().map(|it| it.naam.to_string()),
        }
    }

    /// How the letter is made known, where it is neither handed over nor sent; in a concept a gap where that is absent.
    fn otherwise(&self) -> Option<String> {
        let made_known = &self.case.bekendmaking;
        if made_known.wijze != Wijze::Anders {
            return None;
        }
        self.around.need(made_known.hoe.as_ref(), Bekendmaking::hoe).ok()
    }

    /// The reassessment.
    ///
    /// # Errors
    /// [`Gap`] when the step is another one.
    pub fn reassessment(&self) -> Result<&Herbeoordeling, Gap> {
        match &self.case.stap {
            Stap::Herbeoordeling(step) => Ok(step),
            _ => Err(Gap::Fact(Stap::soort)),
        }
    }

    /// A term that the letter must name, in words.
    ///
    /// # Errors
    /// [`Gap`] when the plan does not have it.
    pub fn need_term(&self, kind: TermKind) -> Result<TermText, Gap> {
        terms::in_words(self.plan, kind).ok_or(Gap::Term(kind))
    }

    /// The term for beroep in words, and whether it is the short one.
    ///
    /// # Errors
    /// [`Gap`] when the plan has neither of the two.
    pub fn need_appeal(&self) -> Result<(TermText, bool), Gap> {
        match terms::in_words(self.plan, TermKind::BeroepKort) {
            Some(short) => Ok((short, true)),
            None => self.need_term(TermKind::Beroep).map(|long| (long, false)),
        }
    }
}

/// The two days that every letter about the end of protection names.
pub(crate) struct Protection {
    /// The day on which protection was granted.
    pub granted: String,
    /// The day since which the conditions are not met.
    pub not_since: String,
}

impl Protection {
    /// Takes both days from the case.
    ///
    /// # Errors
    /// [`Gap`] when a day is absent, or the step is not a reassessment.
    pub fn of(source: &LetterSource<'_>) -> Result<Self, Gap> {
        let since = source.reassessment()?.voldoet_niet_sinds;
        Ok(Self {
            granted: source.around.need_date(source.case.feiten.toegekend_op, Feiten::toegekend_op)?,
            not_since: source.around.need_date(since, Herbeoordeling::voldoet_niet_sinds)?,
        })
    }
}
