//! The fields of the intrekkingsbesluit and the beeindigingsbesluit, and how they are filled: the answer to the
//! zienswijze, the effective date, the consequences, beroep (WI H6).

use crate::case::model::{
    AanvullendVoornemen, AanvullendeZienswijze, Asielbesluit, Bekendmaking, Feiten, Gehoor, Grond,
    Herbeoordeling, VerblijfBuitenNederland, Voornemen, Zaak, Zienswijze,
};
use crate::decide::letter_plan::EndingDecision;
use crate::letter::context::slots::{BIJLAGE, GRONDEN, STEUNT_OP};
use crate::letter::context::{Frame, Reader, ReturnWords, context};
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;
use crate::letter::fill::reader;
use crate::letter::fill::source::{LetterSource, Protection};
use crate::letter::fill::texts::prose;
use crate::words::TermKind;

/// The slots of the template.
pub(super) const SLOTS: &[&str] = &[GRONDEN, BIJLAGE, STEUNT_OP];

context! {
    /// The fields of `intrekkingsbesluit.md` and `beeindigingsbesluit.md`.
    pub struct Words with [Reader, Frame, ReturnWords] {
        /// The day from which there is no protection: `20 november 2026`.
        ingangsdatum: text [Herbeoordeling::ingangsdatum, Zaak::dagtekening, Bekendmaking::datum],
        /// Whether that day lies before the day of the decision.
        terugwerkend: flag [Herbeoordeling::ingangsdatum],
        /// The day on which protection was granted.
        toegekend_op: text [Feiten::toegekend_op],
        /// The day since which the conditions are not met.
        voldoet_niet_sinds: text [Herbeoordeling::voldoet_niet_sinds],
        /// The day of bekendmaking of the voornemen.
        voornemen_datum: optional [Voornemen::datum],
        /// The day on which the zienswijze on the voornemen was received; absent when none was given.
        zienswijze_ontvangen: optional [Zienswijze::ontvangen],
        /// What that zienswijze says.
        zienswijze_samenvatting: optional [Zienswijze::samenvatting],
        /// The officer's answer to that zienswijze.
        zienswijze_reactie: optional [Zienswijze::reactie],
        /// The day of bekendmaking of an aanvullend voornemen.
        aanvullend_datum: optional [AanvullendVoornemen::datum],
        /// The day on which the zienswijze on the aanvullend voornemen was received.
        aanvullende_zienswijze_ontvangen: optional [AanvullendeZienswijze::ontvangen],
        /// What that zienswijze says.
        aanvullende_zienswijze_samenvatting: optional [AanvullendeZienswijze::samenvatting],
        /// The officer's answer to that zienswijze.
        aanvullende_zienswijze_reactie: optional [AanvullendeZienswijze::reactie],
        /// The day of the hearing.
        gehoor_datum: optional [Gehoor::datum],
        /// What was said at the hearing.
        gehoor_samenvatting: optional [Gehoor::samenvatting],
        /// Whether there were new statements at the gehoor.
        nieuwe_verklaringen: flag [Gehoor::nieuwe_verklaringen],
        /// Why no aanvullend voornemen followed, in the officer's words.
        geen_aanvullend_voornemen: optional [Gehoor::geen_aanvullend_voornemen],
        /// The kenmerk of the separate decision on the asylum application.
        asielbesluit_kenmerk: optional [Asielbesluit::kenmerk],
        /// The day of that decision.
        asielbesluit_datum: optional [Asielbesluit::datum],
        /// Whether the letter tells the person how to continue with the asylum application in Ter Apel.
        ter_apel: flag [],
        /// Whether the person left the Netherlands and was not back on the day of the step.
        nog_weg: flag [VerblijfBuitenNederland::van, VerblijfBuitenNederland::tot],
        /// Whether the person gave protection up for a nareis permit, and that is the only ground.
        op_verzoek: flag [Grond::grond],
        /// The length of the term for bezwaar, on a decision without a voornemen: `4 weken`.
        bezwaar_termijn: optional [],
        /// The last day for bezwaar: `vrijdag 18 december 2026`.
        bezwaar_uiterlijk: optional [Bekendmaking::datum],
        /// The length of the term for beroep: `4 weken`.
        beroep_termijn: optional [],
        /// Whether the term for beroep is the short one, of a week.
        beroep_kort: flag [Herbeoordeling::gronden],
        /// The last day for beroep: `vrijdag 18 december 2026`.
        beroep_uiterlijk: optional [Bekendmaking::datum],
    }
}

