//! The address window: where an envelope shows the return address and the address.
//!
//! Envelopes differ, so the window belongs to the organisation; what does not fit it is refused.

use super::length::{Length, mm};

/// Where the envelope shows the address; distances from the left and the top of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Left edge.
    pub left: Length,
    /// Top.
    pub top: Length,
    /// Width.
    pub width: Length,
    /// Height.
    pub height: Length,
}

impl Default for Window {
    /// The window of a usual Dutch envelope at the left: x 20 to 120 mm, y 45 to 73 mm.
    fn default() -> Self {
        Self { left: mm(200), top: mm(450), width: mm(1000), height: mm(280) }
    }
}
