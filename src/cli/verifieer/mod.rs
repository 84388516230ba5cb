//! `verifieer`: makes each letter again from its receipt, and compares it with the receipt and with its
//! file.
//!
//! The receipts are read one by one and the results are shown in the same order. Only a chunk of them is
//! in memory, whatever the size of the run.

mod cases;
mod check;
mod receipts;
mod standing;
#[cfg(test)]
mod tests;

use super::args::Verifieer;
use super::exit::Exit;
use super::fault::Fault;
use super::register::{is_finished, open};
use super::session::Session;
use super::usage::Usage;
use crate::batch::MANIFEST;
use crate::batch::integrity::{self, Mismatch};
use crate::batch::manifest::Row;
use crate::batch::threads::Threads;
use crate::files::{reason, shown};
use crate::receipt::OF_A_RUN;
use cases::{Cases, Found};
use check::{Checked, Difference, Verifier};
use receipts::{Entry, receipts};
use serde_json::{Value, json};
use standing::{Counts, Standing};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The highest number of receipts in a chunk.
const MAX_RECEIPTS: usize = 256;
/// The number of bytes of the cases at which a chunk is full; its last case may go over it.
const MAX_CASE_BYTES: u64 = 4 << 20;

/// Runs `rtbrief verifieer`; returns how it ended.
///
/// # Errors
/// [`Usage`] when the organisation cannot be used, or the folder holds no receipts.
pub fn run(args: &Verifieer, session: &mut Session<'_>) -> Result<Exit, Usage> {
    let pipeline = session.quiet_pipeline()?;
    let folder = if args.pad.is_dir() { Some(args.pad.as_path()) } else { args.pad.parent() };
    if folder.is_some_and(|folder| !is_finished(folder, session)) {
        return Ok(Exit::Refused);
    }
    let place = shown(&args.pad);
    let run_wrong = folder.map(of_run).unwrap_or_default();
    let mut entries = match receipts(&args.pad) {
        Ok(Some(entries)) => entries,
        Ok(None) if !run_wrong.is_empty() => Box::new(std::iter::empty()),
        Ok(None) => return Err(Usage::new(format!("in de map {place} staan geen kwitanties"))),
        Err(error) => {
            let fault = Fault::new(format!("{place}: {}", reason(&error)));
            session.fault(&fault.about(place));
            return Ok(Exit::Io);
        }
    };
    let mut exit = Exit::Done;
    let mut cases = Cases::default();
    for (file, why) in cases.learn(&args.zaken) {
        session.fault(&Fault::new(format!("{file}: {why}")).about(file));
        exit = exit.and(Exit::Io);
    }
    let (verifier, threads) = (Verifier::of(&pipeline), Threads::new(0));
    let replaced = folder.map(replaced).unwrap_or_default();
    let (mut counts, mut piped) = (Counts::default(), 0_u64);
    for wrong in run_wrong {
        counts.add(Standing::Other);
        exit = exit.and(Exit::Refused);
        session.line(&if args.json { run_object(&wrong).to_string() } else { run_line(&wrong) });
    }
    loop {
        let chunk = next_chunk(&mut entries, &mut cases);
        if chunk.is_empty() {
            break;
        }
        let check = |(entry, case)| {
            let checked = verifier.check(&entry, case);
            (entry, checked)
        };
        for (entry, mut checked) in threads.map(chunk, check) {
            if entry.receipt.as_ref().is_ok_and(|receipt| replaced.contains(&receipt.letter.file)) {
                checked.differences.retain(|difference| !difference.is_about_the_case());
            }
            let standing = checked.standing();
            counts.add(standing);
            exit = exit.and(checked.exit());
            if args.json {
                session.line(&object(&entry, &checked).to_string());
            } else if checked.differences == [Difference::CaseFromStdin] {
                piped += 1;
            } else if !matches!(standing, Standing::Same | Standing::Signed) {
                session.line(&line(&entry, &checked));
            }
        }
    }
    session.note(&counts.dutch());
    if piped > 0 {
        session.message(&format!(
            "let op: de zaken van {piped} brieven kwamen van standaardinvoer; die brieven zijn zoals de kwitantie zegt, maar niet \
             opnieuw gemaakt\nhulp: geef met `--zaken` de map of het bestand met deze zaken"
        ));
    }
    Ok(exit)
}

