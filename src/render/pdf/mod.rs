//! From document to PDF: PDF 1.7, PDF/A-2a and PDF/UA-1 in one file, byte for byte the same every time.
//!
//! A document goes through three folders: [`setting`] makes rows of its text, [`paper`] puts them on pages with
//! everything else that stands there, [`writing`] makes a file of the pages. The [`Press`] leads a letter through
//! them. Nothing is ever cut off or replaced: what does not fit or cannot be shown is refused.

mod error;
pub mod paper;
mod press;
pub mod setting;
pub mod writing;

pub use error::PdfError;
pub use paper::layout::lay_out;
pub use press::{Press, render};
