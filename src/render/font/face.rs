//! One face of a font: what text is shaped with, what a file embeds, and which glyph each character has.
//!
//! Built-in and own fonts both become this, so that nothing after it needs to know where a font came from.

use super::characters::{Tier, stand_ins};
use harfrust::Font;
use std::borrow::Cow;

/// Regular or bold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// The weight of running text.
    Regular,
    /// The weight of headings and labels.
    Bold,
}

/// A TrueType font of only the tables that a PDF needs.
pub(crate) struct Program {
    /// In a zlib stream.
    pub(crate) bytes: Cow<'static, [u8]>,
    /// Length before compression, in bytes.
    pub(crate) length: usize,
}

/// One face: the font to shape with and the programs to embed; all have the same glyph numbers.
pub struct Face {
    /// PostScript name.
    pub(crate) name: String,
    /// Stem width for the PDF font descriptor, in thousandths of an em.
    pub(crate) stem: i32,
    /// The tables.
    pub(crate) font: Font,
    /// Shaping may lead to glyphs that no character has.
    pub(super) substitutes: bool,
    /// The characters that it shows with their glyphs, in order.
    pub(super) characters: Vec<(char, u16)>,
    /// What is embedded, by tier.
    pub(super) programs: [Program; 2],
}

/// What a glyph says in the text of a letter.
#[derive(Clone, Copy, Debug)]
pub(super) struct GlyphText {
    /// Its character, or one for private use.
    pub character: char,
    /// The smallest tier that has the glyph, if any has.
    pub tier: Option<Tier>,
}

impl Face {
    /// The program of a tier.
    pub(crate) fn program(&self, tier: Tier) -> &Program {
        &self.programs[tier as usize]
    }

    /// The glyph of a character.
    pub(crate) fn glyph(&self, c: char) -> Option<u16> {
        let place = self.characters.binary_search_by_key(&c, |(known, _)| *known).ok()?;
        self.characters.get(place).map(|(_, glyph)| *glyph)
    }

    /// What is drawn for a character: itself, or what may stand in for it.
    pub(crate) fn drawn(&self, c: char) -> Option<char> {
        let stand_in = || stand_ins(c).iter().copied().find(|&c| self.glyph(c).is_some());
        self.glyph(c).map(|_| c).or_else(stand_in)
    }

    /// Per glyph the first character that has it. A glyph that only other glyphs lead to gets a character
    /// for private use; words with it carry their text beside it (ISO 19005-2, 6.2.11.7.3).
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
        let tier = self.substitutes.then_some(Tier::Full);
        texts
            .into_iter()
            .zip(private)
            .map(|(text, character)| text.unwrap_or(GlyphText { character, tier }))
            .collect()
    }
}
