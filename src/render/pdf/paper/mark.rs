//! What a page shows, piece by piece: text, rules, areas and pictures, in reading order.
//!
//! Each piece is content of an element or decoration, so that nothing on a page is untagged.

use crate::render::a4::Area;
use crate::render::colour::Colour;
use crate::render::length::Length;
use crate::render::pdf::setting::line::Line;
use crate::render::picture::letterhead::Placed;

/// Why something on a page is decoration and not content (PDF/UA-1 7.8).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decoration {
    /// A running header.
    Header,
    /// A running footer.
    Footer,
    /// The header of a table, repeated on its next page.
    TableHead,
    /// A rule, a fold mark, the field behind a gap, a zone or a mark for machines.
    Layout,
    /// A word across the page.
    Watermark,
    /// The stationery behind a page.
    Background,
}

/// One step in drawing a page: a thing to draw, or what the next things are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The next marks are the piece of content with this number on the page.
    Content {
        /// Structure type of its element.
        tag: &'static str,
        /// Number on the page, from 0.
        mcid: usize,
    },
    /// The next marks are decoration.
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
    /// The next text is the beginning of a word that goes on on the next line; together they say this word.
    Word(Box<str>),
    /// The word ends.
    WordEnd,
}

/// A line of text, rotated to the left around its left end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slanted {
    /// The text, and where it begins.
    pub text: Text,
    /// How far the line goes to the right and up, in thousandths of its length.
    pub direction: [Length; 2],
}

/// A line of text and its position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Left end, from the left of the page.
    pub x: Length,
    /// Baseline, from the top of the page.
    pub y: Length,
    /// Size of the font.
    pub size: Length,
    /// Its colour.
    pub colour: Colour,
    /// The words of the line.
    pub line: Line,
}

/// A horizontal rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Left end, from the left of the page.
    pub x: Length,
    /// Middle of its thickness, from the top of the page.
    pub y: Length,
    /// Length of the rule.
    pub width: Length,
    /// Thickness of the rule.
    pub thickness: Length,
    /// Its colour.
    pub colour: Colour,
}
