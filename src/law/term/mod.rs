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
        /// The Atw extends it: a term in statute or AMvB (Atw 1 and 5).
        Atw = "wet",
        /// It is extended as in the Atw, by choice of this program: the Atw does not bind a term that only
        /// the WI knows, and a longer term is to the benefit of the alien.
        AtwByChoice = "productkeuze",
        /// It is never extended.
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
    /// The event in a Dutch sentence: `de bekendmaking`.
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
    /// The day after the event (Awb 6:8 lid 1); for a term in hours the day of the event itself.
    pub first_day: Date,
    /// The day of the event plus the length, not extended; or the last day that the case gives.
    pub unextended_end: Date,
    /// The last day, after extension (Atw 1 to 3).
    pub last_day: Date,
    /// The last day if every doubtful day of a year without a verified decree is free; without such days
    /// equal to `last_day`.
    pub latest_last_day: Date,
    /// Every step of the count, in Dutch.
    pub steps: Vec<String>,
    /// The year without a verified decree in which a doubtful day could move the last day, if there is one.
    pub unverified_year: Option<i32>,
}
