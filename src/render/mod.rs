//! From document to bytes: text, HTML and PDF. Pure: no clock, no disk, no environment.

pub mod font;
pub mod pdf;
