//! The address window: where an envelope shows the return address and the address.
//!
//! Envelopes differ, so each organisation sets its own window. A window that does not fit on the page is an
//! error when the program starts; an address that does not fit in the window is an error of its case.

use super::a4::{Area, LEFT};
use super::length::{Length, mm, pt};
use std::fmt;

/// Top of the text on the first page, in tenths of a millimetre.
pub(crate) const BODY: i64 = 985;
/// Left edge of the column with contact lines and reference, in tenths of a millimetre.
pub(crate) const COLUMN: i64 = 1300;
/// Margin between the window and the text in it, in tenths of a millimetre: the letter may shift in its
/// envelope.
const SHIFT: i64 = 20;
/// Width of the strip at each side of the page that printers cannot print, in tenths of a millimetre.
const SIDE: i64 = 150;
/// Minimum distance from the top of the page to the window, where the name of the organisation stands; in
/// tenths of a millimetre.
const HIGHEST: i64 = 400;
/// Minimum width of a window, in tenths of a millimetre: an ordinary name and street need it.
const NARROWEST: i64 = 600;
/// Minimum number of address lines that a window must show.
const FEWEST: usize = 3;
/// Maximum number of lines of an address.
const MOST: usize = 6;
/// Maximum number of lines of a Dutch address, which may have a code for sorting machines above it.
pub(crate) const FEW: usize = 4;

/// Font size of the address.
pub const ADDRESS_SIZE: Length = pt(9);
/// Font size of the return address above it.
pub const RETURN_SIZE: Length = pt(13) / 2;
/// Distance between the baselines of the address.
const LEADING: Length = pt(12);
/// Distance from the top of the window to the baseline of the return address.
const RETURN: Length = pt(6);
/// Distance from the top of the window to the first baseline of the address, a little apart from the return
/// address.
const APART: Length = pt(21);
/// The same for an address of at most [`FEW`] lines: lower, so that a KIX code fits above it and the letter is
/// the same with and without a code.
const BELOW_CODE: Length = pt(81) / 2;
/// White space around a KIX code (PostNL, Handleiding KIX-code).
const QUIET: Length = mm(20);
/// Distance from the top of the window to the first baseline of an address that needs the whole window.
const CLOSE: Length = pt(17);
/// Space that letters need below the last baseline.
const DESCENT: Length = ADDRESS_SIZE / 4;

/// Where the envelope shows the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Distances from the left and the top of the page, width and height, in tenths of a millimetre.
    left: i64,
    top: i64,
    width: i64,
    height: i64,
}

/// Why a window cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WindowError {
    /// It begins or ends too far to the left or the right.
    Side,
    /// It begins too high or ends in the text.
    Height,
    /// It is narrower than a usual address.
    Narrow,
    /// It shows fewer than three lines below the return address.
    Low,
    /// It has no room for a code for sorting machines between return address and address.
    Code,
}

impl fmt::Display for WindowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Side => {
                write!(
                    f,
                    "het venster moet tussen {} en {} mm van de linkerrand liggen",
                    SIDE / 10,
                    COLUMN / 10
                )
            }
            Self::Height => write!(
                f,
                "het venster moet tussen {} en {},{} mm van de bovenrand liggen",
                HIGHEST / 10,
                BODY / 10,
                BODY % 10
            ),
            Self::Narrow => write!(f, "het venster moet minstens {} mm breed zijn", NARROWEST / 10),
            Self::Low => {
                write!(f, "het venster moet hoog genoeg zijn voor het retouradres en {FEWEST} regels adres")
            }
            Self::Code => {
                write!(
                    f,
                    "het venster heeft geen plaats voor de KIX-code tussen het retouradres en het adres"
                )
            }
        }
    }
}

impl std::error::Error for WindowError {}

impl Default for Window {
    /// The window of a usual Dutch envelope at the left: x 20 to 120 mm, y 45 to 73 mm.
    fn default() -> Self {
        Self { left: 200, top: 450, width: 1000, height: 280 }
    }
}

impl Window {
    /// A window measured in tenths of a millimetre; a `None` stands for the value of [`Window::default`].
    ///
    /// # Errors
    /// The window does not fit on the page, or an address does not fit in it.
    pub fn new([left, top, width, height]: [Option<i64>; 4]) -> Result<Self, WindowError> {
        let usual = Self::default();
        let window = Self {
            left: left.unwrap_or(usual.left),
            top: top.unwrap_or(usual.top),
            width: width.unwrap_or(usual.width),
            height: height.unwrap_or(usual.height),
        };
        if window.left < SIDE || window.left + window.width > COLUMN {
            Err(WindowError::Side)
        } else if window.top < HIGHEST || window.top + window.height > BODY {
            Err(WindowError::Height)
        } else if window.width < NARROWEST {
            Err(WindowError::Narrow)
        } else if window.lines() < FEWEST {
            Err(WindowError::Low)
        } else {
            Ok(window)
        }
    }

