//! Makes the letters of many cases in one run. No letter is lost or made twice, even when the run is
//! interrupted (docs/spec/batch.md).
//!
//! A run goes over its cases twice. [`reading`] decides every case and leaves an index; [`making`] makes
//! the letters in the order of the index and [`output`] writes them, chunk by chunk, so that memory use
//! hardly grows with the run. An interrupted run is completed by the same command: see [`folder`] and
//! [`journal`].

pub mod address_file;
pub mod clock;
pub mod codes;
pub mod counts;
mod error;
mod file_names;
pub mod finding;
mod finding_registers;
pub mod findings;
pub mod folder;
pub mod index;
pub mod integrity;
mod interrupted;
mod job;
pub mod join;
pub mod journal;
pub mod kenmerken;
pub mod letter;
pub mod letter_id;
pub mod making;
pub mod manifest;
pub mod marks;
pub mod options;
pub mod output;
pub mod planned_letter;
pub mod progress;
pub mod reading;
pub mod registers;
pub mod report;
pub mod reprint;
pub mod round;
mod safeguards;
pub mod selection;
pub mod share;
mod sidecars;
pub mod sources;
pub mod stream;
pub mod summary;
mod tally;
pub mod threads;
pub mod turns;
mod unconfirmed;
pub mod vouched;

pub use error::BatchError;
pub use file_names::MANIFEST;
pub use job::Job;

use tally::Tally;

#[cfg(test)]
mod tests;

use crate::files::nameless;
use crate::pipeline::Pipeline;
use crate::render::pdf::paper::kix;
use address_file::AddressFile;
use clock::Clock;
use findings::Findings;
use folder::{Folder, Sample};
use index::Entry;
use interrupted::Interrupted;
use journal::PriorRuns;
use options::Options;
use output::Output;
use progress::{Phase, Progress};
use report::{Report, RunTimes};
use round::Earlier;
use safeguards::Before;
use std::path::Path;
use turns::Turns;
use vouched::Vouched;

/// The number of cases in a chunk. The letters of one chunk are written while those of the next are made.
const CASES_PER_CHUNK: usize = 32;
/// Runs a batch: makes the letters of all cases, or with `--droog` only decides and counts.
///
/// # Errors
/// When the run is not allowed in this way, or when a file cannot be read or written. A refused case is
/// not an error.
pub fn run(
    options: &Options,
    pipeline: &Pipeline,
    progress: &mut Progress<'_>,
) -> Result<Report, BatchError> {
    if options.kix {
        kix::fits(&pipeline.press.look().window).map_err(|error| BatchError::Usage(error.to_string()))?;
    }
    if let Some(codes) = &options.codes {
        codes.check_lines(&pipeline.press)?;
    }
    let report = match &options.folder {
        Some(root) if !options.dry => run_into_folder(root, options, pipeline, progress),
        _ => dry_run(options, pipeline, progress),
    };
    progress.end();
    report
}

/// Decides the cases and counts; writes nothing but the address file, if it is asked for.
fn dry_run(
    options: &Options,
    pipeline: &Pipeline,
    progress: &mut Progress<'_>,
) -> Result<Report, BatchError> {
    let start = RunStart::now();
    let job = Job::new(options, pipeline, None)?;
    let kept = options.tells_findings.map(|_| nameless()).transpose().map_err(|e| job.failed(e))?;
    let mut tally = Tally::new(Findings::new(kept));
    let file = options.addresses.as_deref().map(|path| AddressFile::new(path, options.csv)).transpose()?;
    let entries = reading::read(&job, None, &mut tally, progress)?;
    safeguards::has_cases(options, &tally)?;
    let entries = index::in_order(entries, options.order);
    Turns::new(&entries, options.codes.as_ref())?;
    if let Some(mut file) = file.filter(|_| tally.counts.unreadable == 0) {
        let rows = entries.iter().filter_map(|entry| tally.addresses.remove(&entry.ordinal));
        rows.flatten().for_each(|row| file.add(row, None));
        tally.address_counts = Some(file.write()?);
    }
    let findings = options.tells_findings.map(|_| std::mem::take(&mut tally.findings));
    tally.findings.codes = findings
        .as_ref()
        .map_or_else(|| std::mem::take(&mut tally.findings.codes), |kept| kept.codes.clone());
    Ok(Report { findings, ..start.report(tally, &job) })
}

