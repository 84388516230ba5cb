//! Links in the lines of a text: where a long one may be divided, and which words of a line belong to one.
//!
//! Links are found in the whole text, before it is broken into lines.

use super::line::Line;
use crate::render::link::Link;
use std::ops::Range;
use std::sync::Arc;

/// Where a stretch of text that is wider than a line may end: after its spaces; if it has none, after the
/// single slashes of a link; if it has none, before its points and its at sign. A word without a link ends after its
/// hyphens.
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
        return after('-').filter(|&end| end < last).collect();
    }
    let slashes: Vec<usize> = after('/').filter(|&end| single(end) && inside(end)).collect();
    if !slashes.is_empty() {
        return slashes;
    }
    let signs = stretch.match_indices(['.', '@']).map(|(at, _)| range.start + at);
    signs.filter(|&at| at > range.start && inside(at)).collect()
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
