//! *Hij*, *zij*, *hem* and *haar* where the reader of the letter seems to be meant.
//!
//! A letter speaks to its reader as *u*. A third person may also be someone else: the word is taken for the reader only where the
//! sentence and the one before it name nobody else and do not speak to the reader already.

use super::sentence::{Sentence, Word};

/// The words that may stand for the reader.
const PRONOUNS: &[&str] = &["haar", "hem", "hij", "zij"];

/// Words for somebody other than the reader; with what they end on (*ex-man*, *stiefzoon*).
const OTHERS: &[&str] = &[
    "advocaat",
    "ambtenaar",
    "arts",
    "baas",
    "baby",
    "broer",
    "buurman",
    "buurvrouw",
    "collega",
    "dochter",
    "dokter",
    "echtgenoot",
    "echtgenote",
    "familielid",
    "gemachtigde",
    "gezinslid",
    "grootmoeder",
    "grootvader",
    "hoofdpersoon",
    "jongen",
    "kind",
    "kleinkind",
    "man",
    "mens",
    "medewerker",
    "meisje",
    "moeder",
    "neef",
    "nicht",
    "oma",
    "oom",
    "opa",
    "ouder",
    "partner",
    "person",
    "persoon",
    "referent",
    "rechter",
    "tante",
    "tolk",
    "vader",
    "vriend",
    "vriendin",
    "vrouw",
    "werkgever",
    "zoon",
    "zus",
    "zuster",
];

/// Names that a motivering often has and that are nobody.
const PLACES: &[&str] = &["Europa", "Nederland", "Oekraïne", "Rusland", "Unie"];

/// Words with a place behind them.
const BEFORE_PLACES: &[&str] = &["in", "langs", "naar", "te", "uit", "vanuit", "via"];

/// Words that speak to the reader.
const READER: &[&str] = &["u", "uw", "uzelf"];

/// The index of the first word of a sentence that stands for the reader in the third person; `before` is the sentence before it.
#[must_use]
pub(super) fn reader_in(sentence: &Sentence<'_>, before: Option<&Sentence<'_>>) -> Option<usize> {
    let words = &sentence.words;
    let index = words.iter().position(|word| is_one_of(word, PRONOUNS))?;
    if words.iter().any(|word| is_one_of(word, READER)) {
        return None;
    }
    if names_somebody(sentence) || before.is_some_and(names_somebody) || is_plural(words, index) {
        return None;
    }
    Some(index)
}

/// Whether a sentence names somebody else than its reader.
fn names_somebody(sentence: &Sentence<'_>) -> bool {
    let before = std::iter::once(None).chain(sentence.words.iter().map(Some));
    before
        .zip(&sentence.words)
        .any(|(before, word)| is_person(word) || before.is_some_and(|it| is_name(it, word)))
}

/// Whether a word is one for a person, also for more than one (*kinderen*).
fn is_person(word: &Word<'_>) -> bool {
    let lower = word.text.to_lowercase();
    let one = lower.strip_suffix("en").unwrap_or(&lower);
    let one = one.strip_suffix("er").filter(|it| it.ends_with("kind")).unwrap_or(one);
    OTHERS.iter().any(|other| lower.ends_with(other) || one.ends_with(other))
}

/// Whether a word within a sentence is the name of somebody: it has a capital, and it is no country, city or adjective.
fn is_name(before: &Word<'_>, word: &Word<'_>) -> bool {
    let mut letters = word.text.chars();
    let capital =
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
    let place = is_one_of(before, BEFORE_PLACES) || PLACES.contains(&word.text) || word.text.ends_with("se");
    capital && !place
}

/// Whether *zij* is more than one: the verb beside it is plural.
fn is_plural(words: &[Word<'_>], index: usize) -> bool {
    let verb = |at: Option<usize>| {
        at.and_then(|at| words.get(at)).is_some_and(|word| word.text.ends_with("en") || word.text == "zijn")
    };
    words.get(index).is_some_and(|word| word.text.eq_ignore_ascii_case("zij"))
        && (verb(index.checked_add(1)) || verb(index.checked_sub(1)))
}

fn is_one_of(word: &Word<'_>, list: &[&str]) -> bool {
    let lower = word.text.to_lowercase();
    list.contains(&lower.as_str())
}

#[cfg(test)]
mod tests {
    use super::reader_in;
    use crate::plain::sentence::sentences;

    /// The word for the reader in the last sentence.
    fn found(text: &str) -> Option<&str> {
        let sentences = sentences(text);
        let last = sentences.last()?;
        let before = sentences.len().checked_sub(2).map(|at| &sentences[at]);
        reader_in(last, before).map(|index| last.words[index].text)
    }

    #[test]
    fn the_reader_in_the_third_person_is_found() {
        assert_eq!(found("Hij is op 3 maart 2022 vertrokken."), Some("Hij"));
        assert_eq!(found("Betrokkene woont in Polen. Dat zegt hij zelf."), Some("hij"));
        assert_eq!(found("Uit het paspoort blijkt dat zij in Nederland was."), Some("zij"));
        assert_eq!(found("Dat is aan hem te wijten."), Some("hem"));
        assert_eq!(found("Dit is ook in haar geval zo."), Some("haar"));
    }

    #[test]
    fn somebody_else_is_left_alone() {
        for text in [
            "Uw zoon was er ook. Hij is nu in Polen.",
            "U zegt dat hij uw man is.",
            "De referent heeft verklaard dat zij niet samenwoonden.",
            "Mensen vluchten, omdat zij gevaar lopen.",
            "Zij hebben dat gezegd.",
            "Dit zei mevrouw Petrenko. Zij is uw tante.",
            "U ging weg.",
            "Uw kinderen waren thuis. Hij zag dat.",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
