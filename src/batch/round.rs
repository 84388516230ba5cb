//! A further round in the folder of a finished run (`--vervolg`): only cases that have no letter there yet, as next parts
//! of the print stream and next rows of the registers. What was there stays byte for byte (docs/spec/batch.md).

use super::counts::add_counts;
use super::error::BatchError;
use super::file_names::{FINDINGS, MANIFEST_CSV, SUMMARY};
use super::findings::Findings;
use super::folder::{Folder, is_part};
use super::index::{Entry, State};
use super::integrity;
use super::interrupted::Interrupted;
use super::job::Job;
use super::journal::{PriorRuns, origin};
use super::manifest::header;
use super::options::RoundOf;
use super::report::Report;
use super::reprint::{self, Fate, Reprint};
use super::summary::Summary;
use super::tally::Tally;
use super::vouched::{Round, Vouched};
use crate::csv::Dialect;
use crate::diagnostic::{Code, Diagnostic};
use crate::files::{TEMPORARY, lines, open_register, read_if_there};
use crate::hash::Hash;
use std::collections::BTreeSet;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

/// Takes a folder for a run, and removes what an interrupted one left unfinished. A round that was stopped while its files
/// got their names is brought to its end first: they were all on the disk.
///
/// # Errors
/// The same as [`Folder::open`].
pub fn open(root: &Path) -> Result<Folder, BatchError> {
    let folder = Folder::open(root)?;
    let failed = |error| BatchError::io(root, error);
    if Interrupted::of(&folder).map_err(failed)? == Interrupted::Round
        && let Some(waiting) = waiting(&folder)
    {
        folder.roll_forward(&waiting).map_err(failed)?;
    }
    folder.clear().map_err(failed)?;
    Ok(folder)
}

/// The files of a stopped round that wait for their names, the summary last; `None` where not everything was made.
fn waiting(folder: &Folder) -> Option<Vec<String>> {
    let bytes = read_if_there(&folder.temporary_path(SUMMARY)).ok().flatten()?;
    let summary: Summary = serde_json::from_slice(&bytes).ok()?;
    let is_whole = |file: &Vouched| integrity::check_contents(folder.root(), file).is_ok();
    let mut names = Vec::new();
    for file in summary.bestanden.as_ref()? {
        let temporary = Vouched { bestand: format!("{TEMPORARY}{}", file.bestand), ..file.clone() };
        if is_whole(&temporary) {
            names.push(file.bestand.clone());
        } else if !is_whole(file) {
            return None;
        }
    }
    names.push(SUMMARY.to_owned());
    Some(names)
}

/// The rounds before a further one.
pub struct Earlier<'a> {
    before: &'a Summary,
    /// The letters that this round makes again, if it does that.
    reprint: Option<Reprint>,
}

impl<'a> Earlier<'a> {
    /// The rounds of a finished run.
    ///
    /// # Errors
    /// When its folder is not as its summary says, was joined or made by an earlier version, or when the paper is another:
    /// then nothing can be added to it.
    pub fn of(
        folder: &Folder,
        past: &PriorRuns,
        before: &'a Summary,
        job: &Job<'_>,
    ) -> Result<Self, BatchError> {
        let refused = |why: &str| {
            let hint = "hulp: kies een andere map, en geef met `--alleen` de zaken die nog geen brief hebben";
            Err(BatchError::Usage(format!("`--vervolg` kan hier niet: {why}; er is niets veranderd\n{hint}")))
        };
        if past.interrupted() == Interrupted::Run {
            return refused("in de map is een andere opdracht niet af; maak die eerst af");
        }
        if before.samengevoegd.is_some() {
            return refused("de map is samengevoegd uit delen");
        }
        if before.bestanden.is_none() || before.rondes.is_none() {
            return refused("de opdracht in de map is van een eerdere versie van het programma");
        }
        let share = job.options.selection.share.map(|share| share.to_string());
        if before.opties["deel"].as_str() != share.as_deref() {
            return refused("de optie `deel` is een andere dan in de eerste ronde");
        }
        if let Some((key, _)) = job.options.paper().find(|(key, now)| before.opties[*key] != *now) {
            return refused(&format!("de optie `{key}` is een andere dan in de eerste ronde"));
        }
        if !has_same_columns(folder, job.options.csv).unwrap_or(false) {
            return refused("manifest.csv heeft andere kolommen dan deze versie van het programma schrijft");
        }
        let mut files = before.bestanden.iter().flatten();
        if let Some(wrong) = files.find_map(|file| integrity::check_contents(folder.root(), file).err()) {
            return refused(&format!("{} {}", wrong.file, wrong.what));
        }
        let mut earlier = Self { before, reprint: None };
        if job.options.round == Some(RoundOf::Again) {
            let kenmerken = job.options.selection.only.clone().unwrap_or_default();
            let found = Reprint::find(folder, &kenmerken, earlier.next());
            earlier.reprint = Some(found.map_err(|error| job.failed(error))?);
        }
        Ok(earlier)
    }

    /// The letters that this round makes again, if it does that.
    #[must_use]
    pub fn reprint(&self) -> Option<&Reprint> {
        self.reprint.as_ref()
    }

