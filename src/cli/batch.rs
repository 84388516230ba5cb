//! `batch`: makes the letters of many cases in one run, or joins finished runs.

use super::args::{Batch, Csv, Volgorde};
use super::exit::Exit;
use super::fault::Fault;
use super::input::overrides;
use super::interrupt::say_at_ctrl_c;
use super::metagegevens::settings;
use super::session::Session;
use super::unconfirmed::Unconfirmed;
use super::usage::Usage;
use crate::batch::BatchError;
use crate::batch::codes::Codes;
use crate::batch::finding;
use crate::batch::join::{self, Request};
use crate::batch::kenmerken;
use crate::batch::options::{FileNames, Options, Order, RoundOf};
use crate::batch::progress::Progress;
use crate::batch::report::Report;
use crate::batch::selection::Selection;
use crate::batch::summary::Summary;
use crate::diagnostic::Code;
use crate::files::{name_of, reason};
use std::path::Path;

/// What is said at Ctrl-C.
const STOPPED: &str =
    "gestopt; wat al gemaakt is, blijft\nhulp: geef dezelfde opdracht nog eens: dan wordt zij afgemaakt";
const NOTHING_WRITTEN: &str = "gestopt; er is niets geschreven";

/// Runs `rtbrief batch`: makes the letters of a run, or joins finished runs.
///
/// # Errors
/// [`Usage`] when an option, the organisation or a folder cannot be used.
pub fn run(args: &Batch, session: &mut Session<'_>) -> Result<Exit, Usage> {
    if args.voegsamen {
        return join(args, session);
    }
    let selection = match selection(args) {
        Ok(selection) => selection,
        Err(error) => return show_error(session, error),
    };
    let codes = match args.codes.as_deref().map(Codes::read).transpose() {
        Ok(codes) => codes,
        Err(error) => return show_error(session, error),
    };
    let options = Options { codes, ..options(args, selection)? };
    if options.addresses.as_deref() == Some(Path::new("-")) {
        return Err(Usage::new(
            "het adresbestand is een bestand, niet standaarduitvoer; geef `--adresbestand BESTAND`",
        ));
    }
    if options.folder.as_deref() == Some(Path::new("-")) {
        return Err(Usage::new(
            "een opdracht schrijft in een map, niet naar standaarduitvoer; geef `-o MAP`",
        ));
    }
    let pipeline = session.quiet_pipeline()?;
    if pipeline.organisation.is_example {
        if !args.voorbeeld {
            return Err(Usage::new(format!(
                "de gegevens van de organisatie zijn (deels) die van het voorbeeld: {}; deze brieven zouden niet geldig zijn\n\
                 hulp: geef `--organisatie BESTAND`, of `--voorbeeld` om toch te maken",
                pipeline.organisation.example_keys_in_words()
            )));
        }
        session.note("let op: de brieven krijgen gegevens van de voorbeeldorganisatie en zijn niet geldig");
    }
    let options = Options { metadata: settings(args.metagegevens, &pipeline.organisation)?, ..options };
    say_at_ctrl_c(if options.dry { NOTHING_WRITTEN } else { STOPPED });
    let quiet = session.global.stil;
    let result = {
        let mut say = |line: &str| session.message(line);
        let mut progress = match (args.json, quiet) {
            (true, _) => Progress::lines(&mut say),
            (false, true) => Progress::Silent,
            (false, false) => Progress::bar(),
        };
        crate::batch::run(&options, &pipeline, &mut progress)
    };
    show_result(args, session, result)
}

/// Joins finished runs.
fn join(args: &Batch, session: &mut Session<'_>) -> Result<Exit, Usage> {
    let Some(folder) = args.uitvoer.clone() else {
        return Err(Usage::new("er ontbreekt iets: --uitvoer <MAP>"));
    };
    let request = Request {
        folders: args.paden.clone(),
        folder,
        overwrite: args.overschrijf,
        threads: args.draden.map_or(0, usize::from),
    };
    say_at_ctrl_c(STOPPED);
    show_result(args, session, join::join(&request))
}

