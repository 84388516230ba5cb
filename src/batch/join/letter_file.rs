//! Puts the letter files of a finished run in the folder of the joined run: as a second name of the same
//! file where the file system allows it, otherwise as a copy. It replaces another letter only when asked
//! to, or when that letter is provisional: made by a run that never ended.

use super::finished::JoinedLetter;
use crate::batch::error::BatchError;
use crate::batch::folder::Folder;
use crate::batch::journal::PriorRuns;
use crate::batch::letter::FileState;
use crate::files::{self, WriteError, read_if_there, shown};
use crate::hash::Hash;
use std::fs;
use std::io;
use std::path::Path;

/// Reads a letter from the folder of its run, and says what must happen to its file in the joined run.
pub fn inspect(
    root: &Path,
    letter: &JoinedLetter,
    folder: &Folder,
    past: &PriorRuns,
    overwrite: bool,
) -> Result<(FileState, Vec<u8>), BatchError> {
    let file = &letter.receipt.letter.file;
    let from = root.join(file);
    let read = |path: &Path| read_if_there(path).map_err(|error| BatchError::io(path, error));
    let bytes = read(&from)?.filter(|bytes| Hash::of(bytes) == letter.receipt.letter.hash);
    let Some(bytes) = bytes else {
        return Err(BatchError::Usage(format!("{} is niet de brief van zijn kwitantie", shown(&from))));
    };
    let state = match read(&folder.path(file))? {
        None => FileState::New,
        Some(there) if there == bytes => FileState::Same,
        Some(there) if overwrite || past.is_provisional(file, &there, Hash::of(&there)) => FileState::Replace,
        Some(_) => return Err(already_taken(&folder.path(file))),
    };
    Ok((state, bytes))
}

fn already_taken(path: &Path) -> BatchError {
    BatchError::Usage(format!(
        "waar {} moet komen, staat al een andere brief\nhulp: kies een andere map, of vervang de brief met `--overschrijf`",
        shown(path)
    ))
}

/// Puts a letter in the folder of the joined run.
pub fn place(
    root: &Path,
    folder: &Folder,
    letter: &JoinedLetter,
    state: FileState,
    bytes: &[u8],
) -> Result<(), BatchError> {
    let file = &letter.receipt.letter.file;
    let path = folder.path(file);
    if state == FileState::Same || state == FileState::New && fs::hard_link(root.join(file), &path).is_ok() {
        return Ok(());
    }
    match files::write_atomically(&path, bytes, state == FileState::Replace, false) {
        Ok(()) => Ok(()),
        Err(WriteError::Exists) => Err(already_taken(&path)),
        Err(WriteError::Io(error)) => Err(BatchError::io(&path, error)),
    }
}

/// Gives a file a second name; where the file system cannot do this, makes a copy.
pub fn link(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        // If the name exists it may be this same file, and copying a file onto itself would empty it.
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {}
        done => return done,
    }
    let mut copy = files::create_private(to)?;
    io::copy(&mut files::open_regular(from)?, &mut copy).map(drop)
}
