//! The findings and counts of a run, as they grow.

use super::findings::Findings;
use super::summary::Counts;

/// The findings and counts of a run so far.
pub struct Tally {
    /// The findings so far.
    pub findings: Findings,
    /// The counts so far.
    pub counts: Counts,
    /// The number of the run; `None` until the run begins to make letters.
    pub run: Option<u32>,
}

impl Tally {
    /// A tally with all counts at zero.
    #[must_use]
    pub fn new(findings: Findings) -> Self {
        Self { findings, counts: Counts::default(), run: None }
    }
}
