//! Reads single values with a form of their own: dates, yes or no, words, identifiers, countries.
//!
//! Messages and hints also go to JSON and logs, so they never show the value that was written. What the writer
//! probably meant is in the detail of a finding, which only the terminal shows.

use super::reader::Reader;
use super::suggest;
use crate::case::country::{Country, Nationality};
use crate::case::identifier::{Kenmerk, Postcode, VNummer};
use crate::case::model::Geboortedatum;
use crate::diagnostic::Code;
use crate::law::date::Date;
use crate::yaml::Node;

/// The first year that a date of the procedure may have.
const FIRST_YEAR: i32 = 1990;
/// The first year that a date of the person's life may have.
const FIRST_YEAR_OF_LIFE: i32 = 1900;
/// The last year that any date may have.
const LAST_YEAR: i32 = 2100;

const DATE_HINT: &str = "Schrijf de datum als jaar-maand-dag: jjjj-mm-dd.";

/// Reads a date of the procedure; F112 when it is no date, F119 when its year is out of range.
pub(super) fn date(reader: &mut Reader, path: &str, node: &Node) -> Option<Date> {
    date_from(reader, path, node, FIRST_YEAR)
}

/// Reads a date of the person's life, which may lie further back; errors as [`date`].
pub(super) fn date_of_life(reader: &mut Reader, path: &str, node: &Node) -> Option<Date> {
    date_from(reader, path, node, FIRST_YEAR_OF_LIFE)
}

fn date_from(reader: &mut Reader, path: &str, node: &Node, first: i32) -> Option<Date> {
    let text = &reader.scalar(path, node)?.text;
    match Date::parse(text) {
        Some(date) if (first..=LAST_YEAR).contains(&date.year()) => Some(date),
        None if !has_form_of_date(text) => not_a_date(reader, path, text, "Dit is geen datum.", DATE_HINT),
        None if !exists_in_some_year(text) => {
            not_a_date(reader, path, text, "Deze dag bestaat niet.", "Kijk de datum na.")
        }
        _ => out_of_range(reader, path, first),
    }
}

/// Reads a date of birth as far as the registers know it: a day, a month, a year or `onbekend`; errors as [`date`].
pub(super) fn date_of_birth(reader: &mut Reader, path: &str, node: &Node) -> Option<Geboortedatum> {
    let text = reader.scalar(path, node)?.text.as_str();
    if text == "onbekend" {
        return Some(Geboortedatum::Unknown);
    }
    let year = number(text.get(..4).unwrap_or("")).and_then(|year| i32::try_from(year).ok());
    let month = text.get(5..).and_then(number).filter(|month| (1..=12).contains(month));
    let birth = match (text.len(), year, month) {
        (4, Some(year), _) => Geboortedatum::Year(year),
        (7, Some(year), Some(month)) if text.get(4..5) == Some("-") => Geboortedatum::Month(year, month),
        (4 | 7, ..) => {
            let hint = "Schrijf jjjj-mm-dd, of jjjj-mm, jjjj of `onbekend` als meer niet bekend is.";
            return not_a_date(reader, path, text, "Dit is geen geboortedatum.", hint);
        }
        _ => return date_of_life(reader, path, node).map(Geboortedatum::Day),
    };
    let in_range = year.is_some_and(|year| (FIRST_YEAR_OF_LIFE..=LAST_YEAR).contains(&year));
    if in_range { Some(birth) } else { out_of_range(reader, path, FIRST_YEAR_OF_LIFE) }
}

