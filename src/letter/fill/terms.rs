//! Terms as a letter writes them: a length and a last day.

use super::open::missing_term;
use crate::decide::letter_plan::LetterPlan;
use crate::law::date::Date;
use crate::law::term::ComputedTerm;
use crate::letter::languages;
use crate::words::{Language, TermKind};

/// A term in words.
pub(crate) struct TermText {
    /// The length: `4 weken`.
    pub length: String,
    /// The last day: `vrijdag 18 december 2026`.
    pub last_day: String,
}

/// The last day of a term, as `written` writes it; a gap when it is doubtful, because it depends on a year without a
/// verified decree on free days. That happens in a draft only.
fn last_day(computed: &ComputedTerm, written: impl FnOnce(Date) -> String) -> String {
    match computed.unverified_year {
        None => written(computed.last_day),
        Some(_) => missing_term(),
    }
}

/// A term of the plan in words; `None` when the plan does not have it.
pub(super) fn in_words(plan: &LetterPlan, kind: TermKind) -> Option<TermText> {
    let computed = &plan.term(kind)?.computed;
    Some(TermText { length: computed.length?.to_string(), last_day: last_day(computed, Date::dutch_long) })
}

/// The last day of a term in another language, with its day of the week; `None` when the plan does not have the term.
pub(super) fn last_day_in(plan: &LetterPlan, kind: TermKind, language: Language) -> Option<String> {
    let computed = &plan.term(kind)?.computed;
    Some(last_day(computed, |day| languages::date_with_weekday(day, language)))
}

/// The last day to leave, in another language.
pub(super) fn leave_by(plan: &LetterPlan, language: Language) -> Option<String> {
    let term = plan.term(TermKind::Vertrek)?;
    Some(last_day(&term.computed, |day| languages::date(day, language)))
}

/// The last days of the term that ends first and of the one that ends last, that to leave apart, in another language:
/// none when the letter sets no such term running, and only the first when all end on one day.
pub(super) fn first_and_last(plan: &LetterPlan, language: Language) -> [Option<String>; 2] {
    let others = || plan.terms.iter().filter(|term| term.kind != TermKind::Vertrek);
    let terms = || others().map(|term| &term.computed);
    let first = terms().min_by_key(|term| term.last_day);
    let last = terms()
        .max_by_key(|term| term.last_day)
        .filter(|last| Some(last.last_day) != first.map(|it| it.last_day));
    [first, last].map(|term| term.map(|term| last_day(term, |day| languages::date(day, language))))
}
