//! Joins the finished runs of several machines into the folder of one run (`--voegsamen`).
//!
//! The letters are the same files where the disk allows it. Registers, findings and parts of the print stream
//! follow each other in the order of the shares. Whatever does not belong together is refused before anything
//! is written, and a joining that is cut short is completed by the same command, as a run is.

pub mod finished;
pub mod fit;
mod place;

use super::crew::Crew;
use super::folder::{Folder, part_name};
use super::journal::{Journal, Past};
use super::making::Standing;
use super::registers::Registers;
use super::summary::{Counts, Report, Summary};
use super::{BatchError, FINDINGS, SUMMARY};
use finished::{Finished, Piece};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

/// So many letters are looked at before they are put in the folder.
const TOGETHER: usize = 256;

/// What is to be joined, and where.
#[derive(Clone, Debug)]
pub struct Request {
    /// The folders of the runs.
    pub folders: Vec<PathBuf>,
    /// The folder of all of them.
    pub folder: PathBuf,
    /// Replaces other letters that stand there.
    pub overwrite: bool,
    /// How many threads; 0 for one a core.
    pub threads: usize,
}

/// Joins.
///
/// # Errors
/// When the runs do not belong together or the folder holds something else, or what the system says.
pub fn join(request: &Request) -> Result<Report, BatchError> {
    let target = request.folder.canonicalize().ok();
    let mut runs = Vec::with_capacity(request.folders.len());
    for root in &request.folders {
        if target.is_some() && root.canonicalize().ok() == target {
            return Err(refused(format!("{} kan niet ook de map van het geheel zijn", root.display())));
        }
        runs.push(Finished::open(root)?);
    }
    let runs = fit::in_order(runs)?;
    let kenmerken = fit::kenmerken(&runs)?;
    let folder = Folder::open(&request.folder)?;
    let failed = |error| BatchError::io(&request.folder, error);
    let past = Past::read(&folder).map_err(failed)?;
    let cases = kenmerken.into_keys().map(|kenmerk| (kenmerk, None));
    if !request.overwrite
        && let Err(lost) = past.fits(cases)
    {
        folder.abandon().map_err(failed)?;
        return Err(lost);
    }
    let mut joiner = Joiner::new(request, &folder, &past).map_err(failed)?;
    for run in &runs {
        joiner.run(run)?;
    }
    let (joined, pending) = joiner.end(&runs).map_err(failed)?;
    folder.finish(&pending, false).map_err(failed)?;
    Ok(joined)
}

fn refused(text: String) -> BatchError {
    BatchError::Usage(text)
}

/// The whole while it is put together.
struct Joiner<'a> {
    request: &'a Request,
    folder: &'a Folder,
    past: &'a Past,
    crew: Crew,
    journal: Journal,
    registers: Registers,
    findings: BufWriter<fs::File>,
    counts: Counts,
    codes: BTreeMap<String, u64>,
    /// Files that could not be read, once: every share says it of the same.
    unreadable: BTreeSet<String>,
    number: u64,
    parts: Vec<String>,
    confirmed: BTreeSet<String>,
}

impl<'a> Joiner<'a> {
    fn new(request: &'a Request, folder: &'a Folder, past: &'a Past) -> io::Result<Self> {
        Ok(Self {
            request,
            folder,
            past,
            crew: Crew::new(request.threads),
            journal: Journal::open(folder, past)?,
            registers: Registers::begin(folder)?,
            findings: BufWriter::new(folder.scratch(FINDINGS)?),
            counts: Counts::default(),
            codes: BTreeMap::new(),
            unreadable: BTreeSet::new(),
            number: 0,
            parts: Vec::new(),
            confirmed: BTreeSet::new(),
        })
    }

    /// Adds a run.
    fn run(&mut self, run: &Finished) -> Result<(), BatchError> {
        let before = self.parts.len();
        for number in 1..=run.counts.parts {
            let (from, name) = (run.root.join(part_name(number)), part_name(self.next_part()));
            place::link(&from, &self.folder.waiting(&name)).map_err(|error| BatchError::io(&from, error))?;
            self.parts.push(name);
        }
        let mut pieces = run.pieces()?;
        loop {
            let chunk = pieces.by_ref().take(TOGETHER).collect::<Result<Vec<_>, _>>()?;
            if chunk.is_empty() {
                break;
            }
            self.letters(run, chunk, before)?;
        }
        for line in run.findings()? {
            let line = line?;
            self.finding(&line).map_err(|error| self.failed(error))?;
        }
        self.counts.add(run.counts.clone());
        Ok(())
    }

