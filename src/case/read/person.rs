//! Reads `vreemdeling`: the person, and who acts for the person.

use super::address::address;
use super::date::date_of_birth;
use super::reader::{Block, Reader};
use super::scalar::{boolean, nationality, v_nummer, word};
use super::text::line;
use crate::case::country::Nationality;
use crate::case::model::{
    Adres, Case, Gemachtigde, Geslacht, Hoedanigheid, Vreemdeling, WettelijkVertegenwoordiger,
};
use crate::diagnostic::Code;
use crate::words::{Holds, Language};
use crate::yaml::Node;

/// Reads the block `vreemdeling`; `None` when a required value is missing or wrong.
pub(super) fn read(reader: &mut Reader, root: &Block<'_>) -> Option<Vreemdeling> {
    let block = root.required_block(reader, Case::vreemdeling, Vreemdeling::KEYS);
    let v_nummer = block.required(reader, Vreemdeling::v_nummer, v_nummer);
    let achternaam = block.required(reader, Vreemdeling::achternaam, line);
    let voornamen = block.optional(reader, Vreemdeling::voornamen, line);
    let geslacht = block.required(reader, Vreemdeling::geslacht, word(Geslacht::from_word, Geslacht::WORDS));
    let geboortedatum = block.required(reader, Vreemdeling::geboortedatum, date_of_birth);
    let geboorteplaats = block.optional(reader, Vreemdeling::geboorteplaats, line);
    let meerderjarig = block.optional(reader, Vreemdeling::meerderjarig, boolean);
    let nationaliteiten = block.required(reader, Vreemdeling::nationaliteiten, nationalities);
    let adres = block.required(reader, Vreemdeling::adres, address);
    let taal = block.optional(reader, Vreemdeling::taal, word(Language::from_word, Language::WORDS));
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
        taal,
        wettelijk_vertegenwoordiger,
        gemachtigde,
    })
}

fn nationalities(reader: &mut Reader, path: &str, node: &Node) -> Option<Vec<Nationality>> {
    let list = reader.list(path, node, nationality)?;
    if list.is_empty() {
        let hint = Holds::Nationalities.rule();
        reader.refuse(path, Code::EmptyList, "Hier hoort ten minste één nationaliteit.", hint);
        return None;
    }
    Some(list)
}

fn legal_representative(reader: &mut Reader, parent: &Block<'_>) -> Option<WettelijkVertegenwoordiger> {
    let block = parent.optional_block(
        reader,
        Vreemdeling::wettelijk_vertegenwoordiger,
        WettelijkVertegenwoordiger::KEYS,
    )?;
    let naam = block.required(reader, WettelijkVertegenwoordiger::naam, line);
    let hoedanigheid = block.required(
        reader,
        WettelijkVertegenwoordiger::hoedanigheid,
        word(Hoedanigheid::from_word, Hoedanigheid::WORDS),
    );
    Some(WettelijkVertegenwoordiger { naam: naam?, hoedanigheid: hoedanigheid? })
}

fn gemachtigde(reader: &mut Reader, parent: &Block<'_>) -> Option<Gemachtigde> {
    let block = parent.optional_block(reader, Vreemdeling::gemachtigde, Gemachtigde::KEYS)?;
    let naam = block.required(reader, Gemachtigde::naam, line);
    let kantoor = block.optional(reader, Gemachtigde::kantoor, line);
    let adres = block.required(reader, Gemachtigde::adres, known_address);
    Some(Gemachtigde { naam: naam?, kantoor, adres: adres? })
}

/// Reads the address of the gemachtigde. It may not be `onbekend` (F118), because the afschrift is sent to it.
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
