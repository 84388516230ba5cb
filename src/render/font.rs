//! The fonts of a letter: which characters they can show, and their tables for shaping and embedding.
//!
//! Apart from the PDF, because `letter` asks for every fact whether the font has its characters long
//! before anything is rendered: a name that cannot be written is refused by its place in the case file.

use harfrust::Font;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

/// Regular or bold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// The weight of running text.
    Regular,
    /// The weight of headings and labels.
    Bold,
}

/// How much of a font a file embeds: a letter in Western and Central European Latin needs a quarter of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Latin-1, Latin Extended-A, dashes, quotes, bullets, the euro.
    Small,
    /// Everything.
    Full,
}

impl Tier {
    /// The tier that shows a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        if text.chars().all(|c| Self::Small.has(c)) { Self::Small } else { Self::Full }
    }

    /// Whether a character is in the tier; the list of `fonts/prepare.sh`.
    pub(crate) fn has(self, c: char) -> bool {
        self == Self::Full
            || matches!(c,
                '\n' | '\r' | '\t' | ' '..='~' | '\u{A0}'..='\u{17F}' | '\u{2010}'..='\u{2015}'
                | '\u{2018}'..='\u{201F}' | '\u{2020}'..='\u{2022}' | '\u{2026}' | '\u{2039}' | '\u{203A}'
                | '\u{20AC}' | '\u{2212}')
    }
}

/// A TrueType font of only the tables that a PDF needs.
pub(crate) struct Program {
    /// In a zlib stream.
    pub(crate) bytes: &'static [u8],
    /// Length before compression, in bytes.
    pub(crate) length: usize,
}

/// One face: the font to shape with and the programs to embed; all have the same glyph numbers.
pub struct Face {
    /// PostScript name.
    pub(crate) name: &'static str,
    /// Stem width for the PDF font descriptor, in thousandths of an em.
    pub(crate) stem: i32,
    /// The tables.
    pub(crate) font: Font,
    /// What is embedded, by tier.
    programs: [Program; 2],
}

impl Face {
    /// The program of a tier.
    pub(crate) fn program(&self, tier: Tier) -> &Program {
        &self.programs[tier as usize]
    }
}

/// A regular and a bold face.
pub struct Fonts {
    /// Which fonts these are, for whoever keeps something that was made with them.
    pub(crate) serial: usize,
    faces: [Face; 2],
    characters: OnceLock<[Vec<char>; 2]>,
}

impl Fonts {
    /// The built-in fonts: Noto Sans with Latin (including Vietnamese), Greek and Cyrillic.
    #[must_use]
    pub fn built_in() -> Arc<Self> {
        static BUILT_IN: OnceLock<Arc<Fonts>> = OnceLock::new();
        let fonts = BUILT_IN.get_or_init(|| {
            Arc::new(Self::of([
                built_in_face(
                    "NotoSans-Regular",
                    88,
                    include_bytes!("../../fonts/NotoSans-Regular.ttf"),
                    include_bytes!("../../fonts/NotoSans-Regular.small.zlib"),
                    include_bytes!("../../fonts/NotoSans-Regular.embed.zlib"),
                ),
                built_in_face(
                    "NotoSans-Bold",
                    148,
                    include_bytes!("../../fonts/NotoSans-Bold.ttf"),
                    include_bytes!("../../fonts/NotoSans-Bold.small.zlib"),
                    include_bytes!("../../fonts/NotoSans-Bold.embed.zlib"),
                ),
            ]))
        });
        Arc::clone(fonts)
    }

