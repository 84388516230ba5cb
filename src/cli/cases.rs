//! The cases of a command that takes files and folders. A folder is searched as `batch` does, and what is found in it is read
//! as `batch` reads it; a file that the officer names is taken as it is.

use super::input;
use super::usage::Usage;
use crate::batch::sources::{self, Reader, Source};
use crate::case::split::Document;
use crate::diagnostic::Diagnostic;
use std::convert::Infallible;
use std::path::PathBuf;

/// The files with cases of these paths.
pub fn find(paths: &[PathBuf]) -> Vec<Source> {
    let Ok(found) = sources::find::<Infallible>(paths, None, None);
    found
}

/// Calls `each` for every document of a file.
///
/// # Errors
/// F101 when the file or folder cannot be read. `each` has then been called for the documents before the failure.
pub fn each_document(source: &Source, each: &mut dyn FnMut(Document)) -> Result<(), Box<Diagnostic>> {
    if !source.is_in_folder() {
        return input::each_document(&source.named(), each);
    }
    let mut reader = Reader::new(std::slice::from_ref(source));
    loop {
        let items = reader.chunk();
        if items.is_empty() {
            return Ok(());
        }
        for item in items {
            each(item.document?);
        }
    }
}

/// What is wrong where the folders hold no case at all, such as those of a disk that is not there.
pub fn none() -> Usage {
    Usage::new(format!(
        "er is geen enkele zaak gevonden\nhulp: {}. Een map waarin een opdracht brieven maakte, wordt overgeslagen",
        sources::IS_THE_FOLDER_RIGHT
    ))
}
