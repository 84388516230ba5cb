//! `inreisstempel`: the person went back to Ukraine for an entry stamp only (WI H1, category 3).

use super::GroundCheck;
use crate::case::model::{Feiten, Grond};
use crate::decide::weighing::{against_entry_stamp, weigh};
use crate::words::{Fact, GroundId};

pub(super) const READS: &[Fact] = &[Feiten::alleen_inreisstempel];

/// Another purpose of the return contradicts it.
pub(super) fn check(check: &mut GroundCheck<'_, '_, '_>) {
    check.also_for_third_country();
    if check.view.case.feiten.alleen_inreisstempel == Some(false) {
        check.contradict("De vreemdeling ging niet alleen voor een inreisstempel terug.", READS);
    }
    if against_entry_stamp(check.view).is_some() {
        let message = "De vreemdeling ging alleen voor een inreisstempel terug, maar voldoet aan een andere voorwaarde. Past deze uitkomst toch?";
        let facts = [Grond::grond.at(check.item), Feiten::alleen_inreisstempel];
        weigh(GroundId::Inreisstempel, message, &facts, check.findings);
    }
}
