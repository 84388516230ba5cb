//! What the user reads when a file or folder cannot be written, and how the run then ends.

use super::exit::Exit;
use super::fault::Fault;
use super::session::Session;
use crate::diagnostic::Code;
use crate::files::{WriteError, reason, shown};
use std::io;
use std::path::Path;

/// Says why a file was not written; `kenmerk` is that of its case.
pub fn file(session: &mut Session<'_>, path: &Path, error: &WriteError, kenmerk: Option<&str>) -> Exit {
    let path = shown(path);
    let (fault, exit) = match error {
        WriteError::Exists => {
            let fault = Fault::new(format!(
                "{path} bestaat al en is anders; er is niets veranderd\nhulp: met `--overschrijf` wordt het bestand vervangen"
            ));
            (fault.of(Code::Exists), Exit::Refused)
        }
        WriteError::Io(error) => {
            let why = match error.kind() {
                io::ErrorKind::NotFound => "de map is er niet",
                _ => reason(error),
            };
            let fault = Fault::new(format!("{path} is niet geschreven: {why}"));
            (fault.of(Code::Output), Exit::Io)
        }
    };
    session.fault(&fault.about(path).in_case(kenmerk));
    exit
}

/// Says why a folder could not be made.
pub fn folder(session: &mut Session<'_>, folder: &Path, error: &io::Error) -> Exit {
    let folder = shown(folder);
    let fault = Fault::new(format!("de map {folder} kan niet worden gemaakt: {}", reason(error)));
    session.fault(&fault.about(folder));
    Exit::Io
}
