//! `inreisstempel`: the person went back to Ukraine for an entry stamp only (WI H1, category 3).

use super::GroundCheck;
use crate::case::model::Feiten;
use crate::words::Fact;

pub(super) const READS: &[Fact] = &[Feiten::alleen_inreisstempel];

/// Another purpose of the return contradicts it.
pub(super) fn check(check: &mut GroundCheck<'_, '_, '_>) {
    if check.view.case.feiten.alleen_inreisstempel == Some(false) {
        check.contradict("De vreemdeling ging niet alleen voor een inreisstempel terug.", READS);
    }
}
