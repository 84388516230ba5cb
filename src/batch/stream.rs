//! The print stream: the letters in the order of the run, in parts with a limited number of sheets.
//!
//! The letters of a part share its fonts and are written to it one by one. The letters of a case are
//! never spread over two parts. In duplex printing every letter begins on a new sheet, so that the
//! inserter never finds two letters on one sheet.

use super::folder::{Folder, part_name};
use super::job::Job;
use super::letter::FinishedLetter;
use super::manifest::Printed;
use super::marks::Marked;
use super::vouched::{Counting, Vouched};
use crate::render::pdf::writing::document_parts::Record;
use crate::render::pdf::writing::letter_content::LetterContent;
use crate::render::pdf::writing::metadata::About;
use crate::render::pdf::writing::print_stream::PrintStream;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, BufWriter};

/// The print stream that is being written.
pub struct Stream<'a> {
    job: &'a Job<'a>,
    folder: &'a Folder,
    part: Option<Part<'a>>,
    /// The parts that are complete.
    pub parts: Vec<Vouched>,
    /// The file names of the parts so far.
    names: Vec<String>,
}

/// The part that is being written.
struct Part<'a> {
    file: PrintStream<'a, BufWriter<Counting<File>>>,
    sheets: u32,
    /// The latest dagtekening of its letters.
    date: String,
}

impl<'a> Stream<'a> {
    /// A print stream that goes on after these parts.
    #[must_use]
    pub fn new(job: &'a Job<'a>, folder: &'a Folder, earlier: Vec<Vouched>) -> Self {
        let names = earlier.iter().map(|part| part.bestand.clone()).collect();
        Self { job, folder, part: None, parts: earlier, names }
    }

    /// Makes room for the letters of a case: in the current part if they fit, otherwise in a new one.
    ///
    /// # Errors
    /// When the current part cannot be completed.
    pub fn begin_case(&mut self, letters: &[FinishedLetter]) -> io::Result<()> {
        let sheets: u32 = letters.iter().map(|letter| self.job.options.sheets(letter.pages)).sum();
        let full = |part: &Part<'_>| part.sheets.saturating_add(sheets) > self.job.options.part_sheets;
        if self.part.as_ref().is_some_and(full) {
            self.end_part()?;
        }
        Ok(())
    }

    /// Adds a letter with its number in the run and what is drawn over it. Returns its place in the print stream.
    ///
    /// # Errors
    /// When the part cannot be opened or written.
    pub fn letter(
        &mut self,
        (letter, number): (&FinishedLetter, u64),
        content: &LetterContent,
        marked: &Marked,
    ) -> io::Result<Printed> {
        let part = match &mut self.part {
            Some(part) => part,
            empty => {
                let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX).saturating_add(1);
                let name = part_name(number);
                let file = Counting::new(self.folder.scratch(&name)?);
                let file = BufWriter::with_capacity(1 << 16, file);
                self.names.push(name);
                let file = self.job.pipeline.print_stream(file)?;
                empty.insert(Part { file, sheets: 0, date: String::new() })
            }
        };
        if self.job.options.duplex && part.file.pages() % 2 == 1 {
            part.file.blank()?;
        }
        let first_page = part.file.pages() + 1;
        let pages = content.pages();
        let sheets = self.job.options.sheets(u32::try_from(pages).unwrap_or(u32::MAX));
        let duplex = self.job.options.duplex;
        let record = Record { number, id: letter.id.to_string(), pages, sheets, duplex };
        part.file.letter(content, &marked.overlays, record)?;
        part.sheets = part.sheets.saturating_add(sheets);
        if letter.date > part.date {
            part.date.clone_from(&letter.date);
        }
        let part = self.names.last().cloned().unwrap_or_default();
        Ok(Printed { part, first_page, mark: marked.digits.clone() })
    }

    /// Completes the current part, if there is one.
    ///
    /// # Errors
    /// When the part cannot be written.
    pub fn end_part(&mut self) -> io::Result<()> {
        let Some(mut part) = self.part.take() else { return Ok(()) };
        if self.job.options.duplex && part.file.pages() % 2 == 1 {
            part.file.blank()?;
        }
        let mut title = format!("Drukstroom {:04}", self.names.len());
        if let Some(share) = self.job.options.selection.share {
            let _ = write!(title, ", deel {} van {}", share.number, share.of);
        }
        let author = &self.job.pipeline.organisation.naam;
        let pages = part.file.pages() as u64;
        let (written, _) =
            part.file.finish(&About { title: &title, author, date: &part.date, letter: None })?;
        let counted = written.into_inner().map_err(io::IntoInnerError::into_error)?;
        let name = self.names.last().map_or("", String::as_str);
        self.parts.push(counted.vouched(name, None, Some(pages)));
        Ok(())
    }
}
