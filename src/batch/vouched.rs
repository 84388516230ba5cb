//! What a run says of its own files in `samenvatting.json`: hash and length of every register and every part of the
//! print stream, taken while they are written.

use crate::hash::Hasher;
use serde::{Deserialize, Serialize};
use std::io::{self, Write};

/// A file of a finished run.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Vouched {
    /// Its name in the folder of the run.
    pub bestand: String,
    /// The hash of its bytes.
    pub sha256: String,
    /// Its length in bytes.
    pub bytes: u64,
    /// The number of its rows, of a register; the head of a CSV is no row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rijen: Option<u64>,
    /// The number of its pages, blank ones too, of a part of the print stream.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paginas: Option<u64>,
}

/// All cases that a run saw, also those that it left out, refused or gave no letter.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SeenCases {
    /// How many.
    pub aantal: u64,
    /// A hash over their kenmerken in the order of reading.
    pub sha256: String,
}

/// What one round made.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// Its number, counted from 1.
    pub ronde: u32,
    /// The number of the run on its sheets.
    pub run: Option<String>,
    /// Its letters, without afschriften.
    pub brieven: u64,
    /// Its afschriften.
    pub afschriften: u64,
    /// The time at which it began, in UTC.
    pub begin: String,
    /// The time at which it ended, in UTC.
    pub einde: String,
}

/// A writer that counts and hashes what goes through it.
pub struct Counting<W> {
    inner: W,
    hasher: Hasher,
    bytes: u64,
}

impl<W: Write> Counting<W> {
    /// Counts what is written to `inner`.
    pub fn new(inner: W) -> Self {
        Self { inner, hasher: Hasher::default(), bytes: 0 }
    }

    /// What was written, as the file with this name.
    pub fn vouched(self, name: &str, rows: Option<u64>, pages: Option<u64>) -> Vouched {
        Vouched {
            bestand: name.to_owned(),
            sha256: self.hasher.finish().to_string(),
            bytes: self.bytes,
            rijen: rows,
            paginas: pages,
        }
    }
}

impl<W: Write> Write for Counting<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.hasher.update(bytes.get(..written).unwrap_or_default());
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}
