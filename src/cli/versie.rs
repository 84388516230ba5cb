//! `--version`: the program, and the rules and templates that it carries, by the hash of their texts.

use super::exit::Exit;
use super::session::Session;
use super::usage::Usage;
use crate::receipt::PROGRAM;

/// Runs the option.
///
/// # Errors
/// [`Usage`] when the built-in templates are wrong, which a test rules out.
pub fn run(session: &mut Session<'_>) -> Result<Exit, Usage> {
    let rules = session.book().hash().short();
    let templates = session.templates()?.hash().short();
    session.line(&format!("rtbrief {PROGRAM}"));
    session.line(&format!("regels {rules}"));
    session.line(&format!("sjablonen {templates}"));
    Ok(Exit::Done)
}
