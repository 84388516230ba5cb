//! One face of a font: the tables for shaping, the programs to embed and the glyph of each character.
//!
//! Built-in fonts and fonts of the organisation both become a face, so that no other code needs to know where
//! a font came from.

use super::characters::{Tier, stand_ins};
use super::error::FontError;
use super::subset::{Program, subset};
use harfrust::Font;
use miniz_oxide::inflate::decompress_to_vec_zlib;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// Regular or bold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// The weight of running text.
    Regular,
    /// The weight of headings and labels.
    Bold,
}

/// One face: the font to shape with and the programs to embed; all have the same glyph numbers.
pub struct Face {
    /// Its PostScript name.
    pub(crate) name: String,
    /// Stem width for the PDF font descriptor, in thousandths of an em.
    pub(crate) stem: i32,
    /// The tables for shaping.
    pub(crate) font: Font,
    /// Whether shaping may produce glyphs that no character maps to.
    pub(super) substitutes: bool,
    /// The characters that it can show, each with its glyph, in order.
    pub(super) characters: Vec<(char, u16)>,
    /// The programs to embed, by tier.
    pub(super) programs: [Program; 3],
    /// The program of the largest tier, not compressed; made when it is first needed.
    pub(super) whole: OnceLock<Vec<u8>>,
}

/// The text that a glyph stands for.
#[derive(Clone, Copy, Debug)]
pub(super) struct GlyphText {
    /// Its character, or a private-use character if it has none.
    pub character: char,
    /// The smallest tier that has the glyph, if any has.
    pub tier: Option<Tier>,
}

impl Face {
    /// The program to embed for a tier.
    pub(crate) fn program(&self, tier: Tier) -> &Program {
        &self.programs[tier as usize]
    }

    /// The program to embed for these glyphs alone. Making it costs more than the rest of a letter.
    ///
    /// # Errors
    /// The program of the largest tier cannot be read, which no face allows.
    pub(crate) fn program_of(&self, glyphs: &BTreeSet<u16>) -> Result<Program, FontError> {
        let whole = match self.whole.get() {
            Some(whole) => whole,
            None => {
                let whole = decompress_to_vec_zlib(&self.program(Tier::Full).bytes);
                let whole = whole.map_err(|_| FontError::Damaged("zlib"))?;
                self.whole.get_or_init(|| whole)
            }
        };
        subset(whole, glyphs)
    }

    /// The glyph of a character.
    pub(crate) fn glyph(&self, c: char) -> Option<u16> {
        let place = self.characters.binary_search_by_key(&c, |(known, _)| *known).ok()?;
        self.characters.get(place).map(|(_, glyph)| *glyph)
    }

    /// The character that is drawn for a character: itself or a substitute.
    pub(crate) fn drawn(&self, c: char) -> Option<char> {
        let stand_in = || stand_ins(c).iter().copied().find(|&c| self.glyph(c).is_some());
        self.glyph(c).map(|_| c).or_else(stand_in)
    }

    /// For each glyph, the first character that maps to it. A glyph that is only reached through other glyphs
    /// gets a private-use character; the text of words with such a glyph is written separately (ISO 19005-2,
    /// 6.2.11.7.3).
    pub(super) fn glyph_texts(&self) -> Vec<GlyphText> {
        let count = usize::try_from(self.font.num_glyphs()).unwrap_or_default();
        let mut texts: Vec<Option<GlyphText>> = vec![None; count];
        for &(character, glyph) in &self.characters {
            let tier = Some(Tier::with(character));
            match texts.get_mut(usize::from(glyph)) {
                Some(Some(known)) => known.tier = known.tier.min(tier),
                Some(slot) => *slot = Some(GlyphText { character, tier }),
                None => {}
            }
        }
        let private = ('\u{E000}'..='\u{F8FF}').cycle();
        // Only accents that are placed bring such glyphs.
        let tier = self.substitutes.then_some(Tier::Names);
        texts
            .into_iter()
            .zip(private)
            .map(|(text, character)| text.unwrap_or(GlyphText { character, tier }))
            .collect()
    }
}
