//! Whatever name a person has and wherever a person lives, there is a letter, and its address stands whole in the window.

use crate::support::desk::case_of;
use crate::support::property::tried_with;
use crate::support::{assess, pipeline};
use proptest::prelude::*;
use rtbrief::letter::document::Document;
use rtbrief::render::font::Weight;
use rtbrief::render::length::mm;
use rtbrief::render::pdf::setting::line::Type;
use rtbrief::render::pdf::setting::lines::set_line;
use rtbrief::render::window::AddressType;

/// The letters of the words: what names in Latin script have, wide and narrow.
const LETTERS: &str = "[a-pr-vyzéèüöäåčćšžłńşğıőűņķģľřťďøđðþœæâêîôûñãõęąėų]";
/// The most characters that the register of persons (BRP) has for a name, first names and family name together.
const NAME: usize = 200;

/// Texts of this pattern.
fn matching(pattern: &str) -> impl Strategy<Value = String> + use<> {
    prop::string::string_regex(pattern).unwrap()
}

/// A word of at most 40 letters, with a hyphen or an apostrophe now and then.
fn word() -> impl Strategy<Value = String> {
    let plain = format!("[A-PR-VYZÉÜÖÅČŠŽŁŚÓÐØ]{LETTERS}{{2,11}}");
    let long = format!("[A-PR-VYZ]{LETTERS}{{20,38}}");
    prop_oneof![
        6 => matching(&plain),
        1 => matching(&long),
        2 => matching(&format!("{plain}-{plain}")),
        1 => matching(&format!("[DO]['’]{plain}")),
        2 => prop::sample::select(vec!["van", "van der", "de la", "bin", "'t", "von", "IJ", "y"]).prop_map(str::to_owned),
    ]
}

/// Words of at most this many characters, with a name among them.
fn words(most: usize) -> impl Strategy<Value = String> {
    (prop::collection::vec(word(), 0..30), matching("[A-Z][a-z]{2,8}")).prop_map(move |(words, first)| {
        words.iter().fold(first, |text, word| match text.chars().count() + 1 + word.chars().count() {
            length if length <= most => format!("{text} {word}"),
            _ => text,
        })
    })
}

