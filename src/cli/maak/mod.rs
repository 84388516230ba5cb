//! `maak`: writes the letters of each case as files.
//!
//! All cases are read and decided first, so that wrong use (one file for several letters) and a kenmerk
//! that occurs twice are found before anything is written.

mod receipts;
mod sidecars;
mod target;

use super::advies;
use super::args::Maak;
use super::exit::Exit;
use super::input::{each_document, name_of, overrides, report, unreadable_file};
use super::not_written;
use super::open::open;
use super::outcome;
use super::session::Session;
use super::unconfirmed::Unconfirmed;
use super::usage::Usage;
use crate::decide::outcome::Outcome;
use crate::files::{make_folder, shown, write};
use crate::letter::document::Document;
use crate::pipeline::{Assessed, Pipeline, double_kenmerk};
use crate::receipt::Input;
use receipts::Receipts;
use serde_json::json;
use sidecars::{Sidecars, Written};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use target::{Place, Target};

/// Runs `rtbrief maak`; returns how it ended.
///
/// # Errors
/// [`Usage`] when an option, the target or the organisation cannot be used.
pub fn run(args: &Maak, session: &mut Session<'_>) -> Result<Exit, Usage> {
    let overrides = overrides(&args.bekendmaking)?;
    let target = Target::from_args(args)?;
    let pipeline = session.pipeline()?;
    let sidecars = Sidecars::new(args, &target, &pipeline.organisation)?;
    let run = pipeline.run();
    let mut exit = Exit::Done;
    let mut cases: Vec<(&Path, Assessed)> = Vec::new();
    for path in &args.zaken {
        let file = name_of(path);
        let read = each_document(path, &mut |document| {
            let case = run.assess(document, &overrides);
            let case = if args.concept { run.into_concept(case) } else { case };
            let case = if args.streng { case.strictly() } else { case };
            cases.push((path, case));
        });
        if let Err(finding) = read {
            unreadable_file(session, &finding, &file);
            exit = exit.and(Exit::Io);
        }
    }
    refuse_doubles(&mut cases);
    let letters: usize = cases.iter().map(|(_, c)| c.letters.len()).sum();
    target.check(letters)?;
    if let (Place::Folder(folder), false) = (&target.place, args.droog || letters == 0)
        && let Err(error) = make_folder(folder)
    {
        return Ok(exit.and(not_written::folder(session, folder, &error)));
    }
    let receipts = Receipts::new(args, overrides, &pipeline, target.format());
    let mut unconfirmed = Unconfirmed::default();
    let to = To { target: &target, receipts: &receipts, sidecars: &sidecars };
    for (path, case) in &cases {
        exit = exit.and(deliver_case(args, session, &pipeline, &to, (path, case)));
        unconfirmed.add(&case.letters);
    }
    unconfirmed.tell(session);
    Ok(exit)
}

/// Refuses all cases whose kenmerk occurs more than once in the run, ignoring upper and lower case
/// (docs/spec/batch.md).
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

/// Where the letters of a run go, and what is written beside them.
struct To<'a> {
    target: &'a Target,
    receipts: &'a Receipts,
    sidecars: &'a Sidecars,
}

fn deliver_case(
    args: &Maak,
    session: &mut Session<'_>,
    pipeline: &Pipeline,
    to: &To<'_>,
    (path, case): (&Path, &Assessed),
) -> Exit {
    let file = name_of(path);
    report(session, case.diagnostics(), case, &file);
    if args.uitvoerig {
        // Standard output may hold the letter itself, and then nothing else.
        let json = args.json && !matches!(to.target.place, Place::Stdout);
        advies::tell(case, &file, json, session);
    }
    let exit = Exit::of(&case.decision.outcome);
    if matches!(case.decision.outcome, Outcome::NoLetter) {
        if args.json {
            session.line(&outcome::object(case, &file).to_string());
        }
        session.note(&format!("{file}: geen brief nodig; `rtbrief uitleg` zegt waarom"));
    }
    if args.concept && case.letters.is_empty() && exit == Exit::Question {
        session.note(&format!("{file}: geen concept; het antwoord bepaalt of er een brief komt, en welke"));
    }
    // A case gets all of its letters or none: every letter is made before the first one is written.
    let mut rendered = Vec::with_capacity(case.letters.len());
    for letter in &case.letters {
        match to.target.render(pipeline, letter) {
            Ok(bytes) => rendered.push((letter, bytes)),
            Err(finding) => {
                report(session, &[*finding], case, &file);
                return exit.and(Exit::Refused);
            }
        }
    }
    let (open_points, input) = (case.diagnostics().len(), Input::of(case, &path.display().to_string()));
    let made_known = match &case.decision.outcome {
        Outcome::Letters(checked, _) => checked.bekendmaking.datum.to_string(),
        _ => String::new(),
    };
    rendered.iter().fold(exit, |exit, (letter, bytes)| {
        let mut delivery =
            Delivery { args, session: &mut *session, letter, open_points, made_known: &made_known };
        exit.and(delivery.deliver(to, bytes, &input))
    })
}

