//! Context of the opschortingsbrief: why the term stands still, from which day and until what.

use super::letter_context;

letter_context! {
    /// `opschortingsbrief.md`.
    pub struct Opschortingsbrief {
        /// Where the person came for a sticker.
        stickerlocatie: text ["stap.locatie"],
        /// When that was: `20 november 2026`.
        datum_stap: text ["stap.datum"],
        /// First day of the suspension, the day after bekendmaking (Awb 4:15 lid 1).
        opgeschort_vanaf: text ["bekendmaking.datum"],
        /// The officer's words.
        motivering: text ["stap.opschorting.motivering"],
        /// Limb a: what the person must supply.
        gevraagd: optional ["stap.opschorting.gevraagd"],
        /// Limb a: the last day for it.
        aanvulling_uiterlijk: optional ["stap.opschorting.uiterlijk"],
        /// Limb b: which foreign authority was asked.
        instantie: optional ["stap.opschorting.instantie"],
        /// Limb b: a comparison of sentences was asked.
        strafmaatvergelijking: flag ["stap.opschorting.strafmaatvergelijking"],
    }
}
