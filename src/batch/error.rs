//! Why a run did not end: wrong use, or the system refused something about a file.

use std::io;
use std::path::{Path, PathBuf};

/// Why a run did not end.
#[derive(Debug)]
pub enum BatchError {
    /// The run is not allowed in this way; a Dutch sentence says why.
    Usage(String),
    /// A file or folder could not be read or written; the same command completes the run.
    Io {
        /// The file or folder.
        path: PathBuf,
        /// The error of the operating system.
        error: io::Error,
    },
}

impl BatchError {
    /// An error of the operating system about a file or folder.
    #[must_use]
    pub fn io(path: &Path, error: io::Error) -> Self {
        Self::Io { path: path.to_owned(), error }
    }
}
