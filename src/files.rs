//! Reads and writes files: complete or not at all, readable by their owner only, never over another letter
//! unasked.

use crate::diagnostic::{Code, Diagnostic, character};
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;

/// Prefix of the names of unfinished files.
pub const TEMPORARY: &str = ".rtbrief-";
/// The name of standard input in messages and registers.
pub const STDIN: &str = "standaardinvoer";

/// The name of a file in messages and registers.
#[must_use]
pub fn name_of(path: &Path) -> String {
    if path == Path::new("-") { STDIN.to_owned() } else { shown(path) }
}

/// A path in a message: on one line, and nothing in it steers a terminal.
#[must_use]
pub fn shown(path: &Path) -> String {
    character::shown(&path.display().to_string())
}

/// What happened to a file that was to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// The file did not exist before.
    New,
    /// The file already existed with the same bytes.
    Same,
    /// The file replaced another one, as asked.
    Replaced,
}

impl Written {
    /// What became of the file, in Dutch, before its name.
    #[must_use]
    pub const fn dutch(self) -> &'static str {
        match self {
            Self::New => "gemaakt",
            Self::Same => "was er al",
            Self::Replaced => "vervangen",
        }
    }
}

/// Why a file was not written.
#[derive(Debug)]
pub enum WriteError {
    /// Another file exists there, and `--overschrijf` was not given.
    Exists,
    /// The operating system reported an error.
    Io(io::Error),
}

impl From<io::Error> for WriteError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Writes a temporary file and renames it, so that the file is complete or absent; `tempfile` gives it mode
/// 0600.
///
/// # Errors
/// [`WriteError::Exists`] when the path is not a regular file, or has other bytes while `overwrite` is off;
/// [`WriteError::Io`] when reading, writing or renaming fails. No temporary file is left behind.
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
    match write_atomically(path, bytes, overwrite, true) {
        // Another program may have written the same letter in the meantime: then it is there, as asked.
        Err(WriteError::Exists) if read_if_there(path)?.is_some_and(|found| found == bytes) => {
            return Ok(Written::Same);
        }
        done => done?,
    }
    Ok(if before.is_some() { Written::Replaced } else { Written::New })
}

/// A file without a name, for what a run keeps for itself; the system removes it with the run.
///
/// # Errors
/// When the folder of temporary files takes none.
pub fn nameless() -> io::Result<File> {
    tempfile::tempfile()
}

/// Writes a temporary file and renames it, without comparing it with an existing file. With `durable` the
/// bytes are on the disk before the file gets its name, and the name before this returns.
///
/// # Errors
/// [`WriteError::Exists`] when the path exists and `replace` is off; [`WriteError::Io`] when writing or
/// renaming fails.
pub fn write_atomically(path: &Path, bytes: &[u8], replace: bool, durable: bool) -> Result<(), WriteError> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(TEMPORARY).tempfile_in(folder)?;
    file.write_all(bytes)?;
    if durable {
        file.as_file().sync_all()?;
    }
    let written = if replace { file.persist(path) } else { file.persist_noclobber(path) };
    match written {
        Ok(_) if durable => sync_folder(folder).map_err(WriteError::Io),
        Ok(_) => Ok(()),
        Err(e) if !replace && e.error.kind() == io::ErrorKind::AlreadyExists => Err(WriteError::Exists),
        Err(e) => Err(WriteError::Io(e.error)),
    }
}

/// The bytes of a file; `None` when it does not exist.
///
/// # Errors
/// The file cannot be read, or the path is not a regular file.
pub fn read_if_there(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
        Ok(found) if !found.is_file() => Err(io::Error::from(io::ErrorKind::AlreadyExists)),
        Ok(_) => fs::read(path).map(Some),
    }
}

/// Opens a file of a fixed name for reading and writing and keeps its contents; a new file gets mode 0600.
///
/// Somebody else may have put something at that name: a link is not followed, and only a regular file with this one
/// name is opened.
///
/// # Errors
/// The file cannot be opened or created, or something else stands there.
pub fn open_private(path: &Path) -> io::Result<File> {
    let mut options = fs::OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    private(&mut options);
    only_plain(options.open(path).map_err(link_refused)?, true)
}

/// Makes a new file for reading and writing, with mode 0600.
///
/// # Errors
/// The file cannot be created, or something stands at the path.
pub fn create_private(path: &Path) -> io::Result<File> {
    let mut options = fs::OpenOptions::new();
    options.read(true).write(true).create_new(true);
    private(&mut options);
    options.open(path)
}

/// Opens a register for reading: a file of a fixed name, under the same terms as [`open_private`] but that it may have
/// more names.
///
/// # Errors
/// The file cannot be opened, or something else stands there.
pub fn open_register(path: &Path) -> io::Result<File> {
    let mut options = fs::OpenOptions::new();
    options.read(true);
    private(&mut options);
    only_plain(options.open(path).map_err(link_refused)?, false)
}

