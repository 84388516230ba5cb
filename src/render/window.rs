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
/// Maximum number of lines of an address with a code for sorting machines above it.
const FEW: usize = 4;

/// Font size of the return address above the address.
pub const RETURN_SIZE: Length = pt(13) / 2;
/// Distance from the baseline of the return address to the first one of the address, if there is room.
const APART: Length = pt(15);
/// Width and height of the longest code for sorting machines (`pdf::paper::kix`).
pub(crate) const CODE: [Length; 2] = [222_960, 12_120];
/// Font size of the code line of the post.
pub const CODE_LINE_SIZE: Length = pt(8);
/// White space above and below that line.
const CLEAR: Length = mm(10);
/// White space around a KIX code (PostNL, Handleiding KIX-code).
const QUIET: Length = mm(20);

/// How an address is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressType {
    /// 9 points on 12.
    Usual,
    /// 8 points on 10: for six lines, and for a line that is too wide otherwise.
    Small,
}

/// Distance between the baselines of a small address below a code, where a window is too low for more: that of four
/// lines in a usual one.
const TIGHT: Length = pt(187) / 20;

impl AddressType {
    /// All types, the largest first.
    const ALL: [Self; 2] = [Self::Usual, Self::Small];

    /// The font size.
    #[must_use]
    pub const fn size(self) -> Length {
        match self {
            Self::Usual => pt(9),
            Self::Small => pt(8),
        }
    }

    /// The distance between the baselines.
    const fn leading(self) -> Length {
        match self {
            Self::Usual => pt(12),
            Self::Small => pt(10),
        }
    }
}

/// How high letters of a size are, but for capitals with accents, which are as high as the size.
const fn ascent(size: Length) -> Length {
    size * 3 / 4
}

/// How deep letters of a size are.
const fn descent(size: Length) -> Length {
    size / 4
}

/// How an address stands in its window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its font size.
    pub size: Length,
    /// The baseline of its first line, from the top of the page.
    first: Length,
    leading: Length,
}

