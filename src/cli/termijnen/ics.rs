//! Deadlines as a calendar (iCalendar, RFC 5545), with one event per deadline that lasts the whole last
//! day.
//!
//! The same manifest always gives the same bytes: the time stamp of an event is the day of bekendmaking
//! instead of the current time.

use super::Deadline;
use crate::law::date::Date;
use crate::law::term::TermKind;
use crate::receipt::PROGRAM;

/// The longest line in octets, without its line break (RFC 5545, 3.1).
const WIDTH: usize = 75;

/// The text of a calendar with these deadlines.
pub fn calendar(deadlines: &[Deadline]) -> String {
    let mut text = String::new();
    push_line(&mut text, "BEGIN:VCALENDAR");
    push_line(&mut text, "VERSION:2.0");
    push_line(&mut text, &format!("PRODID:-//rtbrief//rtbrief {PROGRAM}//NL"));
    push_line(&mut text, "CALSCALE:GREGORIAN");
    for deadline in deadlines {
        push_event(&mut text, deadline);
    }
    push_line(&mut text, "END:VCALENDAR");
    text
}

/// Adds an event. Its UID is made from the letter, the term and the day, so that a calendar that imports
/// the same run twice shows the event once. The kenmerk is not enough, because a case may have two
/// letters of the same kind.
fn push_event(text: &mut String, deadline: &Deadline) {
    let Deadline { last_day, kenmerk, kind, file, letter, made_known } = deadline;
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let day = basic_date(*last_day);
    let summary = escaped(&format!("Laatste dag {}: {kenmerk}", dutch_name(*kind)));
    let description = escaped(&format!("{}\n{file}", letter.title()));
    push_line(text, "BEGIN:VEVENT");
    push_line(text, &format!("UID:{}@rtbrief", escaped(&format!("{stem}-{}-{day}", kind.json_word()))));
    push_line(text, &format!("DTSTAMP:{}T000000Z", basic_date(*made_known)));
    push_line(text, &format!("DTSTART;VALUE=DATE:{day}"));
    push_line(text, &format!("SUMMARY:{summary}"));
    push_line(text, &format!("DESCRIPTION:{description}"));
    // The day stays free in the calendar of the reader.
    push_line(text, "TRANSP:TRANSPARENT");
    push_line(text, "END:VEVENT");
}

/// The Dutch name of a term in the title of an event.
const fn dutch_name(kind: TermKind) -> &'static str {
    match kind {
        TermKind::Bezwaar => "bezwaar",
        TermKind::Beroep | TermKind::BeroepKort => "beroep",
        TermKind::Zienswijze => "zienswijze",
        TermKind::MeldenTerApel => "melden in Ter Apel",
        TermKind::Afspraak => "afspraak",
        TermKind::Vertrek => "vertrektermijn",
        TermKind::Aanvulling => "aanvulling",
    }
}

/// A day in the form `20261229` (RFC 5545, 3.3.4).
fn basic_date(date: Date) -> String {
    date.to_string().replace('-', "")
}

/// A text with its special characters escaped (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => value.extend(['\\', c]),
            '\n' => value.push_str("\\n"),
            c if c.is_control() => {}
            c => value.push(c),
        }
    }
    value
}

/// Adds a line. One that is too long is folded: it continues on the next line after a space (RFC 5545,
/// 3.1).
fn push_line(text: &mut String, content: &str) {
    let mut room = WIDTH;
    for c in content.chars() {
        if c.len_utf8() > room {
            text.push_str("\r\n ");
            room = WIDTH - 1;
        }
        text.push(c);
        room -= c.len_utf8();
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, calendar, escaped, push_line};
    use crate::case::identifier::Kenmerk;
    use crate::cli::termijnen::Deadline;
    use crate::law::date::Date;
    use crate::law::term::TermKind;
    use crate::words::LetterKind;

    fn deadline() -> Deadline {
        Deadline {
            last_day: Date::parse("2026-12-29").unwrap(),
            kenmerk: Kenmerk::parse("RTB-2026-000123").unwrap(),
            kind: TermKind::Zienswijze,
            file: "brieven/RTB-2026-000123_voornemen_intrekking.pdf".to_owned(),
            letter: LetterKind::VoornemenIntrekking,
            made_known: Date::parse("2026-12-01").unwrap(),
        }
    }

    #[test]
    fn a_deadline_is_an_event_of_one_day() {
        let program = env!("CARGO_PKG_VERSION");
        let lines = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            &format!("PRODID:-//rtbrief//rtbrief {program}//NL"),
            "CALSCALE:GREGORIAN",
            "BEGIN:VEVENT",
            "UID:RTB-2026-000123_voornemen_intrekking-zienswijze-20261229@rtbrief",
            "DTSTAMP:20261201T000000Z",
            "DTSTART;VALUE=DATE:20261229",
            "SUMMARY:Laatste dag zienswijze: RTB-2026-000123",
            "DESCRIPTION:Voornemen tot intrekking van de tijdelijke bescherming\\nbrieven",
            " /RTB-2026-000123_voornemen_intrekking.pdf",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        assert_eq!(calendar(&[deadline()]), lines.map(|line| format!("{line}\r\n")).concat());
    }

    #[test]
    fn two_letters_of_a_kind_are_two_events() {
        let mut second = deadline();
        second.file = "brieven/RTB-2026-000123_voornemen_intrekking-2.pdf".to_owned();
        let text = calendar(&[deadline(), second]).replace("\r\n ", "");
        let mut ids: Vec<&str> = text.lines().filter(|line| line.starts_with("UID:")).collect();
        ids.dedup();
        assert_eq!(ids.len(), 2);
    }

    #[test]
    fn characters_with_a_meaning_in_a_calendar_are_escaped() {
        assert_eq!(escaped("a\\b;c,d\ne\r\u{1b}:\"ë"), "a\\\\b\\;c\\,d\\ne:\"ë");
    }

    #[test]
    fn lines_are_folded_between_characters() {
        for content in ["x".repeat(75), "x".repeat(76), "é".repeat(200), format!("{}€€", "x".repeat(73))]
        {
            let mut text = String::new();
            push_line(&mut text, &content);
            assert!(text.ends_with("\r\n"));
            assert!(text.split("\r\n").all(|line| line.len() <= WIDTH), "{text}");
            assert_eq!(text.replace("\r\n ", "").trim_end(), content);
        }
        let mut text = String::new();
        push_line(&mut text, &"x".repeat(75));
        assert_eq!(text.matches("\r\n").count(), 1);
    }
}
