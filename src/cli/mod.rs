//! The command line, with one thin module per command. Only `cli`, `batch` and `files` touch the disk,
//! the clock, the terminal and the environment.

mod aanvulling;
mod advies;
pub(crate) mod args;
mod batch;
mod clap_dutch;
mod controleer;
mod environment;
pub mod exit;
mod handleiding;
mod huisstijl;
mod input;
mod interrupt;
mod maak;
mod nieuw;
mod not_written;
mod open;
mod organisatie;
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
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => return wrong_use(&error, out, err),
    };
    let result = Session::new(&cli.global, &environment, out, err).and_then(|mut session| {
        let exit = match &cli.command {
            _ if cli.global.versie => versie::run(&mut session)?,
            Some(command) => dispatch(command, &mut session)?,
            None => return Err(Usage::new("er ontbreekt een opdracht\n`rtbrief --help` toont het gebruik")),
        };
        Ok(session.finish(exit))
    });
    result.unwrap_or_else(|usage: Usage| {
        // If standard error is closed, the error cannot be shown anywhere.
        let _ = writeln!(err, "fout: {}", usage.message());
        Exit::Usage
    })
}

fn dispatch(command: &Command, session: &mut Session<'_>) -> Result<Exit, Usage> {
    match command {
        Command::Maak(args) => maak::run(args, session),
        Command::Batch(args) => batch::run(args, session),
        Command::Controleer(args) => controleer::run(args, session),
        Command::Uitleg(args) => uitleg::run(args, session),
        Command::Nieuw(args) => nieuw::run(args, session),
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

fn wrong_use(error: &clap::Error, out: &mut dyn Write, err: &mut dyn Write) -> Exit {
    if error.kind() == ErrorKind::DisplayHelp {
        let written = write!(out, "{}", error.render()).and_then(|()| out.flush());
        return if written.is_ok() { Exit::Done } else { Exit::Io };
    }
    let _ = writeln!(err, "{}", clap_dutch::message(error));
    Exit::Usage
}
