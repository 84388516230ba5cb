//! Two forms of a letter side by side: the words that are compared, what each side of a sheet shows, and its marks.

use super::read::{Page, Pdf, Piece};
use crate::support::letters::{linked, long, one_page};
use crate::support::{fixture_letters, pipeline};
use rtbrief::letter::document::Document;
use rtbrief::render::look::Look;
use rtbrief::render::pdf::comparison::{Change, Comparison, Paged, Side};
use rtbrief::render::pdf::writing::metadata::About;
use rtbrief::render::pdf::{Press, render};

/// The middle of a sheet, from its left edge in points.
const MIDDLE: f64 = 595.28;
/// Where the titles of the pages end, from the bottom of a sheet.
const TITLES: f64 = 841.89 - 55.0;

/// The pieces of text of a side below its title; 0 is the left one.
pub fn pieces(page: &Page, side: usize) -> Vec<&Piece> {
    let on_side = |piece: &&Piece| (piece.left >= MIDDLE) == (side == 1) && piece.baseline < TITLES;
    page.pieces.iter().filter(on_side).collect()
}

/// The text of a side, with its titles.
pub fn text(pdf: &Pdf, side: usize) -> String {
    let all = pdf.pages.iter().flat_map(|page| &page.pieces);
    all.filter(|piece| (piece.left >= MIDDLE) == (side == 1)).map(|piece| &*piece.text).collect()
}

/// Whether a rule runs through (`up` as parts of the size above the baseline) or under a piece.
pub fn is_ruled(page: &Page, piece: &Piece, up: [f64; 2]) -> bool {
    let height = up.map(|part| piece.baseline + part * piece.size);
    // A rule goes on over all words beside each other, so it may begin before the piece.
    page.rules.chunks(2).any(|ends| {
        let inside = height[0] <= ends[0].1 && ends[0].1 <= height[1];
        inside && ends[0].0 <= piece.left + 0.1 && piece.right <= ends[1].0 + 0.1
    })
}

fn side<'a>(letter: Option<&'a Paged>, changed: Vec<bool>, change: Change) -> Side<'a> {
    Side {
        title: "Kop".to_owned(),
        notes: vec!["Noot".to_owned()],
        absent: "Er is niets.".to_owned(),
        letter,
        changed,
        change,
    }
}

fn file(sides: &[Side<'_>; 2]) -> Vec<u8> {
    let about = About { title: "Verschil", author: "Dienst", date: "2026-11-20", letter: None };
    let press = Press::new(Look::built_in());
    press.compare(&Comparison::new(sides, press.look()), &about).unwrap()
}

fn paged(letter: &Document) -> Paged {
    Paged::new(letter, &Look::built_in()).unwrap()
}

fn without_spaces<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.flat_map(str::chars).filter(|c| !c.is_whitespace() && *c != '\u{AD}').collect()
}

#[test]
fn the_words_are_all_that_the_content_of_the_pages_says() {
    let made = [linked(), long(), one_page()];
    let fixtures: Vec<Document> = fixture_letters(pipeline()).into_iter().map(|(_, letter)| letter).collect();
    let mut count = 0;
    for letter in made.iter().chain(fixtures.iter().step_by(7)) {
        let pdf = Pdf::read(&render(letter, &Look::built_in()).unwrap());
        let content = pdf.pages.iter().flat_map(|page| &page.pieces).filter(|piece| piece.mcid.is_some());
        let paged = paged(letter);
        let words = paged.words();
        assert_eq!(
            without_spaces(words.iter().map(|word| &*word.text)),
            without_spaces(content.map(|piece| &*piece.text)),
            "{}",
            letter.file_stem
        );
        // Words, neither whole lines nor letters.
        assert!(words.iter().all(|word| !word.text.contains(' ') && !word.text.is_empty()));
        assert!(words.iter().any(|word| word.text.chars().count() > 5));
        count += words.len();
    }
    assert!(count > 5_000, "{count}");
}

#[test]
fn each_side_shows_the_pages_of_its_letter() {
    let (old, new) = (one_page(), long());
    let (old_paged, new_paged) = (paged(&old), paged(&new));
    let sides =
        [side(Some(&old_paged), Vec::new(), Change::Goes), side(Some(&new_paged), Vec::new(), Change::Comes)];
    let bytes = file(&sides);
    assert_eq!(bytes, file(&sides), "the same every time");
    let pdf = Pdf::read_untagged(&bytes);
    let own = [&old, &new].map(|letter| Pdf::read(&render(letter, &Look::built_in()).unwrap()));
    assert!(own[1].pages.len() > own[0].pages.len());
    assert_eq!(pdf.pages.len(), own[1].pages.len());
    for (number, sheet) in pdf.pages.iter().enumerate() {
        for (side, own) in own.iter().enumerate() {
            let shown: Vec<&str> = pieces(sheet, side).iter().map(|piece| &*piece.text).collect();
            match own.pages.get(number) {
                Some(page) => {
                    let text: Vec<&str> = page.pieces.iter().map(|piece| &*piece.text).collect();
                    assert_eq!(shown, text, "sheet {number}, side {side}");
                }
                None => assert_eq!(shown.concat(), format!("Hier is geen pagina {}.", number + 1)),
            }
        }
    }
    assert!(text(&pdf, 0).contains("Kop, pagina 1 van 1Noot"), "{}", text(&pdf, 0));
    assert!(text(&pdf, 1).contains(&format!("Kop, pagina 1 van {}Noot", own[1].pages.len())));
}

#[test]
fn a_side_without_a_letter_says_so() {
    let letter = one_page();
    let new = paged(&letter);
    let sides = [side(None, Vec::new(), Change::Goes), side(Some(&new), Vec::new(), Change::Comes)];
    let pdf = Pdf::read_untagged(&file(&sides));
    assert_eq!(text(&pdf, 0), "KopNootEr is niets.");
    assert!(text(&pdf, 1).contains(&letter.kenmerk));
}

#[test]
fn the_words_that_change_have_a_rule_and_no_others_have() {
    let letter = long();
    let paged = paged(&letter);
    let changed = |word: usize| word.is_multiple_of(5);
    let marks: Vec<bool> = (0..paged.words().len()).map(changed).collect();
    for (number, change) in [(0, Change::Goes), (1, Change::Comes)] {
        let one = || side(Some(&paged), marks.clone(), change);
        let none = || side(None, Vec::new(), change);
        let sides = if number == 0 { [one(), none()] } else { [none(), one()] };
        let pdf = Pdf::read_untagged(&file(&sides));
        let own = Pdf::read(&render(&letter, &Look::built_in()).unwrap());
        let rules = |pdf: &Pdf| pdf.pages.iter().map(|page| page.rules.len() / 2).sum::<usize>();
        let asked = marks.iter().filter(|mark| **mark).count();
        // Every fifth word stands apart, so each has a rule of its own, and one that takes two lines has two.
        let added = rules(&pdf) - rules(&own);
        assert!((asked..=asked + asked / 20).contains(&added), "{asked} words, {added} rules");
    }
    // All words: every piece of content is ruled.
    let marks = vec![true; paged.words().len()];
    let sides = [side(Some(&paged), marks, Change::Goes), side(None, Vec::new(), Change::Comes)];
    let pdf = Pdf::read_untagged(&file(&sides));
    let ruled = pdf
        .pages
        .iter()
        .flat_map(|page| pieces(page, 0).into_iter().filter(move |piece| is_ruled(page, piece, [0.1, 0.5])));
    assert!(ruled.count() > 50);
}
