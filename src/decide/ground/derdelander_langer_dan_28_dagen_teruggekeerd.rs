//! `derdelander_langer_dan_28_dagen_teruggekeerd`: had protection and stayed too long in the country of origin;
//! it is not given again (WI H2, Reismogelijkheden).

use super::GroundCheck;
use crate::decide::stay_abroad;
use crate::words::Fact;

pub(super) const READS: &[Fact] = stay_abroad::READS;

/// The stay must have been long enough, in the country of origin.
pub(super) fn check(check: &mut GroundCheck<'_, '_, '_>) {
    check.not_ukrainian();
    stay_abroad::check(check, false);
}
