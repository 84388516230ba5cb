//! The findings about the cases of a run: one JSON line per finding, in the order in which the cases were
//! read.
//!
//! Findings are made while cases are read and again, in another order, while letters are made. They are
//! kept in a temporary file until the end; only the position of each one is kept in memory.

use super::finding::Finding;
use crate::hash::Hash;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Seek, SeekFrom, Write};

/// All findings of a run.
#[derive(Default)]
pub struct Findings {
    file: Option<BufWriter<File>>,
    end: u64,
    /// For each finding: the ordinal of its case, its position in the file and its length in bytes.
    places: Vec<(u32, u64, usize)>,
    /// The number of findings with each code.
    pub codes: BTreeMap<&'static str, u64>,
}

impl Findings {
    /// An empty collection. Its findings are kept in this file; without a file they are only counted.
    #[must_use]
    pub fn new(file: Option<File>) -> Self {
        Self { file: file.map(BufWriter::new), ..Self::default() }
    }

    /// Adds a finding about the case with this ordinal.
    ///
    /// # Errors
    /// When the temporary file cannot be written.
    pub fn add(&mut self, ordinal: u32, finding: &Finding) -> io::Result<()> {
        *self.codes.entry(finding.code()).or_default() += 1;
        if let Some(file) = &mut self.file {
            let line = finding.line();
            file.write_all(line.as_bytes())?;
            self.places.push((ordinal, self.end, line.len()));
            self.end += line.len() as u64;
        }
        Ok(())
    }

    /// Whether every finding is one of these lines.
    ///
    /// # Errors
    /// When the temporary file cannot be read.
    pub fn are_all_in(&mut self, known: &BTreeSet<Hash>) -> io::Result<bool> {
        let Some(file) = &mut self.file else { return Ok(self.codes.is_empty()) };
        file.flush()?;
        let mut reader = BufReader::new(file.get_ref());
        reader.seek(SeekFrom::Start(0))?;
        let mut all = true;
        for line in reader.by_ref().split(b'\n') {
            all &= known.contains(&Hash::of(&line?));
        }
        reader.seek(SeekFrom::Start(self.end))?;
        Ok(all)
    }

    /// Gives every finding, in the order in which their cases were read, as its line of JSON without the line break.
    ///
    /// # Errors
    /// When the temporary file cannot be read, or `tell` fails.
    pub fn each(&mut self, tell: &mut dyn FnMut(&str) -> io::Result<()>) -> io::Result<()> {
        let Some(file) = &mut self.file else { return Ok(()) };
        file.flush()?;
        self.places.sort_by_key(|(ordinal, start, _)| (*ordinal, *start));
        let mut reader = BufReader::new(file.get_ref());
        let mut position = 0;
        reader.seek(SeekFrom::Start(position))?;
        let mut line = Vec::new();
        for (_, start, length) in &self.places {
            // Within the buffer of the reader this does not read the file again.
            reader.seek_relative(start.cast_signed() - position.cast_signed())?;
            line.resize(*length, 0);
            reader.read_exact(&mut line)?;
            let text = str::from_utf8(&line).map_err(io::Error::other)?;
            tell(text.trim_end_matches('\n'))?;
            position = start + *length as u64;
        }
        Ok(())
    }
}
