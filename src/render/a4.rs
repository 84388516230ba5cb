//! The page of a letter: A4, its margins, and areas on it.
//!
//! These measures are in one place, because the address window, the logo and the text must agree on them.

use super::length::{Length, mm};

/// Width of the page (A4).
pub const WIDTH: Length = mm(2100);
/// Height of the page (A4).
pub const HEIGHT: Length = mm(2970);
/// Left edge of the text.
pub const LEFT: Length = mm(250);
/// Right edge of the page's text: of tables over the whole width, the annex and the margin column.
pub const RIGHT: Length = mm(1900);
/// Right edge of running text: a line of about 80 characters.
pub const TEXT_RIGHT: Length = mm(1580);
/// Left edge of the margin column, where notes stand beside the text.
pub const MARGIN_LEFT: Length = mm(1620);
/// Top of the text from the second page on.
pub const TOP: Length = mm(280);
/// Bottom of the text.
pub const BOTTOM: Length = mm(2770);

/// Nothing but stationery is drawn closer than this to the sides of the page, because printers cannot print
/// there.
pub const EDGE_SIDE: Length = mm(150);
/// Nothing but stationery is drawn closer than this to the top and bottom of the page.
pub const EDGE_TOP: Length = mm(50);

/// A rectangle on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// Left edge, from the left of the page.
    pub x: Length,
    /// Top, from the top of the page.
    pub y: Length,
    /// Distance from the left edge to the right one.
    pub width: Length,
    /// Distance from the top to the bottom.
    pub height: Length,
}

impl Area {
    /// The whole page.
    pub const PAGE: Self = Self { x: 0, y: 0, width: WIDTH, height: HEIGHT };

    /// Left, bottom, right and top edge in the coordinates of PDF, which count from the bottom of the page.
    #[must_use]
    pub const fn corners(self) -> [Length; 4] {
        let bottom = HEIGHT - self.y - self.height;
        [self.x, bottom, self.x + self.width, bottom + self.height]
    }
}
