//! Every letter of every fixture as HTML: how the page is built, and that no word of the letter is lost.
//!
//! `tests/validators/pages.rs` tests what a browser makes of the pages.

pub mod page;

use crate::support::{fixture_letters, pipeline};
use page::{cut, elements, words};
use rtbrief::letter::document::{BlockKind, Document};
use rtbrief::render::look::Look;
use rtbrief::render::{html, text};
use std::collections::BTreeSet;

/// What must hold for a page; `None` when it does.
type Rule = fn(&str, &Document) -> Option<String>;

fn demand(holds: bool, fault: impl Into<String>) -> Option<String> {
    (!holds).then(|| fault.into())
}

/// Header, main and footer are the whole body, so that all words stand in a landmark.
fn landmarks(page: &str, _: &Document) -> Option<String> {
    let all = elements(page);
    let top: Vec<&str> = all.iter().filter(|e| e.inside == ["html", "body"]).map(|e| e.name).collect();
    demand(top == ["header", "main", "footer"], format!("{top:?}"))
}

/// One heading of level 1, the first; no level skipped; all in main.
fn headings(page: &str, _: &Document) -> Option<String> {
    let all = elements(page);
    let levels: Vec<(u8, bool)> = all
        .iter()
        .filter_map(|e| {
            Some((e.name.strip_prefix('h')?.parse().ok()?, e.inside.starts_with(&["html", "body", "main"])))
        })
        .collect();
    let one = levels.first().is_some_and(|(level, _)| *level == 1);
    let stepwise = levels.windows(2).all(|pair| pair[1].0 > 1 && pair[1].0 <= pair[0].0 + 1);
    demand(one && stepwise && levels.iter().all(|(_, in_main)| *in_main), format!("{levels:?}"))
}

/// The language and a title of its own.
fn named(page: &str, document: &Document) -> Option<String> {
    let copy = if document.is_copy { " (afschrift)" } else { "" };
    let title = format!("<title>{} – {}{copy}</title>", document.title, document.kenmerk);
    demand(page.starts_with("<!DOCTYPE html>\n<html lang=\"nl\">") && page.contains(&title), title)
}

/// Regions have names, tables have heads with a scope, and no id is used twice.
fn labelled(page: &str, _: &Document) -> Option<String> {
    let all = elements(page);
    let ids: Vec<&str> = all.iter().filter_map(|e| e.attribute("id")).collect();
    let unique = ids.iter().collect::<BTreeSet<_>>().len() == ids.len();
    let regions = all.iter().filter(|e| e.name == "section").all(|e| e.attribute("aria-label").is_some());
    let heads = all.iter().filter(|e| e.name == "th").all(|e| e.attribute("scope").is_some());
    let count = |name| all.iter().filter(|e| e.name == name).count();
    // The rows of an overview have their heads at the left.
    let overviews = all.iter().filter(|e| e.attribute("class") == Some("overzicht")).count();
    demand(
        unique && regions && heads && count("table") == count("thead") + overviews,
        "a name or a head is missing, or an id is used twice",
    )
}

/// One style, which the policy allows; nothing that runs, nothing from elsewhere, no style on an element.
fn closed(page: &str, _: &Document) -> Option<String> {
    let all = elements(page);
    let forbidden = ["script", "link", "iframe", "object", "embed", "form", "base"];
    let inert = all.iter().all(|e| {
        !forbidden.contains(&e.name)
            && e.attribute("style").is_none()
            && !e.attributes.starts_with("on")
            && !e.attributes.contains(" on")
            && e.attribute("src").is_none_or(|from| from.starts_with("data:"))
    });
    let policy = all.iter().position(|e| e.attributes.contains("default-src 'none'; style-src 'sha256-"));
    let style = all.iter().position(|e| e.name == "style");
    let first = policy.zip(style).is_some_and(|(policy, style)| policy < style);
    demand(inert && first && page.matches("<style>").count() == 1, "something runs or comes from elsewhere")
}

