//! `voorwaarden_niet_aangetoond`: the person has not shown that the conditions are met (WI H1).

use super::GroundCheck;
use crate::case::model::Grond;
use crate::words::Fact;

pub(super) const READS: &[Fact] = &[];

/// The letter lists what is missing.
pub(super) fn check(check: &mut GroundCheck<'_, '_, '_>) {
    let listed = !check.ground.ontbrekend.is_empty();
    check.require_text(
        listed,
        Grond::ontbrekend,
        "De opsomming van wat de vreemdeling niet heeft laten zien",
    );
}
