//! Which cases a run uses, by their kenmerk.

use super::share::Share;
use std::collections::BTreeSet;

/// The cases that a run uses; a case must pass every part. Kenmerken are in lower case.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// If given, only the cases with these kenmerken.
    pub only: Option<BTreeSet<String>>,
    /// Not the cases with these kenmerken.
    pub except: BTreeSet<String>,
    /// If given, only the cases of this share.
    pub share: Option<Share>,
}

impl Selection {
    /// Whether no kenmerk leaves a case out.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.only.is_none() && self.except.is_empty()
    }

    /// Whether the run uses a case. A case without a kenmerk is in no list, and its text decides its share.
    #[must_use]
    pub fn asks_for(&self, kenmerk: Option<&str>, text: &str) -> bool {
        let kenmerk = kenmerk.map(str::to_ascii_lowercase);
        let is_in = |list: &BTreeSet<String>| kenmerk.as_ref().is_some_and(|kenmerk| list.contains(kenmerk));
        self.only.as_ref().is_none_or(is_in)
            && !is_in(&self.except)
            && self.share.is_none_or(|share| share.holds(kenmerk.as_deref().unwrap_or(text)))
    }
}
