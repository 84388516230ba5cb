//! Lengths in thousandths of a point, as whole numbers.
//!
//! With whole numbers, the same letter has the same line breaks and the same bytes on every machine.

/// A length in thousandths of a point; distances down the page count from the top.
pub type Length = i64;

/// Converts points to a length.
#[must_use]
pub const fn pt(points: i64) -> Length {
    points * 1000
}

/// Converts tenths of a millimetre to a length: `mm(985)` is 98.5 mm.
#[must_use]
pub const fn mm(tenths: i64) -> Length {
    tenths * 72_000 / 254
}

/// A length as a number of points with two decimals, as PDF writes it.
#[must_use]
pub fn points(length: Length) -> String {
    let hundredths = (length + 5) / 10;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// Converts thousandths of an em at a font size to a length.
#[must_use]
pub const fn em(thousandths: i64, size: Length) -> Length {
    thousandths * size / 1000
}
