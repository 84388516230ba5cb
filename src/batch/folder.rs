//! The folder of a run: who is working in it, what is unfinished in it, and how a run is completed.
//!
//! While a run is going on, its folder holds a marker file, and everything except the letters has a
//! temporary name. At the end every file gets its final name and the marker is removed, so that a folder
//! without a marker is complete.

use super::error::BatchError;
use super::file_names::{MANIFEST, OF_LAST_RUN, RECEIPTS, SUMMARY};
use super::options::Options;
use super::vouched::Vouched;
use crate::files::{
    TEMPORARY, create_private, make_folder, open_private, real_folder, shown, sync_folder, sync_tree,
};
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The folder of the letters, inside the folder of the run.
pub const LETTERS: &str = "brieven";
/// The folder with copies of some letters, which a person checks by eye.
pub const SAMPLE: &str = "steekproef";
/// The folder with the metadata of the letters, if it is asked for.
pub const METADATA: &str = "metagegevens";
/// The marker file: it says that a run is going on or was interrupted, and is locked while a run is going
/// on.
pub const MARKER: &str = ".rtbrief-onderweg";
/// The journal: what a run that was interrupted has made.
const JOURNAL: &str = ".rtbrief-journaal";
/// The beginning of the file names of the parts of the print stream.
const PART: &str = "drukstroom-";

/// Whether a sample of the letters was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sample {
    /// Copies wait in the folder.
    Taken,
    /// None was asked for.
    None,
}

impl Sample {
    /// Whether these options ask for one.
    #[must_use]
    pub const fn of(options: &Options) -> Self {
        if options.sample.is_some() { Self::Taken } else { Self::None }
    }
}

/// The folder of a run that is going on.
pub struct Folder {
    root: PathBuf,
    /// The open marker file; its lock ends with the process, however that ends.
    _marker: File,
}

