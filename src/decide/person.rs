//! Who the person is in the eyes of the rules: Ukrainian, EU citizen, third-country national, minor.
//!
//! The registers may not know; so every answer is yes, no or unknown, and `onbekend` contradicts
//! nothing (letters.md).

use super::outcome::Known;
use crate::case::country::{Country, Nationality};
use crate::case::model::{Case, Geboortedatum, Geslacht};
use crate::law::date::Date;

/// The age at which protection papers are given (WI H2: "vanaf 14 jaar").
const AGE_OF_PAPERS: i32 = 14;
/// Majority (BW 1:233).
const AGE_OF_MAJORITY: i32 = 18;
/// Ukrainian men from 18 and under 60 need not turn to their consulate (WI H1, fn. 5).
const END_OF_MILITARY_AGE: i32 = 60;

/// What the rules ask of a person, on the day of bekendmaking.
#[derive(Clone, Copy, Debug)]
pub struct Person {
    /// Has the Ukrainian nationality.
    pub ukrainian: Known,
    /// Has the nationality of an EU member state.
    pub eu_citizen: Known,
    /// Has neither: a third-country national (derdelander); a stateless person is one.
    pub third_country: Known,
    /// Youngest possible age in years.
    min_age: i32,
    /// Oldest possible age in years.
    max_age: i32,
    declared_adult: Option<bool>,
    may_be_male: bool,
}

impl Person {
    /// Reads the person of a case.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        let person = &case.vreemdeling;
        let has = |test: &dyn Fn(Country) -> bool| {
            let found = person.nationaliteiten.iter().any(|n| matches!(n, Nationality::Of(c) if test(*c)));
            let open = person.nationaliteiten.contains(&Nationality::Unknown);
            if found {
                Known::Yes
            } else if open {
                Known::Unknown
            } else {
                Known::No
            }
        };
        let ukrainian = has(&|c| c == Country::UKRAINE);
        let eu_citizen = has(&Country::is_member_state);
        let (min_age, max_age) = ages(person.geboortedatum, case.bekendmaking.datum);
        Self {
            ukrainian,
            eu_citizen,
            third_country: (!ukrainian).and(!eu_citizen),
            min_age,
            max_age,
            declared_adult: person.meerderjarig,
            may_be_male: person.geslacht != Geslacht::Vrouw,
        }
    }

    /// Under 18 on the day of bekendmaking; where the registers leave it open, the officer's answer
    /// counts (`vreemdeling.meerderjarig`).
    #[must_use]
    pub fn minor(&self) -> Known {
        match (self.younger_than(AGE_OF_MAJORITY), self.declared_adult) {
            (Known::Unknown, Some(adult)) => Known::from(!adult),
            (known, _) => known,
        }
    }

    /// What the date of birth alone says about being a minor.
    #[must_use]
    pub fn minor_by_birth(&self) -> Known {
        self.younger_than(AGE_OF_MAJORITY)
    }

    /// Under 14: no proof of residence is given (WI H2).
    #[must_use]
    pub fn under_fourteen(&self) -> Known {
        match (self.younger_than(AGE_OF_PAPERS), self.declared_adult) {
            (Known::Unknown, Some(true)) => Known::No,
            (known, _) => known,
        }
    }

    /// May be a Ukrainian man of 18 to 59: to him the letter says nothing about the consulate.
    #[must_use]
    pub fn may_be_man_of_military_age(&self) -> bool {
        self.ukrainian != Known::No
            && self.may_be_male
            && self.max_age >= AGE_OF_MAJORITY
            && self.min_age < END_OF_MILITARY_AGE
    }

    fn younger_than(&self, years: i32) -> Known {
        if self.max_age < years {
            Known::Yes
        } else if self.min_age >= years {
            Known::No
        } else {
            Known::Unknown
        }
    }
}

/// Youngest and oldest possible age on a day.
fn ages(birth: Geboortedatum, on: Date) -> (i32, i32) {
    const OLDEST: i32 = 150;
    match birth {
        Geboortedatum::Day(day) => (on.years_since(day), on.years_since(day)),
        Geboortedatum::Month(year, month) => match Date::from_ymd(year, month, 1) {
            Some(first) => (on.years_since(first.plus_months(1).previous()), on.years_since(first)),
            None => (0, OLDEST),
        },
        Geboortedatum::Year(year) => match (Date::from_ymd(year, 12, 31), Date::from_ymd(year, 1, 1)) {
            (Some(last), Some(first)) => (on.years_since(last), on.years_since(first)),
            _ => (0, OLDEST),
        },
        Geboortedatum::Unknown => (0, OLDEST),
    }
}
