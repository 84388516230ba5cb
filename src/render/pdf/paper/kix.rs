//! The KIX code above a Dutch address: postcode, house number and addition as bars for sorting machines.
//!
//! Four bars per character, those of the Royal Mail code (RM4SCC) without its start, stop and check
//! characters (PostNL, Handleiding KIX-code, 2.1). The measures are within the limits of that code: bars 0.38
//! to 0.63 mm wide, 20 to 24 per inch, the highest 4.22 to 5.84 mm and the shortest 1.02 to 1.52 mm, with 2
//! mm of white space around them. They are whole dots of a 600 dpi printer, so that all bars are printed
//! equal.

use super::head::largest_type;
use super::mark::Mark;
use crate::letter::document::{Document, PostalCode};
use crate::render::a4::Area;
use crate::render::colour::Colour;
use crate::render::length::Length;
use crate::render::look::Look;
use crate::render::window::{CODE, Window, WindowError};

/// Width of a bar: 12 dots, 0.51 mm.
const WIDTH: Length = 1440;
/// Distance from bar to bar: 26 dots, 23 bars per inch.
const PITCH: Length = 3120;
/// Height of the part that every bar has: 27 dots, 1.14 mm.
const TRACKER: Length = 3240;
/// How far a bar may extend above and below that part: 37 dots, 1.57 mm. With both, a code is 4.28 mm high.
const REACH: Length = 4440;

/// Maximum number of digits of a house number.
const NUMBER: usize = 5;
/// Maximum number of characters of an addition.
const ADDITION: usize = 6;
/// Maximum number of characters of a code: postcode, house number, `X`, addition.
const LONGEST: usize = 6 + NUMBER + 1 + ADDITION;
// The window keeps room for the longest code.
const _: () =
    assert!(CODE[0] == PITCH * (4 * LONGEST as Length - 1) + WIDTH && CODE[1] == TRACKER + 2 * REACH);

/// Which two of the four bars of a character extend, in the order of the code.
const PAIRS: [[bool; 4]; 6] = [
    [false, false, true, true],
    [false, true, false, true],
    [false, true, true, false],
    [true, false, false, true],
    [true, false, true, false],
    [true, true, false, false],
];

/// The text of a KIX code, in capitals and digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kix(String);

/// A bar, and whether it extends above and below the part that every bar has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Whether it extends above that part.
    pub up: bool,
    /// Whether it extends below that part.
    pub down: bool,
}

impl Kix {
    /// The code of an address; `None` for an address that a code cannot express.
    ///
    /// Letters of the house number belong to the addition. Only letters and digits of the addition count; an
    /// addition that is too long for a code is left out, because a part of it could be the addition of
    /// another door.
    #[must_use]
    pub fn new(post: &PostalCode) -> Option<Self> {
        let postcode = plain(&post.postcode);
        let (digits, letters) = postcode.split_at_checked(4)?;
        let is_postcode = digits.bytes().all(|c| c.is_ascii_digit())
            && letters.len() == 2
            && letters.bytes().all(|c| c.is_ascii_uppercase());
        let split = post.number.find(|c: char| !c.is_ascii_digit()).unwrap_or(post.number.len());
        let (number, rest) = post.number.split_at(split);
        if !is_postcode || !(1..=NUMBER).contains(&number.len()) {
            return None;
        }
        let addition = plain(rest) + &plain(post.addition.as_deref().unwrap_or_default());
        let mut text = postcode + number;
        if (1..=ADDITION).contains(&addition.len()) {
            text.push('X');
            text.push_str(&addition);
        }
        Some(Self(text))
    }

    /// The text of the code.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Its bars, from left to right.
    pub fn bars(&self) -> impl Iterator<Item = Bar> {
        let digits = self.0.chars().filter_map(|c| c.to_digit(36));
        let values = digits.filter_map(|value| usize::try_from(value).ok());
        values.flat_map(|value| {
            let (up, down) = (PAIRS[value / 6], PAIRS[value % 6]);
            up.into_iter().zip(down).map(|(up, down)| Bar { up, down })
        })
    }

    /// The bars of a code whose left edge is `x` and whose top is `y`.
    fn draw(&self, x: Length, y: Length) -> Vec<Mark> {
        let places = std::iter::successors(Some(x), |x| Some(x + PITCH));
        let bar = |(x, bar): (Length, Bar)| {
            let [above, below] = [bar.up, bar.down].map(|out| if out { REACH } else { 0 });
            let area = Area { x, y: y + REACH - above, width: WIDTH, height: above + TRACKER + below };
            Mark::Fill(area, Colour::BLACK)
        };
        places.zip(self.bars()).map(bar).collect()
    }
}