fn not_a_date<T>(reader: &mut Reader, path: &str, text: &str, message: &str, hint: &str) -> Option<T> {
    let detail = day_first(text).map(|date| format!("schrijf {date}"));
    reader.refuse_with_detail(path, Code::NotADate, message, hint, detail);
    None
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

/// The date of `20-11-2026`, `20/11/2026` or `20.11.2026`.
fn day_first(text: &str) -> Option<Date> {
    let parts: Vec<u32> =
        text.split(['-', '/', '.']).map(|part| number(part.trim())).collect::<Option<_>>()?;
    match parts.as_slice() {
        [day, month, year] => Date::from_ymd(i32::try_from(*year).ok()?, *month, *day),
        _ => None,
    }
}

/// Reads an unquoted `true` or `false`; anything else is F113.
pub(super) fn boolean(reader: &mut Reader, path: &str, node: &Node) -> Option<bool> {
    let scalar = reader.scalar(path, node)?;
    let meant = match scalar.text.to_lowercase().as_str() {
        "true" | "ja" | "yes" | "waar" | "j" | "y" | "on" | "1" => Some(true),
        "false" | "nee" | "no" | "onwaar" | "n" | "off" | "0" => Some(false),
        _ => None,
    };
    match (scalar.plain, scalar.text.as_str()) {
        (true, "true") => Some(true),
        (true, "false") => Some(false),
        _ => {
            let hint = "Schrijf `true` of `false`, zonder aanhalingstekens.";
            let detail = meant.map(|meant| format!("schrijf {meant}"));
            let message = "Dit is geen ja of nee.";
            reader.refuse_with_detail(path, Code::NotABoolean, message, hint, detail);
            None
        }
    }
}

/// Reads a word of a closed list; any other word is F111.
pub(super) fn word<T>(
    from_word: fn(&str) -> Option<T>,
    words: &'static [&'static str],
) -> impl Fn(&mut Reader, &str, &Node) -> Option<T> {
    move |reader, path, node| {
        let text = &reader.scalar(path, node)?.text;
        from_word(text).or_else(|| {
            let hint = format!("Kies uit: {}.", suggest::quoted(words));
            let detail = suggest::nearest(text, words).map(|near| format!("bedoelde u `{near}`?"));
            let message = "Dit woord kent een zaakbestand hier niet.";
            reader.refuse_with_detail(path, Code::UnknownWord, message, &hint, detail);
            None
        })
    }
}

/// Reads a kenmerk; another form is F114.
pub(super) fn kenmerk(reader: &mut Reader, path: &str, node: &Node) -> Option<Kenmerk> {
    let hint = "3 tot 40 tekens: letters, cijfers, `.`, `_` en `-`; het eerste een letter of cijfer.";
    identifier(reader, path, node, Kenmerk::parse, "Dit is geen kenmerk.", hint)
}

/// Reads a V-nummer; another form is F114.
pub(super) fn v_nummer(reader: &mut Reader, path: &str, node: &Node) -> Option<VNummer> {
    let hint = "Een V-nummer heeft tien cijfers; punten en spaties mogen.";
    identifier(reader, path, node, VNummer::parse, "Dit is geen V-nummer.", hint)
}

/// Reads a Dutch postcode; another form is F114.
pub(super) fn postcode(reader: &mut Reader, path: &str, node: &Node) -> Option<Postcode> {
    let hint = "Vier cijfers en twee letters; een adres buiten Nederland heeft `regels` en `land`.";
    identifier(reader, path, node, Postcode::parse, "Dit is geen Nederlandse postcode.", hint)
}

fn identifier<T>(
    reader: &mut Reader,
    path: &str,
    node: &Node,
    parse: fn(&str) -> Option<T>,
    message: &str,
    hint: &str,
) -> Option<T> {
    let text = &reader.scalar(path, node)?.text;
    let parsed = parse(text);
    if parsed.is_none() {
        reader.refuse(path, Code::BadIdentifier, message, hint);
    }
    parsed
}

/// Reads the code of a country; an unknown code is F115.
pub(super) fn country(reader: &mut Reader, path: &str, node: &Node) -> Option<Country> {
    let text = &reader.scalar(path, node)?.text;
    Country::parse(text).or_else(|| {
        let upper = text.to_uppercase();
        let meant = Country::parse(&upper).or_else(|| Country::by_dutch_name(text));
        let detail = meant.map(|country| format!("schrijf {country}"));
        let hint = "Schrijf de drie hoofdletters van de landcode (ISO 3166-1 alpha-3).";
        reader.refuse_with_detail(path, Code::UnknownCountry, "Deze landcode bestaat niet.", hint, detail);
        None
    })
}

/// Reads an item of `nationaliteiten`: the code of a country, `staatloos` or `onbekend`.
pub(super) fn nationality(reader: &mut Reader, path: &str, node: &Node) -> Option<Nationality> {
    match reader.scalar(path, node)?.text.as_str() {
        "staatloos" => Some(Nationality::Stateless),
        "onbekend" => Some(Nationality::Unknown),
        _ => country(reader, path, node).map(Nationality::Of),
    }
}
