//! What the user reads when a file or folder cannot be written, and how the run then ends.

use super::exit::Exit;
use super::session::Session;
use crate::diagnostic::Code;
use crate::files::{WriteError, reason, shown};
use std::io;
use std::path::Path;

/// Says why a file was not written.
pub fn file(session: &mut Session<'_>, path: &Path, error: &WriteError) -> Exit {
    let path = shown(path);
    match error {
        WriteError::Exists => {
            let code = Code::Exists.as_str();
            session.message(&format!(
                "fout[{code}]: {path} bestaat al en is anders; er is niets veranderd\nhulp: met `--overschrijf` wordt het bestand vervangen"
            ));
            Exit::Refused
        }
        WriteError::Io(error) => {
            let code = Code::Output.as_str();
            let why = match error.kind() {
                io::ErrorKind::NotFound => "de map is er niet",
                _ => reason(error),
            };
            session.message(&format!("fout[{code}]: {path} is niet geschreven: {why}"));
            Exit::Io
        }
    }
}

/// Says why a folder could not be made.
pub fn folder(session: &mut Session<'_>, folder: &Path, error: &io::Error) -> Exit {
    session.message(&format!("fout: de map {} kan niet worden gemaakt: {}", shown(folder), reason(error)));
    Exit::Io
}