/// Shows the result of a run, or why it failed.
fn show_result(
    args: &Batch,
    session: &mut Session<'_>,
    result: Result<Report, BatchError>,
) -> Result<Exit, Usage> {
    let mut report = match result {
        Ok(report) => report,
        Err(error) => return show_error(session, error),
    };
    if let Some(mut findings) = report.findings.take() {
        let mut tell = |line: &str| {
            if args.json {
                session.line(line)
            } else {
                session.message(&finding::to_text(line))
            }
            Ok(())
        };
        if let Err(error) = findings.each(&mut tell) {
            return show_error(session, BatchError::io(Path::new("."), error));
        }
    }
    if args.json {
        tell_unread(args, session, &report);
        session.line(&report.to_json());
    } else {
        session.note(&report.to_text(args.droog));
    }
    let mut unconfirmed = Unconfirmed::default();
    unconfirmed.add_ids(report.summary.te_bevestigen.iter().flatten().map(|(rule, _)| rule.clone()));
    unconfirmed.tell(session);
    if !args.json {
        tell_unread(args, session, &report);
    }
    Ok(exit_of(&report.summary))
}

/// Says which files could not be read; with `--json` before the summary, which is the last line.
fn tell_unread(args: &Batch, session: &mut Session<'_>, report: &Report) {
    let unread = report.summary.onleesbare_bestanden;
    if unread == 0 || args.droog && !args.json || args.voegsamen {
        return;
    }
    let files = if unread == 1 { "1 bestand kon".to_owned() } else { format!("{unread} bestanden konden") };
    let fault = Fault::new(format!(
        "{files} niet worden gelezen: {}; de opdracht is niet af\nhulp: verhelp dat of haal het weg, en geef \
         dezelfde opdracht nog eens; wat al gemaakt is, blijft",
        report.unread.join(", ")
    ));
    session.fault(&fault.of(Code::Unreadable));
}

fn show_error(session: &mut Session<'_>, error: BatchError) -> Result<Exit, Usage> {
    match error {
        BatchError::Usage(message) => Err(Usage::new(message)),
        BatchError::Io { path, error } => {
            let file = name_of(&path);
            let fault = Fault::new(format!(
                "{file}: {}\nhulp: geef dezelfde opdracht nog eens als dit is verholpen; wat al gemaakt is, blijft",
                reason(&error)
            ));
            session.fault(&fault.of(Code::Output).about(file));
            Ok(Exit::Io)
        }
    }
}

/// The exit for the counts of a run (docs/spec/cli.md): a question weighs less than a refusal, and that less than
/// a file that could not be read.
fn exit_of(run: &Summary) -> Exit {
    let when = |yes: bool, exit: Exit| if yes { exit } else { Exit::Done };
    when(run.onleesbare_bestanden > 0, Exit::Io)
        .and(when(run.geweigerd > 0 || run.niet_gevonden > 0, Exit::Refused))
        .and(when(run.vragen > 0, Exit::Question))
}

/// The cases that the options ask for.
fn selection(args: &Batch) -> Result<Selection, BatchError> {
    let named = if args.opnieuw.is_empty() { &args.alleen } else { &args.opnieuw };
    Ok(Selection {
        only: kenmerken::named(named)?,
        except: kenmerken::of_manifests(&args.behalve)?,
        share: args.deel,
    })
}

fn options(args: &Batch, selection: Selection) -> Result<Options, Usage> {
    Ok(Options {
        paths: args.paden.clone(),
        folder: args.uitvoer.clone(),
        dry: args.droog,
        tells_findings: args.droog.then_some(if args.json {
            FileNames::Registered
        } else {
            FileNames::Given
        }),
        overrides: overrides(&args.bekendmaking)?,
        order: match args.volgorde {
            Volgorde::Kenmerk => Order::Kenmerk,
            Volgorde::Postcode => Order::Postcode,
            Volgorde::Vellen => Order::Sheets,
        },
        stream: args.drukstroom,
        duplex: args.dubbelzijdig,
        kix: args.kix,
        codes: None,
        addresses: args.adresbestand.clone(),
        inserter: args.inserter,
        part_sheets: args.vellen,
        csv: Csv::dialect(args.csv),
        metadata: None,
        strict: args.streng,
        overwrite: args.overschrijf,
        round: match (args.vervolg, args.opnieuw.is_empty()) {
            (_, false) => Some(RoundOf::Again),
            (true, true) => Some(RoundOf::NewCases),
            (false, true) => None,
        },
        may_be_empty: args.leeg_mag,
        selection,
        sample: args.steekproef,
        threads: args.draden.map_or(0, usize::from),
    })
}
