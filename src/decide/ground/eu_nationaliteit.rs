//! `eu_nationaliteit`: the person is a national of a member state too (WI H1, category 5).

use super::GroundCheck;
use crate::case::model::Vreemdeling;
use crate::decide::known::Known;
use crate::words::Fact;

pub(super) const READS: &[Fact] = &[Vreemdeling::nationaliteiten];

/// It is contradicted when the person is known to have no such nationality.
pub(super) fn check(check: &mut GroundCheck<'_, '_, '_>) {
    if check.view.person.eu_citizen == Known::No {
        check.contradict("De vreemdeling heeft geen nationaliteit van een EU-lidstaat.", READS);
    }
}
