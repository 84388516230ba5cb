//! The findings and counts of a run, as they grow.

use super::address_file::{AddressCounts, AddressRow};
use super::counts::Counts;
use super::findings::Findings;
use super::vouched::SeenCases;
use crate::hash::Hasher;
use std::collections::BTreeMap;

/// The findings and counts of a run so far.
pub struct Tally {
    /// The findings so far.
    pub findings: Findings,
    /// The counts so far.
    pub counts: Counts,
    /// The names of the first files that could not be read.
    pub unread: Vec<String>,
    /// All cases that were seen.
    pub seen: Seen,
    /// The number of the run; `None` until the run begins to make letters.
    pub run: Option<u32>,
    /// In a dry run the rows of the address file, by the ordinals of their cases.
    pub addresses: BTreeMap<u32, Vec<AddressRow>>,
    /// What was written in the address file, if there is one.
    pub address_counts: Option<AddressCounts>,
}

impl Tally {
    /// A tally with all counts at zero.
    #[must_use]
    pub fn new(findings: Findings) -> Self {
        Self {
            findings,
            counts: Counts::default(),
            unread: Vec::new(),
            seen: Seen::default(),
            run: None,
            addresses: BTreeMap::new(),
            address_counts: None,
        }
    }
}

/// The cases that a run has seen so far, also those that it leaves out or refuses.
#[derive(Default)]
pub struct Seen {
    count: u64,
    hasher: Hasher,
}

impl Seen {
    /// Adds a case by its kenmerk, or by the hash of its text where it has none.
    pub fn add(&mut self, identity: &str) {
        self.count += 1;
        self.hasher.update(identity.to_ascii_lowercase());
        self.hasher.update("\n");
    }

    /// How many cases were seen.
    #[must_use]
    pub const fn count(&self) -> u64 {
        self.count
    }

    /// What the summary says of them.
    #[must_use]
    pub fn finish(self) -> SeenCases {
        SeenCases { aantal: self.count, sha256: self.hasher.finish().to_string() }
    }
}
