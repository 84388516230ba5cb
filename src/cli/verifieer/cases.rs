//! Finds the case of a receipt: by its path and number, else by its hash in a folder that was named.
//!
//! The hash decides: a document at the old place that says something else is not the case any more. A file
//! with many documents is cut once; after that each is read where it stands.

use crate::case::split::{Document, Span, documents};
use crate::hash::Hash;
use crate::receipt::{Input, SUFFIX};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

/// Endings of case files in a folder.
const ENDINGS: [&str; 3] = ["yaml", "yml", "json"];

/// What became of a case.
pub enum Found {
    /// It is as it was.
    Here(Document),
    /// At its place stands something else.
    Changed,
    /// There is no such file or document.
    Gone,
    /// The system refuses to read it.
    Unreadable(io::Error),
}

/// Where documents stand.
#[derive(Default)]
pub struct Cases {
    /// The files of the folders that were named.
    files: Vec<PathBuf>,
    /// What stands in them: the number of the file, and where.
    by_hash: BTreeMap<Hash, (usize, Spot)>,
    /// The documents of files with more than one.
    by_file: BTreeMap<PathBuf, Vec<Spot>>,
}

/// A document in its file.
#[derive(Clone, Copy)]
struct Spot {
    number: u32,
    first_line: u32,
    span: Span,
}

impl Cases {
    /// Learns every document of a file, or of a folder and all below it; gives the files that could not be
    /// read. Folders that are links are left out, so that no loop of them ends the run.
    pub fn learn(&mut self, path: &Path) -> Vec<(PathBuf, io::Error)> {
        let mut failed = Vec::new();
        let mut files = Vec::new();
        match fs::metadata(path) {
            Ok(found) if found.is_dir() => walk(path, &mut files, &mut failed),
            Ok(_) => files.push(path.to_owned()),
            Err(error) => failed.push((path.to_owned(), error)),
        }
        for file in files {
            if let Err(error) = self.learn_file(&file) {
                failed.push((file, error));
            }
        }
        failed
    }

    fn learn_file(&mut self, path: &Path) -> io::Result<()> {
        let number = self.files.len();
        self.files.push(path.to_owned());
        for document in open(path)? {
            let document = document?;
            if let Some(hash) = hash(&document) {
                self.by_hash.entry(hash).or_insert((number, Spot::of(&document)));
            }
        }
        Ok(())
    }

    /// Finds the case that a receipt names; a path that is not absolute counts from the current folder, and
    /// from the folder of the receipt.
    pub fn find(&mut self, input: &Input, folder: &Path) -> Found {
        let mut found = Found::Gone;
        for path in [PathBuf::from(&input.file), folder.join(&input.file)] {
            found = match (self.read(&path, input.document), found) {
                (Ok(document), _) if hash(&document) == Some(input.hash) => return Found::Here(document),
                (Ok(_), _) => Found::Changed,
                (Err(error), Found::Gone) if !is_absent(&error) => Found::Unreadable(error),
                (Err(_), before) => before,
            };
        }
        let known =
            self.by_hash.get(&input.hash).and_then(|(file, spot)| Some((self.files.get(*file)?, spot)));
        let read = known.and_then(|(file, spot)| spot.read(file).ok());
        read.filter(|document| hash(document) == Some(input.hash)).map_or(found, Found::Here)
    }

    /// Reads a document of a file.
    fn read(&mut self, path: &Path, number: u32) -> io::Result<Document> {
        if number == 1 && !self.by_file.contains_key(path) {
            return open(path)?.next().unwrap_or_else(|| Err(absent()));
        }
        if !self.by_file.contains_key(path) {
            let spots = open(path)?.map(|document| Ok(Spot::of(&document?)));
            self.by_file.insert(path.to_owned(), spots.collect::<io::Result<_>>()?);
        }
        let spots = self.by_file.get(path).map_or(&[][..], Vec::as_slice);
        spots.iter().find(|spot| spot.number == number).ok_or_else(absent)?.read(path)
    }
}

impl Spot {
    const fn of(document: &Document) -> Self {
        Self { number: document.number, first_line: document.first_line, span: document.span }
    }

    fn read(self, path: &Path) -> io::Result<Document> {
        let mut file = File::open(path)?;
        file.seek(SeekFrom::Start(self.span.offset))?;
        let mut bytes = Vec::new();
        file.take(self.span.length).read_to_end(&mut bytes)?;
        Ok(Document::of(self.number, self.first_line, self.span, bytes))
    }
}

/// The documents of a file. A receipt may name anything: what is no file, such as a pipe, would never end.
fn open(path: &Path) -> io::Result<impl Iterator<Item = io::Result<Document>>> {
    if !fs::metadata(path)?.is_file() {
        return Err(absent());
    }
    Ok(documents(BufReader::with_capacity(1 << 16, File::open(path)?)))
}

fn absent() -> io::Error {
    io::ErrorKind::NotFound.into()
}

fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
        // A path that no file system takes, such as one with a zero byte.
        || matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::InvalidFilename)
}

fn hash(document: &Document) -> Option<Hash> {
    document.text.as_ref().ok().map(Hash::of)
}

/// The case files of a folder and all below it, in the order of their names.
fn walk(folder: &Path, files: &mut Vec<PathBuf>, failed: &mut Vec<(PathBuf, io::Error)>) {
    let listed = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let mut entries = match listed {
        Ok(entries) => entries,
        Err(error) => return failed.push((folder.to_owned(), error)),
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => walk(&path, files, failed),
            Ok(_) if is_case(&path) => files.push(path),
            Ok(_) => {}
            Err(error) => failed.push((path, error)),
        }
    }
}

fn is_case(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
        && !path.as_os_str().as_encoded_bytes().ends_with(SUFFIX.as_bytes())
}
