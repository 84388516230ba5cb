//! `termijnen`: lists the deadlines that follow from the letters of runs, by day, for the back office; or the voornemens that
//! wait for a decision.
//!
//! It reads only the manifests of the runs, and shows no personal data except the kenmerk.

mod deadline;
mod ics;
mod manifest;
mod open;
mod table;

use super::args::{Csv, Termijnen};
use super::exit::Exit;
use super::input::parse_date;
use super::session::Session;
use super::usage::Usage;
use crate::batch::clock;
use crate::diagnostic::character;
use crate::files::shown;
use crate::law::term::TermKind;
use deadline::Deadline;
use manifest::Manifest;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Runs `rtbrief termijnen`; returns how it ended.
///
/// # Errors
/// [`Usage`] when the kind of term or a day cannot be used, or when the last day is before the first.
pub fn run(args: &Termijnen, session: &mut Session<'_>) -> Result<Exit, Usage> {
    let kind = args.soort.as_deref().map(kind_of_word).transpose()?;
    let from = args.van.as_deref().map(parse_date).transpose()?;
    let until = args.tot.as_deref().map(parse_date).transpose()?;
    if from.zip(until).is_some_and(|(from, until)| until < from) {
        return Err(Usage::new("`--tot` ligt voor `--van`"));
    }
    let on = args.op.as_deref().map(parse_date).transpose()?;
    let open_on = args.open.then(|| on.unwrap_or_else(clock::today));
    let folders = distinct(&args.mappen);
    let mut exit = Exit::Done;
    let mut manifests = Vec::new();
    for folder in &folders {
        match Manifest::open(folder, session) {
            Ok(manifest) => manifests.push(manifest),
            Err(end) => exit = exit.and(end),
        }
    }
    if exit != Exit::Done {
        // A list without one of the folders would miss terms, and call open what was decided there.
        return Ok(exit);
    }
    let (mut found, mut replaced, mut decisions) = (Vec::new(), Vec::new(), Vec::new());
    for (number, manifest) in manifests.into_iter().enumerate() {
        exit = exit.and(manifest.read(number, (&mut found, &mut replaced, &mut decisions), session));
    }
    // A letter that was made again in a share stands in the whole as it was.
    let replaced: BTreeSet<Deadline> = replaced.into_iter().map(anywhere).collect();
    found.retain(|deadline| !replaced.contains(&anywhere(deadline.clone())));
    if let Some(day) = open_on {
        found = open::open(found, &decisions, day);
    }
    found.retain(|deadline| {
        kind.is_none_or(|kind| deadline.kind == kind)
            && from.is_none_or(|from| deadline.last_day >= from)
            && until.is_none_or(|until| deadline.last_day <= until)
    });
    let found = merged(found, &folders);
    session.text(&match (args.ics, args.json) {
        (true, _) => ics::calendar(&found),
        (false, true) => table::json(&found, open_on),
        (false, false) => table::csv(&found, Csv::dialect(args.csv), open_on),
    });
    session.note(&match open_on {
        Some(day) => format!("voornemens zonder besluit op {day}: {}", found.len()),
        None => format!("termijnen: {}", found.len()),
    });
    Ok(exit)
}

/// A deadline in whatever folder.
fn anywhere(deadline: Deadline) -> Deadline {
    Deadline { folder: 0, ..deadline }
}

/// The folders without those that are named twice, by any path.
fn distinct(folders: &[PathBuf]) -> Vec<&Path> {
    let mut seen = BTreeSet::new();
    let real = |folder: &Path| folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    folders.iter().map(PathBuf::as_path).filter(|folder| seen.insert(real(folder))).collect()
}

/// The deadlines in order. One that stands in two folders, as of a run and of the whole to which it was joined, counts once.
/// Of several folders the file says which one it is.
fn merged(mut found: Vec<Deadline>, folders: &[&Path]) -> Vec<Deadline> {
    found.sort();
    found.dedup_by(|second, first| *second == Deadline { folder: second.folder, ..first.clone() });
    if folders.len() > 1 {
        for deadline in &mut found {
            if let Some(folder) = folders.get(deadline.folder) {
                deadline.file = shown(&folder.join(&deadline.file));
            }
        }
    }
    found
}

/// The kind of term for a word of the user; a beroep of one week is listed as beroep, as in the manifest.
fn kind_of_word(word: &str) -> Result<TermKind, Usage> {
    let kinds = || TermKind::ALL.iter().filter(|kind| kind.word() == kind.json_word());
    kinds().find(|kind| kind.word() == word).copied().ok_or_else(|| {
        let words: Vec<&str> = kinds().map(|kind| kind.word()).collect();
        let word = character::shown(word);
        Usage::new(format!("onbekende termijn `{word}`; kies uit {}", words.join(", ")))
    })
}
