//! The fonts of a letter: which characters they can show, and their tables for shaping and embedding.
//!
//! Apart from the PDF, because `letter` asks for every fact whether the font has its characters long
//! before anything is rendered: a name that cannot be written is refused by its place in the case file.

mod built_in;
mod characters;
mod outlines;
mod own;
mod sfnt;

pub use characters::required;
pub use own::FontError;

use characters::stand_ins;
use harfrust::Font;
use std::borrow::Cow;
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
    substitutes: bool,
    /// The characters that it shows with their glyphs, in order.
    characters: Vec<(char, u16)>,
    /// What is embedded, by tier.
    programs: [Program; 2],
}

/// What a glyph says in the text of a letter.
#[derive(Clone, Copy, Debug)]
struct Said {
    character: char,
    /// The smallest tier that has the glyph, if any has.
    tier: Option<Tier>,
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
    fn said(&self) -> Vec<Said> {
        let count = usize::try_from(self.font.num_glyphs()).unwrap_or_default();
        let mut said: Vec<Option<Said>> = vec![None; count];
        for &(character, glyph) in &self.characters {
            let tier = Some(Tier::with(character));
            match said.get_mut(usize::from(glyph)) {
                Some(Some(known)) => known.tier = known.tier.min(tier),
                Some(slot) => *slot = Some(Said { character, tier }),
                None => {}
            }
        }
        let private = ('\u{E000}'..='\u{F8FF}').cycle();
        let tier = self.substitutes.then_some(Tier::Full);
        said.into_iter()
            .zip(private)
            .map(|(said, character)| said.unwrap_or(Said { character, tier }))
            .collect()
    }
}

/// A regular and a bold face.
pub struct Fonts {
    /// Which fonts these are, for whoever keeps something that was made with them.
    pub(crate) serial: usize,
    faces: [Face; 2],
    said: OnceLock<[Vec<Said>; 2]>,
}

impl Fonts {
    /// The built-in fonts: Noto Sans with Latin (including Vietnamese), Greek and Cyrillic.
    #[must_use]
    pub fn built_in() -> Arc<Self> {
        static BUILT_IN: OnceLock<Arc<Fonts>> = OnceLock::new();
        let fonts = BUILT_IN.get_or_init(|| Arc::new(Self::of(built_in::faces())));
        Arc::clone(fonts)
    }

    /// The fonts of an organisation, from the files of a regular and a bold font.
    ///
    /// # Errors
    /// Which of the files cannot be used, and why.
    pub fn own(files: &[Vec<u8>; 2]) -> Result<Self, (Weight, FontError)> {
        let [regular, bold] = files;
        let face = |weight, file: &[u8]| own::face(file).map_err(|error| (weight, error));
        Ok(Self::of([face(Weight::Regular, regular)?, face(Weight::Bold, bold)?]))
    }

    fn of(faces: [Face; 2]) -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(1);
        Self { serial: NEXT.fetch_add(1, Ordering::Relaxed), faces, said: OnceLock::new() }
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

    /// The glyphs of a weight that a tier shows, each with the character that it stands for when text is
    /// copied from a letter.
    pub(crate) fn glyphs(&self, weight: Weight, tier: Tier) -> Vec<(u32, char)> {
        let said = (0..).zip(self.said(weight));
        said.filter(|(_, said)| said.tier.is_some_and(|least| least <= tier))
            .map(|(glyph, said)| (glyph, said.character))
            .collect()
    }

    /// The character that a glyph stands for.
    pub(crate) fn says(&self, weight: Weight, glyph: u32) -> char {
        let glyph = usize::try_from(glyph).unwrap_or(usize::MAX);
        self.said(weight).get(glyph).map_or(char::REPLACEMENT_CHARACTER, |said| said.character)
    }

    fn said(&self, weight: Weight) -> &[Said] {
        &self.said.get_or_init(|| self.faces.each_ref().map(Face::said))[weight as usize]
    }
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
}
