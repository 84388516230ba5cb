//! What a text that a person typed for a key becomes in a case file.

use super::country::{Country, Nationality};
use super::text::New;
use crate::words::{Holds, Key, Need};

/// The value of a key for what was typed, as a case file has it. What is no value of the key becomes a text: the reader of case
/// files says what is wrong with it.
#[must_use]
pub fn value_of(key: &Key, typed: &str) -> New {
    match (key.holds, key.need) {
        (Holds::YesNo, _) => match yes_or_no(typed) {
            Some(yes) => New::Plain(yes.to_string()),
            None => New::Text(typed.to_owned()),
        },
        (Holds::Words(_), Need::List) => New::List(parts(typed).map(|word| word_of(key, word)).collect()),
        (Holds::Words(_) | Holds::Block, _) => word_of(key, typed),
        (Holds::Nationalities, _) => New::List(parts(typed).map(code).collect()),
        (Holds::Country, _) => code(typed),
        (Holds::Date | Holds::BirthDate | Holds::Weeks, _) if is_bare(&typed.to_lowercase()) => {
            New::Plain(typed.to_lowercase())
        }
        (_, Need::List) => New::List(typed.lines().map(|line| New::Text(line.to_owned())).collect()),
        _ => New::Text(typed.to_owned()),
    }
}

/// Yes or no, in Dutch, as a case file has it, or as a Dutch spreadsheet shows it.
fn yes_or_no(typed: &str) -> Option<bool> {
    match typed.to_lowercase().as_str() {
        "ja" | "true" | "waar" => Some(true),
        "nee" | "false" | "onwaar" => Some(false),
        _ => None,
    }
}

/// The parts of a list that is typed on one line.
pub fn parts(typed: &str) -> impl Iterator<Item = &str> {
    typed.split([',', ';']).map(str::trim).filter(|part| !part.is_empty())
}

/// A word of a closed list, or the word that stands for a block; capitals make no difference.
fn word_of(key: &Key, typed: &str) -> New {
    let word = typed.to_lowercase();
    let known = key.words().contains(&word.as_str()) || matches!(key.holds, Holds::Block) && is_bare(&word);
    if known { New::Plain(word) } else { New::Text(typed.to_owned()) }
}

/// A code of a country as the file writes it, or what was typed.
fn code(typed: &str) -> New {
    if let Some(country) = Country::by_dutch_name(typed) {
        return New::Plain(country.code().to_owned());
    }
    let word = typed.to_lowercase();
    if Nationality::from_word(&word).is_some() {
        return New::Plain(word);
    }
    let is_code = typed.len() == 3 && typed.bytes().all(|b| b.is_ascii_alphabetic());
    if is_code { New::Plain(typed.to_ascii_uppercase()) } else { New::Text(typed.to_owned()) }
}

/// Whether YAML reads a text without quotes as it stands: digits and hyphens, or a word.
fn is_bare(text: &str) -> bool {
    !matches!(text, "" | "null")
        && (text.bytes().all(|b| b.is_ascii_digit() || b == b'-') && text.as_bytes().first() != Some(&b'-')
            || text.bytes().all(|b| b.is_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::value_of;
    use crate::case::model::{Feiten, Keys, Vreemdeling, Zaak, key_of};
    use crate::case::text::New;
    use crate::words::Fact;

    #[test]
    fn a_typed_text_becomes_what_the_file_has() {
        let value = |fact: Fact, typed: &str| value_of(key_of(fact).unwrap(), typed);
        let plain = |text: &str| New::Plain(text.to_owned());
        let text = |text: &str| New::Text(text.to_owned());
        assert_eq!(value(Feiten::dienstplichtig, "Ja"), plain("true"));
        assert_eq!(value(Feiten::dienstplichtig, "ONWAAR"), plain("false"));
        assert_eq!(value(Feiten::dienstplichtig, "j"), text("j"));
        assert_eq!(
            value(Vreemdeling::nationaliteiten, "Oekraïne; rus"),
            New::List(vec![plain("UKR"), plain("RUS")])
        );
        assert_eq!(value(Feiten::asielstatus_elders, "Atlantis"), text("Atlantis"));
        assert_eq!(value(Vreemdeling::geslacht, "man"), plain("man"));
        assert_eq!(value(Vreemdeling::geslacht, "Man"), plain("man"));
        assert_eq!(value(Vreemdeling::geslacht, "M"), text("M"));
        assert_eq!(value(Vreemdeling::nationaliteiten, "Staatloos"), New::List(vec![plain("staatloos")]));
        assert_eq!(value(Vreemdeling::geboortedatum, "Onbekend"), plain("onbekend"));
        assert_eq!(value(Vreemdeling::adres, "onbekend"), plain("onbekend"));
        assert_eq!(value(Zaak::kenmerk, "{a: b}"), text("{a: b}"));
        assert_eq!(value(Vreemdeling::geboortedatum, "1987-03"), plain("1987-03"));
        assert_eq!(value(Vreemdeling::geboortedatum, "null"), text("null"));
    }

    #[test]
    fn nothing_that_is_typed_becomes_more_than_a_value() {
        for key in Keys::all().flat_map(Keys::rows) {
            for typed in
                ["{a: b}", "a: b", "[a]", "- a", "*a", "&a b", "!!x", "a # b", "| a", "null", "~", "\"", "'"]
            {
                let is_safe = |value: &New| !matches!(value, New::Plain(word) if !word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-'));
                let value = value_of(key, typed);
                let safe = match &value {
                    New::List(items) => items.iter().all(is_safe),
                    value => is_safe(value),
                };
                assert!(safe, "{}: {typed}: {value:?}", key.fact.pattern());
            }
        }
    }
}
