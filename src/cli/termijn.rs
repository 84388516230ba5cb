//! `termijn`: computes one term day by day, lists the free days of a year, or lists the terms.

use super::args::Termijn;
use super::exit::Exit;
use super::input::parse_date;
use super::regels::rule_json;
use super::session::Session;
use super::usage::Usage;
use crate::diagnostic::character::shown;
use crate::law::date::Date;
use crate::law::length::Length;
use crate::law::present::{calendar_text, list_text, listed, term_json, term_text};
use crate::law::row::Provenance;
use crate::law::term::{ComputedTerm, TermKind};
use serde_json::json;

/// The kinds of term that a user can ask for, as error messages list them.
const KINDS: &str = "bezwaar, beroep, beroep_kort, zienswijze, melden_ter_apel, afspraak, vertrek, wettelijk";

/// Runs `rtbrief termijn`; returns how it ended.
///
/// # Errors
/// [`Usage`] when the kind of term, the date, the year or the length cannot be used.
pub fn run(args: &Termijn, session: &mut Session<'_>) -> Result<Exit, Usage> {
    match args.soort.as_str() {
        "lijst" | "list" => list(args, session),
        "kalender" | "calendar" => calendar(args, session),
        _ => single_term(args, session),
    }
}

fn single_term(args: &Termijn, session: &mut Session<'_>) -> Result<Exit, Usage> {
    let kind = TermKind::from_word(&args.soort);
    if kind.is_none() && args.soort != "wettelijk" {
        return Err(Usage::new(format!("onbekende termijn `{}`; kies uit {KINDS}", shown(&args.soort))));
    }
    let date = args.datum.as_deref().ok_or_else(|| Usage::new("er ontbreekt een datum (JJJJ-MM-DD)"))?;
    let date = parse_date(date)?;
    let book = session.book();
    let (word, computed, rule): (&str, ComputedTerm, &Provenance) = if let Some(kind) = kind {
        if args.lengte.is_some() {
            return Err(Usage::new("`--lengte` hoort alleen bij `wettelijk`"));
        }
        let row = book.term_on(kind, date);
        let computed = row.compute(date, book.calendar()).ok_or_else(|| {
            Usage::new("deze termijn heeft geen eigen lengte: de zaak noemt de laatste dag")
        })?;
        (kind.json_word(), computed, &row.provenance)
    } else {
        let length = args.lengte.as_deref();
        let length =
            length.ok_or_else(|| Usage::new("`wettelijk` vraagt een `--lengte`, zoals \"6 weken\""))?;
        let length: Length = length.parse().map_err(|e| Usage::new(shown(&format!("{e}"))))?;
        let row = book.statutory_term_on(date);
        let computed = crate::law::term::compute(date, length, row.verlenging, book.calendar());
        ("wettelijk", computed, &row.provenance)
    };
    if args.json {
        let object = term_json(word, &computed, rule.id, rule.bron, rule.status);
        session.line(&object.to_string());
    } else {
        session.text(&term_text(&computed, rule));
    }
    Ok(Exit::Done)
}

fn calendar(args: &Termijn, session: &mut Session<'_>) -> Result<Exit, Usage> {
    let wrong = || Usage::new("`kalender` vraagt een jaar van 1900 tot en met 2199");
    let year: i32 = args.datum.as_deref().and_then(|y| y.parse().ok()).ok_or_else(wrong)?;
    let book = session.book();
    if !args.json {
        let text = calendar_text(year, book.calendar()).ok_or_else(wrong)?;
        session.text(&text);
        return Ok(Exit::Done);
    }
    let first = Date::from_ymd(year, 1, 1).ok_or_else(wrong)?;
    let days = std::iter::successors(Some(first), |d| Some(d.next())).take_while(|d| d.year() == year);
    let lines: Vec<String> = days
        .filter_map(|day| {
            let reason = book.calendar().free_day(day)?;
            Some(json!({"datum": day.to_string(), "reden": reason.to_string()}).to_string())
        })
        .collect();
    for line in lines {
        session.line(&line);
    }
    Ok(Exit::Done)
}

fn list(args: &Termijn, session: &mut Session<'_>) -> Result<Exit, Usage> {
    let book = session.book();
    if args.json {
        let rows: Vec<String> = listed(&book).map(|row| rule_json(row).to_string()).collect();
        for row in rows {
            session.line(&row);
        }
    } else {
        let text = list_text(&book);
        session.text(&text);
    }
    Ok(Exit::Done)
}
