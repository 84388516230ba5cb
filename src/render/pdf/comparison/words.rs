//! The words of a letter as its pages show them, and where each stands.
//!
//! Running headers and footers are not among them: they say nothing that the letter does not say.

use crate::render::font::Weight;
use crate::render::length::Length;
use crate::render::pdf::paper::mark::{Mark, Text};
use crate::render::pdf::paper::page::Page;

/// What is compared of a word: what it says and how it looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// What it says, punctuation included.
    pub text: String,
    /// Whether it begins bold.
    pub weight: Weight,
    /// Size of the font.
    pub size: Length,
}

/// A part of a word on one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The page, from 0.
    pub page: usize,
    /// Left end, from the left of the page.
    pub x: Length,
    /// Baseline, from the top of the page.
    pub y: Length,
    /// How wide it is.
    pub width: Length,
    /// Size of the font.
    pub size: Length,
}

/// The words of a letter in reading order, each with its pieces: one, or more where a word takes more than one line.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// What the words are.
    pub words: Vec<Word>,
    /// Where they stand.
    pub pieces: Vec<Vec<Piece>>,
    /// Whether the last word may go on.
    open: bool,
    /// Whether the last word goes on until the mark that ends it.
    divided: bool,
}

impl Words {
    /// The words on these pages.
    #[must_use]
    pub fn of(pages: &[Page]) -> Self {
        let mut found = Self::default();
        for (number, page) in pages.iter().enumerate() {
            let mut is_content = false;
            for mark in &page.marks {
                match mark {
                    Mark::Content { .. } => (is_content, found.open) = (true, found.divided),
                    Mark::Decoration(_) => (is_content, found.open) = (false, found.divided),
                    Mark::Text(text) if is_content => found.line(number, text),
                    Mark::Word(_) => (found.open, found.divided) = (false, true),
                    Mark::WordEnd => (found.open, found.divided) = (false, false),
                    Mark::Text(_)
                    | Mark::Rule(_)
                    | Mark::Fill(..)
                    | Mark::Outline(..)
                    | Mark::Slanted(_)
                    | Mark::Picture(_) => {}
                }
            }
        }
        found
    }

    /// Adds the words of a line, or of a part of one.
    fn line(&mut self, page: usize, text: &Text) {
        let &Text { mut x, y, size, ref line, .. } = text;
        for (weight, shaped) in line.words.iter() {
            let width = shaped.width(size);
            if shaped.is_space() {
                self.open = false;
            } else {
                self.part(&shaped.text, *weight, Piece { page, x, y, width, size });
            }
            x += width;
        }
        self.open &= !line.ends || self.divided;
    }

    fn part(&mut self, text: &str, weight: Weight, piece: Piece) {
        // The hyphen that divides a word is no letter of it.
        let text = if text == "\u{AD}" { "" } else { text };
        match (self.words.last_mut(), self.pieces.last_mut()) {
            (Some(word), Some(pieces)) if self.open => {
                word.text.push_str(text);
                pieces.push(piece);
            }
            _ => {
                self.words.push(Word { text: text.to_owned(), weight, size: piece.size });
                self.pieces.push(vec![piece]);
            }
        }
        self.open = true;
    }
}
