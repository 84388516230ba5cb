//! A stay outside the Netherlands in words, for the two grounds of a stay of more than 28 days.
//!
//! `decide` counted the days; here they are only put into words.

use super::GroundSource;
use crate::case::model::{Feiten, VerblijfBuitenNederland};
use crate::law::date::Date;
use crate::letter::fill::gap::Gap;
use crate::letter::words;

/// A stay outside the Netherlands in words.
pub(super) struct StayInWords {
    /// Whether the plan has a stay; always so, except in a concept.
    pub known: bool,
    /// The day of departure.
    pub from: String,
    /// The country of the stay, if the case names it.
    pub country: Option<String>,
    /// Day of return; absent while the person is away.
    pub until: Option<String>,
    /// The day up to which a stay without return is counted.
    pub counted_to: String,
    /// The length of the stay: `46 dagen`.
    pub days: String,
}

impl StayInWords {
    /// The stay of the plan.
    pub fn of(source: &GroundSource<'_>) -> Result<Self, Gap> {
        let (stay, around) = (source.plan.stay_abroad, source.around);
        let days = stay.map(|stay| words::days(stay.days));
        Ok(Self {
            known: stay.is_some(),
            days: around.need(days, Feiten::verblijf_buiten_nederland)?,
            from: around.need_date(stay.map(|stay| stay.from), VerblijfBuitenNederland::van)?,
            country: stay.and_then(|stay| stay.country).map(around.country),
            until: stay.and_then(|stay| stay.until).map(Date::dutch),
            counted_to: source.case.stap.day().dutch(),
        })
    }
}
