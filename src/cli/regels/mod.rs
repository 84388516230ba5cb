//! `regels`: shows every rule, ground, remedy and term with its source, its status and who confirmed it; one of them in full.

mod object;
mod one;
mod search;

pub use object::rule_json;

use super::args::Regels;
use super::exit::Exit;
use super::input::parse_date;
use super::session::Session;
use super::usage::Usage;
use crate::law::row::Provenance;
use crate::letter::confirmation::Confirmation;
use object::confirmed_json;
use search::Words;
use std::fmt::Write;

/// Runs `rtbrief regels`; returns how it ended.
///
/// # Errors
/// [`Usage`] when the id, the words, the date or the organisation cannot be used.
pub fn run(args: &Regels, session: &mut Session<'_>) -> Result<Exit, Usage> {
    let date = args.datum.as_deref().map(parse_date).transpose()?;
    let id = args.id.as_deref().map(one::named).transpose()?;
    let words = Words::new(&args.zoek)?;
    let book = session.book();
    let confirmed = session.organisation()?.bevestigd;
    let shown = |rule: &&Provenance| {
        id.is_none_or(|id| rule.id == id)
            && words.are_in(rule)
            && date.is_none_or(|day| rule.in_force(day))
            && (!args.te_bevestigen || confirmed.leaves_open(rule))
    };
    let mut rules: Vec<&Provenance> = book.rows().filter(shown).collect();
    if rules.is_empty() {
        session.note(&nothing_found(&words));
    }
    if let Some(id) = id.filter(|_| !rules.is_empty()) {
        let templates = session.templates()?;
        rules.sort_by_key(|row| row.valid_from());
        if args.json {
            rules.iter().for_each(|row| session.line(&one::json(row, &confirmed, &templates).to_string()));
        } else {
            session.text(&one::text(id, &rules, &book, &confirmed, &templates));
        }
        return Ok(Exit::Done);
    }
    if args.json {
        for rule in rules {
            let mut object = rule_json(rule);
            object["bevestigd"] = confirmed_json(confirmed.of(rule));
            session.line(&object.to_string());
        }
        return Ok(Exit::Done);
    }
    let mut text = String::new();
    for rule in &rules {
        rule_text(rule, confirmed.of(rule), &mut text);
    }
    if args.te_bevestigen || id.is_some() || !words.is_empty() {
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

/// What the user reads when no rule is left.
fn nothing_found(words: &Words) -> String {
    if words.is_empty() {
        "er is geen regel die bij deze opties past".to_owned()
    } else {
        format!("er is geen regel met `{}` die bij deze opties past", words.shown())
    }
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
