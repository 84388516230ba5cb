//! The address window: where an envelope shows the return address and the address.
//!
//! Envelopes differ, so the window belongs to the organisation. A window that the page has no place for is
//! refused when the program starts; an address that does not fit it is refused with its case.

use super::a4::{Area, LEFT};
use super::length::{Length, mm, pt};
use std::fmt;

/// Top of the text on the first page, in tenths of a millimetre.
pub(crate) const BODY: i64 = 985;
/// Left edge of the column with contact lines and reference, in tenths of a millimetre.
pub(crate) const COLUMN: i64 = 1300;
/// Between the window and what stands in it, in tenths of a millimetre: an envelope may shift.
const SHIFT: i64 = 20;
/// What no printer prints at the side, in tenths of a millimetre.
const SIDE: i64 = 150;
/// Above it stands the name of the organisation; in tenths of a millimetre.
const HIGHEST: i64 = 400;
/// A usual name and street need so much, in tenths of a millimetre.
const NARROWEST: i64 = 600;
/// An address has at least three lines.
const FEWEST: usize = 3;
/// And at most six.
const MOST: usize = 6;
/// A Dutch address has at most four: a code for sorting machines may stand above it.
pub(crate) const FEW: usize = 4;

/// Size of the address.
pub const ADDRESS_SIZE: Length = pt(9);
/// Size of the return address above it.
pub const RETURN_SIZE: Length = pt(13) / 2;
/// Distance of the lines of the address.
const LEADING: Length = pt(12);
/// Baseline of the return address, below the top of the window.
const RETURN: Length = pt(6);
/// Baseline of the address, a little apart from the return address.
const APART: Length = pt(21);
/// Baseline of an address with few lines: lower, so that there is room for a code above it, and the letter is
/// the same with and without one.
const BELOW_CODE: Length = pt(81) / 2;
/// What stays white around a code (PostNL, Handleiding KIX-code).
const QUIET: Length = mm(20);
/// Baseline of the address where it needs the whole window.
const CLOSE: Length = pt(17);
/// Below the last baseline.
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

/// Why there is no place for a window.
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
    /// A window in tenths of a millimetre; what is `None` is as in [`Window::default`].
    ///
    /// # Errors
    /// The page has no place for it, or it has no place for an address.
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

    /// Left end of its text: in line with the text of the letter, if the window lets it.
    #[must_use]
    pub fn left(&self) -> Length {
        LEFT.max(mm(self.left + SHIFT))
    }

    /// Right end of its text.
    #[must_use]
    pub fn right(&self) -> Length {
        mm(self.left + self.width - SHIFT)
    }

    /// Its top.
    #[must_use]
    pub fn top(&self) -> Length {
        mm(self.top)
    }

    /// Its bottom.
    #[must_use]
    pub fn bottom(&self) -> Length {
        mm(self.top + self.height)
    }

    /// What the envelope shows.
    #[must_use]
    pub fn area(&self) -> Area {
        Area { x: mm(self.left), y: mm(self.top), width: mm(self.width), height: mm(self.height) }
    }

    /// Baseline of what stands just above it.
    #[must_use]
    pub fn above(&self) -> Length {
        mm(self.above_tenths())
    }

    /// The same, in tenths of a millimetre.
    pub(crate) const fn above_tenths(&self) -> i64 {
        self.top - SHIFT
    }

    /// Lines of an address that it shows below the return address.
    #[must_use]
    pub fn lines(&self) -> usize {
        (1..=MOST).rev().find(|&lines| self.shows(CLOSE, lines)).unwrap_or(0)
    }

    /// Baseline of the return address.
    #[must_use]
    pub fn return_address(&self) -> Length {
        self.top() + RETURN
    }

    /// Baselines of an address with so many lines.
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

    /// Where a code for sorting machines may stand above an address with few lines; white around it is left out.
    /// It stays in sight when the letter shifts in its envelope.
    #[must_use]
    pub fn code(&self) -> Option<Area> {
        let x = LEFT.max(mm(self.left + SHIFT) + QUIET);
        let y = self.return_address() + RETURN_SIZE / 4 + QUIET;
        // Capitals with accents are as high as the size of the font.
        let bottom = self.top() + BELOW_CODE - ADDRESS_SIZE - QUIET;
        let area = Area { x, y, width: self.right() - QUIET - x, height: bottom - y };
        self.shows(BELOW_CODE, FEW).then_some(area)
    }

    /// Whether an address that begins so far below the top ends in the window.
    fn shows(&self, first: Length, lines: usize) -> bool {
        let more = Length::try_from(lines.saturating_sub(1)).unwrap_or(Length::MAX / LEADING);
        first + LEADING * more + DESCENT <= mm(self.height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_usual_window_shows_six_lines_and_fewer_stand_apart() {
        let window = Window::default();
        assert_eq!(window.lines(), 6);
        let first = |lines| window.address(lines).next().unwrap() - window.top();
        assert_eq!((first(3), first(5), first(6)), (BELOW_CODE, APART, CLOSE));
        assert_eq!(first(4), BELOW_CODE);
        assert_eq!((window.left(), window.right()), (LEFT, mm(1180)));
    }

    #[test]
    fn a_window_without_a_place_is_refused() {
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
