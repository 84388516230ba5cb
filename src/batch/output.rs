//! The writing in the second pass: the journal, the letters, the print stream and the registers, in this
//! order.
//!
//! The journal is written before the letters, so that after an interruption it names every letter of the
//! run. The rest is written after the letters, in the order of the run, so that no register names a
//! letter that does not exist.

use super::address_file::AddressFile;
use super::error::BatchError;
use super::finding::Finding;
use super::finding_registers::FindingRegisters;
use super::folder::{Folder, remove};
use super::interrupted::Interrupted;
use super::job::Job;
use super::journal::{Journal, PriorRuns};
use super::letter::{FileState, FinishedLetter};
use super::making::{CaseResult, other_letter_exists};
use super::marks::{self, Marked};
use super::registers::Registers;
use super::round::Earlier;
use super::sidecars::{self, Sidecars};
use super::stream::Stream;
use super::tally::Tally;
use super::vouched::Vouched;
use crate::batch::index::{Entry, State};
use crate::files::{WriteError, write_atomically};
use crate::metadata::Settings;
use std::collections::BTreeSet;
use std::io;
use std::path::PathBuf;

/// The files of a run that are being written.
pub struct Output<'a> {
    job: &'a Job<'a>,
    past: &'a PriorRuns,
    folder: &'a Folder,
    journal: Journal,
    /// The number of the run, as its sheets show it.
    run: u32,
    stream: Stream<'a>,
    registers: Registers,
    /// The addresses for the post, if they are asked for.
    addresses: Option<AddressFile>,
    /// The metadata of the letters, if it is asked for.
    sidecars: Option<Sidecars<'a>>,
    /// The number of letters that have been registered.
    number: u64,
    /// The round, counted from 1.
    round: u32,
    /// The rows of the findings of earlier rounds; `None` in the first.
    earlier_findings: Option<u64>,
    /// The files of the letters of this run, where it replaces another.
    given: BTreeSet<String>,
    /// The files that an interrupted run made and that this run gives too.
    confirmed: BTreeSet<String>,
}

impl<'a> Output<'a> {
    /// Opens the files; `run` is the number of the run on its sheets.
    ///
    /// # Errors
    /// When a file cannot be opened.
    pub fn new(
        job: &'a Job<'a>,
        run: u32,
        earlier: Option<&Earlier<'_>>,
        past: &'a PriorRuns,
        folder: &'a Folder,
    ) -> Result<Self, BatchError> {
        let addresses = job.options.addresses.as_deref();
        let addresses = addresses.map(|path| AddressFile::new(path, job.options.csv)).transpose()?;
        let begun = Self::begin(job, run, earlier, past, folder).map_err(|error| job.failed(error))?;
        Ok(Self { addresses, ..begun })
    }

    fn begin(
        job: &'a Job<'a>,
        run: u32,
        earlier: Option<&Earlier<'_>>,
        past: &'a PriorRuns,
        folder: &'a Folder,
    ) -> io::Result<Self> {
        let begins = if earlier.is_some() { Interrupted::Round } else { Interrupted::Run };
        Ok(Self {
            job,
            past,
            folder,
            journal: Journal::open(folder, past, begins)?,
            run,
            stream: Stream::new(job, folder, earlier.map(Earlier::parts).unwrap_or_default()),
            registers: Registers::begin(folder, job.options.csv, earlier)?,
            addresses: None,
            sidecars: Sidecars::begin(job.options, folder)?,
            number: earlier.map_or(0, Earlier::letters),
            round: earlier.map_or(1, Earlier::next),
            earlier_findings: earlier.map(Earlier::findings),
            given: BTreeSet::new(),
            confirmed: BTreeSet::new(),
        })
    }

    /// Writes the letters of a chunk of cases.
    ///
    /// # Errors
    /// When a file cannot be read or written, or when a number is too high for a mark.
    pub fn write(&mut self, made: Vec<CaseResult<'_>>, tally: &mut Tally) -> Result<(), BatchError> {
        let failed = |error| self.job.failed(error);
        let (mut cases, mut refused) = (Vec::with_capacity(made.len()), Vec::new());
        for made in made {
            match made {
                CaseResult::Letters(entry, letters) => cases.push((entry, letters)),
                CaseResult::Refused(entry, finding) => refused.push((entry, finding)),
                CaseResult::Failed(path, error) => return Err(BatchError::Io { path, error }),
            }
        }
        self.refuses_no_code(&refused)?;
        let written = cases.iter().flat_map(|(_, letters)| letters);
        let new = written.filter(|letter| letter.state != FileState::Same);
        self.journal.note(new.map(|letter| (letter.pages, letter.line.as_str()))).map_err(failed)?;
        let (folder, settings) = (self.folder, self.sidecars.as_ref().map(Sidecars::settings));
        let cases = self.job.threads.map(cases, |(entry, letters)| {
            let done = write_case(folder, &letters, settings);
            (entry, letters, done)
        });
        let mut written = Vec::with_capacity(cases.len());
        let mut next = self.number + 1;
        for (entry, letters, done) in cases {
            match done {
                Ok(()) => {
                    let first = next;
                    next += letters.len() as u64;
                    written.push((entry, letters, first));
                }
                Err((_, WriteError::Exists)) => {
                    refused.push((entry, self.job.finding(entry, &other_letter_exists())));
                }
                Err((path, WriteError::Io(error))) => return Err(BatchError::Io { path, error }),
            }
        }
        self.refuses_no_code(&refused)?;
        let (job, run) = (self.job, self.run);
        let marked = job.threads.map(written, |(entry, letters, first)| {
            let marked = marks::draw(job, run, &letters, first);
            (entry, letters, marked)
        });
        for (entry, letters, marked) in marked {
            self.register(entry, &letters, &marked?, tally).map_err(|e| job.failed(e))?;
        }
        for (entry, finding) in refused {
            tally.counts.refuse(State::Letters);
            tally.findings.add(entry.ordinal, &finding).map_err(|e| self.job.failed(e))?;
        }
        Ok(())
    }

