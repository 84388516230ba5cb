//! `sjablonen velden`: the fields that a template may use, from the same declarations as docs/velden.md.

use super::names::is;
use crate::cli::args::Velden;
use crate::cli::exit::Exit;
use crate::cli::session::Session;
use crate::cli::usage::Usage;
use crate::diagnostic::character::shown;
use crate::letter::Registration;
use crate::letter::context::{Field, registry};
use serde_json::{Value, json};

/// The least width of the column with the name of a field, and that with when it is there.
const WIDTHS: (usize, usize) = (28, 11);

/// Runs `rtbrief sjablonen velden`; returns how it ended.
///
/// # Errors
/// [`Usage`] when the name is not that of a template with fields of its own.
pub fn run(args: &Velden, session: &mut Session<'_>) -> Result<Exit, Usage> {
    let all = registry::all();
    let named = |exact: bool| {
        let name = args.brief.trim_end_matches(".md");
        let fits = move |it: &&Registration| {
            if exact { it.template.trim_end_matches(".md") == name } else { is(it.template, name) }
        };
        all.iter().find(fits)
    };
    // A page in another language has the name of its letter, in a folder.
    let registration = named(true).or_else(|| named(false)).ok_or_else(|| unknown(&args.brief, session))?;
    if args.json {
        for field in registration.fields {
            session.line(&object(registration, field).to_string());
        }
        return Ok(Exit::Done);
    }
    session.line(registration.template);
    for slot in registration.slots {
        session.line(&format!("  ::{slot}::"));
    }
    for field in registration.fields {
        let (width, when) = WIDTHS;
        session.line(&format!("  {:width$} {:when$}{}", field.name, field.kind.dutch(), field.origin()));
    }
    Ok(Exit::Done)
}

fn object(registration: &Registration, field: &Field) -> Value {
    let facts = field.origins().map(|(key, what)| json!({"pad": key, "waarvoor": what}));
    json!({
        "sjabloon": registration.template,
        "veld": field.name,
        "staat_er": field.kind.dutch(),
        "komt_uit": field.origin(),
        "feiten": facts.collect::<Vec<_>>(),
    })
}

/// The error about a template without fields of its own, or a name that no template has.
fn unknown(name: &str, session: &Session<'_>) -> Usage {
    let shown = shown(name);
    let is_part = session.templates().is_ok_and(|set| set.names().any(|file| is(file, name)));
    Usage::new(if is_part {
        format!("`{shown}` heeft de velden van de brief die het invoegt; noem die brief")
    } else {
        format!("er is geen sjabloon `{shown}`\nhulp: `rtbrief sjablonen lijst` noemt ze alle")
    })
}
