//! Which proof of residence follows a grant (WI H2, "Tijdelijke bescherming wordt toegekend").
//!
//! Where the WI does not say, there is no answer; the program does not guess.

use super::case_view::CaseView;
use super::findings::Findings;
use super::known::Known;
use super::outcome::BewijsVanVerblijf as Proof;
use crate::case::model::{
    Feiten, Identiteitsdocument, SoortVerblijfsrecht, VerblijfsrechtOekraine, Vreemdeling,
};
use crate::words::{Fact, Rule};

/// The proof for a person who is granted protection; `None` when the WI does not say.
pub(super) fn proof(view: &CaseView<'_>, findings: &mut Findings<'_>) -> Option<Proof> {
    const DOCUMENT: &[Fact] = &[Vreemdeling::nationaliteiten, Feiten::identiteitsdocument];
    let facts = &view.case.feiten;
    let (rule, read, proof): (Rule, &[Fact], Proof) = match view.person.below_age_of_proof() {
        Known::Yes if view.holds(Rule::BewijsOnder14) => {
            (Rule::BewijsOnder14, &[Vreemdeling::geboortedatum], Proof::Geen)
        }
        Known::Unknown => return None,
        _ if view.person.ukrainian.is_yes() => match facts.identiteitsdocument? {
            Identiteitsdocument::BiometrischPaspoort
                if facts.dienstplichtig == Some(true) && view.holds(Rule::BewijsDienstplichtige) =>
            {
                (
                    Rule::BewijsDienstplichtige,
                    &[Vreemdeling::nationaliteiten, Feiten::identiteitsdocument, Feiten::dienstplichtig],
                    Proof::StickerInlegvel,
                )
            }
            Identiteitsdocument::BiometrischPaspoort => {
                (Rule::BewijsStickerPaspoort, DOCUMENT, Proof::StickerPaspoort)
            }
            Identiteitsdocument::BinnenlandsPaspoort
            | Identiteitsdocument::IdKaart
            | Identiteitsdocument::Overig => (Rule::BewijsStickerInlegvel, DOCUMENT, Proof::StickerInlegvel),
            Identiteitsdocument::VerklaringAmbassade => (Rule::BewijsODocument, DOCUMENT, Proof::ODocument),
            Identiteitsdocument::Geen => return None,
        },
        _ => {
            let right = facts.verblijfsrecht_oekraine.as_ref()?;
            let permanent = right.soort == Some(SoortVerblijfsrecht::Permanent);
            if !(permanent && view.person.third_country.is_yes()) {
                return None;
            }
            (
                Rule::BewijsODocumentDerdelander,
                &[Vreemdeling::nationaliteiten, VerblijfsrechtOekraine::soort],
                Proof::ODocument,
            )
        }
    };
    findings.used(rule, read.iter().copied()).then_some(proof)
}
