//! What ends a finding, where a program that asks the officer can do it.

use crate::words::{Fact, Judgement};

/// What ends a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WayOut {
    /// To write this value, which was probably meant. It may be a value of the case, so only the terminal shows it.
    Write(String),
    /// An answer of the officer, on record in `stap.antwoorden`.
    Answer(Judgement),
    /// To fill in this fact, which is absent.
    Fill(Fact),
    /// An `afwijking` on record.
    Deviate,
}
