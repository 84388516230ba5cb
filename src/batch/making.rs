//! The second pass for one case: reads it again and makes its letters, or says why it gets none.
//!
//! Nothing is written here. Cases can therefore be made in parallel, and when one letter of a case cannot
//! be made the case is refused before any of its other letters is written.

use super::address_file::AddressRow;
use super::finding::Finding;
use super::folder::{Folder, LETTERS};
use super::index::Entry;
use super::job::Job;
use super::journal::{self, PriorRuns};
use super::letter::{FileState, FinishedLetter, LetterFacts};
use super::letter_id::LetterId;
use super::manifest;
use super::reading;
use super::reprint::{Reprint, other_letters};
use super::sources::Source;
use super::turns::Turn;
use crate::case::model::Wijze;
use crate::decide::outcome::Outcome;
use crate::diagnostic::{Code, Diagnostic};
use crate::files::read_if_there;
use crate::hash::Hash;
use crate::letter::document::Document;
use crate::pipeline::{Assessed, Format, Run};
use crate::receipt::{self, Input, Receipt};
use crate::render::pdf::LetterFile;
use crate::render::pdf::paper::mark::Mark;
use crate::render::pdf::paper::{code_line, kix};
use crate::render::pdf::writing::content::overlay;
use crate::signed;
use std::io;
use std::path::PathBuf;

/// The result for a case in the second pass.
pub enum CaseResult<'a> {
    /// The letters of the case that were asked for, in order.
    Letters(&'a Entry, Vec<FinishedLetter>),
    /// The case gets no letters, for this reason.
    Refused(&'a Entry, Finding),
    /// A file could not be read.
    Failed(PathBuf, io::Error),
}

/// Why a letter was not made.
enum NotMade {
    Refused(Box<Diagnostic>),
    Failed(PathBuf, io::Error),
}

/// What all cases of a run share while their letters are made.
pub struct Making<'a> {
    /// The job of the run.
    pub job: &'a Job<'a>,
    /// The pipeline, ready for many cases.
    pub run: Run<'a>,
    /// What earlier runs in the folder made.
    pub past: &'a PriorRuns,
    /// The folder of the run.
    pub folder: &'a Folder,
    /// The letters that this run makes again, if it does that.
    pub reprint: Option<&'a Reprint>,
}

impl Making<'_> {
    /// Makes the letters of a case, or the one whose turn it is.
    pub fn turn<'e>(&self, turn: &Turn<'e>) -> CaseResult<'e> {
        let Turn { entry, only } = *turn;
        let Self { job, run, past, folder, reprint } = self;
        let source = job.source(entry.source);
        let reread = match source.map(|s| (s, s.read_again(entry.spot))) {
            Some((_, Ok(document))) => Some(document),
            // What is gone, or no file any more, is a case that changed; any other error stops the run.
            Some((s, Err(error)))
                if !matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::InvalidInput) =>
            {
                return CaseResult::Failed(PathBuf::from(s.name()), error);
            }
            _ => None,
        };
        let Some(assessed) = reread
            .map(|document| reading::assess(job, run, document))
            .filter(|assessed| Hash::of(&assessed.text) == entry.hash)
        else {
            return CaseResult::Refused(entry, job.finding(entry, &changed_case()));
        };
        if !matches!(assessed.decision.outcome, Outcome::Letters(..)) {
            // The words of its letters were not composed before.
            let file = job.registered(entry);
            let found = assessed.diagnostics().first().cloned().unwrap_or_else(changed_case);
            let finding = Finding::new(&found, &assessed.source(&file), Some(&entry.kenmerk));
            return CaseResult::Refused(entry, finding);
        }
        if reprint.is_some_and(|reprint| !reprint.fits(&entry.kenmerk, &assessed.letters)) {
            return CaseResult::Refused(entry, job.finding(entry, &other_letters().at(entry.place)));
        }
        let maker = Maker {
            job,
            past,
            folder,
            reprint: *reprint,
            input: Input::of(&assessed, &source.map_or_else(String::new, Source::given)),
            made_from: journal::origin(entry.hash, &job.options.overrides, &job.versions),
            code_line: only.map(|(_, text)| text),
        };
        let asked = |place: usize| only.is_none_or(|(only, _)| only == place);
        let letters = assessed.letters.iter().enumerate().filter(|(place, _)| asked(*place));
        match letters.map(|(_, letter)| maker.letter(&assessed, letter)).collect() {
            Ok(letters) => CaseResult::Letters(entry, letters),
            Err(NotMade::Failed(path, error)) => CaseResult::Failed(path, error),
            Err(NotMade::Refused(diagnostic)) => {
                let file = job.registered(entry);
                let place = assessed.source(&file);
                CaseResult::Refused(entry, Finding::new(&diagnostic, &place, Some(&entry.kenmerk)))
            }
        }
    }
}

