//! Checks, before anything is written, that a run would not remove or change what a finished run made,
//! unless the user asked for it.
//!
//! The folder of a run is the record of what was sent. When another run is given the same folder by
//! mistake, the folder must stay as it is.

use super::error::BatchError;
use super::folder::{Folder, is_part};
use super::index::{Entry, State};
use super::integrity::{self, Mismatch};
use super::interrupted::Interrupted;
use super::job::Job;
use super::journal::{PriorRuns, origin};
use super::options::Options;
use super::sources::{IS_THE_FOLDER_RIGHT, Source};
use super::summary::Summary;
use super::tally::Tally;
use super::vouched::Vouched;
use crate::diagnostic::character;
use crate::files::shown;
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
            shown(path)
        ))),
        None => Ok(()),
    }
}

/// The finished run in a folder.
pub enum Before {
    /// No run ended there, or `--overschrijf` was given.
    Nothing,
    /// One ended there, and this is what it said.
    Finished(Box<Summary>),
}

impl Before {
    /// Finds the finished run of a folder.
    ///
    /// # Errors
    /// When one ended there and its summary is gone or cannot be read: what must not change is then not known.
    pub fn find(folder: &Folder, overwrite: bool) -> Result<Self, BatchError> {
        if overwrite {
            return Ok(Self::Nothing);
        }
        match integrity::summary(folder.root()) {
            Ok(summary) => Ok(Self::Finished(Box::new(summary))),
            Err(_) if !folder.has_ended_run() => Ok(Self::Nothing),
            Err(Mismatch { file, what, .. }) => Err(BatchError::Usage(format!(
                "in de map staat een opdracht die af is, maar {file} {what}; er is niets veranderd\nhulp: zet {file} terug \
                 uit een kopie, of kies een andere map; alleen als die opdracht niet meer telt: `--overschrijf`"
            ))),
        }
    }

    /// What the finished run said.
    ///
    /// # Errors
    /// When there is none, so that there is nothing to add a round to.
    pub fn summary(&self) -> Result<&Summary, BatchError> {
        match self {
            Self::Finished(summary) => Ok(summary),
            Self::Nothing => Err(BatchError::Usage(
                "`--vervolg` gaat verder in de map van een opdracht die af is, en die is er niet; er is niets veranderd\n\
                 hulp: geef de opdracht eerst zonder `--vervolg`"
                    .to_owned(),
            )),
        }
    }

    /// Checks, before anything is written, that a run gives what the finished run said: the same cases in the same
    /// order, so the same numbers and marks, on the same paper.
    ///
    /// # Errors
    /// When it would change any of it.
    pub fn allows(
        &self,
        number: u32,
        entries: &[Entry],
        job: &Job<'_>,
        past: &PriorRuns,
    ) -> Result<(), BatchError> {
        let Self::Finished(before) = self else { return Ok(()) };
        let options = job.options;
        if before.rondes.as_ref().is_some_and(|rounds| rounds.len() > 1) {
            return Err(other_run("deze opdracht weet niets van de rondes daarna (`--vervolg`)"));
        }
        // A case that fell out while the letters were made counts in the number, not among those with letters.
        let as_many = before.met_brief == entries.len() as u64;
        if before.run.as_deref() != Some(&*format!("{number:08}")) || !as_many {
            return Err(other_run(
                "deze opdracht geeft andere brieven, of dezelfde in een andere volgorde: drukstroom, nummers en registers \
                 zouden veranderen",
            ));
        }
        if let Some((key, _)) = options.paper().find(|(key, now)| before.opties[*key] != *now) {
            return Err(other_run(&format!("de optie `{key}` is een andere")));
        }
        for entry in entries {
            let now = job.source(entry.source).map_or_else(String::new, Source::given);
            if let Some(then) = past.other_file_of(&entry.kenmerk, &now) {
                let (then, now) = (character::shown(then), character::shown(&now));
                return Err(BatchError::Usage(format!(
                    "in de map staat een opdracht die af is, met dezelfde brieven van zaken op een andere plek ({then}, nu \
                     {now}); de registers zouden veranderen; er is niets veranderd\nhulp: noem de zaken zoals toen"
                )));
            }
        }
        Ok(())
    }

