//! The metadata of the letters of a run (`--metagegevens`): files in a folder of its own, and for a zaaksysteem a CSV that Open
//! Zaak imports.
//!
//! These files are no part of what the summary vouches for: they follow from the letters and the organisation, and the same
//! command writes them again.

use super::folder::{Folder, LETTERS, METADATA, names_in, remove};
use super::letter::FinishedLetter;
use super::options::Options;
use crate::csv::Dialect;
use crate::files::{WriteError, make_folder, write_atomically};
use crate::metadata::{self, Described, Settings, open_zaak};
use serde_json::Value;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// The name of the CSV for Open Zaak while it is written, and the beginning of its name in the folder.
const IMPORT: &str = "open-zaak";

/// The metadata that a run writes.
pub struct Sidecars<'a> {
    settings: &'a Settings,
    /// The rows for Open Zaak, in a zaaksysteem.
    import: Option<BufWriter<File>>,
}

impl<'a> Sidecars<'a> {
    /// Begins with the metadata of a run; `None` where none is asked for.
    ///
    /// # Errors
    /// When the folder or the CSV cannot be made.
    pub fn begin(options: &'a Options, folder: &Folder) -> io::Result<Option<Self>> {
        let Some(settings) = &options.metadata else { return Ok(None) };
        make_folder(&folder.path(METADATA))?;
        let mut import = None;
        if let Settings::Zgw(_) = settings {
            let mut file = BufWriter::new(folder.scratch(IMPORT)?);
            file.write_all(Dialect::Rfc.line(&open_zaak::COLUMNS.map(Value::from)).as_bytes())?;
            import = Some(file);
        }
        Ok(Some(Self { settings, import }))
    }

    /// What the organisation says of the metadata.
    pub const fn settings(&self) -> &'a Settings {
        self.settings
    }

    /// Adds the row of a letter to the CSV, if there is one.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn add(&mut self, letter: &FinishedLetter) -> io::Result<()> {
        if let (Settings::Zgw(settings), Some(import)) = (self.settings, &mut self.import) {
            let row = open_zaak::row(settings, &described(letter), &letter.receipt.letter.file);
            import.write_all(Dialect::Rfc.line(&row).as_bytes())?;
        }
        Ok(())
    }

    /// Gives the CSV its name, that of its round; the first round has no number.
    ///
    /// # Errors
    /// When it cannot be put on the disk or renamed.
    pub fn end(self, folder: &Folder, round: u32) -> io::Result<()> {
        let Some(import) = self.import else { return Ok(()) };
        import.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
        let number = if round > 1 { format!("-{round}") } else { String::new() };
        let name = format!("{METADATA}/{IMPORT}{number}.csv");
        fs::rename(folder.temporary_path(IMPORT), folder.path(&name))
    }
}

/// Writes the files with the metadata of a letter that has been written.
///
/// # Errors
/// The first file that cannot be written, and why.
pub fn write(
    settings: &Settings,
    folder: &Folder,
    letter: &FinishedLetter,
) -> Result<(), (PathBuf, WriteError)> {
    let described = described(letter);
    for (suffix, bytes) in metadata::sidecars(settings, &described, &letter.bytes) {
        let path = folder.path(&format!("{METADATA}/{}{suffix}", described.stem));
        // As with the letters, the run puts all of them on the disk at once.
        write_atomically(&path, &bytes, true, false).map_err(|error| (path, error))?;
    }
    Ok(())
}

/// Removes metadata of letters that are not in the folder any more.
///
/// # Errors
/// When the folder cannot be read or a file cannot be removed.
pub fn sweep(folder: &Folder) -> io::Result<()> {
    let place = folder.path(METADATA);
    let names = match names_in(&place) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        names => names?,
    };
    for name in names {
        let gone = metadata::describes(&name)
            .is_some_and(|stem| fs::symlink_metadata(folder.path(&format!("{LETTERS}/{stem}.pdf"))).is_err());
        if gone {
            remove(&place.join(&name))?;
        }
    }
    Ok(())
}

/// The facts of a letter. Its stem is that of its file, so that a letter that is made again in a later round is another one.
fn described(letter: &FinishedLetter) -> Described<'_> {
    let kept = &letter.receipt.letter;
    let path = Path::new(&kept.file);
    Described {
        kenmerk: kept.kenmerk.as_str(),
        kind: kept.kind,
        is_copy: kept.is_copy,
        stem: path.file_stem().and_then(OsStr::to_str).unwrap_or(&kept.stem),
        file: path.file_name().and_then(OsStr::to_str).unwrap_or(&kept.file),
        hash: kept.hash,
        length: kept.length,
        date: &letter.date,
        made_known: &letter.facts.made_known,
    }
}
