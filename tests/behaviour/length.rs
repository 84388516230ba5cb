//! How long the letters are: their own words, and the page of the signature.

use crate::support::{fixture_cases, pipeline};
use rtbrief::letter::document::{Block, BlockKind, Document, Inline};
use rtbrief::render::look::Look;
use rtbrief::render::pdf::lay_out;
use rtbrief::render::pdf::paper::outline::outline;

/// Most own words of a letter before its signature, without overview, notes in the margin and the words of the officer.
const MOST_WORDS: usize = 480;
/// With at most this many words of an officer, a letter without return decision is signed on its second page.
const FEW_WORDS: usize = 80;

fn count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

fn text(block: &Block) -> String {
    block.inlines().map(Inline::text).collect::<Vec<_>>().join(" ")
}

/// The running text of a letter.
fn running(letter: &Document) -> String {
    let blocks = letter.body.iter();
    let running = blocks.filter(|block| !matches!(block.kind, BlockKind::Overview(_) | BlockKind::Margin(_)));
    running.map(text).collect::<Vec<_>>().join("\n")
}

/// Whether the words of a text stand in another.
fn holds(whole: &str, text: &str) -> bool {
    let words = |text: &str| {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    words(whole).contains(&words(text))
}

/// The page of the close of a letter, from 1, and the number of pages.
fn signed_on(letter: &Document) -> (String, usize) {
    let layout = lay_out(letter, &Look::built_in()).unwrap();
    let shown = outline(&layout);
    let line = shown.lines().find(|line| line.contains("Met vriendelijke groet")).unwrap();
    let page = line.split_once('[').and_then(|(_, rest)| rest.split_once(']')).unwrap().0;
    (page.to_owned(), layout.pages.len())
}

#[test]
#[allow(clippy::print_stdout)] // the figures are for who changes the words: `--nocapture` shows them
fn letters_are_short_and_signed_on_their_second_page() {
    let mut wrong = Vec::new();
    for (fixture, case) in fixture_cases(pipeline()) {
        for letter in case.letters.iter().filter(|letter| !letter.is_copy && !letter.is_concept) {
            let all = running(letter);
            let mut officers = 0;
            case.reading.own_words(&mut |_, text| {
                if holds(&all, text) {
                    officers += count(text);
                }
            });
            let own = count(&all) - officers;
            let (page, pages) = signed_on(letter);
            println!(
                "{own} own, {officers} of the officer, signed on {page} of {pages}: {} {fixture}",
                letter.kind.id()
            );
            let has_return_decision =
                letter.terms.iter().any(|term| term.kind.word() == "vertrek") || all.contains("onmiddellijk");
            let last = if officers <= FEW_WORDS && !has_return_decision { "2" } else { "3" };
            let many = officers <= FEW_WORDS && !has_return_decision && own > MOST_WORDS;
            if many || page.as_str() > last || pages > 3 {
                wrong.push(format!(
                    "{fixture}: {own} own words, {officers} of the officer, signed on {page} of {pages}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
