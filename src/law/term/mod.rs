//! Terms: kind, length and what the calendar makes of them, with every step.
//!
//! [`compute`] counts as terms.md and the Algemene termijnenwet say; [`rule`] is the dated row of the
//! table that tells for each term how long, from when and whether it is extended.

mod compute;
pub mod rule;
mod steps;

pub use compute::{compute, compute_from, fixed};

use super::date::Date;
use super::length::Length;
use serde::Deserialize;

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
    /// Every kind.
    pub const ALL: &'static [Self] = &[
        Self::Bezwaar,
        Self::Beroep,
        Self::BeroepKort,
        Self::Zienswijze,
        Self::MeldenTerApel,
        Self::Afspraak,
        Self::Vertrek,
        Self::Aanvulling,
    ];

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

    /// The kind of a word of the command line.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.word() == word)
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

/// Whether a term that would end on a free day runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Extension {
    /// The Atw says so: a term in statute or AMvB (Atw 1 and 5).
    #[serde(rename = "wet")]
    Atw,
    /// As the Atw says, but by choice of this program: the Atw does not bind a term that only the WI
    /// knows, and running on is to the benefit of the alien.
    #[serde(rename = "productkeuze")]
    AtwByChoice,
    /// Never.
    #[serde(rename = "geen")]
    None,
}

/// The event from which a term counts; the day itself does not count (Awb 6:8 lid 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CountedFrom {
    /// Bekendmaking of the decision.
    Bekendmaking,
    /// Bekendmaking of the voornemen.
    BekendmakingVoornemen,
    /// Registration in the BRP.
    BrpInschrijving,
    /// The request of a gemeente.
    Triageverzoek,
    /// The day on which the alien left the Netherlands.
    VertrekUitNederland,
}

impl CountedFrom {
    /// The event, with its article: `de bekendmaking`.
    #[must_use]
    pub const fn dutch(self) -> &'static str {
        match self {
            Self::Bekendmaking => "de bekendmaking",
            Self::BekendmakingVoornemen => "de bekendmaking van het voornemen",
            Self::BrpInschrijving => "de inschrijving in de BRP",
            Self::Triageverzoek => "het triageverzoek",
            Self::VertrekUitNederland => "het vertrek uit Nederland",
        }
    }

    /// The event as the label of a step: `Bekendmaking`.
    const fn label(self) -> &'static str {
        match self {
            Self::Bekendmaking => "Bekendmaking",
            Self::BekendmakingVoornemen => "Bekendmaking van het voornemen",
            Self::BrpInschrijving => "Inschrijving in de BRP",
            Self::Triageverzoek => "Triageverzoek",
            Self::VertrekUitNederland => "Vertrek uit Nederland",
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
    /// Every step, in Dutch.
    pub steps: Vec<String>,
    /// The year whose gelijkgestelde dagen no verified decree gives, when the end could touch one.
    pub unverified_year: Option<i32>,
}
