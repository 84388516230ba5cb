//! The first pass: every case is read and decided and its addresses are checked, so that refusals are known before any
//! letter is made. Only an index entry of each case is kept.

use super::address_file::{AddressRow, delivery};
use super::error::BatchError;
use super::finding::Finding;
use super::index::{self, Entry, State};
use super::job::Job;
use super::journal::{PriorRuns, origin};
use super::letter_id::LetterId;
use super::options::Order;
use super::planned_letter::PlannedLetter;
use super::progress::{Phase, Progress};
use super::sources::{Item, Reader, Source, Spot};
use super::tally::Tally;
use super::unconfirmed::UnconfirmedKey;
use crate::case::identifier::Kenmerk;
use crate::case::model::{Adres, Zaak};
use crate::case::read::kenmerk_of;
use crate::case::split::Document;
use crate::decide::outcome::Outcome;
use crate::diagnostic::Source as Place;
use crate::hash::Hash;
use crate::letter::document::Document as Letter;
use crate::pipeline::{Assessed, Run, double_kenmerk};
use crate::places::{Origin, Places};
use crate::words::{GroundId, RuleId};

/// How many files that could not be read are named in a message.
const NAMED: usize = 5;

/// The result of reading one document.
struct ReadDocument {
    ordinal: u32,
    state: State,
    /// The index entry, for a case with a kenmerk.
    entry: Option<Entry>,
    findings: Vec<Finding>,
    /// Whether the file itself could not be read.
    unreadable: bool,
    /// What a dry run counts of each letter.
    letters: Vec<CountedLetter>,
    /// Its rows in the address file of a dry run.
    addresses: Vec<AddressRow>,
    /// Whether the options leave this case out.
    skipped: bool,
    /// Its kenmerk, or the hash of its text; of a file that could not be read its name.
    identity: String,
}

/// What is counted of a letter that a dry run does not make.
struct CountedLetter {
    kind: &'static str,
    is_copy: bool,
    grounds: Vec<GroundId>,
    /// The rules on which it rests that nobody confirmed.
    unconfirmed: Vec<RuleId>,
}

impl CountedLetter {
    fn of(letter: &Letter) -> Self {
        Self {
            kind: letter.kind.id(),
            is_copy: letter.is_copy,
            grounds: letter.grounds.clone(),
            unconfirmed: letter.unconfirmed.clone(),
        }
    }
}

/// Reads and decides all documents; `past` is what earlier runs in the folder made. Returns the index entries, one for
/// every case with a kenmerk.
///
/// # Errors
/// When the findings cannot be written in the output folder.
pub fn read(
    job: &Job<'_>,
    past: Option<&PriorRuns>,
    tally: &mut Tally,
    progress: &mut Progress<'_>,
) -> Result<Vec<Entry>, BatchError> {
    let run = job.pipeline.run();
    let mut reader = Reader::new(&job.sources);
    // Most files hold one case; a list that grows is in memory twice.
    let (mut entries, mut planned) = (Vec::with_capacity(job.sources.len()), Vec::new());
    let mut chunk = reader.chunk();
    while !chunk.is_empty() {
        let items = std::mem::take(&mut chunk);
        let (seen, next) = job
            .threads
            .both(|| job.threads.map(items, |item| read_document(job, &run, past, item)), || reader.chunk());
        chunk = next;
        for seen in seen {
            if !seen.unreadable {
                tally.seen.add(&seen.identity);
            }
            if seen.skipped {
                continue;
            }
            for finding in &seen.findings {
                tally.findings.add(seen.ordinal, finding).map_err(|e| job.failed(e))?;
            }
            if seen.unreadable {
                tally.counts.unreadable += 1;
                if tally.unread.len() < NAMED {
                    tally.unread.push(seen.identity);
                }
                continue;
            }
            tally.counts.seen(seen.state);
            if job.options.dry {
                planned.push((seen.ordinal, seen.letters));
            }
            if !seen.addresses.is_empty() {
                tally.addresses.insert(seen.ordinal, seen.addresses);
            }
            entries.extend(seen.entry);
        }
        progress.step(Phase::Reading, tally.counts.cases, None, tally.counts.refused);
    }
    let doubles = refuse_doubles(job, &mut entries, tally)?;
    for (ordinal, letters) in planned {
        if doubles.binary_search(&ordinal).is_err() {
            for CountedLetter { kind, is_copy, grounds, unconfirmed } in letters {
                let grounds = grounds.into_iter().map(GroundId::word);
                tally.counts.letter(kind, is_copy, grounds, unconfirmed.iter().map(|rule| rule.word()));
            }
        }
    }
    let selection = &job.options.selection;
    let asked = selection.only.iter().flatten().filter(|only| selection.asks_for(Some(only), ""));
    tally.counts.unknown = asked.filter(|only| is_missing(&entries, only)).cloned().collect();
    Ok(entries)
}

