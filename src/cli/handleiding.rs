//! `handleiding`: pages for `man`, of the program and of every command, from what `--help` says.
//!
//! The crate writes its headings in English and runs the lines of a note together; both are mended here.

use super::args::{Cli, Handleiding};
use super::exit::Exit;
use super::not_written;
use super::session::Session;
use super::usage::Usage;
use crate::case::read::suggest::nearest;
use crate::diagnostic::character::shown;
use crate::files::{make_folder, shown as shown_path, write};
use crate::receipt::PROGRAM;
use clap::{Arg, Command, CommandFactory as _};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};
use std::path::Path;

/// The section of the manual: commands of users.
const SECTION: &str = "1";

/// The headings of the crate, and what they are in Dutch.
const HEADINGS: [(&str, &str); 3] =
    [("NAME", "NAAM"), ("SYNOPSIS", "SAMENVATTING"), ("DESCRIPTION", "BESCHRIJVING")];

/// Where the crate begins the note of a command; it is the last of a page.
const NOTE: &str = "\n.SH EXTRA\n";

/// Runs `rtbrief handleiding`; returns how it ended.
///
/// # Errors
/// [`Usage`] when there is no such command.
pub fn run(args: &Handleiding, session: &mut Session<'_>) -> Result<Exit, Usage> {
    let program = program();
    match args.uitvoer.as_deref().filter(|folder| *folder != Path::new("-")) {
        Some(folder) => write_all(&program, folder, args.overschrijf, session),
        None => {
            let text = page(chosen(&program, &args.opdracht)?)?;
            session.text(&text);
            Ok(Exit::Done)
        }
    }
}

/// Writes the page of the program and those of all commands into a folder.
fn write_all(
    program: &Command,
    folder: &Path,
    overwrite: bool,
    session: &mut Session<'_>,
) -> Result<Exit, Usage> {
    if let Err(error) = make_folder(folder) {
        return Ok(not_written::folder(session, folder, &error));
    }
    let mut exit = Exit::Done;
    let mut count = 0_usize;
    let mut next = vec![program];
    while let Some(command) = next.pop() {
        next.extend(command.get_subcommands());
        let path = folder.join(format!("{}.{SECTION}", name(command)));
        match write(&path, page(command)?.as_bytes(), overwrite) {
            Ok(_) => count += 1,
            Err(error) => exit = exit.and(not_written::file(session, &path, &error, None)),
        }
    }
    session.note(&format!("bladzijden in {}: {count}", shown_path(folder)));
    Ok(exit)
}

/// The command line, with the other names of commands and options where their help stands.
fn program() -> Command {
    let mut program = Cli::command().mut_args(other_names).mut_subcommands(|command| {
        command.mut_args(other_names).mut_subcommands(|action| action.mut_args(other_names))
    });
    program.build();
    program
}

/// An option whose help says its other names.
fn other_names(option: Arg) -> Arg {
    let names = option.get_visible_aliases().unwrap_or_default();
    let names: Vec<String> = names.iter().map(|name| format!("--{name}")).collect();
    match option.get_help() {
        Some(help) if !names.is_empty() => {
            let help = format!("{help} [alias: {}]", names.join(", "));
            option.help(help)
        }
        _ => option,
    }
}

/// The command of these words, by its name or alias; the program itself without words.
fn chosen<'a>(program: &'a Command, words: &[String]) -> Result<&'a Command, Usage> {
    words.iter().try_fold(program, |command, word| {
        command.find_subcommand(word).ok_or_else(|| {
            let names: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
            let near = nearest(word, &names).map(|near| format!("\nhulp: bedoelde u `{near}`?"));
            Usage::new(format!("onbekende opdracht: {}{}", shown(word), near.unwrap_or_default()))
        })
    })
}

/// The name of a command as a page has it: `rtbrief-sjablonen-lees`.
fn name(command: &Command) -> &str {
    command.get_display_name().unwrap_or_else(|| command.get_name())
}

/// The page of a command.
fn page(command: &Command) -> Result<String, Usage> {
    let mut written = Vec::new();
    let wrong = |_| Usage::new("deze bladzijde kan niet worden gemaakt");
    // An empty date would be left out, and the next argument would stand in its place.
    let man = Man::new(command.clone()).section(SECTION).date(" ").source(format!("rtbrief {PROGRAM}"));
    man.manual("Handleiding van rtbrief").render(&mut written).map_err(wrong)?;
    let text = String::from_utf8_lossy(&written);
    let mut text = text.split_once(NOTE).map_or(&*text, |(before, _)| before).trim_end().to_owned();
    text.push('\n');
    for (english, dutch) in HEADINGS {
        text = text.replace(&format!(".SH {english}\n"), &format!(".SH {dutch}\n"));
    }
    if let Some(heading) = command.get_subcommand_help_heading() {
        text = text.replace(&format!(".SH {heading}\n"), &format!(".SH {}\n", heading.to_uppercase()));
    }
    text.push_str(&note(command));
    Ok(text)
}

/// The note of a command, line by line, its other names, and where to read on.
fn note(command: &Command) -> String {
    let mut roff = Roff::new();
    let names: Vec<&str> = command.get_visible_aliases().collect();
    let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    if !names.is_empty() || !help.is_empty() {
        roff.control("SH", ["TOELICHTING"]);
    }
    if !names.is_empty() {
        roff.text([roman(format!("Deze opdracht heet ook `{}`.", names.join("`, `")))]);
        roff.control("PP", []);
    }
    for line in help.lines() {
        if line.trim().is_empty() {
            roff.control("PP", []);
        } else {
            roff.text([roman(line)]).control("br", []);
        }
    }
    if let Some((around, _)) = name(command).rsplit_once('-') {
        roff.control("SH", ["ZIE OOK"]);
        roff.text([bold(around), roman(format!("({SECTION})"))]);
    }
    roff.to_roff()
}
