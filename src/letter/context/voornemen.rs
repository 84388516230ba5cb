//! Contexts of the voornemens: what is intended, why, and how the person can answer.
//!
//! Intrekking and beëindiging have texts of their own and need the same facts.

use super::letter_context;

letter_context! {
    /// `voornemen_intrekking.md` and `voornemen_beeindiging.md`.
    pub struct Voornemen {
        /// Since when the person has protection: `1 februari 2024`.
        toegekend_op: text ["feiten.toegekend_op"],
        /// From which day the conditions are not met.
        voldoet_niet_sinds: text ["stap.voldoet_niet_sinds"],
        /// Who reported: `de gemeente Utrecht`.
        melding_van: optional ["stap.melding.van"],
        /// When that was.
        melding_datum: optional ["stap.melding.datum"],
        /// Length of the term for a zienswijze: `4 weken`.
        zienswijze_termijn: text [],
        /// Last day for a zienswijze: `vrijdag 18 december 2026`.
        zienswijze_uiterlijk: text ["bekendmaking.datum"],
        /// Where a zienswijze goes.
        zienswijze_adres: text [],
        /// Effective date that is intended, where it lies before the decision.
        beoogde_ingangsdatum: optional ["stap.ingangsdatum"],
    }
}

letter_context! {
    /// `aanvullend_voornemen.md`.
    pub struct AanvullendVoornemen {
        /// Intrekking; otherwise beëindiging.
        intrekking: flag ["stap.voldoet_niet_sinds", "feiten.toegekend_op"],
        /// When the first voornemen was made known.
        voornemen_datum: text ["stap.voornemen.datum"],
        /// When the hearing was.
        gehoor_datum: text ["stap.gehoor.datum"],
        /// New statements were made at the hearing.
        nieuwe_verklaringen: flag ["stap.gehoor.nieuwe_verklaringen"],
        /// What was said at the hearing.
        gehoor_samenvatting: optional ["stap.gehoor.samenvatting"],
        /// Another cause for this letter.
        aanleiding: optional ["stap.gehoor.aanleiding"],
        /// When a zienswijze on the first voornemen came.
        zienswijze_ontvangen: optional ["stap.zienswijze.ontvangen"],
        /// Since when the person has protection.
        toegekend_op: text ["feiten.toegekend_op"],
        /// From which day the conditions are not met.
        voldoet_niet_sinds: text ["stap.voldoet_niet_sinds"],
        /// Length of the term for a zienswijze: `4 weken`.
        zienswijze_termijn: text [],
        /// Last day for a zienswijze: `vrijdag 18 december 2026`.
        zienswijze_uiterlijk: text ["bekendmaking.datum"],
        /// Where a zienswijze goes.
        zienswijze_adres: text [],
        /// Effective date that is intended, where it lies before the decision.
        beoogde_ingangsdatum: optional ["stap.ingangsdatum"],
    }
}
