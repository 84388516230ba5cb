//! What is kept in memory of each case between reading it and making its letters: where it stands, and
//! its place in the order of the run.
//!
//! It is at most 200 bytes per case, so that a run of 65,000 cases needs hardly more memory than a run of
//! a thousand.

use super::journal;
use super::options::{Options, Order};
use super::planned_letter::PlannedLetter;
use super::sources::Spot;
use super::unconfirmed::UnconfirmedKey;
use crate::decide::outcome::Outcome;
use crate::hash::Hash;
use crate::places::Place;
use crate::receipt::Versions;

/// The outcome for a case, without its details.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// One or more letters follow.
    Letters,
    /// No letter is needed.
    NoLetter,
    /// An officer must decide something first.
    Question,
    /// The case is refused.
    Refused,
}

impl State {
    /// The state that belongs to an outcome.
    #[must_use]
    pub const fn of(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Letters(..) => Self::Letters,
            Outcome::NoLetter => Self::NoLetter,
            Outcome::OfficerMustDecide(_) => Self::Question,
            Outcome::Refused(_) => Self::Refused,
        }
    }
}

/// The index entry of a case with a kenmerk.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The kenmerk of the case.
    pub kenmerk: Box<str>,
    /// The number of the document in the order of everything that was read.
    pub ordinal: u32,
    /// The number of its file among the sources of the run.
    pub source: u32,
    /// The place of the document in its file.
    pub spot: Spot,
    /// The hash of the text of the document.
    pub hash: Hash,
    /// The place of the kenmerk in the file; `None` when it is not known.
    pub place: Option<Place>,
    /// The rules on which its letters rest and that nobody confirmed.
    pub unconfirmed: UnconfirmedKey,
    /// The sort key that decides before the kenmerk does; it depends on the order of the run.
    pub key: [u8; 6],
    /// The outcome for the case.
    pub state: State,
    /// Its letters; empty in a run without codes.
    pub letters: Box<[PlannedLetter]>,
}

/// The sort key of a postcode such as `1234 AB`; a case without a postcode comes last.
#[must_use]
pub fn postcode_key(postcode: Option<&str>) -> [u8; 6] {
    let mut key = [u8::MAX; 6];
    if let Some(postcode) = postcode {
        for (byte, c) in key.iter_mut().zip(postcode.bytes().filter(|b| *b != b' ')) {
            *byte = c;
        }
    }
    key
}

/// The sort key of a number of sheets.
#[must_use]
pub fn sheets_key(sheets: u32) -> [u8; 6] {
    let [a, b, c, d] = sheets.to_be_bytes();
    [0, 0, a, b, c, d]
}

/// The kenmerk in lower case.
fn folded(entry: &Entry) -> impl Iterator<Item = u8> {
    entry.kenmerk.bytes().map(|byte| byte.to_ascii_lowercase())
}

/// Refuses all cases whose kenmerk occurs more than once, ignoring upper and lower case. Returns these
/// cases with the state that each had before, in the order in which they were read.
pub fn refuse_doubles(entries: &mut [Entry]) -> Vec<(Entry, State)> {
    // In place: a run of a million cases has no room for a second list.
    entries.sort_unstable_by(|a, b| folded(a).cmp(folded(b)).then(a.ordinal.cmp(&b.ordinal)));
    let mut doubles = Vec::new();
    for same in entries.chunk_by_mut(|a, b| a.kenmerk.eq_ignore_ascii_case(&b.kenmerk)) {
        if same.len() > 1 {
            for entry in same {
                let before = std::mem::replace(&mut entry.state, State::Refused);
                doubles.push((entry.clone(), before));
            }
        }
    }
    doubles.sort_by_key(|(entry, _)| entry.ordinal);
    doubles
}

/// The number of a run, at most eight digits. It is made from the cases with letters, their order, the
/// options that replace the bekendmaking, the versions, and the file with codes of the post. The same of these always give the same number;
/// others almost always give another one. No other option changes the number.
#[must_use]
pub fn run_number(entries: &[Entry], options: &Options, versions: &Versions) -> u32 {
    let origins = entries
        .iter()
        .map(|entry| (&*entry.kenmerk, *journal::origin(entry.hash, &options.overrides, versions).bytes()));
    let codes = options.codes.iter().map(|codes| ("codes", *codes.hash.bytes()));
    let hash = Hash::of_parts(origins.chain(codes));
    let [a, b, c, d, ..] = *hash.bytes();
    u32::from_be_bytes([a, b, c, d]) % 100_000_000
}

/// The cases with letters, in the order of the run.
#[must_use]
pub fn in_order(mut entries: Vec<Entry>, order: Order) -> Vec<Entry> {
    entries.retain(|entry| entry.state == State::Letters);
    match order {
        Order::Kenmerk => entries.sort_unstable_by(|a, b| a.kenmerk.cmp(&b.kenmerk)),
        Order::Postcode | Order::Sheets => {
            entries.sort_unstable_by(|a, b| (a.key, &a.kenmerk).cmp(&(b.key, &b.kenmerk)));
        }
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(kenmerk: &str, ordinal: u32, key: [u8; 6]) -> Entry {
        Entry {
            kenmerk: kenmerk.into(),
            ordinal,
            source: 0,
            spot: Spot::default(),
            hash: Hash::default(),
            place: None,
            key,
            unconfirmed: UnconfirmedKey::default(),
            state: State::Letters,
            letters: Box::default(),
        }
    }

    fn kenmerken(entries: &[Entry]) -> Vec<&str> {
        entries.iter().map(|entry| &*entry.kenmerk).collect()
    }

    #[test]
    fn an_entry_takes_at_most_200_bytes() {
        // A kenmerk has at most 40 bytes, and the allocator adds 16.
        assert!(std::mem::size_of::<Entry>() + 56 <= 200, "{}", std::mem::size_of::<Entry>());
    }

    #[test]
    fn doubles_are_refused_ignoring_upper_and_lower_case() {
        let mut entries = ["b-1", "a-1", "B-1", "c-1", "b-1"]
            .iter()
            .zip(0..)
            .map(|(kenmerk, ordinal)| entry(kenmerk, ordinal, [0; 6]))
            .collect::<Vec<_>>();
        entries[2].state = State::NoLetter;
        let doubles = refuse_doubles(&mut entries);
        let found: Vec<_> = doubles.iter().map(|(entry, before)| (entry.ordinal, *before)).collect();
        assert_eq!(found, [(0, State::Letters), (2, State::NoLetter), (4, State::Letters)]);
        assert_eq!(kenmerken(&in_order(entries, Order::Kenmerk)), ["a-1", "c-1"]);
    }

    #[test]
    fn cases_are_sorted_by_key_and_then_by_kenmerk() {
        let keys = [None, Some("9999 ZZ"), Some("1234 AB"), Some("1234 AB")].map(postcode_key);
        let entries = ["a", "b", "d", "c"].iter().zip(keys).map(|(name, key)| entry(name, 0, key)).collect();
        assert_eq!(kenmerken(&in_order(entries, Order::Postcode)), ["c", "d", "b", "a"]);
        let keys = [300, 2, 300].map(sheets_key);
        let entries = ["b", "c", "a"].iter().zip(keys).map(|(name, key)| entry(name, 0, key)).collect();
        assert_eq!(kenmerken(&in_order(entries, Order::Sheets)), ["c", "a", "b"]);
    }
}
