//! `sjablonen controleer`: every error of the templates, with its file and line.

use crate::cli::args::Controle;
use crate::cli::exit::Exit;
use crate::cli::fault::Fault;
use crate::cli::session::Session;
use crate::cli::templates::{Shown, Templates};
use crate::cli::usage::Usage;
use crate::diagnostic::Code;
use crate::files::{reason, shown};
use serde_json::json;

/// Runs `rtbrief sjablonen controleer`; returns how it ended.
///
/// # Errors
/// [`Usage`] when the folder of `--sjablonen` or the organisation cannot be used.
pub fn run(args: &Controle, session: &mut Session<'_>) -> Result<Exit, Usage> {
    let look = session.look()?;
    let templates = match &args.map {
        None => Templates::named(session.global.sjablonen.as_deref())?,
        Some(folder) => match Templates::read(Some(folder)) {
            Ok(templates) => templates,
            Err(error) => {
                let place = shown(folder);
                let fault = Fault::new(format!("{place}: {}", reason(&error))).of(Code::Unreadable);
                session.fault(&fault.about(place));
                return Ok(Exit::Io);
            }
        },
    };
    let errors = match templates.checked(&session.book(), Some(&look.fonts)) {
        Ok(set) => {
            let (all, own) = (set.names().count(), templates.own());
            if args.json {
                let hash = set.hash().to_string();
                let object =
                    json!({"uitkomst": "in_orde", "sjablonen": all, "eigen": own, "sha256_sjablonen": hash});
                session.line(&object.to_string());
            } else {
                session.note(&format!("in orde: {all} sjablonen, waarvan {own} uit de map"));
            }
            return Ok(Exit::Done);
        }
        Err(errors) => errors,
    };
    let colour = (!args.json).then(|| session.colour());
    for error in &errors {
        match templates.shown(error, colour) {
            Shown::Json(object) => session.line(&object.to_string()),
            Shown::Text(text) => session.message(&format!("{text}\n")),
        }
    }
    let count = if errors.len() == 1 { "1 fout".to_owned() } else { format!("{} fouten", errors.len()) };
    session.note(&format!("niet in orde: {count}"));
    Ok(Exit::Refused)
}
