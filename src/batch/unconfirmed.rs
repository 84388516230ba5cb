//! The rules on which the letters of a case rest and that nobody confirmed, in a few bytes: enough to see
//! whether the registers of a finished run would say something else.

use crate::hash::Hash;
use std::collections::BTreeSet;

/// A short hash of the ids of rules; equal for equal rules.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnconfirmedKey([u8; 8]);

impl UnconfirmedKey {
    /// The key of the ids of rules, in any order; an id may come more than once.
    pub fn of<'a>(rules: impl IntoIterator<Item = &'a str>) -> Self {
        let rules: BTreeSet<&str> = rules.into_iter().collect();
        let hash = Hash::of_parts(rules.into_iter().map(|rule| (rule, "")));
        Self(hash.bytes().first_chunk().copied().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::UnconfirmedKey;

    #[test]
    fn only_the_rules_count_not_their_order() {
        let key = |rules: &[&str]| UnconfirmedKey::of(rules.iter().copied());
        assert_eq!(key(&["a", "b", "a"]), key(&["b", "a"]));
        let keys = [key(&[]), key(&["a"]), key(&["b"]), key(&["a", "b"]), key(&["ab"])];
        assert!(keys.iter().enumerate().all(|(at, one)| !keys[..at].contains(one)));
    }
}
