//! A finished run that is to be joined with others, read from its folder: its summary, its letters and
//! its findings. Files that contradict each other are refused, never skipped.

use crate::batch::error::BatchError;
use crate::batch::file_names::{FINDINGS, MANIFEST, RECEIPTS, SUMMARY};
use crate::batch::folder::{is_unfinished, part_name};
use crate::batch::integrity::{self, Mismatch};
use crate::batch::manifest::Row;
use crate::batch::share::Share;
use crate::batch::summary::Summary;
use crate::batch::vouched::Vouched;
use crate::files::{lines, shown};
use crate::receipt::Receipt;
use std::path::{Path, PathBuf};

/// A finished run, as its folder describes it.
pub struct FinishedRun {
    /// Its folder.
    pub root: PathBuf,
    /// Its summary.
    pub summary: Summary,
    /// The share of the cases that it made; `None` when it made all of them.
    pub share: Option<Share>,
}

/// A letter of a finished run.
pub struct JoinedLetter {
    /// Its row in the manifest.
    pub row: Row,
    /// Its receipt.
    pub receipt: Receipt,
    /// Its receipt as the line that stands in the register.
    pub line: String,
}

impl FinishedRun {
    /// Opens the folder of a finished run.
    ///
    /// # Errors
    /// When the folder is not that of a run of this version, when the run is not finished, or when it
    /// made only some of its cases (`--alleen`).
    pub fn open(root: &Path) -> Result<Self, BatchError> {
        let place = shown(root);
        if is_unfinished(root).map_err(|error| BatchError::io(root, error))? {
            return Err(BatchError::Usage(format!(
                "de opdracht in {place} is niet af\nhulp: geef die opdracht nog eens; wat al gemaakt is, blijft"
            )));
        }
        let refused = |wrong: Mismatch| {
            let Mismatch { file, what, .. } = wrong;
            BatchError::Usage(format!("de map {place} kan niet worden samengevoegd: {file} {what}"))
        };
        let summary = integrity::summary(root).map_err(refused)?;
        let lacks_counts = summary.te_bevestigen.is_none() || summary.per_grond.is_none();
        if lacks_counts || summary.bestanden.is_none() || summary.gezien.is_none() {
            return Err(BatchError::Usage(format!(
                "{} is niet van deze versie van het programma",
                shown(&root.join(SUMMARY))
            )));
        }
        // A disk with rights of its own, such as one on a network, keeps nobody from joining.
        if let Some(wrong) = integrity::check(root, &summary).into_iter().find(|wrong| !wrong.only_rights) {
            return Err(refused(wrong));
        }
        if summary.opties["alleen"] != 0 {
            return Err(BatchError::Usage(format!(
                "in {place} staat een herdruk (`--alleen`), geen hele opdracht"
            )));
        }
        let share = summary.opties["deel"].as_str().and_then(|share| share.parse().ok());
        Ok(Self { root: root.to_owned(), summary, share })
    }

    /// What the run says of a part of its print stream, counted from 1.
    ///
    /// # Errors
    /// When its summary does not name the part.
    pub fn part(&self, number: u32) -> Result<&Vouched, BatchError> {
        let name = part_name(number);
        let mut files = self.summary.bestanden.iter().flatten();
        files
            .find(|file| file.bestand == name)
            .ok_or_else(|| BatchError::Usage(format!("{SUMMARY} in {} noemt {name} niet", shown(&self.root))))
    }

    /// The letters of the run in order: every row of the manifest with its receipt.
    ///
    /// # Errors
    /// When the manifest and the receipts do not describe the same letters, or when one of them cannot be
    /// read.
    pub fn letters(&self) -> Result<impl Iterator<Item = Result<JoinedLetter, BatchError>>, BatchError> {
        let (manifest, receipts) = (self.lines(MANIFEST)?, self.lines(RECEIPTS)?);
        let wrong = BatchError::Usage(format!(
            "{}: {MANIFEST} en {RECEIPTS} kloppen niet met elkaar",
            shown(&self.root)
        ));
        let mut wrong = Some(wrong);
        let mut left = self.summary.brieven + self.summary.afschriften;
        let (mut manifest, mut receipts) = (manifest, receipts);
        Ok(std::iter::from_fn(move || {
            let found = match (manifest.next(), receipts.next()) {
                (None, None) if left == 0 => return None,
                (Some(Err(error)), _) | (_, Some(Err(error))) => return Some(Err(error)),
                (Some(Ok(row)), Some(Ok(line))) if left > 0 => letter(&row, line),
                _ => None,
            };
            left = left.saturating_sub(1);
            // The mismatch is reported once; at a second one the letters end.
            found.map(Ok).or_else(|| wrong.take().map(Err))
        }))
    }

    /// The findings of the run, one line of JSON each.
    ///
    /// # Errors
    /// When the file of the findings is missing or cannot be read.
    pub fn findings(&self) -> Result<impl Iterator<Item = Result<String, BatchError>>, BatchError> {
        self.lines(FINDINGS)
    }

    fn lines(
        &self,
        name: &str,
    ) -> Result<impl Iterator<Item = Result<String, BatchError>> + use<>, BatchError> {
        let path = self.root.join(name);
        if !path.is_file() {
            return Err(BatchError::Usage(format!("{} is er niet", shown(&path))));
        }
        let found = lines(&path).map_err(|error| BatchError::io(&path, error))?;
        Ok(found.map(move |line| match line {
            Ok(Some(line)) => Ok(line),
            Ok(None) => Err(BatchError::Usage(format!("{} is geen tekst", shown(&path)))),
            Err(error) => Err(BatchError::io(&path, error)),
        }))
    }
}

fn letter(row: &str, line: String) -> Option<JoinedLetter> {
    let row = Row::from_json(row)?;
    let receipt = Receipt::from_json(&line).ok()?;
    let same = row.brief == receipt.letter.file
        && row.kenmerk == receipt.letter.kenmerk.as_str()
        && row.sha256_brief == receipt.letter.hash.to_string();
    same.then_some(JoinedLetter { row, receipt, line })
}
