//! Compares what a case makes with the files that stand beside it, and rewrites these files.

use super::{CASE, EXPECTED, entries, name};
use snapbox::Data;
use snapbox::report::{Palette, write_diff};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// File name to content.
pub type Files = BTreeMap<String, String>;

/// How the files that were made differ from those that are expected: one text per file that differs.
pub fn differences(folder: &str, expected: &Files, made: &Files) -> Vec<String> {
    let names: BTreeSet<&String> = expected.keys().chain(made.keys()).collect();
    let told = names.into_iter().filter_map(|file| match (expected.get(file), made.get(file)) {
        (Some(old), Some(new)) => (old != new).then(|| {
            let mut diff = String::new();
            let (old, new) = (Data::text(old), Data::text(new));
            let title = format!("{folder}/{file}");
            write_diff(&mut diff, &old, &new, Some(&title), Some(&"made"), Palette::plain()).unwrap();
            diff
        }),
        (None, _) => Some(format!("{folder}/{file} is missing\n")),
        (_, None) => Some(format!("{folder}/{file} is stray: the case does not make it\n")),
    });
    told.collect()
}

/// The files of a fixture that its case must make. A folder or a file that is no text counts as empty, so it differs.
pub fn kept(folder: &Path) -> Files {
    let files = entries(folder).into_iter().filter(|path| ![CASE, EXPECTED].contains(&name(path).as_str()));
    files.map(|path| (name(&path), fs::read_to_string(&path).unwrap_or_default())).collect()
}

/// Replaces the files that are kept by those that were made.
pub fn rewrite(folder: &Path, kept: &Files, made: &Files) {
    for stray in kept.keys().filter(|file| !made.contains_key(*file)) {
        fs::remove_file(folder.join(stray)).unwrap();
    }
    for (file, text) in made.iter().filter(|(file, text)| kept.get(*file) != Some(text)) {
        fs::write(folder.join(file), text).unwrap();
    }
}
