//! The registers of the findings: `fouten.jsonl` for programs and `fouten.csv` for spreadsheets, in the same order. They have
//! a temporary name until the run ends.

use super::file_names::{FINDINGS, FINDINGS_CSV};
use super::finding::{header, to_csv};
use super::folder::Folder;
use super::registers::{Register, open};
use super::vouched::Vouched;
use crate::csv::Dialect;
use std::io::{self, Write};

/// The registers that are being written.
pub struct FindingRegisters {
    lines: Register,
    csv: Register,
    dialect: Dialect,
    rows: u64,
}

impl FindingRegisters {
    /// Opens the registers; in a further round they begin with the rows of the `earlier` ones.
    ///
    /// # Errors
    /// When a file cannot be opened, read or written.
    pub fn begin(folder: &Folder, dialect: Dialect, earlier: Option<u64>) -> io::Result<Self> {
        let further = earlier.is_some();
        let (lines, mut csv) = (open(folder, FINDINGS, further)?, open(folder, FINDINGS_CSV, further)?);
        if !further {
            csv.write_all(header(dialect).as_bytes())?;
        }
        Ok(Self { lines, csv, dialect, rows: earlier.unwrap_or_default() })
    }

    /// Adds a finding by its line of JSON, without the line break.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn add(&mut self, line: &str) -> io::Result<()> {
        self.rows += 1;
        self.lines.write_all(line.as_bytes())?;
        self.lines.write_all(b"\n")?;
        self.csv.write_all(to_csv(line, self.dialect).as_bytes())
    }

    /// Writes what is still in the buffers, and says what was written.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn end(self) -> io::Result<[Vouched; 2]> {
        let Self { lines, csv, rows, .. } = self;
        let vouched = |name: &str, register: Register| {
            let counted = register.into_inner().map_err(io::IntoInnerError::into_error)?;
            Ok::<_, io::Error>(counted.vouched(name, Some(rows), None))
        };
        Ok([vouched(FINDINGS, lines)?, vouched(FINDINGS_CSV, csv)?])
    }
}
