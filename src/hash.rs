//! Computes SHA-256 hashes; the only file that uses the crate for them.
//!
//! A kwitantie records with these hashes what a letter was made from; `--version` shows those of the built-in
//! rules and templates. Equal hashes mean equal bytes (FIPS 180-4).

use sha2::{Digest as _, Sha256};
use std::fmt;
use std::io::{self, Read};

/// A SHA-256 hash; shown as 64 hexadecimal digits.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hash([u8; 32]);

impl Hash {
    /// The hash of bytes.
    #[must_use]
    pub fn of(bytes: impl AsRef<[u8]>) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The hash of named parts, in order. Each name and part is preceded by its length, so that moving a byte
    /// from one to the next changes the hash.
    pub fn of_parts<'a, T: AsRef<[u8]>>(parts: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        let mut hash = Sha256::new();
        for (name, part) in parts {
            for piece in [name.as_bytes(), part.as_ref()] {
                hash.update((piece.len() as u64).to_be_bytes());
                hash.update(piece);
            }
        }
        Self(hash.finalize().into())
    }

    /// Reads 64 hexadecimal digits in lower case; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digit = |byte: u8| match byte {
            b'0'..=b'9' => Some(byte - b'0'),
            b'a'..=b'f' => Some(byte - b'a' + 10),
            _ => None,
        };
        let (pairs, rest) = text.as_bytes().as_chunks::<2>();
        if pairs.len() != 32 || !rest.is_empty() {
            return None;
        }
        let mut hash = [0; 32];
        for (byte, [high, low]) in hash.iter_mut().zip(pairs) {
            *byte = digit(*high)? << 4 | digit(*low)?;
        }
        Some(Self(hash))
    }

    /// The first twelve digits: enough to tell versions of rules and templates apart.
    #[must_use]
    pub fn short(&self) -> String {
        self.to_string().chars().take(12).collect()
    }

    /// The 32 bytes of the hash.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Hash {
    /// The hash of everything that a reader gives.
    ///
    /// # Errors
    /// When reading fails.
    pub fn of_reader(mut reader: impl Read) -> io::Result<Self> {
        let (mut hasher, mut buffer) = (Hasher::default(), [0; 1 << 14]);
        loop {
            match reader.read(&mut buffer)? {
                0 => return Ok(hasher.finish()),
                read => hasher.update(buffer.get(..read).unwrap_or_default()),
            }
        }
    }
}

/// Computes the hash of bytes that arrive in pieces.
#[derive(Clone, Debug, Default)]
pub struct Hasher(Sha256);

impl Hasher {
    /// Adds the next bytes.
    pub fn update(&mut self, bytes: impl AsRef<[u8]>) {
        self.0.update(bytes);
    }

    /// The hash of all bytes that were added.
    #[must_use]
    pub fn finish(self) -> Hash {
        Hash(self.0.finalize().into())
    }
}

#[cfg(test)]
mod tests {
    use super::{Hash, Hasher};

    /// FIPS 180-4, the example of one block.
    const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    #[test]
    fn a_hash_equals_the_example_of_the_standard_and_reads_back() {
        let hash = Hash::of("abc");
        assert_eq!(hash.to_string(), ABC);
        assert_eq!(hash.short(), "ba7816bf8f01");
        assert_eq!(Hash::parse(ABC), Some(hash));
        let mut hasher = Hasher::default();
        hasher.update("a");
        hasher.update("bc");
        assert_eq!(hasher.finish(), hash);
    }

    #[test]
    fn what_is_no_hash_is_refused() {
        for text in ["", "ba78", &ABC[1..], &format!("{ABC}0"), &ABC.to_uppercase(), &ABC.replace('b', "g")] {
            assert_eq!(Hash::parse(text), None, "{text}");
        }
        assert_eq!(Hash::parse(&"é".repeat(32)), None);
    }

    #[test]
    fn no_byte_moves_from_one_part_to_the_next() {
        let hashes = [
            Hash::of_parts([("a", "bc"), ("d", "e")]),
            Hash::of_parts([("ab", "c"), ("d", "e")]),
            Hash::of_parts([("a", "b"), ("cd", "e")]),
            Hash::of_parts([("d", "e"), ("a", "bc")]),
            Hash::of_parts([("a", "bc")]),
            Hash::of_parts::<&str>([]),
        ];
        for (index, hash) in hashes.iter().enumerate() {
            assert!(hashes.iter().skip(index + 1).all(|other| other != hash), "{index}");
        }
    }
}
