//! Tests how texts are normalised and which texts are refused.

use super::*;
use crate::case::identifier::Prose;
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

/// A text as prose gives it, with `•` for the sign of an item and `#` for that of a numbered one.
fn seen(value: &str) -> String {
    prose(value).unwrap().replace(Prose::BULLET, "•").replace(Prose::NUMBER, "#")
}

#[test]
fn prose_keeps_its_paragraphs_in_every_style() {
    assert_eq!(seen("|\n        a\n        b\n\n\n        c"), "a\nb\n\nc");
    assert_eq!(seen(">-\n        a\n        b\n\n        c"), "a b\n\nc");
    assert_eq!(seen("\"a\\nb\\n\\n  c \""), "a\nb\n\nc");
    assert_eq!(seen("\"a\\r\\nb\\r\\n\\r\\nc\""), "a\nb\n\nc");
    assert_eq!(seen("\"a\n        b\n\n        c\""), "a b\n\nc");
    assert_eq!(seen("\"a\n        b\\nc\\n\\nd\n\n        e\""), "a b\nc\n\nd\n\ne");
    assert_eq!(seen("'a''s\n        b\n\n        c'"), "a's b\n\nc");
    assert_eq!(seen("a\n        b\n\n        c"), "a b\n\nc");
}

#[test]
fn a_list_is_a_list_in_every_style() {
    let expected = "U liet zien:\n\n•uw paspoort, al oud\n•uw akte\n\nMeer niet.";
    let lines = "U liet\n zien:\n - uw paspoort,\n   al oud\n - uw akte\n\n Meer niet.";
    let indented = lines.replace('\n', "\n       ");
    for style in [">-\n        ", ">\n        ", ">+\n        ", "\"", "'", ""] {
        let close = if matches!(style, "\"" | "'") { style } else { "" };
        // Without quotes, a colon at the end of a line is that of a key.
        let colon = if style.is_empty() { "…" } else { ":" };
        let (text, expected) = (indented.replace(':', colon), expected.replace(':', colon));
        assert_eq!(seen(&format!("{style}{text}{close}")), expected, "{style:?}");
        let carriage = format!("{style}{text}{close}").replace('\n', "\r\n");
        assert_eq!(seen(&carriage), expected, "{style:?} with CR LF");
    }
    // A literal text and escapes keep every break, that inside an item too.
    let kept = expected.replace(", al", ",\nal").replace("liet zien", "liet\nzien");
    assert_eq!(seen(&format!("|\n        {indented}")), kept);
    assert_eq!(seen(&format!("\"{}\"", lines.replace('\n', "\\n"))), kept);
}

#[test]
fn a_list_in_a_folded_text_ends_where_it_goes_back() {
    let shifted =
        ">\n        Zien:\n          - uw paspoort\n          - uw akte\n        Meer\n        niet.";
    assert_eq!(seen(shifted), "Zien:\n\n•uw paspoort\n•uw akte\n\nMeer niet.");
    let level = ">\n        Zien:\n        - uw paspoort\n        van 2020\n        - uw akte";
    assert_eq!(seen(level), "Zien:\n\n•uw paspoort van 2020\n•uw akte");
    let sentence =
        ">\n        Zien:\n        - uw paspoort\n        - uw akte\n        Daarom\n        niet.";
    assert_eq!(seen(sentence), "Zien:\n\n•uw paspoort\n•uw akte\n\nDaarom niet.");
    let lines = ">\n        Aan:\n          mw. Jansen\n          Laan 1\n        en anderen";
    assert_eq!(seen(lines), "Aan:\nmw. Jansen\nLaan 1\nen anderen");
    assert_eq!(
        seen("\"Zien:\n        - uw \\\n          paspoort\n        - uw \\u00e4kte\""),
        "Zien:\n\n•uw paspoort\n•uw äkte"
    );
}

#[test]
fn a_line_behind_a_list_is_its_own() {
    let literal = "|\n        - a\n          b\n        c\n        - d\n\n        - e";
    assert_eq!(seen(literal), "•a\nb\n\nc\n\n•d\n•e");
    assert_eq!(seen("|\n        •\ta\n        o\tb\n        * c\n        * d"), "•a\n•b\n•c\n•d");
}

#[test]
fn numbers_stay_what_they_are() {
    assert_eq!(seen("|\n        Zie:\n        1. a\n        2. b\n\n        3. c"), "Zie:\n\n#a\n#b\n#c");
    assert_eq!(seen(">\n        Zie:\n        1. a\n        2. b"), "Zie:\n\n#a\n#b");
    assert_eq!(seen("|\n        1. a\n        x\n        2. b"), "#a\n\nx\n2. b");
    assert_eq!(seen("|\n        2. a\n        3. b"), "2. a\n3. b");
    assert_eq!(seen(">\n        Zie:\n        a) x\n        b) y"), "Zie:\na) x\nb) y");
    assert_eq!(seen(">\n        artikel 69, lid\n        2. Daarom"), "artikel 69, lid 2. Daarom");
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
