//! Many cases in one run: nothing lost, nothing twice, whatever happens on the way (docs/spec/batch.md).
//!
//! A run goes over its cases twice. [`reading`] decides every case and leaves an index; [`making`] makes
//! the letters in the order of the index and [`output`] writes them, chunk by chunk, so that memory use
//! hardly grows with the run. An interrupted run is completed by the same command: see [`folder`] and
//! [`journal`].

pub mod clock;
pub mod findings;
pub mod folder;
pub mod index;
pub mod join;
pub mod journal;
pub mod letter;
pub mod making;
pub mod manifest;
pub mod marks;
pub mod options;
pub mod output;
pub mod progress;
pub mod reading;
pub mod registers;
mod safeguards;
pub mod share;
pub mod sources;
pub mod stream;
pub mod summary;
pub mod threads;

#[cfg(test)]
mod tests;

use crate::diagnostic::{self, Diagnostic};
use crate::files::open_private;
use crate::pipeline::Pipeline;
use crate::places::Places;
use crate::receipt::Versions;
use crate::render::pdf::paper::kix;
use clock::Clock;
use findings::{Finding, Findings};
use folder::Folder;
use index::Entry;
use journal::PriorRuns;
use options::Options;
use output::Output;
use progress::{Phase, Progress};
use sources::Source;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use summary::{Counts, Report, RunTimes};
use threads::Threads;

/// The number of cases whose letters are made before they are written.
const CASES_PER_CHUNK: usize = 128;
/// The file of the findings, one per line.
const FINDINGS: &str = "fouten.jsonl";
/// The file of the summary of the run.
const SUMMARY: &str = "samenvatting.json";
/// The file of the manifest, one row per letter.
pub const MANIFEST: &str = "manifest.jsonl";
/// The file of the manifest as CSV.
const MANIFEST_CSV: &str = "manifest.csv";
/// The file of the receipts, one per letter.
const RECEIPTS: &str = crate::receipt::OF_A_RUN;

/// Why a run did not end.
#[derive(Debug)]
pub enum BatchError {
    /// The run is not allowed in this way; a Dutch sentence says why.
    Usage(String),
    /// A file or folder could not be read or written; the same command completes the run.
    Io {
        /// The file or folder.
        path: PathBuf,
        /// The error of the operating system.
        error: io::Error,
    },
}

impl BatchError {
    /// An error of the operating system about a file or folder.
    #[must_use]
    pub fn io(path: &Path, error: io::Error) -> Self {
        Self::Io { path: path.to_owned(), error }
    }
}

/// Everything that each part of a run needs.
pub struct Job<'a> {
    /// The options of the run.
    pub options: &'a Options,
    /// The pipeline that makes the letters.
    pub pipeline: &'a Pipeline,
    /// The versions of what makes the letters.
    pub versions: Versions,
    /// The files with the cases.
    pub sources: Vec<Source>,
    /// The threads that do the work.
    pub threads: Threads,
}

impl<'a> Job<'a> {
    /// Finds the files with the cases. `folder` is the folder of the run, if it writes anything.
    ///
    /// # Errors
    /// When standard input cannot be copied to the folder.
    pub fn new(
        options: &'a Options,
        pipeline: &'a Pipeline,
        folder: Option<&Folder>,
    ) -> Result<Self, BatchError> {
        let failed = |error| BatchError::io(options.folder.as_deref().unwrap_or(Path::new(".")), error);
        let copy = folder.map(|folder| |index: usize, path: &Path| spool(folder, index, path));
        let copy = copy.as_ref().map(|copy| copy as sources::Spool<'_>);
        Ok(Self {
            options,
            pipeline,
            versions: Versions::of(pipeline),
            sources: sources::find(&options.paths, options.folder.as_deref(), copy).map_err(failed)?,
            threads: Threads::new(options.threads),
        })
    }

    /// The source with this number.
    #[must_use]
    pub fn source(&self, number: u32) -> Option<&Source> {
        self.sources.get(usize::try_from(number).unwrap_or(usize::MAX))
    }

    /// A finding about a case, with the place where it was first read.
    #[must_use]
    pub fn finding(&self, entry: &Entry, diagnostic: &Diagnostic) -> Finding {
        let places = Places::default();
        let file = self.source(entry.source).map_or("", |source| source.name.as_str());
        let place = diagnostic::Source {
            file,
            document: Some(entry.spot.number),
            text: "",
            first_line: 1,
            places: &places,
        };
        Finding::new(diagnostic, &place, Some(&entry.kenmerk))
    }

    /// An error of the operating system about the folder of the run.
    #[must_use]
    pub fn failed(&self, error: io::Error) -> BatchError {
        BatchError::io(self.options.folder.as_deref().unwrap_or(Path::new(".")), error)
    }
}

/// Copies an input that can be read only once to the folder.
fn spool(folder: &Folder, index: usize, path: &Path) -> io::Result<PathBuf> {
    let copy = folder.temporary_path(&format!("invoer-{index}"));
    let mut file = open_private(&copy)?;
    if path == Path::new("-") {
        io::copy(&mut io::stdin().lock(), &mut file)?;
    } else {
        io::copy(&mut File::open(path)?, &mut file)?;
    }
    Ok(copy)
}

/// Runs a batch.
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
    let report = match &options.folder {
        Some(root) if !options.dry => run_into_folder(root, options, pipeline, progress),
        _ => dry_run(options, pipeline, progress),
    };
    progress.end();
    report
}

