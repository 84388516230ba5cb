//! The return decision as a letter writes it (Vw 62, 62a).

use super::gap::Gap;
use super::source::LetterSource;
use super::surroundings::Surroundings;
use super::texts::prose;
use crate::case::country::Country;
use crate::case::model::{TerugkeerFeiten, Vertrektermijn};
use crate::decide::letter_plan::ReturnDecision;
use crate::letter::words;
use crate::words::TermKind;

/// The fields of a return decision. Without one, all are absent or false except [`Self::elsewhere`].
pub(crate) struct ReturnText {
    /// The country to return to.
    pub land: Option<String>,
    /// Whether that country is a safe third country.
    pub safe_third_country: bool,
    /// The countries outside the Union where a return decision also holds, without the country to return to.
    pub elsewhere: String,
    /// The length of the departure term.
    pub length: Option<String>,
    /// The last day of the departure term.
    pub last_day: Option<String>,
    /// Why there is no departure term, or a shorter one.
    pub motivation: Option<String>,
    /// The limb of Vw 62 lid 2 on which that rests.
    pub limb: Option<String>,
    /// Why the country is safe.
    pub why_safe: Option<String>,
    /// Whether return to the person's own country is barred.
    pub barred: bool,
    /// What was weighed: family life, child, health, what the person said.
    pub weighed: Option<String>,
    /// The officer's reason in a situation that a person must weigh.
    pub judged: Option<String>,
}

impl ReturnText {
    /// The fields of this return decision: with the length and the last day of the departure term unless there is none,
    /// and with the officer's reasons.
    pub fn of(source: &LetterSource<'_>, decision: Option<&ReturnDecision>) -> Result<Self, Gap> {
        let around = source.around;
        let mut text = Self {
            land: None,
            safe_third_country: false,
            elsewhere: elsewhere(decision.map(|decision| decision.land), around),
            length: None,
            last_day: None,
            motivation: None,
            limb: None,
            why_safe: None,
            barred: false,
            weighed: None,
            judged: None,
        };
        let Some(decision) = decision else { return Ok(text) };
        text.land = Some((around.country)(decision.land));
        text.safe_third_country = decision.safe_third_country;
        text.barred = decision.barred;
        let facts = source.case.stap.terugkeer();
        let weighed = prose(facts.and_then(|facts| facts.motivering_terugkeer.as_ref()));
        text.weighed = Some(around.need(weighed, TerugkeerFeiten::motivering_terugkeer)?);
        if decision.safe_third_country {
            let reason = prose(facts.and_then(|facts| facts.motivering_land.as_ref()));
            text.why_safe = Some(around.need(reason, TerugkeerFeiten::motivering_land)?);
        }
        let answer = decision.answer.and_then(|item| source.case.stap.antwoorden().get(item));
        text.judged = prose(answer.and_then(|answer| answer.reden.as_ref()));
        if let Some((_, limb)) = decision.shortened {
            let given = facts.and_then(|facts| facts.vertrektermijn.as_ref());
            let reason = prose(given.and_then(|term| term.motivering.as_ref()));
            text.motivation = Some(around.need(reason, Vertrektermijn::motivering)?);
            text.limb = Some(limb.word().to_owned());
        }
        if !decision.immediately() {
            let term = source.need_term(TermKind::Vertrek)?;
            (text.length, text.last_day) = (Some(term.length), Some(term.last_day));
        }
        Ok(text)
    }
}

/// `IJsland, Liechtenstein, Noorwegen en Zwitserland`: Richtlijn 2008/115/EG also binds them. The country to return to
/// (`goal`) is left out, because the person need not leave it.
fn elsewhere(goal: Option<Country>, around: &Surroundings<'_>) -> String {
    let bound = Country::RETURN_AREA_BESIDE_UNION.into_iter();
    let names: Vec<String> = bound.filter(|land| Some(*land) != goal).map(around.country).collect();
    words::list(&names)
}