/// The words of the letter as its text has them, in the same order. The order is not compared in the head, which is
/// arranged otherwise in the text, nor in a body with a table, which the text writes line by line.
fn complete(page: &str, document: &Document) -> Option<String> {
    let text = text::render(document);
    let (head, body) = text.split_once("\nOnderwerp").unwrap();
    let has_table = document.body.iter().any(|block| matches!(block.kind, BlockKind::Table { .. }));
    // The addresses stand inside the body of the page, and the links for a calendar are not in the text.
    let (details, page_body) = cut(page, "<section class=\"gegevens\"", "</section>");
    let (_, page_body) = cut(&page_body, "<ul class=\"agenda\">", "</ul>");
    let page_head = format!("{}{details}", cut(page, "<header>", "</header>").0);
    [
        (head, words(&page_head, "<header>", "</section>"), false),
        (body, words(&page_body, "<main>", "</main>"), !has_table),
    ]
    .into_iter()
    .find_map(|(text, mut found, ordered)| {
        let mut expected: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        for words in [&mut expected, &mut found] {
            // The marks and numbers of lists and the marks of tables in the text are no words.
            let is_number = |word: &str| {
                word.strip_suffix('.').is_some_and(|n| n.len() == 1 && n.as_bytes()[0].is_ascii_digit())
            };
            words.retain(|word| word.contains(char::is_alphanumeric) && !is_number(word));
            if !ordered {
                words.sort();
            }
        }
        let differs = found.iter().zip(&expected).find(|(a, b)| a != b);
        demand(found == expected, format!("{differs:?}, {} of {}", found.len(), expected.len()))
    })
}

const RULES: [(&str, Rule); 6] = [
    ("landmarks", landmarks),
    ("headings", headings),
    ("named", named),
    ("labelled", labelled),
    ("closed", closed),
    ("complete", complete),
];

/// What is wrong with a page.
fn faults(page: &str, document: &Document) -> Vec<(&'static str, String)> {
    RULES.iter().filter_map(|(name, rule)| rule(page, document).map(|fault| (*name, fault))).collect()
}

#[test]
fn the_page_of_every_letter_of_every_fixture_keeps_every_rule() {
    let letters = fixture_letters(pipeline());
    assert!(letters.len() > 80, "only {} letters", letters.len());
    for (fixture, letter) in &letters {
        assert_eq!(faults(&html::render(letter, &Look::built_in()), letter), [], "{fixture}");
    }
}

#[test]
fn a_page_that_breaks_a_rule_is_noticed_by_that_rule() {
    let letters = fixture_letters(pipeline());
    let has_table = |letter: &Document| letter.body.iter().any(|b| matches!(b.kind, BlockKind::Table { .. }));
    let (_, letter) = letters.iter().find(|(_, letter)| has_table(letter)).unwrap();
    let page = html::render(letter, &Look::built_in());
    for (rule, from, to) in [
        ("landmarks", "<header>", "<p></p><header>"),
        ("headings", "<h2>", "<h2></h2><h1>x</h1><h2>"),
        ("headings", "</h1>", "</h1><h3></h3>"),
        ("named", " lang=\"nl\"", ""),
        ("named", "</title>", "x</title>"),
        ("labelled", " aria-label=\"Gegevens van deze brief\"", ""),
        ("labelled", " scope=\"col\"", ""),
        ("labelled", "<dl>", "<p id=\"a\"></p><p id=\"a\"></p><dl>"),
        ("closed", "<dl>", "<script></script><dl>"),
        ("closed", "<dl>", "<p style=\"color: red\"></p><dl>"),
        ("closed", "<dl>", "<p onclick=\"x\"></p><dl>"),
        ("closed", "style-src 'sha256-", "style-src 'unsafe-inline"),
        ("complete", "<h2>", "<h2>woord "),
        ("complete", "<dl>", "<p>woord</p><dl>"),
        ("complete", "</h1>", "</h1><p>woord</p>"),
    ] {
        let broken = page.replacen(from, to, 1);
        assert_ne!(broken, page, "{from}");
        assert!(faults(&broken, letter).iter().any(|(found, _)| *found == rule), "{rule}: {to}");
    }
}
