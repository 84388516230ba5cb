//! MDTO 1.0.1 (Nationaal Archief): the record (`informatieobject`) and its file (`bestand`), each in a file of its own.
//!
//! The schema is a sequence: the order of the elements is fixed.

use super::described::Described;
use super::settings::Mdto;
use super::xml::Xml;
use crate::letter::metagegevens::{Begrip, Waardering};

/// How the name of the file about the record ends.
pub const OBJECT: &str = ".MDTO.xml";
/// How the name of the file about the PDF ends.
pub const FILE: &str = ".pdf.bestand.MDTO.xml";

/// The namespace, with the place of the schema.
const ROOT: &str = " xmlns=\"https://www.nationaalarchief.nl/mdto\" \
     xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
     xsi:schemaLocation=\"https://www.nationaalarchief.nl/mdto https://www.nationaalarchief.nl/mdto/MDTO-XML1.0.1.xsd\"";
/// The language of every letter, as a tag of RFC 3066.
const LANGUAGE: &str = "nl";
/// PDF/A-2a in the register PRONOM.
const FORMAT: (&str, &str) = ("Acrobat PDF/A - Portable Document Format", "fmt/476");
/// The system from which the code of [`FORMAT`] is.
const FORMATS: &str = "PRONOM";

/// The file about the record.
pub fn object(settings: &Mdto, letter: &Described<'_>) -> Vec<u8> {
    document("informatieobject", |xml| {
        identification(xml, "identificatie", letter.stem, &settings.source);
        xml.text("naam", &letter.title());
        notion(xml, "aggregatieniveau", "Archiefstuk", None, "Aggregatieniveaus");
        if letter.is_copy {
            xml.text("omschrijving", "Afschrift voor de gemachtigde");
        }
        xml.text("taal", LANGUAGE);
        xml.group("event", |xml| {
            notion(xml, "eventType", "Creatie", None, "EventTypeLijst");
            xml.text("eventTijd", letter.date);
            creator(xml, "eventVerantwoordelijkeActor", settings);
        });
        let value = settings.value;
        notion(xml, "waardering", value.label(), Some(value.word()), "Waarderingen");
        if let Some(keeping) = settings.keeping.filter(|_| value != Waardering::Blijvend) {
            xml.group("bewaartermijn", |xml| {
                xml.text("termijnStartdatumLooptijd", letter.made_known);
                xml.text("termijnLooptijd", &keeping.duration());
            });
        }
        if let Some(category) = &settings.category {
            own_notion(xml, "informatiecategorie", category);
        }
        xml.group("isOnderdeelVan", |xml| {
            xml.text("verwijzingNaam", &format!("Zaak {}", letter.kenmerk));
            identification(xml, "verwijzingIdentificatie", letter.kenmerk, &settings.source);
        });
        xml.group("heeftRepresentatie", |xml| {
            xml.text("verwijzingNaam", letter.file);
            identification(xml, "verwijzingIdentificatie", &file_identification(letter), &settings.source);
        });
        creator(xml, "archiefvormer", settings);
        for limit in &settings.limits {
            xml.group("beperkingGebruik", |xml| own_notion(xml, "beperkingGebruikType", limit));
        }
    })
}

/// The file about the PDF.
pub fn file(settings: &Mdto, letter: &Described<'_>) -> Vec<u8> {
    document("bestand", |xml| {
        identification(xml, "identificatie", &file_identification(letter), &settings.source);
        xml.text("naam", letter.file);
        xml.text("omvang", &letter.length.to_string());
        notion(xml, "bestandsformaat", FORMAT.0, Some(FORMAT.1), FORMATS);
        xml.group("checksum", |xml| {
            notion(xml, "checksumAlgoritme", "SHA-256", None, "ChecksumAlgoritme");
            xml.text("checksumWaarde", &letter.hash.to_string());
            // The schema wants a time; the day of the letter is the only moment that does not come from a clock.
            xml.text("checksumDatum", &format!("{}T00:00:00", letter.date));
        });
        xml.group("isRepresentatieVan", |xml| {
            xml.text("verwijzingNaam", &letter.title());
            identification(xml, "verwijzingIdentificatie", letter.stem, &settings.source);
        });
    })
}

fn document(kind: &'static str, inside: impl FnOnce(&mut Xml)) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("MDTO", ROOT, |xml| xml.group(kind, inside));
    xml.finish()
}

/// The identification of the file, which is not that of the record.
fn file_identification(letter: &Described<'_>) -> String {
    format!("{}.pdf", letter.stem)
}

fn identification(xml: &mut Xml, name: &'static str, value: &str, source: &str) {
    xml.group(name, |xml| {
        xml.text("identificatieKenmerk", value);
        xml.text("identificatieBron", source);
    });
}

fn creator(xml: &mut Xml, name: &'static str, settings: &Mdto) {
    xml.group(name, |xml| {
        xml.text("verwijzingNaam", &settings.creator.naam);
        if let Some(known) = &settings.creator.identificatie {
            identification(xml, "verwijzingIdentificatie", &known.kenmerk, &known.bron);
        }
    });
}

fn own_notion(xml: &mut Xml, name: &'static str, notion_of: &Begrip) {
    notion(xml, name, &notion_of.label, notion_of.code.as_deref(), &notion_of.lijst);
}

fn notion(xml: &mut Xml, name: &'static str, label: &str, code: Option<&str>, list: &str) {
    xml.group(name, |xml| {
        xml.text("begripLabel", label);
        if let Some(code) = code {
            xml.text("begripCode", code);
        }
        xml.group("begripBegrippenlijst", |xml| xml.text("verwijzingNaam", list));
    });
}
