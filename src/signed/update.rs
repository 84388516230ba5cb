//! What stands behind a letter, read as one incremental update (ISO 32000-1, 7.5.6): objects, their table, the end.

use super::letter::Letter;
use super::object::Object;
use super::refusal::Refusal;
use super::table::{Place, Table};
use super::value::{Dict, Parser, Value};
use std::collections::BTreeMap;

/// An incremental update of which every byte belongs to an object of its table, to the table or to the end.
#[derive(Debug)]
pub struct Update {
    /// Its objects by number, those of object streams too, without these streams and the table.
    pub objects: BTreeMap<u32, Object>,
    /// The keys of its table.
    pub keys: Dict,
}

impl Update {
    /// Reads everything from `start` to the end of the file.
    ///
    /// # Errors
    /// When it is no update, or more than one.
    pub fn read(file: &[u8], start: usize, letter: &Letter<'_>) -> Result<Self, Refusal> {
        let (objects, table_offset, left) = parts(file, start).ok_or(Refusal::NoUpdate)?;
        if !left.is_empty() {
            let more = left.windows(9).any(|window| window == b"startxref");
            return Err(if more { Refusal::Several } else { Refusal::Behind });
        }
        Self::of(objects, table_offset, letter).ok_or(Refusal::NoUpdate)
    }

    /// An update of these objects, the last of which is the table.
    fn of(mut objects: Vec<Object>, table_offset: usize, letter: &Letter<'_>) -> Option<Self> {
        let last = objects.pop()?;
        let table = Table::of(&last)?;
        let highest = table.places.keys().next_back().copied()?;
        let is_next = last.offset == Some(table_offset)
            && table.key("Prev")?.whole() == Some(letter.table_offset)
            && table.size()? >= letter.size()
            && table.size()? > usize::try_from(highest).ok()?
            && same_file(table.key("ID"), letter.key("ID"));
        if !is_next {
            return None;
        }
        let mut found = Found { places: BTreeMap::new(), objects: BTreeMap::new() };
        for object in objects {
            let place = Place::At(object.offset?);
            let is_stream_of_objects = object.stream.is_some()
                && object.value.dict()?.get(b"Type".as_slice()).is_some_and(|kind| kind.is("ObjStm"));
            if is_stream_of_objects {
                for (index, inner) in object.contained()?.into_iter().enumerate() {
                    found.add(Place::Within(object.number, index), inner)?;
                }
                // The stream itself must be new, or it would take objects of the letter away.
                (!letter.has(object.number)).then_some(())?;
                found.places.insert(object.number, place).is_none().then_some(())?;
            } else {
                found.add(place, object)?;
            }
        }
        found.places.insert(last.number, Place::At(table_offset)).is_none().then_some(())?;
        // The table may leave itself out, and repeat that object 0 is free.
        let named = table.places.iter().filter(|(number, place)| (**number, **place) != (0, Place::Free));
        let mut named: BTreeMap<u32, Place> = named.map(|(number, place)| (*number, *place)).collect();
        named.entry(last.number).or_insert(Place::At(table_offset));
        (named == found.places && !letter.has(last.number))
            .then_some(Self { objects: found.objects, keys: table.keys })
    }
}

/// The objects of an update so far.
struct Found {
    places: BTreeMap<u32, Place>,
    objects: BTreeMap<u32, Object>,
}

impl Found {
    /// Adds an object; `None` if its number was there.
    fn add(&mut self, place: Place, object: Object) -> Option<()> {
        let number = object.number;
        let is_new = self.places.insert(number, place).is_none();
        self.objects.insert(number, object).is_none().then_some(()).filter(|()| is_new)
    }
}

/// The objects from an offset on, the offset of the table that the end names, and what stands behind the end.
fn parts(file: &[u8], start: usize) -> Option<(Vec<Object>, usize, &[u8])> {
    let mut parser = Parser::new(file, start);
    let mut objects = Vec::new();
    parser.space();
    while parser.keyword(b"startxref").is_none() {
        objects.push(Object::read(&mut parser)?);
        parser.space();
    }
    parser.space();
    let table = parser.digits()?;
    parser.space();
    parser.take(b"%%EOF")?;
    let _ = parser.take(b"\r\n").or_else(|| parser.take(b"\n")).or_else(|| parser.take(b"\r"));
    Some((objects, table, parser.rest()))
}

/// Whether two identifiers begin with the same part, that of the first version of a file (14.4).
fn same_file(one: Option<&Value>, other: Option<&Value>) -> bool {
    let first = |id: Option<&Value>| match id?.array()? {
        [first, _] => Some(first.clone()),
        _ => None,
    };
    first(one).is_some() && first(one) == first(other)
}
