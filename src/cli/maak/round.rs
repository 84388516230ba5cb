//! One round of `maak`: reads and decides every case, and writes the letters.
//!
//! All cases are read and decided first, so that wrong use (one file for several letters) and a kenmerk
//! that occurs twice are found before anything is written.

use super::own::{Made, Own};
use super::receipts::Receipts;
use super::sidecars::{Sidecars, Written as WrittenLetter};
use super::target::{Place, Target};
use crate::case::read::Overrides;
use crate::cli::advies;
use crate::cli::args::Maak;
use crate::cli::exit::Exit;
use crate::cli::input::{each_document, name_of, report, unreadable_file};
use crate::cli::not_written;
use crate::cli::open::open;
use crate::cli::outcome;
use crate::cli::session::Session;
use crate::cli::unconfirmed::Unconfirmed;
use crate::cli::usage::Usage;
use crate::decide::outcome::Outcome;
use crate::diagnostic::Code;
use crate::files::{WriteError, Written, make_folder, shown, write};
use crate::hash::Hash;
use crate::letter::document::Document;
use crate::pipeline::{Assessed, Pipeline, double_kenmerk};
use crate::receipt::Input;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What a round goes by.
pub struct Round<'a> {
    /// The options of the command.
    pub args: &'a Maak,
    /// The options that replace something of each case.
    pub overrides: Overrides,
    /// Where the letters go.
    pub target: &'a Target,
    /// What is written beside each letter.
    pub sidecars: &'a Sidecars,
    /// With `--volg`: the letters of earlier rounds, which this one may replace. It then says of no letter that it was made.
    pub own: Option<&'a Own>,
}

/// What a round did.
#[derive(Default)]
pub struct Outcomes {
    /// How it ended.
    pub exit: Exit,
    /// The letters that are there.
    pub letters: Vec<Made>,
    /// The codes of all findings.
    pub codes: BTreeSet<&'static str>,
    /// The rules of the letters that nobody confirmed.
    pub unconfirmed: Unconfirmed,
}

impl Round<'_> {
    /// Makes the letters.
    ///
    /// # Errors
    /// [`Usage`] when several letters would go to one file.
    pub fn make(&self, pipeline: &Pipeline, session: &mut Session<'_>) -> Result<Outcomes, Usage> {
        let Self { args, overrides, target, .. } = self;
        let run = pipeline.run();
        let mut outcomes = Outcomes::default();
        let mut cases: Vec<(&Path, Assessed)> = Vec::new();
        for path in &args.zaken {
            let file = name_of(path);
            let read = each_document(path, &mut |document| {
                let case = run.assess(document, overrides);
                let case = if args.concept { run.into_concept(case) } else { case };
                let case = if args.streng { case.strictly() } else { case };
                cases.push((path, case));
            });
            if let Err(finding) = read {
                outcomes.codes.insert(finding.code.as_str());
                unreadable_file(session, &finding, &file);
                outcomes.exit = outcomes.exit.and(Exit::Io);
            }
        }
        refuse_doubles(&mut cases);
        let letters: usize = cases.iter().map(|(_, c)| c.letters.len()).sum();
        target.check(letters)?;
        if let (Place::Folder(folder), false) = (&target.place, args.droog || letters == 0)
            && let Err(error) = make_folder(folder)
        {
            outcomes.codes.insert(Code::Output.as_str());
            outcomes.exit = outcomes.exit.and(not_written::folder(session, folder, &error));
            return Ok(outcomes);
        }
        let receipts = Receipts::new(args, *overrides, pipeline, target.format());
        for case in &cases {
            let (_, assessed) = case;
            let mut delivery = Delivery { round: self, session: &mut *session, outcomes: &mut outcomes };
            let exit = delivery.case(pipeline, &receipts, case);
            outcomes.exit = outcomes.exit.and(exit);
            outcomes.unconfirmed.add(&assessed.letters);
        }
        Ok(outcomes)
    }
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

/// The letters of a round on their way to their files.
struct Delivery<'a, 'b> {
    round: &'a Round<'a>,
    session: &'a mut Session<'b>,
    outcomes: &'a mut Outcomes,
}

