//! The characters that a letter can hold: those of the scripts that the layout supports.
//!
//! The list is the same for every font: a font of the organisation may have Arabic or Chinese, but lines are
//! set from left to right, character by character, and a name that would be printed wrongly must be refused.

use std::ops::RangeInclusive;
use unicode_normalization::UnicodeNormalization as _;

/// How much of a font a file embeds: most letters need a quarter of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Latin-1, Latin Extended-A, the alphabets of Ukrainian and Russian, dashes, quotes, bullets, the euro.
    Small,
    /// Names in any Latin alphabet too, with accents that are placed; the number sign.
    Names,
    /// All characters of the font that a letter can hold.
    Full,
}

impl Tier {
    /// Every tier, from small to large.
    pub const ALL: [Self; 3] = [Self::Small, Self::Names, Self::Full];

    /// The smallest tier that has every character of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        if text.chars().all(|c| Self::Small.has(c)) {
            return Self::Small;
        }
        // A letter and its accent are drawn as one where there is a character for both.
        text.nfc().map(Self::with).max().unwrap_or(Self::Small)
    }
}

/// Latin with modifier letters, accents, Greek, Cyrillic, punctuation and currency; the list `unicodes` of
/// `fonts/prepare.sh`.
const WRITABLE: &[RangeInclusive<char>] = &[
    ' '..='~',
    '\u{A0}'..='\u{24F}',
    '\u{253}'..='\u{254}',
    '\u{256}'..='\u{257}',
    '\u{259}'..='\u{259}',
    '\u{25B}'..='\u{25B}',
    '\u{260}'..='\u{260}',
    '\u{263}'..='\u{263}',
    '\u{268}'..='\u{269}',
    '\u{272}'..='\u{272}',
    '\u{275}'..='\u{275}',
    '\u{28A}'..='\u{28B}',
    '\u{292}'..='\u{292}',
    '\u{294}'..='\u{294}',
    '\u{2B0}'..='\u{2DF}',
    '\u{300}'..='\u{36F}',
    '\u{370}'..='\u{3FF}',
    '\u{400}'..='\u{52F}',
    '\u{1E00}'..='\u{1EFF}',
    '\u{2010}'..='\u{2015}',
    '\u{2018}'..='\u{201F}',
    '\u{2020}'..='\u{2022}',
    '\u{2026}'..='\u{2026}',
    '\u{202F}'..='\u{202F}',
    '\u{2030}'..='\u{2030}',
    '\u{2032}'..='\u{2035}',
    '\u{2039}'..='\u{203A}',
    '\u{2044}'..='\u{2044}',
    '\u{20A0}'..='\u{20BF}',
    '\u{2116}'..='\u{2116}',
    '\u{2122}'..='\u{2122}',
    '\u{2212}'..='\u{2212}',
];

/// Substitutes for characters that a font lacks, best first: they look alike, and the PDF still records the
/// original character.
const STAND_INS: &[(char, &[char])] =
    &[('\u{A0}', &[' ']), ('\u{AD}', &['\u{2010}', '-']), ('\u{2011}', &['\u{2010}', '-'])];

/// The characters beyond Basic Latin in the templates and in Dutch names and addresses.
const DUTCH: &str = "ÀÁÂÄÇÈÉÊËÌÍÎÏÑÒÓÔÖÙÚÛÜàáâäçèéêëìíîïñòóôöùúûü‘’“”–…•\u{A0}\u{AD}\u{2011}";

/// The letters of Ukrainian and Russian: every letter has a line in these languages.
const CYRILLIC: &str = "ЁЄІЇАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюяёєіїҐґ";

/// Every character that a letter can hold, in order.
pub(super) fn writable() -> impl Iterator<Item = char> {
    WRITABLE.iter().cloned().flatten()
}

/// The characters that a font must have, because any letter may hold them.
pub fn required() -> impl Iterator<Item = char> {
    (' '..='~').chain(DUTCH.chars()).chain(CYRILLIC.chars())
}

/// The substitutes for a character, best first.
pub(super) fn stand_ins(c: char) -> &'static [char] {
    STAND_INS.iter().find(|(of, _)| *of == c).map_or(&[], |(_, stand_ins)| stand_ins)
}

impl Tier {
    /// Whether a character is in the tier; the lists of `fonts/prepare.sh`.
    pub(crate) fn has(self, c: char) -> bool {
        let is_small = matches!(c,
            '\n' | '\r' | '\t' | ' '..='~' | '\u{A0}'..='\u{17F}' | '\u{2BC}' | '\u{401}' | '\u{404}'
            | '\u{406}'..='\u{407}' | '\u{410}'..='\u{44F}' | '\u{451}' | '\u{454}' | '\u{456}'..='\u{457}'
            | '\u{490}'..='\u{491}' | '\u{2010}'..='\u{2015}' | '\u{2018}'..='\u{201F}'
            | '\u{2020}'..='\u{2022}' | '\u{2026}' | '\u{2039}' | '\u{203A}' | '\u{20AC}' | '\u{2212}');
        let in_names = || matches!(c, '\u{180}'..='\u{36F}' | '\u{1E00}'..='\u{1EFF}' | '\u{2116}');
        match self {
            Self::Small => is_small,
            Self::Names => is_small || in_names(),
            Self::Full => true,
        }
    }

    /// The smallest tier that has a character.
    pub(super) fn with(c: char) -> Self {
        Self::ALL.into_iter().find(|tier| tier.has(c)).unwrap_or(Self::Full)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_font_must_have_every_character_of_the_templates() {
        let mut seen = 0;
        for folder in ["letter-templates", "letter-templates/grounds", "letter-templates/parts"] {
            let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
            for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                if path.is_dir() || path.ends_with("README.md") {
                    continue;
                }
                let text = std::fs::read_to_string(&path).unwrap();
                let missing = text.chars().find(|&c| c != '\n' && !required().any(|known| known == c));
                assert_eq!(missing, None, "{}", path.display());
                seen += 1;
            }
        }
        assert!(seen > 30);
    }

    #[test]
    fn characters_are_in_order() {
        let all: Vec<char> = writable().collect();
        assert!(all.is_sorted_by(|a, b| a < b) && all.len() > 1_400);
        assert!(required().all(|c| all.binary_search(&c).is_ok() && Tier::Small.has(c)));
        assert!(STAND_INS.iter().flat_map(|(_, instead)| *instead).all(|&c| Tier::Small.has(c)));
    }
}
