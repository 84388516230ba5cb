//! What holds for every term, whatever the day and the length.

use crate::support::property::tried_with;
use proptest::prelude::*;
use rtbrief::law::book::RuleBook;
use rtbrief::law::calendar::Calendar;
use rtbrief::law::date::Date;
use rtbrief::law::length::{Length, Unit};
use rtbrief::law::term::{Extension, compute};
use std::sync::LazyLock;

static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| RuleBook::built_in().unwrap().calendar().clone());

/// A day from 2005 up to and including 2028.
fn start() -> impl Strategy<Value = Date> {
    (0..8766u32).prop_map(|days| Date::from_ymd(2005, 1, 1).unwrap().plus_days(days))
}

/// A length that the Atw can extend (Atw 4).
fn short() -> impl Strategy<Value = Length> {
    prop_oneof![
        (1..=90u32).prop_map(|count| Length { count, unit: Unit::Days }),
        (1..=12u32).prop_map(|count| Length { count, unit: Unit::Weeks }),
        (1..=3u32).prop_map(|count| Length { count, unit: Unit::Months }),
    ]
}

/// A length that the Atw never extends.
fn long() -> impl Strategy<Value = Length> {
    prop_oneof![
        (1..=876_000u32).prop_map(|count| Length { count, unit: Unit::Hours }),
        (91..=36_500u32).prop_map(|count| Length { count, unit: Unit::Days }),
        (13..=5_200u32).prop_map(|count| Length { count, unit: Unit::Weeks }),
        (4..=1_200u32).prop_map(|count| Length { count, unit: Unit::Months }),
        (1..=100u32).prop_map(|count| Length { count, unit: Unit::Years }),
    ]
}

fn extension() -> impl Strategy<Value = Extension> {
    prop_oneof![Just(Extension::Atw), Just(Extension::AtwByChoice)]
}

fn working_days(after: Date, until: Date) -> usize {
    let days =
        std::iter::successors(Some(after.next()), |day| Some(day.next())).take_while(|day| *day <= until);
    days.filter(|day| !CALENDAR.is_free(*day)).count()
}

proptest! {
    #![proptest_config(tried_with(2_000))]

    #[test]
    fn an_extended_term_never_ends_on_a_free_day_nor_early(
        start in start(), length in short(), extension in extension()
    ) {
        let term = compute(start, length, extension, &CALENDAR);
        prop_assert!(!CALENDAR.is_free(term.last_day));
        prop_assert!(term.last_day >= term.unextended_end);
        prop_assert_eq!(term.first_day, start.next());
    }

    #[test]
    fn nothing_but_free_days_is_skipped(start in start(), weeks in 2..=12u32) {
        // Atw 2 never moves the end of two weeks or more (of one week it did, at the end of 2007), so the term ends
        // on the first day that is not free.
        let term = compute(start, Length::weeks(weeks), Extension::Atw, &CALENDAR);
        let mut day = term.unextended_end;
        while day < term.last_day {
            prop_assert!(CALENDAR.is_free(day));
            day = day.next();
        }
        prop_assert_eq!(term.unextended_end.weekday(), start.weekday());
    }

    #[test]
    fn a_term_of_three_days_or_more_ends_as_soon_as_it_holds_two_working_days(start in start(), days in 3..=90u32) {
        let length = Length { count: days, unit: Unit::Days };
        let term = compute(start, length, Extension::Atw, &CALENDAR);
        prop_assert!(working_days(start, term.last_day) >= 2);
        let before = term.last_day.previous();
        let could_end_before = before >= term.unextended_end
            && !CALENDAR.is_free(before)
            && working_days(start, before) >= 2;
        prop_assert!(!could_end_before);
    }

    #[test]
    fn a_later_start_never_ends_earlier(start in start(), later in 0..40u32, length in short()) {
        let one = compute(start, length, Extension::Atw, &CALENDAR);
        let other = compute(start.plus_days(later), length, Extension::Atw, &CALENDAR);
        prop_assert!(one.last_day <= other.last_day);
    }

    #[test]
    fn a_term_of_a_length_that_the_atw_excludes_is_not_extended(start in start(), length in long()) {
        let term = compute(start, length, Extension::Atw, &CALENDAR);
        prop_assert_eq!(term.last_day, term.unextended_end);
        prop_assert!(term.last_day > start);
        prop_assert_eq!(term.unverified_year, None);
    }

    #[test]
    fn a_term_without_a_rule_of_extension_is_not_extended(start in start(), length in prop_oneof![short(), long()]) {
        let term = compute(start, length, Extension::None, &CALENDAR);
        prop_assert_eq!(term.last_day, term.unextended_end);
    }

    #[test]
    fn a_year_in_doubt_has_no_decree_and_lies_near_the_term(start in start(), length in short()) {
        let term = compute(start, length, Extension::Atw, &CALENDAR);
        if let Some(year) = term.unverified_year {
            prop_assert!(!CALENDAR.is_verified(year));
            prop_assert!((start.year()..=term.last_day.year() + 1).contains(&year));
        }
    }

    #[test]
    fn the_steps_begin_with_the_event_and_end_with_the_last_day(start in start(), length in short()) {
        let term = compute(start, length, Extension::Atw, &CALENDAR);
        let first = format!("Bekendmaking: {}.", start.dutch_long());
        let last = format!("Laatste dag: {}.", term.last_day.dutch_long());
        prop_assert_eq!(term.steps.first(), Some(&first));
        prop_assert_eq!(term.steps.last(), Some(&last));
    }
}
