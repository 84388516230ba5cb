//! The fonts of a letter: which characters they can show, and their tables for shaping and embedding.
//!
//! Apart from the PDF, because `letter` asks for every fact whether the font has its characters long
//! before anything is rendered: a name that cannot be written is refused by its place in the case file.

use crate::render::pdf::shared::Shared;
use harfrust::Font;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Regular or bold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// The weight of running text.
    Regular,
    /// The weight of headings and labels.
    Bold,
}

/// One face: the font to shape with and the program to embed; both have the same glyph numbers.
pub struct Face {
    /// PostScript name.
    pub(crate) name: &'static str,
    /// Stem width for the PDF font descriptor, in thousandths of an em.
    pub(crate) stem: i32,
    /// The tables.
    pub(crate) font: Font,
    /// A TrueType font of only the tables that a PDF needs, in a zlib stream.
    pub(crate) program: &'static [u8],
    /// Length of the TrueType font before compression, in bytes.
    pub(crate) program_length: usize,
}

/// A regular and a bold face, and what was prepared of them for PDF.
pub struct Fonts {
    /// Which fonts these are, for whoever keeps something that was made with them.
    pub(crate) serial: usize,
    faces: [Face; 2],
    shared: OnceLock<Shared>,
}

impl Fonts {
    /// The built-in fonts: Noto Sans with Latin (including Vietnamese), Greek and Cyrillic.
    pub fn built_in() -> &'static Self {
        static BUILT_IN: OnceLock<Fonts> = OnceLock::new();
        BUILT_IN.get_or_init(|| {
            Self::of([
                built_in_face(
                    "NotoSans-Regular",
                    88,
                    include_bytes!("../../fonts/NotoSans-Regular.ttf"),
                    include_bytes!("../../fonts/NotoSans-Regular.embed.zlib"),
                ),
                built_in_face(
                    "NotoSans-Bold",
                    148,
                    include_bytes!("../../fonts/NotoSans-Bold.ttf"),
                    include_bytes!("../../fonts/NotoSans-Bold.embed.zlib"),
                ),
            ])
        })
    }

    fn of(faces: [Face; 2]) -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(1);
        Self { serial: NEXT.fetch_add(1, Ordering::Relaxed), faces, shared: OnceLock::new() }
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
    pub(crate) fn faces(&self) -> &[Face; 2] {
        &self.faces
    }

    /// The objects that every PDF with these fonts begins with; made at the first letter.
    pub(crate) fn shared(&self) -> &Shared {
        self.shared.get_or_init(|| Shared::new(self))
    }
}

fn built_in_face(name: &'static str, stem: i32, font: &'static [u8], program: &'static [u8]) -> Face {
    let Some(font) = Font::new(font, 0) else {
        unreachable!("{name} is part of the program and opened by a test")
    };
    let program_length = miniz_oxide::inflate::decompress_to_vec_zlib(program).map_or(0, |bytes| bytes.len());
    Face { name, stem, font, program, program_length }
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
        for face in Fonts::built_in().faces() {
            let bytes = miniz_oxide::inflate::decompress_to_vec_zlib(face.program).unwrap();
            assert_eq!(bytes.len(), face.program_length);
            let embedded = Font::new(bytes, 0).unwrap();
            assert_eq!(embedded.num_glyphs(), face.font.num_glyphs());
        }
    }
}
