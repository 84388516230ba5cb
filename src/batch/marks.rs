//! What is drawn over a letter only in the print stream: the KIX code or the code line for the post, and the marks for the
//! machine that puts sheets in envelopes. The archived letter has neither.

use super::error::BatchError;
use super::job::Job;
use super::letter::FinishedLetter;
use crate::render::pdf::paper::sheet_mark::{Sheets, TooHigh};
use crate::render::pdf::writing::content::overlay;
use crate::render::pdf::writing::deflate::zlib;
use std::io;

/// What is drawn over one letter.
#[derive(Debug, Default)]
pub struct Marked {
    /// The compressed content to draw over each page; empty bytes for a page without any, and an empty
    /// list when no page has any.
    pub overlays: Vec<Vec<u8>>,
    /// The number of the run and of the letter as its marks give them.
    pub digits: Option<String>,
}

/// Draws the codes and marks of the letters of a case. `first` is the number in the run of the first
/// letter; `run` has at most eight digits.
///
/// # Errors
/// When a number is too high for a mark, or when a mark cannot be drawn.
pub fn draw(
    job: &Job<'_>,
    run: u32,
    letters: &[FinishedLetter],
    first: u64,
) -> Result<Vec<Marked>, BatchError> {
    letters.iter().zip(first..).map(|(letter, number)| draw_letter(job, run, letter, number)).collect()
}

fn draw_letter(job: &Job<'_>, run: u32, letter: &FinishedLetter, number: u64) -> Result<Marked, BatchError> {
    let Some(content) = &letter.content else { return Ok(Marked::default()) };
    let sheets = job.options.inserter.then(|| Sheets {
        run,
        letter: u32::try_from(number).unwrap_or(u32::MAX),
        pages: content.pages(),
        duplex: job.options.duplex,
    });
    // There is room for one of them only.
    let code = [&letter.code, &letter.code_line].into_iter().flatten().find(|code| !code.is_empty());
    let code = code.map(Vec::as_slice).unwrap_or_default();
    if sheets.is_none() && code.is_empty() {
        return Ok(Marked::default());
    }
    let mut overlays = Vec::with_capacity(content.pages());
    for page in 0..content.pages() {
        let mut drawn = if page == 0 { code.to_vec() } else { Vec::new() };
        if let Some(sheets) = sheets {
            let marks = sheets.marks(page).map_err(too_high)?;
            drawn.extend(overlay(marks).map_err(|error| job.failed(io::Error::other(error)))?);
        }
        let packed = if drawn.is_empty() { Ok(drawn) } else { zlib(&drawn) };
        overlays.push(packed.map_err(|error| job.failed(error))?);
    }
    let digits = sheets.map(|sheets| format!("{:08}{:07}", sheets.run, sheets.letter));
    Ok(Marked { overlays, digits })
}

fn too_high(error: TooHigh) -> BatchError {
    BatchError::Usage(format!("{error}\nhulp: verdeel de zaken met `--deel`"))
}
