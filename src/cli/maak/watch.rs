//! Sees that files were saved, by looking at them again and again: no system has to be able to tell.
//!
//! Editors save in many ways: they write over a file, or put another in its place under the same name. So what counts is what
//! stands at a path, when two looks in a row find the same; that a file is away for a moment is no change.

use crate::files::open_regular;
use crate::hash::Hash;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// How many folders deep a folder is looked through.
const DEPTH: usize = 2;
/// For so many looks after a change the contents are read too: two saves right after each other may have one time.
const READ_ON: u32 = 10;
/// After so many looks a file that is away is gone.
const PATIENCE: u32 = 10;

/// What is watched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Watched {
    /// Files, of which some may not be there.
    pub files: Vec<PathBuf>,
    /// A folder, of which everything counts but what is hidden.
    pub folder: Option<PathBuf>,
}

/// A file as a look finds it: its length and when it was written; `None` when it is not there.
type Found = (PathBuf, Option<(u64, Option<SystemTime>)>);

/// What the files held, each by its path; `None` of one that could not be read.
type Contents = BTreeMap<PathBuf, Option<Hash>>;

/// Files that are watched.
pub struct Watch {
    watched: Watched,
    found: Vec<Found>,
    contents: Contents,
    read_on: u32,
    away: u32,
}

impl Watch {
    /// Begins to watch.
    pub fn new(watched: Watched) -> Self {
        let found = watched.look();
        let contents = contents(&found);
        Self { watched, found, contents, read_on: READ_ON, away: 0 }
    }

    /// From now on these are watched. Of a file that was watched already a change counts that was not told yet.
    pub fn go_on_with(&mut self, watched: Watched) {
        if watched == self.watched {
            return;
        }
        let before = std::mem::replace(self, Self::new(watched)).contents;
        for (path, hash) in &mut self.contents {
            if let Some(known) = before.get(path) {
                *hash = *known;
            }
        }
    }

    /// Looks, and says whether something was saved since the watch began or last said so.
    pub fn has_changed(&mut self) -> bool {
        let found = self.watched.look();
        if found != self.found {
            // Somebody may still be writing: what counts is what the next look finds too.
            self.found = found;
            self.read_on = READ_ON;
            return false;
        }
        let is_away = self.contents.iter().any(|(path, held)| held.is_some() && !path.exists());
        self.away = if is_away { self.away.saturating_add(1) } else { 0 };
        let waits = if is_away { self.away < PATIENCE } else { self.read_on == 0 };
        if waits {
            return false;
        }
        self.read_on = self.read_on.saturating_sub(1);
        let contents = contents(&self.found);
        let changed = contents != self.contents;
        self.contents = contents;
        changed
    }
}

impl Watched {
    fn look(&self) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        for path in &self.files {
            let metadata = fs::metadata(path).ok();
            found.push((path.clone(), metadata.map(|it| (it.len(), it.modified().ok()))));
        }
        if let Some(folder) = &self.folder {
            look_through(folder, 0, &mut found);
        }
        found
    }
}

fn look_through(folder: &Path, depth: usize, found: &mut Vec<Found>) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name());
    let mut names: Vec<_> = entries.filter(|name| !name.as_encoded_bytes().starts_with(b".")).collect();
    names.sort();
    for name in names {
        let path = folder.join(name);
        match fs::metadata(&path) {
            Ok(it) if it.is_dir() && depth < DEPTH => look_through(&path, depth + 1, found),
            metadata => found.push((path, metadata.ok().map(|it| (it.len(), it.modified().ok())))),
        }
    }
}

