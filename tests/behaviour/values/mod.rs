//! What a case file may hold, seen in the letters: real names of many languages, and addresses as registers
//! have them.

use crate::support::desk::case_of;
use crate::support::{assess, pipeline};
use rtbrief::letter::document::Document;
use rtbrief::pipeline::Format;

const NAMES: &str = include_str!("namen.tsv");
const CASE: &str = "weigering-inreisstempel";

/// A row of the file of names.
struct Person<'t> {
    first: Option<&'t str>,
    last: &'t str,
    /// The family name behind `Geachte heer`.
    addressed: &'t str,
}

fn people() -> Vec<Person<'static>> {
    let row = |line: &'static str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [_, first, last, ..] = cells[..] else { panic!("{line}") };
        let first = Some(first).filter(|first| !first.is_empty());
        Person { first, last, addressed: cells.get(3).unwrap_or(&last) }
    };
    NAMES.lines().filter(|line| !line.starts_with('#')).map(row).collect()
}

/// A value as an officer would write it: without quotes where YAML allows it.
fn written(value: &str) -> String {
    if value.starts_with('\'') { format!("\"{value}\"") } else { value.to_owned() }
}

/// The case with other lines in the place of those that begin with these keys.
fn case_with(changes: &[(&str, Option<String>)]) -> String {
    let mut lines: Vec<String> = case_of(CASE).lines().map(str::to_owned).collect();
    for (key, value) in changes {
        let begin = format!("  {key}: ");
        let at = lines.iter().position(|line| line.starts_with(&begin)).unwrap_or_else(|| panic!("{key}"));
        match value {
            Some(value) => lines[at] = format!("{begin}{value}"),
            None => drop(lines.remove(at)),
        }
    }
    lines.join("\n") + "\n"
}

/// The only letter of a case, and its text.
fn letter(case: &str) -> Result<(Document, String), String> {
    let mut found = assess(pipeline(), case.as_bytes());
    let assessed = found.remove(0);
    match &assessed.letters[..] {
        [letter] => {
            let text = pipeline().render(letter, Format::Text).map_err(|error| format!("{error:?}"))?;
            Ok((letter.clone(), String::from_utf8(text).unwrap()))
        }
        _ => Err(format!(
            "{:?}",
            assessed.diagnostics().iter().map(|d| (d.code, &d.message)).collect::<Vec<_>>()
        )),
    }
}

#[test]
fn every_real_name_stands_in_its_letter_as_it_is_written() {
    let people = people();
    assert!(people.len() >= 500, "{}", people.len());
    for Person { first, last, addressed } in people {
        let case = case_with(&[("achternaam", Some(written(last))), ("voornamen", first.map(written))]);
        let (letter, text) = letter(&case).unwrap_or_else(|found| panic!("{first:?} {last}: {found}"));
        let full = first.map_or_else(|| last.to_owned(), |first| format!("{first} {last}"));
        assert_eq!(letter.addressee[0], format!("De heer {full}"));
        assert!(text.lines().any(|line| line == format!("Geachte heer {addressed},")), "{last}: {text}");
        let file = pipeline().render(&letter, Format::Pdf);
        assert!(file.is_ok(), "{first:?} {last}: {:?}", file.err());
    }
}

#[test]
fn the_names_that_programs_take_for_something_else_are_among_them() {
    let all = people();
    for name in [
        "Null",
        "No",
        "True",
        "False",
        "O",
        "X",
        "Ng",
        "'t Hart",
        "van 't Veld",
        "IJzerman",
        "ijzerman",
        "d'Artagnan",
        "N'Diaye",
        "Коваленко",
        "Παπαδόπουλος",
        "ʼNkosi",
        "O´Reilly",
        "Onbekend",
    ] {
        assert!(all.iter().any(|person| person.last == name), "{name}");
    }
    let distinct: std::collections::BTreeSet<&str> = all.iter().map(|person| person.last).collect();
    assert!(distinct.len() > 300, "{}", distinct.len());
}

/// The lines of the window for an address.
fn window(adres: &str) -> Result<Vec<String>, String> {
    letter(&case_with(&[("adres", Some(adres.to_owned()))])).map(|(letter, _)| letter.addressee[1..].to_vec())
}

#[test]
fn an_address_without_house_number_has_a_location() {
    let place = "3818 LE  AMERSFOORT";
    let own = "postcode: 3818 LE, plaats: Amersfoort}";
    for (adres, lines) in [
        (format!("{{locatie: Woonboot De Hoop, {own}"), vec!["Woonboot De Hoop", place]),
        (
            format!("{{locatie: Woonboot De Hoop, straat: Oude Haven, {own}"),
            vec!["Woonboot De Hoop", "Oude Haven", place],
        ),
        (
            format!(
                "{{locatie: Woonboot De Hoop, straat: Oude Haven, huisnummer: 12, toevoeging: bis, {own}"
            ),
            vec!["Woonboot De Hoop", "Oude Haven 12 bis", place],
        ),
        (
            format!("{{straat: tegenover 1e Exloërmond, huisnummer: 3, {own}"),
            vec!["tegenover 1e Exloërmond 3", place],
        ),
    ] {
        assert_eq!(window(&adres).unwrap(), lines, "{adres}");
    }
    for adres in [
        format!("{{locatie: Woonboot De Hoop, huisnummer: 3, {own}"),
        format!("{{locatie: Woonboot De Hoop, straat: Oude Haven, toevoeging: A, {own}"),
        format!("{{straat: Oude Haven, {own}"),
        format!("{{{own}"),
    ] {
        assert!(window(&adres).is_err_and(|found| found.contains("Missing")), "{adres}");
    }
}

#[test]
fn the_country_of_a_foreign_address_stands_there_once() {
    for regels in [
        "[Musterstraße 5, 10115 Berlin]",
        "[Musterstraße 5, 10115 Berlin, Duitsland]",
        "[Musterstraße 5, 10115 Berlin, DEU]",
    ] {
        let lines = window(&format!("{{regels: {regels}, land: DEU}}")).unwrap();
        assert_eq!(lines, ["Musterstraße 5", "10115 Berlin", "DUITSLAND"], "{regels}");
    }
    // A line that is more than the country, or the only one, stays.
    assert_eq!(window("{regels: [Rue 5, Luxemburg-Stad], land: LUX}").unwrap()[1], "Luxemburg-Stad");
    assert_eq!(window("{regels: [Monaco], land: MCO}").unwrap(), ["Monaco", "MONACO"]);
}
