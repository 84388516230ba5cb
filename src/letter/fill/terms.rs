//! Terms as a letter writes them: a length and a last day.

use super::open::missing_term;
use crate::decide::letter_plan::LetterPlan;
use crate::letter::languages;
use crate::words::{Language, TermKind};

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

/// The last day of the term that ends last, in another language; `None` when all end on one day.
pub(super) fn other_last_day(plan: &LetterPlan, language: Language) -> Option<String> {
    let days = || plan.terms.iter().map(|term| &term.computed);
    let (first, last) = (days().map(|it| it.last_day).min()?, days().max_by_key(|it| it.last_day)?);
    match last.unverified_year {
        _ if last.last_day == first => None,
        None => Some(languages::date(last.last_day, language)),
        Some(_) => Some(missing_term()),
    }
}

/// The last day of the term that ends first, in another language; `None` when the letter sets no term running.
pub(super) fn first_last_day(plan: &LetterPlan, language: Language) -> Option<String> {
    let first = plan.terms.iter().map(|term| &term.computed).min_by_key(|computed| computed.last_day)?;
    Some(match first.unverified_year {
        None => languages::date(first.last_day, language),
        Some(_) => missing_term(),
    })
}
