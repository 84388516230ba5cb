//! Reads dates, and dates of birth as far as the registers know them.
//!
//! A date that was written in another way is refused, and never guessed; what it may have been is in the
//! detail, for the terminal only.

use super::reader::Reader;
use super::scalar::{Unfit, formed};
use crate::case::model::Geboortedatum;
use crate::diagnostic::Code;
use crate::diagnostic::character::{hidden, is_space};
use crate::law::date::{Date, month_named};
use crate::words::Holds;
use crate::yaml::Node;

/// The first year that a date of the procedure may have.
const FIRST_YEAR: i32 = 1990;
/// The first year that a date of the person's life may have.
const FIRST_YEAR_OF_LIFE: i32 = 1900;
/// The last year that any date may have.
const LAST_YEAR: i32 = 2100;

const HINT: &str = Holds::Date.rule();
const BIRTH_HINT: &str = Holds::BirthDate.rule();

/// Reads a date of the procedure; F112 when it is no date, F119 when its year is out of range.
pub(super) fn date(reader: &mut Reader, path: &str, node: &Node) -> Option<Date> {
    date_from(reader, path, node, FIRST_YEAR)
}

/// Reads a date of the person's life, which may lie further back; errors as [`date`].
pub(super) fn date_of_life(reader: &mut Reader, path: &str, node: &Node) -> Option<Date> {
    date_from(reader, path, node, FIRST_YEAR_OF_LIFE)
}

fn date_from(reader: &mut Reader, path: &str, node: &Node, first: i32) -> Option<Date> {
    let text = &formed(reader, path, node)?;
    match Date::parse(text) {
        Some(date) if (first..=LAST_YEAR).contains(&date.year()) => Some(date),
        None if known_part(text).is_some() => {
            let hint =
                "Nullen betekenen dat de dag niet bekend is. Zoek de hele datum op, of laat de sleutel weg.";
            refuse(reader, path, text, "Deze dag bestaat niet.", hint)
        }
        None if text == "onbekend" => {
            reader.refuse(
                path,
                Code::NotADate,
                "Dit is geen datum.",
                "Weet u de dag niet, laat de sleutel dan weg.",
            );
            None
        }
        None if !has_form_of_date(text) => refuse(reader, path, text, "Dit is geen datum.", HINT),
        None if !exists_in_some_year(text) => {
            refuse(reader, path, text, "Deze dag bestaat niet.", "Kijk de datum na.")
        }
        _ => out_of_range(reader, path, first),
    }
}

/// Reads a date of birth as far as the registers know it: a day, a month, a year or `onbekend`; errors as [`date`].
pub(super) fn date_of_birth(reader: &mut Reader, path: &str, node: &Node) -> Option<Geboortedatum> {
    let text = &formed(reader, path, node)?;
    if text == "onbekend" {
        return Some(Geboortedatum::Unknown);
    }
    if let Some(known) = known_part(text) {
        let message = "Deze dag bestaat niet: nullen betekenen dat een deel niet bekend is.";
        let hint = "Schrijf alleen wat bekend is: jjjj-mm, jjjj of `onbekend`.";
        let unfit = Unfit { code: Code::NotADate, message, hint, wrong: None, meant: Some(known) };
        return unfit.refuse(reader, path);
    }
    let year = number(text.get(..4).unwrap_or("")).and_then(|year| i32::try_from(year).ok());
    let month = text.get(5..).and_then(number).filter(|month| (1..=12).contains(month));
    let birth = match (text.len(), year, month) {
        (4, Some(year), _) => Geboortedatum::Year(year),
        (7, Some(year), Some(month)) if text.get(4..5) == Some("-") => Geboortedatum::Month(year, month),
        _ if has_form_of_date(text) => return date_of_life(reader, path, node).map(Geboortedatum::Day),
        _ => return refuse(reader, path, text, "Dit is geen geboortedatum.", BIRTH_HINT),
    };
    let in_range = year.is_some_and(|year| (FIRST_YEAR_OF_LIFE..=LAST_YEAR).contains(&year));
    if in_range { Some(birth) } else { out_of_range(reader, path, FIRST_YEAR_OF_LIFE) }
}

fn refuse<T>(reader: &mut Reader, path: &str, text: &str, message: &str, hint: &str) -> Option<T> {
    let meant = meant(text);
    // An ordinary sign between the parts is no news beside the date as it should be written.
    let odd = |c: &char| hidden(*c).is_some() || !(c.is_ascii() || c.is_alphabetic() || is_space(*c));
    let stranger = || text.chars().find(|c| !c.is_ascii_digit() && *c != '-' && !is_space(*c));
    let wrong = text.chars().find(odd).or_else(|| stranger().filter(|_| meant.is_none()));
    Unfit { code: Code::NotADate, message, hint, wrong, meant: meant.map(|date| date.to_string()) }
        .refuse(reader, path)
}

