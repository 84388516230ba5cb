//! `--metagegevens`: what the organisation says for it, or which of its keys are missing.

use super::args::Metagegevens;
use super::usage::Usage;
use crate::diagnostic::Code;
use crate::letter::Organisation;
use crate::metadata::{Kind, Settings};

/// What the organisation says for the kind of metadata that is asked for; `None` where none is.
///
/// # Errors
/// F602 with every key of `organisatie.yaml` that is missing.
pub fn settings(asked: Option<Metagegevens>, organisation: &Organisation) -> Result<Option<Settings>, Usage> {
    let Some(asked) = asked else { return Ok(None) };
    let kind = match asked {
        Metagegevens::Mdto => Kind::Mdto,
        Metagegevens::Zgw => Kind::Zgw,
    };
    Settings::new(kind, &organisation.metagegevens).map(Some).map_err(|missing| {
        let missing: Vec<String> = missing.iter().map(|key| format!("`metagegevens.{key}`")).collect();
        let message = format!(
            "voor `--metagegevens {}` ontbreekt in organisatie.yaml: {}\nhulp: `organisatie-voorbeeld.yaml` laat zien hoe het moet",
            kind.word(),
            missing.join(", ")
        );
        Usage::coded(Code::Organisation, None, &message)
    })
}
