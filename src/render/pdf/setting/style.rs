//! How each kind of text of a letter is set: size, weight, leading, colour and the space above it.
//!
//! The text of a letter and that of its annex are set in the same kinds, the annex smaller and over the whole width.

use super::line::Type;
use crate::render::a4::{RIGHT, TEXT_RIGHT};
use crate::render::colour::Colour;
use crate::render::font::Weight;
use crate::render::length::{Length, pt};
use crate::render::look::Look;

/// The colour of a kind of text.
#[derive(Clone, Copy, Debug)]
pub(super) enum Ink {
    Black,
    /// A dark grey that stands out from white paper by 10:1.
    Grey,
    /// The accent colour of the house style.
    Accent,
}

impl Ink {
    pub(super) fn colour(self, look: &Look) -> Colour {
        match self {
            Self::Black => Colour::BLACK,
            Self::Grey => Colour { rgb: [0x40; 3] },
            Self::Accent => look.accent,
        }
    }
}

/// How a kind of text is set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub kind: Type,
    pub leading: Length,
    pub before: Length,
    pub ink: Ink,
}

const fn style(weight: Weight, size: Length, leading: Length, before: Length, ink: Ink) -> Style {
    Style { kind: Type { weight, size, divides: matches!(weight, Weight::Regular) }, leading, before, ink }
}

/// The subject.
pub(super) const SUBJECT: Style = style(Weight::Bold, pt(15), pt(19), 0, Ink::Accent);
/// A note in the margin.
pub(super) const NOTE: Style = style(Weight::Regular, pt(8), pt(21) / 2, 0, Ink::Black);
/// The kinds of text of a part of the letter, and how far to the right they reach.
#[derive(Clone, Copy, Debug)]
pub(super) struct Styles {
    pub body: Style,
    /// A heading of level 2, and one below it.
    pub headings: [Style; 2],
    /// A row of an overview, and one of it in another language than the text around.
    pub overview: [Style; 2],
    /// The space below a heading.
    pub heading_space: Length,
    /// The space between the items of a list.
    pub item_space: Length,
    pub right: Length,
}

/// The text of the letter.
pub(super) const LETTER: Styles = Styles {
    body: style(Weight::Regular, pt(10), pt(13), pt(11) / 2, Ink::Black),
    headings: [
        style(Weight::Bold, pt(23) / 2, pt(15), pt(12), Ink::Accent),
        style(Weight::Bold, pt(10), pt(13), pt(7), Ink::Black),
    ],
    overview: [
        style(Weight::Regular, pt(10), pt(13), 0, Ink::Black),
        style(Weight::Regular, pt(17) / 2, pt(11), 0, Ink::Black),
    ],
    heading_space: pt(2),
    item_space: pt(3) / 2,
    right: TEXT_RIGHT,
};

/// The annex.
pub(super) const ANNEX: Styles = Styles {
    body: style(Weight::Regular, pt(17) / 2, pt(11), pt(5), Ink::Grey),
    headings: [
        style(Weight::Bold, pt(10), pt(13), pt(12), Ink::Accent),
        style(Weight::Bold, pt(17) / 2, pt(11), pt(8), Ink::Black),
    ],
    overview: [
        style(Weight::Regular, pt(17) / 2, pt(11), 0, Ink::Black),
        style(Weight::Regular, pt(17) / 2, pt(11), 0, Ink::Black),
    ],
    heading_space: pt(2),
    item_space: pt(3) / 2,
    right: RIGHT,
};

/// The page in the reader's language: as it is set when it fits on one page, and smaller when it does not.
pub(super) const PAGE: [Styles; 2] = [
    Styles {
        body: style(Weight::Regular, pt(9), pt(23) / 2, pt(4), Ink::Black),
        headings: [
            style(Weight::Bold, pt(13), pt(17), pt(12), Ink::Accent),
            style(Weight::Bold, pt(19) / 2, pt(12), pt(7), Ink::Accent),
        ],
        overview: [
            style(Weight::Regular, pt(19) / 2, pt(12), 0, Ink::Black),
            style(Weight::Regular, pt(17) / 2, pt(11), 0, Ink::Black),
        ],
        heading_space: pt(2),
        item_space: pt(1),
        right: RIGHT,
    },
    Styles {
        body: style(Weight::Regular, pt(8), pt(19) / 2, pt(2), Ink::Black),
        headings: [
            style(Weight::Bold, pt(11), pt(14), pt(8), Ink::Accent),
            style(Weight::Bold, pt(17) / 2, pt(10), pt(3), Ink::Accent),
        ],
        overview: [
            style(Weight::Regular, pt(8), pt(10), 0, Ink::Black),
            style(Weight::Regular, pt(8), pt(19) / 2, 0, Ink::Black),
        ],
        heading_space: pt(1),
        item_space: 0,
        right: RIGHT,
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grey_text_stands_out_as_much_as_for_poor_eyesight() {
        let grey = Ink::Grey.colour(&Look::built_in());
        assert!(grey.contrast_with_white() >= 7.0);
    }
}
