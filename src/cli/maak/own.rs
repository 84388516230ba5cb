//! The letters that a watch (`--volg`) made itself, and that it may therefore replace and take away.
//!
//! A letter is its own as long as the file has the bytes that it wrote: what somebody else put in its place stays.

use crate::files::open_regular;
use crate::hash::Hash;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A letter that is there.
pub struct Made {
    /// Its file.
    pub path: PathBuf,
    /// The hash of its bytes.
    pub hash: Hash,
    /// Its receipt, if one was written.
    pub receipt: Option<PathBuf>,
    /// Whether it was there already, with these bytes.
    pub was_there: bool,
}

/// The letters, each by its path.
#[derive(Default)]
pub struct Own(BTreeMap<PathBuf, (Hash, Option<PathBuf>)>);

impl Own {
    /// Whether the file at this path is one that the watch wrote.
    pub fn has(&self, path: &Path) -> bool {
        let Some((hash, _)) = self.0.get(path) else { return false };
        open_regular(path).and_then(Hash::of_reader).is_ok_and(|found| found == *hash)
    }

    /// Notes the letters of a round. One that was there before the watch began stays what it was.
    pub fn add(&mut self, letters: &[Made]) {
        for letter in letters {
            if !letter.was_there || self.0.contains_key(&letter.path) {
                self.0.insert(letter.path.clone(), (letter.hash, letter.receipt.clone()));
            }
        }
    }

    /// Takes away the letters of earlier rounds that are not among those of this one, with their receipts. Returns the path
    /// of each, and whether it is gone; one that somebody else changed stays.
    pub fn drop_others(&mut self, letters: &[Made]) -> Vec<(PathBuf, io::Result<bool>)> {
        let others: Vec<PathBuf> = self
            .0
            .keys()
            .filter(|path| letters.iter().all(|letter| letter.path != **path))
            .cloned()
            .collect();
        let mut gone = Vec::with_capacity(others.len());
        for path in others {
            let ours = self.has(&path);
            let receipt = self.0.remove(&path).and_then(|(_, receipt)| receipt);
            let removed = if ours {
                let mut files = [Some(&path), receipt.as_ref()].into_iter().flatten();
                files.try_for_each(|file| remove(file)).map(|()| true)
            } else {
                Ok(!path.exists())
            };
            gone.push((path, removed));
        }
        gone
    }
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done,
    }
}
