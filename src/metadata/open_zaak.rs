//! The rows of the file that Open Zaak imports documents from: 27 columns in a fixed order, the file by its path.

use super::described::Described;
use super::settings::Zgw;
use super::zgw;
use serde_json::Value;

/// The columns. A dot leads into a group of fields of the Documenten API; a column that it does not know stays empty.
pub const COLUMNS: [&str; 27] = [
    "uuid",
    "identificatie",
    "bronorganisatie",
    "creatiedatum",
    "titel",
    "vertrouwelijkheidaanduiding",
    "auteur",
    "status",
    "formaat",
    "taal",
    "bestandsnaam",
    "bestandsomvang",
    PATH,
    "link",
    "beschrijving",
    "ontvangstdatum",
    "verzenddatum",
    "indicatieGebruiksrecht",
    "verschijningsvorm",
    "ondertekening.soort",
    "ondertekening.datum",
    "integriteit.algoritme",
    "integriteit.waarde",
    "integriteit.datum",
    "informatieobjecttype",
    "zaakUuid",
    "trefwoorden",
];

/// The column with the path of the file.
const PATH: &str = "bestandspad";

/// The cells of a letter; `path` counts from the folder that the import begins at.
#[must_use]
pub fn row(settings: &Zgw, letter: &Described<'_>, path: &str) -> Vec<Value> {
    let fields = zgw::fields(settings, letter);
    let cell = |column: &&str| match *column {
        PATH => path.into(),
        column => column.split('.').try_fold(&fields, |at, key| at.get(key)).cloned().unwrap_or_default(),
    };
    COLUMNS.iter().map(cell).collect()
}