    /// With codes the order of the letters is that in which the post expects them: where one cannot be made, none is
    /// printed.
    fn refuses_no_code(&self, refused: &[(&Entry, Finding)]) -> Result<(), BatchError> {
        match refused.first().filter(|_| self.job.options.codes.is_some()) {
            None => Ok(()),
            Some((entry, finding)) => Err(BatchError::Usage(format!(
                "de zaak {} krijgt geen brief ({}), en het bestand met codes heeft er wel een; er is niets gedrukt\nhulp: \
                 verhelp dat, en maak het adresbestand en de codes opnieuw",
                entry.kenmerk,
                finding.code()
            ))),
        }
    }

    /// Adds a case whose letters have been written to the print stream, the registers and the counts.
    fn register(
        &mut self,
        entry: &Entry,
        letters: &[FinishedLetter],
        marked: &[Marked],
        tally: &mut Tally,
    ) -> io::Result<()> {
        let source = self.job.registered(entry);
        self.stream.begin_case(letters)?;
        for (letter, marked) in letters.iter().zip(marked) {
            self.number += 1;
            let printed = match &letter.content {
                Some(content) => Some(self.stream.letter((letter, self.number), content, marked)?),
                None => None,
            };
            if let (Some(file), Some(row)) = (&mut self.addresses, &letter.address) {
                file.add(row.clone(), Some(self.number));
            }
            if let Some(sidecars) = &mut self.sidecars {
                sidecars.add(letter)?;
            }
            let sheets = self.job.options.sheets(letter.pages);
            let row = letter.row(self.number, self.round, &source, sheets, printed.as_ref());
            self.registers.add(&row, &letter.line)?;
            let kept = &letter.receipt.letter;
            if self.job.options.sample.is_some_and(|every| self.number.is_multiple_of(every.into())) {
                let name = kept.file.rsplit('/').next().unwrap_or_default();
                self.folder.sample(name, &letter.bytes)?;
            }
            if self.job.options.overwrite {
                self.given.insert(kept.file.clone());
            }
            if self.past.is_unfinished(&kept.file) {
                self.confirmed.insert(kept.file.clone());
            }
            let counts = &mut tally.counts;
            let grounds = letter.facts.grounds.iter().map(|ground| ground.word());
            counts.letter(kept.kind.id(), kept.is_copy, grounds, kept.unconfirmed.iter().flatten());
            counts.same += u64::from(letter.state == FileState::Same);
            counts.pages += u64::from(letter.pages);
            counts.sheets += u64::from(sheets);
            counts.without_code += u64::from(letter.has_code() == Some(false));
            counts.without_code_line += u64::from(letter.has_code_line() == Some(false));
        }
        Ok(())
    }

    /// Completes the files. Returns those that get their final name at the end of the run.
    ///
    /// # Errors
    /// When a file cannot be written or a provisional letter cannot be removed.
    pub fn finish(mut self, tally: &mut Tally) -> Result<Vec<Vouched>, BatchError> {
        let (job, addresses) = (self.job, self.addresses.take());
        let files = self.end(tally).map_err(|error| job.failed(error))?;
        // Where not every case was read, the post would miss letters.
        let addresses = addresses.filter(|_| tally.counts.unreadable == 0);
        tally.address_counts = addresses.map(AddressFile::write).transpose()?;
        Ok(files)
    }

    fn end(mut self, tally: &mut Tally) -> io::Result<Vec<Vouched>> {
        self.stream.end_part()?;
        let mut files = std::mem::take(&mut self.stream.parts);
        tally.counts.parts = u32::try_from(files.len()).unwrap_or(u32::MAX);
        files.extend(self.registers.end()?);
        let csv = self.job.options.csv;
        let mut findings = FindingRegisters::begin(self.folder, csv, self.earlier_findings)?;
        tally.findings.each(&mut |line| findings.add(line))?;
        files.extend(findings.end()?);
        // While cases could not be read, it is not known which letters they give.
        if tally.counts.unreadable == 0 {
            self.past.remove_provisional(self.folder, &self.confirmed)?;
            if self.job.options.overwrite {
                self.past.remove_replaced(self.folder, &self.given)?;
            }
            sidecars::sweep(self.folder)?;
            if let Some(sidecars) = self.sidecars.take() {
                sidecars.end(self.folder, self.round)?;
            }
        }
        Ok(files)
    }
}

/// Writes the letters of a case, or none of them, and their metadata, also of letters that were there already.
fn write_case(
    folder: &Folder,
    letters: &[FinishedLetter],
    metadata: Option<&Settings>,
) -> Result<(), (PathBuf, WriteError)> {
    let mut written = Vec::new();
    for letter in letters.iter().filter(|letter| letter.state != FileState::Same) {
        let path = folder.path(&letter.receipt.letter.file);
        // The letter is not forced onto the disk by itself, because that would be slow: a run puts all of them on the
        // disk at once before it ends, and until then a letter that is lost in a crash is made again.
        match write_atomically(&path, &letter.bytes, letter.state == FileState::Replace, false) {
            Ok(()) => written.push(path),
            Err(error) => {
                // If this fails too, the next run removes the letter, because the journal names it.
                written.iter().for_each(|path| drop(remove(path)));
                return Err((path, error));
            }
        }
    }
    match metadata {
        Some(settings) => letters.iter().try_for_each(|letter| sidecars::write(settings, folder, letter)),
        None => Ok(()),
    }
}
