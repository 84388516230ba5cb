//! `regels`: shows every rule, ground, remedy and term with its source, its status and who confirmed it.

use super::args::Regels;
use super::exit::Exit;
use super::input::parse_date;
use super::session::Session;
use super::usage::Usage;
use crate::law::row::Provenance;
use crate::letter::confirmation::Confirmation;
use serde_json::{Value, json};
use std::fmt::Write;

/// Runs `rtbrief regels`; returns how it ended.
///
/// # Errors
/// [`Usage`] when the date or the organisation cannot be read.
pub fn run(args: &Regels, session: &mut Session<'_>) -> Result<Exit, Usage> {
    let date = args.datum.as_deref().map(parse_date).transpose()?;
    let book = session.book();
    let confirmed = session.organisation()?.bevestigd;
    let shown = |rule: &&Provenance| {
        date.is_none_or(|day| rule.in_force(day)) && (!args.te_bevestigen || confirmed.leaves_open(rule))
    };
    let rules: Vec<&Provenance> = book.rows().filter(shown).collect();
    if args.json {
        for rule in rules {
            let mut object = rule_json(rule);
            object["bevestigd"] =
                confirmed.of(rule).map_or(Value::Null, |by| json!({"door": &*by.door, "op": by.op}));
            session.line(&object.to_string());
        }
        return Ok(Exit::Done);
    }
    let mut text = String::new();
    for rule in &rules {
        rule_text(rule, confirmed.of(rule), &mut text);
    }
    if args.te_bevestigen {
        session.text(&text);
        return Ok(Exit::Done);
    }
    text.push_str("De Richtlijn Tijdelijke Bescherming geldt\n");
    for period in book.rtb().periods() {
        let _ = writeln!(
            text,
            "  van {} tot en met {} ({})",
            period.van.dutch(),
            period.tot_en_met.dutch(),
            period.besluit
        );
    }
    text.push_str("\nDe versies van de bronnen\n");
    for source in book.sources() {
        let _ = writeln!(text, "  {}: {}", source.id, source.naam);
    }
    session.text(&text);
    Ok(Exit::Done)
}

/// A rule as a JSON object.
pub(super) fn rule_json(rule: &Provenance) -> Value {
    json!({
        "id": rule.id.word(),
        "regel": rule.regel,
        "bron": rule.bron.word(),
        "vindplaats": rule.vindplaats,
        "artikelen": rule.artikelen,
        "status": rule.status.word(),
        "toelichting": rule.toelichting,
        "geldig_vanaf": rule.valid_from(),
        "geldig_tot": rule.geldig_tot,
        "versie": rule.versie,
        "url": rule.url,
    })
}

/// Adds a rule as text for the terminal. The results of `writeln!` are ignored, because writing to a
/// `String` cannot fail.
fn rule_text(rule: &Provenance, confirmed: Option<&Confirmation>, out: &mut String) {
    let _ = writeln!(out, "{} [{}, {}]", rule.id, rule.bron.word(), rule.status.word());
    let _ = writeln!(out, "  {}", rule.regel);
    let version = rule.versie.as_ref().map_or_else(String::new, |version| format!(" (versie {version})"));
    let _ = writeln!(out, "  {}{version}", rule.vindplaats);
    if !rule.artikelen.is_empty() {
        let _ = writeln!(out, "  artikelen: {}", crate::law::citation::short(&rule.artikelen));
    }
    if let Some(url) = &rule.url {
        let _ = writeln!(out, "  {url}");
    }
    if let Some(note) = &rule.toelichting {
        let _ = writeln!(out, "  let op: {note}");
    }
    if let Some(Confirmation { door, op, .. }) = confirmed {
        let _ = writeln!(out, "  bevestigd door {door} op {}", op.dutch());
    }
    if let Some(from) = rule.geldig_vanaf {
        let _ = writeln!(out, "  geldig vanaf {}", from.dutch());
    }
    if let Some(until) = rule.geldig_tot {
        let _ = writeln!(out, "  geldig tot en met {}", until.dutch());
    }
    out.push('\n');
}
