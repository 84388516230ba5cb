//! The pictures of a house style: a logo, and the stationery behind the pages.
//!
//! `read` takes the file of a picture (`pixels` for PNG, `drawing` for SVG, `import` for PDF) and checks that
//! an archival letter may hold it; what comes out is a [`Picture`], a list of PDF objects. [`letterhead`] says
//! where on the page each picture stands.

mod drawing;
mod error;
mod import;
pub mod letterhead;
mod objects;
mod pixels;
mod read;
pub mod value;

pub use error::PictureError;
pub use objects::{Picture, Piece};
