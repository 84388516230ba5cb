//! The letter before it was signed: its objects by number.

use super::object::Object;
use super::table::{Place, Table};
use super::value::{Dict, Parser, Value};

/// A letter as this program wrote it: one table, at its end.
#[derive(Debug)]
pub struct Letter<'a> {
    bytes: &'a [u8],
    table: Table,
    /// The offset of its table.
    pub table_offset: usize,
}

impl<'a> Letter<'a> {
    /// Reads the table of a letter; `None` when the bytes are no such file.
    pub fn read(bytes: &'a [u8]) -> Option<Self> {
        let start = bytes.windows(9).rposition(|window| window == b"startxref")?;
        let mut parser = Parser::new(bytes, start + 9);
        parser.space();
        let table_offset = parser.digits()?;
        let mut parser = Parser::new(bytes.get(..start)?, table_offset);
        let table = Table::of(&Object::read(&mut parser)?)?;
        parser.space();
        (parser.rest().is_empty() && table.key("Prev").is_none()).then_some(Self {
            bytes,
            table,
            table_offset,
        })
    }

    /// A key of its table.
    pub fn key(&self, name: &str) -> Option<&Value> {
        self.table.key(name)
    }

    /// Whether an object of this number belongs to the letter.
    pub fn has(&self, number: u32) -> bool {
        self.table.size().is_none_or(|size| usize::try_from(number).is_ok_and(|number| number < size))
    }

    /// The number of objects of the letter.
    pub fn size(&self) -> usize {
        self.table.size().unwrap_or(usize::MAX)
    }

    /// An object of the letter.
    pub fn object(&self, number: u32) -> Option<Object> {
        let object = match *self.table.places.get(&number)? {
            Place::Free => return None,
            Place::At(offset) => Object::read(&mut Parser::new(self.bytes, offset))?,
            Place::Within(stream, index) => {
                let Place::At(offset) = *self.table.places.get(&stream)? else { return None };
                let stream = Object::read(&mut Parser::new(self.bytes, offset))?;
                stream.contained()?.into_iter().nth(index)?
            }
        };
        (object.number == number).then_some(object)
    }

    /// The dictionary of an object of the letter.
    pub fn dict(&self, number: u32) -> Option<Dict> {
        self.object(number)?.plain_dict().cloned()
    }
}