/// Checks that a window has room for the KIX code of a usual address; called before a run.
///
/// # Errors
/// The window is too low or too narrow.
pub fn fits(window: &Window) -> Result<(), WindowError> {
    if window.has_code() { Ok(()) } else { Err(WindowError::Code) }
}

/// The bars of the KIX code of a letter; empty when its address has no code: it is not a Dutch one with a house number,
/// or there is no room above it.
#[must_use]
pub fn marks(document: &Document, look: &Look) -> Vec<Mark> {
    let Some(kix) = document.post.as_ref().and_then(Kix::new) else { return Vec::new() };
    let lines = &document.addressee;
    let place = look.window.code(lines.len(), largest_type(look, lines));
    place.map(|(x, y)| kix.draw(x, y)).unwrap_or_default()
}

/// The letters and digits of a text, in capitals.
fn plain(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(postcode: &str, number: &str, addition: &str) -> Option<String> {
        let addition = Some(addition.to_owned()).filter(|it| !it.is_empty());
        let post = PostalCode { postcode: postcode.to_owned(), number: number.to_owned(), addition };
        Kix::new(&post).map(|kix| kix.text().to_owned())
    }

    /// The bars of a text as letters, as publications write them: Full, Ascender, Descender or Tracker.
    fn letters(text: &str) -> String {
        let bar = |bar: Bar| match (bar.up, bar.down) {
            (true, true) => 'F',
            (true, false) => 'A',
            (false, true) => 'D',
            (false, false) => 'T',
        };
        Kix(text.to_owned()).bars().map(bar).collect()
    }

    /// The four examples of the manual of PostNL (2.1).
    #[test]
    fn bars_are_those_of_the_manual() {
        for (text, bars) in [
            ("2500GG30250", "TDFADDAATTFFTTFFDAFTDAFTDTAFTTFFTDFADDAATTFF"),
            ("2130VA80430", "TDFATDAFDTAFTTFFAFTDDADATFDATTFFDTFADTAFTTFF"),
            ("1231GF156X2", "TDAFTDFADTAFTDAFDAFTDAADTDAFDDAATADFFATDTDFA"),
            ("1231FZ13XHS", "TDAFTDFADTAFTDAFDAADFFTTTDAFDTAFFATDDFATFTFT"),
        ] {
            assert_eq!(letters(text), bars, "{text}");
        }
    }

    #[test]
    fn every_character_has_bars_of_its_own() {
        let all: std::collections::BTreeSet<String> =
            ('0'..='9').chain('A'..='Z').map(|c| letters(&c.to_string())).collect();
        assert_eq!(all.len(), 36);
        for bars in all {
            let reach = |kind| bars.chars().filter(|&bar| bar == kind || bar == 'F').count();
            assert_eq!((bars.len(), reach('A'), reach('D')), (4, 2, 2), "{bars}");
        }
    }

    #[test]
    fn an_address_becomes_a_code() {
        for (parts, expected) in [
            (["2500 GG", "30250", ""], "2500GG30250"),
            (["1231 GF", "156", "-2"], "1231GF156X2"),
            (["1231 FZ", "13", "hs"], "1231FZ13XHS"),
            (["3331 CH", "182", "B"], "3331CH182XB"),
            (["3522 PG", "129", "/7 é"], "3522PG129X7"),
            (["3847 LN", "130b", ""], "3847LN130XB"),
            (["1234 AB", "12-14", "bis A"], "1234AB12X14BISA"),
            // An addition of seven characters is left out, and so is one without ASCII letters or digits.
            (["1234 AB", "12", "achter 2"], "1234AB12"),
            (["1234 AB", "12", "éé"], "1234AB12"),
        ] {
            let [postcode, number, addition] = parts;
            assert_eq!(code(postcode, number, addition).as_deref(), Some(expected), "{parts:?}");
        }
    }

    #[test]
    fn an_address_that_a_code_cannot_express_has_none() {
        for (postcode, number) in [
            ("1234 AB", "123456"),
            ("1234 AB", "A1"),
            ("1234 AB", ""),
            ("12345 A", "1"),
            ("123", "1"),
            ("", "1"),
        ] {
            assert_eq!(code(postcode, number, ""), None, "{postcode} {number}");
        }
    }
}
