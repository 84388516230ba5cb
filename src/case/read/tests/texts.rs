//! Tests how texts are normalised and which texts are refused.

use super::*;
use crate::diagnostic::Code;

/// The motivering of a ground when it is written as this YAML value.
fn prose(value: &str) -> Result<String, Code> {
    let reading = read(&TRIAGE.replace("Uw vergunning was tijdelijk.", value));
    match reading.diagnostics.as_slice() {
        [] => match reading.case.unwrap().stap {
            Stap::Triage(step) => Ok(step.gronden[0].motivering.as_ref().unwrap().as_str().to_owned()),
            _ => panic!("andere stap"),
        },
        [one] => {
            assert_eq!(one.paths, ["stap.gronden[0].motivering"]);
            Err(one.code)
        }
        more => panic!("{more:?}"),
    }
}

/// The achternaam when it is written as this YAML value.
fn line(value: &str) -> Result<String, Code> {
    let reading = read(&TRIAGE.replace("Adeyemi", value));
    match reading.diagnostics.as_slice() {
        [] => Ok(reading.case.unwrap().vreemdeling.achternaam.as_str().to_owned()),
        [one] => Err(one.code),
        more => panic!("{more:?}"),
    }
}

#[test]
fn a_line_is_trimmed_and_composed() {
    assert_eq!(line("\"  de  Vries\\t-\\u00a0Jansen \"").as_deref(), Ok("de Vries - Jansen"));
    assert_eq!(line("Zoe\u{308}").as_deref(), Ok("Zo\u{eb}"));
    assert_eq!(line("|\n    Adeyemi").as_deref(), Ok("Adeyemi"));
    assert_eq!(line("O'Neill-Đặng").as_deref(), Ok("O'Neill-Đặng"));
    assert_eq!(line("0123 X").as_deref(), Ok("0123 X"));
    assert_eq!(line("true").as_deref(), Ok("true"));
    assert_eq!(line("'null'").as_deref(), Ok("null"));
}

#[test]
fn a_line_break_in_a_line_is_refused() {
    assert_eq!(line("\"Ade\\nyemi\""), Err(Code::LineBreak));
    assert_eq!(line("|\n    Ade\n    yemi"), Err(Code::LineBreak));
}

#[test]
fn prose_keeps_its_paragraphs_in_every_style() {
    assert_eq!(prose("|\n        a\n        b\n\n\n        c").as_deref(), Ok("a b\n\nc"));
    assert_eq!(prose(">-\n        a\n        b\n\n        c").as_deref(), Ok("a b\n\nc"));
    assert_eq!(prose("\"a\\nb\\n\\n  c \"").as_deref(), Ok("a b\n\nc"));
    assert_eq!(prose("\"a\\r\\nb\\r\\n\\r\\nc\"").as_deref(), Ok("a b\n\nc"));
    assert_eq!(prose("\"a\n        b\n\n        c\"").as_deref(), Ok("a b\n\nc"));
    assert_eq!(prose("a\n        b\n\n        c").as_deref(), Ok("a b\n\nc"));
}

#[test]
fn prose_is_plain_text() {
    assert_eq!(
        prose("'{{ kenmerk }} **vet** <b> {% if %}'").as_deref(),
        Ok("{{ kenmerk }} **vet** <b> {% if %}")
    );
}

#[test]
fn empty_texts_are_errors() {
    for value in ["''", "\"  \"", "\"\\n\"", "|\n\n"] {
        assert_eq!(line(value), Err(Code::TextEmpty), "{value}");
        assert_eq!(prose(value), Err(Code::TextEmpty), "{value}");
    }
}

#[test]
fn hidden_characters_are_errors_and_named() {
    for code in [
        "\\u00ad",
        "\\u061c",
        "\\u200b",
        "\\u200c",
        "\\u200d",
        "\\u200e",
        "\\u202e",
        "\\u2028",
        "\\u2066",
        "\\u2060",
        "\\u3164",
        "\\ufe0f",
        "\\ufeff",
        "\\ufffd",
        "\\ue000",
        "\\U000e0041",
        "\\U000f0000",
    ] {
        assert_eq!(line(&format!("\"a{code}b\"")), Err(Code::BadCharacter), "{code}");
        assert_eq!(prose(&format!("\"a{code}b\"")), Err(Code::BadCharacter), "{code}");
    }
    let reading = read(&TRIAGE.replace("Adeyemi", "\"a\\u202eb\""));
    assert!(reading.diagnostics[0].message.contains("U+202E"));
    for code in ["\\0", "\\a", "\\x7f", "\\u0085", "\\ufdd0", "\\uffff", "\\U0001fffe"] {
        assert_eq!(line(&format!("\"a{code}b\"")), Err(Code::ControlCharacter), "{code}");
        assert_eq!(prose(&format!("\"a{code}b\"")), Err(Code::ControlCharacter), "{code}");
    }
    for fine in ["\\u00e9", "\\u2013", "\\u2019", "\\u20ac", "\\U0001f600", "\\u0627"] {
        assert!(line(&format!("\"a{fine}b\"")).is_ok(), "{fine}");
    }
}

#[test]
fn a_text_over_its_greatest_length_is_refused() {
    let long = |n: usize| "é".repeat(n);
    assert!(line(&long(200)).is_ok());
    assert_eq!(line(&long(201)), Err(Code::TextTooLong));
    assert!(prose(&long(20_000)).is_ok());
    assert_eq!(prose(&long(20_001)), Err(Code::TextTooLong));
}
