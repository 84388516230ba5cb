//! The length of a term: a number of hours, days, weeks, months or years.

use std::fmt;

/// Unit of a length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Unit {
    Hours,
    Days,
    Weeks,
    Months,
    Years,
}

/// A length, shown as `4 weken` or `1 week`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: Unit,
}

impl Length {
    /// So many weeks.
    #[must_use]
    pub const fn weeks(count: u32) -> Self {
        Self { count, unit: Unit::Weeks }
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (one, many) = match self.unit {
            Unit::Hours => ("uur", "uur"),
            Unit::Days => ("dag", "dagen"),
            Unit::Weeks => ("week", "weken"),
            Unit::Months => ("maand", "maanden"),
            Unit::Years => ("jaar", "jaar"),
        };
        write!(f, "{} {}", self.count, if self.count == 1 { one } else { many })
    }
}