/// One letter that is about to be written.
struct Delivery<'a, 'b> {
    args: &'a Maak,
    session: &'a mut Session<'b>,
    letter: &'a Document,
    /// The number of points that are still open in the case; only for a concept can it be above zero.
    open_points: usize,
    /// The day of bekendmaking; empty for a concept, which has no metadata.
    made_known: &'a str,
}

impl Delivery<'_, '_> {
    /// Writes the letter, its receipt and its metadata, tells the user, and opens the letter if asked.
    fn deliver(&mut self, to: &To<'_>, bytes: &[u8], input: &Input) -> Exit {
        let Some(path) = to.target.path(self.letter) else {
            self.session.bytes(bytes);
            self.warn_if_concept();
            return Exit::Done;
        };
        if self.args.droog {
            self.announce(&path, "zou worden gemaakt", &[]);
            return Exit::Done;
        }
        match write(&path, bytes, self.args.overschrijf) {
            Ok(written) => {
                let done = Written { path: &path, letter: self.letter, bytes, made_known: self.made_known };
                let (beside, exit) = to.sidecars.write(self.session, &done);
                self.announce(&path, written.dutch(), &beside);
                let exit =
                    exit.and(to.receipts.write_receipt(self.session, &path, self.letter, bytes, input));
                if self.args.open
                    && let Err(why) = open(&path)
                {
                    self.session.message(&why);
                }
                exit
            }
            Err(error) => not_written::file(self.session, &path, &error, Some(&self.letter.kenmerk)),
        }
    }

    /// Tells the user what became of the letter, and which files with metadata stand beside it.
    fn announce(&mut self, path: &Path, word: &str, beside: &[PathBuf]) {
        let letter = self.letter;
        if self.args.json {
            let mut object = json!({
                "bestand": path.display().to_string(),
                "kenmerk": letter.kenmerk,
                "soort": letter.kind.id(),
                "afschrift": letter.is_copy,
                "resultaat": word,
            });
            if letter.is_concept {
                object["concept"] = json!(true);
                object["open"] = json!(self.open_points);
            }
            if self.args.metagegevens.is_some() {
                object["metagegevens"] = beside.iter().map(|path| path.display().to_string()).collect();
            }
            self.session.line(&object.to_string());
        }
        match (self.args.json, letter.is_concept) {
            (true, false) => {}
            (true, true) => self.warn_if_concept(),
            (false, false) => self.session.note(&format!("{word}: {}", shown(path))),
            (false, true) => {
                let warning = self.concept_warning();
                self.session.note(&format!("concept {word}: {} – {warning}", shown(path)));
            }
        }
    }

    fn warn_if_concept(&mut self) {
        if self.letter.is_concept {
            let warning = self.concept_warning();
            self.session.note(&format!("concept – {warning}"));
        }
    }

    /// The warning that a concept is not a letter, with the number of points that are still open.
    fn concept_warning(&self) -> String {
        let open = match self.open_points {
            0 => "er staat niets meer open".to_owned(),
            1 => "er staat nog 1 punt open".to_owned(),
            open => format!("er staan nog {open} punten open"),
        };
        format!("dit is geen brief, verstuur hem niet; {open}")
    }
}
