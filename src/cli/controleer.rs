//! `controleer`: shows all errors, contradictions and questions in the given files, and of the other cases which
//! letters follow; writes nothing.

use super::advies;
use super::args::Controleer;
use super::exit::Exit;
use super::input::{each_document, name_of, overrides, report, unreadable_file};
use super::session::Session;
use super::unconfirmed::Unconfirmed;
use super::usage::Usage;
use crate::letter::document::Document;
use crate::pipeline::{Assessed, Format};
use crate::words::RuleId;
use serde_json::{Value, json};

/// Runs `rtbrief controleer`; returns how it ended.
///
/// # Errors
/// [`Usage`] when an option or the organisation cannot be used.
pub fn run(args: &Controleer, session: &mut Session<'_>) -> Result<Exit, Usage> {
    let overrides = overrides(&args.bekendmaking)?;
    let pipeline = session.pipeline()?;
    let run = pipeline.run();
    let mut exit = Exit::Done;
    let mut counts = [0_u32; 3];
    let mut unconfirmed = Unconfirmed::default();
    for path in &args.zaken {
        let file = name_of(path);
        let read = each_document(path, &mut |document| {
            let assessed = run.assess(document, &overrides);
            let end = check(&assessed, &file, args.json, &pipeline, session);
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
            unreadable_file(session, &finding, &file, args.json);
            exit = exit.and(Exit::Io);
        }
    }
    let [good, asked, refused] = counts;
    session.note(&format!("in orde: {good}, vraag aan een ambtenaar: {asked}, geweigerd: {refused}"));
    unconfirmed.tell(session);
    Ok(exit)
}

fn check(
    assessed: &Assessed,
    file: &str,
    json: bool,
    pipeline: &crate::pipeline::Pipeline,
    session: &mut Session<'_>,
) -> Exit {
    let source = assessed.source(file);
    report(session, assessed.diagnostics(), &source, json);
    let mut exit = Exit::of(&assessed.decision.outcome);
    for letter in &assessed.letters {
        if let Err(finding) = pipeline.render(letter, Format::Pdf) {
            report(session, &[*finding], &source, json);
            exit = exit.and(Exit::Refused);
        }
    }
    exit
}

/// Says of a case in order which letters follow, with their last days, or that none does and by which rules.
fn tell_outcome(assessed: &Assessed, file: &str, json: bool, session: &mut Session<'_>) {
    if json {
        session.line(&outcome_json(assessed, file).to_string());
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

/// The letters of a case without their afschriften.
fn originals(assessed: &Assessed) -> impl Iterator<Item = &Document> {
    assessed.letters.iter().filter(|letter| !letter.is_copy)
}

fn no_letter_rules(assessed: &Assessed) -> impl Iterator<Item = &'static str> {
    assessed.decision.no_letter.iter().map(|rule: &RuleId| rule.word())
}

/// The terms of a letter with their last days: ` (bezwaar uiterlijk vrijdag 18 december 2026)`.
fn last_days(letter: &Document) -> String {
    let terms = letter.terms.iter();
    let terms: Vec<String> = terms
        .map(|term| format!("{} uiterlijk {}", term.kind.json_word(), term.last_day.dutch_long()))
        .collect();
    if terms.is_empty() { String::new() } else { format!(" ({})", terms.join(", ")) }
}

/// The same as an object, in the words of `uitleg --json`.
fn outcome_json(assessed: &Assessed, file: &str) -> Value {
    let letter = |letter: &Document| {
        let terms = letter.terms.iter();
        let terms: Vec<Value> =
            terms.map(|term| json!({"soort": term.kind.json_word(), "laatste_dag": term.last_day})).collect();
        let unconfirmed: Vec<&str> = letter.unconfirmed.iter().map(|rule| rule.word()).collect();
        json!({"soort": letter.kind.id(), "termijnen": terms, "te_bevestigen": unconfirmed})
    };
    json!({
        "kenmerk": assessed.reading.kenmerk.as_ref().map(|kenmerk| kenmerk.as_str()),
        "bestand": file,
        "document": assessed.number,
        "uitkomst": assessed.decision.outcome.word(),
        "brieven": originals(assessed).map(letter).collect::<Vec<_>>(),
        "geen_brief_door": no_letter_rules(assessed).collect::<Vec<_>>(),
    })
}
