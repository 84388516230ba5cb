//! Letters on disk: whole or absent, for the owner's eyes only, never over another letter unasked.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// It is new.
    New,
    /// It stood there already, with these very bytes.
    Same,
    /// It replaced another file, as asked.
    Replaced,
}

/// Why a file was not written.
#[derive(Debug)]
pub enum WriteError {
    /// Another letter stands there, and `--overschrijf` was not given.
    Exists,
    /// The system refused.
    Io(io::Error),
}

impl From<io::Error> for WriteError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Writes a file beside its name and renames it: whole or not at all, mode 0600 (`tempfile`'s own).
///
/// # Errors
/// [`WriteError::Exists`] when other bytes stand there and `overwrite` is off; otherwise what the system
/// says. Nothing is left behind.
pub fn write(path: &Path, bytes: &[u8], overwrite: bool) -> Result<Written, WriteError> {
    let before = match fs::symlink_metadata(path) {
        Ok(found) if !found.is_file() => return Err(WriteError::Exists),
        Ok(found) => Some(found.len() == bytes.len() as u64 && fs::read(path)? == bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error.into()),
    };
    match before {
        Some(true) => return Ok(Written::Same),
        Some(false) if !overwrite => return Err(WriteError::Exists),
        _ => {}
    }
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".rtbrief-").tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    if overwrite {
        file.persist(path).map_err(|e| e.error)?;
    } else {
        file.persist_noclobber(path).map_err(|e| {
            if e.error.kind() == io::ErrorKind::AlreadyExists {
                WriteError::Exists
            } else {
                WriteError::Io(e.error)
            }
        })?;
    }
    Ok(if before.is_some() { Written::Replaced } else { Written::New })
}

/// Makes a folder for letters, with its parents, mode 0700 where it is new.
///
/// # Errors
/// What the system says.
pub fn make_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(path)
}

/// Why the system refused, in Dutch and without a path.
#[must_use]
pub fn reason(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::NotFound => "niet gevonden",
        io::ErrorKind::PermissionDenied => "geen toegang",
        io::ErrorKind::AlreadyExists => "bestaat al",
        io::ErrorKind::IsADirectory => "dit is een map",
        io::ErrorKind::NotADirectory => "dit is geen map",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "de schijf is vol",
        io::ErrorKind::ReadOnlyFilesystem => "hier mag niet worden geschreven",
        io::ErrorKind::BrokenPipe => "de lezer is gestopt",
        io::ErrorKind::InvalidFilename => "de naam is te lang of ongeldig",
        _ => "lezen of schrijven mislukte",
    }
}
