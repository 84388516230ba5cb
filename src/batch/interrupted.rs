//! What was stopped in a folder before it was done, as its journal says.
//!
//! Every run begins its journal with a line that says what it is, and puts that on the disk before it makes anything. A
//! journal without a complete line belongs to a run that had made nothing.

use super::folder::Folder;
use crate::files::lines;
use std::io;

/// What was stopped in a folder before it was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Interrupted {
    /// Nothing.
    #[default]
    Nothing,
    /// A run, also one that replaces another.
    Run,
    /// A further round (`--vervolg`).
    Round,
}

/// The lines of the journal that say what begins there.
const RUN: &str = "opdracht";
const ROUND: &str = "vervolg";

impl Interrupted {
    /// What the journal of a folder says.
    ///
    /// # Errors
    /// When the journal exists and cannot be read.
    pub fn of(folder: &Folder) -> io::Result<Self> {
        let mut found = Self::Nothing;
        for line in lines(&folder.journal())? {
            found = found.after(line?.as_deref());
        }
        Ok(found)
    }

    /// What was stopped, when this line of the journal comes after those that said so far what it was.
    #[must_use]
    pub fn after(self, line: Option<&str>) -> Self {
        match (self, line) {
            (_, Some(ROUND)) => Self::Round,
            (_, Some(RUN)) | (Self::Nothing, _) => Self::Run,
            _ => self,
        }
    }

    /// Whether a line of the journal says what begins there, and is not about a letter.
    #[must_use]
    pub fn is_said_by(line: &str) -> bool {
        [RUN, ROUND].contains(&line)
    }

    /// The line of the journal that says what a run is that may be stopped.
    #[must_use]
    pub const fn line(self) -> &'static str {
        match self {
            Self::Round => ROUND,
            Self::Run | Self::Nothing => RUN,
        }
    }
}
