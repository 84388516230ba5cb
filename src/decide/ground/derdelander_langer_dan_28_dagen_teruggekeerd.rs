//! `derdelander_langer_dan_28_dagen_teruggekeerd`: had protection and stayed too long in the country of origin;
//! it is not given again (WI H2, Reismogelijkheden).

use super::GroundCheck;
use crate::case::model::{Feiten, VerblijfBuitenNederland};
use crate::decide::protection::Protection;
use crate::decide::stay_abroad;
use crate::words::Fact;

pub(super) const READS: &[Fact] = stay_abroad::READS;

/// Requires earlier protection that has ended, and a stay in the country of origin under it that was long enough and
/// is over.
pub(super) fn check(check: &mut GroundCheck<'_, '_, '_>) {
    check.third_country_only();
    let facts = &check.view.case.feiten;
    let stay = facts.verblijf_buiten_nederland.as_ref();
    if stay.is_some_and(|stay| stay.van.is_some() && stay.tot.is_none()) {
        let message = "De vreemdeling is nog in het land van herkomst.";
        check.contradict(message, &[VerblijfBuitenNederland::van]);
    }
    let protection = Protection::of(check.view);
    if protection == Protection::Never {
        check.need_first(Feiten::toegekend_op, "Wanneer kreeg de vreemdeling eerder bescherming?");
    }
    if facts.bescherming_geeindigd_op.is_none() && protection != Protection::Ended {
        check.need_first(Feiten::bescherming_geeindigd_op, "Wanneer eindigde die bescherming?");
    }
    stay_abroad::check(check, false);
}
