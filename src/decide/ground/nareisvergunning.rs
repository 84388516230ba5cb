//! `nareisvergunning`: gave protection up for a nareis permit (WI H2, Nareis).

use super::GroundCheck;
use crate::case::model::{Feiten, Nareis};
use crate::words::Fact;

pub(super) const READS: &[Fact] = &[Nareis::afstand_op];

/// The day on which it was given up must be known.
pub(super) fn check(check: &mut GroundCheck<'_, '_, '_>) {
    let nareis = check.view.case.feiten.nareis.as_ref();
    if nareis.is_none_or(|nareis| nareis.afstand_op.is_none()) {
        let fact = if nareis.is_none() { Feiten::nareis } else { Nareis::afstand_op };
        check.need(fact, "Wanneer deed de vreemdeling afstand voor een nareisvergunning?");
    }
}
