//! Values that cannot be what their key says: for every key of the test cases, and one by one.

use super::errors::check;
use super::*;
use crate::diagnostic::Code;
use std::collections::BTreeSet;

/// The keys of an officer's own words.
const OWN_WORDS: [&str; 18] = [
    "aanleiding",
    "europees_criterium",
    "evenredigheid",
    "geen_aanvullend_voornemen",
    "gevraagd",
    "hoe",
    "misdrijf",
    "motivering",
    "motivering_land",
    "motivering_opheffing",
    "motivering_terugkeer",
    "ontbrekend",
    "reactie",
    "reden",
    "samenvatting",
    "straf",
    "strafmaatvergelijking",
    "tekst",
];

/// The text with another value at a path, and the key of that path.
fn with_each_value(value: &str) -> Vec<(String, String, Reading)> {
    let mut found = Vec::new();
    for text in ALL {
        for path in paths_of(text) {
            let reading = read(&with_value(text, &path, value));
            let key = path.rsplit('.').next().unwrap().split('[').next().unwrap().to_owned();
            found.push((path, key, reading));
        }
    }
    assert!(found.len() > 150, "{}", found.len());
    found
}

/// The finding at a path, or below it.
fn at<'r>(reading: &'r Reading, path: &str) -> Option<&'r Diagnostic> {
    reading.diagnostics.iter().find(|d| d.paths[0] == path)
}

/// The keys of which no value is refused when it is this one.
fn keys_that_take(value: &str) -> BTreeSet<String> {
    let taken = with_each_value(value).into_iter().filter(|(path, _, reading)| at(reading, path).is_none());
    taken.map(|(_, key, _)| key).collect()
}

fn own_words() -> BTreeSet<String> {
    OWN_WORDS.iter().map(|key| (*key).to_owned()).collect()
}

#[test]
fn no_key_takes_a_gap_of_a_concept() {
    for gap in ["\"[in te vullen: motivering van deze grond]\"", "\"Zo: [nog te beslissen: land]\""] {
        assert_eq!(keys_that_take(gap), BTreeSet::new());
        for (path, key, reading) in with_each_value(gap) {
            // `strafmaatvergelijking` of an opschorting is a yes or no.
            let found = at(&reading, &path).unwrap().code;
            if own_words().contains(&key) && found != Code::NotABoolean {
                assert_eq!(found, Code::TextUnfinished, "{path}");
            }
        }
    }
}

#[test]
fn only_own_words_take_what_a_merge_or_a_spreadsheet_leaves() {
    for left in ["«Veld»", "{{ veld }}", "#N/B", "#REF!", "<naam>", "%NAAM%"] {
        assert_eq!(keys_that_take(&format!("\"{left}\"")), BTreeSet::new(), "{left}");
        assert_eq!(keys_that_take(&format!("\"Dat is {left} hier.\"")), own_words(), "{left}");
    }
}

#[test]
fn no_key_takes_a_mark_for_unknown() {
    for value in ["\".\"", "\"-\"", "\"?\"", "\"...\"", "\"—\""] {
        assert_eq!(keys_that_take(value), BTreeSet::new(), "{value}");
    }
}

#[test]
fn no_key_takes_a_control_character_or_noncharacter_and_each_says_so() {
    for escape in ["\\a", "\\0", "\\x7f", "\\u0085", "\\ufffe", "\\uffff", "\\ufdd0", "\\U0001fffe"] {
        for (path, _, reading) in with_each_value(&format!("\"a{escape}b\"")) {
            let found = at(&reading, &path).unwrap_or_else(|| panic!("{path} takes {escape}"));
            assert_eq!(found.code, Code::ControlCharacter, "{path}");
            assert!(found.message.contains("U+"), "{path}");
        }
    }
    // As it is, quoted or not, in a value or beside one.
    for (from, to) in
        [("Adeyemi", "\"Ade\u{fffe}yemi\""), ("Adeyemi", "Ade\u{ffff}yemi"), ("Adeyemi", "'\u{1}'")]
    {
        let found = read(&TRIAGE.replace(from, to)).diagnostics;
        assert_eq!(found.iter().map(|d| d.code).collect::<Vec<_>>(), [Code::ControlCharacter], "{to:?}");
        assert!(found[0].message.contains("U+"), "{found:?}");
    }
}

