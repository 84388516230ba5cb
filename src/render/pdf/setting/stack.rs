//! Lines of one text, one below the other: in a note, in a cell, in an overview.

use super::line::Line;
use super::lines::set;
use super::row::{RowText, with_baselines};
use super::structure::ElementId;
use super::style::Style;
use crate::letter::document::Inline;
use crate::render::colour::Colour;
use crate::render::length::Length;
use crate::render::look::Look;

/// Lines at their places, and how high they are together.
pub(super) struct Stack {
    pub texts: Vec<RowText>,
    pub height: Length,
}

/// Sets a text with these names from this place on, as wide as this.
pub(super) fn stack(
    look: &Look,
    names: &[String],
    element: ElementId,
    text: &[Inline],
    style: Style,
    [x, top, measure]: [Length; 3],
) -> Stack {
    let lines = set(&look.fonts, names, style.kind, text, measure);
    let height = style.leading * Length::try_from(lines.len()).unwrap_or(Length::MAX / style.leading);
    let texts = stacked(element, lines, style.ink.colour(look), [style.kind.size, style.leading], [x, top]);
    Stack { texts: texts.collect(), height }
}

/// Lines one below the other from this place on.
pub(super) fn stacked(
    element: ElementId,
    lines: Vec<Line>,
    colour: Colour,
    [size, leading]: [Length; 2],
    [x, top]: [Length; 2],
) -> impl Iterator<Item = RowText> {
    let placed = with_baselines(lines, top, size, leading);
    placed.map(move |(baseline, line)| RowText { element, x, baseline, size, colour, line })
}
