//! Writes a term: what it is, its days as a strip, and the steps of the count.

use super::fact;
use crate::decide::letter_plan::LetterTerm;
use crate::explain::rules::open_status;
use crate::law::calendar::{Calendar, FreeDay};
use crate::law::date::Weekday;
use crate::law::strip::{DayPart, TermDay, days};
use crate::markup::Writer;

/// The months as a strip names them.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

/// Writes the terms of a letter; nothing for none.
pub(super) fn list(page: &mut Writer, terms: &[LetterTerm], calendar: &Calendar) {
    if terms.is_empty() {
        return;
    }
    page.line("h4", if terms.len() == 1 { "Termijn" } else { "Termijnen" });
    for term in terms {
        page.raw("<div class=\"termijn\">\n<p class=\"kop\"><strong>").text(term.kind.dutch_name());
        page.raw("</strong> tot en met ").text(&term.computed.last_day.dutch_long());
        if let Some(length) = term.computed.length {
            page.raw(", ").text(&length.to_string());
        }
        page.raw(" <span class=\"bron\">");
        fact::path(page, term.rule().word());
        page.raw(", bron ").text(term.bron.word()).raw(", ").text(open_status(term.status).unwrap_or("vast"));
        page.raw("</span>").close("p");
        strip(page, term, calendar);
        page.raw("<ol class=\"stappen\">\n");
        term.computed.steps.iter().for_each(|step| {
            page.line("li", step);
        });
        page.close("ol").close("div");
    }
    page.raw("<p class=\"legenda\"><span class=\"dag\">telt</span> <span class=\"dag vrij\">vrij, telt mee</span> ");
    page.raw(
        "<span class=\"dag over\">overgeslagen</span> <span class=\"dag laatste\">laatste dag</span></p>\n",
    );
}

/// Writes the days of a term. Each day is whole words for who hears it, a number for who sees it.
fn strip(page: &mut Writer, term: &LetterTerm, calendar: &Calendar) {
    page.raw("<ol class=\"strook\">\n");
    let mut month = 0;
    for day in days(&term.computed, calendar) {
        let class = match (day.part, day.free) {
            (DayPart::Event, _) => "dag begin",
            (DayPart::Skipped, _) => "dag over",
            (DayPart::Last, _) => "dag laatste",
            (DayPart::Counts, Some(_)) => "dag vrij",
            (DayPart::Counts, None) => "dag",
        };
        page.raw("<li class=\"").raw(class).raw("\"><span aria-hidden=\"true\">");
        page.raw("<small>").raw(weekday(day.date.weekday())).raw("</small>");
        page.text(&day.date.day().to_string());
        if month != day.date.month() {
            month = day.date.month();
            let name = usize::try_from(month).ok().and_then(|month| MONTHS.get(month.checked_sub(1)?));
            page.raw(" ").raw(name.copied().unwrap_or_default());
        }
        if let Some(name) = named(day) {
            page.raw(" <em>").text(&name).raw("</em>");
        }
        page.raw("</span><span class=\"lees\">").text(&in_words(day)).raw("</span>").close("li");
    }
    page.close("ol");
}

/// The name of a day that is skipped, or of a holiday that counts.
fn named(day: TermDay<'_>) -> Option<String> {
    match (day.part, day.free?) {
        (DayPart::Skipped, FreeDay::Saturday) => Some("zaterdag".to_owned()),
        (DayPart::Skipped, FreeDay::Sunday) => Some("zondag".to_owned()),
        (_, FreeDay::Holiday(holiday)) => Some(holiday.dutch().to_owned()),
        (_, FreeDay::GelijkgesteldeDag(_)) => Some("gelijkgesteld".to_owned()),
        _ => None,
    }
}

/// A day as a sentence: `vrijdag 25 december 2026, eerste kerstdag: overgeslagen`.
fn in_words(day: TermDay<'_>) -> String {
    let name = match day.free {
        Some(FreeDay::Holiday(holiday)) => format!(", {}", holiday.dutch()),
        Some(FreeDay::GelijkgesteldeDag(_)) => ", een gelijkgestelde dag".to_owned(),
        Some(FreeDay::Saturday | FreeDay::Sunday) | None => String::new(),
    };
    let part = match day.part {
        DayPart::Event => "begin, telt niet mee",
        DayPart::Counts => "telt mee",
        DayPart::Skipped => "overgeslagen",
        DayPart::Last => "laatste dag",
    };
    format!("{}{name}: {part}", day.date.dutch_long())
}

const fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "ma",
        Weekday::Tuesday => "di",
        Weekday::Wednesday => "wo",
        Weekday::Thursday => "do",
        Weekday::Friday => "vr",
        Weekday::Saturday => "za",
        Weekday::Sunday => "zo",
    }
}
