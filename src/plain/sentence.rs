//! The sentences of a text, each with its words and where they stand.
//!
//! A blank line, an item of a list and a heading end a sentence; a line break within a paragraph does not. A full stop does,
//! unless it belongs to an abbreviation, an initial or a date, or a small letter follows.

use super::abbreviation::ends_sentence;
use std::ops::Range;

/// A sentence: its words in order, at least one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence<'a> {
    /// The words.
    pub words: Vec<Word<'a>>,
}

/// A word, without the punctuation around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// The word as it is written.
    pub text: &'a str,
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
}

/// A piece of text between white space, with its place in bytes.
struct Token<'a> {
    text: &'a str,
    start: usize,
}

/// The sentences of a text, in order.
#[must_use]
pub fn sentences(text: &str) -> Vec<Sentence<'_>> {
    let mut found = Vec::new();
    for unit in units(text) {
        let mut sentence = Sentence::default();
        for (index, token) in unit.iter().enumerate() {
            sentence.words.extend(word(token));
            let next = unit.get(index + 1).map_or("", |next| next.text);
            if ends_sentence(token.text, next) {
                found.push(std::mem::take(&mut sentence));
            }
        }
        found.push(sentence);
    }
    found.retain(|sentence| !sentence.words.is_empty());
    found
}

/// The word in a token; `None` when it holds no letter and no digit.
fn word<'a>(token: &Token<'a>) -> Option<Word<'a>> {
    let from = token.text.find(char::is_alphanumeric)?;
    let text = token.text.get(from..)?.trim_end_matches(|c: char| !c.is_alphanumeric());
    let start = token.start + from;
    Some(Word { text, range: start..start + text.len() })
}

/// What ends by itself: each paragraph, item of a list and heading.
fn units(text: &str) -> Vec<Vec<Token<'_>>> {
    let mut units = vec![Vec::new()];
    // The column of the item to which the next line may belong; `None` outside a list.
    let mut item: Option<usize> = None;
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        let from = start;
        start += line.len();
        let words = line.trim_start();
        let column = line.len() - words.len();
        let mark = mark(words);
        let apart = words.is_empty() || mark > 0 || item.is_some_and(|item| column <= item);
        if apart {
            units.push(Vec::new());
            item = None;
        }
        if mark > 0 {
            item = Some(column);
        }
        if let Some(unit) = units.last_mut() {
            let start = from + column + mark;
            let tokens = tokens(words.get(mark..).unwrap_or(""));
            unit.extend(tokens.map(|(at, text)| Token { text, start: start + at }));
        }
        if words.starts_with('#') {
            units.push(Vec::new());
        }
    }
    units
}

/// The length of the mark of an item of a list or of a heading with which a line begins; 0 for any other line.
fn mark(line: &str) -> usize {
    let sign = line.trim_start_matches(['-', '–', '•', '*', '+', '#', '>']);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let number = line.get(digits..).filter(|_| (1..=3).contains(&digits));
    let number = number.and_then(|rest| rest.strip_prefix(['.', ')']));
    let behind = if sign.len() < line.len() { Some(sign) } else { number };
    behind.filter(|rest| rest.starts_with(char::is_whitespace)).map_or(0, |rest| line.len() - rest.len())
}

/// The words of a text between spaces, each with the place where it begins.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_whitespace().map(move |token| {
        let start = text.get(at..).and_then(|rest| rest.find(token)).unwrap_or(0) + at;
        at = start + token.len();
        (start, token)
    })
}

#[cfg(test)]
mod tests {
    use super::sentences;

    /// The number of words of each sentence.
    fn lengths(text: &str) -> Vec<usize> {
        sentences(text).iter().map(|sentence| sentence.words.len()).collect()
    }

    #[test]
    fn a_full_stop_a_question_and_a_call_end_a_sentence() {
        assert_eq!(lengths("U bent hier. Bent u ziek? Kom dan! Tot ziens."), [3, 3, 2, 2]);
        assert_eq!(lengths("Dat zei u (op 3 maart 2022). U ging weg."), [7, 3]);
        assert_eq!(lengths("“Ik was thuis.” Dat zei u. **Vet.** Niet vet."), [3, 3, 1, 2]);
        assert_eq!(lengths(""), [0; 0]);
        assert_eq!(lengths("zonder punt"), [2]);
    }

    #[test]
    fn abbreviations_initials_dates_and_articles_end_none() {
        for text in [
            "Stuur dit t.a.v. Kamer 3 aan ons.",
            "Mw. Okafor en dhr. J.P. de Boer kwamen langs.",
            "Onder nr. 12 staat o.a. Uw naam.",
            "Volgens art. 3.1a Vb 2000 en artikel 6:16 Awb is dat zo.",
            "Op 20.11.2026 en op 3 nov. 2026 was u hier.",
            "De heer A. Bakker belde om 10.30 uur.",
            "Neem bijv. Uw paspoort mee, d.w.z. Het boekje.",
            "Dit geldt enz. voor u en ca. 3 anderen.",
        ] {
            assert_eq!(lengths(text).len(), 1, "{text}");
        }
        assert_eq!(lengths("Neem uw paspoort e.d. mee. Neem ook geld e.d. Kom op tijd.").len(), 3);
        assert_eq!(lengths("U kwam in 2022. Daarna ging u weg.").len(), 2);
        assert_eq!(lengths("Zie bladzijde 3. U las dat.").len(), 2);
    }

    #[test]
    fn items_headings_and_paragraphs_are_sentences_of_their_own() {
        assert_eq!(
            lengths("U liet zien:\n- uw paspoort\n- uw huurcontract in\n  Polen\n1. een\n2) twee drie"),
            [3, 2, 4, 1, 2]
        );
        assert_eq!(lengths("# Kop van drie\nWoorden hier\nen daar.\n\nNieuw stuk"), [3, 4, 2]);
        assert_eq!(lengths("- een\nVerder na de lijst"), [1, 4]);
        assert_eq!(lengths("-5 graden\r\n\r\n2 dagen"), [2, 2]);
    }

    #[test]
    fn a_word_knows_its_place() {
        let text = "Één (*twee*),\n- drie.";
        let found = sentences(text);
        let words: Vec<&str> =
            found.iter().flat_map(|s| &s.words).map(|word| &text[word.range.clone()]).collect();
        assert_eq!(words, ["Één", "twee", "drie"]);
        assert!(found.iter().flat_map(|s| &s.words).all(|word| text[word.range.clone()] == *word.text));
    }
}
