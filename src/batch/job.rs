//! The job of a run: its options, what makes the letters, the files with the cases, and the threads.

use super::error::BatchError;
use super::findings::Finding;
use super::folder::Folder;
use super::index::Entry;
use super::options::Options;
use super::sources::{self, Source};
use super::threads::Threads;
use crate::diagnostic::{self, Diagnostic};
use crate::files::create_private;
use crate::pipeline::Pipeline;
use crate::places::Places;
use crate::receipt::Versions;
use std::fs::File;
use std::io;
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

    /// Makes a finding about a case whose text is not in memory. It names the file and the document.
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
    let mut file = create_private(&copy)?;
    if path == Path::new("-") {
        io::copy(&mut io::stdin().lock(), &mut file)?;
    } else {
        io::copy(&mut File::open(path)?, &mut file)?;
    }
    Ok(copy)
}