fn out_of_range<T>(reader: &mut Reader, path: &str, first: i32) -> Option<T> {
    let message = format!("Deze datum ligt niet tussen {first} en {LAST_YEAR}.");
    reader.refuse(path, Code::DateOutOfRange, &message, "Kijk het jaartal na.");
    None
}

fn number(digits: &str) -> Option<u32> {
    (!digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok()).flatten()
}

fn has_form_of_date(text: &str) -> bool {
    text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(i, b)| if matches!(i, 4 | 7) { b == b'-' } else { b.is_ascii_digit() })
}

/// Whether the month and the day exist in a year of the same kind (leap year or not) as the year of the date.
fn exists_in_some_year(text: &str) -> bool {
    let part = |from, to| text.get(from..to).and_then(number);
    let (Some(year), Some(month), Some(day)) = (part(0, 4), part(5, 7), part(8, 10)) else { return false };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    Date::from_ymd(if leap { 2000 } else { 2001 }, month, day).is_some()
}

/// The parts of a date, whatever stands between them: spaces, dots, slashes, any dash.
fn parts(text: &str) -> Vec<&str> {
    let between =
        |c: char| is_space(c) || matches!(c, '-' | '/' | '.' | ',' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    text.split(between).filter(|part| !part.is_empty()).collect()
}

/// Year, month and day as digits, of which the year has four; absent parts are not there.
fn year_first(text: &str) -> Option<(&str, Option<&str>, Option<&str>)> {
    match *parts(text).as_slice() {
        [all] if all.len() == 8 => Some((all.get(..4)?, all.get(4..6), all.get(6..))),
        [year] => Some((year, None, None)),
        [year, month] => Some((year, Some(month), None)),
        [year, month, day] if year.len() == 4 => Some((year, Some(month), Some(day))),
        [day, month, year] => Some((year, Some(month), Some(day))),
        _ => None,
    }
    .filter(|(year, ..)| year.len() == 4)
}

/// What a date says in which the registers (BRP) wrote zeros for what they do not know: `1987-00-00` says
/// `1987`, `0000-00-00` says `onbekend`. `None` for a date without such zeros.
fn known_part(text: &str) -> Option<String> {
    let (year, month, day) = year_first(text)?;
    let number_of = |part: Option<&str>| part.map(|part| number(part).ok_or(()));
    let (Ok(month), Ok(day)) = (number_of(month).transpose(), number_of(day).transpose()) else {
        return None;
    };
    let value = number(year)?;
    match (value, month, day) {
        (0, ..) => Some("onbekend".to_owned()),
        (_, Some(0), _) => Some(year.to_owned()),
        (_, Some(month @ 1..=12), Some(0)) => Some(format!("{year}-{month:02}")),
        _ => None,
    }
}

/// The date of `20-11-2026`, `20/11/2026`, `20 november 2026`, `2026-11-2` or `20261120`.
fn meant(text: &str) -> Option<Date> {
    let (year, month, day) = year_first(text)?;
    let month = number(month?).or_else(|| month_named(month?))?;
    Date::from_ymd(i32::try_from(number(year)?).ok()?, month, number(day?)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_in_another_form_is_understood() {
        for text in [
            "20-11-2026",
            "20/11/2026",
            "20.11.2026",
            "20 november 2026",
            "20 nov 2026",
            "20 nov. 2026",
            "20 November 2026",
            "2026/11/20",
            "2026–11–20",
            "20261120",
            "20\u{a0}november\u{a0}2026",
            "2026.11.20",
        ] {
            assert_eq!(meant(text).map(|d| d.to_string()).as_deref(), Some("2026-11-20"), "{text}");
        }
        assert_eq!(meant("1979-6-30"), Date::parse("1979-06-30"));
        assert_eq!(meant("30 juni 1979"), Date::parse("1979-06-30"));
        for text in
            ["20-11-26", "2026-13-01", "2026-02-30", "november 2026", "2026-11-20T10:00", "1 2 3 4", ""]
        {
            assert_eq!(meant(text), None, "{text}");
        }
    }

    #[test]
    fn zeros_say_what_is_known() {
        for (text, known) in [
            ("1987-00-00", Some("1987")),
            ("1987-03-00", Some("1987-03")),
            ("1987-00", Some("1987")),
            ("00-03-1987", Some("1987-03")),
            ("00-00-1987", Some("1987")),
            ("19870300", Some("1987-03")),
            ("19870000", Some("1987")),
            ("0000-00-00", Some("onbekend")),
            ("00000000", Some("onbekend")),
            ("0000", Some("onbekend")),
            ("1987-03-09", None),
            ("1987-13-00", None),
            ("1987-03-0a", None),
            ("1987", None),
        ] {
            assert_eq!(known_part(text).as_deref(), known, "{text}");
        }
    }
}
