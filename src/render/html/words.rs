//! Writes text of a letter into a page so that no line ends inside a date, an article, a number or a name.
//!
//! It keeps together the same words as the PDF: with no-break spaces, which still give way on a screen that
//! is too narrow, and with a span around a word that may not be split at its hyphen.

use super::write::Html;
use crate::render::link::links;
use crate::render::nobreak::{glued, torn};

/// Writes text, with its web and mail addresses as links.
pub(super) fn words(html: &mut Html, text: &str) {
    let mut done = 0;
    for link in links(text) {
        keep_together(html, &text[done..link.range.start]);
        html.raw("<a href=\"").text(&link.target).raw("\">").text(&text[link.range.clone()]).raw("</a>");
        done = link.range.end;
    }
    keep_together(html, &text[done..]);
}

fn keep_together(html: &mut Html, text: &str) {
    let glued = glued(text);
    let mut start = 0;
    for part in text.split_inclusive(' ') {
        let (end, word) = (start + part.len(), part.trim_end_matches(' '));
        let hyphens = word.match_indices('-').map(|(at, _)| at + 1).filter(|&at| at < word.len());
        if hyphens.into_iter().any(|at| torn(text, start + at)) {
            html.raw("<span class=\"heel\">").text(word).raw("</span>");
        } else {
            html.text(word);
        }
        if part.ends_with(' ') {
            html.text(if glued.binary_search(&end).is_ok() { "\u{A0}" } else { " " });
        }
        start = end;
    }
}

#[cfg(test)]
mod tests {
    use super::{Html, words};

    fn page(text: &str) -> String {
        let mut html = Html::new();
        words(&mut html, text);
        html.finish()
    }

    #[test]
    fn what_belongs_together_stays_together() {
        assert_eq!(page("Voor 4 mei 2026 dus"), "Voor 4&nbsp;mei&nbsp;2026 dus");
        assert_eq!(page("Noem uw V-nummer."), "Noem uw <span class=\"heel\">V-nummer.</span>");
        assert_eq!(page("zaak RTB-2026-1 "), "zaak <span class=\"heel\">RTB-2026-1</span> ");
    }

    #[test]
    fn addresses_become_links() {
        assert_eq!(
            page("Kijk op www.a.example/?b&c. <b> Mail"),
            "Kijk op <a href=\"https://www.a.example/?b&amp;c\">www.a.example/?b&amp;c</a>. &lt;b&gt; Mail"
        );
    }

    #[test]
    fn other_words_do_not_change() {
        for text in ["", " ", "a  b", "Kovalenko-de Wit", "twee- en drie", "é <- b"] {
            assert_eq!(page(text), text.replace('<', "&lt;"), "{text:?}");
        }
    }
}
