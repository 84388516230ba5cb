//! `schema`: JSON Schema of the files that an officer or manager writes, for editors.

use super::args::{Schema, Soort};
use super::exit::Exit;
use super::not_written;
use super::session::Session;
use crate::files::{shown, write};
use crate::schema;
use std::path::Path;

/// Runs `rtbrief schema`; returns how it ended.
pub fn run(args: &Schema, session: &mut Session<'_>) -> Exit {
    let text = match args.soort {
        Soort::Zaak => schema::zaak(&session.book()),
        Soort::Organisatie => schema::organisatie(&session.book()),
    };
    let Some(path) = args.uitvoer.as_deref().filter(|path| *path != Path::new("-")) else {
        session.text(&text);
        return Exit::Done;
    };
    match write(path, text.as_bytes(), args.overschrijf) {
        Ok(_) => {
            session.note(&format!("schema in {}", shown(path)));
            Exit::Done
        }
        Err(error) => not_written::file(session, path, &error, None),
    }
}
