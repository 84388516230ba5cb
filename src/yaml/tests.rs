//! What the YAML room reads and refuses, hostile files included.

#![allow(clippy::panic)]

use super::*;
use crate::diagnostic::Code;
use proptest::prelude::*;

/// A code with the line, column and length of every place.
type Finding = (&'static str, Vec<(u32, u32, u32)>);

fn findings(text: &str) -> Vec<Finding> {
    let places =
        |d: &crate::diagnostic::Diagnostic| d.at.iter().map(|p| (p.line, p.column, p.length)).collect();
    parse(text, 1).diagnostics.iter().map(|d| (d.code.as_str(), places(d))).collect()
}

fn scalar(node: &Node) -> &Scalar {
    match &node.value {
        Value::Scalar(scalar) => scalar,
        other => panic!("geen enkele waarde: {other:?}"),
    }
}

fn place(node: &Node) -> (u32, u32, u32) {
    (node.place.line, node.place.column, node.place.length)
}

#[test]
fn scalars_keep_their_text_and_place() {
    let text =
        "a: 0123\nb: \"ja\"  # waarom\nc: 'é–'\nd: >-\n  een\n  twee\n\n  drie\ne:\nf: null\ng: \"null\"\n";
    let root = parse(text, 11).root.unwrap();
    let get = |key| root.get(key).unwrap();
    assert_eq!((scalar(get("a")).text.as_str(), place(get("a"))), ("0123", (11, 4, 4)));
    assert_eq!((scalar(get("b")).plain, place(get("b"))), (false, (12, 4, 4)));
    assert_eq!((scalar(get("c")).text.as_str(), place(get("c"))), ("é–", (13, 4, 4)));
    assert_eq!((scalar(get("d")).text.as_str(), place(get("d"))), ("een twee\ndrie", (15, 3, 3)));
    assert!(scalar(get("d")).folded);
    assert!(get("e").is_null() && get("f").is_null() && !get("g").is_null());
}

#[test]
fn blocks_and_lists_stand_at_their_first_line() {
    let text = "a:\n  b: c\n  d: e\nf:\n  - g\n  - h\ni: [j, k]\nl: {m: n,\n  o: p}\n";
    let root = parse(text, 1).root.unwrap();
    let get = |key| place(root.get(key).unwrap());
    assert_eq!((get("a"), get("f"), get("i"), get("l")), ((2, 3, 4), (5, 3, 3), (7, 4, 6), (8, 4, 6)));
}

#[test]
fn a_key_has_a_place_of_its_own() {
    let root = parse("zaak:\n  kenmerk : X\n", 1).root.unwrap();
    let Value::Map(entries) = &root.get("zaak").unwrap().value else { panic!("geen blok") };
    assert_eq!(
        (entries[0].key_place.line, entries[0].key_place.column, entries[0].key_place.length),
        (2, 3, 7)
    );
}

#[test]
fn json_is_yaml() {
    let root =
        parse("{\"a\":1,\n\t\"b\":[\"x\\/y\\ud83d\\ude00\"], \"c\": {\"d\": true}}\n", 1).root.unwrap();
    assert_eq!(scalar(root.get("a").unwrap()).text, "1");
    let Value::List(items) = &root.get("b").unwrap().value else { panic!("geen lijst") };
    assert_eq!(scalar(&items[0]).text, "x/y😀");
    assert!(scalar(root.get("c").unwrap().get("d").unwrap()).plain);
}

#[test]
fn a_key_that_stands_twice_shows_every_place_and_keeps_the_first() {
    let tree = parse("a:\n  b: 1\n  c: 2\n  b: 3\n  'b': 4\n", 1);
    assert_eq!(tree.diagnostics.len(), 1);
    assert_eq!(tree.diagnostics[0].paths, ["a.b", "a.b", "a.b"]);
    assert_eq!(
        findings("a:\n  b: 1\n  c: 2\n  b: 3\n  'b': 4\n"),
        [("F107", vec![(2, 3, 1), (4, 3, 1), (5, 3, 3)])]
    );
    assert_eq!(scalar(tree.root.unwrap().get("a").unwrap().get("b").unwrap()).text, "1");
}

#[test]
fn a_double_key_that_may_be_a_name_stays_out_of_the_path() {
    let tree = parse("a:\n  Jan de Vries: 1\n  Jan de Vries: 2\n", 1);
    assert_eq!(tree.diagnostics[0].paths, ["a", "a"]);
}

#[test]
fn references_tags_and_complex_keys_give_one_finding_each() {
    let text =
        "a: &x 1\nb: *x\nc: *nergens\n<<: *x\nd: !!str 1\ne: !eigen 1\n? [q, r]\n: 1\n{{n}}: 2\n\"<<\": 3\n";
    let found = findings(text);
    let codes: Vec<&str> = found.iter().map(|f| f.0).collect();
    assert_eq!(codes, ["F106", "F106", "F106"]);
    assert_eq!(found[0].1, [(1, 7, 1), (2, 4, 2), (3, 4, 8), (4, 1, 2), (4, 5, 2)]);
    assert_eq!(found[1].1, [(5, 4, 5), (6, 4, 6)]);
    let root = parse(text, 1).root.unwrap();
    assert_eq!(root.get("b").unwrap().value, Value::Refused);
    assert_eq!(scalar(root.get("d").unwrap()).text, "1");
    assert!(root.get("<<").is_some());
}

#[test]
fn reading_goes_on_after_what_can_be_mended() {
    let found = findings("a: 1\na: 2\nb: !x y\nc: {d: 1, d: 2}\n");
    assert_eq!(found.iter().map(|f| f.0).collect::<Vec<_>>(), ["F107", "F106", "F107"]);
}

#[test]
fn every_kind_of_syntax_error_has_a_place_and_a_sentence() {
    let cases = [
        ("a: b: c\n", (1, 5), "dubbele punt"),
        ("a: 1\n b: 2\n", (2, 1), "springt verder in"),
        ("a:\n\tb: 1\n", (2, 2), "tab"),
        ("a: |\n\tx\n", (1, 4), "tab"),
        ("a: [1\n", (1, 4), "haakje"),
        ("a: {b: c]\n", (1, 4), "sluithaakje"),
        ("a: 'x\n", (2, 1), "aanhalingsteken"),
        ("a: \"x\" y\n", (1, 8), "aanhalingsteken"),
        ("key: \"a\\qb\"\n", (1, 6), "aanhalingstekens"),
        ("a: @x\n", (1, 4), "teken"),
        ("a: %x\n", (1, 4), "teken"),
        ("a: 1\nb\nc: 2\n", (2, 1), "sleutel"),
        ("%YAML 3.0\n---\na: b\n", (1, 1), "%"),
    ];
    for (text, at, word) in cases {
        let tree = parse(text, 1);
        let last = tree.diagnostics.last().unwrap_or_else(|| panic!("geen fout: {text:?}"));
        assert_eq!(
            (last.code, tree.diagnostics.len(), tree.root.is_none()),
            (Code::Syntax, 1, true),
            "{text:?}"
        );
        assert_eq!((last.at[0].line, last.at[0].column), at, "{text:?} {last:?}");
        assert!(last.message.contains(word), "{text:?} {last:?}");
    }
}

#[test]
fn a_stray_control_character_or_noncharacter_is_named() {
    for (text, name) in [
        ("a: \u{1}x\n", "stuurteken: U+0001"),
        ("a: x\u{fffe}\n", "code zonder teken: U+FFFE"),
        ("a: \"x\u{fffe}\"\n", "code zonder teken: U+FFFE"),
        ("a: 'x\u{ffff}'\n", "code zonder teken: U+FFFF"),
        ("a: |\n  x\u{ffff}\n", "code zonder teken: U+FFFF"),
    ] {
        let found = parse(text, 3).diagnostics;
        assert_eq!((found.len(), found[0].code), (1, Code::ControlCharacter), "{text:?}");
        assert!(found[0].message.contains(name), "{text:?} {found:?}");
    }
}

#[test]
fn a_second_document_is_refused() {
    assert_eq!(findings("a: b\n---\nc: d\n"), [("F104", vec![(2, 1, 1)])]);
}

#[test]
fn directives_comments_and_a_byte_order_mark_are_read_over() {
    let root = parse("\u{feff}%YAML 1.2\n# zaak\n---\na: b # c\n...\n", 1).root.unwrap();
    assert_eq!((scalar(root.get("a").unwrap()).text.as_str(), root.get("a").unwrap().place.line), ("b", 4));
}

#[test]
fn an_empty_document_has_no_root() {
    for text in ["", "# niets\n", "---\n", "---\n# niets\n...\n", "null\n", "~"] {
        assert_eq!((parse(text, 1).root, findings(text)), (None, vec![]), "{text:?}");
    }
}

#[test]
fn depth_is_limited() {
    let nested = |n: usize| format!("{}x{}", "[".repeat(n), "]".repeat(n));
    assert!(parse(&nested(MAX_DEPTH), 1).root.is_some());
    for text in [
        nested(MAX_DEPTH + 1),
        nested(500),
        "[".repeat(900_000),
        "- ".repeat(500_000),
        "{a: ".repeat(200_000),
    ] {
        let tree = parse(&text, 1);
        assert_eq!((tree.root.is_none(), tree.diagnostics.len()), (true, 1));
        assert_eq!(tree.diagnostics[0].code, Code::TooLarge);
    }
    let blocks: String = (0..100).map(|i| format!("{}a:\n", " ".repeat(i))).collect();
    assert_eq!(parse(&blocks, 1).diagnostics[0].code, Code::TooLarge);
}

#[test]
fn nodes_and_bytes_are_limited() {
    let list = |n: usize| format!("[{}]", "x,".repeat(n));
    assert!(parse(&list(MAX_NODES - 1), 1).root.is_some());
    assert_eq!(findings(&list(MAX_NODES))[0].0, "F105");
    let large = format!("a: {}\n", "x".repeat(2 * MAX_BYTES));
    assert_eq!(findings(&large), [("F105", vec![(1, 1, 1)])]);
}

#[test]
fn an_alias_bomb_is_one_finding() {
    let mut text = "a0: &a0 [lol, lol, lol]\n".to_owned();
    for i in 1..30 {
        let previous = format!("*a{}, ", i - 1).repeat(9);
        text.push_str(&format!("a{i}: &a{i} [{previous}x]\n"));
    }
    let found = findings(&text);
    assert_eq!((found.len(), found[0].0, found[0].1.len()), (1, "F106", 8));
}

proptest! {
    #[test]
    fn any_text_gives_a_tree_or_a_finding(text in "[\\PC\\n\\r\\t]{0,200}") {
        for finding in parse(&text, 1).diagnostics {
            prop_assert_eq!(finding.paths.len(), finding.at.len());
            prop_assert!(finding.at.iter().all(|p| p.line >= 1 && p.column >= 1 && p.length >= 1));
        }
    }

    #[test]
    fn any_yaml_like_text_gives_a_tree_or_a_finding(text in "([a-c:\\-?&*!|>'\"#%@{}\\[\\], \\n\\t~<\\\\]|---|: |\\n  ){0,120}") {
        for finding in parse(&text, u32::MAX).diagnostics {
            prop_assert_eq!(finding.paths.len(), finding.at.len());
            prop_assert!(finding.at.iter().all(|p| p.line >= 1 && p.column >= 1 && p.length >= 1));
        }
    }
}
