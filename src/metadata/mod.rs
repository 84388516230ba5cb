//! Metadata beside a letter, for an archive (MDTO) and for a zaaksysteem (ZGW Documenten API): what the letter, the case and
//! the block `metagegevens` of `organisatie.yaml` say, in the form that others read.
//!
//! It is pure, and the same letter always has the same metadata: days come from the case, none from a clock. It holds no
//! personal data, except for the letter itself that a body for the Documenten API carries.

mod base64;
mod described;
mod identification;
mod mdto;
pub mod open_zaak;
pub mod settings;
mod xml;
mod zgw;

pub use described::Described;
pub use settings::{Kind, Settings};

/// How the names of all files with metadata end, behind the name of the letter without its extension.
pub const SUFFIXES: [&str; 3] = [mdto::OBJECT, mdto::FILE, zgw::BODY];

/// A file with metadata: how its name ends behind that of the letter without its extension, and its bytes.
pub type Sidecar = (&'static str, Vec<u8>);

/// The files with metadata of a letter whose file has these bytes.
#[must_use]
pub fn sidecars(settings: &Settings, letter: &Described<'_>, bytes: &[u8]) -> Vec<Sidecar> {
    match settings {
        Settings::Mdto(settings) => {
            vec![(mdto::OBJECT, mdto::object(settings, letter)), (mdto::FILE, mdto::file(settings, letter))]
        }
        Settings::Zgw(settings) => vec![(zgw::BODY, zgw::body(settings, letter, bytes))],
    }
}

/// The name of the letter that a file with this name describes; `None` for the name of something else.
#[must_use]
pub fn describes(name: &str) -> Option<&str> {
    // The longest ending first, because one is the end of another.
    [mdto::FILE, mdto::OBJECT, zgw::BODY].iter().find_map(|suffix| name.strip_suffix(suffix))
}
