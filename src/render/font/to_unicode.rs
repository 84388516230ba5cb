//! Writes the table of a font that maps codes to characters, so that text can be copied and searched.
//!
//! Every font in a file has one, both those of the letter and those of its stationery (ISO 32000-1, 9.10.3).

use std::fmt::Write as _;

/// Maximum number of entries per section.
const SECTION: usize = 100;

/// The table for codes of this many bytes, each with its characters in UTF-16.
#[must_use]
pub fn to_unicode(bytes: usize, codes: impl Iterator<Item = (u32, Vec<u16>)>) -> String {
    let digits = 2 * bytes;
    let mut out = format!(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
         /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n\
         /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
         1 begincodespacerange\n<{}> <{}>\nendcodespacerange\n",
        "0".repeat(digits),
        "F".repeat(digits),
    );
    let codes: Vec<(u32, Vec<u16>)> = codes.collect();
    for section in codes.chunks(SECTION) {
        let _ = writeln!(out, "{} beginbfchar", section.len());
        for (code, units) in section {
            let _ = write!(out, "<{code:0digits$X}> <");
            for unit in units {
                let _ = write!(out, "{unit:04X}");
            }
            out.push_str(">\n");
        }
        out.push_str("endbfchar\n");
    }
    out.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    out
}