fn run_into_folder(
    root: &Path,
    options: &Options,
    pipeline: &Pipeline,
    progress: &mut Progress<'_>,
) -> Result<Report, BatchError> {
    let start = RunStart::now();
    safeguards::cases_are_elsewhere(root, options)?;
    let folder = round::open(root)?;
    let job = match Job::new(options, pipeline, Some(&folder)) {
        Ok(job) => job,
        Err(error) => {
            folder.abandon().map_err(|e| BatchError::io(root, e))?;
            return Err(error);
        }
    };
    let mut past = PriorRuns::read(&folder).map_err(|e| job.failed(e))?;
    if past.is_complete() && !options.overwrite && safeguards::everything_has_its_name(&folder) {
        past.close(&folder).map_err(|e| job.failed(e))?;
    }
    let spool = folder.scratch("bevindingen").map_err(|e| job.failed(e))?;
    let mut tally = Tally::new(Findings::new(Some(spool)));
    let entries = reading::read(&job, Some(&past), &mut tally, progress)?;
    let before = match allowed(&job, &past, &folder, &entries, &tally) {
        Ok(before) => before,
        Err(lost) => {
            folder.abandon().map_err(|e| job.failed(e))?;
            return Err(lost);
        }
    };
    if options.round.is_some() {
        return further_round(&job, &past, folder, entries, &before, (start, tally), progress);
    }
    let entries = index::in_order(entries, options.order);
    let number = index::run_number(&entries, options, &job.versions);
    let turns = before
        .allows(number, &entries, &job, &past)
        .and_then(|()| Turns::new(&entries, options.codes.as_ref()));
    let turns = match turns {
        Ok(turns) => turns,
        Err(other) => {
            folder.abandon().map_err(|e| job.failed(e))?;
            return Err(other);
        }
    };
    if tally.counts.unreadable > 0 && before.summary().is_ok() {
        // A folder that is finished stays so: what could not be read is told, and nothing is written.
        folder.abandon().map_err(|e| job.failed(e))?;
        return Ok(start.report(tally, &job));
    }
    let made = letters(&job, (number, None), &past, &folder, &turns, &mut tally, progress);
    let (folder, files) = or_nothing(&job, folder, made)?;
    if tally.counts.unreadable > 0 {
        // Not every case was read: the letters of the others are made, and the run is not finished.
        folder.leave_open().map_err(|e| job.failed(e))?;
        return Ok(start.report(tally, &job));
    }
    if let Err(other) = before.check_same(&files) {
        PriorRuns::roll_back(&folder).map_err(|e| job.failed(e))?;
        folder.abandon().map_err(|e| job.failed(e))?;
        return Err(other);
    }
    let pending: Vec<String> = files.iter().map(|file| file.bestand.clone()).collect();
    let mut report = start.report(tally, &job);
    report.summary.bestanden = Some(files);
    round::first(&mut report);
    let summary = report.summary.text().map_err(|e| job.failed(e))?;
    folder.finish(&pending, &summary, Sample::of(options)).map_err(|e| job.failed(e))?;
    Ok(report)
}

/// Makes the letters that are not in the folder of a finished run yet, as a further round.
fn further_round(
    job: &Job<'_>,
    past: &PriorRuns,
    folder: Folder,
    entries: Vec<Entry>,
    before: &Before,
    (start, mut tally): (RunStart, Tally),
    progress: &mut Progress<'_>,
) -> Result<Report, BatchError> {
    let earlier = match before.summary().and_then(|summary| Earlier::of(&folder, past, summary, job)) {
        Ok(earlier) => earlier,
        Err(refused) => {
            folder.abandon().map_err(|e| job.failed(e))?;
            return Err(refused);
        }
    };
    let entries = round::cases(job, past, entries, &mut tally)?;
    let entries = index::in_order(entries, job.options.order);
    let mut nothing_new = || round::says_nothing_new(&folder, &mut tally.findings).map_err(|e| job.failed(e));
    if entries.is_empty() && past.interrupted() == Interrupted::Nothing && nothing_new()? {
        folder.abandon().map_err(|e| job.failed(e))?;
        return Ok(start.report(tally, job));
    }
    let number = index::run_number(&entries, job.options, &job.versions);
    // A round that adds no letter needs no codes: those of the file are in the folder.
    let codes = job.options.codes.as_ref().filter(|_| !entries.is_empty());
    let turns = match Turns::new(&entries, codes) {
        Ok(turns) => turns,
        Err(refused) => {
            folder.abandon().map_err(|e| job.failed(e))?;
            return Err(refused);
        }
    };
    let made = letters(job, (number, Some(&earlier)), past, &folder, &turns, &mut tally, progress);
    let (folder, files) = or_nothing(job, folder, made)?;
    if tally.counts.unreadable > 0 {
        folder.leave_waiting().map_err(|e| job.failed(e))?;
        return Ok(start.report(tally, job));
    }
    let kept = earlier.parts();
    let new = files.iter().filter(|file| !kept.contains(file));
    let pending: Vec<String> = new.map(|file| file.bestand.clone()).collect();
    let mut report = start.report(tally, job);
    report.summary.bestanden = Some(files);
    let summary = earlier.with(&report.summary).text().map_err(|e| job.failed(e))?;
    folder.finish_round(&pending, &summary, &kept, Sample::of(job.options)).map_err(|e| job.failed(e))?;
    Ok(report)
}