fn is_missing(entries: &[Entry], only: &str) -> bool {
    entries.binary_search_by(|entry| entry.kenmerk.to_ascii_lowercase().as_str().cmp(only)).is_err()
}

/// Reads and decides one document.
fn read_document(job: &Job<'_>, run: &Run<'_>, past: Option<&PriorRuns>, item: Item) -> ReadDocument {
    let source = job.source(item.source);
    let seen = |state| ReadDocument {
        ordinal: item.ordinal,
        state,
        entry: None,
        findings: Vec::new(),
        unreadable: false,
        letters: Vec::new(),
        addresses: Vec::new(),
        skipped: false,
        identity: String::new(),
    };
    let document = match item.document {
        Ok(document) => document,
        Err(fault) => {
            let places = Places::default();
            let file = job.named(item.source, None);
            let place = Place { file: &file, document: None, text: "", first_line: 1, places: &places };
            let findings = vec![Finding::new(&fault, &place, None)];
            let identity = source.map_or_else(String::new, Source::name);
            return ReadDocument { findings, unreadable: true, identity, ..seen(State::Refused) };
        }
    };
    let spot = Spot::of(&document);
    // Of a case of another share, no more is read than its kenmerk.
    let text = document.text.as_deref().unwrap_or_default();
    let kenmerk = kenmerk_of(text);
    let kenmerk = kenmerk.as_ref().map(Kenmerk::as_str);
    let identity = kenmerk.map_or_else(|| Hash::of(text).to_string(), str::to_owned);
    if !job.options.selection.asks_for(kenmerk, text) {
        return ReadDocument { skipped: true, identity, ..seen(State::Refused) };
    }
    let hash = Hash::of(text);
    let assessed = first_look(job, run, past, document);
    let mut seen = ReadDocument { identity, ..seen(State::of(&assessed.decision.outcome)) };
    let kenmerk = assessed.reading.kenmerk.as_ref().map(Kenmerk::as_str);
    let file = job.named(item.source, Some(hash));
    let place = assessed.source(&file);
    let mut key = [0; 6];
    match sort_key(job, &assessed) {
        Ok(found) => key = found,
        Err(finding) => {
            seen.state = State::Refused;
            seen.findings.push(Finding::new(&finding, &place, kenmerk));
        }
    }
    seen.findings.extend(assessed.diagnostics().iter().map(|d| Finding::new(d, &place, kenmerk)));
    if job.options.dry && job.options.addresses.is_some() && seen.state == State::Letters {
        match addresses(job, &assessed, hash) {
            Ok(rows) => seen.addresses = rows,
            Err(finding) => {
                seen.state = State::Refused;
                seen.findings.push(Finding::new(&finding, &place, kenmerk));
            }
        }
    }
    if job.options.dry {
        seen.letters = assessed.letters.iter().map(CountedLetter::of).collect();
    }
    let rules = assessed.letters.iter().flat_map(|letter| &letter.unconfirmed);
    seen.entry = kenmerk.map(|kenmerk| Entry {
        kenmerk: kenmerk.into(),
        ordinal: item.ordinal,
        source: item.source,
        spot,
        hash,
        place: match assessed.reading.places.exact(Zaak::kenmerk.pattern()) {
            Some(Origin::File(place)) => Some(place),
            _ => None,
        },
        key,
        unconfirmed: UnconfirmedKey::of(rules.map(|rule| rule.word())),
        state: seen.state,
        letters: planned(job, &assessed, hash),
    });
    seen
}

