//! Tests with files that are made to break the reader: it reads or refuses each of them, and its JSON never shows a
//! value of the case.

use super::*;
use crate::diagnostic::json::to_json;
use crate::diagnostic::terminal::Terminal;
use crate::diagnostic::{Code, Source};
use proptest::prelude::*;

/// Reads a text and shows all its findings, on a terminal and as JSON.
fn read_and_show(text: &str) -> Reading {
    let reading = read(text);
    let source =
        Source { file: "zaak.yaml", document: Some(2), text, first_line: 1, places: &reading.places };
    let terminal = Terminal::new(source, false);
    for finding in &reading.diagnostics {
        assert!(!terminal.text(finding).is_empty());
        assert_eq!(to_json(finding, &source)["code"], finding.code.as_str());
    }
    assert!(reading.case.is_some() || !reading.diagnostics.is_empty());
    reading
}

#[test]
fn a_case_that_is_not_a_block_gives_at_most_two_findings() {
    for text in ["zaak", "- zaak\n- b\n", "[]", "\"\"", "42", "*x", "&x y"] {
        let reading = read_and_show(text);
        assert!(reading.case.is_none());
        assert!(reading.diagnostics.len() <= 2, "{:?}", reading.diagnostics);
    }
}

#[test]
fn an_empty_document_is_reported_as_such() {
    for text in ["", "# niets", "---\n", "null"] {
        let reading = read_and_show(text);
        assert_eq!((reading.diagnostics.len(), reading.diagnostics[0].code), (1, Code::EmptyDocument));
    }
}

#[test]
fn an_empty_block_names_everything_that_is_required() {
    let reading = read_and_show("{}");
    let missing: Vec<&str> = reading.diagnostics.iter().map(|d| d.paths[0].as_str()).collect();
    assert_eq!(
        missing,
        [
            "zaak.kenmerk",
            "bekendmaking.wijze",
            "bekendmaking.datum",
            "vreemdeling.v_nummer",
            "vreemdeling.achternaam",
            "vreemdeling.geslacht",
            "vreemdeling.geboortedatum",
            "vreemdeling.nationaliteiten",
            "vreemdeling.adres",
            "stap.soort",
            "stap.datum",
        ]
    );
    assert!(reading.diagnostics.iter().all(|d| d.code == Code::Missing));
}

#[test]
fn many_unknown_keys_on_one_long_line_are_shown_in_time() {
    let keys: String = (0..9_000).map(|i| format!("sleutel_{i}: x, ")).collect();
    let reading = read_and_show(&format!("{{feiten: {{}}, {keys}}}"));
    assert!(reading.diagnostics.len() > 9_000);
}

#[test]
fn an_alias_as_value_is_reported_once() {
    let text = TRIAGE.replace("achternaam: Adeyemi", "achternaam: *naam").replace("gronden:", "gronden: &g");
    let reading = read_and_show(&text);
    assert_eq!(reading.diagnostics.iter().map(|d| d.code).collect::<Vec<_>>(), [Code::NotPlainYaml]);
    assert!(reading.case.is_none());
}

/// Replaces each value of a case, one after another, by a text that would be recognised in the JSON.
#[test]
fn json_never_holds_a_value() {
    for original in ALL {
        for (from, _) in original.match_indices(": ") {
            let mut text = original.to_owned();
            let end = text[from + 2..].find(['\n', ',', '}']).map_or(text.len(), |n| from + 2 + n);
            text.replace_range(from + 2..end, "geheim 09-03-1987 UKRA");
            let reading = read_and_show(&text);
            let source =
                Source { file: "z", document: None, text: &text, first_line: 1, places: &reading.places };
            for finding in &reading.diagnostics {
                let json = to_json(finding, &source).to_string();
                assert!(
                    !json.contains("geheim") && !json.contains("1987") && !json.contains("UKRA"),
                    "{json}"
                );
            }
        }
    }
}

fn mutated() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just(String::new()),
        "[ \\n\\t:\\-?&*!|>'\"#%@{}\\[\\],~<]{1,3}",
        "\\PC{1,4}",
        Just("\n---\n".to_owned()),
        Just("null".to_owned()),
        Just("{}".to_owned()),
        Just("[]".to_owned()),
    ];
    (0..ALL.len(), proptest::collection::vec((any::<prop::sample::Index>(), 0..20usize, piece), 1..6))
        .prop_map(|(which, changes)| {
            let mut text: Vec<char> = ALL[which].chars().collect();
            for (at, removed, piece) in changes {
                let at = at.index(text.len() + 1);
                let end = (at + removed).min(text.len());
                text.splice(at..end, piece.chars());
            }
            text.into_iter().collect()
        })
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        for document in crate::case::split::split(&bytes) {
            if let Ok(text) = document.text {
                read_and_show(&text);
            }
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,200}") {
        read_and_show(&text);
    }

    #[test]
    fn any_mutation_of_a_case_is_read_or_refused(text in mutated()) {
        read_and_show(&text);
    }
}

#[test]
fn a_document_without_any_key_of_a_case_is_one_finding() {
    let reading = read_and_show("naam: Jansen\nleeftijd: 40\n");
    assert_eq!(reading.diagnostics.iter().map(|d| d.code).collect::<Vec<_>>(), [Code::UnknownKey]);
    let bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
    let reading = read_and_show(bomb);
    assert_eq!(reading.diagnostics.iter().map(|d| d.code).collect::<Vec<_>>(), [Code::NotPlainYaml]);
}
