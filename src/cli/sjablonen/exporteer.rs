//! `sjablonen exporteer`: a copy of all templates in a folder, to adapt.

use crate::cli::args::Exporteer;
use crate::cli::exit::Exit;
use crate::cli::fault::Fault;
use crate::cli::session::Session;
use crate::cli::templates::GUIDE;
use crate::cli::usage::Usage;
use crate::diagnostic::Code;
use crate::files::{WriteError, is_taken, make_folder, reason, shown, sync_tree, write_atomically};
use crate::letter::{TemplateSet, builtin};
use std::collections::BTreeSet;
use std::io;
use std::path::Path;

/// Runs `rtbrief sjablonen exporteer`; returns how it ended.
///
/// # Errors
/// [`Usage`] when the templates have an error, or the folder has something in it.
pub fn run(args: &Exporteer, session: &mut Session<'_>) -> Result<Exit, Usage> {
    let set = session.templates()?;
    let folder = &args.map;
    if is_taken(folder) {
        return Err(Usage::new(format!(
            "de map {} is niet leeg; er is niets geschreven\nhulp: kies een map die er nog niet is",
            shown(folder)
        )));
    }
    match write(folder, &set) {
        Ok(()) => {
            let count = set.names().count();
            session.note(&format!("gezet in {}: {count} sjablonen; lees eerst {GUIDE}", shown(folder)));
            Ok(Exit::Done)
        }
        Err(error) => {
            let place = shown(folder);
            let fault = Fault::new(format!("{place}: {}", reason(&error))).of(Code::Output);
            session.fault(&fault.about(place));
            Ok(Exit::Io)
        }
    }
}

fn write(folder: &Path, set: &TemplateSet) -> io::Result<()> {
    let files: Vec<(&str, &str)> = set.texts().chain([(GUIDE, builtin::GUIDE)]).collect();
    let folders: BTreeSet<&str> =
        files.iter().filter_map(|(name, _)| Some(name.rsplit_once('/')?.0)).collect();
    make_folder(folder)?;
    folders.iter().try_for_each(|below| make_folder(&folder.join(below)))?;
    for (name, text) in files {
        write_atomically(&folder.join(name), text.as_bytes(), false, false).map_err(|error| match error {
            WriteError::Exists => io::ErrorKind::AlreadyExists.into(),
            WriteError::Io(error) => error,
        })?;
    }
    sync_tree(folder)
}
