//! The length of a term: a number of hours, days, weeks, months or years.

use std::fmt;
use std::str::FromStr;

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

impl Unit {
    /// The unit of a Dutch word, singular or plural, in lower case.
    fn from_word(word: &str) -> Option<Self> {
        match word {
            "uur" | "uren" => Some(Self::Hours),
            "dag" | "dagen" => Some(Self::Days),
            "week" | "weken" => Some(Self::Weeks),
            "maand" | "maanden" => Some(Self::Months),
            "jaar" | "jaren" => Some(Self::Years),
            _ => None,
        }
    }

    /// The highest number of this unit in a length: a hundred years, so that the last day of a term stays
    /// within the range of the date crate.
    const fn most(self) -> u32 {
        match self {
            Self::Hours => 876_000,
            Self::Days => 36_500,
            Self::Weeks => 5_200,
            Self::Months => 1_200,
            Self::Years => 100,
        }
    }
}

/// A length, shown as `4 weken` or `1 week`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// The number of units.
    pub count: u32,
    /// The unit that is counted.
    pub unit: Unit,
}

impl Length {
    /// A length of this many weeks.
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

/// Why a text is not a length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LengthError {
    /// Not a whole number followed by a unit.
    Unreadable,
    /// The number is 0.
    Zero,
    /// More than a hundred years.
    TooLong,
}

impl fmt::Display for LengthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unreadable => {
                "Dit is geen lengte. Schrijf een getal en uur, dagen, weken, maanden of jaar, zoals \"6 weken\"."
            }
            Self::Zero => "Een termijn is ten minste 1 uur, dag, week, maand of jaar lang.",
            Self::TooLong => "Een termijn is hier ten hoogste honderd jaar lang.",
        })
    }
}

impl std::error::Error for LengthError {}

impl FromStr for Length {
    type Err = LengthError;

    /// Reads `6 weken`, `1 week`, `48 uur`; spaces and capitals do not matter.
    fn from_str(text: &str) -> Result<Self, LengthError> {
        let text = text.trim();
        let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, word) = text.split_at(digits);
        let unit = Unit::from_word(&word.trim().to_lowercase()).ok_or(LengthError::Unreadable)?;
        if number.is_empty() {
            return Err(LengthError::Unreadable);
        }
        match number.parse() {
            Ok(0) => Err(LengthError::Zero),
            Ok(count) if count <= unit.most() => Ok(Self { count, unit }),
            _ => Err(LengthError::TooLong),
        }
    }
}

impl<'de> serde::Deserialize<'de> for Length {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_unit_whatever_the_spaces_and_capitals() {
        for (text, shown) in [
            ("6 weken", "6 weken"),
            ("1 week", "1 week"),
            ("3 dagen", "3 dagen"),
            ("2 maanden", "2 maanden"),
            ("1 jaar", "1 jaar"),
            ("48 uur", "48 uur"),
            ("48uren", "48 uur"),
            ("  06\u{a0}WEKEN ", "6 weken"),
            ("1 Dag", "1 dag"),
            ("2 jaren", "2 jaar"),
            ("1 maand", "1 maand"),
        ] {
            assert_eq!(text.parse::<Length>().map(|length| length.to_string()), Ok(shown.to_owned()));
        }
    }

    #[test]
    fn what_is_shown_can_be_read_again() {
        for unit in [Unit::Hours, Unit::Days, Unit::Weeks, Unit::Months, Unit::Years] {
            for count in [1, 2, unit.most()] {
                let length = Length { count, unit };
                assert_eq!(length.to_string().parse(), Ok(length));
            }
        }
    }

    #[test]
    fn refuses_what_is_no_length() {
        for text in [
            "",
            "weken",
            "6",
            "zes weken",
            "-6 weken",
            "+6 weken",
            "6,5 weken",
            "6 weken 2",
            "6 w",
            "٦ weken",
        ] {
            assert_eq!(text.parse::<Length>(), Err(LengthError::Unreadable), "{text}");
        }
        assert_eq!("0 dagen".parse::<Length>(), Err(LengthError::Zero));
        for text in ["101 jaar", "36501 dagen", "99999999999999999999 uur"] {
            assert_eq!(text.parse::<Length>(), Err(LengthError::TooLong), "{text}");
        }
    }
}
