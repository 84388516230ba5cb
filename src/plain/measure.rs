//! Figures about texts: words, sentences, syllables, and the readability of Douma.

use super::LONG_WORD;
use super::sentence::sentences;
use super::syllable::syllables;
use std::ops::AddAssign;

/// What was counted in one or more texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    /// The sentences.
    pub sentences: usize,
    /// The words.
    pub words: usize,
    /// The syllables of the words.
    pub syllables: usize,
    /// The words of [`LONG_WORD`] letters or more.
    pub long_words: usize,
    /// The words of the longest sentence.
    pub longest: usize,
}

impl Measure {
    /// Counts a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut found = Self::default();
        for sentence in sentences(text) {
            found.sentences += 1;
            found.words += sentence.words.len();
            found.longest = found.longest.max(sentence.words.len());
            for word in &sentence.words {
                found.syllables += syllables(word.text);
                let letters = word.text.chars().filter(|c| c.is_alphabetic()).count();
                found.long_words += usize::from(letters >= LONG_WORD);
            }
        }
        found
    }

    /// The mean number of words of a sentence; `None` without a sentence.
    #[must_use]
    pub fn words_a_sentence(&self) -> Option<f64> {
        ratio(self.words, self.sentences)
    }

    /// The readability of Douma: 206.84 − 0.93 × words a sentence − 77 × syllables a word. The higher, the easier; about 60
    /// to 70 is plain Dutch. `None` without a word.
    ///
    /// W.H. Douma, *De leesbaarheid van landbouwbladen* (Wageningen 1960), fitted the figure of Flesch (1948) to Dutch,
    /// whose words have more syllables than English ones.
    #[must_use]
    pub fn flesch_douma(&self) -> Option<f64> {
        let syllables = ratio(self.syllables, self.words)?;
        Some(206.84 - 0.93 * self.words_a_sentence()? - 77.0 * syllables)
    }
}

impl AddAssign for Measure {
    fn add_assign(&mut self, other: Self) {
        self.sentences += other.sentences;
        self.words += other.words;
        self.syllables += other.syllables;
        self.long_words += other.long_words;
        self.longest = self.longest.max(other.longest);
    }
}

/// `None` when the second is zero. The counts of a text are far below what a float holds exactly.
fn ratio(number: usize, of: usize) -> Option<f64> {
    let float = |count: usize| u32::try_from(count).map(f64::from).ok();
    if of == 0 { None } else { Some(float(number)? / float(of)?) }
}

#[cfg(test)]
mod tests {
    use super::Measure;

    #[test]
    fn the_figure_is_that_of_the_formula() {
        let measure = Measure::of("U moet Nederland verlaten. Dat is ons besluit.");
        assert_eq!((measure.sentences, measure.words, measure.syllables, measure.longest), (2, 8, 13, 4));
        let expected = 206.84 - 0.93 * 4.0 - 77.0 * 13.0 / 8.0;
        assert!((measure.flesch_douma().unwrap() - expected).abs() < 1e-9);
        assert_eq!(Measure::default().flesch_douma(), None);
        assert_eq!(Measure::of("– …").words_a_sentence(), None);
    }

    #[test]
    fn long_words_and_long_sentences_read_harder() {
        let plain = Measure::of("U mag niet in ons land blijven. U moet nu weg.");
        let hard = Measure::of(
            "Betrokkene dient teneinde vervolgprocedures aanhangig te maken Nederland te verlaten.",
        );
        assert!(plain.flesch_douma() > hard.flesch_douma());
        assert_eq!((plain.long_words, hard.long_words), (0, 2));
    }

    #[test]
    fn measures_add_up() {
        let mut sum = Measure::of("Een twee drie.");
        sum += Measure::of("Een. Twee.");
        assert_eq!((sum.sentences, sum.words, sum.longest), (3, 5, 3));
    }
}
