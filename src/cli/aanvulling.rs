//! `aanvulling`: the script with which a shell completes commands and options.

use super::args::{Aanvulling, Cli, Schil};
use super::exit::Exit;
use super::session::Session;
use clap::CommandFactory as _;
use clap_complete::{Shell, generate};

/// Runs `rtbrief aanvulling`; returns how it ended.
pub fn run(args: &Aanvulling, session: &mut Session<'_>) -> Exit {
    let shell = match args.schil {
        Schil::Bash => Shell::Bash,
        Schil::Zsh => Shell::Zsh,
        Schil::Fish => Shell::Fish,
        Schil::Powershell => Shell::PowerShell,
    };
    let mut script = Vec::new();
    generate(shell, &mut Cli::command(), "rtbrief", &mut script);
    session.bytes(&script);
    Exit::Done
}
