//! The days of a term one by one, as a calendar shows them: which count, which are free, which are skipped.
//!
//! Nothing is counted here: the days lie between those that [`crate::law::term`] computed.

use super::calendar::{Calendar, FreeDay};
use super::date::Date;
use super::length::Unit;
use super::term::ComputedTerm;

/// One day of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermDay<'a> {
    /// The day.
    pub date: Date,
    /// Why it is free, if it is.
    pub free: Option<FreeDay<'a>>,
    /// What the day is to the term.
    pub part: DayPart,
}

/// What a day is to a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayPart {
    /// The day of the event, which does not count (Awb 6:8 lid 1).
    Event,
    /// It counts; a free day inside a term does too.
    Counts,
    /// The term would have ended on it or before it, and it is free: it is skipped (Atw 1 and 2).
    Skipped,
    /// The last day.
    Last,
}

/// The days of a term, from the event up to and including the last day.
pub fn days<'a>(term: &ComputedTerm, calendar: &'a Calendar) -> impl Iterator<Item = TermDay<'a>> {
    let ComputedTerm { first_day, unextended_end, last_day, .. } = *term;
    // A term in hours begins on the day of the event itself.
    let at_once = term.length.is_some_and(|length| length.unit == Unit::Hours);
    let start = if at_once { first_day } else { first_day.previous() };
    std::iter::successors(Some(start), |day| Some(day.next())).take_while(move |day| *day <= last_day).map(
        move |date| {
            let free = calendar.free_day(date);
            let part = match date {
                _ if date == last_day => DayPart::Last,
                _ if date < first_day => DayPart::Event,
                _ if date >= unextended_end && free.is_some() => DayPart::Skipped,
                _ => DayPart::Counts,
            };
            TermDay { date, free, part }
        },
    )
}

#[cfg(test)]
mod tests {
    use super::{DayPart, days};
    use crate::law::book::RuleBook;
    use crate::law::date::Date;
    use crate::law::term::TermKind;

    /// The days that the strip skips are those that the steps of the count name, for each term from each day of three years.
    #[test]
    fn the_skipped_days_are_those_of_the_steps() {
        let book = RuleBook::built_in().unwrap();
        let mut skipped_in_all = 0;
        for kind in TermKind::ALL {
            let mut start = Date::from_ymd(2025, 1, 1).unwrap();
            while start.year() < 2028 {
                if let Some(term) = book.term_on(*kind, start).compute(start, book.calendar()) {
                    let strip: Vec<_> = days(&term, book.calendar()).collect();
                    let skipped = strip.iter().filter(|day| day.part == DayPart::Skipped);
                    let skipped: Vec<String> = skipped.map(|day| day.date.dutch_long()).collect();
                    let told = term.steps.iter().filter_map(|step| step.strip_prefix("Overgeslagen: "));
                    let told: Vec<&str> = told.filter_map(|step| step.split(" is ").next()).collect();
                    assert_eq!(skipped, told, "{kind:?} from {start}");
                    assert_eq!(strip.last().map(|day| day.date), Some(term.last_day));
                    skipped_in_all += skipped.len();
                }
                start = start.next();
            }
        }
        assert!(skipped_in_all > 1000, "{skipped_in_all}");
    }
}
