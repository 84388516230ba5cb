//! Links on a page: the pieces of a line that are links, their underline, and the areas that can be clicked.
//!
//! A link is an element inside that of its text (ISO 32000-1, 14.8.4.4.2), underlined by a hairline that is
//! decoration. It has one annotation per page, however many lines it takes there.

use super::mark::{Rule, Text};
use crate::render::a4::Area;
use crate::render::font::Weight;
use crate::render::length::pt;
use crate::render::link::Link;
use crate::render::pdf::setting::line::{Line, measure};
use crate::render::pdf::setting::shape::Word;
use crate::render::pdf::setting::structure::ElementId;
use std::rc::Rc;
use std::sync::Arc;

/// The annotation of a link on a page (12.5.6.5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// The structure element of the link.
    pub element: ElementId,
    /// The link, with its URL.
    pub link: Arc<Link>,
    /// The areas that can be clicked, one per line.
    pub areas: Vec<Area>,
}

/// The area that a line of text covers.
#[must_use]
pub fn covered_area(text: &Text) -> Area {
    let (above, below) = (text.size * 4 / 5, text.size / 4);
    Area { x: text.x, y: text.y - above, width: text.line.width, height: above + below }
}

/// The hairline below a link.
#[must_use]
pub fn underline(text: &Text) -> Rule {
    Rule {
        x: text.x,
        y: text.y + text.size / 8,
        width: text.line.width,
        thickness: pt(1) / 4,
        colour: text.colour,
    }
}

/// Splits a line before one of its words, which no link holds together with the word before it.
#[must_use]
pub fn split_at_word(text: Text, at: usize) -> (Text, Text) {
    let Text { x, y, size, colour, line } = text;
    let part = |words: &[(Weight, Rc<Word>)], links| {
        let (width, advance) = measure(words, size);
        (Line { words: words.into(), width, links, ..Line::default() }, advance)
    };
    let (before, after) = line.words.split_at(at.min(line.words.len()));
    let (first, second): (Vec<_>, Vec<_>) = line.links.into_iter().partition(|(words, _)| words.start < at);
    let second = second.into_iter().map(|(words, link)| (words.start - at..words.end - at, link));
    let (mut first, advance) = part(before, first);
    // Gaps are measured from the beginning of the line.
    first.gaps = line.gaps;
    let (second, _) = part(after, second.collect());
    let piece = |x, line| Text { x, y, size, colour, line };
    (piece(x, first), piece(x + advance, second))
}

/// Splits a line before and after its links.
#[must_use]
pub fn split_at_links(text: Text) -> Vec<(Text, Option<Arc<Link>>)> {
    let Text { mut x, y, size, line, colour } = text;
    if line.links.is_empty() {
        return vec![(Text { x, y, size, line, colour }, None)];
    }
    // Gaps are measured from the beginning of the line, so they all go with its first piece.
    let mut gaps = line.gaps;
    let mut words = line.words.iter().cloned();
    let mut done = 0;
    let mut pieces = Vec::with_capacity(2 * line.links.len() + 1);
    let mut take = |count: usize, link| {
        let words: Vec<_> = words.by_ref().take(count).collect();
        let (width, advance) = measure(&words, size);
        if !words.is_empty() {
            pieces.push((
                Text {
                    x,
                    y,
                    size,
                    line: Line {
                        words: words.into(),
                        width,
                        gaps: std::mem::take(&mut gaps),
                        ..Line::default()
                    },
                    colour,
                },
                link,
            ));
        }
        x += advance;
    };
    for (range, link) in line.links {
        take(range.start - done, None);
        take(range.len(), Some(link));
        done = range.end;
    }
    take(usize::MAX, None);
    pieces
}