impl Folder {
    /// Takes the folder for a run. It is made if it does not exist.
    ///
    /// # Errors
    /// When another run is going on in the folder, or when the folder or a file in it cannot be made or
    /// changed.
    pub fn open(root: &Path) -> Result<Self, BatchError> {
        let failed = |error| BatchError::io(root, error);
        make_folder(root).map_err(|error| match error.kind() {
            io::ErrorKind::NotADirectory => BatchError::Usage(format!(
                "{} is een bestand, geen map; er is niets veranderd\nhulp: kies met `-o` een map voor de brieven",
                shown(root)
            )),
            _ => failed(error),
        })?;
        let marker = loop {
            let path = root.join(MARKER);
            let marker = open_private(&path).map_err(|error| BatchError::io(&path, error))?;
            match marker.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    let text = format!("in de map {} is al een andere opdracht bezig", shown(root));
                    return Err(BatchError::Usage(text));
                }
                Err(TryLockError::Error(error)) => return Err(failed(error)),
            }
            // If another run just ended and removed the marker, the locked file has no name: try again.
            if still_names(&marker, &path) {
                break marker;
            }
        };
        // Who works here, for a person who looks.
        marker.set_len(0).map_err(failed)?;
        (&marker).write_all(format!("{}\n", std::process::id()).as_bytes()).map_err(failed)?;
        let folder = Self { root: root.to_owned(), _marker: marker };
        for name in [LETTERS, SAMPLE, METADATA] {
            let path = folder.path(name);
            match real_folder(&path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    return Err(BatchError::io(&path, error));
                }
                _ => {}
            }
        }
        make_folder(&folder.path(LETTERS)).map_err(failed)?;
        Ok(folder)
    }

    /// Removes everything with a temporary name.
    ///
    /// # Errors
    /// When something cannot be removed.
    pub fn clear(&self) -> io::Result<()> {
        self.remove_temporary(&self.root)?;
        self.remove_temporary(&self.path(LETTERS))
    }

    /// Gives these files their final names, and the samples that wait, and ends a round that was stopped while it did so.
    ///
    /// # Errors
    /// When a file cannot be renamed or put on the disk, or the journal cannot be removed.
    pub fn roll_forward(&self, names: &[String]) -> io::Result<()> {
        if fs::exists(self.temporary_path(SAMPLE))? {
            self.finish_sample(true)?;
        }
        self.give_names(names.iter().map(String::as_str))?;
        sync_tree(&self.root)?;
        remove(&self.journal())
    }

    /// Gives files that wait their final names.
    fn give_names<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> io::Result<()> {
        names.into_iter().try_for_each(|name| fs::rename(self.temporary_path(name), self.path(name)))
    }

    /// Removes everything with a temporary name from a folder, except the marker and the journal.
    fn remove_temporary(&self, folder: &Path) -> io::Result<()> {
        for name in names_in(folder)?.iter().filter(|name| name.starts_with(TEMPORARY)) {
            if folder == self.root && [MARKER, JOURNAL].contains(&name.as_str()) {
                continue;
            }
            let path = folder.join(name);
            let kind = fs::symlink_metadata(&path)?;
            if kind.is_dir() { fs::remove_dir_all(&path)? } else { fs::remove_file(&path)? }
        }
        Ok(())
    }

    /// The path of a file with this name in the folder.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// The folder itself.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Whether a run ended here: there is a register or a part of a print stream, and no journal of a run that may have
    /// been stopped while these got their names.
    #[must_use]
    pub fn has_ended_run(&self) -> bool {
        let there = |name: &str| fs::symlink_metadata(self.path(name)).is_ok();
        let made = [MANIFEST, RECEIPTS, SUMMARY].into_iter().any(there) || there(&part_name(1));
        made && !there(JOURNAL)
    }

    /// Ends the work of a further round that could not read every case: everything waits, and the marker stays.
    ///
    /// # Errors
    /// When the folder cannot be put on the disk.
    pub fn leave_waiting(self) -> io::Result<()> {
        sync_folder(&self.root)
    }

    /// Ends the work in the folder without ending the run: the findings get their name, everything else waits, and the
    /// marker stays. The same command completes the run.
    ///
    /// # Errors
    /// When the findings cannot be put on the disk or renamed.
    pub fn leave_open(self) -> io::Result<()> {
        for name in OF_LAST_RUN {
            File::open(self.temporary_path(name))?.sync_all()?;
        }
        self.give_names(OF_LAST_RUN)?;
        sync_folder(&self.root)
    }

    /// The path of the journal of this run and of the interrupted runs before it.
    #[must_use]
    pub fn journal(&self) -> PathBuf {
        self.path(JOURNAL)
    }

    /// The temporary path of a file that is not finished or that only the run itself uses.
    #[must_use]
    pub fn temporary_path(&self, name: &str) -> PathBuf {
        self.path(&format!("{TEMPORARY}{name}"))
    }

    /// Makes a file under its temporary name.
    ///
    /// # Errors
    /// When the file cannot be made.
    pub fn scratch(&self, name: &str) -> io::Result<File> {
        create_private(&self.temporary_path(name))
    }

    /// Gives the folder up before anything was made, when the run turns out not to be allowed.
    ///
    /// # Errors
    /// When temporary files or the marker cannot be removed.
    pub fn abandon(self) -> io::Result<()> {
        self.remove_temporary(&self.root)?;
        match fs::symlink_metadata(self.journal()) {
            // The marker belongs to an interrupted run and stays.
            Ok(journal) if journal.len() > 0 => Ok(()),
            _ => {
                remove(&self.journal())?;
                remove(&self.path(MARKER))
            }
        }
    }

    /// Adds a copy of a letter to the sample, under a temporary name until the run ends.
    ///
    /// # Errors
    /// When the copy cannot be written.
    pub fn sample(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let folder = self.temporary_path(SAMPLE);
        make_folder(&folder)?;
        create_private(&folder.join(name))?.write_all(bytes)
    }

    /// Puts everything on the disk, gives the pending files their final names, and last the summary, and ends the run. The
    /// files must have been flushed.
    ///
    /// # Errors
    /// When a file cannot be renamed, removed or put on the disk. The marker then stays, and the same
    /// command completes the run.
    pub fn finish(self, pending: &[String], summary: &str, sample: Sample) -> io::Result<()> {
        self.end(pending, summary, sample, None)
    }

    /// The same at the end of a further round: the parts of the print stream of earlier rounds and the samples stay.
    ///
    /// # Errors
    /// The same as [`Self::finish`].
    pub fn finish_round(
        self,
        pending: &[String],
        summary: &str,
        earlier: &[Vouched],
        sample: Sample,
    ) -> io::Result<()> {
        self.end(pending, summary, sample, Some(earlier))
    }

    fn end(
        self,
        pending: &[String],
        summary: &str,
        sample: Sample,
        earlier: Option<&[Vouched]>,
    ) -> io::Result<()> {
        // The letters and everything that waits are on the disk before the summary that vouches for them is written, that
        // before anything gets its name, and the names before the marker goes: a folder without a marker is whole, also
        // after a power cut.
        for name in pending {
            File::open(self.temporary_path(name))?.sync_all()?;
        }
        sync_tree(&self.path(LETTERS))?;
        sync_tree(&self.root)?;
        let mut waiting = self.scratch(SUMMARY)?;
        waiting.write_all(summary.as_bytes())?;
        waiting.sync_all()?;
        sync_folder(&self.root)?;
        // The samples come first: when the summary has its name, last of all, everything has.
        if sample == Sample::Taken {
            self.finish_sample(earlier.is_some())?;
        }
        self.give_names(pending.iter().map(String::as_str).chain([SUMMARY]))?;
        let of_earlier = |name: &String| earlier.iter().copied().flatten().any(|part| part.bestand == *name);
        for name in names_in(&self.root)? {
            if is_part(&name) && !pending.contains(&name) && !of_earlier(&name) {
                fs::remove_file(self.path(&name))?;
            }
        }
        self.remove_temporary(&self.root)?;
        sync_tree(&self.root)?;
        if let Some(parent) = self.root.canonicalize()?.parent() {
            match sync_folder(parent) {
                // Who may not read the folder around it can still have one of its own.
                Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {}
                done => done?,
            }
        }
        remove(&self.journal())?;
        remove(&self.path(MARKER))?;
        sync_folder(&self.root)
    }

    /// Replaces the copies in the folder of the sample. A file there that is not a copy of a letter of
    /// this run stays.
    fn finish_sample(&self, further: bool) -> io::Result<()> {
        let (waiting, folder) = (self.temporary_path(SAMPLE), self.path(SAMPLE));
        make_folder(&waiting)?;
        make_folder(&folder)?;
        real_folder(&folder)?;
        let letters = self.path(LETTERS);
        for name in names_in(&folder)? {
            if !further && fs::exists(letters.join(&name))? {
                fs::remove_file(folder.join(&name))?;
            }
        }
        for name in names_in(&waiting)? {
            fs::rename(waiting.join(&name), folder.join(&name))?;
        }
        fs::remove_dir(waiting)
    }
}

