//! Turns a document into bytes: text, HTML or PDF. Pure: no clock, no disk, no environment.
//!
//! [`look`] is what an organisation chose (fonts, colour, window, pictures); `text`, `html` and `pdf` each turn
//! a document into one form. The other modules are what these forms share.

pub mod a4;
pub mod calendar;
pub mod colour;
mod envelope_profile;
pub mod font;
pub mod html;
pub mod length;
pub(crate) mod link;
pub mod look;
mod names;
pub(crate) mod nobreak;
mod notices;
pub mod pdf;
pub mod picture;
pub mod text;
pub mod window;

#[cfg(test)]
mod tests;
