//! Reads an address in one of its three forms: a Dutch one by its parts, a foreign one by its lines, or `onbekend`.

use super::reader::{Block, Reader};
use super::scalar::{country, postcode};
use super::text::line;
use crate::case::country::Country;
use crate::case::identifier::Line;
use crate::case::model::Adres;
use crate::diagnostic::{Code, Diagnostic};
use crate::words::Fact;
use crate::yaml::{Node, Value};

/// The highest number of lines of a foreign address. With the name and the country that makes six, as many as fit
/// in the window.
const MAX_LINES: usize = 4;
const DUTCH_KEYS: [Fact; 6] =
    [Adres::locatie, Adres::straat, Adres::huisnummer, Adres::toevoeging, Adres::postcode, Adres::plaats];
const FOREIGN_KEYS: [Fact; 2] = [Adres::regels, Adres::land];

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
    let block = reader.block(path, node);
    block.check_keys(reader, Adres::KEYS);
    let written = |keys: &[Fact]| -> Vec<String> {
        keys.iter().filter(|key| block.get(**key).is_some()).map(|key| block.path_of(*key)).collect()
    };
    let (dutch, foreign) = (written(&DUTCH_KEYS), written(&FOREIGN_KEYS));
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

fn dutch_address(reader: &mut Reader, block: &Block<'_>) -> Option<Adres> {
    let locatie = block.optional(reader, Adres::locatie, line);
    let straat = block.required(reader, Adres::straat, line);
    let huisnummer = block.required(reader, Adres::huisnummer, house_number);
    let toevoeging = block.optional(reader, Adres::toevoeging, line);
    let postcode = block.required(reader, Adres::postcode, postcode);
    let plaats = block.required(reader, Adres::plaats, line);
    Some(Adres::Dutch {
        locatie,
        straat: straat?,
        huisnummer: huisnummer?,
        toevoeging,
        postcode: postcode?,
        plaats: plaats?,
    })
}

fn house_number(reader: &mut Reader, path: &str, node: &Node) -> Option<Line> {
    let number = line(reader, path, node)?;
    if number.as_str().starts_with(|c: char| c.is_ascii_digit()) {
        return Some(number);
    }
    let hint = "Zet het cijfer hier en een letter of toevoeging bij `toevoeging`.";
    reader.refuse(path, Code::BadAddress, "Een huisnummer begint met een cijfer.", hint);
    None
}

fn foreign_address(reader: &mut Reader, block: &Block<'_>) -> Option<Adres> {
    let regels = block.required(reader, Adres::regels, address_lines);
    let land = block.required(reader, Adres::land, foreign_country);
    Some(Adres::Foreign { regels: regels?, land: land? })
}

fn address_lines(reader: &mut Reader, path: &str, node: &Node) -> Option<Vec<Line>> {
    let lines = reader.list(path, node, line)?;
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
