//! What a thread keeps of the letters that it made: they share most of their words and paragraphs, and making these
//! again would cost more than the rest of a letter.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;

/// Values by key, at most twice `room` of them. Values that are not asked for again are dropped, so that the names and
/// dates of one letter do not push out what all letters share.
pub struct Kept<K, V> {
    room: usize,
    young: HashMap<K, V>,
    old: HashMap<K, V>,
}

impl<K: Hash + Eq, V: Clone> Kept<K, V> {
    /// Keeps nothing yet.
    #[must_use]
    pub fn new(room: usize) -> Self {
        Self { room, young: HashMap::new(), old: HashMap::new() }
    }

    /// The value of a key, if it is kept.
    pub fn get<Q: Hash + Eq + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        if let Some(value) = self.young.get(key) {
            return Some(value.clone());
        }
        let (key, value) = self.old.remove_entry(key)?;
        self.insert(key, value.clone());
        Some(value)
    }

    /// Keeps a value.
    pub fn insert(&mut self, key: K, value: V) {
        if self.young.len() >= self.room {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.insert(key, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_stays_and_what_is_not_goes() {
        let mut kept = Kept::new(10);
        for number in 0..1000 {
            kept.insert(format!("own {number}"), number);
            if number == 0 {
                kept.insert("shared".to_owned(), 1);
            }
            assert_eq!(kept.get("shared"), Some(1), "{number}");
            assert!(kept.young.len() + kept.old.len() <= 21);
        }
        assert_eq!((kept.get("own 999"), kept.get("own 0")), (Some(999), None));
    }
}
