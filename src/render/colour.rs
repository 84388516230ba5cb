//! A colour of the house style, and whether it is readable on white paper.
//!
//! A letter must be readable for people with poor eyesight: coloured text must stand out from the paper as
//! the guidelines for accessible content require (WCAG 2.2, success criterion 1.4.3).

use std::fmt;

/// The minimum contrast between text and its background (WCAG 2.2, 1.4.3).
pub const LEAST_CONTRAST: f64 = 4.5;

/// A colour in sRGB.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Colour {
    /// Red, green and blue, from 0 to 255.
    pub rgb: [u8; 3],
}

impl Colour {
    /// Black, the colour of text without a house style.
    pub const BLACK: Self = Self { rgb: [0; 3] };

    /// The accent colour without a house style: a dark blue.
    pub const ACCENT: Self = Self { rgb: [0x15, 0x42, 0x73] };

    /// A tint of the colour: one part of it on so many parts of white. Black stands out from a tint of 16 parts by more
    /// than 16:1.
    #[must_use]
    pub fn tint(self, parts: u8) -> Self {
        Self { rgb: self.rgb.map(|part| 255 - (255 - part) / parts.max(1)) }
    }

    /// The contrast with white paper, from 1 (white) to 21 (black).
    #[must_use]
    pub fn contrast_with_white(self) -> f64 {
        1.05 / (self.luminance() + 0.05)
    }

    /// The relative luminance of WCAG 2.2, from 0 (black) to 1 (white).
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.rgb.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl fmt::Display for Colour {
    /// Writes the colour as in HTML: `#154273`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.rgb;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_computed_as_in_the_guidelines() {
        for (rgb, contrast) in [
            ([0, 0, 0], "21.00"),
            ([255, 255, 255], "1.00"),
            ([0x76, 0x76, 0x76], "4.54"),
            ([0x77, 0x77, 0x77], "4.48"),
            ([255, 0, 0], "4.00"),
            ([0, 0, 255], "8.59"),
        ] {
            assert_eq!(format!("{:.2}", Colour { rgb }.contrast_with_white()), contrast, "{rgb:?}");
        }
    }

    #[test]
    fn a_colour_is_written_as_in_html() {
        assert_eq!(Colour { rgb: [0x15, 0x42, 0x0A] }.to_string(), "#15420a");
    }
}
