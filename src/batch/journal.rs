//! What earlier runs in a folder made: the receipts of a finished run, and the journal of an interrupted
//! one.
//!
//! A line of the journal is on the disk before its letter is, so a letter that no receipt names was not
//! made by this program. A letter that only the journal names is provisional: the run that made it never
//! ended.

use super::error::BatchError;
use super::file_names::{MANIFEST, RECEIPTS};
use super::folder::{Folder, remove};
use super::interrupted::Interrupted;
use super::manifest::Row;
use super::unconfirmed::UnconfirmedKey;
use crate::case::read::Overrides;
use crate::files::{lines, open_private, read_if_there, sync_folder};
use crate::hash::Hash;
use crate::receipt::{Receipt, Versions};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};

/// The version of the list of parts that [`origin`] hashes; it changes when that list changes.
const ORIGIN_VERSION: &str = "1";

/// A hash of everything that a letter was made from; an equal hash means that the letter would be the
/// same.
#[must_use]
pub fn origin(input: Hash, options: &Overrides, versions: &Versions) -> Hash {
    let Overrides { bekendmaking, wijze } = options;
    let Versions { program, organisation, templates, rules } = versions;
    let parts = [
        ("versie", Some(ORIGIN_VERSION.to_owned())),
        ("zaak", Some(input.to_string())),
        ("bekendmaking", bekendmaking.map(|day| day.to_string())),
        ("wijze", wijze.map(|wijze| wijze.word().to_owned())),
        ("programma", Some(program.clone())),
        ("organisatie", Some(organisation.to_string())),
        ("sjablonen", Some(templates.to_string())),
        ("regels", Some(rules.to_string())),
    ];
    // Options that were not given are left out; each part is hashed with its name and length before it.
    Hash::of_parts(parts.into_iter().filter_map(|(name, part)| Some((name, part?))))
}

/// A letter that an earlier run made.
#[derive(Clone, Copy, Debug)]
pub struct PriorLetter {
    /// The hash of the bytes of its file.
    pub hash: Hash,
    /// The hash of what it was made from: see [`origin`].
    pub origin: Hash,
    /// The number of its pages, if known.
    pub pages: Option<u32>,
}

/// A case of a finished run.
#[derive(Clone, Debug)]
struct PriorCase {
    /// The hash of what its first letters were made from: see [`origin`].
    origin: Hash,
    /// What they were made from when they were last made again: the origin and the text of the case.
    again: Option<(Hash, Hash)>,
    /// The rules on which its letters rest and that nobody had confirmed; `None` when a receipt does not say it.
    unconfirmed: Option<BTreeSet<String>>,
    /// The file of the case, as its receipts name it.
    file: String,
}

/// What earlier runs in the folder made.
#[derive(Debug, Default)]
pub struct PriorRuns {
    /// The letters of finished runs, by the path of their file in the folder.
    finished: BTreeMap<String, PriorLetter>,
    /// The cases of finished runs, by their kenmerk in lower case.
    finished_cases: BTreeMap<String, PriorCase>,
    /// The letters of runs that never ended, by the path of their file in the folder.
    unfinished: BTreeMap<String, Vec<PriorLetter>>,
    /// The kenmerken of the cases of runs that never ended, in lower case.
    unfinished_cases: BTreeSet<String>,
    /// The length in bytes of the complete lines at the beginning of the journal.
    complete_bytes: u64,
    /// What was stopped before it was done.
    interrupted: Interrupted,
}

impl PriorRuns {
    /// Reads what earlier runs left. The journal counts up to its first incomplete line, because the run
    /// that wrote it was stopped there.
    ///
    /// # Errors
    /// When a register or the journal exists and cannot be read.
    pub fn read(folder: &Folder) -> io::Result<Self> {
        let mut past = Self::default();
        for line in lines(&folder.path(RECEIPTS))? {
            let Some(receipt) = line?.and_then(|line| Receipt::from_json(&line).ok()) else { continue };
            let kenmerk = receipt.letter.kenmerk.as_str().to_ascii_lowercase();
            past.add_finished_case(kenmerk, &receipt);
            let (file, known) = prior_letter(receipt, None);
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
            let line = line?;
            past.interrupted = past.interrupted.after(line.as_deref());
            let Some(line) = line else { break };
            let length = line.len() as u64 + 1;
            if Interrupted::is_said_by(&line) {
                past.complete_bytes += length;
                continue;
            }
            let Some((kenmerk, file, known)) = parse_journal_line(&line) else { break };
            past.complete_bytes += length;
            past.unfinished_cases.insert(kenmerk);
            past.unfinished.entry(file).or_default().push(known);
        }
        Ok(past)
    }

