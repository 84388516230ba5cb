//! `sjablonen lijst`: every template with its versions, and whether its words are those of the program.

use crate::cli::args::Lijst;
use crate::cli::exit::Exit;
use crate::cli::session::Session;
use crate::cli::templates::Templates;
use crate::cli::usage::Usage;
use crate::hash::Hash;
use crate::law::date::Date;
use crate::letter::edition::template_of;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The width of the column with the kind of a template, and of that with the name of its file.
const WIDTHS: (usize, usize) = (11, 58);

/// Runs `rtbrief sjablonen lijst`; returns how it ended.
///
/// # Errors
/// [`Usage`] when the templates have an error.
pub fn run(args: &Lijst, session: &mut Session<'_>) -> Result<Exit, Usage> {
    let templates = Templates::named(session.global.sjablonen.as_deref())?;
    let set = templates.set(&session.book(), None).map_err(|errors| templates.usage(&errors))?;
    let mut found: BTreeMap<(Kind, String), Vec<(&str, &str)>> = BTreeMap::new();
    for (file, text) in set.texts() {
        let template = template_of(file);
        found.entry((Kind::of(&template), template)).or_default().push((file, text));
    }
    for ((kind, template), versions) in &found {
        if args.json {
            let version = |(file, text): &(&str, &str)| {
                json!({
                    "bestand": file,
                    "vanaf": set.since(file),
                    "tekst": templates.origin(file).word(),
                    "sha256": Hash::of(text).to_string(),
                })
            };
            let versions: Vec<Value> = versions.iter().map(version).collect();
            let object = json!({"sjabloon": template, "soort": kind.word(), "versies": versions});
            session.line(&object.to_string());
            continue;
        }
        for (file, _) in versions {
            let since =
                set.since(file).map_or_else(String::new, |day: Date| format!(", vanaf {}", day.dutch()));
            let (kind_width, width) = WIDTHS;
            let origin = templates.origin(file).word();
            session.line(&format!("{:kind_width$}{file:width$}{origin}{since}", kind.word()));
        }
    }
    Ok(Exit::Done)
}

/// What a template is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Letter,
    Ground,
    Part,
    /// A page in another language, or a part of one.
    Page,
}

impl Kind {
    fn of(template: &str) -> Self {
        match template.split_once('/') {
            None => Self::Letter,
            Some(("grounds", _)) => Self::Ground,
            Some(("talen", _)) => Self::Page,
            Some(_) => Self::Part,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Letter => "brief",
            Self::Ground => "grond",
            Self::Part => "deel",
            Self::Page => "bladzijde",
        }
    }
}
