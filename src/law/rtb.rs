//! The periods in which the Richtlijn Tijdelijke Bescherming (RTB) runs, each with the decision of the
//! Council that added it.
//!
//! The periods are a table, because the Council extends the protection from time to time. A decision counts
//! from the day on which it was taken, so that a new row does not change a letter of an earlier day.

use super::date::Date;
use super::row::{Bron, Status};
use super::table::{self, RulesError};
use serde::Deserialize;

const TABLE: &str = "rtb.yaml";

/// One decision and the period that it adds.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RtbPeriod {
    /// The decision: `Uitvoeringsbesluit (EU) 2025/1460`.
    pub besluit: String,
    /// The day on which it was taken.
    pub genomen_op: Date,
    /// First day of the period.
    pub van: Date,
    /// Last day of the period.
    pub tot_en_met: Date,
    /// Which kind of source.
    pub bron: Bron,
    /// Where it can be read.
    pub vindplaats: String,
    /// How sure the row is.
    pub status: Status,
    /// What else a lawyer should know.
    #[serde(default)]
    pub toelichting: Option<String>,
    /// Why a change to this row changes no outcome; read by the test that alters every row.
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
    /// When the table cannot be read or is empty, or when a period ends before it begins, was decided after
    /// its first day, or does not come after the period before it.
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

    /// The last day of the RTB as it was known on a day, and the decision that gives it. Periods that follow
    /// each other without a gap count together, as far as they were decided on that day. `None` when the RTB
    /// does not run on that day.
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
