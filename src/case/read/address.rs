//! Reads an address in one of its three forms: a Dutch one by its parts, a foreign one by its lines, or `onbekend`.

use super::needs::needs;
use super::plausible;
use super::reader::{Block, Reader};
use super::scalar::{Unfit, country, formed, postcode};
use super::text::line;
use crate::case::country::Country;
use crate::case::identifier::{AddressPart, HouseNumber, OneLine, Street};
use crate::case::model::Adres;
use crate::diagnostic::{Code, Diagnostic};
use crate::words::{Fact, Form};
use crate::yaml::{Node, Value};

/// The highest number of lines of a foreign address. With the name and the country that makes six, as many as fit
/// in the window.
const MAX_LINES: usize = 4;

/// Reads an address; one that mixes the Dutch and the foreign form is F118.
pub(super) fn address(reader: &mut Reader, path: &str, node: &Node) -> Option<Adres> {
    match &node.value {
        Value::Scalar(scalar) if scalar.text == "onbekend" => return Some(Adres::Unknown),
        Value::Map(_) => {}
        _ => {
            let hint = "Schrijf `straat`, `huisnummer`, `postcode` en `plaats`; of `regels` en `land`; of `onbekend`.";
            return reader.wrong_shape(path, node, "een adres of `onbekend`", hint);
        }
    }
    let block = reader.block(path, node, Adres::KEYS);
    block.check_keys(reader, Adres::KEYS);
    let written = |keys: &[Fact]| -> Vec<String> {
        keys.iter().filter(|key| block.get(**key).is_some()).map(|key| block.path_of(*key)).collect()
    };
    let (dutch, foreign) = (written(Adres::DUTCH), written(Adres::FOREIGN));
    match (dutch.is_empty(), foreign.is_empty()) {
        (false, false) => {
            reader.unreadable.push(path.to_owned());
            let message = "Dit adres mengt de Nederlandse en de buitenlandse vorm.";
            let paths = foreign.into_iter().chain(dutch.into_iter().take(1));
            reader.diagnostics.push(Diagnostic::new(Code::BadAddress, message, paths).with_hint(
                "In Nederland: straat, huisnummer, postcode en plaats. Daarbuiten: alleen `regels` en `land`.",
            ));
            None
        }
        (true, false) => foreign_address(reader, &block),
        _ => dutch_address(reader, &block),
    }
}

/// A Dutch address: street and number; a location stands in their place, or beside a street without number.
fn dutch_address(reader: &mut Reader, block: &Block<'_>) -> Option<Adres> {
    let has = |key: Fact| block.get(key).is_some();
    let lacks = |key: Fact| !has(key) && needs(block, Adres::DEMANDS, key);
    let located = has(Adres::locatie);
    let locatie = block.optional(reader, Adres::locatie, address_line);
    let straat = block.optional(reader, Adres::straat, address_line);
    if lacks(Adres::straat) {
        reader.missing(
            &block.path_of(Adres::straat),
            "Zet de straat erbij; heeft het adres geen straat, zet dan bij `locatie` waar het is.",
        );
    }
    let huisnummer = block.optional(reader, Adres::huisnummer, house_number);
    twice(reader, block, straat.as_ref(), huisnummer);
    if lacks(Adres::huisnummer) {
        let numbered = straat.as_ref().is_some_and(|street: &Street| ends_in_number(street.as_str()));
        let hint = if numbered {
            "Staat het huisnummer bij `straat`? Haal het daar weg en zet het hier."
        } else {
            "Zet het huisnummer erbij; heeft het adres er geen, zet dan bij `locatie` waar het is, zoals de naam van een woonboot."
        };
        reader.missing(&block.path_of(Adres::huisnummer), hint);
    }
    let toevoeging = block.optional(reader, Adres::toevoeging, line);
    let postcode = block.required(reader, Adres::postcode, postcode);
    let plaats = block.required(reader, Adres::plaats, address_line);
    // What was written and could not be read is reported; what may be absent is.
    let read = |there: bool, key: Fact| there || !has(key);
    let whole = (straat.is_some() && huisnummer.is_some() || located)
        && read(locatie.is_some(), Adres::locatie)
        && read(straat.is_some(), Adres::straat)
        && read(huisnummer.is_some(), Adres::huisnummer)
        && read(toevoeging.is_some(), Adres::toevoeging);
    let (postcode, plaats) = (postcode?, plaats?);
    whole.then_some(Adres::Dutch { locatie, straat, huisnummer, toevoeging, postcode, plaats })
}

