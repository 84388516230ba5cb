//! Why a run failed: it was used wrongly, or the operating system refused to read or write a file.

use std::io;
use std::path::{Path, PathBuf};

/// Why a run failed.
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
