//! The cross-reference stream at the end of a file or of an update: where every object stands (ISO 32000-1, 7.5.8).

use super::object::Object;
use super::value::{Dict, Value};
use std::collections::BTreeMap;

/// Where an object stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Nowhere: the number is free.
    Free,
    /// At this offset in the file.
    At(usize),
    /// In the object stream with this number, at this index.
    Within(u32, usize),
}

/// The places of objects by number, and the other keys of the table.
#[derive(Clone, Debug)]
pub struct Table {
    /// Where each object stands that the table names.
    pub places: BTreeMap<u32, Place>,
    /// The keys of the table.
    pub keys: Dict,
}

/// The keys that a table may have.
const KEYS: &[&str] =
    &["Type", "W", "Index", "Size", "Root", "Info", "ID", "Prev", "Filter", "DecodeParms", "Length"];

impl Table {
    /// Reads a cross-reference stream; `None` if the object is none, or holds anything besides.
    pub fn of(object: &Object) -> Option<Self> {
        let keys = object.value.dict()?.clone();
        let is_known = |key: &Vec<u8>| KEYS.iter().any(|name| name.as_bytes() == key);
        if !keys.get(b"Type".as_slice())?.is("XRef") || !keys.keys().all(is_known) {
            return None;
        }
        let widths =
            keys.get(b"W".as_slice())?.array()?.iter().map(Value::whole).collect::<Option<Vec<_>>>()?;
        let [kind, second, third] = *widths.as_slice() else { return None };
        let row = kind.checked_add(second)?.checked_add(third)?;
        if row == 0 || [kind, second, third].iter().any(|width| *width > 8) {
            return None;
        }
        let size = keys.get(b"Size".as_slice())?.whole()?;
        let index = match keys.get(b"Index".as_slice()) {
            Some(index) => index.array()?.iter().map(Value::whole).collect::<Option<Vec<_>>>()?,
            None => vec![0, size],
        };
        let data = object.data()?;
        let mut rows = data.chunks_exact(row);
        let mut places = BTreeMap::new();
        let (sections, odd) = index.as_chunks::<2>();
        for [first, count] in sections {
            for number in *first..first.checked_add(*count)? {
                let place = place(rows.next()?, kind, second)?;
                let number = u32::try_from(number).ok().filter(|_| number < size)?;
                if places.insert(number, place).is_some() {
                    return None;
                }
            }
        }
        let is_all = odd.is_empty() && rows.next().is_none() && rows.remainder().is_empty();
        is_all.then_some(Self { places, keys })
    }

    /// A key of the table.
    pub fn key(&self, name: &str) -> Option<&Value> {
        self.keys.get(name.as_bytes())
    }

    /// The number of objects of the file: one more than the highest number.
    pub fn size(&self) -> Option<usize> {
        self.key("Size")?.whole()
    }
}

fn place(row: &[u8], kind: usize, second: usize) -> Option<Place> {
    let (kind, rest) = row.split_at_checked(kind)?;
    let (second, third) = rest.split_at_checked(second)?;
    let number = |bytes: &[u8]| {
        let number = bytes.iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        usize::try_from(number).ok()
    };
    match if kind.is_empty() { 1 } else { number(kind)? } {
        0 => Some(Place::Free),
        1 if number(third)? == 0 => Some(Place::At(number(second)?)),
        2 => Some(Place::Within(u32::try_from(number(second)?).ok()?, number(third)?)),
        _ => None,
    }
}
