//! What a page shows, piece by piece: text, rules, areas and pictures, in reading order.
//!
//! Each piece is content of an element or decoration, so that nothing on a page is untagged.

use crate::render::a4::Area;
use crate::render::colour::Colour;
use crate::render::length::Length;
use crate::render::pdf::setting::line::Line;
use crate::render::picture::letterhead::Placed;

/// Why something is on the page that is no content (PDF/UA-1 7.8).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decoration {
    /// A running header.
    Header,
    /// A running footer.
    Footer,
    /// The head of a table, once more on its next page.
    TableHead,
    /// A rule, a fold mark or a mark for machines.
    Layout,
    /// A word across the page.
    Watermark,
    /// The stationery behind a page.
    Background,
}

/// A piece of what a page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// What follows is the piece of content with this number on the page.
    Content {
        /// Structure type of its element.
        tag: &'static str,
        /// Number on the page, from 0.
        mcid: usize,
    },
    /// What follows is decoration.
    Decoration(Decoration),
    /// A line of text.
    Text(Text),
    /// A horizontal rule.
    Rule(Rule),
    /// A picture of the house style.
    Picture(Placed),
    /// An area in a colour.
    Fill(Area, Colour),
    /// The edge of an area, as a thin line in a colour.
    Outline(Area, Colour),
    /// A line of text that runs upwards.
    Slanted(Slanted),
}

/// A line of text, around its left end turned to the left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slanted {
    /// The words, and where they begin.
    pub text: Text,
    /// How far each thousandth along the line goes to the right and up.
    pub direction: [Length; 2],
}

/// A line of text at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Left end, from the left of the page.
    pub x: Length,
    /// Baseline, from the top.
    pub y: Length,
    /// Size of the font.
    pub size: Length,
    /// Colour.
    pub colour: Colour,
    /// The words.
    pub line: Line,
}

/// A horizontal rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Left end.
    pub x: Length,
    /// Its middle, from the top.
    pub y: Length,
    /// Length.
    pub width: Length,
    /// Thickness.
    pub thickness: Length,
    /// Colour.
    pub colour: Colour,
}
