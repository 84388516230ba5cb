//! Files on disk: whole or absent, for the owner's eyes only, never over another letter unasked.

use crate::diagnostic::{Code, Diagnostic};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// How the names of files begin that are not finished yet.
pub const TEMPORARY: &str = ".rtbrief-";
/// The name of standard input in messages and registers.
pub const STDIN: &str = "standaardinvoer";

/// How a file is named in messages and registers.
#[must_use]
pub fn name_of(path: &Path) -> String {
    if path == Path::new("-") { STDIN.to_owned() } else { path.display().to_string() }
}

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
    put(path, bytes, overwrite, true)?;
    Ok(if before.is_some() { Written::Replaced } else { Written::New })
}

/// Writes a file beside its name and renames it, without looking what stands there. With `durable` the
/// bytes are on the disk before the name is.
///
/// # Errors
/// [`WriteError::Exists`] when something stands there and `replace` is off; otherwise what the system says.
pub fn put(path: &Path, bytes: &[u8], replace: bool, durable: bool) -> Result<(), WriteError> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(TEMPORARY).tempfile_in(folder)?;
    file.write_all(bytes)?;
    if durable {
        file.as_file().sync_all()?;
    }
    let written = if replace { file.persist(path) } else { file.persist_noclobber(path) };
    match written {
        Ok(_) => Ok(()),
        Err(e) if !replace && e.error.kind() == io::ErrorKind::AlreadyExists => Err(WriteError::Exists),
        Err(e) => Err(WriteError::Io(e.error)),
    }
}

/// The bytes of a file; `None` where there is none.
///
/// # Errors
/// What the system says; also when something else than a file stands there.
pub fn read_if_there(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
        Ok(found) if !found.is_file() => Err(io::Error::from(io::ErrorKind::AlreadyExists)),
        Ok(_) => fs::read(path).map(Some),
    }
}

/// Opens a file for reading and writing, mode 0600 where it is new; what stands in it stays.
///
/// # Errors
/// What the system says.
pub fn open_private(path: &Path) -> io::Result<File> {
    let mut options = fs::OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

/// Opens a case file for reading; a folder is none.
///
/// # Errors
/// F101 when it cannot be opened.
pub fn open_case(path: &Path) -> Result<File, Box<Diagnostic>> {
    let file = File::open(path).map_err(|e| unreadable(&e))?;
    if file.metadata().is_ok_and(|found| found.is_dir()) {
        return Err(unreadable(&io::Error::from(io::ErrorKind::IsADirectory)));
    }
    Ok(file)
}

/// The finding about a file that cannot be read (F101).
#[must_use]
pub fn unreadable(error: &io::Error) -> Box<Diagnostic> {
    let none: [&str; 0] = [];
    let message = format!("Het bestand kan niet worden gelezen: {}.", reason(error));
    Box::new(Diagnostic::new(Code::Unreadable, message, none))
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