    /// The same for a joined run, of which the parts and the number of letters are known.
    ///
    /// # Errors
    /// When it would change any of it.
    pub fn allows_joined(
        &self,
        parts: &[&Vouched],
        letters: u64,
        hashes: impl FnOnce() -> Result<bool, BatchError>,
    ) -> Result<(), BatchError> {
        let Self::Finished(before) = self else { return Ok(()) };
        let known = before.bestanden.iter().flatten().filter(|file| is_part(&file.bestand));
        let same = known.map(|part| &part.sha256).eq(parts.iter().map(|part| &part.sha256));
        if same && before.brieven + before.afschriften == letters && hashes()? {
            return Ok(());
        }
        Err(other_run("deze delen geven andere brieven, of een andere drukstroom"))
    }

    /// Checks, before anything gets its name, that every file is what the finished run said.
    ///
    /// # Errors
    /// When one is not.
    pub fn check_same(&self, now: &[Vouched]) -> Result<(), BatchError> {
        let Self::Finished(before) = self else { return Ok(()) };
        match integrity::changed(before, now).first() {
            Some(file) => Err(other_run(&format!("{file} zou veranderen"))),
            None => Ok(()),
        }
    }
}

fn other_run(why: &str) -> BatchError {
    BatchError::Usage(format!(
        "in de map staat een opdracht die af is, en {why}; er is niets veranderd\nhulp: geef `--vervolg` om in deze \
         map ook de brieven te maken die er nog niet staan, of kies een andere map; alleen als die opdracht niet is gedrukt of \
         verstuurd: `--overschrijf`"
    ))
}

/// Checks that this run gives every letter of a run in the folder again, without change.
///
/// # Errors
/// When it does not, unless `--overschrijf` was given.
pub fn nothing_is_lost(job: &Job<'_>, past: &PriorRuns, entries: &[Entry]) -> Result<(), BatchError> {
    if job.options.overwrite {
        return Ok(());
    }
    let lettered = entries.iter().filter(|entry| entry.state == State::Letters);
    past.check_nothing_is_lost(lettered.map(|entry| {
        let made_from = origin(entry.hash, &job.options.overrides, &job.versions);
        (entry.kenmerk.to_ascii_lowercase(), Some((made_from, entry.unconfirmed)))
    }))
}

/// Checks that a round completes the one that was stopped in its folder, not another.
///
/// # Errors
/// When a round was stopped of which this one makes no letter.
pub fn same_round(past: &PriorRuns, entries: &[Entry]) -> Result<(), BatchError> {
    let lettered = entries.iter().filter(|entry| entry.state == State::Letters);
    let kenmerken = lettered.map(|entry| &*entry.kenmerk);
    if past.interrupted() != Interrupted::Round || !past.is_of_others(kenmerken) {
        return Ok(());
    }
    Err(BatchError::Usage(
        "in de map is een andere ronde niet af; haar brieven zouden verdwijnen; er is niets veranderd\nhulp: geef eerst de \
         opdracht van die ronde nog eens"
            .to_owned(),
    ))
}

/// Refuses to replace a finished run by a few of its cases: its other letters would stand in no register.
///
/// # Errors
/// When the folder holds a finished run and both `--overschrijf` and `--alleen` are given.
pub fn replaces_all(options: &Options, folder: &Folder) -> Result<(), BatchError> {
    if !options.overwrite || options.selection.is_all() || !folder.has_ended_run() {
        return Ok(());
    }
    Err(BatchError::Usage(
        "`--overschrijf` vervangt een hele opdracht, en gaat daarom niet samen met `--alleen` of \
         `--behalve`; er is niets veranderd\nhulp: kies daarvoor een andere map"
            .to_owned(),
    ))
}

/// Whether every file that the summary of a folder vouches for is there as it says.
pub fn everything_has_its_name(folder: &Folder) -> bool {
    integrity::summary(folder.root()).is_ok_and(|summary| {
        let files = summary.bestanden.as_ref();
        files.is_some_and(|files| {
            files.iter().all(|file| integrity::check_contents(folder.root(), file).is_ok())
        })
    })
}

/// Refuses a run over no case at all, such as of a disk that is not there.
///
/// # Errors
/// When no case was seen, unless `--leeg-mag` was given.
pub fn has_cases(options: &Options, tally: &Tally) -> Result<(), BatchError> {
    if options.may_be_empty || tally.seen.count() > 0 || tally.counts.unreadable > 0 {
        return Ok(());
    }
    Err(BatchError::Usage(format!(
        "er is geen enkele zaak gevonden; er is niets veranderd\nhulp: {IS_THE_FOLDER_RIGHT}. Mag het er geen zijn, geef dan \
         `--leeg-mag`"
    )))
}
