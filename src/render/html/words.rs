//! Writes text of a letter into a page so that no line ends inside a date, an article, a number or a name.
//!
//! It keeps together the same words as the PDF: with no-break spaces, which still give way on a screen that
//! is too narrow, and with a span around a word that may not be split at its hyphen.

use super::write::Html;
use crate::render::link::links;
use crate::render::names::{held, is_inside};
use crate::render::nobreak::{glued, torn};
use std::ops::Range;

/// Writes text, with its web and mail addresses and the phone numbers of the letter as links.
pub(super) fn words(html: &mut Html, text: &str) {
    let mut found: Vec<(Range<usize>, String)> =
        links(text).into_iter().map(|link| (link.range, link.target)).collect();
    found.extend(phones(text, html.phones));
    found.sort_by_key(|(range, _)| range.start);
    let mut done = 0;
    for (range, target) in found {
        if range.start < done {
            continue;
        }
        keep_together(html, &text[done..range.start]);
        html.raw(if target.starts_with("tel:") { "<a class=\"heel\" href=\"" } else { "<a href=\"" });
        html.text(&target).raw("\">").text(&text[range.clone()]).raw("</a>");
        done = range.end;
    }
    keep_together(html, &text[done..]);
}

/// The phone numbers in a text, and what calls them (RFC 3966). Only numbers that the letter says are phone numbers: a
/// V-number has as many digits.
fn phones(text: &str, phones: &[String]) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    for phone in phones {
        let number: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        let plain = phone.chars().all(|c| c.is_ascii_digit() || "+-(). ".contains(c));
        if !plain || number.len() < 4 {
            continue;
        }
        let alone = |range: &Range<usize>| {
            let digit = |c: char| c.is_ascii_digit();
            !text[..range.start].ends_with(digit) && !text[range.end..].starts_with(digit)
        };
        let places = text.match_indices(phone.as_str()).map(|(start, _)| start..start + phone.len());
        found.extend(places.filter(alone).map(|range| (range, format!("tel:{number}"))));
    }
    found
}

/// Writes text without links.
pub(super) fn keep_together(html: &mut Html, text: &str) {
    let (glued, names) = (glued(text), held(text, html.names));
    let mut start = 0;
    for part in text.split_inclusive(' ') {
        let (end, word) = (start + part.len(), part.trim_end_matches(' '));
        let hyphens = word.match_indices('-').map(|(at, _)| at + 1).filter(|&at| at < word.len());
        if hyphens.into_iter().any(|at| torn(text, start + at) || is_inside(&names, start + at)) {
            html.raw("<span class=\"heel\">").text(word).raw("</span>");
        } else {
            html.text(word);
        }
        if part.ends_with(' ') {
            let holds = glued.binary_search(&end).is_ok() || is_inside(&names, end);
            html.text(if holds { "\u{A0}" } else { " " });
        }
        start = end;
    }
}

#[cfg(test)]
mod tests {
    use super::{Html, words};
    use crate::render::tests::letter;

    fn page(text: &str) -> String {
        let mut letter = letter();
        letter.names = vec!["olha el Wit-bondar".into(), "el Wit-bondar".into()];
        letter.sender.phones = vec!["0800-9900".into(), "+31 88 000 00 00".into(), "ma t/m vr".into()];
        let mut html = Html::new(&letter);
        words(&mut html, text);
        html.written().finish()
    }

    #[test]
    fn what_belongs_together_stays_together() {
        assert_eq!(page("Voor 4 mei 2026 dus"), "Voor 4&nbsp;mei&nbsp;2026 dus");
        assert_eq!(page("Noem uw V-nummer."), "Noem uw <span class=\"heel\">V-nummer.</span>");
        assert_eq!(page("zaak RTB-2026-1 "), "zaak <span class=\"heel\">RTB-2026-1</span> ");
        assert_eq!(
            page("kind olha el Wit-bondar ook"),
            "kind olha&nbsp;el&nbsp;<span class=\"heel\">Wit-bondar</span> ook"
        );
    }

    #[test]
    fn addresses_become_links() {
        assert_eq!(
            page("Kijk op www.a.example/?b&c. <b> Mail"),
            "Kijk op <a href=\"https://www.a.example/?b&amp;c\">www.a.example/?b&amp;c</a>. &lt;b&gt; Mail"
        );
    }

    #[test]
    fn phone_numbers_of_the_letter_become_links_and_others_do_not() {
        assert_eq!(
            page("Bel 0800-9900 (of +31 88 000 00 00)."),
            "Bel <a class=\"heel\" href=\"tel:08009900\">0800-9900</a> (of <a class=\"heel\" href=\"tel:+31880000000\">+31 88 000 00 00</a>)."
        );
        for text in ["0800-99001", "10800-9900", "088&nbsp;000", "ma t/m vr"] {
            assert!(!page(text).contains("tel:"), "{text}");
        }
    }

    #[test]
    fn other_words_do_not_change() {
        for text in ["", " ", "a  b", "Kovalenko-de Wit", "twee- en drie", "é <- b"] {
            assert_eq!(page(text), text.replace('<', "&lt;"), "{text:?}");
        }
    }
}
