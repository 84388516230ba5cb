//! Many cases in one run: nothing lost, nothing twice, whatever happens on the way (docs/spec/batch.md).
//!
//! A run goes over its cases twice. [`reading`] decides every case and leaves an index; [`making`] makes the
//! letters in the order of the index and [`output`] writes them, chunk by chunk, so that memory stays flat.
//! A run that is cut short is completed by the same command: see [`folder`] and [`journal`].

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

/// How many cases are made before they are written.
const TOGETHER: usize = 128;
/// The row of every finding.
const FINDINGS: &str = "fouten.jsonl";
/// The counts of the run.
const SUMMARY: &str = "samenvatting.json";
/// The row of every letter.
pub const MANIFEST: &str = "manifest.jsonl";
/// The same as CSV.
const MANIFEST_CSV: &str = "manifest.csv";
/// The receipt of every letter.
const RECEIPTS: &str = crate::receipt::OF_A_RUN;

/// Why a run did not end.
#[derive(Debug)]
pub enum BatchError {
    /// It may not be done like this; a Dutch sentence.
    Usage(String),
    /// The system refused; the same command again completes the run.
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
}

impl BatchError {
    /// The system refused something about a file or folder.
    #[must_use]
    pub fn io(path: &Path, error: io::Error) -> Self {
        Self::Io { path: path.to_owned(), error }
    }
}

/// What every part of a run needs to know.
pub struct Job<'a> {
    /// What was asked.
    pub options: &'a Options,
    /// What makes letters.
    pub pipeline: &'a Pipeline,
    /// With what they are made.
    pub versions: Versions,
    /// Where the cases are.
    pub sources: Vec<Source>,
    /// The threads.
    pub threads: Threads,
}

impl<'a> Job<'a> {
    /// Finds the cases.
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

    /// A file of the run.
    #[must_use]
    pub fn source(&self, number: u32) -> Option<&Source> {
        self.sources.get(usize::try_from(number).unwrap_or(usize::MAX))
    }

    /// A finding about a case as it was read first.
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

    /// The system refused something in the folder of the run.
    #[must_use]
    pub fn failed(&self, error: io::Error) -> BatchError {
        BatchError::io(self.options.folder.as_deref().unwrap_or(Path::new(".")), error)
    }
}

/// Copies what can be read only once to the folder.
fn spool(folder: &Folder, index: usize, path: &Path) -> io::Result<PathBuf> {
    let copy = folder.waiting(&format!("invoer-{index}"));
    let mut file = open_private(&copy)?;
    if path == Path::new("-") {
        io::copy(&mut io::stdin().lock(), &mut file)?;
    } else {
        io::copy(&mut File::open(path)?, &mut file)?;
    }
    Ok(copy)
}

/// Runs.
///
/// # Errors
/// When it may not be done like this, or the system refused. Cases that are refused are no error.
pub fn run(
    options: &Options,
    pipeline: &Pipeline,
    progress: &mut Progress<'_>,
) -> Result<Report, BatchError> {
    if options.kix {
        kix::fits(&pipeline.press.look().window).map_err(|error| BatchError::Usage(error.to_string()))?;
    }
    let report = match &options.folder {
        Some(root) if !options.dry => into_folder(root, options, pipeline, progress),
        _ => dry(options, pipeline, progress),
    };
    progress.end();
    report
}

/// Decides and counts; writes nothing.
fn dry(options: &Options, pipeline: &Pipeline, progress: &mut Progress<'_>) -> Result<Report, BatchError> {
    let start = RunStart::now();
    let job = Job::new(options, pipeline, None)?;
    let mut tally = Tally::new(Findings::new(None));
    reading::read(&job, &mut tally, progress)?;
    Ok(start.report(tally, &job))
}

fn into_folder(
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

/// When a run began.
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

/// What a run has found and counted so far.
pub struct Tally {
    /// What was found.
    pub findings: Findings,
    /// What was counted.
    pub counts: Counts,
    /// The number of the run, once it makes letters.
    pub run: Option<u32>,
}

impl Tally {
    /// Nothing yet.
    #[must_use]
    pub fn new(findings: Findings) -> Self {
        Self { findings, counts: Counts::default(), run: None }
    }
}

/// The second pass: makes and writes the letters of all cases, in order. Gives the names of the files that
/// wait for the end of the run.
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
    let mut chunks = entries.chunks(TOGETHER).map(|chunk| chunk.iter().collect::<Vec<_>>());
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
