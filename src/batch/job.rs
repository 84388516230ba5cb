//! The job of a run: its options, what makes the letters, the files with the cases, and the threads.

use super::error::BatchError;
use super::finding::Finding;
use super::folder::Folder;
use super::index::Entry;
use super::options::{FileNames, Options};
use super::sources::{self, Source};
use super::threads::Threads;
use crate::case::split::documents;
use crate::diagnostic::{self, Diagnostic};
use crate::files::create_private;
use crate::hash::Hash;
use crate::pipeline::Pipeline;
use crate::places::Places;
use crate::receipt::Versions;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

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
    /// When an input that can be read only once cannot be copied to the folder.
    pub fn new(
        options: &'a Options,
        pipeline: &'a Pipeline,
        folder: Option<&Folder>,
    ) -> Result<Self, BatchError> {
        let copy = folder.map(|folder| |index: usize, path: &Path| spool(folder, index, path));
        let copy = copy.as_ref().map(|copy| copy as sources::Spool<'_, BatchError>);
        Ok(Self {
            options,
            pipeline,
            versions: Versions::of(pipeline),
            sources: sources::find(&options.paths, options.folder.as_deref(), copy)?,
            threads: Threads::new(options.threads),
        })
    }

    /// The source with this number.
    #[must_use]
    pub fn source(&self, number: u32) -> Option<&Source> {
        self.sources.get(usize::try_from(number).unwrap_or(usize::MAX))
    }

    /// The file of a case as registers name it.
    #[must_use]
    pub fn registered(&self, entry: &Entry) -> String {
        self.source(entry.source).map_or_else(String::new, |source| source.registered(Some(entry.hash)))
    }

    /// The file of a case, by the hash of the case, as findings name it.
    #[must_use]
    pub fn named(&self, source: u32, case: Option<Hash>) -> String {
        self.source(source).map_or_else(String::new, |source| match self.options.tells_findings {
            Some(FileNames::Given) => source.name(),
            Some(FileNames::Registered) | None => source.registered(case),
        })
    }

    /// Makes a finding about a case whose text is not in memory. It names the file and the document.
    #[must_use]
    pub fn finding(&self, entry: &Entry, diagnostic: &Diagnostic) -> Finding {
        let places = Places::default();
        let file = self.named(entry.source, Some(entry.hash));
        let place = diagnostic::Source {
            file: &file,
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
fn spool(folder: &Folder, index: usize, path: &Path) -> Result<PathBuf, BatchError> {
    let copy = folder.temporary_path(&format!("invoer-{index}"));
    let not_written = |error| BatchError::io(folder.root(), error);
    let not_read = |error| BatchError::io(path, error);
    let file = BufWriter::new(create_private(&copy).map_err(not_written)?);
    let from: Box<dyn Read> = if sources::is_stdin(path) {
        Box::new(io::stdin().lock())
    } else {
        Box::new(File::open(path).map_err(not_read)?)
    };
    // Cut into documents while it is copied: an input without an end stops there, not when the disk is full.
    let copied = Copied { from, to: file, written: Ok(()) };
    let mut documents = documents(BufReader::with_capacity(1 << 16, copied));
    let read = documents.by_ref().try_for_each(|document| document.map(drop));
    let Copied { mut to, written, .. } = documents.into_reader().into_inner();
    written.and_then(|()| to.flush()).map_err(not_written)?;
    read.map_err(not_read)?;
    Ok(copy)
}

/// A reader of which everything that is read is written too.
struct Copied<R, W> {
    from: R,
    to: W,
    /// Whether everything could be written; after an error nothing more is read.
    written: io::Result<()>,
}

impl<R: Read, W: Write> Read for Copied<R, W> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(buffer)?;
        self.written = self.to.write_all(buffer.get(..read).unwrap_or_default());
        Ok(if self.written.is_ok() { read } else { 0 })
    }
}
