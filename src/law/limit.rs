//! The limits of the law (`limits.yaml`): days, ages and lengths that decide, each with its source and dates.
//!
//! Code asks for a limit by name and day; it holds no such number of its own (docs/spec/letters.md section 6).

use super::date::Date;
use super::length::{Length, Unit};
use super::row::row;
use super::source::LawSource;
use super::table::{RulesError, Table};
use super::timeline::Timeline;
use crate::words::{LimitId, RuleId};
use crate::yaml::Placed;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;

const TABLE: &str = "limits.yaml";

/// The value of a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitValue {
    /// A day: `2021-11-27`.
    Day(Date),
    /// A length: `28 dagen`, `18 jaar`.
    Length(Length),
}

impl<'de> Deserialize<'de> for LimitValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        match Date::parse(&text) {
            Some(day) => Ok(Self::Day(day)),
            None => text.parse().map(Self::Length).map_err(D::Error::custom),
        }
    }
}

row! {
    /// A limit.
    LimitRow of (RuleId::Limit(_)) {
        /// The day or the length.
        waarde: LimitValue,
    }
}

/// The limits as they are on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// First day of the RTB.
    pub first_day: Date,
    /// The first day of flight: who was outside Ukraine and not in the Netherlands before it falls outside
    /// the RTB.
    pub fled_from: Date,
    /// The peilmoment, the day before the war.
    pub peilmoment: Date,
    /// From this day on no third-country national with a temporary Ukrainian permit falls under the RTB.
    pub temporary_right: Date,
    /// The number of days that a stay in Ukraine or the country of origin may last.
    pub days_away: u32,
    /// The time, in hours, within which a gemeente gets an answer to a request for triage.
    pub triage: Length,
    /// Age in years from which a proof of residence is given.
    pub age_of_proof: u32,
    /// Age of majority in years.
    pub age_of_majority: u32,
    /// Age in years from which a man is liable for military service.
    pub age_of_service: u32,
    /// Age in years from which a man is not liable for military service any more.
    pub age_after_service: u32,
    /// The day on which the protection of third-country nationals with a temporary Ukrainian permit ended by law.
    pub ended_by_law: Date,
    /// Age in years from which fingerprints are taken.
    pub age_of_fingerprints: u32,
    /// Age in years from which a child reports itself at the stickerlocatie.
    pub age_of_reporting: u32,
    /// The numbers of the Algemene termijnenwet.
    pub atw: AtwLimits,
}

/// The numbers of the Algemene termijnenwet (Atw 2 and 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AtwLimits {
    /// Terms of fewer days need no working days.
    pub short_term_days: u32,
    /// How many working days a term has at least.
    pub working_days: u32,
    /// Longest term in days that is extended.
    pub longest_days: u32,
    /// Longest term in weeks that is extended.
    pub longest_weeks: u32,
    /// Longest term in months that is extended.
    pub longest_months: u32,
}

/// The unit of a limit; `None` for a day.
const fn unit(limit: LimitId) -> Option<Unit> {
    match limit {
        LimitId::EersteDag
        | LimitId::VluchtVanaf
        | LimitId::Peilmoment
        | LimitId::TijdelijkVerblijfsrecht
        | LimitId::EindeVanRechtswege => None,
        LimitId::Triage => Some(Unit::Hours),
        LimitId::VerblijfBuitenNederland
        | LimitId::AtwKorteTermijn
        | LimitId::AtwWerkdagen
        | LimitId::AtwLangsteDagen => Some(Unit::Days),
        LimitId::AtwLangsteWeken => Some(Unit::Weeks),
        LimitId::AtwLangsteMaanden => Some(Unit::Months),
        LimitId::LeeftijdVerblijfsbewijs
        | LimitId::LeeftijdMeerderjarig
        | LimitId::LeeftijdDienstplicht
        | LimitId::LeeftijdEindeDienstplicht
        | LimitId::LeeftijdVingerafdrukken
        | LimitId::LeeftijdZelfMelden => Some(Unit::Years),
    }
}

/// The limits through time: all limits together from each day on which one of them changes, oldest first.
#[derive(Clone, Debug)]
pub(super) struct LimitTable {
    rows: Vec<Placed<LimitRow>>,
    first: Limits,
    later: Vec<(Date, Limits)>,
}

