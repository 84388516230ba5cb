//! The words of the buitenbehandelingstelling: one letter, two decisions, two remedies (WI H2, Vreemdeling heeft zich niet gemeld).

use crate::case::model::{Afspraak, Bekendmaking, Feiten, TerugkeerFeiten, Vertrektermijn};
use crate::decide::letter_plan::Unprocessed;
use crate::letter::context::letter_context;
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;
use crate::letter::fill::return_decision::ReturnText;
use crate::letter::fill::source::{LetterSource, framed};
use crate::words::TermKind;

/// Slots of the template.
pub(super) const SLOTS: &[&str] = &[];

letter_context! {
    /// `buitenbehandelingstelling.md`.
    pub struct Words {
        /// Day of registration in the BRP: `3 oktober 2026`.
        brp_inschrijving: text [Feiten::brp_inschrijving],
        /// When an appointment was made, too late.
        afspraak_gemaakt_op: optional [Afspraak::gemaakt_op],
        /// Country to return to, as in `terug naar Nigeria`; present when the letter holds a return decision.
        land_van_terugkeer: optional [TerugkeerFeiten::land_van_terugkeer],
        /// That country is a safe third country, beside a bar on return.
        veilig_derde_land: flag [TerugkeerFeiten::veilig_derde_land, TerugkeerFeiten::terugkeerbeletsel],
        /// Countries outside the Union where a return decision holds too, without the one to return to.
        ook_geldig_in: text [TerugkeerFeiten::land_van_terugkeer],
        /// Length of the departure term: `4 weken`.
        vertrek_termijn: optional [TerugkeerFeiten::vertrektermijn],
        /// Last day of the departure term: `vrijdag 18 december 2026`.
        vertrek_uiterlijk: optional [Bekendmaking::datum, TerugkeerFeiten::vertrektermijn],
        /// Why there is no departure term.
        vertrek_motivering: optional [Vertrektermijn::motivering],
        /// Length of the term for bezwaar: `4 weken`.
        bezwaar_termijn: text [],
        /// Last day for bezwaar: `vrijdag 18 december 2026`.
        bezwaar_uiterlijk: text [Bekendmaking::datum],
        /// Where a bezwaarschrift goes.
        bezwaar_adres: text [],
        /// Length of the term for beroep: `4 weken`.
        beroep_termijn: text [],
        /// The term for beroep is the short one of a week.
        beroep_kort: flag [],
        /// Last day for beroep: `vrijdag 18 december 2026`.
        beroep_uiterlijk: text [Bekendmaking::datum],
        /// Where a beroepschrift goes.
        beroep_adres: text [],
    }
}

/// Fills the template.
pub(super) fn fill(source: &LetterSource<'_>, unprocessed: &Unprocessed) -> Result<Filled, Gap> {
    let bezwaar = source.need_term(TermKind::Bezwaar)?;
    let (beroep, beroep_kort) = source.need_appeal()?;
    let tkb = ReturnText::of(source, unprocessed.return_decision.as_ref())?;
    let (facts, around) = (&source.case.feiten, source.around);
    Ok(source.filled(framed!(Words, source, {
        brp_inschrijving: around.need_date(facts.brp_inschrijving, Feiten::brp_inschrijving)?,
        afspraak_gemaakt_op: facts.afspraak.as_ref().map(|made| made.gemaakt_op.dutch()),
        land_van_terugkeer: tkb.land,
        veilig_derde_land: tkb.safe_third_country,
        ook_geldig_in: tkb.elsewhere,
        vertrek_termijn: tkb.length,
        vertrek_uiterlijk: tkb.last_day,
        vertrek_motivering: tkb.motivation,
        bezwaar_termijn: bezwaar.length,
        bezwaar_uiterlijk: bezwaar.last_day,
        bezwaar_adres: around.organisation.bezwaar_adres.clone(),
        beroep_termijn: beroep.length,
        beroep_kort,
        beroep_uiterlijk: beroep.last_day,
        beroep_adres: around.organisation.beroep_adres.clone(),
    })))
}
