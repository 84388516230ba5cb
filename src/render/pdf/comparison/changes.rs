//! Marks the words that change, in a way that does not rely on colour alone: those that go are struck through, those that
//! come are underlined, and beside each of their lines stands a bar.

use super::words::{Piece, Words};
use crate::render::a4::{Area, LEFT, MARGIN_LEFT};
use crate::render::colour::Colour;
use crate::render::length::{Length, pt};
use crate::render::pdf::paper::mark::{Mark, Rule};

/// What happens to the words that are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Only the old letter has them.
    Goes,
    /// Only the new letter has them.
    Comes,
}

/// Red: 7:1 on white.
const GOES: Colour = Colour { rgb: [176, 0, 32] };
/// Green: 6:1 on white.
const COMES: Colour = Colour { rgb: [0, 110, 60] };
/// Pale grounds behind words: black text on them has a contrast of more than 16:1.
const GROUNDS: [Colour; 2] = [Colour { rgb: [255, 228, 228] }, Colour { rgb: [222, 244, 228] }];
/// Thickness of the rules through and under words.
const STROKE: Length = pt(1);
/// Width of the bar beside a line.
const BAR: Length = pt(5) / 2;
/// Distance between the bar and the text.
const AWAY: Length = pt(7);

impl Change {
    const fn colour(self) -> Colour {
        match self {
            Self::Goes => GOES,
            Self::Comes => COMES,
        }
    }

    const fn ground(self) -> Colour {
        match self {
            Self::Goes => GROUNDS[0],
            Self::Comes => GROUNDS[1],
        }
    }

    /// The rule through or under words.
    fn rule(self, piece: &Piece) -> Rule {
        let y = match self {
            Self::Goes => piece.y - piece.size * 28 / 100,
            Self::Comes => piece.y + piece.size * 20 / 100,
        };
        Rule { x: piece.x, y, width: piece.width, thickness: STROKE, colour: self.colour() }
    }
}

/// The marks of one page.
#[derive(Debug, Default)]
pub struct Marks {
    /// What stands behind the text.
    pub behind: Vec<Mark>,
    /// What stands over it.
    pub over: Vec<Mark>,
}

/// The marks of a page for those of its words that change.
#[must_use]
pub fn marks(words: &Words, changed: &[bool], change: Change, page: usize) -> Marks {
    let mut marks = Marks::default();
    let mut bars: Vec<Area> = Vec::new();
    for piece in runs(words, changed, page) {
        marks.behind.push(Mark::Fill(ground(&piece), change.ground()));
        marks.over.push(Mark::Rule(change.rule(&piece)));
        let bar = bar(&piece);
        if !bars.contains(&bar) {
            bars.push(bar);
        }
    }
    marks.over.extend(bars.into_iter().map(|bar| Mark::Fill(bar, change.colour())));
    marks
}

/// The changed pieces of a page, those beside each other on a line as one.
fn runs(words: &Words, changed: &[bool], page: usize) -> Vec<Piece> {
    let mut runs: Vec<Piece> = Vec::new();
    // The number of the word of the last run.
    let mut last = None;
    for (number, (pieces, _)) in words.pieces.iter().zip(changed).enumerate().filter(|(_, (_, is))| **is) {
        for piece in pieces.iter().filter(|piece| piece.page == page) {
            let follows = last.is_some_and(|last| last + 1 >= number);
            match runs.last_mut() {
                Some(run) if follows && run.y == piece.y && run.size == piece.size && run.x <= piece.x => {
                    run.width = piece.x + piece.width - run.x;
                }
                _ => runs.push(*piece),
            }
            last = Some(number);
        }
    }
    runs
}

fn ground(piece: &Piece) -> Area {
    let Piece { x, y, width, size, .. } = *piece;
    Area { x, y: y - size * 9 / 10, width, height: size * 6 / 5 }
}

/// The bar beside the line of a piece: left of the text, or of the notes beside it.
fn bar(piece: &Piece) -> Area {
    let left = if piece.x < MARGIN_LEFT { LEFT } else { MARGIN_LEFT };
    Area { x: left - AWAY, width: BAR, ..ground(piece) }
}
