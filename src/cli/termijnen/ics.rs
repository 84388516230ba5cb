//! Deadlines as a calendar, with one event per deadline that lasts the whole last day.
//!
//! The same manifest always gives the same bytes: the time stamp of an event is the day of bekendmaking
//! instead of the current time.

use super::deadline::Deadline;
use crate::letter::document::TermEnd;
use crate::render::calendar::{self, Event};

/// The text of a calendar with these deadlines.
pub fn calendar(deadlines: &[Deadline]) -> String {
    let texts: Vec<[String; 3]> = deadlines.iter().map(texts).collect();
    calendar::calendar(deadlines.iter().zip(&texts).map(|(deadline, [stamp, summary, description])| Event {
        stem: stem(&deadline.file),
        term: TermEnd { kind: deadline.kind, last_day: deadline.last_day },
        stamp,
        summary,
        description,
    }))
}

/// The time stamp, the summary and the description of a deadline.
fn texts(deadline: &Deadline) -> [String; 3] {
    let Deadline { kenmerk, kind, file, letter, made_known, .. } = deadline;
    let summary = format!("Laatste dag {}: {kenmerk}", kind.dutch_name());
    [made_known.to_string(), summary, format!("{}\n{file}", letter.title())]
}

/// The name of a file without folder and extension.
fn stem(file: &str) -> &str {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

#[cfg(test)]
mod tests {
    use super::calendar;
    use crate::case::identifier::Kenmerk;
    use crate::cli::termijnen::deadline::Deadline;
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
            folder: 0,
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
}
