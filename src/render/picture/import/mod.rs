//! The first page of a PDF as a picture that an archival, accessible file may hold: the only folder that uses
//! the lopdf crate.
//!
//! Nothing is copied unchecked. Each kind of object has its own reader, which copies the entries that draw
//! something, follows their references and refuses what ISO 19005-2 forbids; whatever it does not know
//! (private data of programs, actions, structure) is left out.

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

use super::error::PictureError;
use super::objects::Picture;
pub use page::Paper;

use copy::{Copier, MAX_UNPACKED};
use lopdf::{Document, Error, LoadOptions};

/// Maximum size of a file, in bytes: every letter carries the picture.
const MAX_BYTES: usize = 5_000_000;

/// Reads the first page of a PDF.
///
/// # Errors
/// The file cannot be read, its page has another size, or it holds what an archival file must not hold.
pub fn first_page(bytes: &[u8], paper: Paper) -> Result<Picture, PictureError> {
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
    Ok(Picture::page(copier.finish()?, size))
}