/// Decides the cases and counts; writes nothing.
fn dry_run(
    options: &Options,
    pipeline: &Pipeline,
    progress: &mut Progress<'_>,
) -> Result<Report, BatchError> {
    let start = RunStart::now();
    let job = Job::new(options, pipeline, None)?;
    let mut tally = Tally::new(Findings::new(None));
    reading::read(&job, &mut tally, progress)?;
    Ok(start.report(tally, &job))
}

fn run_into_folder(
    root: &Path,
    options: &Options,
    pipeline: &Pipeline,
    progress: &mut Progress<'_>,
) -> Result<Report, BatchError> {
    let start = RunStart::now();
    safeguards::cases_are_elsewhere(root, options)?;
    let folder = Folder::open(root)?;
    let job = match Job::new(options, pipeline, Some(&folder)) {
        Ok(job) => job,
        Err(error) => {
            folder.abandon().map_err(|e| BatchError::io(root, e))?;
            return Err(error);
        }
    };
    let past = PriorRuns::read(&folder).map_err(|e| job.failed(e))?;
    let spool = folder.scratch("bevindingen").map_err(|e| job.failed(e))?;
    let mut tally = Tally::new(Findings::new(Some(spool)));
    let entries = reading::read(&job, &mut tally, progress)?;
    if let Err(lost) = safeguards::nothing_is_lost(&job, &past, &folder, &entries) {
        folder.abandon().map_err(|e| job.failed(e))?;
        return Err(lost);
    }
    let entries = index::in_order(entries, options.order);
    let mut pending = letters(&job, &past, &folder, &entries, &mut tally, progress)?;
    let report = start.report(tally, &job);
    report.write(&folder).map_err(|e| job.failed(e))?;
    pending.push(SUMMARY.to_owned());
    folder.finish(&pending, options.sample.is_some()).map_err(|e| job.failed(e))?;
    Ok(report)
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
        let about = [summary::versions(&job.versions), summary::options(job.options)];
        Report::new(tally.counts, codes, times, about, job.options.dry)
    }
}

/// The findings and counts of a run so far.
pub struct Tally {
    /// The findings so far.
    pub findings: Findings,
    /// The counts so far.
    pub counts: Counts,
    /// The number of the run; `None` until the run begins to make letters.
    pub run: Option<u32>,
}

impl Tally {
    /// A tally with all counts at zero.
    #[must_use]
    pub fn new(findings: Findings) -> Self {
        Self { findings, counts: Counts::default(), run: None }
    }
}

/// The second pass: makes and writes the letters of all cases, in order. Returns the names of the files
/// that get their final name at the end of the run.
fn letters<'e>(
    job: &Job<'_>,
    past: &PriorRuns,
    folder: &Folder,
    entries: &'e [Entry],
    tally: &mut Tally,
    progress: &mut Progress<'_>,
) -> Result<Vec<String>, BatchError> {
    let run = job.pipeline.run();
    let make =
        |chunk: Vec<&'e Entry>| job.threads.map(chunk, |entry| making::make(job, &run, past, folder, entry));
    let number = index::run_number(entries, job.options, &job.versions);
    tally.run = Some(number);
    let mut output = Output::new(job, number, past, folder)?;
    let total = entries.len() as u64;
    let mut chunks = entries.chunks(CASES_PER_CHUNK).map(|chunk| chunk.iter().collect::<Vec<_>>());
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
