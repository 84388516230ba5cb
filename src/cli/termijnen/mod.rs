//! `termijnen`: lists the deadlines that follow from the letters of a run, by day, for the back office.
//!
//! It reads only the manifest of the run, and shows no personal data except the kenmerk.

mod deadline;
mod ics;

use super::args::Termijnen;
use super::exit::Exit;
use super::fault::Fault;
use super::input::parse_date;
use super::register::{is_finished, open};
use super::session::Session;
use super::usage::Usage;
use crate::batch::MANIFEST;
use crate::batch::integrity::{self, Mismatch};
use crate::csv::Dialect;
use crate::diagnostic::character;
use crate::files::{reason, shown};
use crate::law::term::TermKind;
use deadline::{Deadline, deadlines};
use serde_json::Value;
use std::collections::BTreeSet;

/// Runs `rtbrief termijnen`; returns how it ended.
///
/// # Errors
/// [`Usage`] when the kind of term or a day cannot be used, or when the last day is before the first.
pub fn run(args: &Termijnen, session: &mut Session<'_>) -> Result<Exit, Usage> {
    let kind = args.soort.as_deref().map(kind_of_word).transpose()?;
    let from = args.van.as_deref().map(parse_date).transpose()?;
    let until = args.tot.as_deref().map(parse_date).transpose()?;
    if from.zip(until).is_some_and(|(from, until)| until < from) {
        return Err(Usage::new("`--tot` ligt voor `--van`"));
    }
    if !is_finished(&args.map, session) {
        return Ok(Exit::Refused);
    }
    let whole = integrity::summary(&args.map);
    let whole = whole.and_then(|summary| integrity::check_manifest(&args.map, &summary));
    if let Err(Mismatch { file, what, .. }) = whole {
        let place = shown(&args.map.join(file));
        return Ok(report_failure(session, &place, &format!("dit bestand {what}"), Exit::Refused));
    }
    let path = args.map.join(MANIFEST);
    let lines = match open(&path) {
        Ok(lines) => lines,
        Err(error) => {
            return Ok(report_failure(session, &shown(&path), reason(&error), Exit::Io));
        }
    };
    let (mut found, mut replaced): (Vec<Deadline>, BTreeSet<String>) = Default::default();
    let mut exit = Exit::Done;
    for line in lines {
        let place = shown(&path);
        let end = match line {
            Ok(line) => match line.text.as_deref().and_then(deadlines) {
                Some(row) => {
                    found.extend(row.found);
                    replaced.extend(row.replaces);
                    Exit::Done
                }
                None => report_failure(
                    session,
                    &format!("{place}:{}", line.number),
                    "dit is geen rij van een manifest",
                    Exit::Refused,
                ),
            },
            Err(error) => report_failure(session, &place.to_string(), reason(&error), Exit::Io),
        };
        exit = exit.and(end);
    }
    found.retain(|deadline| {
        !replaced.contains(&deadline.file)
            && kind.is_none_or(|kind| deadline.kind == kind)
            && from.is_none_or(|from| deadline.last_day >= from)
            && until.is_none_or(|until| deadline.last_day <= until)
    });
    found.sort();
    found.dedup();
    session.text(&if args.ics { ics::calendar(&found) } else { csv(&found) });
    session.note(&format!("termijnen: {}", found.len()));
    Ok(exit)
}

fn report_failure(session: &mut Session<'_>, place: &str, why: &str, exit: Exit) -> Exit {
    session.fault(&Fault::new(format!("{place}: {why}")).about(place));
    exit
}

/// The kind of term for a word of the user; a beroep of one week is listed as beroep, as in the manifest.
fn kind_of_word(word: &str) -> Result<TermKind, Usage> {
    let kinds = || TermKind::ALL.iter().filter(|kind| kind.word() == kind.json_word());
    kinds().find(|kind| kind.word() == word).copied().ok_or_else(|| {
        let words: Vec<&str> = kinds().map(|kind| kind.word()).collect();
        let word = character::shown(word);
        Usage::new(format!("onbekende termijn `{word}`; kies uit {}", words.join(", ")))
    })
}

/// The deadlines as CSV, with one line per deadline.
fn csv(deadlines: &[Deadline]) -> String {
    let head = ["laatste_dag", "termijn", "kenmerk", "soort", "brief"].map(Value::from);
    let line = |deadline: &Deadline| {
        let Deadline { last_day, kenmerk, kind, letter, file, .. } = deadline;
        let day = last_day.to_string();
        Dialect::Rfc.line(&[&day, kind.json_word(), kenmerk.as_str(), letter.id(), file].map(Value::from))
    };
    std::iter::once(Dialect::Rfc.line(&head)).chain(deadlines.iter().map(line)).collect()
}
