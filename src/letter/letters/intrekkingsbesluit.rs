//! The words of the intrekkings- and the beeindigingsbesluit: answer to the zienswijze, effective date, consequences, beroep (WI H6).

use crate::case::model::{
    AanvullendVoornemen, AanvullendeZienswijze, Asielbesluit, Bekendmaking, Feiten, Gehoor, Herbeoordeling,
    Voornemen, Zaak, Zienswijze,
};
use crate::decide::letter_plan::EndingDecision;
use crate::letter::context::letter_context;
use crate::letter::context::slots::GRONDEN;
use crate::letter::fill::filled::Filled;
use crate::letter::fill::framed::framed;
use crate::letter::fill::gap::Gap;
use crate::letter::fill::source::{LetterSource, Protection};
use crate::letter::fill::texts::prose;

/// Slots of the template.
pub(super) const SLOTS: &[&str] = &[GRONDEN];

letter_context! {
    /// `intrekkingsbesluit.md` and `beeindigingsbesluit.md`.
    pub struct Words with return_decision {
        /// From which day there is no protection: `20 november 2026`.
        ingangsdatum: text [Herbeoordeling::ingangsdatum, Zaak::dagtekening, Bekendmaking::datum],
        /// That day lies before the day of the decision.
        terugwerkend: flag [Herbeoordeling::ingangsdatum],
        /// Since when the person had protection.
        toegekend_op: text [Feiten::toegekend_op],
        /// From which day the conditions are not met.
        voldoet_niet_sinds: text [Herbeoordeling::voldoet_niet_sinds],
        /// When the voornemen was made known.
        voornemen_datum: text [Voornemen::datum],
        /// When the zienswijze on it came; absent when none was given.
        zienswijze_ontvangen: optional [Zienswijze::ontvangen],
        /// What it says.
        zienswijze_samenvatting: optional [Zienswijze::samenvatting],
        /// The answer to it.
        zienswijze_reactie: optional [Zienswijze::reactie],
        /// When an aanvullend voornemen was made known.
        aanvullend_datum: optional [AanvullendVoornemen::datum],
        /// When the zienswijze on that one came.
        aanvullende_zienswijze_ontvangen: optional [AanvullendeZienswijze::ontvangen],
        /// What it says.
        aanvullende_zienswijze_samenvatting: optional [AanvullendeZienswijze::samenvatting],
        /// The answer to it.
        aanvullende_zienswijze_reactie: optional [AanvullendeZienswijze::reactie],
        /// When the hearing was.
        gehoor_datum: optional [Gehoor::datum],
        /// What was said at the hearing.
        gehoor_samenvatting: optional [Gehoor::samenvatting],
        /// Reference of the separate decision on the asylum application.
        asielbesluit_kenmerk: optional [Asielbesluit::kenmerk],
        /// Its date.
        asielbesluit_datum: optional [Asielbesluit::datum],
        /// Who has asylum motives reports promptly in Ter Apel.
        ter_apel: flag [],
        /// Where that is.
        ter_apel_adres: text [],
        /// Length of the term for beroep: `4 weken`.
        beroep_termijn: text [],
        /// The term for beroep is the short one of a week.
        beroep_kort: flag [Herbeoordeling::gronden],
        /// Last day for beroep: `vrijdag 18 december 2026`.
        beroep_uiterlijk: text [Bekendmaking::datum],
        /// Where a beroepschrift goes.
        beroep_adres: text [],
    }
}

/// Fills the template.
pub(super) fn fill(source: &LetterSource<'_>, decision: &EndingDecision) -> Result<Filled, Gap> {
    let (step, around) = (source.reassessment()?, source.around);
    let protection = Protection::of(source)?;
    let on_first = ZienswijzeInWords::of(step.zienswijze.as_ref(), source)?;
    let further = step.aanvullend_voornemen.as_ref();
    let on_further = ZienswijzeInWords::of(further.and_then(|v| v.zienswijze.as_ref()), source)?;
    let gehoor = step.gehoor.as_ref();
    let (kenmerk, datum) = match &step.asielbesluit {
        Some(Asielbesluit::Taken { kenmerk, datum, .. }) => (Some(kenmerk.to_string()), Some(datum.dutch())),
        Some(Asielbesluit::Later { .. }) | None => (None, None),
    };
    let (beroep, beroep_kort) = source.need_appeal()?;
    let first = step.voornemen.as_ref().map(|first| first.datum);
    Ok(source.filled(framed!(Words, source, decision.return_decision.as_ref(), {
        ingangsdatum: decision.effective.dutch(),
        terugwerkend: decision.retroactive,
        toegekend_op: protection.granted,
        voldoet_niet_sinds: protection.not_since,
        voornemen_datum: around.need_date(first, Voornemen::datum)?,
        zienswijze_ontvangen: on_first.ontvangen,
        zienswijze_samenvatting: on_first.samenvatting,
        zienswijze_reactie: on_first.reactie,
        aanvullend_datum: further.map(|v| v.datum.dutch()),
        aanvullende_zienswijze_ontvangen: on_further.ontvangen,
        aanvullende_zienswijze_samenvatting: on_further.samenvatting,
        aanvullende_zienswijze_reactie: on_further.reactie,
        gehoor_datum: gehoor.map(|g| g.datum.dutch()),
        gehoor_samenvatting: prose(gehoor.and_then(|g| g.samenvatting.as_ref())),
        asielbesluit_kenmerk: kenmerk,
        asielbesluit_datum: datum,
        ter_apel: decision.ter_apel,
        ter_apel_adres: around.organisation.ter_apel_adres.clone(),
        beroep_termijn: beroep.length,
        beroep_kort,
        beroep_uiterlijk: beroep.last_day,
        beroep_adres: around.organisation.beroep_adres.clone(),
    })))
}

/// A zienswijze as the letter tells it; all absent when none was given.
#[derive(Default)]
struct ZienswijzeInWords {
    ontvangen: Option<String>,
    samenvatting: Option<String>,
    reactie: Option<String>,
}

impl ZienswijzeInWords {
    fn of(given: Option<&Zienswijze>, source: &LetterSource<'_>) -> Result<Self, Gap> {
        let (Some(given), around) = (given, source.around) else { return Ok(Self::default()) };
        Ok(Self {
            ontvangen: Some(given.ontvangen.dutch()),
            samenvatting: Some(around.need(given.samenvatting.as_ref(), Zienswijze::samenvatting)?),
            reactie: Some(around.need(given.reactie.as_ref(), Zienswijze::reactie)?),
        })
    }
}
