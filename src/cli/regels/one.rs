//! One rule in full: every row of it through time, and where the templates state it.

use super::object::{confirmed_json, rule_json};
use crate::case::read::suggest::nearest;
use crate::cli::usage::Usage;
use crate::diagnostic::character::shown;
use crate::law::book::RuleBook;
use crate::law::citation;
use crate::law::row::{Provenance, Status};
use crate::letter::TemplateSet;
use crate::letter::confirmation::{Confirmation, Confirmations};
use crate::words::RuleId;
use serde_json::{Value, json};
use std::fmt::Write;

/// The width of the names of what a row says.
const WIDTH: usize = 12;

/// The rule with this id.
///
/// # Errors
/// [`Usage`] when there is none, with the id that was probably meant.
pub fn named(id: &str) -> Result<RuleId, Usage> {
    RuleId::from_word(id).ok_or_else(|| {
        let help = match meant(id) {
            Some(near) => format!("bedoelde u `{near}`?"),
            None => "`rtbrief regels --zoek WOORD` zoekt een regel".to_owned(),
        };
        Usage::new(format!("er is geen regel `{}`\nhulp: {help}", shown(id)))
    })
}

/// The id that is nearest to what was written; what was written may lack the family before the dot.
fn meant(written: &str) -> Option<&'static str> {
    let ids: Vec<&'static str> = RuleId::all().map(RuleId::word).collect();
    let own = |id: &'static str| id.split_once('.').map_or(id, |(_, own)| own);
    nearest(written, &ids).or_else(|| {
        let names: Vec<&'static str> = ids.iter().copied().map(own).collect();
        let near = nearest(written, &names)?;
        ids.iter().copied().find(|id| own(id) == near)
    })
}

/// A row as a JSON object: that of the list, its articles written out, and the blocks that state the rule.
pub fn json(row: &Provenance, confirmed: &Confirmations, templates: &TemplateSet) -> Value {
    let mut object = rule_json(row);
    object["bevestigd"] = confirmed_json(confirmed.of(row));
    object["artikelen_voluit"] = citation::in_words(&row.artikelen).into();
    let blocks = templates.stating(row.id).flat_map(|(file, lines)| {
        lines.into_iter().map(move |line| json!({"sjabloon": file, "regel": line}))
    });
    object["sjablonen"] = blocks.collect();
    object
}

/// The rows of a rule as text for the terminal. The results of `writeln!` are ignored, because writing to a `String`
/// cannot fail.
pub fn text(
    id: RuleId,
    rows: &[&Provenance],
    book: &RuleBook,
    confirmed: &Confirmations,
    templates: &TemplateSet,
) -> String {
    let mut out = format!("{id}\n\n");
    for row in rows {
        let _ = writeln!(out, "{}", row.regel);
        for (name, value) in said(row, book, confirmed) {
            let _ = writeln!(out, "  {name:<WIDTH$}{value}");
        }
        out.push('\n');
    }
    let mut files = templates.stating(id).peekable();
    let none = files.peek().is_none();
    out.push_str(if none { "Geen sjabloon noemt deze regel.\n" } else { "Deze regel staat in\n" });
    for (file, lines) in files {
        let lines: Vec<String> = lines.iter().map(u32::to_string).collect();
        let _ = writeln!(out, "  {file}, regel {}", lines.join(", "));
    }
    out
}

/// What a row says besides its sentence: a name and a value each.
fn said(row: &Provenance, book: &RuleBook, confirmed: &Confirmations) -> Vec<(&'static str, String)> {
    let version = row.versie.as_ref().map_or_else(String::new, |id| {
        let source = book.sources().iter().find(|source| source.id == *id);
        source.map_or_else(|| format!(", versie {id}"), |source| format!(", versie {id}: {}", source.naam))
    });
    let mut said =
        vec![("bron", format!("{}{version}", row.bron.word())), ("vindplaats", row.vindplaats.clone())];
    if !row.artikelen.is_empty() {
        said.push(("artikelen", citation::in_words(&row.artikelen)));
    }
    said.extend(row.url.iter().map(|url| ("link", url.clone())));
    said.push(("status", row.status.word().to_owned()));
    said.extend(row.toelichting.iter().map(|note| ("let op", note.clone())));
    let from = row.valid_from().dutch();
    said.push(match row.geldig_tot {
        Some(until) => ("geldt", format!("van {from} tot en met {}", until.dutch())),
        None => ("geldt", format!("vanaf {from}")),
    });
    match confirmed.of(row) {
        Some(Confirmation { door, op, .. }) => {
            said.push(("bevestigd", format!("door {door} op {}", op.dutch())))
        }
        None if row.status == Status::Vast => {}
        None => said.push(("bevestigd", "nog niet door uw organisatie".to_owned())),
    }
    said
}
