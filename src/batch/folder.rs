//! The folder of a run: who works in it, what is not finished in it, and how it becomes finished.
//!
//! While a run goes on, a marker stands in its folder and everything but the letters has a temporary name.
//! At the end all of it gets its name and the marker goes, so that a folder without a marker is whole.

use super::BatchError;
use crate::files::{TEMPORARY, make_folder, open_private};
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The folder of the letters, below that of the run.
pub const LETTERS: &str = "brieven";
/// The folder of the copies for the eye.
pub const SAMPLE: &str = "steekproef";
/// Says that a run is going on, or was cut short; locked as long as it goes on.
pub const MARKER: &str = ".rtbrief-onderweg";
/// What a run that was cut short has made.
const JOURNAL: &str = ".rtbrief-journaal";
/// How the names of the parts of the print stream begin.
const PART: &str = "drukstroom-";

/// The folder of a run that is going on.
pub struct Folder {
    root: PathBuf,
    /// Locked until the run ends, however it ends.
    marker: File,
}

impl Folder {
    /// Takes the folder, which is made if it is not there, and clears what a run that was cut short left
    /// unfinished.
    ///
    /// # Errors
    /// When another run is going on in it, or what the system says.
    pub fn open(root: &Path) -> Result<Self, BatchError> {
        let failed = |error| BatchError::io(root, error);
        make_folder(root).map_err(failed)?;
        let marker = loop {
            let path = root.join(MARKER);
            let marker = open_private(&path).map_err(failed)?;
            match marker.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    let text = format!("in de map {} is al een andere opdracht bezig", root.display());
                    return Err(BatchError::Usage(text));
                }
                Err(TryLockError::Error(error)) => return Err(failed(error)),
            }
            // A run that ends takes its marker away; then this lock is on a file that has no name any more.
            if is_same(&marker, &path) {
                break marker;
            }
        };
        let folder = Self { root: root.to_owned(), marker };
        folder.begin().map_err(failed)?;
        Ok(folder)
    }

    fn begin(&self) -> io::Result<()> {
        self.marker.set_len(0)?;
        (&self.marker).write_all(format!("{}\n", std::process::id()).as_bytes())?;
        make_folder(&self.path(LETTERS))?;
        self.clear(&self.root)?;
        self.clear(&self.path(LETTERS))
    }

    /// Removes what has a temporary name in a folder, but for marker and journal.
    fn clear(&self, folder: &Path) -> io::Result<()> {
        for name in names(folder)?.iter().filter(|name| name.starts_with(TEMPORARY)) {
            if folder == self.root && [MARKER, JOURNAL].contains(&name.as_str()) {
                continue;
            }
            let path = folder.join(name);
            let kind = fs::symlink_metadata(&path)?;
            if kind.is_dir() { fs::remove_dir_all(&path)? } else { fs::remove_file(&path)? }
        }
        Ok(())
    }

    /// The path of a name in the folder.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// The journal of this run and of the ones that were cut short before it.
    #[must_use]
    pub fn journal(&self) -> PathBuf {
        self.path(JOURNAL)
    }

    /// The path under which a file waits that nobody is to see, or that is not finished.
    #[must_use]
    pub fn waiting(&self, name: &str) -> PathBuf {
        self.path(&format!("{TEMPORARY}{name}"))
    }

    /// A file that only the run itself uses.
    ///
    /// # Errors
    /// What the system says.
    pub fn scratch(&self, name: &str) -> io::Result<File> {
        let file = open_private(&self.waiting(name))?;
        file.set_len(0)?;
        Ok(file)
    }

    /// Ends a run that may not be done like this, before anything was made.
    ///
    /// # Errors
    /// What the system says.
    pub fn abandon(self) -> io::Result<()> {
        self.clear(&self.root)?;
        // With a journal the marker is that of a run that was cut short.
        if fs::exists(self.journal())? { Ok(()) } else { remove(&self.path(MARKER)) }
    }

    /// Keeps a copy of a letter for the eye, until the run ends.
    ///
    /// # Errors
    /// What the system says.
    pub fn sample(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let folder = self.waiting(SAMPLE);
        make_folder(&folder)?;
        open_private(&folder.join(name))?.write_all(bytes)
    }

    /// Gives the files that wait their names and ends the run. They must have been flushed.
    ///
    /// # Errors
    /// What the system says; the marker stays then, and the same command again completes the run.
    pub fn finish(self, pending: &[String], sampled: bool) -> io::Result<()> {
        for name in pending {
            File::open(self.waiting(name))?.sync_all()?;
        }
        for name in pending {
            fs::rename(self.waiting(name), self.path(name))?;
        }
        for name in names(&self.root)? {
            if is_part(&name) && !pending.contains(&name) {
                fs::remove_file(self.path(&name))?;
            }
        }
        if sampled {
            self.finish_sample()?;
        }
        sync_folder(&self.path(LETTERS))?;
        sync_folder(&self.root)?;
        self.clear(&self.root)?;
        remove(&self.journal())?;
        remove(&self.path(MARKER))?;
        sync_folder(&self.root)
    }

    /// Replaces the copies for the eye. What is no copy of a letter of this folder stays.
    fn finish_sample(&self) -> io::Result<()> {
        let (waiting, folder) = (self.waiting(SAMPLE), self.path(SAMPLE));
        make_folder(&waiting)?;
        make_folder(&folder)?;
        let letters = self.path(LETTERS);
        for name in names(&folder)? {
            if fs::exists(letters.join(&name))? {
                fs::remove_file(folder.join(&name))?;
            }
        }
        for name in names(&waiting)? {
            fs::rename(waiting.join(&name), folder.join(&name))?;
        }
        fs::remove_dir(waiting)
    }
}

/// Whether a run is going on in a folder, or was cut short there.
///
/// # Errors
/// What the system says.
pub fn is_unfinished(root: &Path) -> io::Result<bool> {
    fs::exists(root.join(MARKER))
}

/// The name of a part of the print stream, from 1.
#[must_use]
pub fn part_name(number: u32) -> String {
    format!("{PART}{number:04}.pdf")
}

fn is_part(name: &str) -> bool {
    let digits = name.strip_prefix(PART).and_then(|rest| rest.strip_suffix(".pdf"));
    digits.is_some_and(|digits| digits.len() >= 4 && digits.bytes().all(|b| b.is_ascii_digit()))
}

/// The names in a folder that are text; ours are.
fn names(folder: &Path) -> io::Result<Vec<String>> {
    let names = fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().into_string().ok()));
    Ok(names.collect::<io::Result<Vec<_>>>()?.into_iter().flatten().collect())
}

/// Removes a file that may be gone already.
///
/// # Errors
/// What the system says.
pub fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Puts the names in a folder on the disk, where the system can.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Whether a name still stands for an open file.
#[cfg(unix)]
fn is_same(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let place = |found: fs::Metadata| (found.dev(), found.ino());
    file.metadata().map(place).ok() == fs::metadata(path).map(place).ok()
}

#[cfg(not(unix))]
fn is_same(_: &File, path: &Path) -> bool {
    path.exists()
}
