//! What a thread keeps of the letters that it made: they share most of their words and paragraphs, and making these
//! again would cost more than the rest of a letter.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, DefaultHasher, Hash, Hasher};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Values by key, at most twice `room` of them. Values that are not asked for again are dropped, so that the names and
/// dates of one letter do not push out what all letters share.
///
/// A value is asked for with anything that hashes as its key did, so that no key has to be made for asking.
pub struct Kept<K, V> {
    room: usize,
    young: Values<K, V>,
    old: Values<K, V>,
}

type Values<K, V> = HashMap<u64, (K, V), BuildHasherDefault<Hashed>>;

impl<K, V: Clone> Kept<K, V> {
    /// Keeps nothing yet.
    #[must_use]
    pub fn new(room: usize) -> Self {
        Self { room, young: Values::default(), old: Values::default() }
    }

    /// The value whose key hashes as `asked` does and that `is` it, if it is kept.
    pub fn get(&mut self, asked: &impl Hash, is: impl Fn(&K, &V) -> bool) -> Option<V> {
        let hash = hash(asked);
        if let Some((key, value)) = self.young.get(&hash) {
            return is(key, value).then(|| value.clone());
        }
        let (key, value) = self.old.remove(&hash)?;
        let found = is(&key, &value).then(|| value.clone());
        self.put(hash, key, value);
        found
    }

    /// Keeps a value; `asked` is what it is asked for with.
    pub fn insert(&mut self, asked: &impl Hash, key: K, value: V) {
        self.put(hash(asked), key, value);
    }

    fn put(&mut self, hash: u64, key: K, value: V) {
        if self.young.len() >= self.room {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.insert(hash, (key, value));
    }
}

/// A number that nothing else has: what was kept of one thing is then not taken for that of another.
#[must_use]
pub fn serial() -> usize {
    static NEXT: AtomicUsize = AtomicUsize::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

fn hash(asked: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    asked.hash(&mut hasher);
    hasher.finish()
}

/// The hash of a key that is a hash already.
#[derive(Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| hash.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn get(kept: &mut Kept<String, u32>, asked: &str) -> Option<u32> {
        kept.get(&asked, |key, _| key == asked)
    }

    #[test]
    fn what_is_asked_for_stays_and_what_is_not_goes() {
        let mut kept = Kept::new(10);
        kept.insert(&"shared", "shared".to_owned(), 1);
        for number in 0..1000 {
            let own = format!("own {number}");
            kept.insert(&own, own.clone(), number);
            assert_eq!(get(&mut kept, "shared"), Some(1), "{number}");
            assert!(kept.young.len() + kept.old.len() <= 21);
        }
        assert_eq!((get(&mut kept, "own 999"), get(&mut kept, "own 0")), (Some(999), None));
    }

    #[test]
    fn a_key_with_the_hash_of_another_is_not_it() {
        let mut kept = Kept::new(10);
        kept.insert(&"a", "b".to_owned(), 1);
        assert_eq!(get(&mut kept, "a"), None);
    }
}
