//! `derdelander_tijdelijk_verblijfsrecht`: a third-country national with a temporary Ukrainian permit (WI H1,
//! category 1).

use super::GroundCheck;
use crate::case::model::{Feiten, Grond, SoortVerblijfsrecht, Stap, VerblijfsrechtOekraine, Vreemdeling};
use crate::decide::protection;
use crate::decide::weighing::weigh_temporary_right;
use crate::words::Fact;

pub(super) const READS: &[Fact] = &[Vreemdeling::nationaliteiten, VerblijfsrechtOekraine::soort];

/// Another right contradicts it; in a reassessment the day of BRP registration decides whether protection
/// ended by law; beside a family tie a person decides.
pub(super) fn check(check: &mut GroundCheck<'_, '_, '_>) {
    check.third_country_only();
    let facts = &check.view.case.feiten;
    match facts.verblijfsrecht_oekraine.as_ref().and_then(|right| right.soort) {
        None => {
            let question = "Welk verblijfsrecht had de vreemdeling in Oekraïne?";
            check.need_first(VerblijfsrechtOekraine::soort, question);
        }
        Some(soort) if soort != SoortVerblijfsrecht::Tijdelijk => {
            let message = "De vreemdeling had in Oekraïne geen tijdelijk verblijfsrecht.";
            check.contradict(message, &[VerblijfsrechtOekraine::soort]);
        }
        Some(_) => {}
    }
    if matches!(check.view.case.stap, Stap::Herbeoordeling(_)) {
        check.reads(Feiten::brp_inschrijving);
        if facts.brp_inschrijving.is_none() {
            check.need_first(Feiten::brp_inschrijving, protection::registration_question(check.view));
        } else if protection::ended_by_law(check.view) {
            // Protection on this right ended by itself; what is left rests on something else (the answer to V112).
            let message = format!(
                "De bescherming op het tijdelijke verblijfsrecht eindigde op {} vanzelf; wat er nog is, rust op iets anders.",
                check.view.limits.ended_by_law.dutch()
            );
            check.refuse(&message, &[Feiten::brp_inschrijving]);
        }
    }
    check.open_tie_questions();
    weigh_temporary_right(Grond::grond.at(check.item), check.view, check.findings);
}
