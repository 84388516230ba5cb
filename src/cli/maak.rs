//! `maak`: the letters of each case, as files.
//!
//! Everything is read and decided first, so that wrong use (one file for several letters) and a kenmerk
//! that occurs twice are seen before anything is written.

mod receipts;
mod target;

use super::args::Maak;
use super::exit::Exit;
use super::input::{each_document, name_of, overrides, report, unreadable_file};
use super::session::{Session, Usage};
use crate::decide::outcome::Outcome;
use crate::diagnostic::Code;
use crate::files::{WriteError, Written, make_folder, reason, write};
use crate::letter::document::Document;
use crate::pipeline::{Assessed, Pipeline, double_kenmerk};
use crate::receipt::Input;
use receipts::Receipts;
use serde_json::json;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use target::Target;

/// Runs the command.
///
/// # Errors
/// [`Usage`] when an option, the target or the organisation cannot be used.
pub fn run(args: &Maak, session: &mut Session<'_>) -> Result<Exit, Usage> {
    let overrides = overrides(&args.bekendmaking)?;
    let target = Target::of(args)?;
    let pipeline = session.pipeline()?;
    let mut exit = Exit::Done;
    let mut cases: Vec<(&Path, Assessed)> = Vec::new();
    for path in &args.zaken {
        let file = name_of(path);
        let read = each_document(path, &mut |d| cases.push((path, pipeline.assess(d, &overrides))));
        if let Err(finding) = read {
            unreadable_file(session, &finding, &file, args.json);
            exit = exit.and(Exit::Io);
        }
    }
    refuse_doubles(&mut cases);
    let letters: usize = cases.iter().map(|(_, c)| c.letters.len()).sum();
    target.check(letters)?;
    if let (Target::Folder(folder, _), false) = (&target, args.droog || letters == 0)
        && let Err(error) = make_folder(folder)
    {
        session.message(&format!(
            "fout: de map {} kan niet worden gemaakt: {}",
            folder.display(),
            reason(&error)
        ));
        return Ok(exit.and(Exit::Io));
    }
    let receipts = Receipts::of(args, overrides, &pipeline, target.format());
    for (path, case) in &cases {
        exit = exit.and(one(args, session, &pipeline, &target, &receipts, (path, case)));
    }
    Ok(exit)
}

/// The same kenmerk twice in one run (letter case aside): none of them is made (batch.md).
fn refuse_doubles(cases: &mut [(&Path, Assessed)]) {
    let mut count: BTreeMap<String, u32> = BTreeMap::new();
    let key = |c: &Assessed| c.reading.kenmerk.as_ref().map(|k| k.as_str().to_ascii_lowercase());
    for (_, case) in cases.iter() {
        if let Some(key) = key(case) {
            *count.entry(key).or_default() += 1;
        }
    }
    for (_, case) in cases.iter_mut() {
        if key(case).and_then(|key| count.get(&key)).is_none_or(|times| *times < 2) {
            continue;
        }
        let double = double_kenmerk();
        case.letters.clear();
        match &mut case.decision.outcome {
            Outcome::Refused(found) => found.push(double),
            other => *other = Outcome::Refused(vec![double]),
        }
    }
}

fn one(
    args: &Maak,
    session: &mut Session<'_>,
    pipeline: &Pipeline,
    target: &Target,
    receipts: &Receipts,
    (path, case): (&Path, &Assessed),
) -> Exit {
    let file = name_of(path);
    let source = case.source(&file);
    report(session, case.diagnostics(), &source, args.json);
    let exit = Exit::of(&case.decision.outcome);
    if matches!(case.decision.outcome, Outcome::NoLetter) {
        session.note(&format!("{file}: geen brief nodig; `rtbrief uitleg` zegt waarom"));
    }
    // A case is whole or absent: every letter must be there before the first is written.
    let mut made = Vec::with_capacity(case.letters.len());
    for letter in &case.letters {
        match pipeline.render(letter, target.format()) {
            Ok(bytes) => made.push((letter, bytes)),
            Err(finding) => {
                report(session, &[*finding], &source, args.json);
                return exit.and(Exit::Refused);
            }
        }
    }
    let input = Input::of(case, &path.display().to_string());
    made.iter().fold(exit, |exit, (letter, bytes)| {
        let end = match put(args, session, target, letter, bytes) {
            Ok(Some(path)) => receipts.put(session, &path, letter, bytes, &input),
            Ok(None) => Exit::Done,
            Err(end) => end,
        };
        exit.and(end)
    })
}

/// Writes one letter, and says so; gives the file in which it stands, now or before, if one was asked.
fn put(
    args: &Maak,
    session: &mut Session<'_>,
    target: &Target,
    letter: &Document,
    bytes: &[u8],
) -> Result<Option<PathBuf>, Exit> {
    let Some(path) = target.path(letter) else {
        session.bytes(bytes);
        return Ok(None);
    };
    if args.droog {
        say(args, session, letter, &path, "zou worden gemaakt");
        return Ok(None);
    }
    match write(&path, bytes, args.overschrijf) {
        Ok(written) => {
            let word = match written {
                Written::New => "gemaakt",
                Written::Same => "was er al",
                Written::Replaced => "vervangen",
            };
            say(args, session, letter, &path, word);
            Ok(Some(path))
        }
        Err(WriteError::Exists) => {
            session.message(&format!(
                "fout[{}]: {} bestaat al en is anders; er is niets veranderd\nhulp: met `--overschrijf` wordt het bestand vervangen",
                Code::Exists.as_str(),
                path.display()
            ));
            Err(Exit::Refused)
        }
        Err(WriteError::Io(error)) => {
            let code = Code::Output.as_str();
            session.message(&format!(
                "fout[{code}]: {} is niet geschreven: {}",
                path.display(),
                reason(&error)
            ));
            Err(Exit::Io)
        }
    }
}

fn say(args: &Maak, session: &mut Session<'_>, letter: &Document, path: &Path, word: &str) {
    if args.json {
        let object = json!({
            "bestand": path.display().to_string(),
            "kenmerk": letter.kenmerk,
            "soort": letter.kind.id(),
            "afschrift": letter.is_copy,
            "resultaat": word,
        });
        session.line(&object.to_string());
    } else {
        session.note(&format!("{word}: {}", path.display()));
    }
}
