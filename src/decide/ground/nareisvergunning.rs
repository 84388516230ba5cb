//! `nareisvergunning`: gave protection up for a nareis permit (WI H2, Nareis).

use super::GroundCheck;
use crate::case::model::{Feiten, Nareis};
use crate::words::Fact;

pub(super) const READS: &[Fact] = &[Nareis::afstand_op];

/// The day on which it was given up must be known.
pub(super) fn check(check: &mut GroundCheck<'_, '_, '_>) {
    if check.view.case.feiten.nareis.is_none() {
        check.need(Feiten::nareis, "Wanneer deed de vreemdeling afstand voor een nareisvergunning?");
    }
}
