//! Whether finished runs can be joined: they were made with the same versions and options, every share is
//! there exactly once, and no case is in two runs.

use super::finished::FinishedRun;
use crate::batch::error::BatchError;
use crate::batch::options::PAPER;
use crate::files::shown;
use serde_json::Value;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Puts runs in the order of their shares.
///
/// # Errors
/// When runs were made with different versions or options, or when a share is missing or occurs twice.
pub fn in_order(mut runs: Vec<FinishedRun>) -> Result<Vec<FinishedRun>, BatchError> {
    if let Some((first, others)) = runs.split_first() {
        others.iter().try_for_each(|other| check_made_alike(first, other))?;
    }
    let shares = runs.iter().filter(|run| run.share.is_some()).count();
    if shares == 0 {
        return Ok(runs);
    }
    if shares < runs.len() {
        return Err(BatchError::Usage(
            "een deel (`--deel`) kan niet worden samengevoegd met een hele opdracht".to_owned(),
        ));
    }
    if let Some((first, others)) = runs.split_first() {
        others.iter().try_for_each(|other| check_saw_the_same(first, other))?;
    }
    runs.sort_by_key(|run| run.share);
    let total = runs.iter().filter_map(|run| run.share).map(|share| share.of).max().unwrap_or_default();
    for number in 1..=total {
        let count = runs
            .iter()
            .filter(|run| run.share.is_some_and(|share| share.number == number && share.of == total))
            .count();
        match count {
            1 => {}
            0 => return Err(BatchError::Usage(format!("deel {number}/{total} ontbreekt"))),
            _ => return Err(BatchError::Usage(format!("deel {number}/{total} is er meer dan één keer"))),
        }
    }
    match runs.iter().find_map(|run| run.share.filter(|share| share.of != total)) {
        Some(other) => Err(BatchError::Usage(format!("deel {other} past niet bij een verdeling in {total}"))),
        None => Ok(runs),
    }
}

/// Every share reads all cases, so that each can say what it saw: a case that one of them did not see would be lost.
fn check_saw_the_same(a: &FinishedRun, b: &FinishedRun) -> Result<(), BatchError> {
    if a.summary.gezien == b.summary.gezien {
        return Ok(());
    }
    let seen = |run: &FinishedRun| run.summary.gezien.as_ref().map_or(0, |seen| seen.aantal);
    Err(BatchError::Usage(format!(
        "{} en {} zagen niet dezelfde zaken ({} en {}, of andere kenmerken, of een andere volgorde); er is niets samengevoegd\n\
         hulp: maak elk deel van dezelfde map met zaken",
        shown(&a.root),
        shown(&b.root),
        seen(a),
        seen(b)
    )))
}

fn check_made_alike(a: &FinishedRun, b: &FinishedRun) -> Result<(), BatchError> {
    let differ = |what: &str, key: &str| {
        BatchError::Usage(format!(
            "{} en {} zijn niet met dezelfde {what} gemaakt: {key}",
            shown(&a.root),
            shown(&b.root)
        ))
    };
    let versions = |run: &FinishedRun| run.summary.versies.as_object().cloned().unwrap_or_default();
    let (here, there) = (versions(a), versions(b));
    if let Some(key) = here.keys().chain(there.keys()).find(|key| here.get(*key) != there.get(*key)) {
        return Err(differ("versies", key));
    }
    let option = |run: &FinishedRun, key: &str| run.summary.opties.get(key).cloned().unwrap_or(Value::Null);
    // Each share has codes of its own, and the whole has them everywhere or nowhere.
    if option(a, "codes").is_null() != option(b, "codes").is_null() {
        return Err(differ("opties", "codes"));
    }
    // The other options make no difference to what is joined.
    match ["bekendmaking", "wijze", "streng"]
        .iter()
        .chain(&PAPER)
        .find(|key| option(a, key) != option(b, key))
    {
        Some(key) => Err(differ("opties", key)),
        None => Ok(()),
    }
}

/// The kenmerken of all cases in lower case, each with the number of its run; also those of refused
/// cases.
///
/// # Errors
/// When a kenmerk occurs in two runs, or when the registers of a run cannot be read.
pub fn kenmerken(runs: &[FinishedRun]) -> Result<BTreeMap<String, usize>, BatchError> {
    let mut all = BTreeMap::new();
    for (index, run) in runs.iter().enumerate() {
        for letter in run.letters()? {
            add_kenmerk(&mut all, runs, index, letter?.receipt.letter.kenmerk.as_str())?;
        }
        for line in run.findings()? {
            let row: Value = serde_json::from_str(&line?).unwrap_or_default();
            if let Some(kenmerk) = row["kenmerk"].as_str() {
                add_kenmerk(&mut all, runs, index, kenmerk)?;
            }
        }
    }
    Ok(all)
}

fn add_kenmerk(
    all: &mut BTreeMap<String, usize>,
    runs: &[FinishedRun],
    index: usize,
    kenmerk: &str,
) -> Result<(), BatchError> {
    let other = match all.entry(kenmerk.to_ascii_lowercase()) {
        Entry::Vacant(free) => *free.insert(index),
        Entry::Occupied(taken) => *taken.get(),
    };
    if other == index {
        return Ok(());
    }
    let folder = |index: usize| runs.get(index).map_or_else(String::new, |run| shown(&run.root));
    Err(BatchError::Usage(format!(
        "het kenmerk {kenmerk} staat in {} en in {}; er is niets samengevoegd",
        folder(other),
        folder(index)
    )))
}
