//! The registers of a run, with one row per letter: the manifest, as JSON for programs and as CSV for
//! spreadsheets, and the receipts. They have a temporary name until the run ends.

use super::file_names::{MANIFEST, MANIFEST_CSV, RECEIPTS};
use super::folder::Folder;
use super::manifest::{Row, header};
use super::round::Earlier;
use super::vouched::{Counting, Vouched};
use crate::csv::Dialect;
use crate::files::open_register;
use std::fs::File;
use std::io::{self, BufWriter, Write};

/// The registers that are being written.
pub struct Registers {
    manifest: Register,
    csv: Register,
    dialect: Dialect,
    receipts: Register,
    rows: u64,
}

/// A register that is being written, counted and hashed.
pub(super) type Register = BufWriter<Counting<File>>;

impl Registers {
    /// The file names of the registers.
    pub const NAMES: [&str; 3] = [MANIFEST, MANIFEST_CSV, RECEIPTS];

    /// Opens the registers, and writes the header of the CSV or in a further round what the earlier ones wrote.
    ///
    /// # Errors
    /// When a file cannot be opened or written.
    pub fn begin(folder: &Folder, dialect: Dialect, earlier: Option<&Earlier<'_>>) -> io::Result<Self> {
        let open = |name| open(folder, name, earlier.is_some());
        let mut csv = open(MANIFEST_CSV)?;
        if earlier.is_none() {
            csv.write_all(header(dialect).as_bytes())?;
        }
        let rows = earlier.map_or(0, Earlier::letters);
        Ok(Self { manifest: open(MANIFEST)?, csv, dialect, receipts: open(RECEIPTS)?, rows })
    }

    /// Adds the row of a letter and the line of its receipt.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn add(&mut self, row: &Row, receipt: &str) -> io::Result<()> {
        self.rows += 1;
        self.manifest.write_all(row.to_json().as_bytes())?;
        self.csv.write_all(row.to_csv(self.dialect).as_bytes())?;
        self.receipts.write_all(format!("{receipt}\n").as_bytes())
    }

    /// Writes what is still in the buffers, and says what was written.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn end(self) -> io::Result<Vec<Vouched>> {
        let rows = self.rows;
        let files = Self::NAMES.into_iter().zip([self.manifest, self.csv, self.receipts]);
        files
            .map(|(name, register)| {
                let counted = register.into_inner().map_err(io::IntoInnerError::into_error)?;
                Ok(counted.vouched(name, Some(rows), None))
            })
            .collect()
    }
}

/// Opens a register under its temporary name; in a further round it begins with what stands in the folder.
pub(super) fn open(folder: &Folder, name: &str, further: bool) -> io::Result<Register> {
    let mut register = BufWriter::new(Counting::new(folder.scratch(name)?));
    if further {
        io::copy(&mut open_register(&folder.path(name))?, &mut register)?;
    }
    Ok(register)
}
