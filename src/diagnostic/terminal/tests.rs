//! Findings as an officer sees them, and as other programs do.

use super::*;
use crate::case::read::{Overrides, Reading, read_case};
use crate::diagnostic::Code;
use crate::diagnostic::json::to_json;
use crate::law::date::Date;
use crate::words::GroundId;

const TEXT: &str = "zaak:\n  kenmerk: RTB-1\nvreemdeling:\n  achternaam: Kovalenko\n  nationaliteiten: [UKR]\n\
                    stap:\n  soort: triage\n  gronden:\n    - grond: eu_nationaliteit\n";

fn reading(text: &str, first_line: u32) -> Reading {
    let overrides = Overrides { bekendmaking: Date::parse("2026-12-01"), wijze: None };
    read_case(text, first_line, &overrides)
}

fn shown(text: &str, first_line: u32, document: u32, finding: &Diagnostic) -> String {
    let reading = reading(text, first_line);
    let source = Source {
        file: "zaken/zaak.yaml",
        document: Some(document),
        text,
        first_line,
        places: &reading.places,
    };
    Terminal::new(source, false).text(finding)
}

fn contradiction() -> Diagnostic {
    let paths = ["stap.gronden[0].grond", "vreemdeling.nationaliteiten"];
    Diagnostic::new(Code::GroundContradicted, "De grond past niet bij de nationaliteiten.", paths)
        .with_rule(GroundId::EuNationaliteit)
        .with_hint("Kies een andere grond.")
        .with_detail("UKR is geen lidstaat")
}

#[test]
fn both_places_of_a_contradiction_stand_in_one_report() {
    let expected = "\
fout[F203]: De grond past niet bij de nationaliteiten.
  --> zaken/zaak.yaml:19:14
   |
15 |   nationaliteiten: [UKR]
   |                    ----- vreemdeling.nationaliteiten
...
19 |     - grond: eu_nationaliteit
   |              ^^^^^^^^^^^^^^^^ stap.gronden[0].grond
   |
   = document: 2
   = regel: grond.eu_nationaliteit
   = toelichting: UKR is geen lidstaat
   = hulp: Kies een andere grond.";
    assert_eq!(shown(TEXT, 11, 2, &contradiction()), expected);
}

#[test]
fn an_absent_value_is_shown_where_it_belongs() {
    let finding = Diagnostic::new(Code::FactNeeded, "Wil de vreemdeling asiel?", ["stap.asielwens"]);
    let text = shown(TEXT, 1, 1, &finding);
    assert!(text.starts_with("vraag[V101]: Wil de vreemdeling asiel?\n"), "{text}");
    assert!(text.contains("7 |   soort: triage\n  |   ^^^^^^^^^^^^^ hier hoort `stap.asielwens`"), "{text}");
}

#[test]
fn a_value_from_an_option_names_the_option() {
    let finding = Diagnostic::new(Code::DatesContradict, "Te vroeg.", ["bekendmaking.datum", "stap.soort"]);
    let text = shown(TEXT, 1, 1, &finding);
    assert!(text.contains("= herkomst: `bekendmaking.datum` komt van de optie --bekendmaking"), "{text}");
    let only = Diagnostic::new(Code::NoProtectionInForce, "Geen RTB.", ["bekendmaking.datum"]);
    assert!(shown(TEXT, 1, 1, &only).contains("--> zaken/zaak.yaml"));
}

#[test]
fn colour_is_only_there_when_asked() {
    let reading = reading(TEXT, 1);
    let source = Source { file: "z", document: Some(1), text: TEXT, first_line: 1, places: &reading.places };
    assert!(Terminal::new(source, true).text(&contradiction()).contains('\u{1b}'));
    assert!(!Terminal::new(source, false).text(&contradiction()).contains('\u{1b}'));
}

