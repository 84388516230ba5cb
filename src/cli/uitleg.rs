//! `uitleg`: explains which letters follow from a case, and why.

use super::args::Uitleg;
use super::exit::Exit;
use super::input::{each_document, name_of, overrides, report, unreadable_file};
use super::not_written;
use super::session::Session;
use super::usage::Usage;
use crate::diagnostic::Code;
use crate::diagnostic::character::shown;
use crate::diagnostic::json::to_json;
use crate::explain::bearing::FactTable;
use crate::explain::{self, Page, Subject};
use crate::files::{shown as shown_path, write};
use crate::pipeline::Assessed;
use crate::pipeline::explained::words;
use std::path::Path;

/// Runs `rtbrief uitleg`; returns how it ended.
///
/// # Errors
/// [`Usage`] when an option or the organisation cannot be used.
pub fn run(args: &Uitleg, session: &mut Session<'_>) -> Result<Exit, Usage> {
    let overrides = overrides(&args.bekendmaking)?;
    let pipeline = session.quiet_pipeline()?;
    let bearing =
        FactTable::built_in().map_err(|error| Usage::coded(Code::Rules, None, &error.to_string()))?;
    let run = pipeline.run();
    let mut exit = Exit::Done;
    let mut page = args.html.then(Page::default);
    for path in &args.zaken {
        let file = name_of(path);
        let read = each_document(path, &mut |document| {
            let assessed = run.assess(document, &overrides);
            let subject = Subject {
                reading: &assessed.reading,
                decision: &assessed.decision,
                book: &pipeline.book,
                bearing: &bearing,
                words: &words(&assessed.letters),
            };
            match &mut page {
                Some(page) => {
                    page.add(&subject, &shown(&file));
                    report(session, assessed.diagnostics(), &assessed, &file);
                }
                None => show(&assessed, &subject, &file, args, session),
            }
            exit = exit.and(Exit::of(&assessed.decision.outcome));
        });
        if let Err(finding) = read {
            unreadable_file(session, &finding, &file);
            exit = exit.and(Exit::Io);
        }
    }
    match page.filter(|page| !page.is_empty()) {
        Some(page) => Ok(exit.and(deliver(&page.finish(), args, session))),
        None => Ok(exit),
    }
}

/// Writes the page to the file that was named, or to standard output.
fn deliver(page: &str, args: &Uitleg, session: &mut Session<'_>) -> Exit {
    let Some(path) = args.uitvoer.as_deref().filter(|path| *path != Path::new("-")) else {
        session.text(page);
        return Exit::Done;
    };
    match write(path, page.as_bytes(), args.overschrijf) {
        Ok(written) => {
            session.note(&format!("{}: {}", written.dutch(), shown_path(path)));
            Exit::Done
        }
        Err(error) => not_written::file(session, path, &error, None),
    }
}

fn show(assessed: &Assessed, subject: &Subject<'_>, file: &str, args: &Uitleg, session: &mut Session<'_>) {
    if args.json {
        let source = assessed.source(file);
        let findings = assessed.diagnostics().iter().map(|d| to_json(d, &source)).collect();
        session.line(&explain::to_json(subject, findings, args.zinnen).to_string());
        return;
    }
    if assessed.number > 1 {
        session.text("\n");
    }
    session.text(&explain::to_text(subject, args.zinnen));
    report(session, assessed.diagnostics(), assessed, file);
}
