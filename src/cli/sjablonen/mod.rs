//! `sjablonen`: what can be done with the templates of the letters, one file per action.

mod controleer;
mod difference;
mod difference_files;
mod exporteer;
mod lees;
mod lijst;
mod names;
mod side_by_side;
mod velden;
mod vergelijk;

use super::args::{Actie, Sjablonen};
use super::exit::Exit;
use super::session::Session;
use super::usage::Usage;

/// Runs `rtbrief sjablonen`; returns how it ended.
///
/// # Errors
/// [`Usage`] when the templates have an error, or what was named is not there.
pub fn run(args: &Sjablonen, session: &mut Session<'_>) -> Result<Exit, Usage> {
    match &args.actie {
        Actie::Lees(args) => lees::run(args, session),
        Actie::Lijst(args) => lijst::run(args, session),
        Actie::Controleer(args) => controleer::run(args, session),
        Actie::Exporteer(args) => exporteer::run(args, session),
        Actie::Velden(args) => velden::run(args, session),
        Actie::Vergelijk(args) => vergelijk::run(args, session),
    }
}
