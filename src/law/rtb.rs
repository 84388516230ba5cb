//! In which periods the Richtlijn Tijdelijke Bescherming (RTB) runs, by which decision of the Council.
//!
//! Data, not code: the Council extends from time to time. A decision is known from the day on which it
//! was taken, so that a letter of an earlier day says the same before and after a row is added.

use super::date::Date;
use super::row::{Bron, Status};
use super::table::{self, RulesError};
use serde::Deserialize;

/// Name of the table.
const TABLE: &str = "rtb.yaml";

/// One decision and the period that it adds.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RtbPeriod {
    /// The decision: `Uitvoeringsbesluit (EU) 2025/1460`.
    pub besluit: String,
    /// The day on which it was taken.
    pub genomen_op: Date,
    /// First day.
    pub van: Date,
    /// Last day.
    pub tot_en_met: Date,
    /// Source.
    pub bron: Bron,
    /// Where it can be read.
    pub vindplaats: String,
    /// How sure.
    pub status: Status,
    /// What else a lawyer should know.
    #[serde(default)]
    pub toelichting: Option<String>,
    /// Why no outcome changes when this row does; for the test that tries every row.
    #[serde(default)]
    pub zonder_gevolg: Option<String>,
}

impl RtbPeriod {
    fn holds(&self, date: Date) -> bool {
        (self.van..=self.tot_en_met).contains(&date)
    }
}

/// The periods, oldest first.
#[derive(Clone, Debug)]
pub struct Rtb {
    periods: Vec<RtbPeriod>,
}

impl Rtb {
    /// Reads the table.
    ///
    /// # Errors
    /// When the table cannot be read, is empty, a period ends before it begins, is decided after it
    /// begins, or does not come after the one before.
    pub fn from_yaml(text: &str) -> Result<Self, RulesError> {
        let periods: Vec<RtbPeriod> = table::read(TABLE, text)?;
        let refused =
            |period: &RtbPeriod, why: &str| RulesError::new(TABLE, format!("{}: {why}", period.besluit));
        if periods.is_empty() {
            return Err(RulesError::new(TABLE, "de tabel is leeg"));
        }
        for period in &periods {
            if period.tot_en_met < period.van {
                return Err(refused(period, "`tot_en_met` ligt vóór `van`"));
            }
            if period.genomen_op > period.van {
                return Err(refused(period, "`genomen_op` ligt na `van`"));
            }
        }
        match periods.iter().zip(periods.iter().skip(1)).find(|(one, next)| next.van <= one.tot_en_met) {
            Some((_, next)) => Err(refused(next, "deze periode begint voordat de vorige is afgelopen")),
            None => Ok(Self { periods }),
        }
    }

    /// The first day of the first period.
    #[must_use]
    pub fn first_day(&self) -> Date {
        self.periods.first().map_or(Date::EARLIEST, |period| period.van)
    }

    /// Whether the RTB runs on a day.
    #[must_use]
    pub fn in_force(&self, date: Date) -> bool {
        self.periods.iter().any(|period| period.holds(date))
    }

    /// Until which day, that day included, the RTB runs as seen from a day on which it runs, and by which
    /// decision: the unbroken row of periods as far as it was decided on that day.
    #[must_use]
    pub fn runs_until(&self, on: Date) -> Option<(Date, &str)> {
        let mut periods = self.periods.iter().skip_while(|period| !period.holds(on));
        let mut last = periods.next()?;
        for next in periods {
            if next.van != last.tot_en_met.next() || next.genomen_op > on {
                break;
            }
            last = next;
        }
        Some((last.tot_en_met, &last.besluit))
    }

    /// The periods, oldest first; never empty.
    #[must_use]
    pub fn periods(&self) -> &[RtbPeriod] {
        &self.periods
    }
}
