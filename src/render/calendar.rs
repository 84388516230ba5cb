//! A calendar of last days (iCalendar, RFC 5545): an event that lasts the whole day, for whoever must not miss it.
//!
//! The same letter always gives the same bytes: the time stamp of an event is a day of the letter instead of the current
//! time.

use crate::letter::document::TermEnd;

/// The longest line in octets, without its line break (RFC 5545, 3.1).
const WIDTH: usize = 75;

/// An event on a last day.
#[derive(Clone, Debug)]
pub struct Event<'a> {
    /// The file name of the letter, without its extension.
    pub stem: &'a str,
    /// The term, and its last day.
    pub term: TermEnd,
    /// The day of the letter: `2026-11-20`.
    pub stamp: &'a str,
    /// What a calendar shows.
    pub summary: &'a str,
    /// What it says besides.
    pub description: &'a str,
}

/// The text of a calendar with these events.
#[must_use]
pub fn calendar<'a>(events: impl IntoIterator<Item = Event<'a>>) -> String {
    let mut text = String::new();
    push_line(&mut text, "BEGIN:VCALENDAR");
    push_line(&mut text, "VERSION:2.0");
    push_line(&mut text, concat!("PRODID:-//rtbrief//rtbrief ", env!("CARGO_PKG_VERSION"), "//NL"));
    push_line(&mut text, "CALSCALE:GREGORIAN");
    for event in events {
        push_event(&mut text, &event);
    }
    push_line(&mut text, "END:VCALENDAR");
    text
}

/// Adds an event. Its UID is made from the letter, the term and the day, so that a calendar that imports
/// the same letter twice shows the event once. The kenmerk is not enough, because a case may have two
/// letters of the same kind.
fn push_event(text: &mut String, event: &Event<'_>) {
    let TermEnd { kind, last_day } = event.term;
    let day = digits(&last_day.to_string());
    push_line(text, "BEGIN:VEVENT");
    push_line(
        text,
        &format!("UID:{}@rtbrief", escaped(&format!("{}-{}-{day}", event.stem, kind.json_word()))),
    );
    push_line(text, &format!("DTSTAMP:{}T000000Z", digits(event.stamp)));
    push_line(text, &format!("DTSTART;VALUE=DATE:{day}"));
    push_line(text, &format!("SUMMARY:{}", escaped(event.summary)));
    push_line(text, &format!("DESCRIPTION:{}", escaped(event.description)));
    // The day stays free in the calendar of the reader.
    push_line(text, "TRANSP:TRANSPARENT");
    push_line(text, "END:VEVENT");
}

/// A day in the form `20261229` (RFC 5545, 3.3.4).
fn digits(day: &str) -> String {
    day.chars().filter(char::is_ascii_digit).collect()
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
    use super::{WIDTH, escaped, push_line};

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
