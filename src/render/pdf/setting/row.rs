//! A row of a letter: a line of text or a row of a table, never divided over two pages.
//!
//! It knows its height and whether it must stay with the row before it; filling the pages needs nothing else.

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
    /// Whether it must stand on the page of the row before it.
    pub keep: bool,
    /// Its lines of text.
    pub texts: Vec<RowText>,
    /// Thickness of the rule below it, if it has one.
    pub rule: Option<Length>,
    /// The header of its table, which is repeated above it at the top of a page.
    pub head: Option<Rc<Row>>,
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
