//! `geen_gezinslid`: outside the circle of family members (WI H1 under b).

use super::GroundCheck;
use crate::case::model::Gezinsband;
use crate::words::Fact;

pub(super) const READS: &[Fact] = &[Gezinsband::relatie];

/// A family condition that is met contradicts it.
pub(super) fn check(check: &mut GroundCheck<'_, '_, '_>) {
    let tie = check.view.case.feiten.gezinsband.as_ref();
    if tie.and_then(|tie| tie.relatie).is_none() {
        return check.need(Gezinsband::relatie, "Wat is de vreemdeling van de referent?");
    }
    if check.view.group.family_met() {
        check.contradict("De vreemdeling hoort bij de kring van gezinsleden.", READS);
    }
}
