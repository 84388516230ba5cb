//! Context of the buitenbehandelingstelling: no appointment within four weeks, two remedies.

use super::letter_context;

letter_context! {
    /// `buitenbehandelingstelling.md`.
    pub struct Buitenbehandelingstelling {
        /// Day of registration in the BRP: `3 oktober 2026`.
        brp_inschrijving: text ["feiten.brp_inschrijving"],
        /// When an appointment was made, too late.
        afspraak_gemaakt_op: optional ["feiten.afspraak.gemaakt_op"],
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
        /// Length of the term for bezwaar: `4 weken`.
        bezwaar_termijn: text [],
        /// Last day for bezwaar: `vrijdag 18 december 2026`.
        bezwaar_uiterlijk: text ["bekendmaking.datum"],
        /// Where a bezwaarschrift goes.
        bezwaar_adres: text [],
        /// Length of the term for beroep: `4 weken`.
        beroep_termijn: text [],
        /// The term for beroep is the short one of a week.
        beroep_kort: flag [],
        /// Last day for beroep: `vrijdag 18 december 2026`.
        beroep_uiterlijk: text ["bekendmaking.datum"],
        /// Where a beroepschrift goes.
        beroep_adres: text [],
    }
}
