//! The words of the weigeringsbesluit, from the stickerlocatie, the triage or the border (WI H2).

use crate::case::model::{Bekendmaking, Grens, Stap, Stickerlocatie, TerugkeerFeiten, Triage};
use crate::decide::letter_plan::{Refusal, RefusalPlace};
use crate::letter::context::letter_context;
use crate::letter::context::slots::GRONDEN;
use crate::letter::fill::filled::Filled;
use crate::letter::fill::framed::framed;
use crate::letter::fill::gap::Gap;
use crate::letter::fill::source::LetterSource;
use crate::words::TermKind;

/// Slots of the template.
pub(super) const SLOTS: &[&str] = &[GRONDEN];

letter_context! {
    /// `weigeringsbesluit.md`.
    pub struct Words with return_decision {
        /// Where the person came for a sticker.
        stickerlocatie: optional [Stickerlocatie::locatie],
        /// Which gemeente asked for the triage.
        gemeente: optional [Triage::gemeente],
        /// At which border crossing point protection was asked.
        doorlaatpost: optional [Grens::doorlaatpost],
        /// When that was: `20 november 2026`.
        datum_stap: text [Stap::datum],
        /// Length of the term to report in Ter Apel: `2 weken`.
        ter_apel_termijn: optional [],
        /// Last day to report in Ter Apel; present when the letter speaks of asylum.
        ter_apel_uiterlijk: optional [Bekendmaking::datum, Triage::asielwens],
        /// Where to report in Ter Apel.
        ter_apel_adres: text [],
        /// The form M35-H is handed back.
        m35h: flag [],
        /// Length of the term for bezwaar: `4 weken`.
        bezwaar_termijn: text [],
        /// Last day for bezwaar: `vrijdag 18 december 2026`.
        bezwaar_uiterlijk: text [Bekendmaking::datum],
        /// Where a bezwaarschrift goes.
        bezwaar_adres: text [],
        /// Where a request for a voorlopige voorziening goes.
        beroep_adres: text [],
        /// What may not be awaited is only what rests on the temporary protection.
        alleen_tijdelijke_bescherming: flag [
            Triage::asielwens,
            TerugkeerFeiten::andere_verblijfsgrond,
            Grens::doorlaatpost,
        ],
    }
}

/// Fills the template.
pub(super) fn fill(source: &LetterSource<'_>, refusal: &Refusal) -> Result<Filled, Gap> {
    let (stickerlocatie, gemeente, doorlaatpost) = match &refusal.place {
        RefusalPlace::Stickerlocatie(name) => (Some(name.to_string()), None, None),
        RefusalPlace::Gemeente(name) => (None, Some(name.to_string()), None),
        RefusalPlace::Doorlaatpost(name) => (None, None, Some(name.to_string())),
    };
    let bezwaar = source.need_term(TermKind::Bezwaar)?;
    let ter_apel = if refusal.ter_apel { Some(source.need_term(TermKind::MeldenTerApel)?) } else { None };
    let (ter_apel_termijn, ter_apel_uiterlijk) = ter_apel.map(|term| (term.length, term.last_day)).unzip();
    let addresses = source.around.organisation;
    Ok(source.filled(framed!(Words, source, refusal.return_decision.as_ref(), {
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
        alleen_tijdelijke_bescherming: refusal.awaiting_only_rtb,
    })))
}
