//! A row of a letter: what is never divided over two pages, a line of text or a row of a table.
//!
//! It knows its height and what must stay with it, so that whoever fills the pages needs nothing else.

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
    /// Height, with the space that its lines need.
    pub height: Length,
    /// It must stand on the page of the row before it.
    pub keep: bool,
    /// Its lines of text.
    pub texts: Vec<RowText>,
    /// A rule below it, if it has one: thickness.
    pub rule: Option<Length>,
    /// What is repeated above it at the top of a page: the head of its table.
    pub head: Option<Rc<Row>>,
}

impl Row {
    /// The height of what is repeated above it at the top of a page.
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
    /// Colour.
    pub colour: Colour,
    /// The words.
    pub line: Line,
}

/// The baseline of a line in its row: letters stand a little above the middle.
pub const fn baseline(size: Length, leading: Length) -> Length {
    (leading + size * 7 / 10) / 2
}
