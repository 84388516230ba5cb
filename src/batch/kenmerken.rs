//! Lists of kenmerken: named on the command line, in a file, or in the manifest of another run.

use super::error::BatchError;
use super::file_names::MANIFEST;
use super::folder::is_unfinished;
use super::integrity::{self, Mismatch};
use super::manifest::Row;
use crate::case::identifier::Kenmerk;
use crate::files::{open_regular, shown};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// The longest list of kenmerken that is read, in bytes: a million of them with room to spare.
const MAX_LIST_BYTES: u64 = 64 << 20;

/// The kenmerken that an option names; `@BESTAND` stands for those in a file, one a line. `None` when the option was not
/// given.
///
/// # Errors
/// When a file cannot be read, holds something else, or holds none: no list never means all.
pub fn named(arguments: &[String]) -> Result<Option<BTreeSet<String>>, BatchError> {
    let mut all = BTreeSet::new();
    for argument in arguments {
        match argument.strip_prefix('@') {
            Some(file) => all.append(&mut in_file(Path::new(file))?),
            None => drop(all.insert(argument.to_ascii_lowercase())),
        }
    }
    Ok((!arguments.is_empty()).then_some(all))
}

/// The kenmerken in a file, one a line; empty lines say nothing.
fn in_file(path: &Path) -> Result<BTreeSet<String>, BatchError> {
    let failed = |error| BatchError::io(path, error);
    let mut bytes = Vec::new();
    let file = open_regular(path).map_err(failed)?;
    file.take(MAX_LIST_BYTES).read_to_end(&mut bytes).map_err(failed)?;
    let text = String::from_utf8_lossy(&bytes);
    let mut kenmerken = BTreeSet::new();
    for (number, line) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
        match line.trim() {
            "" => {}
            line => match Kenmerk::parse(line) {
                Some(kenmerk) => drop(kenmerken.insert(kenmerk.as_str().to_ascii_lowercase())),
                // The line itself is not shown: whatever it is, it may be about a person.
                None => {
                    return Err(BatchError::Usage(format!(
                        "{}:{number}: dit is geen kenmerk\nhulp: zet op elke regel één kenmerk en niets anders",
                        shown(path)
                    )));
                }
            },
        }
    }
    if kenmerken.is_empty() {
        return Err(BatchError::Usage(format!("in {} staat geen kenmerk", shown(path))));
    }
    Ok(kenmerken)
}

/// The kenmerken of the letters that other runs made, by their manifests or folders.
///
/// # Errors
/// When a run is not finished, or its manifest cannot be read or is not as its summary says.
pub fn of_manifests(paths: &[PathBuf]) -> Result<BTreeSet<String>, BatchError> {
    let mut all = BTreeSet::new();
    for path in paths {
        let file = if path.is_dir() { path.join(MANIFEST) } else { path.clone() };
        let refused = |why: &str| Err(BatchError::Usage(format!("`--behalve`: {} {why}", shown(&file))));
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if is_unfinished(folder).unwrap_or(false) {
            return refused("is van een opdracht die niet af is");
        }
        if let Err(Mismatch { file, what, .. }) = is_whole(&file, folder) {
            return refused(&format!("kan niet worden gebruikt: {file} {what}"));
        }
        let failed = |error| BatchError::io(&file, error);
        let rows = BufReader::new(open_regular(&file).map_err(failed)?);
        for (number, line) in (1_u64..).zip(rows.split(b'\n')) {
            let line = line.map_err(failed)?;
            match std::str::from_utf8(&line).ok().and_then(Row::from_json) {
                Some(row) => drop(all.insert(row.kenmerk.to_ascii_lowercase())),
                None => return refused(&format!("heeft op regel {number} geen rij van een manifest")),
            }
        }
    }
    Ok(all)
}

/// Whether a manifest is as the summary beside it says, where there is one that vouches.
fn is_whole(file: &Path, folder: &Path) -> Result<(), Mismatch> {
    if file.file_name().is_none_or(|name| name != MANIFEST) {
        return Ok(());
    }
    let summary = integrity::summary_if_there(folder)?;
    summary.map_or(Ok(()), |summary| integrity::check_manifest(folder, &summary))
}
