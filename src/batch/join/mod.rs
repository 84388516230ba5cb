//! Joins the finished runs of several machines into the folder of one run (`--voegsamen`).
//!
//! The letters are the same files where the file system allows it. The registers, the findings and the
//! parts of the print stream follow each other in the order of the shares. Runs that do not belong
//! together are refused before anything is written. A join that is interrupted is completed by the same
//! command, just like a run.

pub mod compatibility;
pub mod finished;
mod letter_file;

use super::counts::Counts;
use super::error::BatchError;
use super::file_names::MANIFEST;
use super::finding_registers::FindingRegisters;
use super::folder::{Folder, Sample, part_name};
use super::interrupted::Interrupted;
use super::journal::{Journal, PriorRuns};
use super::letter::FileState;
use super::manifest::Row;
use super::registers::Registers;
use super::report::{Report, RunTimes};
use super::round;
use super::safeguards::Before;
use super::threads::Threads;
use super::vouched::{SeenCases, Vouched};
use crate::csv::Dialect;
use crate::files::{lines, shown};
use crate::hash::Hash;
use finished::{FinishedRun, JoinedLetter};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::PathBuf;

/// The number of letters in a chunk. All letters of a chunk are checked before the first one is put in the
/// folder.
const LETTERS_PER_CHUNK: usize = 256;

/// Which runs to join, and into which folder.
#[derive(Clone, Debug)]
pub struct Request {
    /// The folders of the runs.
    pub folders: Vec<PathBuf>,
    /// The folder of the joined run.
    pub folder: PathBuf,
    /// Whether to replace other letters that exist in the folder.
    pub overwrite: bool,
    /// The number of threads; 0 means one per core.
    pub threads: usize,
}

/// Joins finished runs.
///
/// # Errors
/// When the runs do not belong together, when the folder holds letters of another run, or when a file
/// cannot be read or written.
pub fn join(request: &Request) -> Result<Report, BatchError> {
    let target = request.folder.canonicalize().ok();
    let mut runs = Vec::with_capacity(request.folders.len());
    for root in &request.folders {
        if target.is_some() && root.canonicalize().ok() == target {
            return Err(BatchError::Usage(format!(
                "{} kan niet ook de map van het geheel zijn",
                shown(root)
            )));
        }
        runs.push(FinishedRun::open(root)?);
    }
    let runs = compatibility::in_order(runs)?;
    let kenmerken = compatibility::kenmerken(&runs)?;
    let folder = round::open(&request.folder)?;
    let failed = |error| BatchError::io(&request.folder, error);
    let past = PriorRuns::read(&folder).map_err(failed)?;
    let cases = kenmerken.into_keys().map(|kenmerk| (kenmerk, None));
    if !request.overwrite
        && let Err(lost) = past.check_nothing_is_lost(cases)
    {
        folder.abandon().map_err(failed)?;
        return Err(lost);
    }
    let before = match allowed(request, &folder, &runs) {
        Ok(before) => before,
        Err(other) => {
            folder.abandon().map_err(failed)?;
            return Err(other);
        }
    };
    let mut joiner = Joiner::new(request, &folder, &past, &runs).map_err(failed)?;
    let added = runs.iter().try_for_each(|run| joiner.add_run(run));
    let ended = added.and_then(|()| joiner.end(&runs).map_err(failed)).and_then(|(joined, pending)| {
        before.check_same(joined.summary.bestanden.as_deref().unwrap_or_default())?;
        Ok((joined, pending))
    });
    let (joined, pending) = match ended {
        Ok(done) => done,
        Err(refused @ BatchError::Usage(_)) => {
            PriorRuns::roll_back(&folder).map_err(failed)?;
            folder.abandon().map_err(failed)?;
            return Err(refused);
        }
        Err(failure) => return Err(failure),
    };
    let summary = joined.summary.text().map_err(failed)?;
    folder.finish(&pending, &summary, Sample::None).map_err(failed)?;
    Ok(joined)
}

/// Checks that the runs may be joined in this folder, before anything is written there; returns what a finished run
/// there said.
fn allowed(request: &Request, folder: &Folder, runs: &[FinishedRun]) -> Result<Before, BatchError> {
    let before = Before::find(folder, request.overwrite)?;
    let mut parts = Vec::new();
    for run in runs {
        for number in 1..=run.summary.drukstroomdelen {
            parts.push(run.part(number)?);
        }
    }
    let letters = runs.iter().map(|run| run.summary.brieven + run.summary.afschriften).sum();
    before.allows_joined(&parts, letters, || same_letters(folder, runs))?;
    Ok(before)
}

