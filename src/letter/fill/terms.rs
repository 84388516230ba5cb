//! Terms as a letter writes them: a length and a last day.

use super::open::missing_term;
use crate::decide::letter_plan::LetterPlan;
use crate::words::TermKind;

/// A term in words.
pub(crate) struct TermText {
    /// `4 weken`.
    pub length: String,
    /// `vrijdag 18 december 2026`.
    pub last_day: String,
}

/// A term that the letter sets running, if it does. The last day in a year without a verified decree is a
/// gap: only a draft can have one.
pub(super) fn in_words(plan: &LetterPlan, kind: TermKind) -> Option<TermText> {
    let computed = &plan.term(kind)?.computed;
    let last_day = match computed.unverified_year {
        None => computed.last_day.dutch_long(),
        Some(_) => missing_term(),
    };
    Some(TermText { length: computed.length?.to_string(), last_day })
}