fn contents(found: &[Found]) -> Contents {
    let hash = |path: &PathBuf| open_regular(path).and_then(Hash::of_reader).ok();
    found.iter().map(|(path, _)| (path.clone(), hash(path))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    /// A folder with a case file in it, and what watches them.
    fn watched() -> (tempfile::TempDir, PathBuf, Watch) {
        let folder = tempfile::tempdir().unwrap();
        let case = folder.path().join("zaak.yaml");
        fs::write(&case, "een").unwrap();
        fs::create_dir(folder.path().join("map")).unwrap();
        let watched = Watched {
            files: vec![case.clone(), folder.path().join("organisatie.yaml")],
            folder: Some(folder.path().join("map")),
        };
        let watch = Watch::new(watched);
        (folder, case, watch)
    }

    /// How many of so many looks see a change.
    fn seen(watch: &mut Watch, looks: u32) -> usize {
        (0..looks).filter(|_| watch.has_changed()).count()
    }

    #[test]
    fn a_file_that_is_saved_is_seen_once() {
        let (folder, case, mut watch) = watched();
        assert_eq!(seen(&mut watch, 30), 0);
        fs::write(&case, "twee of meer").unwrap();
        assert_eq!(seen(&mut watch, 30), 1);
        // Another file under the same name, with as many bytes, a minute later.
        let new = folder.path().join("nieuw");
        fs::write(&new, "meer of twee").unwrap();
        let later = fs::metadata(&case).unwrap().modified().unwrap() + Duration::from_secs(60);
        fs::File::options().write(true).open(&new).unwrap().set_modified(later).unwrap();
        fs::rename(&new, &case).unwrap();
        assert_eq!(seen(&mut watch, 30), 1);
        // A file that may be there, and one in the folder; what is hidden does not count.
        fs::write(folder.path().join("organisatie.yaml"), "x").unwrap();
        assert_eq!(seen(&mut watch, 30), 1);
        fs::write(folder.path().join("map/.verborgen"), "x").unwrap();
        assert_eq!(seen(&mut watch, 30), 0);
        fs::write(folder.path().join("map/brief.md"), "x").unwrap();
        assert_eq!(seen(&mut watch, 30), 1);
        fs::remove_file(folder.path().join("map/brief.md")).unwrap();
        assert_eq!(seen(&mut watch, 30), 1);
    }

    #[test]
    fn a_file_that_is_saved_as_it_was_is_no_change() {
        let (_folder, case, mut watch) = watched();
        fs::remove_file(&case).unwrap();
        fs::write(&case, "een").unwrap();
        assert_eq!(seen(&mut watch, 30), 0);
    }

    #[test]
    fn a_file_that_is_away_for_a_moment_is_no_change_and_one_that_is_gone_is() {
        let (_folder, case, mut watch) = watched();
        fs::remove_file(&case).unwrap();
        assert_eq!(seen(&mut watch, PATIENCE), 0);
        fs::write(&case, "een").unwrap();
        assert_eq!(seen(&mut watch, 30), 0);
        fs::remove_file(&case).unwrap();
        assert_eq!(seen(&mut watch, 30), 1);
        fs::write(&case, "een").unwrap();
        assert_eq!(seen(&mut watch, 30), 1);
    }

    #[test]
    fn a_change_that_was_not_told_is_not_lost_when_other_files_are_watched() {
        let (folder, case, mut watch) = watched();
        assert_eq!(seen(&mut watch, 30), 0);
        let logo = folder.path().join("logo.png");
        fs::write(&logo, "x").unwrap();
        let more = Watched { files: vec![case.clone(), logo.clone()], ..watch.watched.clone() };
        watch.go_on_with(more.clone());
        assert_eq!(seen(&mut watch, 30), 0);
        fs::write(&case, "twee").unwrap();
        watch.go_on_with(Watched { files: vec![case], ..more });
        assert_eq!(seen(&mut watch, 30), 1);
        fs::write(&logo, "y").unwrap();
        assert_eq!(seen(&mut watch, 30), 0);
    }

    #[test]
    fn a_second_save_within_the_same_moment_is_seen() {
        let (_folder, case, mut watch) = watched();
        let time = fs::metadata(&case).unwrap().modified().unwrap();
        let save = |text: &str| {
            fs::write(&case, text).unwrap();
            fs::File::options().write(true).open(&case).unwrap().set_modified(time).unwrap();
        };
        save("twee");
        assert_eq!(seen(&mut watch, 3), 1);
        save("drie");
        assert_eq!(seen(&mut watch, 3), 1);
    }
}
