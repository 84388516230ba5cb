//! The syllables of a Dutch word, by its groups of vowels.
//!
//! A count for a figure about whole texts: right for nearly every word of a letter, wrong for some loan words and names.

/// Letters that sound as one vowel, the longest first.
const GROUPS: &[&str] = &[
    "aai", "ooi", "oei", "eeu", "ieu", "eau", "oeu", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ei",
    "ij", "au", "ou", "ai", "oi", "ay", "ey", "oy", "uy",
];

/// Stands where a syllable begins although no consonant parts the vowels: in front of *ë*, *ï*, and at a hyphen.
const BREAK: char = '-';

/// The number of syllables of a word: at least 1. A number counts as one, and so does each letter of a word in capitals that
/// is spelled out (*BRP*).
#[must_use]
pub fn syllables(word: &str) -> usize {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    if (2..=4).contains(&letters) && word.chars().all(char::is_uppercase) {
        return letters;
    }
    let word = simplified(word);
    let mut rest = word.as_str();
    let (mut count, mut before) = (0, ' ');
    while let Some(first) = rest.chars().next() {
        let length = group(rest, before);
        count += usize::from(length > 0);
        let taken = if length > 0 { length } else { first.len_utf8() };
        before = rest.get(..taken).and_then(|taken| taken.chars().next_back()).unwrap_or(' ');
        rest = rest.get(taken..).unwrap_or("");
    }
    count.max(1)
}

/// The length of the group of vowels with which a text begins; 0 when it begins with none.
fn group(text: &str, before: char) -> usize {
    if text.starts_with("eum") {
        return 1; // mu-se-um
    }
    if before == 't' && text.starts_with("io") {
        return 2; // sta-tion, na-tio-na-li-teit
    }
    if let Some(group) = GROUPS.iter().find(|group| text.starts_with(**group)) {
        return group.len();
    }
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some('u'), Some(next)) if before == 'q' && is_vowel(next) => 0,
        (Some('y'), Some(next)) if !before.is_alphabetic() && is_vowel(next) => 0,
        (Some(c), _) => usize::from(is_vowel(c)),
        _ => 0,
    }
}

const fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// The word in small letters without accents, with a break in front of each vowel that has a trema.
fn simplified(word: &str) -> String {
    let mut plain = String::with_capacity(word.len() + 4);
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            'ä' | 'ë' | 'ï' | 'ö' | 'ü' => {
                plain.push(BREAK);
                plain.push(match c {
                    'ä' => 'a',
                    'ë' => 'e',
                    'ï' => 'i',
                    'ö' => 'o',
                    _ => 'u',
                });
            }
            'à' | 'á' | 'â' => plain.push('a'),
            'è' | 'é' | 'ê' => plain.push('e'),
            'ì' | 'í' | 'î' => plain.push('i'),
            'ò' | 'ó' | 'ô' => plain.push('o'),
            'ù' | 'ú' | 'û' => plain.push('u'),
            'ĳ' => plain.push_str("ij"),
            _ => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::syllables;

    /// Words as the word lists divide them, each with its number of syllables.
    const WORDS: &[(&str, usize)] = &[
        ("u", 1),
        ("brief", 1),
        ("besluit", 2),
        ("bezwaar", 2),
        ("rechter", 2),
        ("beroep", 2),
        ("bescherming", 3),
        ("tijdelijke", 4),
        ("Oekraïne", 4),
        ("Oekraïense", 4),
        ("Nederland", 3),
        ("Europese", 4),
        ("vreemdeling", 3),
        ("Vreemdelingenwet", 5),
        ("nationaliteit", 5),
        ("station", 2),
        ("situatie", 4),
        ("individuele", 6),
        ("officieel", 4),
        ("financieel", 4),
        ("sociaal", 3),
        ("speciale", 4),
        ("januari", 4),
        ("augustus", 3),
        ("nieuw", 1),
        ("nieuwe", 2),
        ("eeuwen", 2),
        ("mooie", 2),
        ("zaaien", 2),
        ("koeien", 2),
        ("draaiend", 2),
        ("beëindigen", 4),
        ("geïnformeerd", 4),
        ("ideeën", 3),
        ("zeeën", 2),
        ("reële", 3),
        ("coördinatie", 5),
        ("patiënt", 3),
        ("Syrië", 3),
        ("Israël", 3),
        ("Turkije", 3),
        ("categorieën", 5),
        ("beantwoorden", 4),
        ("beoordelen", 4),
        ("geopend", 3),
        ("zoals", 2),
        ("chaos", 2),
        ("reactie", 3),
        ("theater", 3),
        ("bureau", 2),
        ("aquarium", 4),
        ("museum", 3),
        ("toilet", 2),
        ("type", 2),
        ("yoga", 2),
        ("hypotheek", 3),
        ("privé", 2),
        ("één", 1),
        ("bijeen", 2),
        ("buitenbehandelingstelling", 8),
        ("rechtsbijstand", 3),
        ("gezinsleden", 4),
        ("vrouwen", 2),
        ("blauw", 1),
        ("huis", 1),
        ("toe-eigenen", 4),
        ("zo-even", 3),
        ("kĳken", 2),
        ("2026", 1),
        ("BRP", 3),
        ("nr", 1),
    ];

    #[test]
    fn words_have_the_syllables_of_the_word_lists() {
        assert!(WORDS.len() >= 60);
        let wrong: Vec<String> = WORDS
            .iter()
            .filter(|(word, right)| syllables(word) != *right)
            .map(|(word, right)| format!("{word}: {} in plaats van {right}", syllables(word)))
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
