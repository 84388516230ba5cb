//! `maak --volg`: makes the letters again at every change of a case, the organisation or the templates.
//!
//! The letters have the same paths every time, so that a program that shows one shows the new one. What is there follows
//! from the files as they are: a letter that this watch made and that no longer follows is taken away.

use super::own::{Made, Own};
use super::round::{Outcomes, Round};
use super::sidecars::Sidecars;
use super::target::{Place, Target};
use super::watch::{Watch, Watched};
use crate::case::read::Overrides;
use crate::cli::args::Maak;
use crate::cli::exit::Exit;
use crate::cli::interrupt::say_at_ctrl_c_between;
use crate::cli::open::open;
use crate::cli::session::Session;
use crate::cli::unconfirmed::Unconfirmed;
use crate::cli::usage::Usage;
use crate::files::{reason, shown};
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::sleep;
use std::time::Duration;

/// How long it waits before it looks again.
const PAUSE: Duration = Duration::from_millis(300);
/// What the user reads when the watch is stopped.
const STOPPED: &str = "gestopt; de brieven van de laatste keer staan er nog";

/// Runs `rtbrief maak --volg`, until the user stops it.
///
/// # Errors
/// [`Usage`] when the case or the letters are not in files.
pub fn run(
    args: &Maak,
    overrides: Overrides,
    target: &Target,
    session: &mut Session<'_>,
) -> Result<Exit, Usage> {
    if args.zaken.iter().any(|path| path == Path::new("-")) {
        return Err(Usage::new("`--volg` kan niet bij standaardinvoer; noem het bestand van de zaak"));
    }
    if matches!(target.place, Place::Stdout) {
        return Err(Usage::new(
            "`--volg` kan niet bij standaarduitvoer; noem met `-o` een bestand of een map",
        ));
    }
    // While letters are written, the program does not stop.
    let busy = Arc::new(Mutex::new(()));
    say_at_ctrl_c_between(STOPPED, &busy);
    let mut follower = Follower { args, overrides, target, own: Own::default(), told: None };
    let mut opened = BTreeSet::new();
    let mut watch = Watch::new(watched(args, session));
    session.note("elke keer dat u een bestand bewaart, komt er een nieuwe brief; stop met Ctrl-C");
    loop {
        let letters = {
            let _guard = busy.lock().unwrap_or_else(PoisonError::into_inner);
            follower.round(session)
        };
        for letter in letters.into_iter().filter(|_| args.open) {
            if opened.insert(letter.clone())
                && let Err(why) = open(&letter)
            {
                session.message(&why);
            }
        }
        // The organisation may name other files now.
        watch.go_on_with(watched(args, session));
        while !watch.has_changed() {
            sleep(PAUSE);
        }
    }
}

/// The files that make the letters.
fn watched(args: &Maak, session: &Session<'_>) -> Watched {
    Watched {
        files: args.zaken.iter().cloned().chain(session.organisation_files()).collect(),
        folder: session.global.sjablonen.clone(),
    }
}

/// What goes on from round to round.
struct Follower<'a> {
    args: &'a Maak,
    overrides: Overrides,
    target: &'a Target,
    own: Own,
    /// The rules that nobody confirmed, as the user has read them; `None` before the first letters.
    told: Option<Unconfirmed>,
}

impl Follower<'_> {
    /// Makes the letters, takes away those that no longer follow, and says on one line what came of it. Returns the letters.
    fn round(&mut self, session: &mut Session<'_>) -> Vec<PathBuf> {
        let made = self.make(session);
        let (letters, codes) = match &made {
            Ok(made) => (made.letters.as_slice(), Some(&made.codes)),
            Err(usage) => {
                session.message(usage.text());
                ([].as_slice(), None)
            }
        };
        let gone = self.own.drop_others(letters);
        self.own.add(letters);
        if let Ok(Outcomes { unconfirmed, letters, .. }) = &made
            && !letters.is_empty()
            && self.told.as_ref() != Some(unconfirmed)
        {
            unconfirmed.tell(session);
            self.told = Some(unconfirmed.clone());
        }
        session.note(&summary(letters, codes, &gone));
        letters.iter().map(|letter| letter.path.clone()).collect()
    }

    fn make(&self, session: &mut Session<'_>) -> Result<Outcomes, Usage> {
        // Once is enough to say that the organisation is that of the example.
        let pipeline = if self.told.is_none() { session.pipeline() } else { session.quiet_pipeline() }?;
        let &Self { args, overrides, target, .. } = self;
        let sidecars = Sidecars::new(args, target, &pipeline.organisation)?;
        Round { args, overrides, target, sidecars: &sidecars, own: Some(&self.own) }.make(&pipeline, session)
    }
}

/// What came of a round, on one line. It says nothing of the time, so that the same files give the same line.
fn summary(
    letters: &[Made],
    codes: Option<&BTreeSet<&'static str>>,
    gone: &[(PathBuf, io::Result<bool>)],
) -> String {
    let listed = |paths: &[&Path]| paths.iter().map(|path| shown(path)).collect::<Vec<_>>().join(", ");
    let paths: Vec<&Path> = letters.iter().map(|letter| letter.path.as_path()).collect();
    let mut parts = vec![match paths.len() {
        0 => "geen brief".to_owned(),
        1 => format!("1 brief: {}", listed(&paths)),
        count => format!("{count} brieven: {}", listed(&paths)),
    }];
    match codes {
        None => parts.push("een fout in de opdracht, de organisatie of de sjablonen".to_owned()),
        Some(codes) if codes.is_empty() => {}
        Some(codes) => {
            parts.push(format!("bevindingen: {}", codes.iter().copied().collect::<Vec<_>>().join(", ")));
        }
    }
    let removed: Vec<&Path> =
        gone.iter().filter(|(_, done)| matches!(done, Ok(true))).map(|(path, _)| path.as_path()).collect();
    if !removed.is_empty() {
        parts.push(format!("weggehaald: {}", listed(&removed)));
    }
    for (path, done) in gone {
        match done {
            Ok(true) => {}
            Ok(false) => parts.push(format!("{} is door iets anders veranderd en blijft staan", shown(path))),
            Err(error) => {
                parts.push(format!("{} kan niet worden weggehaald: {}", shown(path), reason(error)))
            }
        }
    }
    parts.join("; ")
}