impl Delivery<'_, '_> {
    fn case(&mut self, pipeline: &Pipeline, receipts: &Receipts, (path, case): &(&Path, Assessed)) -> Exit {
        let Round { args, target, .. } = self.round;
        let file = name_of(path);
        report(self.session, case.diagnostics(), case, &file);
        self.outcomes.codes.extend(case.diagnostics().iter().map(|finding| finding.code.as_str()));
        if args.uitvoerig {
            // Standard output may hold the letter itself, and then nothing else.
            let json = args.json && !matches!(target.place, Place::Stdout);
            advies::tell(case, &file, json, self.session);
        }
        let exit = Exit::of(&case.decision.outcome);
        if matches!(case.decision.outcome, Outcome::NoLetter) {
            self.session.note(&format!("{file}: geen brief nodig; `rtbrief uitleg` zegt waarom"));
            if args.json {
                self.session.line(&outcome::object(case, &file).to_string());
            }
        }
        if args.concept && case.letters.is_empty() && exit == Exit::Question {
            self.session
                .note(&format!("{file}: geen concept; het antwoord bepaalt of er een brief komt, en welke"));
        }
        // A case gets all of its letters or none: every letter is made before the first one is written.
        let mut rendered = Vec::with_capacity(case.letters.len());
        for letter in &case.letters {
            match target.render(pipeline, letter) {
                Ok(bytes) => rendered.push((letter, bytes)),
                Err(finding) => {
                    self.outcomes.codes.insert(finding.code.as_str());
                    report(self.session, &[*finding], case, &file);
                    return exit.and(Exit::Refused);
                }
            }
        }
        let made_known = match &case.decision.outcome {
            Outcome::Letters(checked, _) => checked.bekendmaking.datum.to_string(),
            _ => String::new(),
        };
        let (open_points, input) = (case.diagnostics().len(), Input::of(case, &path.display().to_string()));
        rendered.iter().fold(exit, |exit, (letter, bytes)| {
            let letter = Letter { letter, open_points, made_known: &made_known };
            exit.and(self.deliver(receipts, letter, bytes, &input))
        })
    }

    /// Writes the letter and its receipt, tells the user, and opens the letter if asked.
    fn deliver(&mut self, receipts: &Receipts, letter: Letter<'_>, bytes: &[u8], input: &Input) -> Exit {
        let &Round { args, target, own, .. } = self.round;
        let Some(path) = target.path(letter.letter) else {
            self.session.bytes(bytes);
            self.warn_if_concept(letter);
            return Exit::Done;
        };
        if args.droog {
            self.announce(letter, &path, "zou worden gemaakt", &[]);
            return Exit::Done;
        }
        let may_replace = args.overschrijf || own.is_some_and(|own| own.has(&path));
        let written = match write(&path, bytes, may_replace) {
            Ok(written) => written,
            Err(error) => {
                let code = if matches!(error, WriteError::Exists) { Code::Exists } else { Code::Output };
                self.outcomes.codes.insert(code.as_str());
                return not_written::file(self.session, &path, &error, Some(&letter.letter.kenmerk));
            }
        };
        let done = WrittenLetter { path: &path, letter: letter.letter, bytes, made_known: letter.made_known };
        let (beside, sidecars) = self.round.sidecars.write(self.session, &done);
        if own.is_none() {
            self.announce(letter, &path, written.dutch(), &beside);
        }
        let receipt = receipts.write_receipt(self.session, &path, letter.letter, bytes, input);
        if args.open
            && own.is_none()
            && let Err(why) = open(&path)
        {
            self.session.message(&why);
        }
        let (receipt, exit) = match receipt {
            Ok(receipt) => (receipt, sidecars),
            Err(exit) => (None, exit.and(sidecars)),
        };
        let was_there = written == Written::Same;
        self.outcomes.letters.push(Made { path, hash: Hash::of(bytes), receipt, was_there });
        exit
    }

    /// Tells the user what became of the letter, and which files with metadata stand beside it.
    fn announce(&mut self, letter: Letter<'_>, path: &Path, word: &str, beside: &[PathBuf]) {
        let (json, Letter { letter: document, open_points, .. }) = (self.round.args.json, letter);
        if json {
            let mut object = json!({
                "bestand": path.display().to_string(),
                "kenmerk": document.kenmerk,
                "soort": document.kind.id(),
                "afschrift": document.is_copy,
                "resultaat": word,
            });
            if document.is_concept {
                object["concept"] = json!(true);
                object["open"] = json!(open_points);
            }
            if self.round.args.metagegevens.is_some() {
                object["metagegevens"] = beside.iter().map(|path| path.display().to_string()).collect();
            }
            self.session.line(&object.to_string());
        }
        match (json, document.is_concept) {
            (true, false) => {}
            (true, true) => self.warn_if_concept(letter),
            (false, false) => self.session.note(&format!("{word}: {}", shown(path))),
            (false, true) => {
                let warning = letter.concept_warning();
                self.session.note(&format!("concept {word}: {} – {warning}", shown(path)));
            }
        }
    }

    fn warn_if_concept(&mut self, letter: Letter<'_>) {
        if letter.letter.is_concept {
            let warning = letter.concept_warning();
            self.session.note(&format!("concept – {warning}"));
        }
    }
}

/// One letter that is about to be written.
#[derive(Clone, Copy)]
struct Letter<'a> {
    letter: &'a Document,
    /// The number of points that are still open in the case; only for a concept can it be above zero.
    open_points: usize,
    /// The day of bekendmaking; empty for a concept, which has no metadata.
    made_known: &'a str,
}

impl Letter<'_> {
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
