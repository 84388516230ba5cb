//! Context of the weigeringsbesluit, from the stickerlocatie, the triage or the border.
//!
//! Which of the three it is shows from the place that is present: stickerlocatie, gemeente or doorlaatpost.

use super::letter_context;

letter_context! {
    /// `weigeringsbesluit.md`.
    pub struct Weigeringsbesluit {
        /// Where the person came for a sticker.
        stickerlocatie: optional ["stap.locatie"],
        /// Which gemeente asked for the triage.
        gemeente: optional ["stap.gemeente"],
        /// At which border crossing point protection was asked.
        doorlaatpost: optional ["stap.doorlaatpost"],
        /// When that was: `20 november 2026`.
        datum_stap: text ["stap.datum"],
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
        /// Length of the term to report in Ter Apel: `2 weken`.
        ter_apel_termijn: optional [],
        /// Last day to report in Ter Apel; present when the letter speaks of asylum.
        ter_apel_uiterlijk: optional ["bekendmaking.datum", "stap.asielwens"],
        /// Where to report in Ter Apel.
        ter_apel_adres: text [],
        /// The form M35-H is handed back.
        m35h: flag [],
        /// Length of the term for bezwaar: `4 weken`.
        bezwaar_termijn: text [],
        /// Last day for bezwaar: `vrijdag 18 december 2026`.
        bezwaar_uiterlijk: text ["bekendmaking.datum"],
        /// Where a bezwaarschrift goes.
        bezwaar_adres: text [],
        /// Where a request for a voorlopige voorziening goes.
        beroep_adres: text [],
        /// What may not be awaited is only what rests on the temporary protection.
        alleen_tijdelijke_bescherming: flag [
            "stap.asielwens",
            "stap.andere_verblijfsgrond",
            "stap.doorlaatpost",
        ],
    }
}
