//! `nationale_veiligheid`: a danger to national security (WI H2, Nationale veiligheid en 1F).

use super::GroundCheck;
use crate::case::model::Grond;
use crate::words::Fact;

pub(super) const READS: &[Fact] = &[];

/// Requires the officer's text on proportionality and personal conduct (Vb 3.1a lid 4; RL 2001/55 art. 28 lid 2).
pub(super) fn check(check: &mut GroundCheck<'_, '_, '_>) {
    let present = check.ground.evenredigheid.is_some();
    check.require_text(present, Grond::evenredigheid, "De evenredigheidstoets");
}
