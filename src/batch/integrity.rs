//! Whether the folder of a finished run still is as its summary says (docs/spec/batch.md).

use super::file_names::{MANIFEST, OF_LAST_RUN, RECEIPTS, SUMMARY};
use super::folder::{LETTERS, is_part, names_in};
use super::manifest::Row;
use super::summary::Summary;
use super::vouched::Vouched;
use crate::files::{lines, open_register, read_if_there, reason};
use crate::hash::Hash;
use crate::receipt::Receipt;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

/// Something in the folder of a run that is not as its summary says: the file, and in a Dutch clause what is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// The file or folder, by its name in the folder of the run.
    pub file: String,
    /// What is wrong: `is er niet`.
    pub what: String,
    /// Whether only others may read or change it, while nothing in it is wrong.
    pub only_rights: bool,
}

impl Mismatch {
    fn new(file: impl Into<String>, what: impl Into<String>) -> Self {
        Self { file: file.into(), what: what.into(), only_rights: false }
    }
}

/// The summary of a finished run.
///
/// # Errors
/// What is wrong with it, as a Dutch clause: it is not there, cannot be read, or is of another version.
pub fn summary(root: &Path) -> Result<Summary, Mismatch> {
    summary_if_there(root)?.ok_or_else(|| Mismatch::new(SUMMARY, "is er niet"))
}

/// The summary of a finished run; `None` where there is none, as beside a manifest that was copied.
///
/// # Errors
/// When it cannot be read.
pub fn summary_if_there(root: &Path) -> Result<Option<Summary>, Mismatch> {
    let wrong = |what: &str| Mismatch::new(SUMMARY, what);
    let bytes = read_if_there(&root.join(SUMMARY))
        .map_err(|error| wrong(&format!("kan niet worden gelezen ({})", reason(&error))))?;
    let read = bytes.map(|bytes| serde_json::from_slice(&bytes));
    read.transpose().map_err(|_| wrong("is beschadigd of niet van deze versie"))
}

