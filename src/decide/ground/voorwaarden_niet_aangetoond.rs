//! `voorwaarden_niet_aangetoond`: the person has not shown that the conditions are met (WI H1).

use super::GroundCheck;
use crate::case::model::Grond;
use crate::decide::weighing::{weigh_entry_stamp, weigh_exclusions_against_family};
use crate::words::{Condition, Fact};

pub(super) const READS: &[Fact] = &[];

/// Requires the list of what is missing; is contradicted by a condition that the facts meet while no exclusion is met.
/// An exclusion against such a condition an officer weighs.
pub(super) fn check(check: &mut GroundCheck<'_, '_, '_>) {
    let listed = !check.ground.ontbrekend.is_empty();
    let what = "De opsomming van wat de vreemdeling niet heeft laten zien";
    check.require_text(listed, Grond::ontbrekend, what);
    let excluded = Condition::EXCLUSIONS.iter().any(|exclusion| check.view.group.result(*exclusion).is_yes());
    if excluded {
        let ground = Grond::grond.at(check.item);
        weigh_exclusions_against_family(ground, check.view, check.findings);
        weigh_entry_stamp(ground, check.view, check.findings);
    } else {
        let message = "Volgens de feiten voldoet de vreemdeling aan een voorwaarde van de doelgroep.";
        check.not_met(Condition::OWN, message);
        check.not_met(Condition::FAMILY, message);
        check.child_questions();
    }
}