#[test]
fn a_case_cannot_send_control_codes() {
    let text = TEXT.replace("Kovalenko", "\"\u{1b}[31m\u{202e}\u{9b}31m\u{200b}\"");
    let finding =
        Diagnostic::new(Code::BadCharacter, "Teken.", ["vreemdeling.achternaam"]).with_detail("\u{1b}[2J");
    let reading = reading(TEXT, 1);
    let source =
        Source { file: "\u{1b}]0;", document: Some(1), text: &text, first_line: 1, places: &reading.places };
    let shown = Terminal::new(source, false).text(&finding);
    assert!(!shown.contains(['\u{1b}', '\u{202e}', '\u{9b}', '\u{200b}']), "{shown:?}");
}

#[test]
fn a_long_line_shows_the_surroundings_only() {
    let text = format!(
        "{{\"vulling\": \"{}\", \"zaak\": {{\"kenmerk\": \"X\"}}, \"einde\": \"{}\"}}",
        "é".repeat(5_000),
        "y".repeat(5_000)
    );
    let reading = reading(&text, 1);
    let source = Source { file: "z", document: Some(1), text: &text, first_line: 1, places: &reading.places };
    let finding = Diagnostic::new(Code::BadIdentifier, "Geen kenmerk.", ["zaak.kenmerk"]);
    let shown = Terminal::new(source, false).text(&finding);
    assert!(shown.contains("z:1:5037") && shown.contains("^^^ zaak.kenmerk"), "{shown}");
    assert!(shown.len() < 1_500, "{}", shown.len());
}

#[test]
fn a_document_that_cannot_be_shown_still_has_its_line() {
    let documents = crate::case::split::split(b"a: b\n---\nc: caf\xE9\n");
    let finding = documents[1].text.clone().unwrap_err();
    let places = crate::places::Places::default();
    let source = Source { file: "z", document: Some(2), text: "", first_line: 2, places: &places };
    let text = Terminal::new(source, false).text(&finding);
    assert!(text.starts_with("fout[F102]: ") && text.contains("--> z:3:7\n"), "{text}");
}

#[test]
fn places_far_apart_are_shown_apart() {
    let text = TEXT.replace("stap:", &format!("{}stap:", "# x\n".repeat(1_000)));
    let shown = shown(&text, 1, 1, &contradiction());
    assert!(shown.contains("1009 |     - grond") && shown.contains("   5 |   nationaliteiten"), "{shown}");
    assert!(shown.lines().count() < 20);
}

#[test]
fn json_has_the_keys_of_the_contract_in_their_order() {
    let reading = reading(TEXT, 1);
    let source =
        Source { file: "zaak.yaml", document: Some(1), text: TEXT, first_line: 1, places: &reading.places };
    assert_eq!(
        to_json(&contradiction(), &source).to_string(),
        "{\"code\":\"F203\",\"ernst\":\"fout\",\"bericht\":\"De grond past niet bij de nationaliteiten.\",\
         \"bestand\":\"zaak.yaml\",\"document\":1,\"plaatsen\":[\
         {\"pad\":\"stap.gronden[0].grond\",\"regel\":9,\"kolom\":14,\"lengte\":16},\
         {\"pad\":\"vreemdeling.nationaliteiten\",\"regel\":5,\"kolom\":20,\"lengte\":5}],\
         \"regel_id\":\"grond.eu_nationaliteit\",\"hint\":\"Kies een andere grond.\"}"
    );
    let option = Diagnostic::new(Code::FactNeeded, "?", ["bekendmaking.datum"]);
    assert_eq!(
        to_json(&option, &source).to_string(),
        "{\"code\":\"V101\",\"ernst\":\"vraag\",\"bericht\":\"?\",\"bestand\":\"zaak.yaml\",\"document\":1,\"plaatsen\":[\
         {\"pad\":\"bekendmaking.datum\",\"regel\":null,\"kolom\":null,\"lengte\":null,\"herkomst\":\"--bekendmaking\"}],\
         \"regel_id\":null,\"hint\":null}"
    );
    let absent = Diagnostic::new(Code::FactNeeded, "?", ["stap.asielwens"]);
    let place = &to_json(&absent, &source)["plaatsen"][0];
    assert_eq!((place["pad"].as_str(), place["regel"].as_u64()), (Some("stap.asielwens"), Some(7)));
}
