//! The fields of the weigeringsbesluit after the stickerlocatie, the triage or the border (WI H2), and how they are
//! filled.

use crate::case::model::{Bekendmaking, Feiten, Grens, Grond, Stap, Stickerlocatie, Triage};
use crate::decide::letter_plan::{Refusal, RefusalPlace, TerApel};
use crate::letter::context::slots::{BIJLAGE, GRONDEN, STEUNT_OP};
use crate::letter::context::{Frame, Reader, ReturnWords, context};
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;
use crate::letter::fill::source::LetterSource;
use crate::words::{GroundId, TermKind};

/// The slots of the template.
pub(super) const SLOTS: &[&str] = &[GRONDEN, BIJLAGE, STEUNT_OP];

context! {
    /// The fields of `weigeringsbesluit.md`.
    pub struct Words with [Reader, Frame, ReturnWords] {
        /// The stickerlocatie to which the person came.
        stickerlocatie: optional [Stickerlocatie::locatie],
        /// The gemeente that asked for the triage.
        gemeente: optional [Triage::gemeente],
        /// The border crossing point where protection was asked.
        doorlaatpost: optional [Grens::doorlaatpost],
        /// The day of the step: `20 november 2026`.
        datum_stap: text [Stap::datum],
        /// The length of the term to report in Ter Apel: `2 weken`.
        ter_apel_termijn: optional [],
        /// The last day to report in Ter Apel; present when the letter tells the person to report there.
        ter_apel_uiterlijk: optional [Bekendmaking::datum],
        /// Whether the asylum application is rejected for the same reason, in a decision of its own.
        asielaanvraag_afgewezen: flag [Grond::grond],
        /// Whether the form M35-H is handed back with the letter.
        m35h: flag [],
        /// The length of the term for bezwaar: `4 weken`.
        bezwaar_termijn: text [],
        /// The last day for bezwaar: `vrijdag 18 december 2026`.
        bezwaar_uiterlijk: text [Bekendmaking::datum],
        /// Whether the person asked asylum at the border; otherwise the KMar refuses entry.
        asiel_aan_de_grens: flag [Grens::asielaanvraag],
        /// Whether asylum was asked before this step.
        eerder_asiel_gevraagd: flag [Feiten::asielaanvraag_ingediend],
        /// Whether the letter sends the person to Ter Apel as soon as possible, without a term.
        ter_apel_zo_snel_mogelijk: flag [Triage::asielwens],
    }
}

pub(super) fn fill(source: &LetterSource<'_>, refusal: &Refusal) -> Result<Filled, Gap> {
    let mut asylum_at_border = false;
    let (stickerlocatie, gemeente, doorlaatpost) = match &refusal.place {
        RefusalPlace::Stickerlocatie(name) => (Some(name.to_string()), None, None),
        RefusalPlace::Gemeente(name) => (None, Some(name.to_string()), None),
        RefusalPlace::Doorlaatpost { name, asylum } => {
            asylum_at_border = *asylum;
            (None, None, Some(name.to_string()))
        }
    };
    let bezwaar = source.need_term(TermKind::Bezwaar)?;
    let within_term = refusal.ter_apel == TerApel::WithinTerm;
    let ter_apel = if within_term { Some(source.need_term(TermKind::MeldenTerApel)?) } else { None };
    let (ter_apel_termijn, ter_apel_uiterlijk) = ter_apel.map(|term| (term.length, term.last_day)).unzip();
    source.with_return(
        refusal.return_decision.as_ref(),
        refusal.revived,
        &Words {
            stickerlocatie,
            gemeente,
            doorlaatpost,
            datum_stap: source.case.stap.day().dutch(),
            ter_apel_termijn,
            ter_apel_uiterlijk,
            asielaanvraag_afgewezen: source.case.stap.gronden().iter().any(no_biometrics),
            m35h: refusal.m35h,
            bezwaar_termijn: bezwaar.length,
            bezwaar_uiterlijk: bezwaar.last_day,
            asiel_aan_de_grens: asylum_at_border,
            eerder_asiel_gevraagd: source.case.feiten.asielaanvraag_ingediend.is_some(),
            ter_apel_zo_snel_mogelijk: refusal.ter_apel == TerApel::AsSoonAsPossible,
        },
    )
}

fn no_biometrics(ground: &Grond) -> bool {
    ground.grond == GroundId::GeenMedewerkingBiometrie
}
