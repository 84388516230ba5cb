//! What the rules ask of the person: Ukrainian, EU citizen, third-country national, minor.
//!
//! The registers may not tell, so an answer is yes, no or unknown, and `onbekend` contradicts nothing
//! (docs/spec/letters.md).

use super::known::Known;
use crate::case::country::{Country, Nationality};
use crate::case::model::{Case, Geboortedatum, Geslacht};
use crate::law::date::Date;
use crate::law::limit::Limits;

/// What the rules ask of a person. Ages are those of the day of the decision, but for who is addressed
/// (docs/spec/letters.md section 1, *Dates*).
#[derive(Clone, Copy, Debug)]
pub struct Person {
    /// Has the Ukrainian nationality.
    pub ukrainian: Known,
    /// Has the nationality of an EU member state.
    pub eu_citizen: Known,
    /// Has neither: a third-country national (derdelander); a stateless person is one.
    pub third_country: Known,
    /// Has a nationality of the return area (Richtlijn 2008/115/EG): gets no return decision.
    pub return_area: Known,
    /// A minor on the day of bekendmaking, as far as the date of birth tells.
    minor_by_birth: Known,
    /// A minor on the day of the decision, as far as the date of birth tells.
    minor_when_decided: Known,
    /// Younger than the age from which a proof of residence is given.
    below_age_of_proof: Known,
    /// Younger than the age from which fingerprints are taken.
    pub below_age_of_fingerprints: Known,
    /// Younger than the age from which a child reports itself.
    below_age_of_reporting: Known,
    /// May be a Ukrainian man who is liable for service: to him the letter says nothing about the consulate.
    may_be_liable_for_service: bool,
    /// Has no nationality, as far as the case knows.
    pub stateless: bool,
    declared_adult: Option<bool>,
    may_be_male: bool,
}

impl Person {
    /// Reads the person of a case.
    #[must_use]
    pub fn of(case: &Case, limits: &Limits) -> Self {
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
        let ages = Ages::on(person.geboortedatum, case.decision_day());
        let when_made_known = Ages::on(person.geboortedatum, case.bekendmaking.datum);
        let may_be_male = person.geslacht != Geslacht::Vrouw;
        let of_service = ages.may_be_in(limits.age_of_service, limits.age_after_service);
        let no_country = !person.nationaliteiten.iter().any(|n| matches!(n, Nationality::Of(_)));
        Self {
            ukrainian,
            eu_citizen,
            third_country: (!ukrainian).and(!eu_citizen),
            return_area: has(&Country::is_return_area),
            minor_by_birth: when_made_known.below(limits.age_of_majority),
            minor_when_decided: ages.below(limits.age_of_majority),
            below_age_of_proof: ages.below(limits.age_of_proof),
            below_age_of_fingerprints: ages.below(limits.age_of_fingerprints),
            below_age_of_reporting: ages.below(limits.age_of_reporting),
            may_be_liable_for_service: ukrainian != Known::No && may_be_male && of_service,
            stateless: no_country && person.nationaliteiten.contains(&Nationality::Stateless),
            declared_adult: person.meerderjarig,
            may_be_male,
        }
    }

    /// Whether the person is a minor on the day of bekendmaking; where the date of birth leaves it open, the
    /// officer's answer counts (`vreemdeling.meerderjarig`).
    #[must_use]
    pub fn minor(&self) -> Known {
        self.as_declared(self.minor_by_birth)
    }

    /// Whether the person is a minor on the day of the decision: for the conditions and the border.
    #[must_use]
    pub fn minor_when_decided(&self) -> Known {
        self.as_declared(self.minor_when_decided)
    }

    /// Whether the date of birth says that the person was a minor on another day.
    #[must_use]
    pub fn minor_on(&self, birth: Geboortedatum, day: Date, limits: &Limits) -> Known {
        Ages::on(birth, day).below(limits.age_of_majority)
    }

    fn as_declared(&self, minor: Known) -> Known {
        match (minor, self.declared_adult) {
            (Known::Unknown, Some(adult)) => Known::from(!adult),
            (known, _) => known,
        }
    }

    /// What the date of birth alone says about being a minor.
    #[must_use]
    pub const fn minor_by_birth(&self) -> Known {
        self.minor_by_birth
    }

    /// Whether the person is too young for a proof of residence (WI H2).
    #[must_use]
    pub fn below_age_of_proof(&self) -> Known {
        self.unless_declared_adult(self.below_age_of_proof)
    }

    /// Whether the person is too young to report without a parent (WI H2).
    #[must_use]
    pub fn below_age_of_reporting(&self) -> Known {
        self.unless_declared_adult(self.below_age_of_reporting)
    }

    fn unless_declared_adult(&self, below: Known) -> Known {
        match (below, self.declared_adult) {
            (Known::Unknown, Some(true)) => Known::No,
            (known, _) => known,
        }
    }

    /// Whether the person is expected to get help from a Ukrainian consulate: a Ukrainian is, but not one who
    /// may be a man liable for service. He would have to register for military service first, which the IND
    /// does not expect of him (WI H1, fn. 5). Others are not sent to the authorities of a country that they
    /// may fear. Unknown while it is open whether a Ukrainian who may be male is a minor; only a draft leaves
    /// that open.
    #[must_use]
    pub fn consulate(&self) -> Known {
        let ukrainian = self.ukrainian.is_yes();
        if ukrainian && self.may_be_male && self.minor() == Known::Unknown {
            return Known::Unknown;
        }
        Known::from(ukrainian && !self.may_be_liable_for_service)
    }
}

/// What a date of birth says about the age on a day, in whole years.
enum Ages {
    /// At least the first and at most the second number of years.
    Between(i32, i32),
    /// It says nothing about the age.
    Unknown,
}

impl Ages {
    fn on(birth: Geboortedatum, day: Date) -> Self {
        let between = |last: Option<Date>, first: Option<Date>| match (last, first) {
            (Some(last), Some(first)) => Self::Between(day.years_since(last), day.years_since(first)),
            _ => Self::Unknown,
        };
        match birth {
            Geboortedatum::Day(born) => between(Some(born), Some(born)),
            Geboortedatum::Month(year, month) => {
                let first = Date::from_ymd(year, month, 1);
                between(first.map(|day| day.plus_months(1).previous()), first)
            }
            Geboortedatum::Year(year) => between(Date::from_ymd(year, 12, 31), Date::from_ymd(year, 1, 1)),
            Geboortedatum::Unknown => Self::Unknown,
        }
    }

    fn below(&self, age: u32) -> Known {
        match *self {
            Self::Between(_, oldest) if i64::from(oldest) < i64::from(age) => Known::Yes,
            Self::Between(youngest, _) if i64::from(youngest) >= i64::from(age) => Known::No,
            _ => Known::Unknown,
        }
    }

    /// Whether the age may lie from `from` up to but not including `until`.
    fn may_be_in(&self, from: u32, until: u32) -> bool {
        match *self {
            Self::Between(youngest, oldest) => {
                i64::from(oldest) >= i64::from(from) && i64::from(youngest) < i64::from(until)
            }
            Self::Unknown => true,
        }
    }
}
