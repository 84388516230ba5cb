//! `geen_gezinslid`: outside the circle of family members (WI H1 under b).

use super::GroundCheck;
use crate::case::model::{Feiten, Gezinsband, Stap};
use crate::decide::doelgroep::family_met_on;
use crate::words::{Condition, Fact};

pub(super) const READS: &[Fact] = &[Gezinsband::relatie];

/// Is contradicted by any condition that is met. Who is outside the circle only for not having lived with the family
/// is for an officer to decide.
pub(super) fn check(check: &mut GroundCheck<'_, '_, '_>) {
    check.not_met(Condition::FAMILY, "De vreemdeling hoort bij de kring van gezinsleden.");
    check.not_met(Condition::OWN, "De vreemdeling valt zelf onder de doelgroep, ook zonder de relatie.");
    let tie = check.view.case.feiten.gezinsband.as_ref();
    if tie.and_then(|tie| tie.relatie).is_none() {
        return check.need(Gezinsband::relatie, "Wat is de vreemdeling van de referent?");
    }
    let view = check.view;
    let ended_later = view.case.feiten.toegekend_op.is_some_and(|granted| {
        matches!(view.case.stap, Stap::Herbeoordeling(_))
            && family_met_on(granted, view.case, &view.person, view.limits)
    });
    if ended_later && !view.group.family_met() {
        let message =
            "De relatie was er bij de toekenning en eindigde later; dat is de grond `gezinsband_verbroken`.";
        check.contradict(message, &[Gezinsband::beeindigd_op, Feiten::toegekend_op]);
    }
    check.open_tie_questions();
}
