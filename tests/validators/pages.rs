//! Every letter of every fixture as HTML, judged by the Nu checker, Chromium and axe-core: valid, accessible on a screen, a
//! letter on paper.
//!
//! `tests/behaviour/html` tests what can be seen without a browser.

use crate::support::{fixture_letters, pipeline, root};
use rtbrief::letter::document::{Block, BlockKind, Document, Inline};
use rtbrief::render::html;
use rtbrief::render::look::Look;
use std::collections::BTreeMap;
use std::fs;
use std::process::Command;
use std::sync::{Mutex, PoisonError};

/// The HTML of letters by their names.
pub type Pages = BTreeMap<String, String>;

/// In every setting.
pub const THOROUGH: &[&str] = &["--thorough"];

/// One browser at a time: the first one may have to be installed.
static TURN: Mutex<()> = Mutex::new(());

/// What the browser finds on these pages: a line for each fault, and one for each page without any.
pub fn browse(options: &[&str], pages: &Pages) -> (bool, Vec<String>) {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(root("tests/browser/run"));
    command.args(options);
    for (name, page) in pages {
        let path = folder.path().join(format!("{name}.html"));
        fs::write(&path, page).unwrap();
        command.arg(path);
    }
    let output = command.output().unwrap();
    let told =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (output.status.success(), told.lines().map(str::to_owned).collect())
}

/// Demands that every page is told to be without faults.
pub fn all_pass(options: &[&str], pages: &Pages) {
    let (success, told) = browse(options, pages);
    let passed = told.iter().filter(|line| line.starts_with("PASS ")).count();
    let faults: Vec<&String> = told.iter().filter(|line| !line.starts_with("PASS ")).collect();
    assert!(success && passed == pages.len(), "{passed} of {} passed\n{faults:#?}", pages.len());
}

/// Every letter of every fixture.
fn every_letter() -> Pages {
    let letters = fixture_letters(pipeline());
    let name = |fixture: &str, letter: &Document| format!("{fixture}_{}", letter.file_stem);
    letters
        .iter()
        .map(|(fixture, letter)| (name(fixture, letter), html::render(letter, &Look::built_in())))
        .collect()
}

/// A letter of each kind, and the crowded one.
fn every_kind() -> Pages {
    let mut pages = BTreeMap::new();
    for (_, letter) in fixture_letters(pipeline()) {
        let copy = if letter.is_copy { "-copy" } else { "" };
        pages
            .entry(format!("{}{copy}", letter.kind.id()))
            .or_insert_with(|| html::render(&letter, &Look::built_in()));
    }
    assert!(pages.len() > 10, "only {:?}", pages.keys());
    let crowded = crowded();
    pages.insert("crowded".into(), html::render(&crowded, &Look::built_in()));
    pages.insert(
        "without-notice".into(),
        html::render(&Document { is_example: false, ..crowded }, &Look::built_in()),
    );
    pages
}

#[test]
fn every_page_can_be_made() {
    let letters = fixture_letters(pipeline());
    let pages = every_letter();
    assert!(pages.len() > 80 && pages.len() == letters.len(), "only {} letters", pages.len());
    assert!(every_kind().len() > 12);
}

#[test]
#[ignore = "needs Chromium, Node and Java"]
fn the_html_of_every_letter_of_every_fixture_conforms() {
    all_pass(&[], &every_letter());
}

#[test]
#[ignore = "needs Chromium, Node and Java"]
fn the_html_of_each_kind_of_letter_conforms_in_every_setting() {
    all_pass(THOROUGH, &every_kind());
}

/// A letter that has a table, with more than any letter has: a table over several pages, a long list, long words, a
/// full window, and a kenmerk that would break out of the style that prints it.
fn crowded() -> Document {
    let has_table = |letter: &Document| letter.body.iter().any(|b| matches!(b.kind, BlockKind::Table { .. }));
    let mut letters = fixture_letters(pipeline()).into_iter().map(|(_, letter)| letter);
    let mut letter = letters.find(has_table).unwrap();
    let words = |text: &str| vec![Inline::Text(text.to_owned())];
    for block in &mut letter.body {
        if let BlockKind::Table { rows, .. } = &mut block.kind {
            let row = rows[0].clone();
            rows.extend((0..30).map(|_| row.clone()));
        }
    }
    let items = (0..70).map(|_| words(&"onafgebroken".repeat(6))).collect();
    letter.body.push(Block {
        kind: BlockKind::List { ordered: true, items },
        provenance: std::sync::Arc::default(),
    });
    let lines =
        ["Kantoor Voorbeeld", "t.a.v. mr. Ł. Öztürk-van der Meer", "Straße 1", "Gebouw 2", "1010 Wien"];
    letter.addressee = lines.map(str::to_owned).to_vec();
    letter.addressee.push("OOSTENRIJK".into());
    letter.is_copy = true;
    letter.kenmerk = "RTB\"} </style>'\\".into();
    for (label, value) in &mut letter.reference {
        if label == "Ons kenmerk" {
            value.clone_from(&letter.kenmerk);
        }
    }
    letter
}

