//! The mark by which the inserter identifies a sheet: a Data Matrix with run, letter and sheet, so that the
//! machine stops when a sheet is missing, double or of another letter.
//!
//! A mark always has 22 digits, so that every mark has the same size (ISO/IEC 16022: 16 by 16 modules, with
//! half of the codewords for error correction): the digit 1 for this layout, run (8), number of the letter in
//! the run (7), sheet (3), sheets of the letter (3). docs/drukwerk.md documents this for those who configure
//! the machine.

use super::layout::FOOTER_Y;
use super::mark::Mark;
use crate::render::a4::{Area, EDGE_SIDE};
use crate::render::colour::Colour;
use crate::render::length::Length;
use datamatrix::{DataMatrix, SymbolSize};
use std::fmt;

/// Size of a module: 12 dots of a 600 dpi printer, 0.51 mm.
const MODULE: Length = 1440;
/// Modules in a row and in a column.
const MODULES: Length = 16;
/// Left edge of a mark: the edge of what printers can print, plus the module of white space that a mark
/// needs.
const X: Length = EDGE_SIDE + MODULE;
/// Top of a mark, whose bottom is on the baseline of the footer: below the text, the folds and every address
/// window.
const Y: Length = FOOTER_Y - MODULES * MODULE;
/// Number of digits of a mark.
const DIGITS: usize = 22;

/// The number of a run, letter or sheet is too high for a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooHigh;

impl fmt::Display for TooHigh {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("een merk op een vel heeft plaats voor 9.999.999 brieven van 999 vellen")
    }
}

impl std::error::Error for TooHigh {}

/// The sheets of a letter in a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sheets {
    /// Number of the run, at most eight digits; different for runs that may be in the same machine.
    pub run: u32,
    /// Number of the letter in the run, from 1.
    pub letter: u32,
    /// Number of pages of the letter.
    pub pages: usize,
    /// Whether both sides of a sheet are printed.
    pub duplex: bool,
}

impl Sheets {
    /// The mark on a page, counted from 0; empty for the back of a sheet.
    ///
    /// # Errors
    /// A number is too high for a mark.
    pub fn marks(&self, page: usize) -> Result<Vec<Mark>, TooHigh> {
        let sides = if self.duplex { 2 } else { 1 };
        if !page.is_multiple_of(sides) {
            return Ok(Vec::new());
        }
        draw(&self.digits(page / sides + 1, self.pages.div_ceil(sides)))
    }

    /// The digits of the mark on a sheet.
    fn digits(&self, sheet: usize, sheets: usize) -> String {
        format!("1{:08}{:07}{sheet:03}{sheets:03}", self.run, self.letter)
    }
}

/// The dark modules; those that touch in a row form one area.
fn draw(digits: &str) -> Result<Vec<Mark>, TooHigh> {
    if digits.len() != DIGITS {
        return Err(TooHigh);
    }
    let code = DataMatrix::encode(digits.as_bytes(), SymbolSize::Square16).map_err(|_| TooHigh)?;
    let bitmap = code.bitmap();
    let mut marks = Vec::new();
    let mut y = Y;
    for row in bitmap.bits().chunks(bitmap.width()) {
        let mut x = X;
        for run in row.chunk_by(|a, b| a == b) {
            let width = MODULE * Length::try_from(run.len()).unwrap_or_default();
            if run.first() == Some(&true) {
                marks.push(Mark::Fill(Area { x, y, width, height: MODULE }, Colour::BLACK));
            }
            x += width;
        }
        y += MODULE;
    }
    Ok(marks)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEETS: Sheets = Sheets { run: 4_071_999, letter: 65_000, pages: 5, duplex: true };

    /// The digits that a reader decodes from the areas of a mark.
    fn read(marks: &[Mark]) -> String {
        let mut modules = [[false; 16]; 16];
        let index = |length: Length| usize::try_from(length / MODULE).unwrap();
        for mark in marks {
            let Mark::Fill(area, Colour::BLACK) = mark else { panic!("not a dark area: {mark:?}") };
            let row = &mut modules[index(area.y - Y)];
            row[index(area.x - X)..index(area.x - X + area.width)].fill(true);
        }
        String::from_utf8(DataMatrix::decode(modules.as_flattened(), 16).unwrap()).unwrap()
    }

    #[test]
    fn a_reader_finds_run_letter_and_sheet() {
        for (page, expected) in [(0, "001003"), (2, "002003"), (4, "003003")] {
            let read = read(&SHEETS.marks(page).unwrap());
            assert_eq!(read, format!("1{}{}{expected}", "04071999", "0065000"));
        }
    }

    #[test]
    fn the_back_of_a_sheet_has_no_mark() {
        let marked = |sheets: Sheets| -> Vec<bool> {
            (0..sheets.pages).map(|page| !sheets.marks(page).unwrap().is_empty()).collect()
        };
        assert_eq!(marked(SHEETS), [true, false, true, false, true]);
        let one_side = Sheets { duplex: false, ..SHEETS };
        assert_eq!(marked(one_side), [true; 5]);
        assert!(read(&one_side.marks(4).unwrap()).ends_with("005005"));
    }

    #[test]
    fn a_number_that_is_too_high_is_refused() {
        let last = Sheets { run: 99_999_999, letter: 9_999_999, pages: 1998, duplex: true };
        assert_eq!(read(&last.marks(1996).unwrap()), "1999999999999999999999");
        for wrong in [
            Sheets { run: 100_000_000, ..last },
            Sheets { letter: 10_000_000, ..last },
            Sheets { pages: 1999, ..last },
        ] {
            assert_eq!(wrong.marks(0), Err(TooHigh));
        }
    }
}
