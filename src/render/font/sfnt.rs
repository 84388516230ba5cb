//! Reads the tables of a font file (ISO/IEC 14496-22, 4.5) and writes font files with some of them.
//!
//! A font file is untrusted input: every offset is checked before it is followed.

use super::error::FontError;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The name of a table.
pub(super) type Tag = [u8; 4];

/// Length of the header of a file, and of an entry of its directory.
const HEADER: usize = 12;
const ENTRY: usize = 16;
/// The checksum that a complete file must have; a number in `head` is set to make it so (5.2.2).
const MAGIC_SUM: u32 = 0xB1B0_AFBA;
/// The position of that number in `head`.
const ADJUSTMENT: std::ops::Range<usize> = 8..12;

/// The tables of a TrueType font.
pub(super) struct Sfnt<'a> {
    tables: BTreeMap<Tag, &'a [u8]>,
}

impl<'a> Sfnt<'a> {
    /// Finds the tables.
    ///
    /// # Errors
    /// The file is not a font or is of an unsupported kind, or a table lies outside the file.
    pub(super) fn read(file: &'a [u8]) -> Result<Self, FontError> {
        match file.get(..4) {
            Some(b"\0\x01\0\0" | b"true") => {}
            Some(b"OTTO") => return Err(FontError::Cff),
            Some(b"ttcf") => return Err(FontError::Collection),
            Some(b"wOFF" | b"wOF2") => return Err(FontError::Web),
            _ => return Err(FontError::NoFont),
        }
        let count = usize::from(u16_at(file, 4).ok_or(FontError::NoFont)?);
        let mut tables = BTreeMap::new();
        for index in 0..count {
            let (tag, table) = entry(file, HEADER + index * ENTRY).ok_or(FontError::Damaged("sfnt"))?;
            tables.insert(tag, table);
        }
        Ok(Self { tables })
    }

    /// A table, if the font has it.
    pub(super) fn table(&self, tag: Tag) -> Option<&'a [u8]> {
        self.tables.get(&tag).copied()
    }

    /// The tables with these names, as far as the font has them.
    pub(super) fn present(&self, tags: &[Tag]) -> BTreeMap<Tag, Cow<'a, [u8]>> {
        let known = |tag: &Tag| self.table(*tag).map(|table| (*tag, Cow::Borrowed(table)));
        tags.iter().filter_map(known).collect()
    }
}

fn entry(file: &[u8], at: usize) -> Option<(Tag, &[u8])> {
    let tag = file.get(at..at + 4)?.try_into().ok()?;
    let start = usize::try_from(u32_at(file, at + 8)?).ok()?;
    let length = usize::try_from(u32_at(file, at + 12)?).ok()?;
    Some((tag, file.get(start..start.checked_add(length)?)?))
}

/// A font file with these tables and their checksums.
pub(super) fn write(mut tables: BTreeMap<Tag, Cow<[u8]>>) -> Vec<u8> {
    if let Some(adjustment) = tables.get_mut(b"head").and_then(|head| head.to_mut().get_mut(ADJUSTMENT)) {
        adjustment.fill(0);
    }
    let count = u16::try_from(tables.len()).unwrap_or(u16::MAX);
    let power = count.max(1).ilog2();
    let range = 16_u16 << power;
    let mut file = b"\0\x01\0\0".to_vec();
    for number in [count, range, u16::try_from(power).unwrap_or_default(), count * 16 - range] {
        file.extend(number.to_be_bytes());
    }
    let mut offset = HEADER + tables.len() * ENTRY;
    let mut head = None;
    for (tag, table) in &tables {
        if tag == b"head" {
            head = Some(offset);
        }
        file.extend(tag);
        file.extend(sum(table).to_be_bytes());
        for number in [offset, table.len()] {
            file.extend(u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes());
        }
        offset += table.len().next_multiple_of(4);
    }
    for table in tables.values() {
        file.extend_from_slice(table);
        file.resize(file.len().next_multiple_of(4), 0);
    }
    let adjustment = MAGIC_SUM.wrapping_sub(sum(&file));
    if let Some(place) = head.and_then(|head| file.get_mut(head..)?.get_mut(ADJUSTMENT)) {
        place.copy_from_slice(&adjustment.to_be_bytes());
    }
    file
}

/// The checksum of a table: the sum of its four-byte numbers.
fn sum(table: &[u8]) -> u32 {
    let number = |bytes: &[u8]| bytes.iter().zip([24, 16, 8, 0]).map(|(b, by)| u32::from(*b) << by).sum();
    table.chunks(4).map(number).fold(0, u32::wrapping_add)
}

/// The two-byte number at this offset.
pub(super) fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    data.get(at..at.checked_add(2)?)?.try_into().map(u16::from_be_bytes).ok()
}

/// The four-byte number at this offset.
pub(super) fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    data.get(at..at.checked_add(4)?)?.try_into().map(u32::from_be_bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTO: &[u8] = include_bytes!("../../../fonts/NotoSans-Regular.ttf");

    #[test]
    fn a_written_font_reads_back_with_correct_checksums() {
        let font = Sfnt::read(NOTO).unwrap();
        let tags = [*b"head", *b"hmtx", *b"glyf", *b"fpgm"];
        let written = write(font.present(&tags));
        assert_eq!(sum(&written), MAGIC_SUM);
        let again = Sfnt::read(&written).unwrap();
        for tag in [*b"hmtx", *b"glyf"] {
            assert_eq!(again.table(tag), font.table(tag));
        }
        assert_eq!(again.table(*b"head").unwrap()[12..], font.table(*b"head").unwrap()[12..]);
        assert!(again.table(*b"fpgm").is_none() && again.table(*b"GPOS").is_none());
        // The checksums in the directory of a valid font are the ones computed here.
        let (at, end) = (HEADER + 8, HEADER + 16);
        assert_eq!(NOTO[HEADER..HEADER + 4], *b"GDEF");
        assert!(u32_at(NOTO, at).is_some() && u32_at(NOTO, end - 4).is_some());
        assert_eq!(u32_at(NOTO, HEADER + 4), Some(sum(font.table(*b"GDEF").unwrap())));
    }

    #[test]
    fn a_table_outside_the_file_is_refused() {
        for length in [0, 3, 4, 11, 13, 27, 200, NOTO.len() / 2, NOTO.len() - 4_000] {
            assert!(Sfnt::read(&NOTO[..length]).is_err(), "{length}");
        }
        let mut far = NOTO.to_vec();
        far[HEADER + 8..HEADER + 16].fill(0xFF);
        assert!(matches!(Sfnt::read(&far), Err(FontError::Damaged("sfnt"))));
    }
}
