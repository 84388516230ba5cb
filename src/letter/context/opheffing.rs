//! Contexts of the decisions that lift a measure because protection is granted (WI H3).

use super::letter_context;

letter_context! {
    /// `opheffing_inreisverbod.md`.
    pub struct OpheffingInreisverbod {
        /// Lifted for the duration of the protection; otherwise lifted definitively.
        zwaar: flag ["feiten.maatregelen[].soort"],
        /// When the measure was imposed.
        maatregel_datum: optional ["feiten.maatregelen[].datum"],
        /// Reference of that decision.
        maatregel_kenmerk: optional ["feiten.maatregelen[].kenmerk"],
        /// A return decision beside it is suspended.
        terugkeerbesluit_opgeschort: flag ["feiten.maatregelen"],
        /// Until which day temporary protection runs now, as information only.
        rtb_tot: optional ["bekendmaking.datum"],
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

letter_context! {
    /// `opheffing_ongewenstverklaring.md`.
    pub struct OpheffingOngewenstverklaring {
        /// When the measure was imposed.
        maatregel_datum: optional ["feiten.maatregelen[].datum"],
        /// Reference of that decision.
        maatregel_kenmerk: optional ["feiten.maatregelen[].kenmerk"],
        /// A return decision beside it is suspended.
        terugkeerbesluit_opgeschort: flag ["feiten.maatregelen"],
        /// Length of the term for bezwaar: `4 weken`.
        bezwaar_termijn: text [],
        /// Last day for bezwaar: `vrijdag 18 december 2026`.
        bezwaar_uiterlijk: text ["bekendmaking.datum"],
        /// Where a bezwaarschrift goes.
        bezwaar_adres: text [],
    }
}
