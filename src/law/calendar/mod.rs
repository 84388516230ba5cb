//! Which days are free for the Algemene termijnenwet (Atw), and why.
//!
//! Weekends and feestdagen follow from the statute ([`mod@holiday`]). The gelijkgestelde dagen of Atw 3
//! lid 3 do not: they stand in decrees, and the decrees stand in a table ([`decree`]). A year that no decree
//! of the table covers is *unverified*: some of its days may or may not be free, and the calendar says which.

pub mod decree;
pub mod holiday;

use super::date::{Date, Weekday};
use super::limit::{AtwLimits, LimitTable};
use super::table::RulesError;
use decree::{Decree, Mention};
use holiday::{Holiday, holiday};
use std::collections::BTreeMap;
use std::fmt;

/// Why a day is free.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FreeDay<'a> {
    /// A Saturday that is no feestdag (Atw 1 lid 1).
    Saturday,
    /// A Sunday that is no feestdag (Atw 1 lid 1).
    Sunday,
    /// A feestdag, also when it falls in a weekend (Atw 3 lid 1 and 2).
    Holiday(Holiday),
    /// A gelijkgestelde dag and its decree (Atw 3 lid 3).
    GelijkgesteldeDag(&'a Decree),
}

impl FreeDay<'_> {
    /// The article that makes the day free.
    #[must_use]
    pub const fn article(self) -> &'static str {
        match self {
            Self::Saturday | Self::Sunday => "artikel 1 lid 1 Atw",
            Self::Holiday(Holiday::GoedeVrijdag) => "artikel 3 lid 2 Atw",
            Self::Holiday(_) => "artikel 3 lid 1 Atw",
            Self::GelijkgesteldeDag(_) => "artikel 3 lid 3 Atw",
        }
    }
}

impl fmt::Display for FreeDay<'_> {
    /// What the day is: `een zaterdag`, `Goede Vrijdag`, `een gelijkgestelde dag (KB …)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Saturday => f.write_str("een zaterdag"),
            Self::Sunday => f.write_str("een zondag"),
            Self::Holiday(holiday) => f.write_str(holiday.dutch()),
            Self::GelijkgesteldeDag(decree) => write!(f, "een gelijkgestelde dag ({})", decree.besluit),
        }
    }
}

/// The free days: statute and decrees together.
#[derive(Clone, Debug)]
pub struct Calendar {
    decrees: Vec<Decree>,
    mentions: Vec<Mention>,
    /// Each gelijkgestelde dag with the place of its decree in `decrees`.
    days: BTreeMap<Date, usize>,
    /// The numbers of the Atw through time.
    limits: LimitTable,
}

impl Calendar {
    /// Builds the calendar from the table of gelijkgestelde dagen and the numbers of the Atw.
    ///
    /// # Errors
    /// When the table cannot be read; when a decree ends before it begins, or names a day twice, outside its
    /// years, in a weekend or on a feestdag; when a day without a decree lies in a year that has one.
    pub(super) fn new(text: &str, limits: LimitTable) -> Result<Self, RulesError> {
        let table = decree::read(text)?;
        let days = table
            .besluiten
            .iter()
            .enumerate()
            .flat_map(|(index, decree)| decree.dagen.iter().map(move |day| (*day, index)))
            .collect();
        Ok(Self { decrees: table.besluiten, mentions: table.onbevestigd, days, limits })
    }

    /// The numbers of the Atw on a day.
    pub(super) fn atw(&self, day: Date) -> &AtwLimits {
        &self.limits.on(day).atw
    }

    /// Why a day is free; `None` when it is not.
    #[must_use]
    pub fn free_day(&self, date: Date) -> Option<FreeDay<'_>> {
        if let Some(holiday) = holiday(date) {
            return Some(FreeDay::Holiday(holiday));
        }
        match date.weekday() {
            Weekday::Saturday => Some(FreeDay::Saturday),
            Weekday::Sunday => Some(FreeDay::Sunday),
            _ => {
                let decree = self.days.get(&date).and_then(|index| self.decrees.get(*index));
                decree.map(FreeDay::GelijkgesteldeDag)
            }
        }
    }

    /// Whether a day is free: Saturday, Sunday, feestdag or gelijkgestelde dag.
    #[must_use]
    pub fn is_free(&self, date: Date) -> bool {
        self.free_day(date).is_some()
    }

    /// The first day after a day that is not free.
    #[must_use]
    pub fn next_working_day(&self, date: Date) -> Date {
        let mut day = date.next();
        while self.is_free(day) {
            day = day.next();
        }
        day
    }

    /// Whether a decree of the table covers a year.
    #[must_use]
    pub fn is_verified(&self, year: i32) -> bool {
        self.decrees.iter().any(|decree| decree.covers(year))
    }

    /// Whether a day that is not free may turn out to be free: in an unverified year, a working day between
    /// two free days, or one from 24 December up to and including 2 January. Every day of every decree in
    /// the table is of one of these two sorts.
    #[must_use]
    pub fn is_candidate(&self, date: Date) -> bool {
        if self.is_verified(date.year()) || self.is_free(date) {
            return false;
        }
        let around_new_year = matches!((date.month(), date.day()), (12, 24..) | (1, ..=2));
        around_new_year || (self.is_free(date.previous()) && self.is_free(date.next()))
    }

    /// The decrees, in the order of the table.
    #[must_use]
    pub fn decrees(&self) -> &[Decree] {
        &self.decrees
    }

    /// The days that are mentioned somewhere as gelijkgesteld while no decree was found; they are not free.
    #[must_use]
    pub fn mentions(&self) -> &[Mention] {
        &self.mentions
    }
}
