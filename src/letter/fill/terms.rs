//! Terms as a letter writes them: a length and a last day.

use super::open::missing_term;
use crate::decide::letter_plan::LetterPlan;
use crate::words::TermKind;

/// A term in words.
pub(crate) struct TermText {
    /// The length: `4 weken`.
    pub length: String,
    /// The last day: `vrijdag 18 december 2026`.
    pub last_day: String,
}

/// A term of the plan in words; `None` when the plan does not have it. Its last day is a gap when it is doubtful,
/// because it depends on a year without a verified decree on free days. That happens in a draft only.
pub(super) fn in_words(plan: &LetterPlan, kind: TermKind) -> Option<TermText> {
    let computed = &plan.term(kind)?.computed;
    let last_day = match computed.unverified_year {
        None => computed.last_day.dutch_long(),
        Some(_) => missing_term(),
    };
    Some(TermText { length: computed.length?.to_string(), last_day })
}
