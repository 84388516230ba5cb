//! A term, the free days of a year and the list of terms, as JSON and as Dutch text.
//!
//! Pure, so that the command `termijn` only has to print and `uitleg --json` shows a term the same way.

use super::book::RuleBook;
use super::calendar::Calendar;
use super::date::{Date, Weekday};
use super::length::Length;
use super::limit::{LimitRow, LimitValue};
use super::row::{Bron, Provenance, Status};
use super::term::rule::TermRow;
use super::term::{ComputedTerm, Extension};
use crate::words::{LimitId, RuleId};
use serde_json::{Value, json};

/// The term object of docs/spec/cli.md. `soort` is the word of JSON
/// ([`super::term::TermKind::json_word`]); `rule` is the row of the term. `bron` and `status` are those of
/// the row that gives the term: in a letter that can be the row of the remedy.
#[must_use]
pub fn term_json(soort: &str, term: &ComputedTerm, rule: RuleId, bron: Bron, status: Status) -> Value {
    json!({
        "soort": soort,
        "lengte": term.length.map(|length| length.to_string()),
        "eerste_dag": term.first_day,
        "einde_zonder_verlenging": term.unextended_end,
        "laatste_dag": term.last_day,
        "stappen": term.steps,
        "regel": rule.word(),
        "bron": bron.word(),
        "status": status.word(),
    })
}

/// One term for the terminal: what it is, every step, and on what it rests.
#[must_use]
pub fn term_text(term: &ComputedTerm, rule: &Provenance) -> String {
    let mut text = format!("{}\n\n", rule.regel);
    for step in &term.steps {
        line(&mut text, &format!("  {step}"));
    }
    text.push('\n');
    let (bron, status) = (rule.bron.word(), rule.status.word());
    line(&mut text, &format!("Regel {}, bron {bron} ({}), status {status}.", rule.id, rule.vindplaats));
    if let Some(note) = &rule.toelichting {
        line(&mut text, note);
    }
    text
}

/// The free days of a year from Monday to Friday, each with its reason; `None` outside 1900 to 2199.
///
/// Weekends are left out. For a year without a verified decree the text says so and lists the days in doubt.
#[must_use]
pub fn calendar_text(year: i32, calendar: &Calendar) -> Option<String> {
    let first = Date::from_ymd(year, 1, 1)?;
    let days =
        || std::iter::successors(Some(first), |day| Some(day.next())).take_while(|day| day.year() == year);
    let weekday = |day: &Date| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    let mut text =
        format!("Vrije dagen van maandag tot en met vrijdag in {year} (Algemene termijnenwet)\n\n");
    for day in days().filter(weekday) {
        if let Some(free) = calendar.free_day(day) {
            line(&mut text, &format!("  {}: {free}", day.dutch_long()));
        }
    }
    if !calendar.is_verified(year) {
        line(
            &mut text,
            &format!("\nVoor {year} is geen besluit met gelijkgestelde dagen bevestigd. Onzeker zijn:\n"),
        );
        for day in days().filter(|day| calendar.is_candidate(*day)) {
            let mention = calendar.mentions().iter().find(|mention| mention.dag == day);
            let known = mention
                .map_or(String::new(), |m| format!(", genoemd in {}: {}", m.vindplaats, m.toelichting));
            line(&mut text, &format!("  {}{known}", day.dutch_long()));
        }
    }
    Some(text)
}

/// The terms, one per line: word, length, from when, whether it is extended, source and status; then the
/// limits that count time from an event.
#[must_use]
pub fn list_text(book: &RuleBook) -> String {
    let mut text = String::new();
    for term in book.terms() {
        line(&mut text, &term_line(term));
    }
    for limit in book.limit_rows() {
        if let Some(counted) = limit_line(limit) {
            line(&mut text, &counted);
        }
    }
    text
}

/// The rows that [`list_text`] shows, in the same order.
pub fn listed(book: &RuleBook) -> impl Iterator<Item = &Provenance> {
    let limits = book.limit_rows().filter(|limit| limit_line(limit).is_some());
    book.terms().map(|term| &term.provenance).chain(limits.map(|limit| &limit.provenance))
}

fn term_line(term: &TermRow) -> String {
    let extension = match term.verlenging {
        Extension::Atw => "verlengd volgens de Atw",
        Extension::AtwByChoice => "verlengd als productkeuze",
        Extension::None => NOT_EXTENDED,
    };
    list_line(term.word(), term.lengte, term.telt_vanaf.dutch(), extension, &term.provenance)
}

const NOT_EXTENDED: &str = "niet verlengd";

/// The line of a limit that counts time from an event; `None` for the other limits.
fn limit_line(limit: &LimitRow) -> Option<String> {
    let (RuleId::Limit(id), LimitValue::Length(length)) = (limit.provenance.id, limit.waarde) else {
        return None;
    };
    let from = match id {
        LimitId::Triage => "het triageverzoek",
        LimitId::VerblijfBuitenNederland => "het vertrek uit Nederland",
        _ => return None,
    };
    Some(list_line(id.word(), Some(length), from, NOT_EXTENDED, &limit.provenance))
}

fn list_line(word: &str, length: Option<Length>, from: &str, extension: &str, row: &Provenance) -> String {
    format!(
        "{word:<26}{:<11}vanaf {from:<36}{extension:<32}bron {}, {}",
        length.map_or("–".to_owned(), |length| length.to_string()),
        row.bron.word(),
        row.status.word(),
    )
}

fn line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}
