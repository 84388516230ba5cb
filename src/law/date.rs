//! Civil dates; the only file that names the date crate.
//!
//! A date is a day without a clock time and a time zone. A date that is read lies between 1900-01-01 and
//! 2199-12-31, so that no date plus a term leaves the range of the date crate.

use crate::words::held;
use chrono::{Datelike, Days, Months, NaiveDate};
use std::fmt;

/// A day on the calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

held! {
    Date: Date;
}

/// A day of the week, Monday first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

const WEEKDAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];
const WEEKDAY_NAMES: [&str; 7] =
    ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
const MONTH_NAMES: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// The number of a month by its Dutch name or the beginning of it: `juni`, `sept.`, `Mrt`.
#[must_use]
pub fn month_named(name: &str) -> Option<u32> {
    let name = name.trim_end_matches('.').to_lowercase();
    let name = if name == "mrt" { "maart" } else { &name };
    let is_it = |month: &str| name.len() >= 3 && month.starts_with(name);
    MONTH_NAMES.iter().position(|month| is_it(month)).and_then(|index| u32::try_from(index + 1).ok())
}

impl Weekday {
    /// The Dutch name, in lower case.
    #[must_use]
    pub fn dutch(self) -> &'static str {
        WEEKDAY_NAMES[self as usize]
    }
}

impl Date {
    /// The first day that can be read.
    pub const EARLIEST: Self = Self::literal(1900, 1, 1);

    /// A day that is written in the code. One that does not exist is a compile error in a constant, and a
    /// panic elsewhere.
    #[must_use]
    pub const fn literal(year: i32, month: u32, day: u32) -> Self {
        match NaiveDate::from_ymd_opt(year, month, day) {
            Some(date) => Self(date),
            None => unreachable!(),
        }
    }

    /// The day, if it exists and lies in 1900 to 2199.
    #[must_use]
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(1900..=2199).contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// Reads `2026-11-20` and nothing else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let number = |part: &str| -> Option<u32> {
            part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse().ok()).flatten()
        };
        let year = i32::try_from(number(text.get(0..4)?)?).ok()?;
        Self::from_ymd(year, number(text.get(5..7)?)?, number(text.get(8..10)?)?)
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        WEEKDAYS[self.0.weekday().num_days_from_monday() as usize % 7]
    }

    /// The day this many days later. Outside the range of the date crate, which no date that was read and no
    /// term can reach, it is the day itself. [`Self::minus_days`] and [`Self::plus_months`] do the same.
    #[must_use]
    pub fn plus_days(self, days: u32) -> Self {
        self.0.checked_add_days(Days::new(u64::from(days))).map_or(self, Self)
    }

    /// The day this many days earlier.
    #[must_use]
    pub fn minus_days(self, days: u32) -> Self {
        self.0.checked_sub_days(Days::new(u64::from(days))).map_or(self, Self)
    }

    /// The same day of the month this many months later, or that month's last day.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        self.0.checked_add_months(Months::new(months)).map_or(self, Self)
    }

    /// The next day.
    #[must_use]
    pub fn next(self) -> Self {
        self.plus_days(1)
    }

    /// The day before.
    #[must_use]
    pub fn previous(self) -> Self {
        self.minus_days(1)
    }

    /// Days from `earlier` to `self`; negative when `self` comes first.
    #[must_use]
    pub fn days_since(self, earlier: Date) -> i64 {
        self.0.signed_duration_since(earlier.0).num_days()
    }

    /// Whole years from `birth` to `self`; negative when `self` comes first. Someone born on
    /// 29 February turns a year older on 1 March of a common year.
    #[must_use]
    pub fn years_since(self, birth: Date) -> i32 {
        let had_birthday = (self.month(), self.day()) >= (birth.month(), birth.day());
        self.year() - birth.year() - i32::from(!had_birthday)
    }

    /// The date in Dutch: `20 november 2026`.
    #[must_use]
    pub fn dutch(self) -> String {
        format!("{} {} {}", self.day(), MONTH_NAMES[self.0.month0() as usize % 12], self.year())
    }

    /// The date in Dutch with its weekday: `vrijdag 20 november 2026`.
    #[must_use]
    pub fn dutch_long(self) -> String {
        format!("{} {}", self.weekday().dutch(), self.dutch())
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl<'de> serde::Deserialize<'de> for Date {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Date::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("geen datum: {text}")))
    }
}

impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