/// Decides a case in the first pass. Its letters are composed only where more must be known of them than that their
/// addresses fit.
fn first_look(job: &Job<'_>, run: &Run<'_>, past: Option<&PriorRuns>, document: Document) -> Assessed {
    let options = job.options;
    if options.dry || options.strict || options.codes.is_some() || options.order == Order::Sheets {
        return assess(job, run, document);
    }
    let decided = run.decided(document, &options.overrides);
    // A finished run is guarded by the rules on which its letters rest, and these are known of their words.
    let made_before = |kenmerk: &Kenmerk| past.is_some_and(|past| past.has_case(kenmerk.as_str()));
    if decided.reading.kenmerk.as_ref().is_some_and(made_before) {
        run.composed(decided)
    } else {
        run.addressed(decided)
    }
}

/// The rows of the letters of a case in the address file.
fn addresses(
    job: &Job<'_>,
    assessed: &Assessed,
    hash: Hash,
) -> Result<Vec<AddressRow>, Box<crate::diagnostic::Diagnostic>> {
    let Outcome::Letters(case, _) = &assessed.decision.outcome else { return Ok(Vec::new()) };
    let made_from = origin(hash, &job.options.overrides, &job.versions);
    let mut rows = Vec::new();
    for letter in &assessed.letters {
        let pages = u32::try_from(job.pipeline.pages(letter)?).unwrap_or(u32::MAX);
        let id = LetterId::of(made_from, &letter.file_stem, job.options.duplex);
        rows.extend(AddressRow::new(case, letter, id, job.options.sheets(pages), job.pipeline));
    }
    Ok(rows)
}

/// The letters of a case, where codes must find them.
fn planned(job: &Job<'_>, assessed: &Assessed, hash: Hash) -> Box<[PlannedLetter]> {
    let Outcome::Letters(case, _) = &assessed.decision.outcome else { return Box::default() };
    if job.options.codes.is_none() {
        return Box::default();
    }
    let made_from = origin(hash, &job.options.overrides, &job.versions);
    let planned = assessed.letters.iter().map(|letter| PlannedLetter {
        id: LetterId::of(made_from, &letter.file_stem, job.options.duplex),
        delivery: delivery(case, letter, job.pipeline),
    });
    planned.collect()
}

/// Decides a case, in the same way in both passes.
pub fn assess(job: &Job<'_>, run: &Run<'_>, document: Document) -> Assessed {
    let assessed = run.assess(document, &job.options.overrides);
    if job.options.strict { assessed.strictly() } else { assessed }
}

fn sort_key(job: &Job<'_>, assessed: &Assessed) -> Result<[u8; 6], Box<crate::diagnostic::Diagnostic>> {
    let Outcome::Letters(case, _) = &assessed.decision.outcome else { return Ok([0; 6]) };
    match job.options.order {
        Order::Kenmerk => Ok([0; 6]),
        Order::Postcode => Ok(index::postcode_key(match &case.vreemdeling.adres {
            Adres::Dutch { postcode, .. } => Some(postcode.as_str()),
            Adres::Foreign { .. } | Adres::Unknown => None,
        })),
        Order::Sheets => {
            let mut sheets = 0;
            for letter in &assessed.letters {
                let pages = job.pipeline.pages(letter)?;
                sheets += job.options.sheets(u32::try_from(pages).unwrap_or(u32::MAX));
            }
            Ok(index::sheets_key(sheets))
        }
    }
}

/// Refuses all cases whose kenmerk occurs more than once. Returns their ordinals, in order.
fn refuse_doubles(job: &Job<'_>, entries: &mut [Entry], tally: &mut Tally) -> Result<Vec<u32>, BatchError> {
    let mut doubles = Vec::new();
    for (entry, before) in index::refuse_doubles(entries) {
        tally.counts.refuse(before);
        let finding = job.finding(&entry, &double_kenmerk().at(entry.place));
        tally.findings.add(entry.ordinal, &finding).map_err(|e| job.failed(e))?;
        doubles.push(entry.ordinal);
    }
    Ok(doubles)
}