/// The finding about a case that is not the same as when it was first read.
fn changed_case() -> Diagnostic {
    let message = "De zaak is veranderd of verdwenen terwijl de brieven werden gemaakt.";
    Diagnostic::new::<String>(Code::Changed, message, [])
        .with_hint("Geef de opdracht nog eens met `--vervolg`.")
}

/// The finding about a case when another letter exists where one of its letters must go.
#[must_use]
pub fn other_letter_exists() -> Diagnostic {
    let message = "Waar een brief van deze zaak moet komen, staat al een andere; er is niets veranderd.";
    Diagnostic::new::<String>(Code::Exists, message, [])
        .with_hint("Zet dat bestand weg. Telt de hele opdracht niet meer, dan vervangt `--overschrijf` haar.")
}

/// Whether a file is a letter that was signed since: making it again would take the signature away.
fn is_signed(existing: &[u8], letter: &[u8]) -> bool {
    existing.starts_with(letter) && signed::check(existing, letter.len()).is_ok()
}

/// What the letters of a case share while they are made.
struct Maker<'a> {
    job: &'a Job<'a>,
    past: &'a PriorRuns,
    folder: &'a Folder,
    reprint: Option<&'a Reprint>,
    input: Input,
    /// A hash of what they are made from.
    made_from: Hash,
    /// The code line of the letter whose turn it is; `None` in a run without codes.
    code_line: Option<&'a str>,
}

