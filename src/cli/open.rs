//! `--open`: shows a file with the viewer of the system.
//!
//! The letter is there whether or not it can be shown, so a failure is told and changes nothing.

use std::path::Path;
use std::process::{Command, Stdio};

/// Opens a file with the program that the system has for it, and waits until that has taken it over.
///
/// # Errors
/// One Dutch sentence when no program can be started.
pub fn open(path: &Path) -> Result<(), String> {
    // An absolute path never looks like an option of the viewer.
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut viewer = viewer();
    viewer.arg(&path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    match viewer.status() {
        Ok(status) if status.success() => Ok(()),
        _ => Err(format!("{} kan niet worden geopend; open het bestand zelf", path.display())),
    }
}

#[cfg(target_os = "macos")]
fn viewer() -> Command {
    Command::new("open")
}

#[cfg(windows)]
fn viewer() -> Command {
    let mut command = Command::new("cmd");
    // The empty text is the title of the window; without it `start` takes the path for one.
    command.args(["/C", "start", ""]);
    command
}

#[cfg(not(any(target_os = "macos", windows)))]
fn viewer() -> Command {
    Command::new("xdg-open")
}