    fn of(faces: [Face; 2]) -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(1);
        Self { serial: NEXT.fetch_add(1, Ordering::Relaxed), faces, characters: OnceLock::new() }
    }

    /// The first character that a letter cannot show, in regular or in bold.
    ///
    /// Spaces, line ends, tabs and soft hyphens are not drawn and never missing.
    #[must_use]
    pub fn missing(&self, text: &str) -> Option<char> {
        if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            return None;
        }
        let maps = self.faces.each_ref().map(|face| face.font.charmap());
        text.chars()
            .filter(|c| !matches!(c, ' '..='~' | '\n' | '\r' | '\t' | '\u{AD}'))
            .find(|&c| maps.iter().any(|map| map.map_unicode(c).is_none_or(|glyph| glyph.to_u32() == 0)))
    }

    /// The face of a weight.
    pub(crate) fn face(&self, weight: Weight) -> &Face {
        &self.faces[weight as usize]
    }

    /// Both faces, regular first.
    #[cfg(test)]
    pub(crate) fn faces(&self) -> &[Face; 2] {
        &self.faces
    }

    /// The character that each glyph of a weight stands for when text is copied from a letter.
    pub(crate) fn characters(&self, weight: Weight) -> &[char] {
        &self.characters.get_or_init(|| self.faces.each_ref().map(characters))[weight as usize]
    }

    /// The character that a glyph stands for.
    pub(crate) fn says(&self, weight: Weight, glyph: u32) -> char {
        let glyph = usize::try_from(glyph).unwrap_or(usize::MAX);
        self.characters(weight).get(glyph).copied().unwrap_or(char::REPLACEMENT_CHARACTER)
    }
}

/// Per glyph the first character that has it. A glyph that only other glyphs lead to gets a character for
/// private use; words with it carry their text beside it (ISO 19005-2, 6.2.11.7.3).
fn characters(face: &Face) -> Vec<char> {
    let count = usize::try_from(face.font.num_glyphs()).unwrap_or_default();
    let private = ('\u{E000}'..='\u{F8FF}').cycle();
    let mut characters: Vec<Option<char>> = vec![None; count];
    for (code, glyph) in face.font.charmap().unicodes() {
        let slot = usize::try_from(glyph.to_u32()).ok().and_then(|glyph| characters.get_mut(glyph));
        if let (Some(slot), Some(c)) = (slot, char::from_u32(code)) {
            *slot = Some(slot.map_or(c, |before| before.min(c)));
        }
    }
    characters.into_iter().zip(private).map(|(c, private)| c.unwrap_or(private)).collect()
}

fn built_in_face(
    name: &'static str,
    stem: i32,
    font: &'static [u8],
    small: &'static [u8],
    full: &'static [u8],
) -> Face {
    let Some(font) = Font::new(font, 0) else {
        unreachable!("{name} is part of the program and opened by a test")
    };
    let programs = [small, full].map(|bytes| {
        let length = miniz_oxide::inflate::decompress_to_vec_zlib(bytes).map_or(0, |font| font.len());
        Program { bytes, length }
    });
    Face { name, stem, font, programs }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letters_of_ukraine_and_its_guests_are_there() {
        let fonts = Fonts::built_in();
        for text in [
            "Олександр Їжакевич-Ґалаґан, м. Київ, Щербань’є",
            "Oleksandr Kovalʹčuk Hrycʺ Zavʼjalov Solov’jov",
            "Nguyễn Thị Hồng Ngọc, Đặng Văn Ước",
            "Łukasz Żółć, Çağrı Şahin, Æsir Øst, Ștefan Țepeș, Αλέξανδρος",
            "€ 1.234,50\u{A0}– „ja” … • ₴ № § 66b\u{2011}1 e\u{301}\n",
        ] {
            assert_eq!(fonts.missing(text), None, "{text}");
        }
    }

    #[test]
    fn a_character_without_a_glyph_is_named() {
        assert_eq!(Fonts::built_in().missing("Wang 王 Li"), Some('王'));
        assert_eq!(Fonts::built_in().missing("\u{200E}Jan"), Some('\u{200E}'));
    }

    #[test]
    fn what_is_embedded_has_the_glyphs_of_what_is_shaped_with() {
        for (face, tier) in Fonts::built_in()
            .faces()
            .iter()
            .flat_map(|face| [Tier::Small, Tier::Full].map(|tier| (face, tier)))
        {
            let program = face.program(tier);
            let bytes = miniz_oxide::inflate::decompress_to_vec_zlib(program.bytes).unwrap();
            assert_eq!(bytes.len(), program.length);
            let embedded = Font::new(bytes, 0).unwrap();
            // A small tier ends at its last glyph.
            assert!(embedded.num_glyphs() <= face.font.num_glyphs());
        }
    }

    #[test]
    fn the_small_tier_draws_all_its_characters() {
        for face in Fonts::built_in().faces() {
            let bytes =
                miniz_oxide::inflate::decompress_to_vec_zlib(face.program(Tier::Small).bytes).unwrap();
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