/// Whether the last word of a street begins with a digit.
fn ends_in_number(street: &str) -> bool {
    street.rsplit_once(' ').is_some_and(|(_, last)| last.starts_with(|c: char| c.is_ascii_digit()))
}

/// The house number stands behind the street too: the letter would have it twice.
fn twice(reader: &mut Reader, block: &Block<'_>, street: Option<&Street>, number: Option<HouseNumber>) {
    let Some((street, number)) = street.zip(number) else { return };
    let last = street.as_str().rsplit_once(' ').map(|(_, last)| last);
    if last == Some(number.to_string().as_str()) {
        let message = "Het huisnummer staat er twee keer: ook achter de straat.";
        let hint = "Haal het bij `straat` weg.";
        let paths = [block.path_of(Adres::straat), block.path_of(Adres::huisnummer)];
        reader.diagnostics.push(Diagnostic::new(Code::BadAddress, message, paths).with_hint(hint));
    }
}

/// A line of an address that says where it is, not that there is none.
fn address_line<T: OneLine>(reader: &mut Reader, path: &str, node: &Node) -> Option<T> {
    let text: T = line(reader, path, node)?;
    if !plausible::is_no_address(text.as_str()) {
        return Some(text);
    }
    let hint = "Schrijf `adres: onbekend` in plaats van het hele adres; de brief wordt dan uitgereikt.";
    let message = "Hier staat dat er geen vast of bekend adres is; dat is geen regel van een adres.";
    reader.refuse(path, Code::BadAddress, message, hint);
    None
}

/// How a house number begins that is beside or opposite another.
const BESIDE: [&str; 7] = ["t/o", "to ", "tegenover", "bij ", "by ", "nabij", "naast"];

fn house_number(reader: &mut Reader, path: &str, node: &Node) -> Option<HouseNumber> {
    let text = &formed(reader, path, node)?;
    if let Some(number) = HouseNumber::parse(text) {
        return Some(number);
    }
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    // `12.0` is how a spreadsheet writes 12, `007` how a register may write 7.
    let whole = text.strip_suffix(".0").or_else(|| text.strip_suffix(",0")).unwrap_or(text);
    let meant = HouseNumber::parse(whole.trim_start_matches('0')).map(|number| number.to_string());
    let lower = text.to_lowercase();
    let hint = if BESIDE.iter().any(|word| lower.starts_with(word)) {
        "Zet hier alleen het getal en zet het woord voor de straat: `straat: tegenover …`."
    } else if digits || meant.is_some() {
        "Schrijf het getal zonder nullen ervoor en zonder komma of punt. Is er geen huisnummer, laat het dan weg en zet bij `locatie` waar het is."
    } else {
        "Zet hier alleen het getal; zet een letter, een tweede nummer of iets anders erachter bij `toevoeging`."
    };
    let wrong = text.chars().find(|c| !c.is_ascii_digit() && !matches!(c, ' '));
    let message = Form::HouseNumber.rule();
    Unfit { code: Code::BadAddress, message, hint, wrong, meant }.refuse(reader, path)
}

fn foreign_address(reader: &mut Reader, block: &Block<'_>) -> Option<Adres> {
    let regels = block.required(reader, Adres::regels, address_lines);
    let land = block.required(reader, Adres::land, foreign_country);
    Some(Adres::Foreign { regels: regels?, land: land? })
}

fn address_lines(reader: &mut Reader, path: &str, node: &Node) -> Option<Vec<AddressPart>> {
    let lines = reader.list(path, node, address_line)?;
    let hint = "Schrijf één tot vier regels, zonder naam en zonder land.";
    if lines.is_empty() {
        reader.refuse(path, Code::EmptyList, "Hier hoort ten minste één adresregel.", hint);
        return None;
    }
    if lines.len() > MAX_LINES {
        reader.refuse(path, Code::BadAddress, "Dit adres heeft te veel regels.", hint);
        return None;
    }
    Some(lines)
}

fn foreign_country(reader: &mut Reader, path: &str, node: &Node) -> Option<Country> {
    let land = country(reader, path, node)?;
    if land == Country::NETHERLANDS {
        let hint = "Schrijf `straat`, `huisnummer`, `postcode` en `plaats`.";
        let message = "Een adres in Nederland heeft geen `regels` en `land`.";
        reader.refuse(path, Code::BadAddress, message, hint);
        return None;
    }
    Some(land)
}
