//! Advice on a text for the reader of a letter: sentences that are too long, official words, the third person.
//!
//! An advice says nothing of what the text is about: no more than words of our own lists.

use super::MOST_WORDS;
use super::official::Official;
use super::sentence::{Sentence, sentences};
use super::third_person::reader_in;
use std::ops::Range;

/// One advice on a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What it is about.
    pub about: About,
    /// Where the words concerned stand in the text, in bytes; of a long sentence its first word.
    pub range: Range<usize>,
}

/// What an advice is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// A sentence of more than [`MOST_WORDS`] words: how many.
    LongSentence(usize),
    /// An official word.
    OfficialWord(&'static Official),
    /// The reader in the third person: the word, in small letters.
    ThirdPerson(String),
}

impl About {
    /// What kind of advice this is, as JSON names it.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::LongSentence(_) => "lange_zin",
            Self::OfficialWord(_) => "ambtelijk_woord",
            Self::ThirdPerson(_) => "derde_persoon",
        }
    }

    /// What to do, in Dutch.
    #[must_use]
    pub fn advice(&self) -> String {
        match self {
            Self::LongSentence(words) => {
                format!(
                    "Deze zin heeft {words} woorden. Maak er zinnen van met ten hoogste {MOST_WORDS} woorden."
                )
            }
            Self::OfficialWord(Official { official, plain }) => {
                let plain: Vec<String> = plain.iter().map(|it| format!("“{it}”")).collect();
                format!("“{official}” is een ambtelijk woord. Schrijf {}.", plain.join(" of "))
            }
            Self::ThirdPerson(word) if word == "haar" => {
                format!("“{word}”: bedoelt u de lezer? Schrijf dan “u” of “uw”.")
            }
            Self::ThirdPerson(word) => format!("“{word}”: bedoelt u de lezer? Schrijf dan “u”."),
        }
    }
}

/// All advice on a text, in the order of the text.
#[must_use]
pub fn remarks(text: &str) -> Vec<Remark> {
    let sentences = sentences(text);
    let mut found = Vec::new();
    let mut before = None;
    for sentence in &sentences {
        of_sentence(sentence, before, &mut found);
        before = Some(sentence);
    }
    found
}

fn of_sentence(sentence: &Sentence<'_>, before: Option<&Sentence<'_>>, found: &mut Vec<Remark>) {
    let words = &sentence.words;
    let first = found.len();
    if let (Some(word), true) = (words.first(), words.len() > MOST_WORDS) {
        found.push(Remark { about: About::LongSentence(words.len()), range: word.range.clone() });
    }
    let mut index = 0;
    while let Some(word) = words.get(index) {
        let Some((official, taken)) = Official::at(sentence, index) else {
            index += 1;
            continue;
        };
        index += taken.max(1);
        let end = words.get(index - 1).map_or(word.range.end, |last| last.range.end);
        found.push(Remark { about: About::OfficialWord(official), range: word.range.start..end });
    }
    if let Some(word) = reader_in(sentence, before).and_then(|index| words.get(index)) {
        let about = About::ThirdPerson(word.text.to_lowercase());
        found.push(Remark { about, range: word.range.clone() });
    }
    if let Some(own) = found.get_mut(first..) {
        own.sort_by_key(|remark| remark.range.start);
    }
}

#[cfg(test)]
mod tests {
    use super::remarks;

    fn kinds(text: &str) -> Vec<(&'static str, &str)> {
        remarks(text).into_iter().map(|it| (it.about.kind(), &text[it.range])).collect()
    }

    #[test]
    fn every_kind_of_advice_is_given_in_the_order_of_the_text() {
        let long = format!("Gelet op het dossier is {}klaar.", "heel ".repeat(15));
        assert_eq!(kinds(&long), [("lange_zin", "Gelet"), ("ambtelijk_woord", "Gelet op")]);
        assert_eq!(kinds(&long.replace("heel klaar", "klaar")), [("ambtelijk_woord", "Gelet op")]);
        let text = "Dat was hij. Indien betrokkene dit wil, dient zij dit te zeggen.";
        assert_eq!(
            kinds(text),
            [
                ("derde_persoon", "hij"),
                ("ambtelijk_woord", "Indien"),
                ("ambtelijk_woord", "betrokkene"),
                ("ambtelijk_woord", "dient"),
                ("derde_persoon", "zij"),
            ]
        );
        assert!(kinds("U hebt dit gezegd. Daarom besluiten wij dit.").is_empty());
    }

    #[test]
    fn an_advice_repeats_nothing_but_the_words_concerned() {
        let text = "Betrokkene Kovalenko woont thans bij Petrenko en hij heeft een hond, een kat, een vis, een vogel, een paard en een konijn in huis.";
        let said: String = remarks(text).iter().map(|it| it.about.advice()).collect();
        assert!(said.contains("betrokkene") && said.contains("woorden"), "{said}");
        assert!(!said.contains("Kovalenko") && !said.contains("hond"), "{said}");
    }
}
