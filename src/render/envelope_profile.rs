//! The windows of envelopes that have a name: what they show of an A4 sheet, wherever the folded sheet lies in the
//! envelope.
//!
//! A folded sheet is smaller than its envelope, so it may lie further to the right and lower than its top left corner by
//! the difference. Only what the window shows in all of those places can hold an address. The measures of envelopes and
//! windows stand in docs/drukwerk.md with their source; nobody confirmed them yet.

use crate::letter::huisstijl::Profiel;

/// An envelope and the sheet in it, in tenths of a millimetre.
struct Envelope {
    /// Width and height of the envelope.
    outside: [i64; 2],
    /// Width and height of the folded sheet.
    sheet: [i64; 2],
    /// Its window: from the left and the top of the envelope, width and height.
    window: [i64; 4],
}

/// EA5/6, and DL of the same size: A4 in three.
const LONG: Envelope = Envelope { outside: [2200, 1100], sheet: [2100, 990], window: [150, 400, 950, 300] };
/// C5: A4 folded once.
const HALF: Envelope = Envelope { outside: [2290, 1620], sheet: [2100, 1485], window: [150, 440, 1050, 350] };

/// Left edge of a window in the house style: no text stands further to the left than 25 mm anyway.
const LEFT: i64 = 200;
/// Top of the highest window in the house style.
const TOP: i64 = 400;
/// How far text stays from the edge of a window in the house style. What is in view wherever the sheet lies needs no
/// such margin, so the window is that much larger.
const MARGIN: i64 = 20;

/// The window of a profile as the house style has it: from the left and the top of the page, width and height, in tenths
/// of a millimetre.
#[must_use]
pub fn measures(profile: Profiel) -> [i64; 4] {
    let envelope = match profile {
        Profiel::Ea56 | Profiel::Dl => LONG,
        Profiel::C5 => HALF,
    };
    let [x, y, width, height] = envelope.in_view();
    let (right, bottom) = (x + width + MARGIN, y + height + MARGIN);
    let (left, top) = (LEFT.max(x - MARGIN), TOP.max(y - MARGIN));
    [left, top, right - left, bottom - top]
}

impl Envelope {
    /// What the window shows of the sheet wherever that lies: from the left and the top of the sheet, width and height.
    const fn in_view(&self) -> [i64; 4] {
        let [x, y, width, height] = self.window;
        let play = [self.outside[0] - self.sheet[0], self.outside[1] - self.sheet[1]];
        // The sheet at the top left shows what the window shows; every shift to the right or down moves that to the left
        // or up on the sheet.
        [x, y, width - play[0], height - play[1]]
    }
}

#[cfg(test)]
mod tests {
    use super::{HALF, LONG, measures};
    use crate::letter::huisstijl::Profiel;
    use crate::render::window::Window;

    #[test]
    fn a_profile_shows_its_text_wherever_the_sheet_lies() {
        assert_eq!(LONG.in_view(), [150, 400, 850, 190]);
        assert_eq!(HALF.in_view(), [150, 440, 860, 215]);
        for (profile, expected) in [
            (Profiel::Ea56, [200, 400, 820, 210]),
            (Profiel::Dl, [200, 400, 820, 210]),
            (Profiel::C5, [200, 420, 830, 255]),
        ] {
            assert_eq!(measures(profile), expected);
        }
    }

    #[test]
    fn every_profile_is_a_window() {
        let lines = |profile| Window::new(measures(profile).map(Some)).unwrap().lines();
        assert_eq!(Profiel::ALL.map(lines), [4, 4, 5]);
    }
}
