//! Finds the case of a receipt: by its path and number, or by its hash in a folder that the user named.
//!
//! The hash decides: a document that is at the old place but has another text is not the case any more. A
//! file with many documents is searched once; after that, each document is read from its own place.

use crate::batch::sources::{self, Item, Reader, Source, Spot};
use crate::case::split::{Document, documents};
use crate::files::open_regular;
use crate::hash::Hash;
use crate::receipt::Input;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fs;
use std::io::{self, BufReader};
use std::path::{Path, PathBuf};

/// The result of looking for a case.
pub enum Found {
    /// The case was found unchanged.
    Here(Document),
    /// There is another text in its place.
    Changed,
    /// The file or the document does not exist.
    Gone,
    /// It came through standard input, which cannot be read again.
    FromStdin,
    /// The file could not be read.
    Unreadable(io::Error),
}

/// The documents that are known, and where they are.
#[derive(Default)]
pub struct Cases {
    /// The files that are searched by hash.
    sources: Vec<Source>,
    /// The documents in these files: the number of the file and the place in it.
    by_hash: BTreeMap<Hash, (u32, Spot)>,
    /// The places of the documents in files that have more than one.
    by_file: BTreeMap<PathBuf, Vec<Spot>>,
}

impl Cases {
    /// Reads every document of the given files and folders. Returns what could not be read, with the
    /// reason.
    pub fn learn(&mut self, paths: &[PathBuf]) -> Vec<(String, String)> {
        let Ok(found) = sources::find::<Infallible>(paths, None, None);
        self.sources = found;
        let mut failed = Vec::new();
        let mut reader = Reader::new(&self.sources);
        loop {
            let items = reader.chunk();
            if items.is_empty() {
                return failed;
            }
            for Item { source, document, .. } in items {
                match document {
                    Ok(document) => {
                        if let Some(hash) = text_hash(&document) {
                            self.by_hash.entry(hash).or_insert((source, Spot::of(&document)));
                        }
                    }
                    Err(finding) => {
                        let name = source_at(&self.sources, source).map_or_else(String::new, Source::name);
                        failed.push((name, finding.message));
                    }
                }
            }
        }
    }

    /// Finds the case that a receipt names. A relative path counts from the current folder, and then from
    /// the folder of the receipt.
    pub fn find(&mut self, input: &Input, folder: &Path) -> Found {
        let piped = input.file == "-";
        let mut found = if piped { Found::FromStdin } else { Found::Gone };
        let paths = [PathBuf::from(&input.file), folder.join(&input.file)];
        for path in paths.into_iter().filter(|_| !piped) {
            found = match (self.read(&path, input.document), found) {
                (Ok(document), _) if text_hash(&document) == Some(input.hash) => {
                    return Found::Here(document);
                }
                (Ok(_), _) => Found::Changed,
                (Err(error), Found::Gone) if !is_absent(&error) => Found::Unreadable(error),
                (Err(_), before) => before,
            };
        }
        let known = self.by_hash.get(&input.hash);
        let known =
            known.and_then(|(source, spot)| source_at(&self.sources, *source)?.read_again(*spot).ok());
        known.filter(|document| text_hash(document) == Some(input.hash)).map_or(found, Found::Here)
    }

    /// Reads a document of a file by its number.
    fn read(&mut self, path: &Path, number: u32) -> io::Result<Document> {
        if number == 1 && !self.by_file.contains_key(path) {
            return open_documents(path)?.next().unwrap_or_else(|| Err(absent()));
        }
        if !self.by_file.contains_key(path) {
            let mut spots = Vec::new();
            for document in open_documents(path)? {
                let document = document?;
                // A document that is not text was not a case, and it may be larger than the memory.
                spots.extend(document.text.is_ok().then(|| Spot::of(&document)));
            }
            self.by_file.insert(path.to_owned(), spots);
        }
        let spots = self.by_file.get(path).map_or(&[][..], Vec::as_slice);
        let at = spots.binary_search_by_key(&number, |spot| spot.number).ok();
        at.and_then(|at| spots.get(at)).ok_or_else(absent)?.read(path)
    }
}

/// The documents of a file. A receipt may name anything, so only regular files are read: reading a pipe,
/// for example, might never end.
fn open_documents(path: &Path) -> io::Result<impl Iterator<Item = io::Result<Document>>> {
    if !fs::metadata(path)?.is_file() {
        return Err(absent());
    }
    Ok(documents(BufReader::with_capacity(1 << 16, open_regular(path)?)))
}

fn source_at(sources: &[Source], number: u32) -> Option<&Source> {
    usize::try_from(number).ok().and_then(|number| sources.get(number))
}

fn absent() -> io::Error {
    io::ErrorKind::NotFound.into()
}

fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
        // A path that no file system accepts, such as one with a zero byte.
        || matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::InvalidFilename)
}

fn text_hash(document: &Document) -> Option<Hash> {
    document.text.as_ref().ok().map(Hash::of)
}
