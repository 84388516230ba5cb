//! A share of a run: each of several machines makes the letters of its own cases, and together they make
//! those of all cases.
//!
//! Only the kenmerk decides to which share a case belongs, ignoring upper and lower case. The files and
//! their order make no difference. Two cases with the same kenmerk are therefore always in the same
//! share, where they can be refused.

use crate::hash::Hash;
use std::fmt;
use std::str::FromStr;

/// The highest number of shares.
const MAX_SHARES: u32 = 10_000;

/// One share of the cases of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share {
    /// The number of shares.
    pub of: u32,
    /// The number of this share, counted from 1.
    pub number: u32,
}

impl Share {
    /// Whether a case belongs to this share. The key is its kenmerk in lower case, or its text if it has
    /// none.
    #[must_use]
    pub fn holds(&self, key: &str) -> bool {
        let [a, b, c, d, e, f, g, h, ..] = *Hash::of(key).bytes();
        u64::from_be_bytes([a, b, c, d, e, f, g, h]) % u64::from(self.of) == u64::from(self.number - 1)
    }
}

impl FromStr for Share {
    type Err = &'static str;

    /// Reads a share such as `3/8`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let number = |text: &str| text.parse::<u32>().ok().filter(|number| (1..=MAX_SHARES).contains(number));
        let parts = text.split_once('/').and_then(|(a, b)| Some((number(a)?, number(b)?)));
        match parts {
            Some((number, of)) if number <= of => Ok(Self { of, number }),
            _ => Err("een deel is een nummer en een aantal: 3/8"),
        }
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

#[cfg(test)]
mod tests {
    use super::Share;

    #[test]
    fn every_key_is_in_exactly_one_share() {
        let shares: Vec<Share> = (1..=8).map(|number| Share { of: 8, number }).collect();
        let mut sizes = [0; 8];
        for key in (0..800).map(|number| format!("rtb-2026-{number:06}")) {
            let holders: Vec<usize> = (0..8).filter(|at| shares[*at].holds(&key)).collect();
            assert_eq!(holders.len(), 1, "{key}");
            sizes[holders[0]] += 1;
        }
        assert!(sizes.iter().all(|size| (60..=140).contains(size)), "{sizes:?}");
        assert!(Share { of: 1, number: 1 }.holds("x"));
    }

    #[test]
    fn a_share_is_a_number_and_a_total_and_other_texts_are_refused() {
        assert_eq!("3/8".parse(), Ok(Share { of: 8, number: 3 }));
        assert_eq!("3/8".parse::<Share>().map(|share| share.to_string()), Ok("3/8".to_owned()));
        for wrong in ["", "3", "0/8", "9/8", "1/0", "a/b", "1/2/3", "-1/8", "1/10001"] {
            assert!(wrong.parse::<Share>().is_err(), "{wrong}");
        }
    }
}
