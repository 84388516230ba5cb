//! Terms: kind, length and what the calendar makes of them, with every step.
//!
//! [`compute()`] counts as docs/spec/terms.md and the Algemene termijnenwet say; [`rule`] is the dated row of the
//! table that tells for each term how long, from when and whether it is extended.

mod compute;
pub mod rule;
mod steps;

pub use compute::{compute, compute_from, fixed};

pub use crate::words::TermKind;

use super::date::Date;
use super::length::Length;
use crate::words::words;

words! {
    /// Whether a term that would end on a free day runs on (`verlenging`).
    Extension {
        /// The Atw says so: a term in statute or AMvB (Atw 1 and 5).
        Atw = "wet",
        /// As the Atw says, but by choice of this program: the Atw does not bind a term that only the WI
        /// knows, and running on is to the benefit of the alien.
        AtwByChoice = "productkeuze",
        /// Never.
        None = "geen",
    }
}

words! {
    /// The event from which a term counts; the day itself does not count (Awb 6:8 lid 1).
    CountedFrom {
        /// Bekendmaking of the decision.
        Bekendmaking = "bekendmaking",
        /// Bekendmaking of the voornemen.
        BekendmakingVoornemen = "bekendmaking_voornemen",
        /// Registration in the BRP.
        BrpInschrijving = "brp_inschrijving",
    }
}

impl CountedFrom {
    /// The event, with its article: `de bekendmaking`.
    #[must_use]
    pub const fn dutch(self) -> &'static str {
        match self {
            Self::Bekendmaking => "de bekendmaking",
            Self::BekendmakingVoornemen => "de bekendmaking van het voornemen",
            Self::BrpInschrijving => "de inschrijving in de BRP",
        }
    }

    /// The event as the label of a step: `Bekendmaking`.
    const fn label(self) -> &'static str {
        match self {
            Self::Bekendmaking => "Bekendmaking",
            Self::BekendmakingVoornemen => "Bekendmaking van het voornemen",
            Self::BrpInschrijving => "Inschrijving in de BRP",
        }
    }
}

/// A term on the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComputedTerm {
    /// How long; `None` when the case gives the last day itself.
    pub length: Option<Length>,
    /// The day after bekendmaking (Awb 6:8 lid 1); of a term in hours the day of the event itself.
    pub first_day: Date,
    /// Bekendmaking plus the length, not extended.
    pub unextended_end: Date,
    /// The last day, after extension (Atw 1 to 3).
    pub last_day: Date,
    /// The last day if every day that may be free is (in a year without a verified decree); otherwise
    /// `last_day`.
    pub latest_last_day: Date,
    /// Every step, in Dutch.
    pub steps: Vec<String>,
    /// The year whose gelijkgestelde dagen no verified decree gives, when the end could touch one.
    pub unverified_year: Option<i32>,
}