/// Compares one file with what the summary says of it.
fn check_file(root: &Path, vouched: &Vouched) -> Result<(), Mismatch> {
    let wrong = |what: &str| Mismatch::new(&*vouched.bestand, what);
    let path = root.join(&vouched.bestand);
    let found = match fs::symlink_metadata(&path) {
        Ok(found) if found.is_file() => found,
        Ok(_) => return Err(wrong("is geen gewoon bestand")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(wrong("is er niet")),
        Err(error) => return Err(wrong(&format!("kan niet worden gelezen ({})", reason(&error)))),
    };
    if found.len() != vouched.bytes {
        let what = format!("heeft {} bytes in plaats van {}", found.len(), vouched.bytes);
        return Err(wrong(&what));
    }
    match open_register(&path).and_then(Hash::of_reader) {
        Ok(hash) if hash.to_string() == vouched.sha256 => private(&path, &found, &vouched.bestand),
        Ok(_) => Err(wrong("is veranderd")),
        Err(error) => Err(wrong(&format!("kan niet worden gelezen ({})", reason(&error)))),
    }
}

/// The files of a finished run that this run would change; the findings may change.
#[must_use]
pub fn changed(before: &Summary, now: &[Vouched]) -> Vec<String> {
    let before = before.bestanden.iter().flatten();
    let before = before.filter(|file| !OF_LAST_RUN.contains(&file.bestand.as_str()));
    before.filter(|file| !now.contains(file)).map(|file| file.bestand.clone()).collect()
}

/// The same, but who may read the file is left aside.
///
/// # Errors
/// When its contents are not what the summary says.
pub fn check_contents(root: &Path, vouched: &Vouched) -> Result<(), Mismatch> {
    check_file(root, vouched).or_else(|wrong| if wrong.only_rights { Ok(()) } else { Err(wrong) })
}

/// Checks that the manifest is the one that the run made. That of a run of before summaries vouched is taken as it is.
///
/// # Errors
/// When it is not.
pub fn check_manifest(root: &Path, summary: &Summary) -> Result<(), Mismatch> {
    let mut files = summary.bestanden.iter().flatten();
    files.find(|file| file.bestand == MANIFEST).map_or(Ok(()), |file| check_contents(root, file))
}

/// Everything in the folder of a finished run that is not as its summary says, except the letters themselves: those
/// have receipts. Nothing for a run of before summaries vouched.
#[must_use]
pub fn check(root: &Path, summary: &Summary) -> Vec<Mismatch> {
    let Some(files) = &summary.bestanden else { return Vec::new() };
    let mut found: Vec<Mismatch> =
        files.iter().filter_map(|vouched| check_file(root, vouched).err()).collect();
    found.extend(too_many_parts(root, files));
    match rows(root, summary) {
        Ok(wrong) => found.extend(wrong),
        Err(wrong) => found.push(wrong),
    }
    found
}

/// Parts of a print stream that the summary does not know.
fn too_many_parts(root: &Path, files: &[Vouched]) -> Vec<Mismatch> {
    let known: BTreeSet<&str> = files.iter().map(|vouched| vouched.bestand.as_str()).collect();
    let names = sorted_names(root).into_iter().filter(|name| is_part(name) && !known.contains(name.as_str()));
    names.map(|name| Mismatch::new(name, "hoort niet bij deze opdracht")).collect()
}

/// What the registers, the counts of the summary and the folder of the letters say of each other. One row of each
/// register is in memory.
fn rows(root: &Path, summary: &Summary) -> Result<Vec<Mismatch>, Mismatch> {
    let open = |name: &'static str| {
        let unread = move |error: io::Error| {
            Mismatch::new(name, format!("kan niet worden gelezen ({})", reason(&error)))
        };
        lines(&root.join(name)).map_err(unread).map(|found| found.map(move |line| line.map_err(unread)))
    };
    let (mut manifest, mut receipts) = (open(MANIFEST)?, open(RECEIPTS)?);
    let (mut found, mut known, mut number) = (Vec::new(), BTreeSet::new(), 0);
    loop {
        let (row, receipt) = (manifest.next().transpose()?, receipts.next().transpose()?);
        if row.is_none() && receipt.is_none() {
            break;
        }
        number += 1;
        let row = row.flatten().and_then(|line| Row::from_json(&line));
        let receipt = receipt.flatten().and_then(|line| Receipt::from_json(&line).ok());
        match (row, receipt) {
            (Some(row), Some(receipt)) => {
                found.extend(row_mismatch(number, &row, &receipt));
                if row.vervangt.as_ref().is_some_and(|replaced| !known.contains(replaced)) {
                    let what = format!("vervangt op rij {number} een brief die er niet voor staat");
                    found.push(Mismatch::new(MANIFEST, what));
                }
                let file = receipt.letter.file;
                let path = root.join(&file);
                if let Ok(kind) = fs::symlink_metadata(&path) {
                    found.extend(private(&path, &kind, &file).err());
                }
                if let Some(twice) = known.replace(file) {
                    found.push(Mismatch::new(twice, "staat twee keer in de registers"));
                }
            }
            (row, _) => {
                let gone = if row.is_none() { MANIFEST } else { RECEIPTS };
                found.push(Mismatch::new(gone, format!("heeft geen leesbare rij {number}")));
            }
        }
    }
    let letters = summary.brieven + summary.afschriften;
    if number != letters {
        let what = format!("noemt {letters} brieven; de registers hebben er {number}");
        found.push(Mismatch::new(SUMMARY, what));
    }
    let strays = sorted_names(&root.join(LETTERS)).into_iter().map(|name| format!("{LETTERS}/{name}"));
    let strays = strays.filter(|file| !known.contains(file));
    found.extend(strays.map(|file| Mismatch::new(file, "staat in geen register")));
    Ok(found)
}

/// What is wrong between a row of the manifest and the receipt beside it.
fn row_mismatch(number: u64, row: &Row, receipt: &Receipt) -> Option<Mismatch> {
    let letter = &receipt.letter;
    if row.brief != letter.file || row.sha256_brief != letter.hash.to_string() {
        let what = format!("heeft op rij {number} een andere brief dan de kwitantie");
        return Some(Mismatch::new(MANIFEST, what));
    }
    let what = format!("heeft op rij {number} volgnummer {}", row.volgnummer);
    (row.volgnummer != number).then(|| Mismatch::new(MANIFEST, what))
}

/// Whether only the owner may read a file.
#[cfg(unix)]
fn private(_: &Path, found: &fs::Metadata, name: &str) -> Result<(), Mismatch> {
    use std::os::unix::fs::PermissionsExt;
    match found.permissions().mode() & 0o077 {
        0 => Ok(()),
        _ => {
            let wrong = Mismatch::new(name, "mag ook door anderen worden gelezen of veranderd");
            Err(Mismatch { only_rights: true, ..wrong })
        }
    }
}

#[cfg(not(unix))]
fn private(_: &Path, _: &fs::Metadata, _: &str) -> Result<(), Mismatch> {
    Ok(())
}

/// The names in a folder, in order; none where it cannot be read.
fn sorted_names(folder: &Path) -> Vec<String> {
    let mut names = names_in(folder).unwrap_or_default();
    names.sort();
    names
}
