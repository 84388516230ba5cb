//! The fonts of a letter: which characters they can show, and their tables for shaping and embedding.
//!
//! Separate from `pdf`, because the pipeline checks before rendering whether the font has the characters of
//! every fact: a name that cannot be written is reported at its place in the case file.

mod built_in;
mod characters;
mod error;
mod face;
mod outlines;
mod own;
mod sfnt;
mod subset;
pub mod to_unicode;

pub use characters::{Tier, required};
pub use error::FontError;
pub(crate) use face::Face;
pub use face::Weight;

pub(crate) use subset::Program;

use crate::kept;
use face::GlyphText;
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

/// Glyphs by weight.
pub type Glyphs = [BTreeSet<u16>; 2];

/// A regular and a bold face.
pub struct Fonts {
    /// Identifies these fonts, for caches of what was made with them.
    pub(crate) serial: usize,
    faces: [Face; 2],
    /// The text that each glyph stands for, by weight.
    glyph_texts: OnceLock<[Vec<GlyphText>; 2]>,
}

impl Fonts {
    /// The built-in fonts: Noto Sans with Latin (including Vietnamese), Greek and Cyrillic.
    #[must_use]
    pub fn built_in() -> Arc<Self> {
        static BUILT_IN: OnceLock<Arc<Fonts>> = OnceLock::new();
        let fonts = BUILT_IN.get_or_init(|| Arc::new(Self::with_faces(built_in::faces())));
        Arc::clone(fonts)
    }

    /// The fonts of an organisation, from the files of a regular and a bold font.
    ///
    /// # Errors
    /// The weight of the file that cannot be used, and why.
    pub fn own(files: &[Vec<u8>; 2]) -> Result<Self, (Weight, FontError)> {
        let [regular, bold] = files;
        let face = |weight, file: &[u8]| own::face(file).map_err(|error| (weight, error));
        Ok(Self::with_faces([face(Weight::Regular, regular)?, face(Weight::Bold, bold)?]))
    }

    fn with_faces(faces: [Face; 2]) -> Self {
        Self { serial: kept::serial(), faces, glyph_texts: OnceLock::new() }
    }

    /// The first character that a letter cannot show, in regular or in bold.
    ///
    /// Spaces, line ends, tabs and soft hyphens are not drawn and never missing.
    #[must_use]
    pub fn missing(&self, text: &str) -> Option<char> {
        if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            return None;
        }
        text.chars()
            .filter(|c| !matches!(c, ' '..='~' | '\n' | '\r' | '\t' | '\u{AD}'))
            .find(|&c| self.faces.iter().any(|face| face.drawn(c).is_none()))
    }

    /// The face of a weight.
    pub(crate) fn face(&self, weight: Weight) -> &Face {
        &self.faces[weight as usize]
    }

    /// The glyphs of a weight that a tier has, each with the character that it stands for when text is copied
    /// from a letter.
    pub(crate) fn glyphs(&self, weight: Weight, tier: Tier) -> Vec<(u32, char)> {
        let texts = (0..).zip(self.glyph_texts(weight));
        texts
            .filter(|(_, text)| text.tier.is_some_and(|least| least <= tier))
            .map(|(glyph, text)| (glyph, text.character))
            .collect()
    }

    /// The character that a glyph stands for.
    pub(crate) fn says(&self, weight: Weight, glyph: u32) -> char {
        let glyph = usize::try_from(glyph).unwrap_or(usize::MAX);
        self.glyph_texts(weight).get(glyph).map_or(char::REPLACEMENT_CHARACTER, |text| text.character)
    }

    fn glyph_texts(&self, weight: Weight) -> &[GlyphText] {
        &self.glyph_texts.get_or_init(|| self.faces.each_ref().map(Face::glyph_texts))[weight as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_fonts_have_the_characters_of_names_from_ukraine_and_elsewhere() {
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
}