/// Whether the manifest of the folder names the letters of these runs, in their order.
fn same_letters(folder: &Folder, runs: &[FinishedRun]) -> Result<bool, BatchError> {
    let manifest = folder.path(MANIFEST);
    let mut rows = lines(&manifest).map_err(|error| BatchError::io(&manifest, error))?;
    for run in runs {
        for letter in run.letters()? {
            let letter = letter?.row;
            let line = rows.next().transpose().map_err(|error| BatchError::io(&manifest, error))?;
            let row = line.flatten().and_then(|line| Row::from_json(&line));
            if row.is_none_or(|row| (row.brief, row.sha256_brief) != (letter.brief, letter.sha256_brief)) {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

/// The joined run while it is being put together.
struct Joiner<'a> {
    request: &'a Request,
    folder: &'a Folder,
    past: &'a PriorRuns,
    threads: Threads,
    journal: Journal,
    registers: Registers,
    findings: FindingRegisters,
    counts: Counts,
    codes: BTreeMap<String, u64>,
    /// The findings about files that could not be read. Every share reports the same files, so each is
    /// counted once.
    unreadable: BTreeSet<String>,
    number: u64,
    parts: Vec<Vouched>,
    confirmed: BTreeSet<String>,
}

impl<'a> Joiner<'a> {
    fn new(
        request: &'a Request,
        folder: &'a Folder,
        past: &'a PriorRuns,
        runs: &[FinishedRun],
    ) -> io::Result<Self> {
        // Runs that are joined have the same options.
        let csv = Dialect::of_word(runs.first().and_then(|run| run.summary.opties["csv"].as_str()));
        Ok(Self {
            request,
            folder,
            past,
            threads: Threads::new(request.threads),
            journal: Journal::open(folder, past, Interrupted::Run)?,
            registers: Registers::begin(folder, csv, None)?,
            findings: FindingRegisters::begin(folder, csv, None)?,
            counts: Counts::default(),
            codes: BTreeMap::new(),
            unreadable: BTreeSet::new(),
            number: 0,
            parts: Vec::new(),
            confirmed: BTreeSet::new(),
        })
    }

    /// Adds the print stream, the letters and the findings of a finished run.
    fn add_run(&mut self, run: &FinishedRun) -> Result<(), BatchError> {
        let earlier_parts = self.parts.len();
        for number in 1..=run.summary.drukstroomdelen {
            let (from, name) = (run.root.join(part_name(number)), part_name(self.next_part()));
            letter_file::link(&from, &self.folder.temporary_path(&name))
                .map_err(|error| BatchError::io(&from, error))?;
            let known = run.part(number)?;
            self.parts.push(Vouched { bestand: name, ..known.clone() });
        }
        let mut letters = run.letters()?;
        loop {
            let chunk = letters.by_ref().take(LETTERS_PER_CHUNK).collect::<Result<Vec<_>, _>>()?;
            if chunk.is_empty() {
                break;
            }
            self.add_letters(run, chunk, earlier_parts)?;
        }
        for line in run.findings()? {
            let line = line?;
            self.add_finding(&line).map_err(|error| self.failed(error))?;
        }
        self.counts.add(&run.summary);
        Ok(())
    }

    fn failed(&self, error: io::Error) -> BatchError {
        BatchError::io(&self.request.folder, error)
    }

    fn next_part(&self) -> u32 {
        u32::try_from(self.parts.len()).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// Puts letters in the folder. The first `earlier_parts` parts of the print stream come from the runs that
    /// were added earlier.
    fn add_letters(
        &mut self,
        run: &FinishedRun,
        letters: Vec<JoinedLetter>,
        earlier_parts: usize,
    ) -> Result<(), BatchError> {
        let (folder, past, overwrite) = (self.folder, self.past, self.request.overwrite);
        let inspected = self.threads.map(letters, |letter| {
            let found = letter_file::inspect(&run.root, &letter, folder, past, overwrite);
            found.map(|(state, bytes)| (letter, state, bytes))
        });
        let inspected = inspected.into_iter().collect::<Result<Vec<_>, _>>()?;
        let new = inspected.iter().filter(|(_, state, _)| *state != FileState::Same);
        let noted = self.journal.note(new.map(|(letter, ..)| (letter.row.paginas, letter.line.as_str())));
        noted.map_err(|error| self.failed(error))?;
        let placed = self.threads.map(inspected, |(letter, state, bytes)| {
            letter_file::place(&run.root, folder, &letter, state, &bytes)?;
            Ok(letter)
        });
        for letter in placed {
            self.register_letter(letter?, earlier_parts)?;
        }
        Ok(())
    }

    fn register_letter(&mut self, letter: JoinedLetter, earlier_parts: usize) -> Result<(), BatchError> {
        let JoinedLetter { mut row, receipt, line } = letter;
        self.number += 1;
        row.volgnummer = self.number;
        if let Some(part) = &mut row.drukstroom {
            let joined_part = (1..)
                .zip(self.parts.iter().skip(earlier_parts))
                .find(|(number, _)| part_name(*number) == *part);
            let Some((_, joined_part)) = joined_part else {
                return Err(BatchError::Usage(format!(
                    "{} noemt een deel van de drukstroom dat er niet is",
                    receipt.letter.file
                )));
            };
            part.clone_from(&joined_part.bestand);
        }
        self.registers.add(&row, &line).map_err(|error| self.failed(error))?;
        if self.past.is_unfinished(&receipt.letter.file) {
            self.confirmed.insert(receipt.letter.file);
        }
        Ok(())
    }

    fn add_finding(&mut self, line: &str) -> io::Result<()> {
        let row: Value = serde_json::from_str(line).unwrap_or_default();
        if row["document"].is_null() && !self.unreadable.insert(line.to_owned()) {
            return Ok(());
        }
        *self.codes.entry(row["code"].as_str().unwrap_or_default().to_owned()).or_default() += 1;
        self.findings.add(line)
    }

    /// Completes the registers. Returns the report, and the names of the files that get their final name
    /// at the end.
    fn end(mut self, runs: &[FinishedRun]) -> io::Result<(Report, Vec<String>)> {
        let mut files = self.parts;
        files.extend(self.registers.end()?);
        files.extend(self.findings.end()?);
        self.past.remove_provisional(self.folder, &self.confirmed)?;
        self.counts.unreadable = self.unreadable.len() as u64;
        let mut joined = joined_report(runs, self.counts, self.codes);
        let names = files.iter().map(|file| file.bestand.clone()).collect();
        joined.summary.bestanden = Some(files);
        Ok((joined, names))
    }
}

/// What the joined run saw: shares all saw the same; runs of different cases saw theirs.
fn seen_by_all(runs: &[FinishedRun]) -> Option<SeenCases> {
    let seen: Vec<&SeenCases> = runs.iter().filter_map(|run| run.summary.gezien.as_ref()).collect();
    match runs.first() {
        Some(first) if first.share.is_some() => first.summary.gezien.clone(),
        _ => Some(SeenCases {
            aantal: seen.iter().map(|cases| cases.aantal).sum(),
            sha256: Hash::of_parts(seen.iter().map(|cases| ("gezien", &cases.sha256))).to_string(),
        }),
    }
}

/// The report of the joined run: the counts added up, from the first start to the last end.
fn joined_report(runs: &[FinishedRun], counts: Counts, codes: BTreeMap<String, u64>) -> Report {
    let times = RunTimes {
        run: None,
        begun: runs.iter().map(|run| run.summary.begin.clone()).min().unwrap_or_default(),
        ended: runs.iter().map(|run| run.summary.einde.clone()).max().unwrap_or_default(),
        // The runs went on at the same time, so the longest one counts.
        seconds: runs.iter().map(|run| run.summary.duur_seconden).fold(0.0, f64::max),
    };
    let about = runs.first().map(|first| {
        let (versions, mut options) = (first.summary.versies.clone(), first.summary.opties.clone());
        options["deel"] = Value::Null;
        if !options["codes"].is_null() {
            // Those of each share are part of the number of its run.
            options["codes"] = "per deel".into();
        }
        [versions, options]
    });
    let mut report = Report::new(counts, codes, times, about.unwrap_or_default(), false);
    let parts = runs.iter().map(|run| {
        let share = run.share.map(|share| share.to_string());
        let letters = run.summary.brieven + run.summary.afschriften;
        json!({"deel": share, "run": run.summary.run, "brieven": letters})
    });
    report.summary.samengevoegd = Some(parts.collect());
    report.summary.gezien = seen_by_all(runs);
    report
}
