//! Links on a page: which pieces of a line lead somewhere, and the annotation that makes them work.
//!
//! A link is an element inside that of its text (ISO 32000-1, 14.8.4.4.2), underlined by a hairline that is
//! decoration. It has one annotation a page, however many lines it takes there.

use super::length::{points, pt};
use super::lines::{Line, measure};
use super::objects::{Ref, Text as Quoted};
use super::page::{Area, Rule, Text};
use super::structure::ElementId;
use crate::render::link::Link;
use std::fmt::Write as _;
use std::ops::Range;
use std::sync::Arc;

/// A link as a page has it (12.5.6.5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// Its element.
    pub element: ElementId,
    /// Where it leads.
    pub link: Arc<Link>,
    /// What can be clicked, one area a line.
    pub areas: Vec<Area>,
}

/// What a line of text covers.
#[must_use]
pub fn area(text: &Text) -> Area {
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

/// Where a stretch of text that is wider than a line may end: after its spaces; if it has none, after the
/// single slashes of a link.
#[must_use]
pub fn stops(text: &str, range: Range<usize>, links: &[Arc<Link>]) -> Vec<usize> {
    let stretch = text[range.clone()].trim_end();
    let after = |sign: char| stretch.match_indices(sign).map(|(at, _)| range.start + at + 1);
    let spaces: Vec<usize> = after(' ').collect();
    if !spaces.is_empty() {
        return spaces;
    }
    let single = |end: usize| !text[..end].ends_with("//") && !text[end..].starts_with('/');
    let inside = |end: usize| links.iter().any(|link| link.range.start < end && end < link.range.end);
    after('/').filter(|&end| single(end) && inside(end)).collect()
}

/// Notes in lines which of their words are links; `links` have their places in the whole text.
pub fn mark(lines: &mut [Line], links: &[Arc<Link>]) {
    if links.is_empty() {
        return;
    }
    let mut next = 0;
    for line in lines {
        for (index, (_, word)) in line.words.iter().enumerate() {
            // A hyphen that divides a word is not in the text.
            if &*word.text == "\u{AD}" {
                continue;
            }
            let start = next;
            next += word.text.len();
            let Some(link) = links.iter().find(|link| link.range.contains(&start)) else { continue };
            match line.links.last_mut() {
                Some((words, last)) if Arc::ptr_eq(last, link) => words.end = index + 1,
                _ => line.links.push((index..index + 1, Arc::clone(link))),
            }
        }
    }
}

/// A line cut before and after its links.
#[must_use]
pub fn pieces(text: Text) -> Vec<(Text, Option<Arc<Link>>)> {
    let Text { mut x, y, size, line, colour } = text;
    if line.links.is_empty() {
        return vec![(Text { x, y, size, line, colour }, None)];
    }
    // Gaps count from the beginning of the line, which is that of its first piece.
    let mut gaps = line.gaps;
    let mut words = line.words.into_iter();
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
                    line: Line { words, width, links: Vec::new(), gaps: std::mem::take(&mut gaps) },
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

/// The object of an annotation on a page, with its key in the parent tree.
#[must_use]
pub fn object(annotation: &Annotation, page: Ref, key: usize) -> String {
    let corners = || annotation.areas.iter().map(|area| area.corners());
    let [left, bottom] = [0, 1].map(|side| corners().map(|it| it[side]).min().unwrap_or_default());
    let [right, top] = [2, 3].map(|side| corners().map(|it| it[side]).max().unwrap_or_default());
    // Flags: printed (ISO 19005-2, 6.3.2). An annotation for a link needs no appearance (6.3.3).
    let mut out = format!(
        "<</Type/Annot/Subtype/Link/P {page}/F 4/Border[0 0 0]/StructParent {key}/Rect[{} {} {} {}]",
        points(left),
        points(bottom),
        points(right),
        points(top),
    );
    if annotation.areas.len() > 1 {
        out.push_str("/QuadPoints[");
        for [left, bottom, right, top] in corners() {
            for (x, y) in [(left, top), (right, top), (left, bottom), (right, bottom)] {
                let _ = write!(out, "{} {} ", points(x), points(y));
            }
        }
        out.push(']');
    }
    let Link { target, description, .. } = &*annotation.link;
    let _ = write!(out, "/A<</S/URI/URI{}>>/Contents{}>>", Quoted(target), Quoted(description));
    out
}
