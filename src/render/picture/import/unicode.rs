//! The table of a font that maps its codes to characters (`ToUnicode`; ISO 32000-1, 9.10.3).
//!
//! Programs often put values in it that are not characters. An archival file may only have characters, so the
//! table is written again with the valid entries.

use super::tokens::operations;
use crate::render::font::to_unicode::to_unicode;
use crate::render::picture::error::PictureError;
use crate::render::picture::value::Value;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// Maximum number of codes that are read, repeated ones included.
const MAX_CODES: usize = 200_000;

/// The codes that map to characters, with these characters in UTF-16.
#[derive(Default)]
pub(super) struct Table(BTreeMap<u32, Vec<u16>>);

impl Table {
    /// Reads a table.
    pub fn read(bytes: &[u8]) -> Result<Self, PictureError> {
        let mut table = Self::default();
        let mut left = MAX_CODES;
        for operation in operations(bytes) {
            let operation = operation?;
            match operation.operator {
                b"endbfchar" => {
                    for pair in operation.operands.chunks(2) {
                        let [Value::Text(code), Value::Text(text)] = pair else {
                            return Err(PictureError::Operators);
                        };
                        let code = number(code)?;
                        table.range(code..=code, text, &mut left)?;
                    }
                }
                b"endbfrange" => {
                    for triple in operation.operands.chunks(3) {
                        let [Value::Text(first), Value::Text(last), meaning] = triple else {
                            return Err(PictureError::Operators);
                        };
                        let codes = number(first)?..=number(last)?;
                        match meaning {
                            Value::Text(text) => table.range(codes, text, &mut left)?,
                            Value::Array(texts) => table.each(codes, texts, &mut left)?,
                            _ => return Err(PictureError::Operators),
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(table)
    }

    /// Adds a range of codes: the first maps to `text`, and for each next code the last unit of the text is
    /// one higher.
    fn range(
        &mut self,
        codes: RangeInclusive<u32>,
        text: &[u8],
        left: &mut usize,
    ) -> Result<(), PictureError> {
        let units: Vec<u16> =
            text.chunks_exact(2).map(|pair| u16::from(pair[0]) << 8 | u16::from(pair[1])).collect();
        let Some((last, before)) = units.split_last() else { return Ok(()) };
        for (code, unit) in codes.zip(*last..=u16::MAX) {
            *left = left.checked_sub(1).ok_or(PictureError::TooLarge)?;
            let units = [before, &[unit]].concat();
            // The first entry for a code counts, as in PDF readers.
            if is_public(&units) {
                self.0.entry(code).or_insert(units);
            }
        }
        Ok(())
    }

    fn each(
        &mut self,
        codes: RangeInclusive<u32>,
        texts: &[Value],
        left: &mut usize,
    ) -> Result<(), PictureError> {
        for (code, text) in codes.zip(texts) {
            let Value::Text(text) = text else { return Err(PictureError::Operators) };
            self.range(code..=code, text, left)?;
        }
        Ok(())
    }

    /// Whether a code maps to characters.
    pub fn maps(&self, code: u32) -> bool {
        self.0.contains_key(&code)
    }

    /// Writes the table for codes of this many bytes.
    pub fn write(&self, bytes: usize) -> String {
        to_unicode(bytes, self.0.iter().map(|(code, units)| (*code, units.clone())))
    }
}

/// Whether these are characters with a public meaning: no private use, byte order mark or null character (ISO
/// 19005-2, 6.2.11.7.2 and 6.2.11.7.3).
fn is_public(units: &[u16]) -> bool {
    let public = |c| !matches!(c, '\0' | '\u{FEFF}' | '\u{FFFE}' | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..);
    char::decode_utf16(units.iter().copied()).all(|c| c.is_ok_and(public))
}

fn number(code: &[u8]) -> Result<u32, PictureError> {
    match code {
        [one] => Ok(u32::from(*one)),
        [high, low] => Ok(u32::from(*high) << 8 | u32::from(*low)),
        _ => Err(PictureError::Operators),
    }
}

/// The codes of a font.
pub(super) struct Codes {
    /// Whether a code has two bytes.
    pub wide: bool,
    /// The table of the font; without one, every code of one byte has a meaning.
    pub table: Option<Table>,
}

impl Codes {
    /// Whether every code of a text maps to a character.
    pub fn map_all(&self, text: &[u8]) -> bool {
        if self.wide {
            let code = |pair: &[u8]| u32::from(pair[0]) << 8 | u32::from(pair[1]);
            let known = |code| code != 0 && self.table.as_ref().is_some_and(|table| table.maps(code));
            return text.len().is_multiple_of(2) && text.chunks_exact(2).map(code).all(known);
        }
        text.iter().all(|&code| self.table.as_ref().is_none_or(|table| table.maps(u32::from(code))))
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    const TABLE: &[u8] =
        b"/CIDInit /ProcSet findresource begin 1 beginbfchar <01> <0041> <02> <E000> endbfchar\n\
        2 beginbfrange <0010> <0012> <0061> <0020> <0021> [<00660069> <0000>] endbfrange end";

    #[test]
    fn codes_map_to_the_characters_of_their_table() {
        let table = Table::read(TABLE).unwrap();
        let says: Vec<u32> = (0..0x30).filter(|&code| table.maps(code)).collect();
        assert_eq!(says, [0x01, 0x10, 0x11, 0x12, 0x20]);
        assert!(Table::read(b"<01> endbfchar").is_err());
    }

    #[test]
    fn only_what_has_a_meaning_is_written() {
        let table = Table::read(TABLE).unwrap().write(2);
        assert!(table.contains("5 beginbfchar\n<0001> <0041>\n<0010> <0061>\n"), "{table}");
        assert!(table.contains("<0020> <00660069>\n") && !table.contains("E000"), "{table}");
    }
}