/// Whether a run is going on in a folder, or was interrupted there.
///
/// # Errors
/// When the folder cannot be read.
pub fn is_unfinished(root: &Path) -> io::Result<bool> {
    fs::exists(root.join(MARKER))
}

/// The file name of a part of the print stream; parts are numbered from 1.
#[must_use]
pub fn part_name(number: u32) -> String {
    format!("{PART}{number:04}.pdf")
}

/// Whether a file has the name of a part of the print stream.
#[must_use]
pub fn is_part(name: &str) -> bool {
    let digits = name.strip_prefix(PART).and_then(|rest| rest.strip_suffix(".pdf"));
    digits.is_some_and(|digits| digits.len() >= 4 && digits.bytes().all(|b| b.is_ascii_digit()))
}

/// The names in a folder. Names that are not UTF-8 are left out: this program makes none.
pub(super) fn names_in(folder: &Path) -> io::Result<Vec<String>> {
    let names = fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().into_string().ok()));
    Ok(names.collect::<io::Result<Vec<_>>>()?.into_iter().flatten().collect())
}

/// Removes a file, if it exists.
///
/// # Errors
/// When the file exists and cannot be removed.
pub fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Whether a path still names an open file.
#[cfg(unix)]
fn still_names(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let place = |found: fs::Metadata| (found.dev(), found.ino());
    file.metadata().map(place).ok() == fs::metadata(path).map(place).ok()
}

#[cfg(not(unix))]
fn still_names(_: &File, path: &Path) -> bool {
    path.exists()
}
