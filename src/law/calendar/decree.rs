//! The table of gelijkgestelde dagen (Atw 3 lid 3): a row for each decree, and the days that are mentioned
//! somewhere while no decree was found.
//!
//! A row is refused when it cannot be right (a day outside the years, in a weekend, twice), because an
//! error in this table would give somebody a wrong last day.

use super::holiday::holiday;
use crate::law::date::{Date, Weekday};
use crate::law::row::{Bron, Status};
use crate::law::table::{self, RulesError};
use serde::Deserialize;
use std::collections::BTreeSet;

const TABLE: &str = "gelijkgestelde-dagen.yaml";

/// A decree that equates days with a feestdag.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decree {
    /// Short name, as an explanation cites it: `KB 7 juni 2010, nr. 10.001566`.
    pub besluit: String,
    /// Where it can be read.
    pub vindplaats: String,
    /// Which kind of source.
    pub bron: Bron,
    /// How sure the row is.
    pub status: Status,
    /// What else a lawyer should know.
    #[serde(default)]
    pub toelichting: Option<String>,
    /// Why a change to this row changes no outcome; read by the test that alters every row.
    #[serde(default)]
    pub zonder_gevolg: Option<String>,
    /// First year that it covers.
    pub van: i32,
    /// Last year that it covers.
    pub tot: i32,
    /// The days that it equates with a feestdag.
    pub dagen: Vec<Date>,
}

impl Decree {
    /// Whether the decree says which days of a year are gelijkgesteld.
    #[must_use]
    pub fn covers(&self, year: i32) -> bool {
        (self.van..=self.tot).contains(&year)
    }
}

/// A day that somebody calls gelijkgesteld while the decree has not been found.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mention {
    /// The day.
    pub dag: Date,
    /// Where it is mentioned.
    pub vindplaats: String,
    /// Why that is not enough.
    pub toelichting: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Table {
    pub(super) besluiten: Vec<Decree>,
    #[serde(default)]
    pub(super) onbevestigd: Vec<Mention>,
}

/// Reads and checks the table.
pub(super) fn read(text: &str) -> Result<Table, RulesError> {
    let table: Table = table::read(TABLE, text)?;
    let mut seen = BTreeSet::new();
    for decree in &table.besluiten {
        if decree.van > decree.tot {
            return Err(refused(format!("{}: `van` ligt na `tot`", decree.besluit)));
        }
        for day in &decree.dagen {
            if let Some(reason) = misplaced(decree, *day) {
                return Err(refused(format!("{}: {day} {reason}", decree.besluit)));
            }
            if !seen.insert(*day) {
                return Err(refused(format!("{}: {day} staat er twee keer", decree.besluit)));
            }
        }
    }
    match table.onbevestigd.iter().find(|m| table.besluiten.iter().any(|d| d.covers(m.dag.year()))) {
        Some(mention) => {
            Err(refused(format!("{} is onbevestigd, maar dat jaar heeft een besluit", mention.dag)))
        }
        None => Ok(table),
    }
}

/// Why a day cannot belong to a decree.
fn misplaced(decree: &Decree, day: Date) -> Option<&'static str> {
    if !decree.covers(day.year()) {
        Some("valt buiten de jaren van het besluit")
    } else if matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
        Some("valt in het weekend")
    } else {
        holiday(day).map(|_| "is al een feestdag")
    }
}

fn refused(message: String) -> RulesError {
    RulesError::new(TABLE, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(days: &str) -> String {
        let text = format!(
            "besluiten:\n- {{besluit: KB, vindplaats: x, bron: wet, status: vast, van: 2026, tot: 2027, dagen: [{days}]}}\n"
        );
        read(&text).unwrap_err().message
    }

    #[test]
    fn refuses_days_that_cannot_be_right() {
        assert_eq!(message("2025-12-31"), "KB: 2025-12-31 valt buiten de jaren van het besluit");
        assert_eq!(message("2026-05-16"), "KB: 2026-05-16 valt in het weekend");
        assert_eq!(message("2026-05-14"), "KB: 2026-05-14 is al een feestdag");
        assert_eq!(message("2026-05-15, 2026-05-15"), "KB: 2026-05-15 staat er twee keer");
        assert!(message("2026-02-30").contains("geen datum"));
    }

    #[test]
    fn refuses_years_in_the_wrong_order_and_a_mention_in_a_year_with_a_decree() {
        let row = "{besluit: KB, vindplaats: x, bron: wet, status: vast, van: 2027, tot: 2026, dagen: []}";
        assert!(read(&format!("besluiten: [{row}]")).unwrap_err().message.contains("`van` ligt na `tot`"));
        let row = row.replace("van: 2027", "van: 2026");
        let text =
            format!("besluiten: [{row}]\nonbevestigd: [{{dag: 2026-05-15, vindplaats: x, toelichting: y}}]");
        assert!(read(&text).unwrap_err().to_string().starts_with("gelijkgestelde-dagen.yaml: 2026-05-15"));
    }
}
