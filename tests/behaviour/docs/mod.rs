//! The documents and the program say the same: commands, options, keys, references, and the pages made from code.
//!
//! What `docs/spec/` promises and the program does not have stands in `docs/spec/not-built.md`, and nothing else does.

mod about;
mod built;
mod pages;
mod references;
mod tables;

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Every file below a folder of the repository with one of these endings, sorted.
fn files(folder: &str, endings: &[&str]) -> Vec<String> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if !path.is_dir() {
                found.push(path);
            } else if !path.ends_with("node_modules") {
                walk(&path, found);
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), &mut found);
    let names = found.iter().map(|path| path.strip_prefix(root()).unwrap().to_str().unwrap().to_owned());
    let mut names: Vec<String> = names.filter(|name| endings.iter().any(|end| name.ends_with(end))).collect();
    names.sort();
    names
}

/// A text on one line, each run of white space one space.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The level and number of a heading (`## 2. Selection rules`, `### 2.1 Stickerlocatie`); no number is an empty text.
fn heading(line: &str) -> Option<(usize, &str)> {
    let title = line.trim_start_matches('#');
    let level = line.len() - title.len();
    let number = title.strip_prefix(' ')?.split(' ').next()?.trim_end_matches('.');
    let numbered = number.starts_with(|c: char| c.is_ascii_digit());
    (level > 0).then_some((level, if numbered { number } else { "" }))
}

/// The text of a numbered section with those below it.
fn section(document: &str, number: &str) -> Option<String> {
    let mut lines = document.lines().skip_while(|line| heading(line).is_none_or(|(_, own)| own != number));
    let first = lines.next()?;
    let (level, _) = heading(first)?;
    let rest = lines.take_while(|line| heading(line).is_none_or(|(other, _)| other > level));
    Some(std::iter::once(first).chain(rest).collect::<Vec<_>>().join("\n"))
}
