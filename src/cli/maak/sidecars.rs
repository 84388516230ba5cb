//! The metadata beside each letter of `maak`. It is written after its letter, and replaces what an earlier run left, as
//! receipts do.

use super::target::{Place, Target};
use crate::cli::args::Maak;
use crate::cli::exit::Exit;
use crate::cli::metagegevens::settings;
use crate::cli::not_written;
use crate::cli::session::Session;
use crate::cli::usage::Usage;
use crate::files::write;
use crate::hash::Hash;
use crate::letter::Organisation;
use crate::letter::document::Document;
use crate::metadata::{self, Described, Settings};
use crate::pipeline::Format;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The metadata that a run of `maak` writes.
pub struct Sidecars(Option<Settings>);

/// A letter that has been written: its path, its document, its bytes and the day of bekendmaking.
pub struct Written<'a> {
    /// The path of its file.
    pub path: &'a Path,
    /// The letter.
    pub letter: &'a Document,
    /// The bytes of its file.
    pub bytes: &'a [u8],
    /// The day of bekendmaking: `2026-11-20`.
    pub made_known: &'a str,
}

impl Sidecars {
    /// Prepares the metadata of a run.
    ///
    /// # Errors
    /// [`Usage`] when the letters are no PDF files, or when `organisatie.yaml` lacks a key.
    pub fn new(args: &Maak, target: &Target, organisation: &Organisation) -> Result<Self, Usage> {
        let to_stdout = matches!(target.place, Place::Stdout);
        if args.metagegevens.is_some() && (to_stdout || target.format() != Format::Pdf) {
            return Err(Usage::new("`--metagegevens` kan alleen bij een pdf in een bestand"));
        }
        settings(args.metagegevens, organisation).map(Self)
    }

    /// Writes the files of a letter. Returns their paths, and how it ended.
    pub fn write(&self, session: &mut Session<'_>, written: &Written<'_>) -> (Vec<PathBuf>, Exit) {
        let (mut paths, mut exit) = (Vec::new(), Exit::Done);
        let Some(settings) = &self.0 else { return (paths, exit) };
        let Written { path, letter, bytes, made_known } = written;
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        let described = Described {
            kenmerk: &letter.kenmerk,
            kind: letter.kind,
            is_copy: letter.is_copy,
            stem: &letter.file_stem,
            file: &file,
            hash: Hash::of(bytes),
            length: bytes.len() as u64,
            date: &letter.date_iso,
            made_known,
        };
        for (suffix, bytes) in metadata::sidecars(settings, &described, bytes) {
            let mut name = OsString::from(path.file_stem().unwrap_or_default());
            name.push(suffix);
            let place = path.with_file_name(name);
            match write(&place, &bytes, true) {
                Ok(_) => paths.push(place),
                Err(error) => {
                    exit = exit.and(not_written::file(session, &place, &error, Some(&letter.kenmerk)));
                }
            }
        }
        (paths, exit)
    }
}
