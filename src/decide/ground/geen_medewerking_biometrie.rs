//! `geen_medewerking_biometrie`: photo, fingerprints or signature were refused (WI H2).

use super::GroundCheck;
use crate::case::model::Vreemdeling;
use crate::words::Fact;

pub(super) const READS: &[Fact] = &[Vreemdeling::geboortedatum];

/// Is contradicted by the age of a child of whom no fingerprints are taken (Vb 8.27).
pub(super) fn check(check: &mut GroundCheck<'_, '_, '_>) {
    if check.view.person.below_age_of_fingerprints.is_yes() {
        let age = check.view.limits.age_of_fingerprints;
        let message = format!("Van een kind jonger dan {age} jaar worden geen vingerafdrukken afgenomen.");
        check.contradict(&message, READS);
    }
}
