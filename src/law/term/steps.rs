//! The steps of a term in plain Dutch: what an officer reads to check the count day by day.
//!
//! The count itself stands in `compute`: a lawyer checks the count against the statute, and an editor checks
//! these sentences.

use super::compute::Extended;
use super::{ComputedTerm, CountedFrom, Extension};
use crate::law::calendar::Calendar;
use crate::law::date::Date;
use crate::law::length::{Length, Unit};

/// The event, the first day and why, and the end without extension.
pub(super) fn opening(
    event: CountedFrom,
    start: Date,
    length: Length,
    extension: Extension,
    term: &ComputedTerm,
) -> [String; 3] {
    [
        format!("{}: {}.", event.label(), start.dutch_long()),
        first_day(event, length, extension, term.first_day),
        unextended_end(event, length, term.unextended_end),
    ]
}

fn first_day(event: CountedFrom, length: Length, extension: Extension, day: Date) -> String {
    let day = day.dutch_long();
    if length.unit == Unit::Hours {
        return format!("Eerste dag: {day}; een termijn in uren begint meteen te lopen.");
    }
    let source = if event == CountedFrom::Bekendmaking && extension == Extension::Atw {
        "artikel 6:8 lid 1 Awb"
    } else {
        "geteld als in artikel 6:8 lid 1 Awb"
    };
    format!("Eerste dag: {day}, de dag na {} ({source}).", event.dutch())
}

fn unextended_end(event: CountedFrom, length: Length, day: Date) -> String {
    let rounded = match length.unit {
        Unit::Hours if length.count.is_multiple_of(24) => ", op het uur van het begin",
        Unit::Hours => "; dat is uiterlijk, want het uur van het begin is niet bekend",
        _ => "",
    };
    format!("Einde zonder verlenging: {}, {length} na {}{rounded}.", day.dutch_long(), event.dutch())
}

/// The step that says why a term is never extended.
pub(super) fn never_extended(reason: &str) -> String {
    format!("Niet verlengd: {reason}.")
}

/// Every day that is skipped and why, and what Atw 2 adds; or that nothing is skipped.
pub(super) fn extension(
    end: Date,
    extended: &Extended,
    extension: Extension,
    calendar: &Calendar,
) -> Vec<String> {
    let Extended { after_article_1, last_day } = *extended;
    if last_day == end {
        return vec![format!(
            "Niet verlengd: {} is geen zaterdag, zondag, feestdag of gelijkgestelde dag.",
            end.dutch_long()
        )];
    }
    let mut steps = Vec::new();
    skip(&mut steps, end, after_article_1, calendar);
    if last_day > after_article_1 {
        steps.push(format!(
            "Verlengd: de termijn bevat nog geen {} dagen die geen zaterdag, zondag, feestdag of gelijkgestelde dag \
             zijn (artikel 2 Atw).",
            in_words(calendar.atw(end).working_days)
        ));
        skip(&mut steps, after_article_1.next(), last_day, calendar);
    }
    if extension == Extension::AtwByChoice {
        steps.push(
            "De Atw verplicht hier niet tot verlengen, want alleen de werkinstructie noemt de termijn; het is een \
             keuze van dit programma, in het voordeel van de vreemdeling."
                .to_owned(),
        );
    }
    steps
}

/// A small number in Dutch words, a larger one in digits.
pub(super) fn in_words(number: u32) -> String {
    const WORDS: [&str; 13] = [
        "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
        "twaalf",
    ];
    WORDS.get(number as usize).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// Adds a step for each free day from `day` up to but not including `until`.
fn skip(steps: &mut Vec<String>, mut day: Date, until: Date, calendar: &Calendar) {
    while day < until {
        if let Some(free) = calendar.free_day(day) {
            steps.push(format!("Overgeslagen: {} is {free}; {}.", day.dutch_long(), free.article()));
        }
        day = day.next();
    }
}

/// The step that says that the last day is in doubt, and what it is at the latest.
pub(super) fn unverified(year: i32, possible: Date) -> String {
    format!(
        "Let op: voor {year} is geen besluit met gelijkgestelde dagen bevestigd; met zo'n dag eindigt de termijn \
         later, uiterlijk op {}.",
        possible.dutch_long()
    )
}

/// The step that gives the last day.
pub(super) fn last_day(day: Date) -> String {
    format!("Laatste dag: {}.", day.dutch_long())
}

/// The steps of a term whose last day the case gives.
pub(super) fn fixed(start: Date, first: Date, until: Date) -> Vec<String> {
    vec![
        format!("{}: {}.", CountedFrom::Bekendmaking.label(), start.dutch_long()),
        format!("Eerste dag: {}, de dag na {}.", first.dutch_long(), CountedFrom::Bekendmaking.dutch()),
        never_extended("de zaak noemt de laatste dag zelf"),
        last_day(until),
    ]
}
