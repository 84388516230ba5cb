//! The command line, with one thin module per command. Only `cli`, `batch` and `files` touch the disk,
//! the clock, the terminal and the environment.

mod aanvulling;
mod advies;
pub(crate) mod args;
mod batch;
mod cases;
mod clap_dutch;
mod controleer;
mod environment;
pub mod exit;
mod fault;
mod handleiding;
mod huisstijl;
mod input;
mod interrupt;
mod invoer;
mod maak;
mod metagegevens;
mod nieuw;
mod not_written;
mod open;
mod organisatie;
mod outcome;
mod regels;
mod register;
mod schema;
mod session;
mod sjablonen;
mod templates;
mod termijn;
mod termijnen;
mod uitleg;
mod unconfirmed;
mod usage;
mod verifieer;
mod versie;

use crate::files::for_owner_only;
use args::{Cli, Command};
use clap::Parser;
use clap::error::ErrorKind;
use environment::Environment;
use exit::Exit;
use session::Session;
use std::ffi::OsString;
use std::io::Write;
use usage::Usage;

/// Runs the program with its arguments, of which the first is the name of the program, and with its
/// output streams. Returns how the run ended.
pub fn run(arguments: impl IntoIterator<Item = OsString>, out: &mut dyn Write, err: &mut dyn Write) -> Exit {
    for_owner_only();
    let environment = Environment::read();
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let json = asks_for_json(&arguments);
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) if error.kind() == ErrorKind::DisplayHelp => return show_help(&error, out),
        Err(error) => return wrong_use(&clap_dutch::usage(&error), json, out, err),
    };
    let result = Session::new(&cli.global, &environment, out, err, json).and_then(|mut session| {
        let exit = match &cli.command {
            _ if cli.global.versie => versie::run(&mut session)?,
            Some(command) => dispatch(command, &mut session)?,
            None => return Err(Usage::new("er ontbreekt een opdracht\n`rtbrief --help` toont het gebruik")),
        };
        Ok(session.finish(exit))
    });
    result.unwrap_or_else(|usage: Usage| wrong_use(&usage, json, out, err))
}

/// Whether the arguments ask for JSON. It is read before them, so that it holds for arguments that are wrong too.
fn asks_for_json(arguments: &[OsString]) -> bool {
    arguments.iter().skip(1).take_while(|argument| *argument != "--").any(|argument| argument == "--json")
}

fn dispatch(command: &Command, session: &mut Session<'_>) -> Result<Exit, Usage> {
    match command {
        Command::Maak(args) => maak::run(args, session),
        Command::Batch(args) => batch::run(args, session),
        Command::Controleer(args) => controleer::run(args, session),
        Command::Uitleg(args) => uitleg::run(args, session),
        Command::Nieuw(args) => nieuw::run(args, session),
        Command::Invoer(args) => invoer::run(args, session),
        Command::Termijn(args) => termijn::run(args, session),
        Command::Termijnen(args) => termijnen::run(args, session),
        Command::Verifieer(args) => verifieer::run(args, session),
        Command::Regels(args) => regels::run(args, session),
        Command::Sjablonen(args) => sjablonen::run(args, session),
        Command::Schema(args) => Ok(schema::run(args, session)),
        Command::Aanvulling(args) => Ok(aanvulling::run(args, session)),
        Command::Handleiding(args) => handleiding::run(args, session),
    }
}

fn show_help(help: &clap::Error, out: &mut dyn Write) -> Exit {
    let written = write!(out, "{}", help.render()).and_then(|()| out.flush());
    if written.is_ok() { Exit::Done } else { Exit::Io }
}

/// Ends the run for wrong use, with a line of JSON for each error where that was asked for.
fn wrong_use(usage: &Usage, json: bool, out: &mut dyn Write, err: &mut dyn Write) -> Exit {
    if json {
        // The exit code says it too, where nobody reads standard output.
        let _ = usage.objects().iter().try_for_each(|object| writeln!(out, "{object}"));
        let _ = out.flush();
    }
    // If standard error is closed, the error cannot be shown there.
    let _ = writeln!(err, "{}", usage.text());
    Exit::Usage
}
