//! From a start day and a length to the last day, as Awb 6:8 lid 1 and the Algemene termijnenwet count.
//!
//! The day of the event does not count, so a term of weeks ends on the same weekday. An end on a free
//! day moves to the next day that is not free (Atw 1), a term of three days or more gets two days that are
//! not free (Atw 2), and some lengths are never extended (Atw 4). Where a year has no verified decree, the
//! term is counted a second time with every doubtful day free: if the last day differs, an officer decides.

use super::{ComputedTerm, CountedFrom, Extension, steps};
use crate::law::calendar::Calendar;
use crate::law::date::Date;
use crate::law::length::{Length, Unit};
use crate::law::limit::AtwLimits;

/// A term that counts from the bekendmaking of a decision.
#[must_use]
pub fn compute(start: Date, length: Length, extension: Extension, calendar: &Calendar) -> ComputedTerm {
    compute_from(CountedFrom::Bekendmaking, start, length, extension, calendar)
}

/// A term that counts from any event; the event only changes the words of the steps.
#[must_use]
pub fn compute_from(
    event: CountedFrom,
    start: Date,
    length: Length,
    extension: Extension,
    calendar: &Calendar,
) -> ComputedTerm {
    let mut term = ComputedTerm {
        length: Some(length),
        first_day: if length.unit == Unit::Hours { start } else { start.next() },
        unextended_end: unextended_end(start, length),
        last_day: unextended_end(start, length),
        latest_last_day: unextended_end(start, length),
        steps: Vec::new(),
        unverified_year: None,
    };
    term.steps.extend(steps::opening(event, start, length, extension, &term));
    let atw = calendar.atw(start);
    if let Some(reason) = never_extended(length, extension, atw) {
        term.steps.push(steps::never_extended(&reason));
    } else {
        let span = Span { start, end: term.unextended_end, working_days: working_days(length, atw) };
        let certain = span.extended(|day| calendar.is_free(day));
        let possible = span.extended(|day| calendar.is_free(day) || calendar.is_candidate(day));
        term.last_day = certain.last_day;
        term.latest_last_day = possible.last_day;
        term.steps.extend(steps::extension(span.end, &certain, extension, calendar));
        if possible.last_day != certain.last_day {
            term.unverified_year = doubtful_year(start, possible.last_day, calendar);
            term.steps.extend(term.unverified_year.map(|year| steps::unverified(year, possible.last_day)));
        }
    }
    term.steps.push(steps::last_day(term.last_day));
    term
}

/// A term whose last day the case gives itself: to supplement an application (Awb 4:5 lid 1, 4:15 lid 1
/// under a). Nothing is counted and nothing is extended. `decide` checks that `until` lies after `start`.
#[must_use]
pub fn fixed(start: Date, until: Date) -> ComputedTerm {
    let first_day = start.next();
    ComputedTerm {
        length: None,
        first_day,
        unextended_end: until,
        last_day: until,
        latest_last_day: until,
        steps: steps::fixed(start, first_day, until),
        unverified_year: None,
    }
}

/// Start plus length. Months and years end on the same day of the month, or on its last day. Only the
/// day of the event is known, not the hour, so hours are rounded up to whole days: 48 hours are two.
fn unextended_end(start: Date, length: Length) -> Date {
    match length.unit {
        Unit::Hours => start.plus_days(length.count.div_ceil(24)),
        Unit::Days => start.plus_days(length.count),
        Unit::Weeks => start.plus_days(length.count.saturating_mul(7)),
        Unit::Months => start.plus_months(length.count),
        Unit::Years => start.plus_months(length.count.saturating_mul(12)),
    }
}

/// Why a term is never extended: Atw 4, or its own rule.
fn never_extended(length: Length, extension: Extension, atw: &AtwLimits) -> Option<String> {
    let longest = |most: u32, longest: String| {
        (length.count > most)
            .then(|| format!("de Atw geldt niet voor een termijn van meer dan {longest} (artikel 4 Atw)"))
    };
    let by_atw = match length.unit {
        Unit::Hours => Some("de Atw geldt niet voor een termijn in uren (artikel 4 Atw)".to_owned()),
        Unit::Days => longest(atw.longest_days, format!("{} dagen", atw.longest_days)),
        Unit::Weeks => longest(atw.longest_weeks, format!("{} weken", steps::in_words(atw.longest_weeks))),
        Unit::Months => {
            longest(atw.longest_months, format!("{} maanden", steps::in_words(atw.longest_months)))
        }
        Unit::Years => Some("de Atw geldt niet voor een termijn in jaren (artikel 4 Atw)".to_owned()),
    };
    let by_rule = || {
        (extension == Extension::None)
            .then(|| "volgens de regel van deze termijn loopt hij nooit door".to_owned())
    };
    by_atw.or_else(by_rule)
}

/// How many working days the term must hold (Atw 2): none for a short one.
fn working_days(length: Length, atw: &AtwLimits) -> usize {
    let short = match length.unit {
        Unit::Hours => true,
        Unit::Days => length.count < atw.short_term_days,
        Unit::Weeks | Unit::Months | Unit::Years => false,
    };
    if short { 0 } else { atw.working_days as usize }
}

/// A term before it is extended.
struct Span {
    start: Date,
    end: Date,
    working_days: usize,
}

/// A term after it was extended.
pub(super) struct Extended {
    /// After Atw 1: the first day from the end on that is not free.
    pub(super) after_article_1: Date,
    /// After Atw 2: the last day.
    pub(super) last_day: Date,
}

impl Span {
    /// Applies Atw 1 lid 1, then Atw 2.
    fn extended(&self, is_free: impl Fn(Date) -> bool) -> Extended {
        let mut last_day = self.end;
        while is_free(last_day) {
            last_day = last_day.next();
        }
        let after_article_1 = last_day;
        let mut found = self.working_days(last_day, &is_free);
        while found < self.working_days {
            last_day = last_day.next();
            found += usize::from(!is_free(last_day));
        }
        Extended { after_article_1, last_day }
    }

    /// How many days of the term are not free; stops counting at the number that Atw 2 asks.
    fn working_days(&self, last_day: Date, is_free: impl Fn(Date) -> bool) -> usize {
        let mut days = 0;
        let mut day = last_day;
        while day > self.start && days < self.working_days {
            days += usize::from(!is_free(day));
            day = day.previous();
        }
        days
    }
}

/// The year of the last doubtful day in the term: the one that the difference is about.
fn doubtful_year(start: Date, last_day: Date, calendar: &Calendar) -> Option<i32> {
    let mut day = last_day;
    while day > start {
        if calendar.is_candidate(day) {
            return Some(day.year());
        }
        day = day.previous();
    }
    None
}
