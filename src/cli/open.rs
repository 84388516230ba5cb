//! `--open`: opens a letter in the viewer of the operating system.
//!
//! The letter exists whether or not it can be opened, so a failure is reported and has no other effect.

use crate::files::shown;
use std::path::Path;
use std::process::{Command, Stdio};

/// Opens a file with the program that the system uses for it, and waits until that program has taken
/// over.
///
/// # Errors
/// A Dutch sentence when no program could be started.
pub fn open(path: &Path) -> Result<(), String> {
    // The viewer cannot mistake an absolute path for an option.
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut viewer = viewer();
    viewer.arg(&path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    match viewer.status() {
        Ok(status) if status.success() => Ok(()),
        _ => Err(format!("{} kan niet worden geopend; open het bestand zelf", shown(&path))),
    }
}

#[cfg(target_os = "macos")]
fn viewer() -> Command {
    Command::new("open")
}

#[cfg(windows)]
fn viewer() -> Command {
    let mut command = Command::new("cmd");
    // The empty text is the title of the window; without it, `start` would take the path as the title.
    command.args(["/C", "start", ""]);
    command
}

#[cfg(not(any(target_os = "macos", windows)))]
fn viewer() -> Command {
    Command::new("xdg-open")
}