impl Setting {
    /// The baselines of its lines.
    pub fn baselines(self) -> impl Iterator<Item = Length> {
        std::iter::successors(Some(self.first), move |y| Some(y + self.leading))
    }
}

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
    /// It has no room for a code for sorting machines between return address and an address of three lines.
    Code,
    /// It has no room for a code line there.
    CodeLine,
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
            Self::CodeLine => {
                write!(
                    f,
                    "het venster heeft geen plaats voor een codeerregel tussen het retouradres en het adres"
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

    /// The area in which text may stand: what is in view when the letter has shifted in its envelope.
    #[must_use]
    pub fn text_area(&self) -> Area {
        let (x, y) = (self.left(), mm(self.top + SHIFT));
        Area { x, y, width: self.right() - x, height: self.lowest() - y }
    }

    /// Number of address lines that it shows below the return address.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.room(AddressType::Small)
    }

    /// Number of address lines of this type that it shows below the return address.
    #[must_use]
    pub fn room(&self, kind: AddressType) -> usize {
        (1..=MOST).rev().find(|&lines| self.plain(kind, lines).is_some()).unwrap_or(0)
    }

    /// Baseline of the return address.
    #[must_use]
    pub fn return_address(&self) -> Length {
        mm(self.top + SHIFT) + ascent(RETURN_SIZE)
    }

    /// How an address with this many lines stands, none of which is too wide for the `largest` type; `None` when the
    /// window does not show so many. With few lines there is room for a code above them wherever the window allows it,
    /// so that the letter is the same with and without a code.
    #[must_use]
    pub fn address(&self, lines: usize, largest: AddressType) -> Option<Setting> {
        let types = || {
            let all = AddressType::ALL.into_iter();
            all.filter(move |&kind| kind == largest || kind == AddressType::Small)
        };
        let coded = types().map(|kind| (kind, kind.leading())).chain([(AddressType::Small, TIGHT)]);
        let coded = coded.filter(|_| lines <= FEW && self.code_width() >= CODE[0]).map(|(kind, leading)| {
            let first = self.code_top() + CODE[1] + QUIET + kind.size();
            self.shown(Setting { size: kind.size(), first, leading }, lines)
        });
        coded.chain(types().map(|kind| self.plain(kind, lines))).flatten().next()
    }

    /// Left edge and top of the longest code for sorting machines above an address; `None` where it has no room. The code
    /// stays visible when the letter shifts in its envelope.
    #[must_use]
    pub fn code(&self, lines: usize, largest: AddressType) -> Option<(Length, Length)> {
        let Setting { size, first, .. } = self.address(lines, largest).filter(|_| lines <= FEW)?;
        let top = first - size - QUIET - CODE[1];
        (top >= self.code_top() && self.code_width() >= CODE[0]).then_some((self.code_left(), top))
    }

    /// Whether an address of three lines has room for a code above it.
    #[must_use]
    pub fn has_code(&self) -> bool {
        self.code(FEWEST, AddressType::Usual).is_some()
    }

    /// Left end and baseline of the code line of the post above an address; `None` where it has no room. It uses the room of
    /// a code for sorting machines, so a letter has only one of them.
    #[must_use]
    pub fn code_line(&self, lines: usize, largest: AddressType) -> Option<(Length, Length)> {
        let Setting { size, first, .. } = self.address(lines, largest)?;
        let baseline = first - size - CLEAR - descent(CODE_LINE_SIZE);
        let top = baseline - ascent(CODE_LINE_SIZE);
        (top >= self.return_address() + descent(RETURN_SIZE) + CLEAR).then_some((self.left(), baseline))
    }

    /// Whether an address of three lines has room for a code line above it.
    #[must_use]
    pub fn has_code_line(&self) -> bool {
        self.code_line(FEWEST, AddressType::Usual).is_some()
    }

    fn code_left(&self) -> Length {
        LEFT.max(mm(self.left + SHIFT) + QUIET)
    }

    fn code_width(&self) -> Length {
        self.right() - QUIET - self.code_left()
    }

    /// The highest place of a code: white space below the return address.
    fn code_top(&self) -> Length {
        self.return_address() + descent(RETURN_SIZE) + QUIET
    }

    /// The lowest that letters may come.
    fn lowest(&self) -> Length {
        mm(self.top + self.height - SHIFT)
    }

    /// An address right below the return address, a little apart from it if there is room.
    fn plain(&self, kind: AddressType, lines: usize) -> Option<Setting> {
        let (size, leading) = (kind.size(), kind.leading());
        let more = leading * Length::try_from(lines.saturating_sub(1)).ok()?;
        let first = (self.lowest() - descent(size) - more).min(self.return_address() + APART);
        let clear = first - size >= self.return_address() + descent(RETURN_SIZE);
        if clear { self.shown(Setting { size, first, leading }, lines) } else { None }
    }

    /// An address that ends where it is in view.
    fn shown(&self, setting: Setting, lines: usize) -> Option<Setting> {
        let last = setting.baselines().nth(lines.saturating_sub(1))?;
        (last + descent(setting.size) <= self.lowest()).then_some(setting)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The size and the first baseline below the top of the window of an address with this many lines.
    fn set(window: &Window, lines: usize) -> (Length, Length) {
        let setting = window.address(lines, AddressType::Usual).unwrap();
        (setting.size, setting.baselines().next().unwrap() - window.top())
    }

    #[test]
    fn a_usual_window_shows_six_lines_with_two_millimetres_of_play() {
        let window = Window::default();
        assert_eq!((window.lines(), window.room(AddressType::Usual)), (6, 5));
        assert_eq!((window.left(), window.right()), (LEFT, mm(1180)));
        assert_eq!([1, 2, 3, 4, 5, 6].map(|lines| set(&window, lines).0 / 1000), [9, 9, 9, 8, 9, 8]);
        assert_eq!(window.address(7, AddressType::Usual), None);
        for kind in AddressType::ALL {
            for lines in 1..=6 {
                let setting = window.address(lines, kind).unwrap();
                assert!(kind == AddressType::Usual || setting.size == AddressType::Small.size());
                let (first, last) =
                    (setting.baselines().next().unwrap(), setting.baselines().nth(lines - 1).unwrap());
                assert!(last + setting.size / 4 <= window.bottom() - mm(20), "{lines}");
                assert!(first - setting.size >= window.return_address() + RETURN_SIZE / 4, "{lines}");
            }
        }
        assert!(window.return_address() - RETURN_SIZE * 3 / 4 >= window.top() + mm(20));
    }

    #[test]
    fn an_address_of_at_most_four_lines_has_room_for_a_code() {
        let window = Window::default();
        assert!(window.has_code());
        for lines in 1..=6 {
            for kind in AddressType::ALL {
                assert_eq!(window.code(lines, kind).is_some(), lines <= 4, "{lines}");
            }
        }
        let high = Window::new([None, None, None, Some(350)]).unwrap();
        assert_eq!(set(&high, 4).0, AddressType::Usual.size());
        assert!(high.code(4, AddressType::Usual).is_some());
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
            (window(200, 450, 1000, 168), WindowError::Low),
        ] {
            assert_eq!(made, Err(expected));
        }
        let low = window(300, 450, 1000, 169).unwrap();
        assert_eq!((low.lines(), low.has_code()), (3, false));
        assert_eq!(Window::new([None; 4]), Ok(Window::default()));
    }
}
