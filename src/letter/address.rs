//! The lines in the address window, in Dutch postal form.
//!
//! At most six lines, none of which begins with a character that sorting machines misread. A name that is too long
//! for the window goes over two lines (docs/spec/pdf.md, Page). An address that does not fit even so is an error of
//! the case; nothing is cut off.

use super::document::PostalCode;
use super::envelope::{Envelope, Part};
use crate::case::country::Country;
use crate::case::identifier::{AddressPart, OneLine};
use crate::case::model::{Adres, Gemachtigde, Geslacht, Vreemdeling, WettelijkVertegenwoordiger, Wijze};
use crate::diagnostic::{Code, Diagnostic};
use crate::words::Fact;

/// The address of the person, or of the legal representative when the person is a minor.
///
/// `country_name` gives the Dutch name of a country; it is printed in capitals. A letter to an
/// unknown address says how it reaches the person instead: handed over, through the
/// gemachtigde, or in another way. `unknown` stands in the place of a name that is still to be decided.
///
/// # Errors
/// F118 when the lines do not fit the envelope, or a line begins with a character that is not allowed there.
pub fn addressee(
    person: &Vreemdeling,
    made_known: Wijze,
    is_minor: bool,
    unknown: Option<&str>,
    country_name: &dyn Fn(Country) -> String,
    envelope: &Envelope<'_>,
) -> Result<Vec<String>, Box<Diagnostic>> {
    let first_names = person.voornamen.as_ref().map(OneLine::as_str);
    let name_path = if first_names.is_some() { Vreemdeling::voornamen } else { Vreemdeling::achternaam };
    let mut parts = Vec::new();
    if is_minor {
        if let Some(representative) = &person.wettelijk_vertegenwoordiger {
            parts.push(Part::name([representative.naam.as_str()], WettelijkVertegenwoordiger::naam));
        }
        let role = "Wettelijk vertegenwoordiger van";
        parts.push(Part::name([role, &person.full_name()], name_path));
    } else {
        let title = match person.geslacht {
            Geslacht::Man => Some("De heer"),
            Geslacht::Vrouw => Some("Mevrouw"),
            Geslacht::Onbekend => None,
        };
        let before: Vec<&str> = title.into_iter().chain(first_names).collect();
        let before = (!before.is_empty()).then(|| before.join(" "));
        parts.push(Part::name(before.as_deref().into_iter().chain([person.achternaam.as_str()]), name_path));
    }
    if let (Some(name), Some(unknown)) = (parts.first_mut(), unknown) {
        *name = Part::gap(unknown, Vreemdeling::adres);
    }
    parts.extend(place(&person.adres, Vreemdeling::adres, unknown_address(made_known), country_name));
    envelope.lines(parts, Vreemdeling::adres)
}

/// The address of the gemachtigde, for the afschrift.
///
/// # Errors
/// As [`addressee`]; also when the address is unknown.
pub fn representative(
    representative: &Gemachtigde,
    country_name: &dyn Fn(Country) -> String,
    envelope: &Envelope<'_>,
) -> Result<Vec<String>, Box<Diagnostic>> {
    if representative.adres == Adres::Unknown {
        let message = "Een gemachtigde heeft altijd een adres.";
        return Err(Box::new(Diagnostic::new(Code::BadAddress, message, [Gemachtigde::adres])));
    }
    let name = representative.naam.as_str();
    let mut parts = match &representative.kantoor {
        Some(office) => vec![
            Part::name([office.as_str()], Gemachtigde::kantoor),
            Part::name([format!("t.a.v. {name}").as_str()], Gemachtigde::naam),
        ],
        None => vec![Part::name([name], Gemachtigde::naam)],
    };
    parts.extend(place(&representative.adres, Gemachtigde::adres, "", country_name));
    envelope.lines(parts, Gemachtigde::adres)
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

fn place(
    address: &Adres,
    fact: Fact,
    unknown_address: &str,
    country_name: &dyn Fn(Country) -> String,
) -> Vec<Part> {
    let inside = |key: Fact| format!("{fact}.{}", key.key());
    match address {
        Adres::Dutch { locatie, straat, huisnummer, toevoeging, postcode, plaats } => {
            let addition = toevoeging.as_ref().map(ToString::to_string).unwrap_or_default();
            let gap = if addition.is_empty() || addition.starts_with(['-', '/']) { "" } else { " " };
            let number = huisnummer.map(|number| format!(" {number}{gap}{addition}")).unwrap_or_default();
            let stay = locatie.iter().map(|line| Part::line(line.as_str(), inside(Adres::locatie)));
            let street =
                straat.iter().map(|straat| Part::line(format!("{straat}{number}"), inside(Adres::straat)));
            let place =
                Part::line(format!("{postcode}  {}", capitals(plaats.as_str())), inside(Adres::plaats));
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
            let mut lines: Vec<Part> = own
                .iter()
                .enumerate()
                .map(|(index, line)| Part::line(line.as_str(), format!("{}[{index}]", inside(Adres::regels))))
                .collect();
            if *land != Country::NETHERLANDS {
                lines.push(Part::line(capitals(&country_name(*land)), inside(Adres::land)));
            }
            lines
        }
        Adres::Unknown => vec![Part::line(unknown_address, fact)],
    }
}

/// What stands in the place of an unknown address.
const fn unknown_address(made_known: Wijze) -> &'static str {
    match made_known {
        Wijze::Uitreiking => "Uitgereikt in persoon",
        Wijze::Toezending => "Via de gemachtigde",
        Wijze::Anders => "Adres onbekend",
    }
}

fn capitals(text: &str) -> String {
    text.to_uppercase()
}
