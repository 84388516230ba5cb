//! Turns a document into a PDF file: PDF 1.7, PDF/A-2a and PDF/UA-1 in one file, byte for byte the same every
//! time.
//!
//! A document goes through three folders: [`setting`] turns its text into rows, [`paper`] puts the rows on
//! pages with everything else that pages show, [`writing`] turns the pages into a file. The [`Press`] calls
//! them in this order. Nothing is ever cut off or replaced: a letter that does not fit or cannot be shown is
//! refused.

pub mod comparison;
mod error;
pub mod paper;
mod press;
pub mod setting;
pub mod writing;

pub use error::PdfError;
pub use paper::layout::lay_out;
pub use press::{LetterFile, Press, render};
