//! The table of a font from its codes to characters (`ToUnicode`; ISO 32000-1, 9.10.3).

use super::tokens::operations;
use crate::render::pdf::picture::PictureError;
use crate::render::pdf::picture::value::Value;

/// Most ranges of a table.
const MAX_RANGES: usize = 70_000;

/// Ranges of codes that have a meaning, in the order of the table.
pub(super) struct Table(Vec<(u32, u32, Meaning)>);

/// The characters of the first code of a range, as 16-bit units; the last unit counts on.
type Meaning = Vec<u16>;

impl Table {
    /// Reads a table.
    pub fn read(bytes: &[u8]) -> Result<Self, PictureError> {
        let mut ranges = Vec::new();
        for operation in operations(bytes) {
            let operation = operation?;
            match operation.operator {
                b"endbfchar" => {
                    for pair in operation.operands.chunks(2) {
                        let [Value::Text(code), Value::Text(text)] = pair else {
                            return Err(PictureError::Operators);
                        };
                        ranges.push((number(code)?, number(code)?, units(text)));
                    }
                }
                b"endbfrange" => {
                    for triple in operation.operands.chunks(3) {
                        match triple {
                            [Value::Text(first), Value::Text(last), Value::Text(text)] => {
                                ranges.push((number(first)?, number(last)?, units(text)));
                            }
                            [Value::Text(first), Value::Text(_), Value::Array(texts)] => {
                                for (code, text) in (number(first)?..).zip(texts) {
                                    let Value::Text(text) = text else { return Err(PictureError::Operators) };
                                    ranges.push((code, code, units(text)));
                                }
                            }
                            _ => return Err(PictureError::Operators),
                        }
                    }
                }
                _ => {}
            }
            if ranges.len() > MAX_RANGES {
                return Err(PictureError::TooLarge);
            }
        }
        Ok(Self(ranges))
    }

    /// Whether a code has a meaning that everybody knows: none of private use, no byte order mark, not
    /// nothing (ISO 19005-2, 6.2.11.7.2 and 6.2.11.7.3).
    pub fn says(&self, code: u32) -> bool {
        let Some((first, _, meaning)) =
            self.0.iter().find(|(first, last, _)| (*first..=*last).contains(&code))
        else {
            return false;
        };
        let Some((last, before)) = meaning.split_last() else { return false };
        let counted = u32::from(*last) + (code - first);
        let units = before.iter().copied().chain(u16::try_from(counted).ok());
        let mut count = 0;
        char::decode_utf16(units).all(|c| {
            count += 1;
            c.is_ok_and(is_public)
        }) && count > 0
            && counted <= u32::from(u16::MAX)
    }
}

const fn is_public(c: char) -> bool {
    !matches!(c, '\0' | '\u{FEFF}' | '\u{FFFE}' | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..)
}

fn number(code: &[u8]) -> Result<u32, PictureError> {
    match code {
        [one] => Ok(u32::from(*one)),
        [high, low] => Ok(u32::from(*high) << 8 | u32::from(*low)),
        _ => Err(PictureError::Operators),
    }
}

fn units(text: &[u8]) -> Meaning {
    text.chunks_exact(2).map(|pair| u16::from(pair[0]) << 8 | u16::from(pair[1])).collect()
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn codes_have_the_meaning_of_their_table() {
        let table = Table::read(
            b"/CIDInit /ProcSet findresource begin 1 beginbfchar <01> <0041> <02> <E000> endbfchar\n\
              2 beginbfrange <0010> <0012> <0061> <0020> <0021> [<00660069> <0000>] endbfrange end",
        )
        .unwrap();
        let says: Vec<u32> = (0..0x30).filter(|&code| table.says(code)).collect();
        assert_eq!(says, [0x01, 0x10, 0x11, 0x12, 0x20]);
        assert!(Table::read(b"<01> endbfchar").is_err());
    }
}