pub(super) fn fill(source: &LetterSource<'_>, decision: &EndingDecision) -> Result<Filled, Gap> {
    let (step, around) = (source.reassessment()?, source.around);
    let protection = Protection::of(source)?;
    let on_first = ZienswijzeInWords::of(step.received(), source)?;
    let further = step.aanvullend_voornemen.as_ref();
    let on_further = ZienswijzeInWords::of(further.and_then(AanvullendVoornemen::received), source)?;
    let gehoor = step.gehoor.as_ref();
    let (kenmerk, datum) = match &step.asielbesluit {
        Some(Asielbesluit::Taken { kenmerk, datum, .. }) => (Some(kenmerk.to_string()), Some(datum.dutch())),
        Some(Asielbesluit::Later { .. }) | None => (None, None),
    };
    let (mut bezwaar, mut beroep) = (None, None);
    if decision.own_request && !decision.after_voornemen {
        bezwaar = Some(source.need_term(TermKind::Bezwaar)?);
    } else {
        beroep = Some(source.need_appeal()?);
    }
    let beroep_kort = beroep.as_ref().is_some_and(|(_, short)| *short);
    let (bezwaar_termijn, bezwaar_uiterlijk) = bezwaar.map(|term| (term.length, term.last_day)).unzip();
    let (beroep_termijn, beroep_uiterlijk) = beroep.map(|(term, _)| (term.length, term.last_day)).unzip();
    let first = step.voornemen.as_ref().map(|first| first.datum);
    let announced =
        if decision.after_voornemen { Some(around.need_date(first, Voornemen::datum)?) } else { None };
    source.with_return(
        decision.return_decision.as_ref(),
        decision.revived,
        &Words {
            ingangsdatum: decision.effective.dutch(),
            terugwerkend: decision.retroactive,
            toegekend_op: protection.granted,
            voldoet_niet_sinds: protection.not_since,
            voornemen_datum: announced,
            zienswijze_ontvangen: on_first.ontvangen,
            zienswijze_samenvatting: on_first.samenvatting,
            zienswijze_reactie: on_first.reactie,
            aanvullend_datum: further.map(|v| v.datum.dutch()),
            aanvullende_zienswijze_ontvangen: on_further.ontvangen,
            aanvullende_zienswijze_samenvatting: on_further.samenvatting,
            aanvullende_zienswijze_reactie: on_further.reactie,
            gehoor_datum: gehoor.map(|g| g.datum.dutch()),
            gehoor_samenvatting: prose(gehoor.and_then(|g| g.samenvatting.as_ref())),
            nieuwe_verklaringen: gehoor.is_some_and(|g| g.nieuwe_verklaringen == Some(true)),
            geen_aanvullend_voornemen: prose(gehoor.and_then(|g| g.geen_aanvullend_voornemen.as_ref())),
            asielbesluit_kenmerk: kenmerk,
            asielbesluit_datum: datum,
            ter_apel: decision.ter_apel,
            nog_weg: reader::is_away(source.case),
            op_verzoek: decision.own_request,
            bezwaar_termijn,
            bezwaar_uiterlijk,
            beroep_termijn,
            beroep_kort,
            beroep_uiterlijk,
        },
    )
}

/// The fields of one zienswijze; all absent when none was given.
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
