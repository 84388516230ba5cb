//! The country that somebody probably meant who wrote no code: for hints only, a case file has codes.

use crate::case::country::{Country, countries};
use crate::words::Language;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Adjectives that do not begin as the Dutch name of their country does, without their last `e`.
const ADJECTIVES: [(&str, &str); 24] = [
    ("afghaans", "AFG"),
    ("amerikaans", "USA"),
    ("belarussisch", "BLR"),
    ("brits", "GBR"),
    ("deens", "DNK"),
    ("engels", "GBR"),
    ("frans", "FRA"),
    ("grieks", "GRC"),
    ("hongaars", "HUN"),
    ("iers", "IRL"),
    ("indias", "IND"),
    ("iraaks", "IRQ"),
    ("iraans", "IRN"),
    ("kroatisch", "HRV"),
    ("moldavisch", "MDA"),
    ("nederlands", "NLD"),
    ("noors", "NOR"),
    ("pools", "POL"),
    ("portugees", "PRT"),
    ("russisch", "RUS"),
    ("spaans", "ESP"),
    ("syrisch", "SYR"),
    ("turks", "TUR"),
    ("zweeds", "SWE"),
];

/// Shortest beginning of a name that says which country it is.
const SHORTEST_STEM: usize = 4;

/// The country of a code in small letters (`nga`), of two letters (`UA`) or with a letter too many (`UKRA`), of
/// a Dutch name or of its adjective (`Oekraïne`, `Oekraïense`).
pub(super) fn meant_country(text: &str) -> Option<Country> {
    let upper = text.to_uppercase();
    Country::parse(&upper)
        .or_else(|| Country::by_alpha_2(&upper))
        .or_else(|| Country::by_dutch_name(text))
        .or_else(|| longer_code(&upper))
        .or_else(|| adjective(&text.to_lowercase()))
        .or_else(|| otherwise_named(text))
}

/// Names in daily use that the list of countries does not have.
const NAMES: [(&str, &str); 8] = [
    ("holland", "NLD"),
    ("vs", "USA"),
    ("amerika", "USA"),
    ("engeland", "GBR"),
    ("groot-brittannie", "GBR"),
    ("wit-rusland", "BLR"),
    ("tsjechoslowakije", "CZE"),
    ("turkey", "TUR"),
];

/// The country of a name without its accents (`Oekraine`), or in English (`Ukraine`).
fn otherwise_named(text: &str) -> Option<Country> {
    let plain = without_accents(text);
    let daily = NAMES.iter().find(|(name, _)| *name == plain).map(|(_, code)| *code);
    let listed = || {
        countries().map(|(code, _)| code).find(|code| {
            let country = Country::parse(code);
            country.is_some_and(|country| {
                without_accents(country.dutch_name()) == plain
                    || without_accents(country.name_in(Language::English)) == plain
            })
        })
    };
    daily.or_else(listed).and_then(Country::parse)
}

fn without_accents(text: &str) -> String {
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// The country of a code with one letter behind it.
fn longer_code(upper: &str) -> Option<Country> {
    let is_code = upper.len() == 4 && upper.bytes().all(|b| b.is_ascii_uppercase());
    is_code.then(|| Country::parse(upper.get(..3)?)).flatten()
}

/// The country of an adjective: `Oekraïens`, `Nigeriaanse`.
fn adjective(lower: &str) -> Option<Country> {
    let without_e = lower.strip_suffix('e').unwrap_or(lower);
    if let Some((_, code)) = ADJECTIVES.iter().find(|(word, _)| *word == without_e) {
        return Country::parse(code);
    }
    // Every other Dutch adjective of a country ends so, and begins as the name does without its ending.
    if !["s", "sch", "ees"].iter().any(|end| without_e.ends_with(end)) {
        return None;
    }
    let begins = |name: &str| {
        let name = name.to_lowercase();
        let stem =
            name.strip_suffix("land").unwrap_or(&name).trim_end_matches(['a', 'e', 'i', 'ë', 'o', 'n']);
        (stem.chars().count() >= SHORTEST_STEM && without_e.starts_with(stem)).then_some(name.len())
    };
    let found = countries().filter_map(|(code, name)| Some((begins(name)?, code)));
    found.max_by_key(|(length, _)| *length).and_then(|(_, code)| Country::parse(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant_is_found() {
        for (text, code) in [
            ("UA", "UKR"),
            ("ua", "UKR"),
            ("UKRA", "UKR"),
            ("ukr", "UKR"),
            ("Oekraïne", "UKR"),
            ("Oekraïense", "UKR"),
            ("oekraïens", "UKR"),
            ("Nigeriaanse", "NGA"),
            ("Marokkaanse", "MAR"),
            ("Duitse", "DEU"),
            ("Poolse", "POL"),
            ("Russische", "RUS"),
            ("Indiase", "IND"),
            ("Syrische", "SYR"),
            ("Eritrese", "ERI"),
            ("Georgische", "GEO"),
            ("oekraine", "UKR"),
            ("Oekraine", "UKR"),
            ("Ukraine", "UKR"),
            ("Syrie", "SYR"),
            ("Holland", "NLD"),
            ("VS", "USA"),
            ("Wit-Rusland", "BLR"),
            ("Germany", "DEU"),
        ] {
            let found = meant_country(text).map(|country| country.to_string());
            assert_eq!(found.as_deref(), Some(code), "{text}");
        }
    }

    #[test]
    fn nothing_is_made_of_what_says_too_little() {
        for text in ["XXX", "ZZ", "staatlos", "geheim", "Atlantis", "", "e", "QWERS", "UKRAIN", "onbekends"] {
            assert_eq!(meant_country(text), None, "{text}");
        }
    }

    #[test]
    fn every_adjective_has_a_country_and_names_no_other() {
        for (word, code) in ADJECTIVES {
            assert!(Country::parse(code).is_some(), "{word}");
            assert_eq!(
                meant_country(&format!("{word}e")).map(|c| c.to_string()).as_deref(),
                Some(code),
                "{word}"
            );
        }
    }
}
