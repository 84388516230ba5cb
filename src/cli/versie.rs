//! `--version`: shows the version of the program, and the hashes of its rules and templates.

use super::exit::Exit;
use super::session::Session;
use super::usage::Usage;
use crate::receipt::PROGRAM;

/// Shows the versions.
///
/// # Errors
/// [`Usage`] when the templates have an error.
pub fn run(session: &mut Session<'_>) -> Result<Exit, Usage> {
    let rules = session.book().hash().short();
    let templates = session.templates()?.hash().short();
    session.line(&format!("rtbrief {PROGRAM}"));
    session.line(&format!("regels {rules}"));
    session.line(&format!("sjablonen {templates}"));
    Ok(Exit::Done)
}
