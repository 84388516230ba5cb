//! `controleer`: shows all errors, contradictions and questions in the given files; writes nothing.

use super::args::Controleer;
use super::exit::Exit;
use super::input::{each_document, name_of, overrides, report, unreadable_file};
use super::session::Session;
use super::usage::Usage;
use crate::pipeline::{Assessed, Format};

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
    for path in &args.zaken {
        let file = name_of(path);
        let read = each_document(path, &mut |document| {
            let assessed = run.assess(document, &overrides);
            let end = check(&assessed, &file, args.json, &pipeline, session);
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
