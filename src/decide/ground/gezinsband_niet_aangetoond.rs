//! `gezinsband_niet_aangetoond`: the durable relation or family tie was not shown (WI H1 under b).

use super::GroundCheck;
use crate::case::model::Gezinsband;
use crate::words::Fact;

pub(super) const READS: &[Fact] = &[Gezinsband::duurzaam_voor_peilmoment];

/// A relation that was durable before the war contradicts it.
pub(super) fn check(check: &mut GroundCheck<'_, '_, '_>) {
    let tie = check.view.case.feiten.gezinsband.as_ref();
    if tie.and_then(|tie| tie.duurzaam_voor_peilmoment) == Some(true) {
        let war = check.view.limits.peilmoment.next().dutch();
        check.contradict(&format!("De relatie was duurzaam vóór {war}."), READS);
    }
}
