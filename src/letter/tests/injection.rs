//! Tests that no value of a case becomes markup, HTML or a template: a letter shows it word for word.

use super::{Probe, Render, kinds, paragraph, probe, set};
use crate::letter::document::{BlockKind, Inline};
use proptest::prelude::*;

const ATTEMPTS: &[&str] = &[
    "{{ 7*7 }}",
    "{% if asiel %}x{% endif %}",
    "{# regel: a.b #}",
    "<script>alert(1)</script>",
    "# kop",
    "1. lijst",
    "1) lijst",
    "- x",
    "+ x",
    "* x",
    "| a |",
    "::gronden::",
    "***",
    "---",
    "===",
    "> citaat",
    "**vet** en _schuin_ en `code`",
    "[link](https://example.org) ![beeld](x)",
    "[naam]: https://example.org",
    "<https://example.org>",
    "&amp; &#65; &nbsp;",
    r"eind \",
    r"\\ \* \",
    "```",
    "~~~",
    "woord \\\\",
];

#[test]
fn attempts_come_out_as_plain_words() {
    for attempt in ATTEMPTS {
        let context = Probe { naam: (*attempt).into(), ..probe() };
        assert_eq!(kinds("{{ naam }}\n", &context), vec![paragraph(attempt)], "alone: {attempt}");
        let beside = vec![paragraph(&format!("Zie {attempt} hier."))];
        assert_eq!(kinds("Zie {{ naam }} hier.\n", &context), beside, "beside words: {attempt}");
        let item = BlockKind::List { ordered: false, items: vec![vec![Inline::Text((*attempt).into())]] };
        assert_eq!(kinds("- {{ naam }}\n", &context), vec![item], "in a list: {attempt}");
    }
}

/// A paragraph of lines.
fn lines(lines: &[&str]) -> BlockKind {
    let words = lines.iter().flat_map(|line| [Inline::Break, Inline::Text((*line).into())]);
    BlockKind::Paragraph(words.skip(1).collect())
}

#[test]
fn indentation_and_line_ends_make_no_code_and_no_headings() {
    let context = Probe { naam: "een  \n    twee\\\n\n      drie\n===\n".into(), ..probe() };
    assert_eq!(kinds("{{ naam }}\n", &context), vec![lines(&["een", "twee\\"]), lines(&["drie", "==="])]);
    for attempt in ATTEMPTS {
        let context = Probe { naam: format!("Zie\n{attempt}\n{attempt}"), ..probe() };
        assert_eq!(kinds("{{ naam }}\n", &context), vec![lines(&["Zie", attempt, attempt])]);
    }
}

/// The text of an officer as the reader gives it, with `•` and `#` for the signs of items.
fn prose(text: &str) -> Probe {
    Probe { naam: text.replace('•', "\u{E006}").replace('#', "\u{E007}"), ..probe() }
}

fn list(ordered: bool, items: &[&str]) -> BlockKind {
    BlockKind::List { ordered, items: items.iter().map(|item| vec![Inline::Text((*item).into())]).collect() }
}

#[test]
fn items_of_an_officer_become_a_list() {
    let context = prose("Zien:\n\n•- a **b**\n•1. c\n\n#d\n#e\n\nMeer.");
    let expected = vec![
        paragraph("Zien:"),
        list(false, &["- a **b**", "1. c"]),
        list(true, &["d", "e"]),
        paragraph("Meer."),
    ];
    assert_eq!(kinds("{{ naam }}\n", &context), expected);
    // Words of the template before it stay a paragraph; beside other words there is no list.
    assert_eq!(kinds("Zie\n{{ naam }}\n", &prose("•a")), vec![paragraph("Zie"), list(false, &["a"])]);
    assert_eq!(
        kinds("Zie {{ naam }}!\n", &prose("x\n\n•a\n•b\n\n#c\n#d")),
        vec![paragraph("Zie x - a - b 1. c 2. d!")]
    );
}

#[test]
fn a_line_break_in_an_item_stays_in_it() {
    let item = vec![Inline::Text("a".into()), Inline::Break, Inline::Text("b".into())];
    let items = vec![item, vec![Inline::Text("c".into())]];
    assert_eq!(kinds("{{ naam }}\n", &prose("•a\nb\n•c")), vec![BlockKind::List { ordered: false, items }]);
}

#[test]
fn a_value_in_a_table_stays_in_its_cell() {
    let context = Probe { naam: "a | b\n|---|\n\nc".into(), ..probe() };
    let found = kinds("| kop |\n|---|\n| {{ naam }} |\n", &context);
    let cell = vec![Inline::Text("a | b |---| c".into())];
    let header = vec![vec![Inline::Text("kop".into())]];
    assert_eq!(found, vec![BlockKind::Table { header, rows: vec![vec![cell]] }]);
}

#[test]
fn a_value_in_bold_stays_bold_and_ends_there() {
    let context = Probe { naam: "**x** (y)".into(), ..probe() };
    let expected = BlockKind::Paragraph(vec![
        Inline::Text("Uiterlijk ".into()),
        Inline::Strong("**x** (y)".into()),
        Inline::Text(".".into()),
    ]);
    assert_eq!(kinds("Uiterlijk **{{ naam }}**.\n", &context), vec![expected]);
}

#[test]
fn forged_marks_and_control_characters_are_refused() {
    let set = set(&[("a.md", "{{ naam }}\n")]);
    for bad in [
        "\u{E000}x",
        "x\u{E003}",
        "\u{F0000}x",
        "\u{10FFFD}x",
        "a\u{0}b",
        "a\rb",
        "a\tb",
        "a\u{85}b",
        "a\u{E006}b",
        "\u{E006}\u{E007}",
    ] {
        let context = Probe { naam: bad.into(), ..probe() };
        let error = set.render("a.md", &context, None).unwrap_err();
        assert!(error.message.contains("`naam`"), "{error}");
    }
}

proptest! {
    #[test]
    fn any_text_comes_out_word_for_word(value in "[ -~\u{A0}-\u{17F}\u{400}-\u{4FF}]{1,60}") {
        prop_assume!(value.chars().any(char::is_alphanumeric));
        let context = Probe { naam: value.clone().replace('\u{AD}', ""), ..probe() };
        let words: Vec<&str> = context.naam.trim().split(' ').filter(|w| !w.is_empty()).collect();
        prop_assume!(!context.naam.chars().any(char::is_control));
        let expected = format!("Begin {} eind.", words.join(" "));
        prop_assert_eq!(kinds("Begin {{ naam }} eind.\n", &context), vec![paragraph(&expected)]);
    }
}
