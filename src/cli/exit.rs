//! The exit code of a run. Of several outcomes the most serious counts: 74 before 1 before 3 before 0
//! (docs/spec/cli.md).

use crate::decide::outcome::Outcome;
use std::process::ExitCode;

/// The exit code of a run that the user stopped with Ctrl-C: 128 and the number of the signal, as shells count.
pub const INTERRUPTED: i32 = 130;

/// How a run ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Exit {
    /// Everything was made; a case that needs no letter also counts as done.
    #[default]
    Done,
    /// An officer must decide something first.
    Question,
    /// At least one case was refused or had errors; the others were made.
    Refused,
    /// A file could not be read or written.
    Io,
    /// Wrong use or wrong configuration; it ends the run at once.
    Usage,
}

impl Exit {
    /// The exit code of the process.
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

    /// The exit for the outcome of a case.
    #[must_use]
    pub const fn of(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Refused(_) => Self::Refused,
            Outcome::OfficerMustDecide(_) => Self::Question,
            Outcome::NoLetter | Outcome::Letters(..) => Self::Done,
        }
    }

    /// The more serious of two exits of the same run.
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
