//! The folder of `sjablonen vergelijk --pdf`.
//!
//! Its files hold the words of letters, so they are for their owner alone. None has the name of a letter: each ends in
//! `_verschil.pdf`, and what has such a name there is of this command.

use crate::cli::exit::Exit;
use crate::cli::fault::Fault;
use crate::cli::not_written;
use crate::cli::session::Session;
use crate::cli::usage::Usage;
use crate::diagnostic::Code;
use crate::files::{is_taken, make_folder, reason, shown, write};
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// How the name of a file ends.
const ENDING: &str = "_verschil.pdf";

/// The folder, and what was put in it.
pub struct Folder<'a> {
    path: &'a Path,
    overwrite: bool,
    /// The names of its files, in small letters: some disks know no others.
    names: BTreeSet<String>,
}

impl<'a> Folder<'a> {
    /// A folder that is new or empty, or whose files may be replaced; nothing is written yet.
    ///
    /// # Errors
    /// [`Usage`] when something stands in it and may not be replaced.
    pub fn new(path: &'a Path, overwrite: bool) -> Result<Self, Usage> {
        if !overwrite && is_taken(path) {
            return Err(Usage::new(format!(
                "de map {} is niet leeg; er is niets geschreven\nhulp: kies een map die er nog niet is, of vervang met `--overschrijf` de verschillen van een vorige keer",
                shown(path)
            )));
        }
        Ok(Self { path, overwrite, names: BTreeSet::new() })
    }

    /// Writes the file of a letter and returns its path; a second letter of the same name gets a number.
    ///
    /// # Errors
    /// How the run ends when it cannot be written; the user has been told.
    pub fn add(&mut self, letter: &str, bytes: &[u8], session: &mut Session<'_>) -> Result<PathBuf, Exit> {
        make_folder(self.path).map_err(|error| not_written::folder(session, self.path, &error))?;
        let mut name = format!("{letter}{ENDING}");
        for number in 2.. {
            if self.names.insert(name.to_lowercase()) {
                break;
            }
            name = format!("{letter}-{number}{ENDING}");
        }
        let path = self.path.join(name);
        match write(&path, bytes, self.overwrite) {
            Ok(_) => Ok(path),
            Err(error) => Err(not_written::file(session, &path, &error, None)),
        }
    }

    /// Takes away the files of an earlier comparison that this one did not make, for they are no longer true; says how many
    /// files there are, and returns how it ended.
    pub fn close(&self, session: &mut Session<'_>) -> Exit {
        if self.overwrite
            && let Err(error) = self.drop_earlier()
        {
            let place = shown(self.path);
            let why = reason(&error);
            let fault = Fault::new(format!("in {place} staat nog een verschil van een vorige keer: {why}"));
            session.fault(&fault.of(Code::Output).about(place));
            return Exit::Io;
        }
        let (count, path) = (self.names.len(), shown(self.path));
        match count {
            0 => session.note("er is geen verschil om te tonen; `--pdf` heeft niets gemaakt"),
            1 => session.note(&format!("gezet in {path}: 1 bestand met oud en nieuw naast elkaar")),
            _ => session.note(&format!("gezet in {path}: {count} bestanden met oud en nieuw naast elkaar")),
        }
        Exit::Done
    }

    fn drop_earlier(&self) -> io::Result<()> {
        let entries = match fs::read_dir(self.path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            entries => entries?,
        };
        for entry in entries {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().to_lowercase();
            if name.ends_with(ENDING) && !self.names.contains(&name) && entry.file_type()?.is_file() {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}