/// What was made; where a run with codes turned out to be wrong, the folder becomes what it was before. A run that replaces
/// another (`--overschrijf`) cannot give back what it replaced: it stays open, and the next command completes it.
fn or_nothing(
    job: &Job<'_>,
    folder: Folder,
    made: Result<Vec<Vouched>, BatchError>,
) -> Result<(Folder, Vec<Vouched>), BatchError> {
    match made {
        Ok(files) => Ok((folder, files)),
        Err(wrong @ BatchError::Usage(_)) if job.options.codes.is_some() && !job.options.overwrite => {
            PriorRuns::roll_back(&folder).map_err(|e| job.failed(e))?;
            folder.abandon().map_err(|e| job.failed(e))?;
            Err(wrong)
        }
        Err(other) => Err(other),
    }
}

/// Checks that a run may write in its folder, before it does; returns what a finished run there said.
fn allowed(
    job: &Job<'_>,
    past: &PriorRuns,
    folder: &Folder,
    entries: &[Entry],
    tally: &Tally,
) -> Result<Before, BatchError> {
    safeguards::has_cases(job.options, tally)?;
    safeguards::replaces_all(job.options, folder)?;
    let before = Before::find(folder, job.options.overwrite)?;
    match job.options.round {
        None => safeguards::nothing_is_lost(job, past, entries)?,
        Some(_) => safeguards::same_round(past, entries)?,
    }
    Ok(before)
}

/// The time at which a run began: a stopwatch and the time in UTC.
struct RunStart(Clock, String);

impl RunStart {
    fn now() -> Self {
        Self(Clock::start(), clock::now())
    }

    fn report(self, tally: Tally, job: &Job<'_>) -> Report {
        let codes = tally.findings.codes.into_iter().map(|(code, count)| (code.to_owned(), count)).collect();
        let times = RunTimes {
            run: tally.run,
            begun: self.1,
            ended: clock::now(),
            seconds: self.0.passed().as_secs_f64(),
        };
        let confirmed = job.pipeline.organisation.bevestigd.hash();
        let seen = tally.seen.finish();
        let about = [summary::versions(&job.versions, confirmed), summary::options(job.options)];
        let mut report = Report::new(tally.counts, codes, times, about, job.options.dry);
        report.unread = tally.unread;
        report.addresses = tally.address_counts;
        report.summary.gezien = Some(seen);
        report
    }
}

/// The second pass: makes and writes all letters, in order, with this run number and after these earlier
/// rounds. Returns the files that get their final name at the end of the run.
fn letters(
    job: &Job<'_>,
    (number, earlier): (u32, Option<&Earlier<'_>>),
    past: &PriorRuns,
    folder: &Folder,
    turns: &Turns<'_>,
    tally: &mut Tally,
    progress: &mut Progress<'_>,
) -> Result<Vec<Vouched>, BatchError> {
    let maker = making::Making {
        job,
        run: job.pipeline.run(),
        past,
        folder,
        reprint: earlier.and_then(Earlier::reprint),
    };
    let make = |chunk| job.threads.map(chunk, |turn| maker.turn(&turn));
    tally.run = Some(number);
    let mut output = Output::new(job, number, earlier, past, folder)?;
    let total = turns.len() as u64;
    let mut chunks = turns.chunks(CASES_PER_CHUNK);
    let (mut made, mut done) = (make(chunks.next().unwrap_or_default()), 0);
    while !made.is_empty() {
        done += made.len() as u64;
        let next = chunks.next().unwrap_or_default();
        let (written, following) = job.threads.both(|| output.write(made, tally), || make(next));
        written?;
        made = following;
        progress.step(Phase::Making, done, Some(total), tally.counts.refused);
    }
    output.finish(tally)
}