    /// The number of the round that comes after them.
    pub fn next(&self) -> u32 {
        let rounds = self.before.rondes.iter().flatten().count();
        u32::try_from(rounds).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// The number of letters so far.
    pub fn letters(&self) -> u64 {
        self.before.brieven + self.before.afschriften
    }

    /// The parts of the print stream so far.
    pub fn parts(&self) -> Vec<Vouched> {
        let files = self.before.bestanden.iter().flatten();
        files.filter(|file| is_part(&file.bestand)).cloned().collect()
    }

    /// The rows of the findings so far.
    pub fn findings(&self) -> u64 {
        let mut files = self.before.bestanden.iter().flatten();
        files.find(|file| file.bestand == FINDINGS).and_then(|file| file.rijen).unwrap_or_default()
    }

    /// The report of the folder: that of the new round, added to what was there. A round without letters is none.
    pub fn with(&self, round: &Summary) -> Summary {
        let mut all = self.before.clone();
        let sum = |a: Option<u64>, b: Option<u64>| Some(a.unwrap_or_default() + b.unwrap_or_default());
        // Letters that are made again are of cases that were counted before.
        if self.reprint.is_none() {
            all.zaken += round.zaken;
            all.met_brief += round.met_brief;
            all.geen_brief += round.geen_brief;
            all.vragen += round.vragen;
            all.geweigerd += round.geweigerd;
            all.niet_gevonden += round.niet_gevonden;
        }
        all.brieven += round.brieven;
        all.afschriften += round.afschriften;
        all.was_er_al = sum(all.was_er_al, round.was_er_al);
        all.paginas = sum(all.paginas, round.paginas);
        all.vellen = sum(all.vellen, round.vellen);
        if round.zonder_kix.is_some() {
            all.zonder_kix = sum(all.zonder_kix, round.zonder_kix);
        }
        if round.zonder_codeerregel.is_some() {
            all.zonder_codeerregel = sum(all.zonder_codeerregel, round.zonder_codeerregel);
        }
        all.drukstroomdelen = round.drukstroomdelen;
        add_counts(&mut all.per_soort, &round.per_soort);
        add_counts(&mut all.per_code, &round.per_code);
        add_counts(all.per_grond.get_or_insert_default(), round.per_grond.iter().flatten());
        add_counts(all.te_bevestigen.get_or_insert_default(), round.te_bevestigen.iter().flatten());
        all.einde.clone_from(&round.einde);
        all.duur_seconden += round.duur_seconden;
        all.bestanden.clone_from(&round.bestanden);
        if round.brieven + round.afschriften > 0 {
            all.rondes.get_or_insert_default().push(round_of(self.next(), round));
        }
        all
    }
}

/// What a round made, by its own summary.
fn round_of(number: u32, round: &Summary) -> Round {
    Round {
        ronde: number,
        run: round.run.clone(),
        brieven: round.brieven,
        afschriften: round.afschriften,
        begin: round.begin.clone(),
        einde: round.einde.clone(),
    }
}

/// Whether the manifest of the folder has the columns of now, so that rows can be added to it.
fn has_same_columns(folder: &Folder, csv: Dialect) -> io::Result<bool> {
    let mut first = String::new();
    BufReader::new(open_register(&folder.path(MANIFEST_CSV))?).take(1 << 12).read_line(&mut first)?;
    Ok(first == header(csv))
}

/// The report of a first round.
pub fn first(report: &mut Report) {
    report.summary.rondes = Some(vec![round_of(1, &report.summary)]);
}

/// The cases of a further round.
///
/// # Errors
/// When a finding cannot be written.
pub fn cases(
    job: &Job<'_>,
    past: &PriorRuns,
    entries: Vec<Entry>,
    tally: &mut Tally,
) -> Result<Vec<Entry>, BatchError> {
    let again = job.options.round == Some(RoundOf::Again);
    let mut kept = Vec::new();
    for entry in entries {
        if entry.state != State::Letters {
            kept.push(entry);
            continue;
        }
        let made_from = origin(entry.hash, &job.options.overrides, &job.versions);
        let fate = if again { reprint::fate(past, &entry, made_from) } else { fate(past, &entry, made_from) };
        match fate {
            Fate::Made => kept.push(entry),
            Fate::LeftOut => tally.counts.left_out(entry.state),
            Fate::Refused(why) => {
                tally.counts.refuse(entry.state);
                let finding = job.finding(&entry, &why.at(entry.place));
                tally.findings.add(entry.ordinal, &finding).map_err(|error| job.failed(error))?;
            }
        }
    }
    Ok(kept)
}

/// A case that has its letters in the folder already is left out; one that would get other letters now is refused.
fn fate(past: &PriorRuns, entry: &Entry, made_from: Hash) -> Fate {
    match past.has_letters_of(&entry.kenmerk, entry.hash, made_from) {
        None => Fate::Made,
        Some(true) => Fate::LeftOut,
        Some(false) => Fate::Refused(other_letter_here()),
    }
}

/// Whether the findings of a round without letters all stand in the folder: the same command again adds nothing.
///
/// # Errors
/// When the findings cannot be read.
pub fn says_nothing_new(folder: &Folder, findings: &mut Findings) -> io::Result<bool> {
    let known: BTreeSet<Hash> = lines(&folder.path(FINDINGS))?
        .map(|line| Ok(Hash::of(line?.unwrap_or_default())))
        .collect::<io::Result<_>>()?;
    findings.are_all_in(&known)
}

/// The finding about a case that has a letter in the folder and would get another now.
fn other_letter_here() -> Diagnostic {
    let message =
        "Deze zaak heeft in deze map al een brief, en zou nu een andere krijgen; er is niets veranderd.";
    Diagnostic::new::<String>(Code::Exists, message, []).with_hint(
        "Kwam de post terug? Geef `--opnieuw` met dit kenmerk en `--bekendmaking` met de nieuwe dag.",
    )
}
