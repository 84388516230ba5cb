//! The manifest of a finished run, row by row, as deadlines and decisions. Whatever is wrong with a folder or a row is told.

use super::deadline::{Deadline, Decision, deadlines};
use crate::batch::MANIFEST;
use crate::batch::integrity::{self, Mismatch};
use crate::cli::exit::Exit;
use crate::cli::fault::Fault;
use crate::cli::register::{self, Lines, is_finished};
use crate::cli::session::Session;
use crate::files::{reason, shown};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

/// The manifest of a run, open to be read.
pub struct Manifest {
    path: PathBuf,
    lines: Lines<BufReader<File>>,
}

impl Manifest {
    /// Opens the manifest of a folder, if the run there is finished and the manifest is the one that it made.
    ///
    /// # Errors
    /// How the command ends when it is not; what is wrong has then been told.
    pub fn open(folder: &Path, session: &mut Session<'_>) -> Result<Self, Exit> {
        if !is_finished(folder, session) {
            return Err(Exit::Refused);
        }
        let whole = integrity::summary(folder);
        let whole = whole.and_then(|summary| integrity::check_manifest(folder, &summary));
        if let Err(Mismatch { file, what, .. }) = whole {
            let place = shown(&folder.join(file));
            return Err(tell(session, &place, &format!("dit bestand {what}"), Exit::Refused));
        }
        let path = folder.join(MANIFEST);
        match register::open(&path) {
            Ok(lines) => Ok(Self { path, lines }),
            Err(error) => Err(tell(session, &shown(&path), reason(&error), Exit::Io)),
        }
    }

    /// Adds what the rows say to the deadlines and the decisions; deadlines of letters that the run made again go to those that are
    /// replaced.
    /// `folder` is the number of the folder. A row that cannot be read is told, and the others stay.
    pub fn read(
        self,
        folder: usize,
        (found, replaced, decisions): (&mut Vec<Deadline>, &mut Vec<Deadline>, &mut Vec<Decision>),
        session: &mut Session<'_>,
    ) -> Exit {
        let (mut own, mut files): (Vec<Deadline>, BTreeSet<String>) = Default::default();
        let mut exit = Exit::Done;
        for line in self.lines {
            let place = shown(&self.path);
            let end = match line {
                Ok(line) => match line.text.as_deref().and_then(deadlines) {
                    Some(row) => {
                        own.extend(row.found.into_iter().map(|deadline| Deadline { folder, ..deadline }));
                        files.extend(row.replaces);
                        decisions.extend(row.decision);
                        Exit::Done
                    }
                    None => tell(
                        session,
                        &format!("{place}:{}", line.number),
                        "dit is geen rij van een manifest",
                        Exit::Refused,
                    ),
                },
                Err(error) => tell(session, &place, reason(&error), Exit::Io),
            };
            exit = exit.and(end);
        }
        let (old, current) = own.into_iter().partition(|deadline: &Deadline| files.contains(&deadline.file));
        found.extend::<Vec<Deadline>>(current);
        replaced.extend::<Vec<Deadline>>(old);
        exit
    }
}

fn tell(session: &mut Session<'_>, place: &str, why: &str, exit: Exit) -> Exit {
    session.fault(&Fault::new(format!("{place}: {why}")).about(place));
    exit
}
