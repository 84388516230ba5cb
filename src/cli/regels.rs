//! `regels`: shows every rule, ground, remedy and term with its source and status.

use super::args::Regels;
use super::exit::Exit;
use super::input::parse_date;
use super::session::Session;
use super::usage::Usage;
use crate::law::row::Provenance;
use serde_json::{Value, json};
use std::fmt::Write;

/// Runs `rtbrief regels`; returns how it ended.
///
/// # Errors
/// [`Usage`] when the date cannot be read.
pub fn run(args: &Regels, session: &mut Session<'_>) -> Result<Exit, Usage> {
    let date = args.datum.as_deref().map(parse_date).transpose()?;
    let book = session.book();
    let rules: Vec<&Provenance> = book.rows().filter(|r| date.is_none_or(|day| r.in_force(day))).collect();
    if args.json {
        for rule in rules {
            session.line(&rule_json(rule).to_string());
        }
        return Ok(Exit::Done);
    }
    let mut text = String::new();
    for rule in &rules {
        rule_text(rule, &mut text);
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
fn rule_text(rule: &Provenance, out: &mut String) {
    let _ = writeln!(out, "{} [{}, {}]", rule.id, rule.bron.word(), rule.status.word());
    let _ = writeln!(out, "  {}", rule.regel);
    let version = rule.versie.as_ref().map_or_else(String::new, |version| format!(" (versie {version})"));
    let _ = writeln!(out, "  {}{version}", rule.vindplaats);
    if !rule.artikelen.is_empty() {
        let _ = writeln!(out, "  artikelen: {}", rule.artikelen.join("; "));
    }
    if let Some(url) = &rule.url {
        let _ = writeln!(out, "  {url}");
    }
    if let Some(note) = &rule.toelichting {
        let _ = writeln!(out, "  let op: {note}");
    }
    if let Some(from) = rule.geldig_vanaf {
        let _ = writeln!(out, "  geldig vanaf {}", from.dutch());
    }
    if let Some(until) = rule.geldig_tot {
        let _ = writeln!(out, "  geldig tot en met {}", until.dutch());
    }
    out.push('\n');
}
