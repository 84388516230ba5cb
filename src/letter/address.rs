//! The lines in the address window, in Dutch postal form.
//!
//! At most six lines, none of which begins with a character that sorting machines misread. What is too long for the
//! window is made to fit, names with initials if need be (docs/spec/pdf.md, Page); an address that cannot be is an error
//! of the case. Nothing is cut off.

use super::address_part::Part;
use super::document::PostalCode;
use super::envelope::{Envelope, Forms};
use super::initials::{initials, short_family_name, short_name};
use crate::case::country::Country;
use crate::case::identifier::{AddressPart, OneLine};
use crate::case::model::{Adres, Gemachtigde, Geslacht, Vreemdeling, WettelijkVertegenwoordiger, Wijze};
use crate::diagnostic::{Code, Diagnostic};
use crate::words::Fact;

/// Who a letter about a minor is for.
const ROLE: &str = "Wettelijk vertegenwoordiger";

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
    let title = match person.geslacht {
        Geslacht::Man => Some("De heer"),
        Geslacht::Vrouw => Some("Mevrouw"),
        Geslacht::Onbekend => None,
    };
    let parts = |wanted: Forms| {
        let mut parts = Vec::new();
        if is_minor {
            if let Some(representative) = &person.wettelijk_vertegenwoordiger {
                let name = representative.naam.as_str();
                parts.push(other_name("", name, WettelijkVertegenwoordiger::naam, wanted));
            }
            let names = forms(person, None, wanted).into_iter();
            let mut child: Vec<_> = names.map(|name| vec![format!("{ROLE} van"), name.join(" ")]).collect();
            // Without room for the name of the child, and then for whose letter it is, the letter itself says it.
            if wanted == Forms::All {
                child.extend([vec![ROLE.to_owned()], Vec::new()]);
            }
            parts.push(Part::name(child, Vreemdeling::achternaam).joining());
        } else {
            parts.push(Part::name(forms(person, title, wanted), Vreemdeling::achternaam));
        }
        if let (Some(name), Some(unknown)) = (parts.first_mut(), unknown) {
            *name = Part::gap(unknown, Vreemdeling::adres);
        }
        parts.extend(place(&person.adres, Vreemdeling::adres, unknown_address(made_known), country_name));
        parts
    };
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
    let parts = |wanted: Forms| {
        let mut parts = match &representative.kantoor {
            Some(office) => vec![
                Part::name([vec![office.to_string()]], Gemachtigde::kantoor),
                other_name("t.a.v. ", name, Gemachtigde::naam, wanted).joining(),
            ],
            None => vec![other_name("", name, Gemachtigde::naam, wanted)],
        };
        parts.extend(place(&representative.adres, Gemachtigde::adres, "", country_name));
        parts
    };
    envelope.lines(parts, Gemachtigde::adres)
}

/// The name of a person in full, with initials, and with initials and one word of the family name.
fn forms(person: &Vreemdeling, title: Option<&str>, wanted: Forms) -> Vec<Vec<String>> {
    let first = person.voornamen.as_ref().map(OneLine::as_str);
    let form = |first: Option<&str>, last: &str| -> Vec<String> {
        let before: Vec<&str> = title.into_iter().chain(first).collect();
        let before = (!before.is_empty()).then(|| before.join(" "));
        before.into_iter().chain([last.to_owned()]).collect()
    };
    let last = person.achternaam.as_str();
    let mut forms = vec![form(first, last)];
    if wanted == Forms::All {
        let letters = first.map(initials);
        forms.extend([last, &short_family_name(last)].map(|last| form(letters.as_deref(), last)));
    }
    forms
}

/// A name of which nobody says which words are first names: in full, and last with one whole word.
fn other_name(before: &str, name: &str, path: Fact, wanted: Forms) -> Part {
    let form = |name: &str| vec![format!("{before}{name}")];
    match wanted {
        Forms::Full => Part::name([form(name)], path),
        Forms::All => Part::name([form(name), form(name), form(&short_name(name))], path),
    }
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
            let street = |straat| {
                let line = Part::line(format!("{straat}{number}"), inside(Adres::straat));
                if locatie.is_some() { line.joining() } else { line }
            };
            let street = straat.iter().map(street);
            let place =
                Part::single(format!("{postcode}  {}", capitals(plaats.as_str())), inside(Adres::plaats));
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
                .map(|(index, line)| {
                    let line = Part::line(line.as_str(), format!("{}[{index}]", inside(Adres::regels)));
                    if index > 0 { line.joining() } else { line }
                })
                .collect();
            if *land != Country::NETHERLANDS {
                lines.push(Part::single(capitals(&country_name(*land)), inside(Adres::land)));
            }
            lines
        }
        Adres::Unknown => vec![Part::single(unknown_address, fact)],
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
