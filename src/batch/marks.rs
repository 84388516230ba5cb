//! What only the print stream shows over a letter: the code for the post, and the marks for the machine that
//! puts sheets in envelopes. The letter in the archive has neither.

use super::making::Letter;
use super::options::Options;
use super::{BatchError, Job};
use crate::render::pdf::content::overlay;
use crate::render::pdf::sheet_mark::{Sheets, TooHigh};
use std::io;

/// What the marks of a run share.
#[derive(Clone, Copy, Debug)]
pub struct Marks<'a> {
    options: &'a Options,
    /// The run, in eight digits.
    run: u32,
}

/// What stands over one letter.
#[derive(Debug, Default)]
pub struct Marked {
    /// The content over each page; nothing for no page.
    pub overlays: Vec<Vec<u8>>,
    /// Run and number of the letter as its marks say them.
    pub digits: Option<String>,
}

impl<'a> Marks<'a> {
    /// The marks of a run.
    #[must_use]
    pub const fn new(options: &'a Options, run: u32) -> Self {
        Self { options, run }
    }

    /// Draws what stands over the letters of a case, of which the first has this number in the run.
    ///
    /// # Errors
    /// A number is too high for a mark, or a mark could not be drawn.
    pub fn draw(&self, job: &Job<'_>, letters: &[Letter], first: u64) -> Result<Vec<Marked>, BatchError> {
        letters.iter().zip(first..).map(|(letter, number)| self.over(job, letter, number)).collect()
    }

    fn over(&self, job: &Job<'_>, letter: &Letter, number: u64) -> Result<Marked, BatchError> {
        let Some(made) = &letter.made else { return Ok(Marked::default()) };
        let sheets = self.options.inserter.then(|| Sheets {
            run: self.run,
            letter: u32::try_from(number).unwrap_or(u32::MAX),
            pages: made.pages(),
            duplex: self.options.duplex,
        });
        if sheets.is_none() && letter.code.is_empty() {
            return Ok(Marked::default());
        }
        let mut overlays = Vec::with_capacity(made.pages());
        for page in 0..made.pages() {
            let mut over = if page == 0 { letter.code.clone() } else { Vec::new() };
            if let Some(sheets) = sheets {
                let marks = sheets.marks(page).map_err(too_high)?;
                over.extend(overlay(marks).map_err(|error| job.failed(io::Error::other(error)))?);
            }
            overlays.push(over);
        }
        let digits = sheets.map(|sheets| format!("{:08}{:07}", sheets.run, sheets.letter));
        Ok(Marked { overlays, digits })
    }
}

fn too_high(error: TooHigh) -> BatchError {
    BatchError::Usage(format!("{error}\nhulp: verdeel de zaken met `--deel`"))
}
