//! The exit code of a run; several outcomes at once: 74 before 1 before 3 before 0 (docs/spec/cli.md).

use crate::decide::outcome::Outcome;
use std::process::ExitCode;

/// How a run ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Exit {
    /// Everything was made; no letter needed is fine too.
    #[default]
    Done,
    /// An officer must decide first.
    Question,
    /// Some case was refused or had errors; the others were made.
    Refused,
    /// Reading or writing failed.
    Io,
    /// Wrong use or configuration; ends the run at once.
    Usage,
}

impl Exit {
    /// The number that the shell sees.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Refused => 1,
            Self::Usage => 2,
            Self::Question => 3,
            Self::Io => 74,
        }
    }

    /// How a case ends.
    #[must_use]
    pub const fn of(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Refused(_) => Self::Refused,
            Outcome::OfficerMustDecide(_) => Self::Question,
            Outcome::NoLetter | Outcome::Letters(..) => Self::Done,
        }
    }

    /// The worse of two ends of the same run.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let rank = |e: Self| match e {
            Self::Done => 0,
            Self::Question => 1,
            Self::Refused => 2,
            Self::Io => 3,
            Self::Usage => 4,
        };
        if rank(other) > rank(self) { other } else { self }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit.code())
    }
}