    /// Adds the origin of a letter of a finished case, and the rules on which it rests that nobody had confirmed.
    fn add_finished_case(&mut self, kenmerk: String, receipt: &Receipt) {
        let made_from = origin(receipt.input.hash, &receipt.options, &receipt.versions);
        let case = self.finished_cases.entry(kenmerk).or_insert_with(|| PriorCase {
            origin: made_from,
            again: None,
            unconfirmed: Some(BTreeSet::new()),
            file: receipt.input.file.clone(),
        });
        if case.last_origin() != made_from {
            case.again = Some((made_from, receipt.input.hash));
        }
        match (&mut case.unconfirmed, &receipt.letter.unconfirmed) {
            (Some(all), Some(rules)) => all.extend(rules.iter().cloned()),
            (all, _) => *all = None,
        }
    }

    /// The letter with these bytes in this file, if an earlier run made it.
    #[must_use]
    pub fn find(&self, file: &str, hash: Hash) -> Option<PriorLetter> {
        let mut found =
            self.finished.get(file).into_iter().chain(self.unfinished.get(file).into_iter().flatten());
        found.find(|known| known.hash == hash).copied()
    }

    /// Whether this file was made only by a run that never ended: its bytes are those that the journal
    /// names, or were still being written when the machine stopped.
    #[must_use]
    pub fn is_provisional(&self, file: &str, bytes: &[u8], hash: Hash) -> bool {
        let Some(made) = self.unfinished.get(file) else { return false };
        match self.finished.get(file) {
            Some(known) if known.hash == hash => false,
            Some(_) => made.iter().any(|known| known.hash == hash),
            None => made.iter().any(|known| known.hash == hash) || !bytes.ends_with(b"%%EOF\n"),
        }
    }

    /// Whether these bytes are those that a receipt of a finished run names for this file. The file was
    /// then damaged afterwards, and writing it again repairs it.
    #[must_use]
    pub fn restores(&self, file: &str, bytes: &[u8]) -> bool {
        self.finished.get(file).is_some_and(|known| known.hash == Hash::of(bytes))
    }

    /// Checks that the registers of this run will contain all cases of a finished run in the folder;
    /// otherwise the record of letters that may have been sent would be lost. `cases` are the cases that
    /// get letters, each with the origin of its letters and the rules on which they rest that nobody confirmed, or
    /// with `None` when only the kenmerk counts.
    ///
    /// # Errors
    /// When letters of another run would disappear from the registers.
    pub fn check_nothing_is_lost(
        &self,
        cases: impl Iterator<Item = (String, Option<(Hash, UnconfirmedKey)>)>,
    ) -> Result<(), BatchError> {
        if self.finished_cases.is_empty() && self.unfinished_cases.is_empty() {
            return Ok(());
        }
        let here: BTreeMap<String, Option<(Hash, UnconfirmedKey)>> = cases.collect();
        let same = |kenmerk: &String, case: &PriorCase| {
            here.get(kenmerk)
                .is_some_and(|now| now.is_none_or(|(origin, rules)| case.is_given(origin, rules)))
        };
        let lost = self.finished_cases.iter().filter(|(kenmerk, case)| !same(kenmerk, case)).count();
        let other = !self.unfinished_cases.is_empty()
            && !self.unfinished_cases.iter().any(|kenmerk| here.contains_key(kenmerk));
        if lost == 0 && !other {
            return Ok(());
        }
        let message = if lost > 0 {
            format!(
                "in de map staan brieven van een opdracht die af is; daarvan krijgen nu geen brief, of een andere: {lost} \
                 (andere zaken, opties, organisatie, sjablonen, bevestigde regels of versie); hun manifest zou verdwijnen"
            )
        } else {
            "in de map staat een andere opdracht die niet af is; haar brieven zouden verdwijnen".to_owned()
        };
        Err(BatchError::Usage(format!(
            "{message}; er is niets veranderd\nhulp: kies een andere map; alleen als die brieven niet meer tellen: `--overschrijf`"
        )))
    }

    /// Whether the case of a kenmerk has letters of a finished run.
    #[must_use]
    pub fn has_case(&self, kenmerk: &str) -> bool {
        self.finished_cases.contains_key(&kenmerk.to_ascii_lowercase())
    }

    /// Whether the case of a kenmerk has letters of a finished run: made from this, or from something else. `None` when it
    /// has none. Letters that were made again have their own bekendmaking, so of them the `text` of the case is enough.
    #[must_use]
    pub fn has_letters_of(&self, kenmerk: &str, text: Hash, made_from: Hash) -> Option<bool> {
        let case = self.finished_cases.get(&kenmerk.to_ascii_lowercase())?;
        let again = case.again.is_some_and(|(_, of)| of == text);
        Some(case.origin == made_from || again)
    }

    /// What the last letters of a case were made from, of those that a finished run made: see [`origin`].
    #[must_use]
    pub fn last_made_from(&self, kenmerk: &str) -> Option<Hash> {
        self.finished_cases.get(&kenmerk.to_ascii_lowercase()).map(PriorCase::last_origin)
    }