    /// Left edge of its text: aligned with the text of the letter, if the window allows it.
    #[must_use]
    pub fn left(&self) -> Length {
        LEFT.max(mm(self.left + SHIFT))
    }

    /// Right edge of its text.
    #[must_use]
    pub fn right(&self) -> Length {
        mm(self.left + self.width - SHIFT)
    }

    /// Top of the window, from the top of the page.
    #[must_use]
    pub fn top(&self) -> Length {
        mm(self.top)
    }

    /// Bottom of the window, from the top of the page.
    #[must_use]
    pub fn bottom(&self) -> Length {
        mm(self.top + self.height)
    }

    /// The area that the envelope shows.
    #[must_use]
    pub fn area(&self) -> Area {
        Area { x: mm(self.left), y: mm(self.top), width: mm(self.width), height: mm(self.height) }
    }

    /// Baseline of a line of text just above the window.
    #[must_use]
    pub fn above(&self) -> Length {
        mm(self.above_tenths())
    }

    /// Baseline of a line of text just above the window, in tenths of a millimetre.
    pub(crate) const fn above_tenths(&self) -> i64 {
        self.top - SHIFT
    }

    /// Number of address lines that it shows below the return address.
    #[must_use]
    pub fn lines(&self) -> usize {
        (1..=MOST).rev().find(|&lines| self.shows(CLOSE, lines)).unwrap_or(0)
    }

    /// Baseline of the return address.
    #[must_use]
    pub fn return_address(&self) -> Length {
        self.top() + RETURN
    }

    /// Baselines of an address with this many lines.
    pub fn address(&self, lines: usize) -> impl Iterator<Item = Length> + use<> {
        let first = if lines <= FEW && self.shows(BELOW_CODE, FEW) {
            BELOW_CODE
        } else if self.shows(APART, lines) {
            APART
        } else {
            CLOSE
        };
        let first = self.top() + first;
        std::iter::successors(Some(first), |y| Some(y + LEADING)).take(lines)
    }

    /// The area for a code for sorting machines above an address with few lines, without the white space
    /// around it. The code stays visible when the letter shifts in its envelope.
    #[must_use]
    pub fn code(&self) -> Option<Area> {
        let x = LEFT.max(mm(self.left + SHIFT) + QUIET);
        let y = self.return_address() + RETURN_SIZE / 4 + QUIET;
        // Capitals with accents are as high as the font size.
        let bottom = self.top() + BELOW_CODE - ADDRESS_SIZE - QUIET;
        let area = Area { x, y, width: self.right() - QUIET - x, height: bottom - y };
        self.shows(BELOW_CODE, FEW).then_some(area)
    }

    /// Whether an address whose first baseline is this far below the top ends inside the window.
    fn shows(&self, first: Length, lines: usize) -> bool {
        let more = Length::try_from(lines.saturating_sub(1)).unwrap_or(Length::MAX / LEADING);
        first + LEADING * more + DESCENT <= mm(self.height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_usual_window_shows_six_lines_and_a_shorter_address_begins_lower() {
        let window = Window::default();
        assert_eq!(window.lines(), 6);
        let first = |lines| window.address(lines).next().unwrap() - window.top();
        assert_eq!((first(3), first(5), first(6)), (BELOW_CODE, APART, CLOSE));
        assert_eq!(first(4), BELOW_CODE);
        assert_eq!((window.left(), window.right()), (LEFT, mm(1180)));
    }

    #[test]
    fn a_window_that_does_not_fit_is_refused() {
        let window =
            |left, top, width, height| Window::new([Some(left), Some(top), Some(width), Some(height)]);
        for (made, expected) in [
            (window(149, 450, 1000, 280), WindowError::Side),
            (window(300, 450, 1001, 280), WindowError::Side),
            (window(200, 399, 1000, 280), WindowError::Height),
            (window(200, 450, 1000, 536), WindowError::Height),
            (window(200, 450, 599, 280), WindowError::Narrow),
            (window(200, 450, 1000, 152), WindowError::Low),
        ] {
            assert_eq!(made, Err(expected));
        }
        let low = window(300, 450, 1000, 153).unwrap();
        assert_eq!((low.lines(), low.code()), (3, None));
        assert_eq!(Window::new([None; 4]), Ok(Window::default()));
    }
}
