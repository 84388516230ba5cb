//! Countries by their ISO 3166-1 alpha-3 code: which codes exist, their Dutch names, and which countries are
//! member states of the EU.
//!
//! Codes and Dutch names are those of Unicode CLDR (`data/cldr`, made by `prepare.sh` there). XKX is the one
//! code in the list that ISO 3166-1 does not assign: it is Kosovo, which the Netherlands recognises. Without it
//! the nationality of its nationals could only be `onbekend`.

use crate::words::{Language, held};
use std::fmt;
use std::sync::LazyLock;

/// A country of the table, by its code of three capital letters: those of ISO 3166-1 alpha-3, and XKX.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 3]);

held! {
    Country: Country;
    Nationalities: Vec<Nationality>;
}

/// The 27 member states of the EU; GBR, CHE and the other states of the EEA are not among them
/// (docs/spec/letters.md).
const MEMBER_STATES: [&[u8; 3]; 27] = [
    b"AUT", b"BEL", b"BGR", b"CYP", b"CZE", b"DEU", b"DNK", b"ESP", b"EST", b"FIN", b"FRA", b"GRC", b"HRV",
    b"HUN", b"IRL", b"ITA", b"LTU", b"LUX", b"LVA", b"MLT", b"NLD", b"POL", b"PRT", b"ROU", b"SVK", b"SVN",
    b"SWE",
];

/// One country per line, with tabs between: code, Dutch name, code of two letters (ISO 3166-1 alpha-2), and the names in
/// Ukrainian, Russian and English.
const TABLE: &str = include_str!("../../data/cldr/landen.tsv");

/// The countries whose name has the article "de" in a sentence: groups of islands, of states and of territories.
const WITH_DE: [&str; 25] = [
    "ARE", "ATF", "BHS", "CAF", "CCK", "COK", "COM", "CYM", "DOM", "ESH", "FLK", "FRO", "MDV", "MHL", "MNP",
    "PCN", "PHL", "PSE", "SLB", "SYC", "TCA", "UMI", "USA", "VGB", "VIR",
];
/// The countries whose name has the article "het" in a sentence.
const WITH_HET: [&str; 2] = ["GBR", "IOT"];

/// A line of the table.
#[derive(Clone, Copy)]
struct Row {
    code: &'static str,
    dutch: &'static str,
    alpha_2: &'static str,
    /// The names in the other languages, in the order of [`Language::ALL`].
    others: [&'static str; Language::ALL.len()],
}

/// Every country, in the order of the codes.
fn rows() -> impl Iterator<Item = Row> {
    TABLE.lines().filter_map(|line| {
        let mut parts = line.split('\t');
        let mut next = || parts.next();
        Some(Row { code: next()?, dutch: next()?, alpha_2: next()?, others: [next()?, next()?, next()?] })
    })
}

/// The line of a code; the table is in the order of the codes.
fn row_of(code: &str) -> Option<&'static Row> {
    static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| rows().collect());
    let row = ROWS.binary_search_by(|known| known.code.cmp(code)).ok()?;
    ROWS.get(row)
}

/// Code and Dutch name of every country, in the order of the codes.
pub fn countries() -> impl Iterator<Item = (&'static str, &'static str)> {
    rows().map(|row| (row.code, row.dutch))
}

