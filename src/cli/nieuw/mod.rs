//! `nieuw`: asks what a case needs, shows what follows from it, and writes the case file; or writes an empty one.
//!
//! The questions come from where the answers are checked: the reader of case files says what is missing, the rules say what
//! must be decided, the declaration of a key says what can be answered.

mod dossier;
mod interview;
mod next;
mod question;
mod screen;
mod skeleton;
mod summary;

use super::args::Nieuw;
use super::exit::Exit;
use super::not_written;
use super::session::Session;
use super::usage::Usage;
use crate::case::split::documents;
use crate::diagnostic::Code;
use crate::explain::bearing::FactTable;
use crate::files::{name_of, open_case, shown as shown_path, write};
use dossier::{Dossier, Tools};
use interview::{End, Interview};
use screen::{Reply, Screen};
use skeleton::schema_line;
use std::io::BufReader;
use std::path::{Path, PathBuf};

/// The name of a file of a case that has no kenmerk yet.
const NAMELESS: &str = "zaak";

/// Runs `rtbrief nieuw`; returns how it ended.
///
/// # Errors
/// [`Usage`] when an option names what does not exist, or the organisation or the file cannot be used.
pub fn run(args: &Nieuw, session: &mut Session<'_>) -> Result<Exit, Usage> {
    let bearing =
        FactTable::built_in().map_err(|error| Usage::coded(Code::Rules, None, &error.to_string()))?;
    if let Some(step) = &args.stap {
        let text = skeleton::text(step, args.uitkomst.as_deref(), args.fase.as_deref(), session, &bearing)?;
        return Ok(skeleton_out(&text, args, session));
    }
    if args.uitvoer.as_deref() == Some(Path::new("-")) {
        return Err(Usage::new("de vragen staan op standaarduitvoer; geef bij `-o` een bestand"));
    }
    let text = match &args.hervat {
        Some(path) => one_case(path)?,
        None => String::new(),
    };
    let pipeline = session.quiet_pipeline()?;
    let tools = Tools { run: pipeline.run(), book: &pipeline.book, bearing: &bearing };
    let dossier = Dossier::new(&tools, text, args.hervat.is_none());
    let mut screen = Screen::new(session);
    screen.say(
        "rtbrief stelt vragen over één zaak en schrijft daarna het zaakbestand. Typ `?` voor uitleg, `terug` voor de vorige vraag, `later` om over te slaan, `stop` om te bewaren en te stoppen.",
    );
    let (dossier, end, mut screen) = Interview::new(screen, dossier).run();
    Ok(keep(args, &dossier, end, &mut screen))
}

/// The only case of a file.
fn one_case(path: &Path) -> Result<String, Usage> {
    let file = name_of(path);
    let source = open_case(path).map_err(|finding| Usage::new(format!("{file}: {}", finding.message)))?;
    let mut found = documents(BufReader::new(source));
    let unreadable = |_| Usage::new(format!("{file}: het bestand kan niet worden gelezen"));
    let first = found.next().transpose().map_err(unreadable)?;
    if found.next().is_some() {
        return Err(Usage::new(format!(
            "{file}: hier staat meer dan één zaak\nhulp: zet de zaak waarmee u verder wilt in een eigen bestand"
        )));
    }
    let Some(document) = first else { return Ok(String::new()) };
    document.text.map_err(|finding| Usage::new(format!("{file}: {}", finding.message)))
}

fn skeleton_out(text: &str, args: &Nieuw, session: &mut Session<'_>) -> Exit {
    match args.uitvoer.as_deref().filter(|path| *path != Path::new("-")) {
        None => {
            session.text(text);
            Exit::Done
        }
        Some(path) => match write(path, text.as_bytes(), args.overschrijf) {
            Ok(_) => {
                session.note(&format!("geschreven: {}", shown_path(path)));
                Exit::Done
            }
            Err(error) => not_written::file(session, path, &error, None),
        },
    }
}

/// Writes the case and says how to go on.
fn keep(args: &Nieuw, dossier: &Dossier<'_>, end: End, screen: &mut Screen<'_, '_>) -> Exit {
    let exit = Exit::of(&dossier.assessed().decision.outcome);
    if dossier.text().is_empty() {
        screen.say("Er is niets ingevuld, dus er is niets bewaard.");
        return exit;
    }
    let (text, mut path, mut replace) = match &args.hervat {
        Some(file) => {
            let path = args.uitvoer.clone().unwrap_or_else(|| file.clone());
            let replace = args.overschrijf || path == *file;
            (dossier.text().to_owned(), path, replace)
        }
        None => {
            let text = format!("{}\n{}", schema_line(), dossier.text());
            (text, target(args.uitvoer.as_deref(), dossier), args.overschrijf)
        }
    };
    loop {
        match write(&path, text.as_bytes(), replace) {
            Ok(_) => break,
            Err(error) => {
                let failed = not_written::file(screen.session(), &path, &error, None);
                screen.say("Typ een andere naam voor het bestand; of `stop`, dan wordt er niets bewaard.");
                match screen.ask("bestand: ") {
                    Reply::Text(name) if !name.is_empty() => (path, replace) = (PathBuf::from(name), false),
                    Reply::Stop => return failed,
                    _ => {}
                }
            }
        }
    }
    let file = shown_path(&path);
    match (end, exit) {
        (End::Write, Exit::Done) => {
            screen.say(&format!("Geschreven: {file}. De brief maakt u met: rtbrief maak {file}"))
        }
        _ => screen.say(&format!("Bewaard: {file}. Verder gaat u met: rtbrief nieuw --hervat {file}")),
    }
    exit
}

/// The file of a case that had none.
fn target(named: Option<&Path>, dossier: &Dossier<'_>) -> PathBuf {
    let kenmerk = dossier.assessed().reading.kenmerk.as_ref();
    let name = format!("{}.yaml", kenmerk.map_or(NAMELESS, |kenmerk| kenmerk.as_str()));
    match named {
        Some(path) if path.is_dir() => path.join(name),
        Some(path) => path.to_owned(),
        None => PathBuf::from(name),
    }
}
