//! A stay outside the Netherlands in words, for the two grounds of absence.
//!
//! The days were counted when the case was decided; here they are only written down.

use super::GroundSource;
use crate::case::model::{Feiten, VerblijfBuitenNederland};
use crate::law::date::Date;
use crate::letter::fill::gap::Gap;
use crate::letter::words;

/// A stay outside the Netherlands in words.
pub(super) struct StayInWords {
    /// The case tells of a stay.
    pub known: bool,
    /// Day of departure.
    pub from: String,
    /// Where, if it is known.
    pub country: Option<String>,
    /// Day of return; absent while the person is away.
    pub until: Option<String>,
    /// Day to which a stay without return is counted.
    pub counted_to: String,
    /// How long: `46 dagen`.
    pub days: String,
}

impl StayInWords {
    /// The stay that the plan counted.
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
