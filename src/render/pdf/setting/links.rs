//! Links in the lines of a text: where a long one may be divided, and which words of a line belong to one.
//!
//! Links are found in the whole text, before it is broken into lines.

use super::line::Line;
use crate::render::link::Link;
use std::ops::Range;
use std::sync::Arc;

/// The signs before which the name of a site, the last part of a path or a query may be divided. They open the next line,
/// so that none looks like the end of a sentence or a hyphen.
const LAST: [char; 5] = ['-', '_', '?', '&', '='];

/// Where a stretch of text that is wider than a line may end: after its spaces; if it has none, after the
/// single slashes of a link; if it has none, before the points and the at sign of an address; if it has none, before the
/// other signs of a link. An address that is no link (`mijn.voorbeeld.example`) has its letters on both sides of a point. A word
/// without a link ends after its hyphens.
#[must_use]
pub fn division_points(text: &str, range: Range<usize>, links: &[Arc<Link>]) -> Vec<usize> {
    let stretch = text[range.clone()].trim_end();
    let after = |sign: char| stretch.match_indices(sign).map(|(at, _)| range.start + at + 1);
    let spaces: Vec<usize> = after(' ').collect();
    if !spaces.is_empty() {
        return spaces;
    }
    let single = |end: usize| !text[..end].ends_with("//") && !text[end..].starts_with('/');
    let last = range.start + stretch.len();
    let inside =
        |end: usize| end < last && links.iter().any(|link| link.range.start < end && end < link.range.end);
    if !links.iter().any(|link| link.range.start < last && range.start < link.range.end) {
        let hyphens: Vec<usize> = after('-').filter(|&end| end < last).collect();
        if !hyphens.is_empty() {
            return hyphens;
        }
    }
    let slashes: Vec<usize> = after('/').filter(|&end| single(end) && inside(end)).collect();
    if !slashes.is_empty() {
        return slashes;
    }
    let before = |signs: &[char]| -> Vec<usize> {
        let found = stretch.match_indices(signs).map(|(at, _)| range.start + at);
        found.filter(|&at| at > range.start && (inside(at) || between_letters(text, at))).collect()
    };
    let signs = before(&['.', '@']);
    if signs.is_empty() { before(&LAST) } else { signs }
}

/// Whether the sign at this offset has a letter or digit before it and a letter behind it.
fn between_letters(text: &str, at: usize) -> bool {
    let behind = text[at..].chars().nth(1);
    text[..at].ends_with(char::is_alphanumeric) && behind.is_some_and(char::is_alphabetic)
}

/// Records in each line which of its words are links; the ranges of `links` refer to the whole text.
pub fn note_links(lines: &mut [Line], links: &[Arc<Link>]) {
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
