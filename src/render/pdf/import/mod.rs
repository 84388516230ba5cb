//! The first page of a PDF as a picture that an archival, accessible file may hold: the only folder that
//! names the crate that reads PDFs.
//!
//! Nothing is copied as it stands. Each kind of object has its own reader, which takes along the entries
//! that draw something, follows what they refer to and refuses what ISO 19005-2 forbids; whatever it does
//! not know (notes of the program, actions, structure) stays behind.

mod colour;
mod content;
mod copy;
mod font;
mod function;
mod page;
mod paint;
mod resources;
mod state;
mod tokens;
mod unicode;
mod xobject;

use super::picture::{Picture, PictureError};
use copy::Copier;
use lopdf::{Document, Error, LoadOptions};

/// Most bytes of a file: every letter carries the picture.
const MAX_BYTES: usize = 5_000_000;
/// Most bytes of one stream, unpacked.
const MAX_UNPACKED: usize = 20_000_000;

/// What size the page must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// A4, a millimetre more or less.
    A4,
    /// Any.
    Any,
}

/// Reads the first page of a PDF.
///
/// # Errors
/// It cannot be read, has another size, or holds what an archival file must not hold.
pub fn page(bytes: &[u8], paper: Paper) -> Result<Picture, PictureError> {
    if bytes.len() > MAX_BYTES {
        return Err(PictureError::TooLarge);
    }
    let options = LoadOptions::with_max_decompressed_size(MAX_UNPACKED);
    let source = Document::load_mem_with_options(bytes, options).map_err(|error| match error {
        Error::Decryption(_) | Error::InvalidPassword | Error::UnsupportedSecurityHandler(_) => {
            PictureError::Encrypted
        }
        _ => PictureError::Damaged,
    })?;
    if source.is_encrypted() || source.was_encrypted() {
        return Err(PictureError::Encrypted);
    }
    let mut copier = Copier::new(&source);
    let size = copier.page(paper)?;
    Ok(Picture::form(copier.finish()?, size))
}