/// What in the folder of a run is not as its summary says. Nothing for a folder that `maak` filled.
fn of_run(folder: &Path) -> Vec<Mismatch> {
    let is_run = [OF_A_RUN, MANIFEST].iter().any(|name| fs::symlink_metadata(folder.join(name)).is_ok());
    if !is_run {
        return Vec::new();
    }
    match integrity::summary(folder) {
        Ok(summary) => integrity::check(folder, &summary),
        Err(wrong) => vec![wrong],
    }
}

/// The letters of a run that were made again since.
fn replaced(folder: &Path) -> BTreeSet<String> {
    let rows = open(&folder.join(MANIFEST)).into_iter().flatten().map_while(Result::ok);
    rows.filter_map(|line| Row::from_json(line.text.as_deref()?)?.vervangt).collect()
}

fn run_line(wrong: &Mismatch) -> String {
    format!("{}: {} {}", Standing::Other.word(), wrong.file, wrong.what)
}

/// The result for a file of the run, with the keys of a letter.
fn run_object(wrong: &Mismatch) -> Value {
    json!({
        "kwitantie": null, "regel": null, "kenmerk": null, "soort": null, "exemplaar": null,
        "brief": wrong.file, "bestand": null, "document": null,
        "resultaat": Standing::Other.word(),
        "verschillen": ["opdracht"],
        "bericht": [format!("{} {}", wrong.file, wrong.what)],
    })
}

/// Reads the next receipts, and looks for the case of each.
fn next_chunk(entries: &mut dyn Iterator<Item = Entry>, cases: &mut Cases) -> Vec<(Entry, Option<Found>)> {
    let (mut chunk, mut bytes) = (Vec::new(), 0);
    while chunk.len() < MAX_RECEIPTS && bytes < MAX_CASE_BYTES {
        let Some(entry) = entries.next() else { break };
        let case = entry.receipt.as_ref().ok().map(|receipt| cases.find(&receipt.input, &entry.folder));
        if let Some(Found::Here(document)) = &case {
            bytes += document.span.length;
        }
        chunk.push((entry, case));
    }
    chunk
}

/// The line about a letter that differs, with all of its differences.
fn line(entry: &Entry, checked: &Checked) -> String {
    let what = match &entry.receipt {
        Ok(receipt) => shown(&entry.folder.join(&receipt.letter.file)),
        Err(_) => entry.place(),
    };
    let why: Vec<String> = checked.differences.iter().map(Difference::dutch).collect();
    let made_with = match entry.receipt.as_ref().map(|receipt| receipt.letter.dated_templates.join(", ")) {
        Ok(names) if !names.is_empty() => format!(" (gemaakt met {names})"),
        _ => String::new(),
    };
    format!("{}: {what}{made_with}: {}", checked.standing().word(), why.join("; "))
}

/// The result for a letter as a JSON object, also for a letter without differences.
fn object(entry: &Entry, checked: &Checked) -> Value {
    let differences = &checked.differences;
    let receipt = entry.receipt.as_ref().ok();
    let letter = receipt.map(|receipt| &receipt.letter);
    let mut object = json!({
        "kwitantie": entry.file.display().to_string(),
        "regel": entry.line,
        "kenmerk": letter.map(|letter| letter.kenmerk.as_str()),
        "soort": letter.map(|letter| letter.kind.id()),
        "exemplaar": letter.map(crate::receipt::Letter::exemplaar),
        "brief": letter.map(|letter| letter.file.as_str()),
        "bestand": receipt.map(|receipt| receipt.input.file.as_str()),
        "document": receipt.map(|receipt| receipt.input.document),
        "resultaat": checked.standing().word(),
        "verschillen": differences.iter().map(Difference::word).collect::<Vec<_>>(),
        "bericht": differences.iter().map(Difference::dutch).collect::<Vec<_>>(),
    });
    if let Some(names) = letter.map(|letter| &letter.dated_templates).filter(|names| !names.is_empty()) {
        object["sjabloonversies"] = json!(names);
    }
    object
}