    /// Whether a run that never ended made letters, and none of them are of these cases.
    pub fn is_of_others<'e>(&self, mut kenmerken: impl Iterator<Item = &'e str>) -> bool {
        let made = |kenmerk: &str| self.unfinished_cases.contains(&kenmerk.to_ascii_lowercase());
        !self.unfinished_cases.is_empty() && !kenmerken.any(made)
    }

    /// What was stopped here before it was done.
    #[must_use]
    pub const fn interrupted(&self) -> Interrupted {
        self.interrupted
    }

    /// The file that the receipts name for a case, where it is not this one.
    #[must_use]
    pub fn other_file_of(&self, kenmerk: &str, file: &str) -> Option<&str> {
        let known = self.finished_cases.get(&kenmerk.to_ascii_lowercase())?;
        (known.file != file).then_some(known.file.as_str())
    }

    /// Whether every letter of the journal stands in the receipts: the run was stopped after everything had its name.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        let last = |file: &String, made: &Vec<PriorLetter>| {
            let known = self.finished.get(file);
            made.last().zip(known).is_some_and(|(made, known)| made.hash == known.hash)
        };
        !self.unfinished.is_empty() && self.unfinished.iter().all(|(file, made)| last(file, made))
    }

    /// Takes a run that was stopped after everything had its name for finished: its journal goes.
    ///
    /// # Errors
    /// When the journal cannot be removed.
    pub fn close(&mut self, folder: &Folder) -> io::Result<()> {
        remove(&folder.journal())?;
        self.unfinished.clear();
        self.unfinished_cases.clear();
        self.complete_bytes = 0;
        self.interrupted = Interrupted::Nothing;
        Ok(())
    }

    /// Puts a folder back as it was before a run that turns out not to be allowed: what only the journal names goes, and
    /// the journal itself.
    ///
    /// # Errors
    /// When the journal cannot be read, or a file not be removed.
    pub fn roll_back(folder: &Folder) -> io::Result<()> {
        Self::read(folder)?.remove_provisional(folder, &BTreeSet::new())?;
        remove(&folder.journal())
    }

    /// Removes the letters of the finished run that a run which replaces it does not give.
    ///
    /// # Errors
    /// When a letter cannot be read or removed.
    pub fn remove_replaced(&self, folder: &Folder, given: &BTreeSet<String>) -> io::Result<()> {
        for (file, known) in self.finished.iter().filter(|(file, _)| !given.contains(*file)) {
            let path = folder.path(file);
            let Ok(Some(bytes)) = read_if_there(&path) else { continue };
            if Hash::of(&bytes) == known.hash {
                remove(&path)?;
            }
        }
        Ok(())
    }

    /// Whether a run that never ended made this file.
    #[must_use]
    pub fn is_unfinished(&self, file: &str) -> bool {
        self.unfinished.contains_key(file)
    }

    /// Removes the letters that were made only by a run that never ended, except the `confirmed` ones,
    /// which this run gives too.
    ///
    /// # Errors
    /// When a letter cannot be removed.
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

impl PriorCase {
    /// What its last letters were made from.
    fn last_origin(&self) -> Hash {
        self.again.map_or(self.origin, |(origin, _)| origin)
    }

    /// Whether a case that is made from this and rests on these rules gives the registers what they hold.
    fn is_given(&self, origin: Hash, rules: UnconfirmedKey) -> bool {
        let known =
            self.unconfirmed.as_ref().map(|known| UnconfirmedKey::of(known.iter().map(String::as_str)));
        origin == self.origin && known.is_none_or(|known| known == rules)
    }
}

/// The file of a receipt, and what is kept about its letter.
fn prior_letter(receipt: Receipt, pages: Option<u32>) -> (String, PriorLetter) {
    let origin = origin(receipt.input.hash, &receipt.options, &receipt.versions);
    (receipt.letter.file, PriorLetter { hash: receipt.letter.hash, origin, pages })
}

/// Reads a line of the journal: the number of pages, a space and the receipt. Returns the kenmerk, the
/// file and the letter.
fn parse_journal_line(line: &str) -> Option<(String, String, PriorLetter)> {
    let (pages, receipt) = line.split_once(' ')?;
    let receipt = Receipt::from_json(receipt).ok()?;
    let kenmerk = receipt.letter.kenmerk.as_str().to_ascii_lowercase();
    let (file, known) = prior_letter(receipt, Some(pages.parse().ok()?));
    Some((kenmerk, file, known))
}

/// The journal of this run, open for writing.
pub struct Journal(File);

impl Journal {
    /// Opens the journal after its last complete line, and puts on the disk what begins now: a run or a further round.
    ///
    /// # Errors
    /// When the journal cannot be opened, shortened or written.
    pub fn open(folder: &Folder, past: &PriorRuns, begins: Interrupted) -> io::Result<Self> {
        let mut file = open_private(&folder.journal())?;
        file.set_len(past.complete_bytes)?;
        file.seek(SeekFrom::Start(past.complete_bytes))?;
        if past.interrupted != begins {
            file.write_all(format!("{}\n", begins.line()).as_bytes())?;
            file.sync_data()?;
            sync_folder(folder.root())?;
        }
        Ok(Self(file))
    }

    /// Records letters, each with its number of pages and its receipt, before they are written.
    ///
    /// # Errors
    /// When the lines cannot be put on the disk.
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
