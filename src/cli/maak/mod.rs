//! `maak`: writes the letters of each case as files, once or, with `--volg`, at every change.

mod follow;
mod own;
mod receipts;
mod round;
mod sidecars;
mod target;
mod watch;

use super::args::Maak;
use super::exit::Exit;
use super::input::overrides;
use super::session::Session;
use super::usage::Usage;
use round::Round;
use sidecars::Sidecars;
use target::Target;

/// Runs `rtbrief maak`; returns how it ended.
///
/// # Errors
/// [`Usage`] when an option, the target or the organisation cannot be used.
pub fn run(args: &Maak, session: &mut Session<'_>) -> Result<Exit, Usage> {
    let overrides = overrides(&args.bekendmaking)?;
    let target = Target::from_args(args)?;
    if args.volg {
        return follow::run(args, overrides, &target, session);
    }
    let pipeline = session.pipeline()?;
    let sidecars = Sidecars::new(args, &target, &pipeline.organisation)?;
    let made = Round { args, overrides, target: &target, sidecars: &sidecars, own: None }
        .make(&pipeline, session)?;
    made.unconfirmed.tell(session);
    Ok(made.exit)
}
