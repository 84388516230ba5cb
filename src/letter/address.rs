//! The lines in the address window, in Dutch postal form.
//!
//! At most six lines, none of which begins with a character that sorting machines misread. An address that does not
//! fit is an error of the case; nothing is cut off.

use super::document::PostalCode;
use crate::case::country::Country;
use crate::case::identifier::AddressPart;
use crate::case::model::{Adres, Gemachtigde, Geslacht, Vreemdeling, WettelijkVertegenwoordiger};
use crate::diagnostic::{Code, Diagnostic};
use crate::words::Fact;

/// The highest number of lines that fits in the window.
const MAX_LINES: usize = 6;

/// The characters with which a line of an address may not begin.
const BAD_STARTS: [char; 13] = ['@', '(', ')', '=', '[', ']', '"', '\\', '/', ',', '<', '>', '~'];

/// A line with the path of the fact that it shows.
type PathedLine = (String, String);

/// The address of the person, or of the legal representative when the person is a minor.
///
/// `country_name` gives the Dutch name of a country; it is printed in capitals. A letter to an unknown address is
/// handed over, and its address says so.
///
/// # Errors
/// F118 when there are more than six lines, or a line begins with a character that is not allowed there.
pub fn addressee(
    person: &Vreemdeling,
    is_minor: bool,
    country_name: &dyn Fn(Country) -> String,
) -> Result<Vec<String>, Box<Diagnostic>> {
    let name_path =
        if person.voornamen.is_some() { Vreemdeling::voornamen } else { Vreemdeling::achternaam }.to_string();
    let mut lines: Vec<PathedLine> = Vec::new();
    if is_minor {
        if let Some(representative) = &person.wettelijk_vertegenwoordiger {
            let path = WettelijkVertegenwoordiger::naam;
            lines.push((representative.naam.to_string(), path.to_string()));
        }
        lines.push((format!("Wettelijk vertegenwoordiger van {}", person.full_name()), name_path));
    } else {
        let title = match person.geslacht {
            Geslacht::Man => "De heer ",
            Geslacht::Vrouw => "Mevrouw ",
            Geslacht::Onbekend => "",
        };
        lines.push((format!("{title}{}", person.full_name()), name_path));
    }
    lines.extend(place(&person.adres, Vreemdeling::adres, country_name));
    checked(lines, Vreemdeling::adres)
}

/// The address of the gemachtigde, for the afschrift.
///
/// # Errors
/// As [`addressee`]; also when the address is unknown.
pub fn representative(
    representative: &Gemachtigde,
    country_name: &dyn Fn(Country) -> String,
) -> Result<Vec<String>, Box<Diagnostic>> {
    if representative.adres == Adres::Unknown {
        let message = "Een gemachtigde heeft altijd een adres.";
        return Err(Box::new(Diagnostic::new(Code::BadAddress, message, [Gemachtigde::adres])));
    }
    let mut lines = Vec::new();
    match &representative.kantoor {
        Some(office) => {
            lines.push((office.to_string(), Gemachtigde::kantoor.to_string()));
            lines.push((format!("t.a.v. {}", representative.naam), Gemachtigde::naam.to_string()));
        }
        None => lines.push((representative.naam.to_string(), Gemachtigde::naam.to_string())),
    }
    lines.extend(place(&representative.adres, Gemachtigde::adres, country_name));
    checked(lines, Gemachtigde::adres)
}

/// The address as sorting machines read it; `None` when it is not a Dutch address with a house number.
#[must_use]
pub fn post(address: &Adres) -> Option<PostalCode> {
    match address {
        Adres::Dutch { huisnummer: Some(huisnummer), toevoeging, postcode, .. } => Some(PostalCode {
            postcode: postcode.to_string(),
            number: huisnummer.to_string(),
            addition: toevoeging.as_ref().map(ToString::to_string),
        }),
        Adres::Dutch { huisnummer: None, .. } | Adres::Foreign { .. } | Adres::Unknown => None,
    }
}

fn place(address: &Adres, fact: Fact, country_name: &dyn Fn(Country) -> String) -> Vec<PathedLine> {
    let inside = |key: Fact| format!("{fact}.{}", key.key());
    match address {
        Adres::Dutch { locatie, straat, huisnummer, toevoeging, postcode, plaats } => {
            let addition = toevoeging.as_ref().map(ToString::to_string).unwrap_or_default();
            let gap = if addition.is_empty() || addition.starts_with(['-', '/']) { "" } else { " " };
            let number = huisnummer.map(|number| format!(" {number}{gap}{addition}")).unwrap_or_default();
            let stay = locatie.iter().map(|line| (line.to_string(), inside(Adres::locatie)));
            let street = straat.iter().map(|straat| (format!("{straat}{number}"), inside(Adres::straat)));
            let place = (format!("{postcode}  {}", capitals(plaats.as_str())), inside(Adres::plaats));
            stay.chain(street).chain([place]).collect()
        }
        Adres::Foreign { regels, land } => {
            // Who writes the country among the lines as well has it printed once, as the post wants it: last, in
            // capitals.
            let is_land = |line: &AddressPart| {
                [land.dutch_name(), land.code()].iter().any(|name| capitals(line.as_str()) == capitals(name))
            };
            let own = match regels.split_last() {
                Some((last, others)) if !others.is_empty() && is_land(last) => others,
                _ => regels.as_slice(),
            };
            let mut lines: Vec<PathedLine> = own
                .iter()
                .enumerate()
                .map(|(index, line)| (line.to_string(), format!("{}[{index}]", inside(Adres::regels))))
                .collect();
            if *land != Country::NETHERLANDS {
                lines.push((capitals(&country_name(*land)), inside(Adres::land)));
            }
            lines
        }
        Adres::Unknown => vec![("Uitgereikt in persoon".to_owned(), fact.to_string())],
    }
}

fn capitals(text: &str) -> String {
    text.to_uppercase()
}

fn checked(lines: Vec<PathedLine>, fact: Fact) -> Result<Vec<String>, Box<Diagnostic>> {
    if lines.len() > MAX_LINES {
        let message = format!("Dit adres heeft meer dan {MAX_LINES} regels en past niet in het venster.");
        return Err(Box::new(
            Diagnostic::new(Code::BadAddress, message, [fact])
                .with_hint("Zet regels van het adres bij elkaar; naam en land tellen mee."),
        ));
    }
    let bad: Vec<&String> =
        lines.iter().filter(|(line, _)| line.starts_with(BAD_STARTS)).map(|(_, path)| path).collect();
    if !bad.is_empty() {
        let message = "Een regel van een adres mag niet beginnen met een haakje, komma of ander leesteken.";
        return Err(Box::new(Diagnostic::new(Code::BadAddress, message, bad.into_iter().cloned())));
    }
    Ok(lines.into_iter().map(|(line, _)| line).collect())
}