#[test]
fn what_cannot_be_is_refused_with_what_to_do() {
    let (name, street) = ("vreemdeling.achternaam", "vreemdeling.adres.straat");
    let (house, postcode) = ("vreemdeling.adres.huisnummer", "vreemdeling.adres.postcode");
    let (number, kenmerk) = ("vreemdeling.v_nummer", "zaak.kenmerk");
    let birth = "vreemdeling.geboortedatum";
    for (path, value, code, says) in [
        (name, ".", "F123", "er staat geen letter in"),
        (name, "\"0\"", "F123", "er staat geen letter in"),
        (name, "onbekend", "F123", "niet bekend"),
        (name, "«Achternaam»", "F123", "een invulveld"),
        (name, "'#NAAM?'", "F123", "een foutmelding uit een rekenblad"),
        (name, "K\u{43e}valenko", "F123", "Cyrillische letter (U+043E)"),
        (name, "'[in te vullen: naam]'", "F507", "een open plek uit een concept"),
        (street, "\"-\"", "F123", "adres: onbekend"),
        (street, "Zonder vaste woon- of verblijfplaats", "F118", "adres: onbekend"),
        (street, "onbekend", "F118", "adres: onbekend"),
        ("vreemdeling.adres.plaats", "onbekend", "F118", "adres: onbekend"),
        (house, "0", "F118", "van 1 tot en met 99999"),
        (house, "100000", "F118", "van 1 tot en met 99999"),
        (house, "007", "F118", "schrijf 7"),
        (house, "12.0", "F118", "schrijf 12"),
        (house, "12.5", "F118", "`toevoeging`"),
        (house, "12A", "F118", "`toevoeging`"),
        (house, "12-14", "F118", "`toevoeging`"),
        (house, "1 t/m 3", "F118", "`toevoeging`"),
        (house, "1½", "F118", "U+00BD"),
        (house, "-5", "F118", "het teken `-`"),
        (house, "‘12’", "F118", "een krulaanhalingsteken `‘` (U+2018)"),
        (house, "t/o 5", "F118", "straat: tegenover …"),
        (house, "tegenover 5", "F118", "straat: tegenover …"),
        (postcode, "2671  A8", "F114", "het cijfer `8`"),
        (postcode, "26I1 AB", "F114", "de letter `I`"),
        (postcode, "2671\u{2011}AB", "F114", "U+2011"),
        (postcode, "0123 AB", "F114", "Dit is geen Nederlandse postcode."),
        (number, "28012O4571", "F114", "de letter `O`"),
        (number, "“2801204571”", "F114", "een krulaanhalingsteken `“` (U+201C)"),
        (number, "280\u{200b}1204571", "F114", "een spatie zonder breedte"),
        (number, "2801204571.0", "F114", "er staan 11 cijfers"),
        (number, "２８０1204571", "F114", "U+FF12"),
        (kenmerk, "RTB 2026 1", "F114", "een spatie"),
        (kenmerk, "RTB/2026", "F114", "het teken `/`"),
        (kenmerk, "RTB–2026", "F114", "een lang streepje `–` (U+2013)"),
        (kenmerk, "_RTB-2026", "F114", "het teken `_`"),
        ("stap.datum", "2026–11–20", "F112", "een lang streepje `–` (U+2013)"),
        ("stap.datum", "2026–11–20", "F112", "schrijf 2026-11-20"),
        ("stap.datum", "30 juni 2026", "F112", "schrijf 2026-06-30"),
        ("stap.datum", "2026-6-30", "F112", "schrijf 2026-06-30"),
        ("stap.datum", "2026-11-2O", "F112", "de letter `O`"),
        ("stap.datum", "2026-11-00", "F112", "Nullen"),
        (birth, "1987-00-00", "F112", "schrijf 1987"),
        (birth, "1987-03-00", "F112", "schrijf 1987-03"),
        (birth, "0000-00-00", "F112", "schrijf onbekend"),
        (birth, "\"00000000\"", "F112", "schrijf onbekend"),
        (birth, "1987-00-00", "F112", "jjjj-mm, jjjj of `onbekend`"),
        (birth, "30 juni 1979", "F112", "schrijf 1979-06-30"),
        (birth, "1979-6-30", "F112", "schrijf 1979-06-30"),
        ("vreemdeling.nationaliteiten[0]", "UA", "F115", "schrijf UKR"),
        ("vreemdeling.nationaliteiten[0]", "UKRA", "F115", "schrijf UKR"),
        ("vreemdeling.nationaliteiten[0]", "Oekraïense", "F115", "schrijf UKR"),
        ("vreemdeling.nationaliteiten[0]", "staatlos", "F115", "schrijf staatloos"),
        ("vreemdeling.geslacht", "“vrouw”", "F111", "een krulaanhalingsteken"),
        ("vreemdeling.geslacht", "vro\u{200b}uw", "F111", "U+200B"),
        ("stap.andere_verblijfsgrond", "“true”", "F113", "een krulaanhalingsteken"),
    ] {
        let found = read(&with_value(NIET_GEMELD, path, value)).diagnostics;
        let [one] = &found[..] else { panic!("{path} {value}: {found:?}") };
        assert_eq!((one.code.as_str(), one.paths[0].as_str()), (code, path), "{value}");
        let said = [Some(&one.message), one.hint.as_ref(), one.detail.as_ref()];
        assert!(
            said.into_iter().flatten().any(|text| text.contains(says)),
            "{value}: no ‘{says}’ in {one:?}"
        );
    }
}

