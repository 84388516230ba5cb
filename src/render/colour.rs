//! A colour of the house style, on white paper.
//!
//! Apart from the PDF, because HTML shows it too.

/// A colour in sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    /// Red, green and blue, from 0 to 255.
    pub rgb: [u8; 3],
}
