//! `controleer`: shows all errors, contradictions and questions in the given files and folders, and of the other cases
//! which letters follow; writes nothing.

use super::advies;
use super::args::Controleer;
use super::cases;
use super::exit::Exit;
use super::input::{overrides, report, unreadable_file};
use super::outcome::{self, no_letter_rules, originals};
use super::session::Session;
use super::unconfirmed::Unconfirmed;
use super::usage::Usage;
use crate::letter::document::Document;
use crate::pipeline::{Assessed, Format};

/// Runs `rtbrief controleer`; returns how it ended.
///
/// # Errors
/// [`Usage`] when an option or the organisation cannot be used, or when there is no case at all.
pub fn run(args: &Controleer, session: &mut Session<'_>) -> Result<Exit, Usage> {
    let overrides = overrides(&args.bekendmaking)?;
    let pipeline = session.pipeline()?;
    let run = pipeline.run();
    let mut exit = Exit::Done;
    let mut counts = [0_u32; 3];
    let mut unconfirmed = Unconfirmed::default();
    for source in cases::find(&args.zaken) {
        let file = source.name();
        let read = cases::each_document(&source, &mut |document| {
            let assessed = run.assess(document, &overrides);
            let end = check(&assessed, &file, &pipeline, session);
            if args.uitvoerig {
                advies::tell(&assessed, &file, args.json, session);
            }
            if end == Exit::Done {
                tell_outcome(&assessed, &file, args.json, session);
                unconfirmed.add(&assessed.letters);
            }
            counts[match end {
                Exit::Done => 0,
                Exit::Question => 1,
                _ => 2,
            }] += 1;
            exit = exit.and(end);
        });
        if let Err(finding) = read {
            unreadable_file(session, &finding, &file);
            exit = exit.and(Exit::Io);
        }
    }
    if counts == [0; 3] && exit == Exit::Done {
        return Err(cases::none());
    }
    let [good, asked, refused] = counts;
    session.note(&format!("in orde: {good}, vraag aan een ambtenaar: {asked}, geweigerd: {refused}"));
    unconfirmed.tell(session);
    Ok(exit)
}

fn check(
    assessed: &Assessed,
    file: &str,
    pipeline: &crate::pipeline::Pipeline,
    session: &mut Session<'_>,
) -> Exit {
    report(session, assessed.diagnostics(), assessed, file);
    let mut exit = Exit::of(&assessed.decision.outcome);
    for letter in &assessed.letters {
        if let Err(finding) = pipeline.render(letter, Format::Pdf) {
            report(session, &[*finding], assessed, file);
            exit = exit.and(Exit::Refused);
        }
    }
    exit
}

/// Says of a case in order which letters follow, with their last days, or that none does and by which rules.
fn tell_outcome(assessed: &Assessed, file: &str, json: bool, session: &mut Session<'_>) {
    if json {
        session.line(&outcome::object(assessed, file).to_string());
        return;
    }
    let number = assessed.number;
    let case = if number > 1 { format!("{file}, document {number}") } else { file.to_owned() };
    for letter in originals(assessed) {
        session.note(&format!("{case}: {}{}", letter.kind.id(), last_days(letter)));
    }
    if assessed.letters.is_empty() {
        let rules: Vec<&str> = no_letter_rules(assessed).collect();
        session.note(&format!("{case}: geen brief ({})", rules.join(", ")));
    }
}

/// The terms of a letter with their last days: ` (bezwaar uiterlijk vrijdag 18 december 2026)`.
fn last_days(letter: &Document) -> String {
    let terms = letter.terms.iter();
    let terms: Vec<String> = terms
        .map(|term| format!("{} uiterlijk {}", term.kind.json_word(), term.last_day.dutch_long()))
        .collect();
    if terms.is_empty() { String::new() } else { format!(" ({})", terms.join(", ")) }
}
