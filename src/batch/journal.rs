//! What earlier runs made: by their receipts, of a finished run or in the journal of one that was cut short.
//!
//! A line of the journal is on the disk before its letter is, so a letter that no receipt names is not ours.
//! A letter that only the journal names is provisional: the run that made it never ended.

use super::folder::{Folder, remove};
use super::manifest::Row;
use super::{BatchError, MANIFEST, RECEIPTS};
use crate::case::read::Overrides;
use crate::files::{open_private, read_if_there};
use crate::hash::Hash;
use crate::receipt::{Receipt, Versions};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Seek, SeekFrom, Write};
use std::path::Path;

/// The version of what [`origin`] puts together; another list of parts is another version.
const ORIGIN: &str = "1";

/// What a letter was made from, in short: equal means that it would be the same letter.
#[must_use]
pub fn origin(input: Hash, options: &Overrides, versions: &Versions) -> Hash {
    let Overrides { bekendmaking, wijze } = options;
    let Versions { program, organisation, templates, rules } = versions;
    let parts = [
        ("versie", Some(ORIGIN.to_owned())),
        ("zaak", Some(input.to_string())),
        ("bekendmaking", bekendmaking.map(|day| day.to_string())),
        ("wijze", wijze.map(|wijze| wijze.word().to_owned())),
        ("programma", Some(program.clone())),
        ("organisatie", Some(organisation.to_string())),
        ("sjablonen", Some(templates.to_string())),
        ("regels", Some(rules.to_string())),
    ];
    // What was not given has no part; every part has its name and length before it.
    Hash::of_parts(parts.into_iter().filter_map(|(name, part)| Some((name, part?))))
}

/// A letter that an earlier run made.
#[derive(Clone, Copy, Debug)]
pub struct PriorLetter {
    /// The hash of its bytes.
    pub hash: Hash,
    /// What it was made from.
    pub origin: Hash,
    /// How many pages it has, if that is known.
    pub pages: Option<u32>,
}

/// The letters that earlier runs made, by their file below the folder.
#[derive(Debug, Default)]
pub struct PriorRuns {
    finished: BTreeMap<String, PriorLetter>,
    /// The cases of finished runs: kenmerk in lower case, and from what their letters were made.
    cases: BTreeMap<String, Hash>,
    unfinished: BTreeMap<String, Vec<PriorLetter>>,
    /// The kenmerken of runs that never ended, in lower case.
    begun: BTreeSet<String>,
    /// How many bytes of the journal are whole lines.
    whole: u64,
}

impl PriorRuns {
    /// Reads what earlier runs left. Of the journal, everything from the first line that is not whole falls
    /// away: whoever wrote it was stopped there.
    ///
    /// # Errors
    /// What the system says.
    pub fn read(folder: &Folder) -> io::Result<Self> {
        let mut past = Self::default();
        for line in lines(&folder.path(RECEIPTS))? {
            let Some(receipt) = line?.and_then(|line| Receipt::from_json(&line).ok()) else { continue };
            let kenmerk = receipt.letter.kenmerk.as_str().to_ascii_lowercase();
            let (file, known) = known(receipt, None);
            past.cases.insert(kenmerk, known.origin);
            past.finished.insert(file, known);
        }
        for line in lines(&folder.path(MANIFEST))? {
            let Some(row) = line?.and_then(|line| Row::from_json(&line)) else { continue };
            let known = past.finished.get_mut(&row.brief);
            if let Some(known) = known.filter(|known| row.sha256_brief == known.hash.to_string()) {
                known.pages = Some(row.paginas);
            }
        }
        for line in lines(&folder.journal())? {
            let Some(line) = line? else { break };
            let Some((kenmerk, file, known)) = from_journal(&line) else { break };
            past.whole += line.len() as u64 + 1;
            past.begun.insert(kenmerk);
            past.unfinished.entry(file).or_default().push(known);
        }
        Ok(past)
    }

    /// The letter with these bytes in this file, if an earlier run made it.
    #[must_use]
    pub fn find(&self, file: &str, hash: Hash) -> Option<PriorLetter> {
        let mut found =
            self.finished.get(file).into_iter().chain(self.unfinished.get(file).into_iter().flatten());
        found.find(|known| known.hash == hash).copied()
    }

    /// Whether only a run that never ended made this file: its bytes are those of the journal, or were
    /// still being written when the machine stopped.
    #[must_use]
    pub fn is_provisional(&self, file: &str, bytes: &[u8], hash: Hash) -> bool {
        let Some(made) = self.unfinished.get(file) else { return false };
        match self.finished.get(file) {
            Some(known) if known.hash == hash => false,
            Some(_) => made.iter().any(|known| known.hash == hash),
            None => made.iter().any(|known| known.hash == hash) || !bytes.ends_with(b"%%EOF\n"),
        }
    }

