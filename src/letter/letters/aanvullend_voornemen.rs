//! The fields of the aanvullend voornemen after a hearing (WI H6), and how they are filled.

use crate::case::model::{Bekendmaking, Feiten, Gehoor, Herbeoordeling, Voornemen, Zienswijze};
use crate::decide::letter_plan::Intention;
use crate::law::date::Date;
use crate::letter::context::slots::{BIJLAGE, GRONDEN, STEUNT_OP};
use crate::letter::context::{Frame, Reader, context};
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;
use crate::letter::fill::source::{LetterSource, Protection};
use crate::letter::fill::texts::prose;
use crate::words::{Ending, TermKind};

/// The slots of the template.
pub(super) const SLOTS: &[&str] = &[GRONDEN, BIJLAGE, STEUNT_OP];

context! {
    /// The fields of `aanvullend_voornemen.md`.
    pub struct Words with [Reader, Frame] {
        /// Whether an intrekking is intended; otherwise a beëindiging.
        intrekking: flag [Herbeoordeling::voldoet_niet_sinds, Feiten::toegekend_op],
        /// The day of bekendmaking of the first voornemen.
        voornemen_datum: text [Voornemen::datum],
        /// Whether the first voornemen announced the other of the two kinds.
        eerste_plan_anders: flag [Voornemen::soort],
        /// The day of the hearing.
        gehoor_datum: text [Gehoor::datum],
        /// Whether new statements were made at the hearing.
        nieuwe_verklaringen: flag [Gehoor::nieuwe_verklaringen],
        /// What was said at the hearing.
        gehoor_samenvatting: optional [Gehoor::samenvatting],
        /// Another cause for this letter.
        aanleiding: optional [Gehoor::aanleiding],
        /// The day on which a zienswijze on the first voornemen was received.
        zienswijze_ontvangen: optional [Zienswijze::ontvangen],
        /// The day on which protection was granted.
        toegekend_op: text [Feiten::toegekend_op],
        /// The day since which the conditions are not met.
        voldoet_niet_sinds: text [Herbeoordeling::voldoet_niet_sinds],
        /// The length of the term for a zienswijze: `4 weken`.
        zienswijze_termijn: text [],
        /// The last day for a zienswijze: `vrijdag 18 december 2026`.
        zienswijze_uiterlijk: text [Bekendmaking::datum],
        /// The intended effective date, when it lies before the decision.
        beoogde_ingangsdatum: optional [Herbeoordeling::ingangsdatum],
    }
}

pub(super) fn fill(source: &LetterSource<'_>, intention: &Intention) -> Result<Filled, Gap> {
    let step = source.reassessment()?;
    let gehoor = step.gehoor.as_ref().ok_or(Gap::Fact(Herbeoordeling::gehoor))?;
    let protection = Protection::of(source)?;
    let term = source.need_term(TermKind::Zienswijze)?;
    let first = step.voornemen.as_ref();
    Ok(source.filled(&Words {
        intrekking: intention.ending == Ending::Intrekking,
        voornemen_datum: source.around.need_date(first.map(|first| first.datum), Voornemen::datum)?,
        eerste_plan_anders: source.case.stap.first_announced().is_some_and(|kind| kind != intention.ending),
        gehoor_datum: gehoor.datum.dutch(),
        nieuwe_verklaringen: gehoor.nieuwe_verklaringen == Some(true),
        gehoor_samenvatting: prose(gehoor.samenvatting.as_ref()),
        aanleiding: prose(gehoor.aanleiding.as_ref()),
        zienswijze_ontvangen: step.received().map(|z| z.ontvangen.dutch()),
        toegekend_op: protection.granted,
        voldoet_niet_sinds: protection.not_since,
        zienswijze_termijn: term.length,
        zienswijze_uiterlijk: term.last_day,
        beoogde_ingangsdatum: intention.effective.map(Date::dutch),
    }))
}
