//! Checks, before anything is written, that a run would not remove or change what a finished run made,
//! unless the user asked for it.
//!
//! The folder of a run is the record of what was sent. When another run is given the same folder by
//! mistake, the folder must stay as it is.

use super::error::BatchError;
use super::file_names::SUMMARY;
use super::folder::{Folder, part_name};
use super::index::{Entry, State};
use super::job::Job;
use super::journal::{PriorRuns, origin};
use super::options::Options;
use super::summary::Summary;
use crate::files::read_if_there;
use std::fs;
use std::path::Path;

/// Checks that the folder of the letters is not also given as a folder of cases: it is never searched for
/// cases.
///
/// # Errors
/// When one of the given folders is the output folder.
pub fn cases_are_elsewhere(root: &Path, options: &Options) -> Result<(), BatchError> {
    let Ok(real) = root.canonicalize() else { return Ok(()) };
    match options.paths.iter().find(|path| path.canonicalize().is_ok_and(|path| path == real)) {
        Some(path) => Err(BatchError::Usage(format!(
            "{} is de map met zaken en ook de map voor de brieven\nhulp: kies met `-o` een andere map",
            path.display()
        ))),
        None => Ok(()),
    }
}

/// Checks that this run gives every letter and every part of the print stream of a finished run in the
/// folder again, without change.
///
/// # Errors
/// When it does not, unless `--overschrijf` was given.
pub fn nothing_is_lost(
    job: &Job<'_>,
    past: &PriorRuns,
    folder: &Folder,
    entries: &[Entry],
) -> Result<(), BatchError> {
    if job.options.overwrite {
        return Ok(());
    }
    let lettered = entries.iter().filter(|entry| entry.state == State::Letters);
    past.check_nothing_is_lost(lettered.map(|entry| {
        let made_from = origin(entry.hash, &job.options.overrides, &job.versions);
        (entry.kenmerk.to_ascii_lowercase(), Some((made_from, entry.unconfirmed)))
    }))?;
    if !fs::exists(folder.path(&part_name(1))).unwrap_or(true) {
        return Ok(());
    }
    let before = read_if_there(&folder.path(SUMMARY)).ok().flatten();
    let before: Option<Summary> = before.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    if before.is_none_or(|before| job.options.paper().all(|(key, now)| before.opties[key] == now)) {
        return Ok(());
    }
    Err(BatchError::Usage(
        "in de map staat een drukstroom die met andere opties is gemaakt; er is niets veranderd\nhulp: kies een andere \
         map; alleen als die drukstroom niet is gedrukt: `--overschrijf`"
            .to_owned(),
    ))
}
