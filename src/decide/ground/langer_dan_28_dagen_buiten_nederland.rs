//! `langer_dan_28_dagen_buiten_nederland`: stayed too long in Ukraine or the country of origin (WI H2,
//! Reismogelijkheden).

use super::GroundCheck;
use crate::decide::stay_abroad;
use crate::words::Fact;

pub(super) const READS: &[Fact] = stay_abroad::READS;

/// The stay must have been long enough, in Ukraine or the country of origin.
pub(super) fn check(check: &mut GroundCheck<'_, '_, '_>) {
    stay_abroad::check(check, true);
}
