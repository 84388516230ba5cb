//! Which proof of residence follows a grant (WI H2, "Tijdelijke bescherming wordt toegekend").
//!
//! Where the WI is silent the answer is none, not a guess.

use super::findings::{Findings, View};
use super::known::Known;
use super::outcome::BewijsVanVerblijf;
use crate::case::model::{Identiteitsdocument, SoortVerblijfsrecht};

const DOCUMENT: &str = "feiten.identiteitsdocument";
const NATIONALITY: &str = "vreemdeling.nationaliteiten";

/// The proof for a person who is granted protection; `None` when the WI does not say.
pub(super) fn of(view: &View<'_>, findings: &mut Findings) -> Option<BewijsVanVerblijf> {
    let facts = &view.case.feiten;
    let (rule, paths, proof): (&str, &[&str], _) = match view.person.under_fourteen() {
        Known::Yes => ("bewijs.onder_14", &["vreemdeling.geboortedatum"], BewijsVanVerblijf::Geen),
        Known::Unknown => return None,
        Known::No if view.person.ukrainian.is_yes() => match facts.identiteitsdocument? {
            Identiteitsdocument::BiometrischPaspoort if facts.dienstplichtig == Some(true) => (
                "bewijs.dienstplichtige",
                &[NATIONALITY, DOCUMENT, "feiten.dienstplichtig"],
                BewijsVanVerblijf::StickerInlegvel,
            ),
            Identiteitsdocument::BiometrischPaspoort => {
                ("bewijs.sticker_paspoort", &[NATIONALITY, DOCUMENT], BewijsVanVerblijf::StickerPaspoort)
            }
            Identiteitsdocument::BinnenlandsPaspoort
            | Identiteitsdocument::IdKaart
            | Identiteitsdocument::Overig => {
                ("bewijs.sticker_inlegvel", &[NATIONALITY, DOCUMENT], BewijsVanVerblijf::StickerInlegvel)
            }
            Identiteitsdocument::VerklaringAmbassade => {
                ("bewijs.o_document", &[NATIONALITY, DOCUMENT], BewijsVanVerblijf::ODocument)
            }
            Identiteitsdocument::Geen => return None,
        },
        Known::No => {
            let right = facts.verblijfsrecht_oekraine.as_ref()?;
            let permanent = right.soort == SoortVerblijfsrecht::Permanent;
            if !(permanent && view.person.third_country.is_yes()) {
                return None;
            }
            (
                "bewijs.o_document_derdelander",
                &[NATIONALITY, "feiten.verblijfsrecht_oekraine.soort"],
                BewijsVanVerblijf::ODocument,
            )
        }
    };
    findings.trace.used(rule, paths.iter().copied());
    Some(proof)
}
