//! The built-in fonts, as `fonts/prepare.sh` made them.
//!
//! That script also compresses the font programs to embed, so that no run has to do it.

use super::characters::writable;
use super::face::{Face, Program};
use harfrust::Font;
use std::borrow::Cow;

/// Noto Sans, regular and bold.
pub(super) fn faces() -> [Face; 2] {
    [
        face(
            "NotoSans-Regular",
            88,
            [27_248, 106_840],
            include_bytes!("../../../fonts/NotoSans-Regular.ttf"),
            include_bytes!("../../../fonts/NotoSans-Regular.small.zlib"),
            include_bytes!("../../../fonts/NotoSans-Regular.embed.zlib"),
        ),
        face(
            "NotoSans-Bold",
            148,
            [27_136, 106_792],
            include_bytes!("../../../fonts/NotoSans-Bold.ttf"),
            include_bytes!("../../../fonts/NotoSans-Bold.small.zlib"),
            include_bytes!("../../../fonts/NotoSans-Bold.embed.zlib"),
        ),
    ]
}

/// One face; `lengths` are the lengths of its programs before compression, which a test checks.
fn face(
    name: &str,
    stem: i32,
    lengths: [usize; 2],
    font: &'static [u8],
    small: &'static [u8],
    full: &'static [u8],
) -> Face {
    let Some(font) = Font::new(font, 0) else {
        unreachable!("{name} is part of the program and opened by a test")
    };
    let [of_small, of_full] = lengths;
    let programs = [(small, of_small), (full, of_full)]
        .map(|(bytes, length)| Program { bytes: Cow::Borrowed(bytes), length });
    let map = font.charmap();
    let glyph = |c| map.map_unicode(c).and_then(|glyph| u16::try_from(glyph.to_u32()).ok());
    let characters =
        writable().filter_map(|c| glyph(c).filter(|&glyph| glyph > 0).map(|glyph| (c, glyph))).collect();
    Face { name: name.to_owned(), stem, font, substitutes: true, characters, programs }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::font::Tier;

    #[test]
    fn an_embedded_program_has_its_stated_length_and_no_glyph_that_shaping_lacks() {
        for (face, tier) in faces().iter().flat_map(|face| [Tier::Small, Tier::Full].map(|tier| (face, tier)))
        {
            let program = face.program(tier);
            let bytes = miniz_oxide::inflate::decompress_to_vec_zlib(&program.bytes).unwrap();
            assert_eq!(bytes.len(), program.length);
            let embedded = Font::new(bytes, 0).unwrap();
            // A small tier ends at its last glyph.
            assert!(embedded.num_glyphs() <= face.font.num_glyphs());
        }
    }

    #[test]
    fn the_small_tier_draws_all_its_characters() {
        for face in faces() {
            let bytes =
                miniz_oxide::inflate::decompress_to_vec_zlib(&face.program(Tier::Small).bytes).unwrap();
            let loca = table(&bytes, *b"loca");
            let long = table(&bytes, *b"head")[51] == 1;
            let offset = |glyph: usize| {
                let at = |size: usize| &loca[glyph * size..(glyph + 1) * size];
                if long {
                    u32::from_be_bytes(at(4).try_into().unwrap())
                } else {
                    u32::from(u16::from_be_bytes(at(2).try_into().unwrap()))
                }
            };
            for (code, glyph) in face.font.charmap().unicodes() {
                let c = char::from_u32(code).unwrap();
                let glyph = usize::try_from(glyph.to_u32()).unwrap();
                if Tier::Small.has(c) && !c.is_whitespace() && c != '\u{AD}' {
                    assert!(offset(glyph + 1) > offset(glyph), "{} lacks {c}", face.name);
                }
            }
        }
    }

    fn table(font: &[u8], tag: [u8; 4]) -> &[u8] {
        let count = usize::from(u16::from_be_bytes([font[4], font[5]]));
        let entry = (0..count).map(|i| &font[12 + 16 * i..28 + 16 * i]).find(|e| e[..4] == tag).unwrap();
        let number = |i: usize| u32::from_be_bytes(entry[i..i + 4].try_into().unwrap()) as usize;
        &font[number(8)..number(8) + number(12)]
    }
}