impl Maker<'_> {
    fn letter(&self, assessed: &Assessed, letter: &Document) -> Result<FinishedLetter, NotMade> {
        let (file, replaces) = match self.reprint {
            Some(reprint) => reprint.files(letter),
            None => (format!("{LETTERS}/{}.{}", letter.file_stem, Format::Pdf.extension()), None),
        };
        let existing = self.existing_bytes(&file)?;
        let facts = facts(assessed, letter)?;
        if let Some((bytes, pages)) =
            existing.as_ref().and_then(|bytes| Some((bytes, self.known_pages(&file, bytes)?)))
        {
            let bytes = bytes.clone();
            return self.with_receipt(
                assessed,
                letter,
                facts,
                FileBytes { file, replaces, hash: Hash::of(&bytes), bytes, pages, state: FileState::Same },
            );
        }
        let pipeline = self.job.pipeline;
        let content = pipeline.make(letter).map_err(NotMade::Refused)?;
        let LetterFile { bytes, hash } =
            pipeline.file(&content).map_err(|error| NotMade::Failed(self.folder.path(&file), error))?;
        let state = match existing {
            None => FileState::New,
            Some(existing) if existing == bytes || is_signed(&existing, &bytes) => FileState::Same,
            Some(existing)
                if self.job.options.overwrite
                    || self.past.is_provisional(&file, &existing, Hash::of(&existing))
                    || self.past.restores(&file, &bytes)
                    || self.past.is_unfinished(&file) && is_torn(&existing, &bytes) =>
            {
                FileState::Replace
            }
            Some(_) => return Err(NotMade::Refused(Box::new(other_letter_exists()))),
        };
        let pages = u32::try_from(content.pages()).unwrap_or(u32::MAX);
        let code = self.kix_code(letter, facts.wijze)?;
        let code_line = self.code_line(letter)?;
        let written = FileBytes { file, replaces, hash, bytes, pages, state };
        let finished = self.with_receipt(assessed, letter, facts, written)?;
        Ok(FinishedLetter {
            content: self.job.options.stream.then_some(content),
            code,
            code_line,
            ..finished
        })
    }

    /// The code line over a letter; `None` in a run without codes.
    fn code_line(&self, letter: &Document) -> Result<Option<Vec<u8>>, NotMade> {
        let Some(text) = self.code_line else { return Ok(None) };
        if text.is_empty() {
            return Ok(Some(Vec::new()));
        }
        self.drawn(code_line::marks(letter, self.job.pipeline.press.look(), text)).map(Some)
    }

    /// What is drawn over a page of the print stream.
    fn drawn(&self, marks: Vec<Mark>) -> Result<Vec<u8>, NotMade> {
        let failed = |error: String| NotMade::Failed(self.folder.path(LETTERS), io::Error::other(error));
        overlay(marks).map_err(|error| failed(error.to_string()))
    }

    /// The KIX code over a letter; `None` where no codes are asked for. A letter that is handed to the person has none.
    fn kix_code(&self, letter: &Document, wijze: &str) -> Result<Option<Vec<u8>>, NotMade> {
        if !self.job.options.kix {
            return Ok(None);
        }
        if wijze == Wijze::Uitreiking.word() && !letter.is_copy {
            return Ok(Some(Vec::new()));
        }
        self.drawn(kix::marks(letter, self.job.pipeline.press.look())).map(Some)
    }

    /// The bytes of a file that exists in the folder; `None` when there is none.
    fn existing_bytes(&self, file: &str) -> Result<Option<Vec<u8>>, NotMade> {
        let path = self.folder.path(file);
        read_if_there(&path).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => NotMade::Refused(Box::new(other_letter_exists())),
            _ => NotMade::Failed(path, error),
        })
    }

    /// The number of pages of the letter in this file, if an earlier run made it from the same case,
    /// options and versions. With a print stream it is always `None`: the content is needed, so the
    /// letter is made again.
    fn known_pages(&self, file: &str, bytes: &[u8]) -> Option<u32> {
        if self.job.options.stream {
            return None;
        }
        let known = self.past.find(file, Hash::of(bytes))?;
        known.pages.filter(|_| known.origin == self.made_from)
    }

    /// A letter with its receipt, without the parts that only the print stream shows.
    fn with_receipt(
        &self,
        assessed: &Assessed,
        letter: &Document,
        facts: LetterFacts,
        written: FileBytes,
    ) -> Result<FinishedLetter, NotMade> {
        let job = self.job;
        let id = LetterId::of(self.made_from, &letter.file_stem, job.options.duplex);
        let FileBytes { file, replaces, hash, bytes, pages, state } = written;
        let receipt = Receipt {
            letter: receipt::Letter::of(letter, Format::Pdf, file, (hash, bytes.len() as u64))
                .ok_or_else(case_has_changed)?,
            input: self.input.clone(),
            options: self.job.options.overrides,
            versions: self.job.versions.clone(),
        };
        let address = match &assessed.decision.outcome {
            Outcome::Letters(case, _) if job.options.addresses.is_some() => {
                AddressRow::new(case, letter, id, job.options.sheets(pages), job.pipeline)
            }
            _ => None,
        };
        let (line, date) = (receipt.to_line(), letter.date_iso.clone());
        Ok(FinishedLetter {
            receipt,
            line,
            facts,
            replaces,
            id,
            address,
            date,
            pages,
            state,
            bytes,
            content: None,
            code: None,
            code_line: None,
        })
    }
}

/// The file of a letter: its path in the folder, its bytes, its pages and what must happen to it.
struct FileBytes {
    file: String,
    /// The file of the letter that it replaces.
    replaces: Option<String>,
    bytes: Vec<u8>,
    hash: Hash,
    pages: u32,
    state: FileState,
}

fn facts(assessed: &Assessed, letter: &Document) -> Result<LetterFacts, NotMade> {
    let Outcome::Letters(case, _) = &assessed.decision.outcome else { return Err(case_has_changed()) };
    Ok(LetterFacts {
        made_known: case.bekendmaking.datum.to_string(),
        wijze: case.bekendmaking.wijze.word(),
        terms: manifest::terms(&letter.terms),
        postcode: letter.post.as_ref().map(|post| post.postcode.clone()),
        afwijking: assessed.decision.afwijking,
        grounds: letter.grounds.clone(),
    })
}

/// Whether a file is what a power cut may leave of these bytes: its end is missing, or parts of it are zeros.
fn is_torn(found: &[u8], made: &[u8]) -> bool {
    /// No disk keeps less than this together.
    const SECTOR: usize = 512;
    let kept = |(found, made): (&[u8], &[u8])| made.starts_with(found) || found.iter().all(|byte| *byte == 0);
    found.len() <= made.len() && found.chunks(SECTOR).zip(made.chunks(SECTOR)).all(kept)
}

fn case_has_changed() -> NotMade {
    NotMade::Refused(Box::new(changed_case()))
}