impl Country {
    /// Reads a code of three capital letters; `None` when the table does not have it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        row_of(text)?;
        text.as_bytes().try_into().ok().map(Self)
    }

    /// The country with this Dutch name, in capitals or not. Only for hints: a case file has codes.
    #[must_use]
    pub fn by_dutch_name(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        countries().find(|(_, known)| known.to_lowercase() == name).and_then(|(code, _)| Self::parse(code))
    }

    /// The country of a code of two capitals (ISO 3166-1 alpha-2); for hints only, as above.
    #[must_use]
    pub fn by_alpha_2(code: &str) -> Option<Self> {
        rows().find(|row| row.alpha_2 == code).and_then(|row| Self::parse(row.code))
    }

    /// The Dutch name without its article: `Verenigde Staten`.
    #[must_use]
    pub fn dutch_name(self) -> &'static str {
        row_of(self.code()).map_or("", |row| row.dutch)
    }

    /// The name in another language: `Нігерія`.
    #[must_use]
    pub fn name_in(self, language: Language) -> &'static str {
        let place = Language::ALL.iter().position(|it| *it == language);
        let row = row_of(self.code());
        row.and_then(|row| row.others.get(place?)).copied().unwrap_or_default()
    }

    /// The Dutch name with its article, as in a sentence: `de Verenigde Staten`, `het Verenigd Koninkrijk`.
    #[must_use]
    pub fn dutch_name_with_article(self) -> String {
        let article = if WITH_DE.contains(&self.code()) {
            "de "
        } else if WITH_HET.contains(&self.code()) {
            "het "
        } else {
            ""
        };
        format!("{article}{}", self.dutch_name())
    }

    /// Ukraine.
    pub const UKRAINE: Self = Self(*b"UKR");
    /// The Netherlands.
    pub const NETHERLANDS: Self = Self(*b"NLD");
    /// Denmark.
    pub const DENMARK: Self = Self(*b"DNK");
    /// Iceland, Liechtenstein, Norway and Switzerland. They are no member states, but Richtlijn 2008/115/EG binds
    /// them as well (art. 2 and 3).
    pub const RETURN_AREA_BESIDE_UNION: [Self; 4] =
        [Self(*b"ISL"), Self(*b"LIE"), Self(*b"NOR"), Self(*b"CHE")];

    /// The code: `UKR`.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("")
    }

    /// Whether the country belongs to the return area: a member state or one of
    /// [`Self::RETURN_AREA_BESIDE_UNION`] (docs/spec/letters.md; Richtlijn 2008/115/EG art. 2 and 3).
    #[must_use]
    pub fn is_return_area(self) -> bool {
        self.is_member_state() || Self::RETURN_AREA_BESIDE_UNION.contains(&self)
    }

    /// Whether the country is bound by Richtlijn 2001/55/EG: a member state, but not Denmark (Protocol 22).
    #[must_use]
    pub fn is_bound_by_temporary_protection(self) -> bool {
        self.is_member_state() && self != Self::DENMARK
    }

    /// Whether the country is one of the 27 member states of the European Union.
    #[must_use]
    pub fn is_member_state(self) -> bool {
        MEMBER_STATES.iter().any(|code| **code == self.0)
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// One item of `nationaliteiten`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nationality {
    /// A national of this country.
    Of(Country),
    /// `staatloos`: a national of no country.
    Stateless,
    /// `onbekend`: it is not known, so it contradicts nothing.
    Unknown,
}

impl Nationality {
    /// The words that stand in the place of the code of a country, with what each means in Dutch.
    pub const WORDS: [(&'static str, Self, &'static str); 2] = [
        ("staatloos", Self::Stateless, "geen enkel land ziet de vreemdeling als onderdaan"),
        ("onbekend", Self::Unknown, "de nationaliteit is niet bekend"),
    ];

    /// The nationality of such a word; `None` for any other text.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::WORDS.into_iter().find(|(known, ..)| *known == word).map(|(_, nationality, _)| nationality)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_complete_and_sorted_by_code() {
        let codes: Vec<&str> = countries().map(|(code, _)| code).collect();
        assert_eq!(codes.len(), 250);
        assert!(codes.is_sorted());
        let short: std::collections::BTreeSet<&str> = rows().map(|row| row.alpha_2).collect();
        assert!(short.len() == 250 && short.iter().all(|code| code.len() == 2));
        assert_eq!(Country::by_alpha_2("UA"), Some(Country::UKRAINE));
        assert!(countries().all(|(code, name)| Country::parse(code).unwrap().dutch_name() == name));
    }

    #[test]
    fn only_codes_of_the_table_exist() {
        for code in ["UKR", "NLD", "POL", "GBR", "PSE", "SSD", "XKX"] {
            assert_eq!(Country::parse(code).unwrap().code(), code);
        }
        for code in ["", "ukr", "UKRA", "UK", "UNK", "XKK", "SUN", "YUG", "ZZZ", "EUE", "RKS", "AAA"] {
            assert_eq!(Country::parse(code), None, "{code}");
        }
    }

    #[test]
    fn constants_and_member_states_are_in_the_table() {
        assert_eq!(Country::parse("UKR"), Some(Country::UKRAINE));
        assert_eq!(Country::parse("NLD"), Some(Country::NETHERLANDS));
        assert_eq!(
            countries().filter_map(|(c, _)| Country::parse(c)).filter(|c| c.is_member_state()).count(),
            27
        );
        for code in ["GBR", "CHE", "NOR", "ISL", "UKR"] {
            assert!(!Country::parse(code).unwrap().is_member_state());
        }
    }

    #[test]
    fn a_name_in_a_sentence_has_its_article() {
        let name = |code| Country::parse(code).unwrap().dutch_name_with_article();
        assert_eq!(name("UKR"), "Oekraïne");
        assert_eq!(name("USA"), "de Verenigde Staten");
        assert_eq!(name("GBR"), "het Verenigd Koninkrijk");
        assert_eq!(name("PHL"), "de Filipijnen");
        for code in WITH_DE.iter().chain(&WITH_HET) {
            assert!(Country::parse(code).is_some(), "{code}");
        }
    }

    #[test]
    fn a_dutch_name_finds_its_country() {
        assert_eq!(Country::by_dutch_name("oekraïne"), Some(Country::UKRAINE));
        assert_eq!(Country::by_dutch_name("Atlantis"), None);
    }
}
