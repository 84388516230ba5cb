//! The feestdagen of Atw 3 lid 1 and 2, computed for any year.
//!
//! The article does not list Easter Sunday and Whit Sunday, which are Sundays anyway. 5 May counts every
//! year, not only once in five years. The statute leaves open when the birthday of the King is celebrated;
//! the decrees of 1980 and 2013 say on 30 and 27 April, "behoudens uitzonderingen in verband met
//! zondagen", which practice reads as the Saturday before. The rule of the years before 1980 is left out:
//! no letter has a term in those years.

use crate::law::date::{Date, Weekday};

/// An algemeen erkende feestdag, or Goede Vrijdag, which lid 2 equates with one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Holiday {
    Nieuwjaarsdag,
    GoedeVrijdag,
    TweedePaasdag,
    Koninginnedag,
    Koningsdag,
    Bevrijdingsdag,
    Hemelvaartsdag,
    TweedePinksterdag,
    EersteKerstdag,
    TweedeKerstdag,
}

impl Holiday {
    /// The Dutch name, as it stands in a sentence.
    #[must_use]
    pub const fn dutch(self) -> &'static str {
        match self {
            Self::Nieuwjaarsdag => "Nieuwjaarsdag",
            Self::GoedeVrijdag => "Goede Vrijdag",
            Self::TweedePaasdag => "tweede paasdag",
            Self::Koninginnedag => "Koninginnedag",
            Self::Koningsdag => "Koningsdag",
            Self::Bevrijdingsdag => "Bevrijdingsdag",
            Self::Hemelvaartsdag => "Hemelvaartsdag",
            Self::TweedePinksterdag => "tweede pinksterdag",
            Self::EersteKerstdag => "eerste kerstdag",
            Self::TweedeKerstdag => "tweede kerstdag",
        }
    }
}

/// The first year with Koningsdag on 27 April (KB 30 januari 2013, nr. 13.000173).
const FIRST_KONINGSDAG: i32 = 2014;

/// The feestdag on a day, if there is one. Where two fall on one day (5 May 2016 is also Hemelvaartsdag),
/// the one with a fixed date is given.
#[must_use]
pub fn holiday(date: Date) -> Option<Holiday> {
    fixed(date).or_else(|| royal(date)).or_else(|| movable(date))
}

/// Feestdagen with a date of their own.
fn fixed(date: Date) -> Option<Holiday> {
    match (date.month(), date.day()) {
        (1, 1) => Some(Holiday::Nieuwjaarsdag),
        (5, 5) => Some(Holiday::Bevrijdingsdag),
        (12, 25) => Some(Holiday::EersteKerstdag),
        (12, 26) => Some(Holiday::TweedeKerstdag),
        _ => None,
    }
}

/// The day on which the birthday of the King or the Queen is celebrated; never a Sunday.
fn royal(date: Date) -> Option<Holiday> {
    let (day, name) = if date.year() >= FIRST_KONINGSDAG {
        (27, Holiday::Koningsdag)
    } else {
        (30, Holiday::Koninginnedag)
    };
    let celebrated = match date.weekday() {
        Weekday::Sunday => false,
        Weekday::Saturday => date.day() == day || date.day() == day - 1,
        _ => date.day() == day,
    };
    (date.month() == 4 && celebrated).then_some(name)
}

/// Feestdagen that move with Easter.
fn movable(date: Date) -> Option<Holiday> {
    if is_easter(date.plus_days(2)) {
        Some(Holiday::GoedeVrijdag)
    } else if is_easter(date.minus_days(1)) {
        Some(Holiday::TweedePaasdag)
    } else if is_easter(date.minus_days(39)) {
        Some(Holiday::Hemelvaartsdag)
    } else if is_easter(date.minus_days(50)) {
        Some(Holiday::TweedePinksterdag)
    } else {
        None
    }
}

fn is_easter(date: Date) -> bool {
    easter(date.year()) == (i64::from(date.month()), i64::from(date.day()))
}

/// Month and day of Easter Sunday in the Gregorian calendar (the anonymous computus, published by Meeus
/// and Jones; letters as there).
fn easter(year: i32) -> (i64, i64) {
    let year = i64::from(year);
    let a = year % 19;
    let (b, c) = (year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    (month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_on_the_known_days() {
        for (year, month, day) in [
            (1954, 4, 18),
            (1981, 4, 19),
            (2000, 4, 23),
            (2008, 3, 23),
            (2011, 4, 24),
            (2025, 4, 20),
            (2026, 4, 5),
            (2038, 4, 25),
            (2049, 4, 18),
            (2076, 4, 19),
        ] {
            assert_eq!(easter(year), (month, day), "{year}");
        }
    }
}
