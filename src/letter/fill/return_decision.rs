//! The return decision as a letter writes it (Vw 62, 62a).

use super::gap::Gap;
use super::source::LetterSource;
use super::surroundings::Surroundings;
use super::texts::prose;
use crate::case::country::Country;
use crate::case::model::Vertrektermijn;
use crate::decide::letter_plan::ReturnDecision;
use crate::letter::words;
use crate::words::TermKind;

/// The return decision in words; all absent when the letter holds none.
pub(crate) struct ReturnText {
    /// Country to return to.
    pub land: Option<String>,
    /// That country is a safe third country.
    pub safe_third_country: bool,
    /// Countries outside the Union where the decision holds too.
    pub elsewhere: String,
    /// Length of the departure term.
    pub length: Option<String>,
    /// Last day of the departure term.
    pub last_day: Option<String>,
    /// Why there is no departure term.
    pub motivation: Option<String>,
}

impl ReturnText {
    /// Reads a return decision (Vw 62, 62a): with a last day, or with the reason why there is no departure
    /// term.
    pub fn of(source: &LetterSource<'_>, decision: Option<&ReturnDecision>) -> Result<Self, Gap> {
        let around = source.around;
        let mut text = Self {
            land: None,
            safe_third_country: false,
            elsewhere: elsewhere(decision.map(|decision| decision.land), around),
            length: None,
            last_day: None,
            motivation: None,
        };
        let Some(decision) = decision else { return Ok(text) };
        text.land = Some((around.country)(decision.land));
        text.safe_third_country = decision.safe_third_country;
        if decision.immediately {
            let given = source.case.stap.terugkeer().and_then(|facts| facts.vertrektermijn.as_ref());
            let reason = prose(given.and_then(|term| term.motivering.as_ref()));
            text.motivation = Some(around.need(reason, Vertrektermijn::motivering)?);
        } else {
            let term = source.need_term(TermKind::Vertrek)?;
            (text.length, text.last_day) = (Some(term.length), Some(term.last_day));
        }
        Ok(text)
    }
}

/// `IJsland, Liechtenstein, Noorwegen en Zwitserland`: bound by Richtlijn 2008/115/EG as the member
/// states are. Who must go to one of them need not leave it.
fn elsewhere(goal: Option<Country>, around: &Surroundings<'_>) -> String {
    let bound = Country::RETURN_AREA_BESIDE_UNION.into_iter();
    let names: Vec<String> = bound.filter(|land| Some(*land) != goal).map(around.country).collect();
    words::list(&names)
}