/// The fault that the browser must find, and the change of a page that makes it: these words become those.
const FAULTS: &[(&str, &str, &str)] = &[
    ("html-has-lang", " lang=\"nl\"", ""),
    ("document-title", "<title>", "<title></title><title hidden>"),
    ("color-contrast", "--soft: #4a4f57", "--soft: #bbb"),
    ("[dark] color-contrast", "--ink: #e8eaed", "--ink: #444"),
    ("[print] color-contrast", "address, .retour { color: inherit; }", "address { color: #aaa; }"),
    ("heading-order", "<h2>", "<h4>x</h4><h2>"),
    ("landmark-one-main", "<main>", "<main hidden></main><div>"),
    ("region", "<header>", "<p>woorden</p><header>"),
    ("table-heads", " scope=\"col\"", ""),
    ("nu: line ", "<h1>", "<h1 role=\"onzin\">"),
    ("table-roles: ", "<table>", "<table role=\"presentation\">"),
    (
        "order: ",
        ".gegevens { display: grid;",
        ".opening { display: grid; } .gegevens { order: -1; display: grid;",
    ),
    ("calendar: ", "BEGIN%3AVCALENDAR", "BEGIN%3AVKALENDER"),
    ("[phone] sideways", "tr { padding: .6em 0;", "tr { min-width: 400px;"),
    ("request: http", "<dl>", "<img alt=\"\" src=\"http://127.0.0.1:9/\"><dl>"),
    ("no number at its foot", "@bottom-right { content:", "@bottom-right { quotes:"),
    ("no kenmerk at its foot", "@bottom-left { content:", "@bottom-left { quotes:"),
    ("no kenmerk and date at its head", "@top-right { content:", "@top-right { quotes:"),
    ("not A4", "size: A4", "size: A5"),
    (
        "window: the address",
        ".venster { position: absolute; top: 37mm",
        ".venster { position: absolute; top: 45mm",
    ),
    ("window: there are words", "min-height: 90.5mm", "min-height: 70mm"),
    ("begins with the signature", "break-before: avoid;", "break-before: page;"),
    ("ends with a heading", "break-inside: avoid; break-after: avoid; }", "break-after: page; }"),
    ("without their heads", "li, tr, thead", "thead { display: table-row-group; } li, tr"),
];

/// A whole page, and that page without its policy: in that one a fault can be made.
fn pages_to_break() -> (String, String) {
    let mut short = crowded();
    short
        .body
        .retain(|block| matches!(block.kind, BlockKind::Heading { level: 2, .. } | BlockKind::Table { .. }));
    let page = html::render(&short, &Look::built_in());
    let (before, policy) = page.split_once("<meta http-equiv").unwrap();
    let open = format!("{before}{}", policy.split_once('\n').unwrap().1);
    (page, open)
}

#[test]
fn every_fault_changes_the_page() {
    let (_, open) = pages_to_break();
    for (_, from, to) in FAULTS {
        assert_ne!(open.replace(from, to), open, "{from}");
    }
}

#[test]
#[ignore = "needs Chromium, Node and Java"]
fn a_broken_page_does_not_conform() {
    let (page, open) = pages_to_break();
    // A fault that shows in one setting only is looked for in all of them.
    for thorough in [false, true] {
        let faults: Vec<_> = FAULTS.iter().filter(|(fault, ..)| fault.starts_with('[') == thorough).collect();
        let mut pages = BTreeMap::from([("whole".to_owned(), page.clone())]);
        pages.insert("other-style".into(), page.replacen("--soft", "--zacht", 1));
        for (n, (_, from, to)) in faults.iter().enumerate() {
            pages.insert(format!("broken-{n}"), open.replace(from, to));
        }
        let (success, told) = browse(if thorough { THOROUGH } else { &[] }, &pages);
        let has = |name: &str, fault: &str| {
            told.iter().any(|line| line.starts_with(&format!("FAIL {name}.html ")) && line.contains(fault))
        };
        assert!(!success && told.iter().any(|line| line == "PASS whole.html"), "{told:#?}");
        assert!(has("other-style", "console: "), "{told:#?}");
        for (n, (fault, ..)) in faults.iter().enumerate() {
            assert!(has(&format!("broken-{n}"), fault), "{fault}\n{told:#?}");
        }
    }
}
