//! Lengths and colours as the numbers of operators: hundredths of a point, parts of one.
//!
//! Rounded in one place, so that the same letter has the same digits everywhere.

use crate::render::colour::Colour;
use crate::render::pdf::length::Length;
use printpdf::{DictItem, Pt};

/// Hundredths of a point: finer than any printer.
pub(super) fn hundredths(length: Length) -> i64 {
    (length + 5).div_euclid(10)
}

/// A length in the numbers of the PDF crate.
pub(super) fn points(hundredths: i64) -> Pt {
    // Far below the 24 bits of a float: a page is 84,189 hundredths high.
    #[allow(clippy::cast_precision_loss)]
    Pt(hundredths as f32 / 100.0)
}

/// By how much a length is stretched to be another.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)] // a page is 842,000 thousandths high
pub(super) fn ratio(wanted: Length, own: Length) -> f32 {
    (wanted as f64 / own as f64) as f32
}

/// Red, green and blue from 0 to 1, in sRGB as the output intent says.
pub(super) fn components(colour: Colour) -> [DictItem; 3] {
    colour.rgb.map(|part| DictItem::Real(f32::from(part) / 255.0))
}

/// A length in points.
pub(super) fn real(length: Length) -> DictItem {
    DictItem::Real(points(hundredths(length)).0)
}