    /// Whether these are the bytes that a receipt of a finished run names for this file: what stands there
    /// was damaged since, and is made whole again.
    #[must_use]
    pub fn restores(&self, file: &str, bytes: &[u8]) -> bool {
        self.finished.get(file).is_some_and(|known| known.hash == Hash::of(bytes))
    }

    /// Whether the registers of this run take up all that those of a finished run say. Otherwise they would
    /// say nothing any more of letters that may have been sent. `cases` are those that get letters, with what
    /// these are made from; `None` where only the kenmerk counts.
    ///
    /// # Errors
    /// When letters of another run stand in the folder.
    pub fn fits(&self, cases: impl Iterator<Item = (String, Option<Hash>)>) -> Result<(), BatchError> {
        if self.cases.is_empty() && self.begun.is_empty() {
            return Ok(());
        }
        let here: BTreeMap<String, Option<Hash>> = cases.collect();
        let same = |kenmerk: &String, origin: &Hash| {
            here.get(kenmerk).is_some_and(|now| now.is_none_or(|now| now == *origin))
        };
        let lost = self.cases.iter().filter(|(kenmerk, origin)| !same(kenmerk, origin)).count();
        let other = !self.begun.is_empty() && !self.begun.iter().any(|kenmerk| here.contains_key(kenmerk));
        if lost == 0 && !other {
            return Ok(());
        }
        let message = if lost > 0 {
            format!(
                "in de map staan brieven van een opdracht die af is; daarvan krijgen nu geen brief, of een andere: {lost} \
                 (andere zaken, opties, organisatie of versie); hun manifest zou verdwijnen"
            )
        } else {
            "in de map staat een andere opdracht die niet af is; haar brieven zouden verdwijnen".to_owned()
        };
        Err(BatchError::Usage(format!(
            "{message}; er is niets veranderd\nhulp: kies een andere map; alleen als die brieven niet meer tellen: `--overschrijf`"
        )))
    }

    /// Whether a run that never ended made this file.
    #[must_use]
    pub fn is_unfinished(&self, file: &str) -> bool {
        self.unfinished.contains_key(file)
    }

    /// Removes the letters that only a run made which never ended, but for those that this run gives.
    ///
    /// # Errors
    /// What the system says.
    pub fn remove_provisional(&self, folder: &Folder, confirmed: &BTreeSet<String>) -> io::Result<()> {
        for file in self.unfinished.keys().filter(|file| !confirmed.contains(*file)) {
            let path = folder.path(file);
            let Ok(Some(bytes)) = read_if_there(&path) else { continue };
            if self.is_provisional(file, &bytes, Hash::of(&bytes)) {
                remove(&path)?;
            }
        }
        Ok(())
    }
}

fn known(receipt: Receipt, pages: Option<u32>) -> (String, PriorLetter) {
    let origin = origin(receipt.input.hash, &receipt.options, &receipt.versions);
    (receipt.letter.file, PriorLetter { hash: receipt.letter.hash, origin, pages })
}

/// A line of the journal: pages, space, receipt.
fn from_journal(line: &str) -> Option<(String, String, PriorLetter)> {
    let (pages, receipt) = line.split_once(' ')?;
    let receipt = Receipt::from_json(receipt).ok()?;
    let kenmerk = receipt.letter.kenmerk.as_str().to_ascii_lowercase();
    let (file, known) = known(receipt, Some(pages.parse().ok()?));
    Some((kenmerk, file, known))
}

/// The whole lines of a file that may be absent; `None` for one that is no text.
///
/// # Errors
/// What the system says.
pub fn lines(path: &Path) -> io::Result<impl Iterator<Item = io::Result<Option<String>>> + use<>> {
    let mut reader = match File::open(path) {
        Ok(file) => Some(BufReader::new(file)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    Ok(std::iter::from_fn(move || {
        let mut line = Vec::new();
        match reader.as_mut()?.read_until(b'\n', &mut line) {
            Ok(_) if line.pop() == Some(b'\n') => Some(Ok(String::from_utf8(line).ok())),
            Ok(_) => None,
            Err(error) => Some(Err(error)),
        }
    }))
}

/// The journal, open for writing.
pub struct Journal(File);

impl Journal {
    /// Opens the journal behind its last whole line.
    ///
    /// # Errors
    /// What the system says.
    pub fn open(folder: &Folder, past: &PriorRuns) -> io::Result<Self> {
        let mut file = open_private(&folder.journal())?;
        file.set_len(past.whole)?;
        file.seek(SeekFrom::Start(past.whole))?;
        Ok(Self(file))
    }

    /// Notes letters, with their pages, before they are written.
    ///
    /// # Errors
    /// What the system says.
    pub fn note<'a>(&mut self, letters: impl IntoIterator<Item = (u32, &'a str)>) -> io::Result<()> {
        let lines: String =
            letters.into_iter().map(|(pages, receipt)| format!("{pages} {receipt}\n")).collect();
        if lines.is_empty() {
            return Ok(());
        }
        self.0.write_all(lines.as_bytes())?;
        self.0.sync_data()
    }
}
