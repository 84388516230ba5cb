//! Context of the decisions that end protection: what was answered to the voornemen, from which day
//! the decision works and what follows from it.
//!
//! Intrekking and beëindiging have texts of their own and need the same facts.

use super::letter_context;

letter_context! {
    /// `intrekkingsbesluit.md` and `beeindigingsbesluit.md`.
    pub struct EindeBesluit {
        /// From which day there is no protection: `20 november 2026`.
        ingangsdatum: text ["stap.ingangsdatum", "zaak.dagtekening", "bekendmaking.datum"],
        /// That day lies before the day of the decision.
        terugwerkend: flag ["stap.ingangsdatum"],
        /// Since when the person had protection.
        toegekend_op: text ["feiten.toegekend_op"],
        /// From which day the conditions are not met.
        voldoet_niet_sinds: text ["stap.voldoet_niet_sinds"],
        /// When the voornemen was made known.
        voornemen_datum: text ["stap.voornemen.datum"],
        /// When the zienswijze on it came; absent when none was given.
        zienswijze_ontvangen: optional ["stap.zienswijze.ontvangen"],
        /// What it says.
        zienswijze_samenvatting: optional ["stap.zienswijze.samenvatting"],
        /// The answer to it.
        zienswijze_reactie: optional ["stap.zienswijze.reactie"],
        /// When an aanvullend voornemen was made known.
        aanvullend_datum: optional ["stap.aanvullend_voornemen.datum"],
        /// When the zienswijze on that one came.
        aanvullende_zienswijze_ontvangen: optional ["stap.aanvullend_voornemen.zienswijze.ontvangen"],
        /// What it says.
        aanvullende_zienswijze_samenvatting: optional ["stap.aanvullend_voornemen.zienswijze.samenvatting"],
        /// The answer to it.
        aanvullende_zienswijze_reactie: optional ["stap.aanvullend_voornemen.zienswijze.reactie"],
        /// When the hearing was.
        gehoor_datum: optional ["stap.gehoor.datum"],
        /// What was said at the hearing.
        gehoor_samenvatting: optional ["stap.gehoor.samenvatting"],
        /// Reference of the separate decision on the asylum application.
        asielbesluit_kenmerk: optional ["stap.asielbesluit.kenmerk"],
        /// Its date.
        asielbesluit_datum: optional ["stap.asielbesluit.datum"],
        /// Who has asylum motives reports promptly in Ter Apel.
        ter_apel: flag [],
        /// Where that is.
        ter_apel_adres: text [],
        /// Country to return to, as in `terug naar Nigeria`; present when the letter holds a return decision.
        land_van_terugkeer: optional ["stap.land_van_terugkeer"],
        /// That country is a safe third country, beside a bar on return.
        veilig_derde_land: flag ["stap.veilig_derde_land", "stap.terugkeerbeletsel"],
        /// Countries outside the Union where a return decision holds too, without the one to return to.
        ook_geldig_in: text ["stap.land_van_terugkeer"],
        /// Length of the departure term: `4 weken`.
        vertrek_termijn: optional ["stap.vertrektermijn"],
        /// Last day of the departure term: `vrijdag 18 december 2026`.
        vertrek_uiterlijk: optional ["bekendmaking.datum", "stap.vertrektermijn"],
        /// Why there is no departure term.
        vertrek_motivering: optional ["stap.vertrektermijn.motivering"],
        /// Length of the term for beroep: `4 weken`.
        beroep_termijn: text [],
        /// The term for beroep is the short one of a week.
        beroep_kort: flag ["stap.gronden"],
        /// Last day for beroep: `vrijdag 18 december 2026`.
        beroep_uiterlijk: text ["bekendmaking.datum"],
        /// Where a beroepschrift goes.
        beroep_adres: text [],
    }
}