/// First names and a family name of together at most [`NAME`] characters, or only a family name.
fn name() -> impl Strategy<Value = (Option<String>, String)> {
    (words(100), words(NAME - 100), words(NAME), any::<bool>())
        .prop_map(|(first, last, alone, both)| if both { (Some(first), last) } else { (None, alone) })
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

/// The case with this block in the place of `vreemdeling.adres`, and these names.
fn case(fixture: &str, name: &(Option<String>, String), adres: &str) -> String {
    let mut text = String::new();
    let mut skipping = false;
    for line in case_of(fixture).lines() {
        let key = line
            .strip_prefix("  ")
            .filter(|rest| !rest.starts_with(' '))
            .and_then(|rest| rest.split(':').next());
        if skipping && line.starts_with("    ") {
            continue;
        }
        skipping = matches!(
            key,
            Some("adres" | "achternaam" | "voornamen" | "gemachtigde" | "wettelijk_vertegenwoordiger")
        );
        if key == Some("achternaam") {
            text += &format!("  achternaam: {}\n", quoted(&name.1));
            if let Some(first) = &name.0 {
                text += &format!("  voornamen: {}\n", quoted(first));
            }
            text += &format!("{adres}\n");
        }
        if !skipping {
            text += &format!("{line}\n");
        }
    }
    text
}

fn dutch(locatie: Option<&str>) -> String {
    let locatie = locatie.map(|locatie| format!("locatie: {}, ", quoted(locatie))).unwrap_or_default();
    format!(
        "{{{locatie}straat: Oude Verzonnenlaan, huisnummer: 12, toevoeging: B, postcode: 3511 AB, plaats: Utrecht}}"
    )
}

/// The letters of a case.
fn letters(case: &str) -> Vec<Document> {
    let mut found = assess(pipeline(), case.as_bytes());
    let assessed = found.remove(0);
    assert!(!assessed.letters.is_empty(), "{:?}\n{case}", assessed.diagnostics());
    assessed.letters
}

/// The address of a letter stands in the window with two millimetres of play, every line whole.
fn stands_in_window(letter: &Document) {
    let look = pipeline().press.look();
    let (window, lines) = (look.window, &letter.addressee);
    let measure = window.right() - window.left();
    let fits = |kind: AddressType| {
        lines
            .iter()
            .all(|line| set_line(&look.fonts, Type::new(Weight::Regular, kind.size()), line).width <= measure)
    };
    assert!(fits(AddressType::Small), "{lines:?}");
    let largest = if fits(AddressType::Usual) { AddressType::Usual } else { AddressType::Small };
    let setting = window.address(lines.len(), largest).unwrap();
    let baselines: Vec<i64> = setting.baselines().take(lines.len()).collect();
    assert!(baselines[0] - setting.size >= window.return_address());
    assert!(baselines[lines.len() - 1] + setting.size / 4 <= window.bottom() - mm(20), "{lines:?}");
}

/// Every word of a text stands in the lines: whole, or with its first letter as an initial.
fn is_named(text: &str, lines: &[String]) -> bool {
    let shown: String = lines.join(" ").split_whitespace().collect();
    let mut rest = shown.as_str();
    text.split([' ', '-']).filter(|word| !word.is_empty()).all(|word| {
        let initial = word.chars().find(|c| c.is_alphabetic()).map(|c| format!("{c}.")).unwrap_or_default();
        // The Dutch ij is one letter.
        let other = if word.to_lowercase().starts_with("ij") { "IJ." } else { word };
        let found = [word, &initial, other].iter().filter_map(|it| Some((rest.find(*it)?, it.len()))).min();
        found.map(|(at, length)| rest = &rest[at + length..]).is_some()
    })
}

/// Whether a text stands whole in the lines, wherever it is broken.
fn is_whole(text: &str, lines: &[String]) -> bool {
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    squeezed(&lines.join(" ")).contains(&squeezed(text))
}

proptest! {
    #![proptest_config(tried_with(192))]

    #[test]
    fn every_name_gives_a_letter(name in name(), locatie in prop::option::of(words(60))) {
        let adres = format!("  adres: {}", dutch(locatie.as_deref()));
        for letter in letters(&case("weigering-inreisstempel", &name, &adres)) {
            stands_in_window(&letter);
            let lines = &letter.addressee;
            prop_assert!(is_named(&name.1, lines), "{:?} {:?}", name, lines);
            prop_assert!(is_whole(locatie.as_deref().unwrap_or_default(), lines), "{locatie:?} {lines:?}");
            prop_assert!(is_whole("Oude Verzonnenlaan 12 B", lines) && is_whole("3511 AB  UTRECHT", lines));
        }
    }

    #[test]
    fn every_guardian_in_a_reception_centre_gets_a_letter(
        name in name(), guardian in words(NAME), locatie in words(60)
    ) {
        let adres = format!(
            "  adres: {}\n  wettelijk_vertegenwoordiger: {{naam: {}, hoedanigheid: ouder}}",
            dutch(Some(&locatie)),
            quoted(&guardian)
        );
        for letter in letters(&case("minderjarige-met-ouder", &name, &adres)) {
            stands_in_window(&letter);
            let lines = &letter.addressee;
            prop_assert!(is_named(&guardian, lines), "{guardian} {lines:?}");
            prop_assert!(is_whole(&locatie, lines) && is_whole("3511 AB  UTRECHT", lines), "{lines:?}");
            // Only where every line is needed for guardian and place, the letter alone says whose guardian it is.
            prop_assert!(lines.join(" ").contains("ettelijk vertegenwoordiger") || lines.len() == 6, "{lines:?}");
        }
    }

    #[test]
    fn every_gemachtigde_gets_an_afschrift(name in words(NAME), kantoor in prop::option::of(words(120))) {
        let office = kantoor.as_ref().map(|kantoor| format!("kantoor: {}, ", quoted(kantoor))).unwrap_or_default();
        let adres = format!(
            "  adres: {}\n  gemachtigde: {{naam: {}, {office}adres: {}}}",
            dutch(None),
            quoted(&name),
            dutch(None)
        );
        let person = (None, "Verzonnenko".to_owned());
        let letters = letters(&case("weigering-inreisstempel", &person, &adres));
        prop_assert_eq!(letters.len(), 2);
        for letter in &letters {
            stands_in_window(letter);
        }
        prop_assert!(is_named(&name, &letters[1].addressee), "{name} {:?}", letters[1].addressee);
        prop_assert!(is_whole(kantoor.as_deref().unwrap_or_default(), &letters[1].addressee));
    }

    #[test]
    fn every_name_abroad_gives_a_letter(name in name(), regels in prop::collection::vec(words(50), 1..4)) {
        let regels: Vec<String> = regels.iter().map(|line| quoted(line)).collect();
        let adres = format!("  adres: {{regels: [{}], land: DEU}}", regels.join(", "));
        for letter in letters(&case("weigering-inreisstempel", &name, &adres)) {
            stands_in_window(&letter);
            prop_assert!(is_named(&name.1, &letter.addressee));
        }
    }
}

#[test]
fn a_word_wider_than_the_window_is_refused_where_the_name_stands() {
    let name = (Some("Anna".to_owned()), "v".repeat(NAME));
    let case = case("weigering-inreisstempel", &name, &format!("  adres: {}", dutch(None)));
    let found = assess(pipeline(), case.as_bytes());
    let [finding] = found[0].diagnostics() else { panic!("{:?}", found[0].diagnostics()) };
    assert_eq!(
        (finding.code.as_str(), &*finding.paths),
        ("F118", &["vreemdeling.achternaam".to_owned()][..])
    );
    assert!(finding.hint.as_ref().is_some_and(|hint| hint.contains("koppelteken")));
}

#[test]
fn a_letter_has_the_name_in_full_where_its_address_has_initials() {
    let first = "Maria Anna Bernarda Cornelia Dorothea Elisabeth Francisca Geertruida Hendrika";
    let last = "van Verzonnenhoven-Proefbergsma-Bedenksel-Voorbeeld";
    let name = (Some(first.to_owned()), last.to_owned());
    let letters = letters(&case("weigering-inreisstempel", &name, &format!("  adres: {}", dutch(None))));
    let [letter] = &letters[..] else { panic!("{}", letters.len()) };
    assert_eq!(letter.addressee[..2], ["De heer M.A.B.C.D.E.F.G.H.", last]);
    assert_eq!(letter.reference.last(), Some(&("Naam".to_owned(), format!("{first} {last}"))));
}