#[test]
fn spaces_of_any_width_are_spaces() {
    for (path, value, same) in [
        ("vreemdeling.v_nummer", "2801\u{a0}204\u{202f}571", "2801204571"),
        ("vreemdeling.adres.postcode", "2671\u{a0}AB", "2671 AB"),
        ("vreemdeling.adres.postcode", "2671\u{2009}ab\u{a0}", "2671 AB"),
        ("zaak.kenmerk", "RTB-2026-000126\u{a0}", "RTB-2026-000126"),
        ("stap.datum", "\u{a0}2026-11-27\u{202f}", "2026-11-27"),
        ("vreemdeling.geboortedatum", "1987-03\u{a0}", "1987-03"),
        ("vreemdeling.geslacht", "vrouw\u{a0}", "vrouw"),
        ("stap.land_van_terugkeer", "MDA\u{a0}", "MDA"),
        ("stap.terugkeerbeletsel", "false\u{a0}", "false"),
        ("vreemdeling.adres.huisnummer", "12\u{a0}", "12"),
        ("vreemdeling.adres.straat", "Nieuwe\u{a0}Kade", "Nieuwe Kade"),
    ] {
        assert_eq!(
            case(&with_value(NIET_GEMELD, path, value)),
            case(&with_value(NIET_GEMELD, path, same)),
            "{path}"
        );
    }
}

#[test]
fn a_name_is_missing_only_without_a_value_or_as_null() {
    for value in ["~", "null", ""] {
        check(
            TRIAGE,
            "achternaam: Adeyemi",
            &format!("achternaam: {value}"),
            "F109",
            "vreemdeling.achternaam",
        );
    }
    for name in
        ["Null", "NULL", "No", "True", "true", "O", "X", "N", "NaN", "Yes", "off", "Ng", "Test", "Nil"]
    {
        let read = case(&TRIAGE.replace("Adeyemi", name));
        assert_eq!(read.vreemdeling.achternaam.as_str(), name);
    }
}

#[test]
fn house_numbers_from_the_first_to_the_last() {
    for number in ["1", "12", "\"7\"", "99999"] {
        let read = case(&with_value(NIET_GEMELD, "vreemdeling.adres.huisnummer", number));
        let Adres::Dutch { huisnummer, .. } = read.vreemdeling.adres else { panic!("geen Nederlands adres") };
        assert_eq!(huisnummer.unwrap().to_string(), number.trim_matches('"'));
    }
}
