//! `sjablonen`: what can be done with the templates of the letters, one file per action.

mod lees;

use super::args::{Actie, Sjablonen};
use super::exit::Exit;
use super::session::Session;
use super::usage::Usage;

/// Runs `rtbrief sjablonen`; returns how it ended.
///
/// # Errors
/// [`Usage`] when the templates have an error or a name is not that of a template.
pub fn run(args: &Sjablonen, session: &mut Session<'_>) -> Result<Exit, Usage> {
    match &args.actie {
        Actie::Lees(args) => lees::run(args, session),
    }
}
