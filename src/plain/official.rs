//! Words of officials, each with plainer words that say the same to the reader of a letter.
//!
//! The list is our own. It leaves out what the law names so (*bezwaar*, *termijn*, *op grond van*): such a word is explained, not
//! replaced.

use super::sentence::{Sentence, Word};

/// An official word or phrase, with what to write instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Official {
    /// The words, in small letters; `…` stands for any words in between.
    pub official: &'static str,
    /// Plainer words, the best one first.
    pub plain: &'static [&'static str],
}

/// How many words may stand where a phrase has `…`.
const FAR: usize = 20;

macro_rules! officials {
    ($($official:literal => $($plain:literal),+;)+) => {
        /// The list, in the order of the alphabet.
        pub const OFFICIAL: &[Official] = &[$(Official { official: $official, plain: &[$($plain),+] },)+];
    };
}

officials! {
    "aangaande" => "over";
    "aangezien" => "omdat";
    "aanvang" => "begin";
    "aanvangen" => "beginnen";
    "abusievelijk" => "per ongeluk";
    "alsmede" => "en", "en ook";
    "alsook" => "en ook";
    "alvorens" => "voordat";
    "behoudens" => "behalve";
    "benevens" => "en";
    "betrokkene" => "u";
    "betrokkenes" => "uw";
    "bewerkstelligen" => "zorgen voor";
    "bij gebreke van" => "zonder";
    "bijgevolg" => "daarom";
    "conform" => "volgens";
    "daar waar" => "als", "waar";
    "daaromtrent" => "daarover";
    "daartoe" => "daarvoor";
    "de vreemdeling" => "u";
    "derhalve" => "daarom";
    "desalniettemin" => "toch";
    "desbetreffende" => "deze", "dit";
    "desgevraagd" => "toen wij het vroegen";
    "desgewenst" => "als u dat wilt";
    "dien aangaande" => "daarover";
    "dienaangaande" => "daarover";
    "dienen … te" => "moeten";
    "diens" => "zijn", "haar", "uw";
    "dient … te" => "moet";
    "dientengevolge" => "daardoor";
    "doch" => "maar";
    "doen toekomen" => "sturen";
    "echter" => "maar";
    "eerstgenoemde" => "de eerste";
    "evenals" => "net als";
    "eveneens" => "ook";
    "evenwel" => "maar", "toch";
    "gebezigd" => "gebruikt";
    "gedurende" => "tijdens";
    "gehouden is" => "moet";
    "gelet op" => "omdat", "wij keken naar";
    "geschieden" => "gebeuren";
    "geschiedt" => "gebeurt";
    "gezien het feit dat" => "omdat";
    "heden" => "vandaag", "nu";
    "hetgeen" => "wat";
    "hieromtrent" => "hierover";
    "hiertoe" => "hiervoor";
    "in casu" => "in uw zaak";
    "in het kader van" => "voor", "bij";
    "in verband met het feit dat" => "omdat";
    "indien" => "als";
    "ingevolge" => "volgens";
    "inzake" => "over";
    "jegens" => "tegen", "voor";
    "krachtens" => "volgens";
    "met betrekking tot" => "over";
    "met inachtneming van" => "volgens";
    "middels" => "met", "door";
    "mits" => "als", "alleen als";
    "naar aanleiding van" => "door", "na";
    "nadien" => "daarna";
    "niettegenstaande" => "ook al";
    "niettemin" => "toch";
    "nimmer" => "nooit";
    "nochtans" => "toch";
    "nopens" => "over";
    "omtrent" => "over";
    "onderhavige" => "deze", "dit";
    "onverwijld" => "direct";
    "op grond daarvan" => "daarom";
    "op grond hiervan" => "daarom";
    "overeenkomstig" => "volgens";
    "overgelegd" => "laten zien", "gegeven";
    "reeds" => "al";
    "respectievelijk" => "en", "of";
    "te allen tijde" => "altijd";
    "te dien aanzien" => "daarover";
    "te zijner tijd" => "later";
    "teneinde" => "om";
    "tengevolge van" => "door";
    "ter zake van" => "over", "voor";
    "terzake" => "daarover";
    "thans" => "nu";
    "tot op heden" => "tot nu toe";
    "uit dien hoofde" => "daarom";
    "uit hoofde van" => "door", "vanwege";
    "veelal" => "vaak";
    "verstreken" => "voorbij";
    "verzoeker" => "u";
    "voorafgaand aan" => "voor", "voordat";
    "vooralsnog" => "nu nog", "voorlopig";
    "voormelde" => "deze", "dit";
    "voornoemde" => "deze", "dit";
    "voorts" => "ook", "verder";
    "vorenstaande" => "wat hierboven staat";
    "wederom" => "weer", "opnieuw";
    "zijdens" => "van";
    "zodoende" => "zo", "daarom";
    "zorg dragen" => "zorgen";
    "zulks" => "dat";
}

impl Official {
    /// The longest official phrase that begins with a word of a sentence, and the number of words that it takes.
    #[must_use]
    pub fn at(sentence: &Sentence<'_>, index: usize) -> Option<(&'static Self, usize)> {
        let words = sentence.words.get(index..)?;
        let found = OFFICIAL.iter().filter_map(|it| Some((it, it.length_in(words)?)));
        found.max_by_key(|(it, _)| it.official.len())
    }

    /// The number of words that the phrase takes at the beginning of these; `None` when they do not begin with it. Of a phrase
    /// with `…` only what stands in front of it is taken.
    fn length_in(&self, words: &[Word<'_>]) -> Option<usize> {
        let (first, last) = self.official.split_once(" … ").unwrap_or((self.official, ""));
        let mut taken = 0;
        for part in first.split(' ') {
            if !same(words.get(taken)?, part) {
                return None;
            }
            taken += 1;
        }
        let rest = words.get(taken..)?;
        (last.is_empty() || rest.iter().take(FAR).any(|word| same(word, last))).then_some(taken)
    }
}

fn same(word: &Word<'_>, part: &str) -> bool {
    word.text.chars().flat_map(char::to_lowercase).eq(part.chars())
}

#[cfg(test)]
mod tests {
    use super::{OFFICIAL, Official};
    use crate::plain::sentence::sentences;

    fn found(text: &str) -> Vec<&'static str> {
        let sentences = sentences(text);
        let at = |index| Official::at(&sentences[0], index);
        (0..sentences[0].words.len()).filter_map(at).map(|(it, _)| it.official).collect()
    }

    #[test]
    fn the_list_is_in_order_and_has_every_word_once() {
        assert!(OFFICIAL.len() >= 60);
        for pair in OFFICIAL.windows(2) {
            assert!(pair[0].official < pair[1].official, "{} / {}", pair[0].official, pair[1].official);
        }
    }

    #[test]
    fn what_is_plainer_is_not_on_the_list() {
        for it in OFFICIAL {
            assert!(!it.plain.is_empty() && it.official == it.official.to_lowercase(), "{}", it.official);
            for plain in it.plain {
                assert!(found(plain).is_empty(), "{}: {plain}", it.official);
            }
        }
    }

    #[test]
    fn words_and_phrases_are_found_in_any_case() {
        assert_eq!(
            found("Gelet op het verzoek van betrokkene is dat thans zo."),
            ["gelet op", "betrokkene", "thans"]
        );
        assert_eq!(found("U dient dit vandaag aan te tonen."), ["dient … te"]);
        assert!(found("U dient een verzoek in.").is_empty());
        assert!(found("U kunt dit met de gemeente regelen.").is_empty());
    }
}
