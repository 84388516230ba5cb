//! A typeset line of text: its words, its width, and which of the words are links or gaps.
//!
//! [`lines`](super::lines) makes it; later steps (rows, pages, operators) only read it.

use super::divided::Divided;
use super::shape::Word;
use crate::render::font::Weight;
use crate::render::length::Length;
use crate::render::link::Link;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

/// The words of a line with their weights. Lines with the same words share them where the text was set before.
pub type Words = Rc<[(Weight, Rc<Word>)]>;

/// A line of shaped words, spaces among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The words; the space at which the line was broken is the last of them.
    pub words: Words,
    /// Width without the space at its end.
    pub width: Length,
    /// The ranges of words that are (part of) a link.
    pub links: Vec<(Range<usize>, Arc<Link>)>,
    /// The gaps in it: where each begins and how wide it is.
    pub gaps: Vec<(Length, Length)>,
    /// Its parts of words that take more than one line; hardly any line has one.
    pub divided: Option<Box<Divided>>,
    /// Whether it ends where its text says so, not where it was full.
    pub ends: bool,
}

impl Line {
    /// Whether the next line goes on with a word of this one.
    #[must_use]
    pub fn goes_on(&self) -> bool {
        self.divided.as_ref().is_some_and(|divided| divided.goes_on)
    }

    /// Its text, word by word; a hyphen that divides a word is U+00AD.
    pub fn text(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|(_, word)| &*word.text)
    }
}

/// How a text is set: weight, size and hyphenation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Type {
    /// Weight of text that is not marked as bold.
    pub weight: Weight,
    /// Size of the font.
    pub size: Length,
    /// Whether words may be divided: in running text, not in headings, labels and addresses.
    pub divides: bool,
}

impl Type {
    /// Type that never divides words.
    #[must_use]
    pub const fn new(weight: Weight, size: Length) -> Self {
        Self { weight, size, divides: false }
    }
}

/// Weight of a word, and whether it is part of a gap: words that a concept still lacks.
pub type Style = (Weight, bool);

/// Width without and with the spaces at the end.
pub fn measure<S>(words: &[(S, Rc<Word>)], size: Length) -> (Length, Length) {
    let mut width = 0;
    let mut advance = 0;
    for (_, word) in words {
        advance += word.width(size);
        if !word.is_space() {
            width = advance;
        }
    }
    (width, advance)
}

/// Where the gaps of a line are, without the space at its end.
pub fn gaps(words: &[(Style, Rc<Word>)], size: Length) -> Vec<(Length, Length)> {
    let mut gaps: Vec<(Length, Length)> = Vec::new();
    if words.iter().all(|((_, gap), _)| !gap) {
        return gaps;
    }
    let (mut x, mut inside) = (0, false);
    for ((_, gap), word) in words {
        let end = x + word.width(size);
        match gaps.last_mut() {
            Some((start, width)) if *gap && inside && !word.is_space() => *width = end - *start,
            _ if *gap && !inside => gaps.push((x, end - x)),
            _ => {}
        }
        (x, inside) = (end, *gap);
    }
    gaps
}
