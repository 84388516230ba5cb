//! The built-in fonts, as `fonts/prepare.sh` made them.
//!
//! That script also compresses the font programs to embed, so that no run has to do it.

use super::characters::writable;
use super::face::Face;
use super::subset::Program;
use harfrust::Font;
use std::borrow::Cow;
use std::sync::OnceLock;

/// Noto Sans, regular and bold.
pub(super) fn faces() -> [Face; 2] {
    [
        face(
            "NotoSans-Regular",
            88,
            [31_464, 73_072, 106_840],
            include_bytes!("../../../fonts/NotoSans-Regular.ttf"),
            [
                include_bytes!("../../../fonts/NotoSans-Regular.small.zlib"),
                include_bytes!("../../../fonts/NotoSans-Regular.names.zlib"),
                include_bytes!("../../../fonts/NotoSans-Regular.embed.zlib"),
            ],
        ),
        face(
            "NotoSans-Bold",
            148,
            [31_324, 72_932, 106_792],
            include_bytes!("../../../fonts/NotoSans-Bold.ttf"),
            [
                include_bytes!("../../../fonts/NotoSans-Bold.small.zlib"),
                include_bytes!("../../../fonts/NotoSans-Bold.names.zlib"),
                include_bytes!("../../../fonts/NotoSans-Bold.embed.zlib"),
            ],
        ),
    ]
}

/// One face; `lengths` are the lengths of its programs before compression, which a test checks.
fn face(
    name: &str,
    stem: i32,
    lengths: [usize; 3],
    font: &'static [u8],
    programs: [&'static [u8]; 3],
) -> Face {
    let Some(font) = Font::new(font, 0) else {
        unreachable!("{name} is part of the program and opened by a test")
    };
    let programs =
        std::array::from_fn(|tier| Program { bytes: Cow::Borrowed(programs[tier]), length: lengths[tier] });
    let map = font.charmap();
    let glyph = |c| map.map_unicode(c).and_then(|glyph| u16::try_from(glyph.to_u32()).ok());
    let characters =
        writable().filter_map(|c| glyph(c).filter(|&glyph| glyph > 0).map(|glyph| (c, glyph))).collect();
    Face {
        name: name.to_owned(),
        stem,
        font,
        substitutes: true,
        characters,
        programs,
        whole: OnceLock::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::font::{Fonts, Tier, Weight};
    use crate::render::pdf::setting::shape::{Show, shape};

    #[test]
    fn an_embedded_program_has_its_stated_length_and_no_glyph_that_shaping_lacks() {
        for (face, tier) in faces().iter().flat_map(|face| Tier::ALL.map(|tier| (face, tier))) {
            let program = face.program(tier);
            let bytes = miniz_oxide::inflate::decompress_to_vec_zlib(&program.bytes).unwrap();
            assert_eq!(bytes.len(), program.length);
            let embedded = Font::new(bytes, 0).unwrap();
            // A small tier ends at its last glyph.
            assert!(embedded.num_glyphs() <= face.font.num_glyphs());
        }
    }

    #[test]
    fn a_tier_draws_all_its_characters() {
        for (face, tier) in faces().iter().flat_map(|face| Tier::ALL.map(|tier| (face, tier))) {
            let bytes = miniz_oxide::inflate::decompress_to_vec_zlib(&face.program(tier).bytes).unwrap();
            for (code, glyph) in face.font.charmap().unicodes() {
                let c = char::from_u32(code).unwrap();
                let glyph = usize::try_from(glyph.to_u32()).unwrap();
                let drawn = !c.is_whitespace() && !matches!(c, '\u{AD}' | '\u{34F}');
                if tier.has(c) && drawn {
                    assert!(is_drawn(&bytes, glyph), "{} lacks {c} {code:X}", face.name);
                }
            }
        }
    }

    /// Shaping may replace a letter and its accent by a glyph that no character maps to.
    #[test]
    fn a_tier_draws_what_shaping_makes_of_its_characters() {
        let fonts = Fonts::built_in();
        let mut tried = 0;
        for weight in [Weight::Regular, Weight::Bold] {
            let programs = Tier::ALL.map(|tier| {
                let program = &fonts.face(weight).program(tier).bytes;
                miniz_oxide::inflate::decompress_to_vec_zlib(program).unwrap()
            });
            let letters = ('a'..='z').chain('A'..='Z').chain(['ı', 'ă', 'ễ', 'ș', 'ß', 'і', 'ї', 'Ґ', 'ж']);
            let accents = ('\u{300}'..='\u{36F}').chain(['ʼ', '’', 'ĳ', '-']);
            let texts = letters.flat_map(|c| accents.clone().map(move |accent| format!("{c}{accent}{c}")));
            for text in texts.filter(|text| fonts.missing(text).is_none()) {
                let tier = Tier::of(&text);
                let listed = fonts.glyphs(weight, tier);
                for show in &shape(&fonts, weight, &text).shows {
                    let Show::Glyphs(bytes) = show else { continue };
                    for glyph in bytes.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])) {
                        let number = u32::from(glyph);
                        assert!(listed.iter().any(|(known, _)| *known == number), "{text}: {glyph}");
                        let drawn = |tier: Tier| is_drawn(&programs[tier as usize], usize::from(glyph));
                        assert!(drawn(tier) || !drawn(Tier::Full), "{text}: {glyph} in {tier:?}");
                        tried += 1;
                    }
                }
            }
        }
        assert!(tried > 10_000, "{tried}");
    }

    /// Whether a glyph has an outline.
    fn is_drawn(font: &[u8], glyph: usize) -> bool {
        let loca = table(font, *b"loca");
        let size = if table(font, *b"head")[51] == 1 { 4 } else { 2 };
        loca[glyph * size..(glyph + 1) * size] != loca[(glyph + 1) * size..(glyph + 2) * size]
    }

    fn table(font: &[u8], tag: [u8; 4]) -> &[u8] {
        let count = usize::from(u16::from_be_bytes([font[4], font[5]]));
        let entry = (0..count).map(|i| &font[12 + 16 * i..28 + 16 * i]).find(|e| e[..4] == tag).unwrap();
        let number = |i: usize| u32::from_be_bytes(entry[i..i + 4].try_into().unwrap()) as usize;
        &font[number(8)..number(8) + number(12)]
    }
}
