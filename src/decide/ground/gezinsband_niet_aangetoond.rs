//! `gezinsband_niet_aangetoond`: the durable relation or family tie was not shown (WI H1 under b).

use super::GroundCheck;
use crate::case::model::{Gezinsband, Grens, Relatie, Stap};
use crate::words::{Condition, Fact};

pub(super) const READS: &[Fact] = &[Gezinsband::relatie, Gezinsband::duurzaam_voor_peilmoment];

/// Is contradicted by a relation that was durable before the war, and by a condition that is met all the same.
pub(super) fn check(check: &mut GroundCheck<'_, '_, '_>) {
    let others = [Condition::B2, Condition::B3];
    check.not_met(&others, "De vreemdeling hoort bij de kring van gezinsleden.");
    check.not_met(Condition::OWN, "De vreemdeling valt zelf onder de doelgroep, ook zonder de relatie.");
    let tie = check.view.case.feiten.gezinsband.as_ref();
    let Some(relation) = tie.and_then(|tie| tie.relatie) else {
        return check.need(Gezinsband::relatie, "Wat is de vreemdeling van de referent?");
    };
    let of_partner = matches!(relation, Relatie::Echtgenoot | Relatie::Partner);
    if of_partner && tie.and_then(|tie| tie.duurzaam_voor_peilmoment) == Some(true) {
        let war = check.view.limits.peilmoment.next().dutch();
        let message = format!("De relatie was duurzaam vóór {war}.");
        check.contradict(&message, &[Gezinsband::duurzaam_voor_peilmoment]);
    }
    if let Stap::Grens(step) = &check.view.case.stap
        && step.gezinsband_aannemelijk == Some(true)
    {
        check.contradict("De gezinsband is aannemelijk gemaakt.", &[Grens::gezinsband_aannemelijk]);
    }
    check.child_questions();
}
