//! The body that creates a document in the Documenten API of ZGW: only fields that 1.4.2, 1.5 and 1.7 all know.

use super::described::Described;
use super::settings::Zgw;
use super::{base64, identification};
use serde_json::{Value, json};

/// How the name of the file with the body ends.
pub const BODY: &str = ".zgw.json";

/// The fields of a document without its bytes.
pub fn fields(settings: &Zgw, letter: &Described<'_>) -> Value {
    json!({
        "identificatie": identification::of(letter),
        "bronorganisatie": settings.organisation,
        "creatiedatum": letter.date,
        "titel": letter.title(),
        "vertrouwelijkheidaanduiding": settings.secrecy.word(),
        "auteur": settings.author,
        "status": "definitief",
        "formaat": "application/pdf",
        "taal": "dut",
        "bestandsnaam": letter.file,
        "bestandsomvang": letter.length,
        "beschrijving": letter.stem,
        "indicatieGebruiksrecht": null,
        "integriteit": {"algoritme": "sha_256", "waarde": letter.hash.to_string(), "datum": letter.date},
        "informatieobjecttype": settings.types.of(letter.kind),
    })
}

/// The body: the fields, and the bytes of the letter as `inhoud`, so that it can be posted as it is.
pub fn body(settings: &Zgw, letter: &Described<'_>, bytes: &[u8]) -> Vec<u8> {
    let mut out = fields(settings, letter).to_string().into_bytes();
    out.pop();
    out.extend_from_slice(b",\"inhoud\":\"");
    base64::add(&mut out, bytes);
    out.extend_from_slice(b"\"}\n");
    out
}
