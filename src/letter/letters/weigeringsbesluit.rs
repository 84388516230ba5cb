//! The fields of the weigeringsbesluit after the stickerlocatie, the triage or the border (WI H2), and how they are
//! filled.

use crate::case::model::{Bekendmaking, Grens, Stap, Stickerlocatie, Triage, Vreemdeling};
use crate::decide::letter_plan::{Refusal, RefusalPlace, TerApel};
use crate::letter::context::letter_context;
use crate::letter::context::slots::GRONDEN;
use crate::letter::fill::filled::Filled;
use crate::letter::fill::framed::framed;
use crate::letter::fill::gap::Gap;
use crate::letter::fill::source::LetterSource;
use crate::words::TermKind;

/// The slots of the template.
pub(super) const SLOTS: &[&str] = &[GRONDEN];

letter_context! {
    /// The fields of `weigeringsbesluit.md`.
    pub struct Words with return_decision {
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
        /// The address in Ter Apel.
        ter_apel_adres: text [],
        /// Whether the form M35-H is handed back with the letter.
        m35h: flag [],
        /// The length of the term for bezwaar: `4 weken`.
        bezwaar_termijn: text [],
        /// The last day for bezwaar: `vrijdag 18 december 2026`.
        bezwaar_uiterlijk: text [Bekendmaking::datum],
        /// The address for a bezwaarschrift.
        bezwaar_adres: text [],
        /// The address for a request for a voorlopige voorziening.
        beroep_adres: text [],
        /// Whether the person asked asylum at the border; otherwise the KMar refuses entry.
        asiel_aan_de_grens: flag [Grens::asielaanvraag],
        /// Whether the letter sends the person to Ter Apel as soon as possible, without a term.
        ter_apel_zo_snel_mogelijk: flag [Triage::asielwens],
        /// Whether the person has the nationality of a member state, and so rights of his own.
        eu_burger: flag [Vreemdeling::nationaliteiten],
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
    let addresses = source.around.organisation;
    Ok(source.filled(framed!(Words, source, refusal.return_decision.as_ref(), refusal.revived, {
        stickerlocatie,
        gemeente,
        doorlaatpost,
        datum_stap: source.case.stap.day().dutch(),
        ter_apel_termijn,
        ter_apel_uiterlijk,
        ter_apel_adres: addresses.ter_apel_adres.clone(),
        m35h: refusal.m35h,
        bezwaar_termijn: bezwaar.length,
        bezwaar_uiterlijk: bezwaar.last_day,
        bezwaar_adres: addresses.bezwaar_adres.clone(),
        beroep_adres: addresses.beroep_adres.clone(),
        asiel_aan_de_grens: asylum_at_border,
        ter_apel_zo_snel_mogelijk: refusal.ter_apel == TerApel::AsSoonAsPossible,
        eu_burger: source.plan.person.eu_citizen,
    })))
}
