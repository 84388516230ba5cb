//! Terms: kind, length and what the calendar makes of them, with every step.

use super::date::Date;
use super::length::Length;

/// The terms of terms.md that can run from a letter or be asked on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TermKind {
    /// Objection, 4 weeks.
    Bezwaar,
    /// Appeal, 4 weeks.
    Beroep,
    /// Appeal, 1 week.
    BeroepKort,
    /// View on a voornemen, 4 weeks.
    Zienswijze,
    /// Report in Ter Apel, 2 weeks.
    MeldenTerApel,
    /// Make an appointment, 4 weeks from BRP registration.
    Afspraak,
    /// Departure term of a return decision, 4 weeks, never extended.
    Vertrek,
    /// Supplement an application: a date in the case.
    Aanvulling,
}

impl TermKind {
    /// The word of the command line: `beroep_kort`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Bezwaar => "bezwaar",
            Self::Beroep => "beroep",
            Self::BeroepKort => "beroep_kort",
            Self::Zienswijze => "zienswijze",
            Self::MeldenTerApel => "melden_ter_apel",
            Self::Afspraak => "afspraak",
            Self::Vertrek => "vertrek",
            Self::Aanvulling => "aanvulling",
        }
    }

    /// The word of `uitleg --json`, where an appeal of a week is a `beroep` too (see `lengte`).
    #[must_use]
    pub const fn json_word(self) -> &'static str {
        match self {
            Self::BeroepKort => "beroep",
            other => other.word(),
        }
    }
}

/// A term on the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComputedTerm {
    /// How long; `None` when the case gives the last day itself.
    pub length: Option<Length>,
    /// The day after bekendmaking (Awb 6:8 lid 1).
    pub first_day: Date,
    /// Bekendmaking plus the length, not extended.
    pub unextended_end: Date,
    /// The last day, after extension (Atw 1 to 3).
    pub last_day: Date,
    /// Every step, in Dutch.
    pub steps: Vec<String>,
    /// The year whose gelijkgestelde dagen no verified decree gives, when the end could touch one.
    pub unverified_year: Option<i32>,
}