/// The complete lines of a file that may not exist; `None` for a line that is not UTF-8.
///
/// # Errors
/// When the file exists and cannot be opened; an item is an error when reading fails.
pub fn lines(path: &Path) -> io::Result<impl Iterator<Item = io::Result<Option<String>>> + use<>> {
    let mut reader = match open_register(path) {
        Ok(file) => Some(BufReader::new(file)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    Ok(std::iter::from_fn(move || {
        let mut line = Vec::new();
        match reader.as_mut()?.read_until(b'\n', &mut line) {
            Ok(_) if line.pop() == Some(b'\n') => Some(Ok(String::from_utf8(line).ok())),
            Ok(_) => None,
            Err(error) => Some(Err(error)),
        }
    }))
}

/// Opens a regular file for reading, also through a link; never waits for who writes to a pipe.
///
/// # Errors
/// The file cannot be opened, or is none.
pub fn open_regular(path: &Path) -> io::Result<File> {
    let mut options = fs::OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(flags(rustix::fs::OFlags::NONBLOCK));
    }
    only_plain(options.open(path)?, false)
}

#[cfg(unix)]
fn private(options: &mut fs::OpenOptions) {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt;
    options.mode(0o600).custom_flags(flags(OFlags::NOFOLLOW | OFlags::NONBLOCK));
}

#[cfg(not(unix))]
fn private(_: &mut fs::OpenOptions) {}

/// Flags of opening as the standard library takes them.
#[cfg(unix)]
fn flags(flags: rustix::fs::OFlags) -> i32 {
    flags.bits().cast_signed()
}

/// The file, if it is a regular one and, where `one_name` asks so, has no other name.
fn only_plain(file: File, one_name: bool) -> io::Result<File> {
    let found = file.metadata()?;
    #[cfg(unix)]
    let names = std::os::unix::fs::MetadataExt::nlink(&found);
    #[cfg(not(unix))]
    let names = 1;
    if found.is_file() && (names <= 1 || !one_name) { Ok(file) } else { Err(not_plain()) }
}

/// What stands at the name of a file of the program is no file that it made.
fn not_plain() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, "no regular file")
}

/// The error about a link at a fixed name, which is not followed.
fn link_refused(error: io::Error) -> io::Error {
    #[cfg(unix)]
    if error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error()) {
        return not_plain();
    }
    error
}

/// Opens a case file for reading.
///
/// # Errors
/// F101 when it cannot be opened or is a folder.
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

/// From now on files and folders are made for their owner alone, and readable for the owner, whatever the settings of
/// the user (umask) say.
pub fn for_owner_only() {
    #[cfg(unix)]
    {
        use rustix::fs::Mode;
        rustix::process::umask(Mode::RWXG | Mode::RWXO);
    }
}

/// Creates a folder for letters and its missing parents; new folders get mode 0700.
///
/// # Errors
/// The folder or one of its parents cannot be created, or is a file ([`io::ErrorKind::NotADirectory`]).
pub fn make_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(path).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => io::ErrorKind::NotADirectory.into(),
        _ => error,
    })
}

/// Whether something stands in a folder, also when its name is hidden.
#[must_use]
pub fn is_taken(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some())
}

/// Puts everything that was written below a folder on the disk: the data of all files, and their names.
///
/// On Linux this is one call for the whole file system, which is faster than one for each of thousands of files;
/// elsewhere every file and folder is put on the disk by itself.
///
/// # Errors
/// When the disk reports that something was not written.
pub fn sync_tree(root: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_os = "android"))]
    return Ok(rustix::fs::syncfs(File::open(root)?)?);
    #[cfg(not(any(target_os = "linux", target_os = "android")))]
    {
        for entry in fs::read_dir(root)? {
            let entry = entry?;
            match entry.file_type()? {
                kind if kind.is_dir() => sync_tree(&entry.path())?,
                kind if kind.is_file() => {
                    fs::OpenOptions::new().write(true).open(entry.path())?.sync_all()?
                }
                _ => {}
            }
        }
        sync_folder(root)
    }
}

/// Puts the names in a folder on the disk, on systems that can do so. A file system that knows no such thing for a
/// folder (some on a network) is left to itself.
///
/// # Errors
/// When the folder cannot be opened or the disk reports an error.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    match File::open(folder)?.sync_all() {
        Err(error) if error.kind() == io::ErrorKind::InvalidInput => Ok(()),
        done => done,
    }
    #[cfg(not(unix))]
    {
        let _ = folder;
        Ok(())
    }
}

/// Checks that a folder is one itself, not a link to one elsewhere.
///
/// # Errors
/// When it is not.
pub fn real_folder(path: &Path) -> io::Result<()> {
    if fs::symlink_metadata(path)?.is_dir() { Ok(()) } else { Err(not_plain()) }
}

/// What an error of the system means for whom the standard library has no kind of error.
#[cfg(unix)]
fn system_reason(error: &io::Error) -> Option<&'static str> {
    use rustix::io::Errno;
    Some(match Errno::from_io_error(error)? {
        Errno::LOOP => "de koppeling leidt in een kring",
        Errno::MFILE | Errno::NFILE => {
            "er staan te veel bestanden open; sluit programma's of verhoog de grens"
        }
        Errno::NOLCK => "de schijf kan geen slot op een bestand zetten; kies een map op een gewone schijf",
        Errno::IO => "de schijf meldt een fout; kies een andere schijf en laat deze nakijken",
        Errno::NXIO => "dit is geen gewoon bestand, of een koppeling",
        _ => return None,
    })
}

/// The reason of an I/O error, in Dutch and without a path.
#[must_use]
pub fn reason(error: &io::Error) -> &'static str {
    #[cfg(unix)]
    if let Some(reason) = system_reason(error) {
        return reason;
    }
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
        io::ErrorKind::InvalidInput => "dit is geen gewoon bestand, of een koppeling",
        io::ErrorKind::FileTooLarge => "te groot, of er komt geen einde aan",
        io::ErrorKind::TimedOut => "de schijf of het netwerk antwoordt niet",
        _ => "lezen of schrijven mislukte",
    }
}
