//! How long the letters are: their own words, and the page of the signature.

use crate::support::{fixture_cases, pipeline};
use rtbrief::letter::document::{Block, BlockKind, Document, Inline};
use rtbrief::render::look::Look;
use rtbrief::render::pdf::lay_out;
use rtbrief::render::pdf::paper::outline::outline;

/// Most own words of a letter with few words of an officer and without return decision, before its signature; overview and
/// notes in the margin are beside the text.
const MOST_WORDS: usize = 480;
/// With at most this many words of an officer, most letters are signed on their second page.
const FEW_WORDS: usize = 80;
/// How many letters in a hundred of those are signed there; the others tell more: public order, retroactive effect, a hearing.
const ON_SECOND: usize = 85;

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
fn letters_are_short_and_most_are_signed_on_their_second_page() {
    let (mut wrong, mut short, mut on_second) = (Vec::new(), 0, 0);
    for (fixture, case) in fixture_cases(pipeline()) {
        for letter in case.letters.iter().filter(|letter| !letter.is_copy) {
            let all = running(letter);
            let mut officers = 0;
            case.reading.own_words(&mut |_, text| {
                if holds(&all, text) {
                    officers += count(text);
                }
            });
            let own = count(&all) - officers;
            let (page, pages) = signed_on(letter);
            let told =
                format!("{fixture}: {own} own words, {officers} of the officer, signed on {page} of {pages}");
            println!("{told}");
            let has_return_decision = all.contains("moet Nederland verlaten\n");
            if officers <= FEW_WORDS && !has_return_decision {
                short += 1;
                on_second += usize::from(page.as_str() <= "2");
                if own > MOST_WORDS {
                    wrong.push(told.clone());
                }
            }
            if page.as_str() > "3" || pages > 4 {
                wrong.push(told);
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    println!("{on_second} of {short} short letters are signed on their second page");
    assert!(100 * on_second > ON_SECOND * short, "{on_second} of {short}");
}