impl LimitTable {
    /// Reads the table.
    ///
    /// # Errors
    /// When the table cannot be read, or a limit has no row on some day or a value of another kind.
    pub(super) fn from_yaml(text: &str) -> Result<Self, RulesError> {
        let table = Table::<LimitRow>::read(TABLE, text, first_day)?;
        for Placed { value: row, line } in &table.rows {
            if let RuleId::Limit(limit) = row.provenance.id
                && !fits(limit, row.waarde)
            {
                let why = format!("{limit}: deze `waarde` past hier niet", limit = row.provenance.id);
                return Err(RulesError::at(TABLE, *line, why));
            }
        }
        let mut lines = BTreeMap::new();
        for limit in LimitId::ALL {
            let id = RuleId::Limit(*limit);
            let rows = table.rows.iter().filter(|row| row.value.provenance.id == id);
            lines.insert(*limit, Timeline::new(TABLE, id.word(), rows)?);
        }
        let mut days: Vec<Date> = table.rows.iter().map(|row| row.value.provenance.valid_from()).collect();
        days.sort();
        days.dedup();
        let at = |day| on(&lines, day).ok_or_else(|| RulesError::new(TABLE, "een grens ontbreekt"));
        let later = days.into_iter().map(|day| Ok((day, at(day)?))).collect::<Result<_, RulesError>>()?;
        Ok(Self { first: at(Date::EARLIEST)?, later, rows: table.rows })
    }

    /// The limits on a day. Before the first row of a limit begins, its value is that of the first row.
    pub(super) fn on(&self, day: Date) -> &Limits {
        let begun = |(from, _): &&(Date, Limits)| *from <= day;
        self.later.iter().rev().find(begun).map_or(&self.first, |(_, limits)| limits)
    }

    /// Every row.
    pub(super) fn rows(&self) -> impl Iterator<Item = &LimitRow> {
        self.rows.iter().map(|row| &row.value)
    }

    /// The first day of the RTB.
    pub(super) const fn first_day(&self) -> Date {
        self.first.first_day
    }

    /// Checks the versions that the rows name.
    ///
    /// # Errors
    /// When a row names a version that is not among the sources of its kind, or a row of the Werkinstructie
    /// names none.
    pub(super) fn check_sources(&self, sources: &[LawSource]) -> Result<(), RulesError> {
        Table { name: TABLE, rows: self.rows.clone() }.check_sources(sources)
    }
}

/// The first day of the RTB, by the last row about it in the table.
fn first_day(rows: &[Placed<LimitRow>]) -> Option<Date> {
    let mut latest = rows.iter().rev().map(|row| &row.value);
    let row = latest.find(|row| row.provenance.id == RuleId::Limit(LimitId::EersteDag))?;
    match row.waarde {
        LimitValue::Day(day) => Some(day),
        LimitValue::Length(_) => None,
    }
}

fn fits(limit: LimitId, value: LimitValue) -> bool {
    match value {
        LimitValue::Day(_) => unit(limit).is_none(),
        LimitValue::Length(length) => unit(limit) == Some(length.unit),
    }
}

/// The limits on a day, each from its timeline; `None` when one is missing or of another kind.
fn on(lines: &BTreeMap<LimitId, Timeline<LimitRow>>, day: Date) -> Option<Limits> {
    let value = |limit| lines.get(&limit).map(|line| line.on(day).waarde);
    let date = |limit| match value(limit)? {
        LimitValue::Day(date) => Some(date),
        LimitValue::Length(_) => None,
    };
    let length = |limit| match value(limit)? {
        LimitValue::Length(length) => Some(length),
        LimitValue::Day(_) => None,
    };
    let count = |limit| length(limit).map(|length| length.count);
    Some(Limits {
        first_day: date(LimitId::EersteDag)?,
        fled_from: date(LimitId::VluchtVanaf)?,
        peilmoment: date(LimitId::Peilmoment)?,
        temporary_right: date(LimitId::TijdelijkVerblijfsrecht)?,
        days_away: count(LimitId::VerblijfBuitenNederland)?,
        triage: length(LimitId::Triage)?,
        age_of_proof: count(LimitId::LeeftijdVerblijfsbewijs)?,
        age_of_majority: count(LimitId::LeeftijdMeerderjarig)?,
        age_of_service: count(LimitId::LeeftijdDienstplicht)?,
        age_after_service: count(LimitId::LeeftijdEindeDienstplicht)?,
        ended_by_law: date(LimitId::EindeVanRechtswege)?,
        age_of_fingerprints: count(LimitId::LeeftijdVingerafdrukken)?,
        age_of_reporting: count(LimitId::LeeftijdZelfMelden)?,
        atw: AtwLimits {
            short_term_days: count(LimitId::AtwKorteTermijn)?,
            working_days: count(LimitId::AtwWerkdagen)?,
            longest_days: count(LimitId::AtwLangsteDagen)?,
            longest_weeks: count(LimitId::AtwLangsteWeken)?,
            longest_months: count(LimitId::AtwLangsteMaanden)?,
        },
    })
}
