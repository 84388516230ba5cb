//! What is asked before anything is written: nothing that a finished run left may be lost unasked.
//!
//! A folder is the record of what was sent. Whoever gives another run the same folder by mistake must find
//! it as it was.

use super::folder::{Folder, part_name};
use super::index::{Entry, State};
use super::journal::{PriorRuns, origin};
use super::options::Options;
use super::summary::Summary;
use super::{BatchError, Job, SUMMARY};
use crate::files::read_if_there;
use std::fs;
use std::path::Path;

/// Cases may not be looked for in the very folder that letters go to: that holds no cases.
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

/// Every letter and every part of the print stream of a finished run comes out of this run as it was.
///
/// # Errors
/// When it does not, and `--overschrijf` was not given.
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
    past.fits(lettered.map(|entry| {
        let made_from = origin(entry.hash, &job.options.overrides, &job.versions);
        (entry.kenmerk.to_ascii_lowercase(), Some(made_from))
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
