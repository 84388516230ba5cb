//! What a concept adds to the letter: the word CONCEPT across every page, and a light field behind every gap.
//!
//! Both are decoration below the text; the notice and the words of the gaps are content like any other.

use super::mark::{Decoration, Mark, Slanted, Text};
use super::page::Page;
use crate::render::a4::{Area, HEIGHT, WIDTH};
use crate::render::colour::Colour;
use crate::render::font::{Fonts, Weight};
use crate::render::length::{Length, pt};
use crate::render::pdf::setting::line::Type;
use crate::render::pdf::setting::lines::set_line;

const WORD: &str = "CONCEPT";
const WORD_SIZE: Length = pt(130);
/// Light grey: black text on it has a contrast of 17:1 (WCAG 2.2, 1.4.3 requires 4.5:1).
const WORD_COLOUR: Colour = Colour { rgb: [230, 232, 236] };
/// Direction of the word, in thousandths: three to the right for every four up, almost the diagonal of A4.
const UPWARDS: [Length; 2] = [600, 800];
/// Pale yellow: black text on it has a contrast of 18:1.
const GAP_COLOUR: Colour = Colour { rgb: [255, 242, 179] };
/// How far the field of a gap reaches beyond its words.
const GAP_PADDING: Length = pt(1);

/// Marks every page as that of a concept.
pub(super) fn draw(pages: &mut [Page], fonts: &Fonts) {
    for page in pages {
        in_black(page);
        let fields: Vec<Mark> = page.marks.iter().flat_map(fields).collect();
        if !fields.is_empty() {
            page.underlay(Decoration::Layout, fields);
        }
        watermark(page, fonts);
    }
}

/// Makes text and rules black: an accent colour that stands out from white paper may not stand out from the
/// word. The ground of a box goes, because it would hide the word and the fields.
fn in_black(page: &mut Page) {
    page.marks.retain(|mark| !matches!(mark, Mark::Fill(..)));
    for mark in &mut page.marks {
        match mark {
            Mark::Text(text) => text.colour = Colour::BLACK,
            Mark::Rule(rule) => rule.colour = Colour::BLACK,
            _ => {}
        }
    }
}

/// Draws the word, centred on the page.
fn watermark(page: &mut Page, fonts: &Fonts) {
    let line = set_line(fonts, Type::new(Weight::Bold, WORD_SIZE), WORD);
    let [across, up] = UPWARDS;
    // From the centre: half the word back along its line, and half a capital letter down.
    let (along, below) = (line.width / 2, WORD_SIZE * 357 / 1000);
    let x = WIDTH / 2 - (along * across - below * up) / 1000;
    let y = HEIGHT / 2 + (along * up + below * across) / 1000;
    let text = Text { x, y, size: WORD_SIZE, line, colour: WORD_COLOUR };
    let word = Slanted { text, direction: UPWARDS };
    page.underlay(Decoration::Watermark, [Mark::Slanted(word)]);
}

/// The fields behind the gaps of a line of text.
fn fields(mark: &Mark) -> Vec<Mark> {
    let Mark::Text(text) = mark else { return Vec::new() };
    let field = |&(start, width): &(Length, Length)| {
        let area = Area {
            x: text.x + start - GAP_PADDING,
            y: text.y - text.size * 95 / 100,
            width: width + 2 * GAP_PADDING,
            height: text.size * 125 / 100,
        };
        Mark::Fill(area, GAP_COLOUR)
    };
    text.line.gaps.iter().map(field).collect()
}