    fn failed(&self, error: io::Error) -> BatchError {
        BatchError::io(&self.request.folder, error)
    }

    fn next_part(&self) -> u32 {
        u32::try_from(self.parts.len()).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// Puts letters in the folder; `before` parts of the print stream come from earlier runs.
    fn letters(&mut self, run: &Finished, pieces: Vec<Piece>, before: usize) -> Result<(), BatchError> {
        let (folder, past, overwrite) = (self.folder, self.past, self.request.overwrite);
        let looked = self.crew.map(pieces, |piece| {
            let found = place::look(&run.root, &piece, folder, past, overwrite);
            found.map(|(standing, bytes)| (piece, standing, bytes))
        });
        let looked = looked.into_iter().collect::<Result<Vec<_>, _>>()?;
        let new = looked.iter().filter(|(_, standing, _)| *standing != Standing::Same);
        let noted = self.journal.note(new.map(|(piece, ..)| (piece.pages, piece.line.as_str())));
        noted.map_err(|error| self.failed(error))?;
        let placed = self.crew.map(looked, |(piece, standing, bytes)| {
            place::put(&run.root, folder, &piece, standing, &bytes)?;
            Ok(piece)
        });
        for piece in placed {
            self.register(piece?, before)?;
        }
        Ok(())
    }

    fn register(&mut self, piece: Piece, before: usize) -> Result<(), BatchError> {
        let Piece { mut row, receipt, line, .. } = piece;
        self.number += 1;
        row.set("volgnummer", self.number.into());
        if let Some(part) = row.get("drukstroom").as_str() {
            let whole = (1..).zip(&self.parts[before..]).find(|(number, _)| part_name(*number) == part);
            let Some((_, whole)) = whole else {
                return Err(refused(format!(
                    "{} noemt een deel van de drukstroom dat er niet is",
                    receipt.letter.file
                )));
            };
            row.set("drukstroom", whole.as_str().into());
        }
        self.registers.add(&row, &line).map_err(|error| self.failed(error))?;
        if self.past.is_unfinished(&receipt.letter.file) {
            self.confirmed.insert(receipt.letter.file);
        }
        Ok(())
    }

    fn finding(&mut self, line: &str) -> io::Result<()> {
        let row: Value = serde_json::from_str(line).unwrap_or_default();
        if row["document"].is_null() && !self.unreadable.insert(line.to_owned()) {
            return Ok(());
        }
        *self.codes.entry(row["code"].as_str().unwrap_or_default().to_owned()).or_default() += 1;
        self.findings.write_all(format!("{line}\n").as_bytes())
    }

    /// Ends the registers. Gives what came of it, and the names of the files that wait.
    fn end(mut self, runs: &[Finished]) -> io::Result<(Report, Vec<String>)> {
        self.registers.end()?;
        self.findings.flush()?;
        self.past.remove_provisional(self.folder, &self.confirmed)?;
        self.counts.unreadable = self.unreadable.len() as u64;
        let joined = whole(runs, self.counts, self.codes);
        joined.write(self.folder)?;
        let registers = Registers::NAMES.into_iter().chain([FINDINGS, SUMMARY]).map(str::to_owned);
        Ok((joined, self.parts.into_iter().chain(registers).collect()))
    }
}

/// The summary of all: counts added up, from the first beginning to the last end.
fn whole(runs: &[Finished], counts: Counts, codes: BTreeMap<String, u64>) -> Report {
    let text = |run: &Finished, key: &str| run.summary[key].as_str().unwrap_or_default().to_owned();
    let seconds = runs.iter().filter_map(|run| run.summary["duur_seconden"].as_f64());
    let summary = Summary {
        run: None,
        counts,
        codes,
        begun: runs.iter().map(|run| text(run, "begin")).min().unwrap_or_default(),
        ended: runs.iter().map(|run| text(run, "einde")).max().unwrap_or_default(),
        // They went side by side.
        seconds: seconds.fold(0.0, f64::max),
    };
    let mut object = summary.figures(false);
    if let Some(first) = runs.first() {
        object["versies"] = first.summary["versies"].clone();
        object["opties"] = first.summary["opties"].clone();
        object["opties"]["deel"] = Value::Null;
    }
    let parts = runs.iter().map(|run| {
        let share = run.share.map(|share| share.to_string());
        json!({"deel": share, "run": run.summary["run"], "brieven": run.counts.letters + run.counts.copies})
    });
    object["samengevoegd"] = parts.collect();
    Report { summary, object }
}
