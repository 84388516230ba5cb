//! The id of a letter between the run that writes the address file and the run that prints: what the post gives back
//! stands beside it.
//!
//! It is made from everything that makes the letter (the text of the case, the options of bekendmaking, the versions:
//! [`super::journal::origin`]), the name of the letter and whether it is printed on both sides. So it stays the same as
//! long as letter, address and number of sheets do, whatever other cases come or go and in whatever order they are
//! printed; and where one of them changes, the id of before names no letter any more, and no code of another address can
//! get onto it. The number of a letter in its run does none of this. It is a hash over the whole case, so nobody can find
//! a kenmerk or a person from it.

use crate::hash::Hash;
use std::fmt;

/// The first character: a spreadsheet takes no id for a number.
const LETTER: char = 'b';
/// Number of digits after it.
const DIGITS: usize = 16;

/// The id of a letter: `b` and sixteen hexadecimal digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct LetterId(u64);

impl LetterId {
    /// The id of the letter with this file name without extension, made from this.
    #[must_use]
    pub fn of(made_from: Hash, stem: &str, duplex: bool) -> Self {
        let sides = if duplex { "2" } else { "1" };
        let parts = [("brief", stem.as_bytes()), ("zaak", made_from.bytes()), ("zijden", sides.as_bytes())];
        let hash = Hash::of_parts(parts);
        Self(u64::from_be_bytes(hash.bytes().first_chunk().copied().unwrap_or_default()))
    }

    /// Reads an id; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix(LETTER)?;
        let is_digit = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
        if digits.len() != DIGITS || !digits.bytes().all(is_digit) {
            return None;
        }
        u64::from_str_radix(digits, 16).ok().map(Self)
    }
}

impl fmt::Display for LetterId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{LETTER}{:016x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::LetterId;
    use crate::hash::Hash;

    #[test]
    fn an_id_reads_back_and_nothing_else_is_one() {
        let id = LetterId::of(Hash::of("zaak"), "K-1_weigeringsbesluit", true);
        assert_eq!(LetterId::parse(&id.to_string()), Some(id));
        for wrong in [
            "",
            "b",
            "b0123456789abcde",
            "b0123456789abcdef0",
            "0123456789abcdef0",
            "b0123456789ABCDEF",
            "b+123456789abcdef",
        ] {
            assert_eq!(LetterId::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn everything_that_changes_letter_or_sheets_changes_the_id() {
        let of = |case: &str, stem: &str, duplex| LetterId::of(Hash::of(case), stem, duplex);
        let ids = [
            of("a", "K_s", true),
            of("b", "K_s", true),
            of("a", "K_s_afschrift", true),
            of("a", "K_s", false),
        ];
        assert!(ids.iter().enumerate().all(|(at, id)| !ids[..at].contains(id)), "{ids:?}");
        assert_eq!(of("a", "K_s", true), ids[0]);
    }
}
