//! `vreemdeling`: the person and who acts for them.

use super::address::address;
use super::keys;
use super::reader::{Block, Reader};
use super::scalar::{boolean, date_of_birth, nationality, v_nummer, word};
use super::text::line;
use crate::case::country::Nationality;
use crate::case::model::{
    Adres, Gemachtigde, Geslacht, Hoedanigheid, Vreemdeling, WettelijkVertegenwoordiger,
};
use crate::diagnostic::Code;
use crate::yaml::Node;

/// `vreemdeling`.
pub(super) fn read(reader: &mut Reader, root: &Block<'_>) -> Option<Vreemdeling> {
    let block = root.required_block(reader, "vreemdeling", &keys::VREEMDELING);
    let v_nummer = block.required(reader, "v_nummer", v_nummer);
    let achternaam = block.required(reader, "achternaam", line);
    let voornamen = block.optional(reader, "voornamen", line);
    let geslacht = block.required(reader, "geslacht", word(Geslacht::from_word, Geslacht::WORDS));
    let geboortedatum = block.required(reader, "geboortedatum", date_of_birth);
    let geboorteplaats = block.optional(reader, "geboorteplaats", line);
    let meerderjarig = block.optional(reader, "meerderjarig", boolean);
    let nationaliteiten = block.required(reader, "nationaliteiten", nationalities);
    let adres = block.required(reader, "adres", address);
    let wettelijk_vertegenwoordiger = legal_representative(reader, &block);
    let gemachtigde = gemachtigde(reader, &block);
    Some(Vreemdeling {
        v_nummer: v_nummer?,
        achternaam: achternaam?,
        voornamen,
        geslacht: geslacht?,
        geboortedatum: geboortedatum?,
        geboorteplaats,
        meerderjarig,
        nationaliteiten: nationaliteiten?,
        adres: adres?,
        wettelijk_vertegenwoordiger,
        gemachtigde,
    })
}

fn nationalities(reader: &mut Reader, path: &str, node: &Node) -> Option<Vec<Nationality>> {
    let list = reader.list(path, node, nationality)?;
    if list.is_empty() {
        let hint = "Schrijf een landcode, `staatloos` of `onbekend`.";
        reader.refuse(path, Code::EmptyList, "Hier hoort ten minste één nationaliteit.", hint);
        return None;
    }
    Some(list)
}

fn legal_representative(reader: &mut Reader, parent: &Block<'_>) -> Option<WettelijkVertegenwoordiger> {
    let keys = &keys::WETTELIJK_VERTEGENWOORDIGER;
    let block = parent.optional_block(reader, "wettelijk_vertegenwoordiger", keys)?;
    let naam = block.required(reader, "naam", line);
    let hoedanigheid =
        block.required(reader, "hoedanigheid", word(Hoedanigheid::from_word, Hoedanigheid::WORDS));
    Some(WettelijkVertegenwoordiger { naam: naam?, hoedanigheid: hoedanigheid? })
}

fn gemachtigde(reader: &mut Reader, parent: &Block<'_>) -> Option<Gemachtigde> {
    let block = parent.optional_block(reader, "gemachtigde", &keys::GEMACHTIGDE)?;
    let naam = block.required(reader, "naam", line);
    let kantoor = block.optional(reader, "kantoor", line);
    let adres = block.required(reader, "adres", known_address);
    Some(Gemachtigde { naam: naam?, kantoor, adres: adres? })
}

/// The address of who gets an afschrift: without one there is nowhere to send it.
fn known_address(reader: &mut Reader, path: &str, node: &Node) -> Option<Adres> {
    let adres = address(reader, path, node)?;
    if adres == Adres::Unknown {
        let hint = "Schrijf het adres, of laat de gemachtigde weg zolang het niet bekend is.";
        let message = "Naar een onbekend adres kan geen afschrift.";
        reader.refuse(path, Code::BadAddress, message, hint);
        return None;
    }
    Some(adres)
}
