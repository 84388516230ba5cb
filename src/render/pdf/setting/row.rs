//! A row of a letter: a line of text, a row of a table or a whole overview, never divided over two pages.
//!
//! It knows its height, whether it must stay with the row before it and what stands beside it in the margin; filling
//! the pages needs nothing else.

use super::line::Line;
use super::structure::ElementId;
use crate::render::colour::Colour;
use crate::render::length::Length;
use std::rc::Rc;

/// A row of a letter.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Space above it, dropped at the top of a page.
    pub before: Length,
    /// Height, including the space between its lines.
    pub height: Length,
    /// Whether it stands on the page of the row before it.
    pub keep: Keep,
    /// Its lines of text.
    pub texts: Vec<RowText>,
    /// The rule below it, if it has one.
    pub rule: Option<RowRule>,
    /// The header of its table, which is repeated above it at the top of a page.
    pub head: Option<Rc<Row>>,
    /// The notes beside the block that begins with it.
    pub notes: Vec<Note>,
    /// How far below its top the margin must be free, for a note beside this block or the one that it leads to.
    pub clear: Option<Length>,
    /// Whether it reaches into the margin, so that no note can stand beside it.
    pub wide: bool,
    /// The box around it, if it has one.
    pub panel: Option<Box<Panel>>,
}

/// Whether a row stands on the page of the row before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keep {
    /// A page may end before it.
    #[default]
    Free,
    /// A page ends before it only where it would otherwise stay half empty.
    Rather,
    /// It always does, unless a page cannot hold all that stays together.
    Always,
    /// It never does: it begins a page.
    Never,
}

/// A horizontal rule from the left edge of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowRule {
    /// Its thickness.
    pub thickness: Length,
    /// Its right end.
    pub right: Length,
}

/// A note in the margin beside a block.
#[derive(Clone, Debug)]
pub struct Note {
    /// Its lines; their baselines count from its top.
    pub texts: Vec<RowText>,
    /// Its height.
    pub height: Length,
    /// Its top, from the top of the first row of the block: there its first line is level with that of the block.
    pub offset: Length,
    /// How many rows its block has.
    pub rows: usize,
}

/// A box around a row, over the whole width of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel {
    /// Its ground.
    pub tint: Colour,
    /// The colour of the rules at its top and bottom, and of those inside.
    pub ink: Colour,
    /// The rules inside, from the top of the row.
    pub rules: Vec<Length>,
}

impl Row {
    /// The height of the table header that is repeated above it at the top of a page.
    #[must_use]
    pub fn head_height(&self) -> Length {
        self.head.as_ref().map_or(0, |head| head.height)
    }
}

/// A line of text in a row.
#[derive(Clone, Debug)]
pub struct RowText {
    /// The element that it belongs to.
    pub element: ElementId,
    /// Left end, from the left of the page.
    pub x: Length,
    /// Baseline, from the top of the row.
    pub baseline: Length,
    /// Size of the font.
    pub size: Length,
    /// Colour of the text.
    pub colour: Colour,
    /// The words of the line.
    pub line: Line,
}

/// The baseline of a line, from the top of a row as high as the leading. Capitals, taken as 7/10 of the size
/// high, stand in the middle of the row.
pub const fn baseline(size: Length, leading: Length) -> Length {
    (leading + size * 7 / 10) / 2
}

/// Pairs lines with their baselines, one below the other.
pub fn with_baselines(
    lines: Vec<Line>,
    top: Length,
    size: Length,
    leading: Length,
) -> impl Iterator<Item = (Length, Line)> {
    let first = top + baseline(size, leading);
    std::iter::successors(Some(first), move |y| Some(y + leading)).zip(lines)
}
