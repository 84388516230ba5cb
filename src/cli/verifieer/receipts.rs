//! The receipts that the user asked for: a single file, all those in a folder, or the register of a whole
//! run.

use crate::cli::register::{self, Line};
use crate::files::{open_regular, reason, shown};
use crate::receipt::{OF_A_RUN, Receipt, SUFFIX};
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The largest size in bytes of a file with one receipt. Files that this program writes have about a
/// thousand bytes.
const MAX_BYTES: u64 = 1 << 16;

/// A receipt, or the reason why it cannot be read.
pub struct Entry {
    /// The file that contains it.
    pub file: Arc<Path>,
    /// The number of its line, in the register of a run.
    pub line: Option<u64>,
    /// The folder from which the path of its letter counts.
    pub folder: Arc<Path>,
    /// The receipt, or a Dutch clause that says why it cannot be read.
    pub receipt: Result<Receipt, String>,
}

impl Entry {
    fn new(file: &Arc<Path>, line: Option<u64>, receipt: Result<Receipt, String>) -> Self {
        let folder = file.parent().unwrap_or(Path::new(""));
        Self { file: file.clone(), line, folder: folder.into(), receipt }
    }

    /// Its file, with the number of its line if it has one.
    pub fn place(&self) -> String {
        let line = self.line.map_or_else(String::new, |line| format!(":{line}"));
        format!("{}{line}", shown(&self.file))
    }
}

/// The receipts in a file or folder, one by one; `None` when the folder has none.
///
/// # Errors
/// When the file or folder cannot be opened.
pub fn receipts(path: &Path) -> io::Result<Option<Box<dyn Iterator<Item = Entry>>>> {
    if !fs::metadata(path)?.is_dir() {
        let of_a_run = path.extension().is_some_and(|extension| extension == "jsonl");
        return Ok(Some(if of_a_run {
            run_receipts(path)?
        } else {
            Box::new(std::iter::once(single_receipt(path)))
        }));
    }
    let run = path.join(OF_A_RUN);
    if run.try_exists()? {
        return run_receipts(&run).map(Some);
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path)? {
        let file = entry?.path();
        if file.as_os_str().as_encoded_bytes().ends_with(SUFFIX.as_bytes()) {
            files.push(file);
        }
    }
    files.sort();
    Ok((!files.is_empty())
        .then(|| Box::new(files.into_iter().map(|file: PathBuf| single_receipt(&file))) as _))
}

fn run_receipts(path: &Path) -> io::Result<Box<dyn Iterator<Item = Entry>>> {
    let file: Arc<Path> = path.into();
    let entries = register::open(path)?.map(move |line| match line {
        Ok(Line { number, text }) => {
            let text = text.ok_or_else(|| "de kwitantie is te lang of geen UTF-8".to_owned());
            Entry::new(&file, Some(number), text.and_then(|text| parse(&text)))
        }
        Err(error) => Entry::new(&file, None, Err(reason(&error).to_owned())),
    });
    Ok(Box::new(entries))
}

fn single_receipt(path: &Path) -> Entry {
    let text = || -> io::Result<String> {
        let mut text = String::new();
        open_regular(path)?.take(MAX_BYTES).read_to_string(&mut text)?;
        Ok(text)
    };
    let receipt = match text() {
        Ok(text) => parse(&text),
        Err(error) if error.kind() == io::ErrorKind::InvalidData => {
            Err("de kwitantie is geen UTF-8".to_owned())
        }
        Err(error) => Err(reason(&error).to_owned()),
    };
    Entry::new(&path.into(), None, receipt)
}

fn parse(text: &str) -> Result<Receipt, String> {
    Receipt::from_json(text).map_err(|error| format!("de kwitantie {error}"))
}
