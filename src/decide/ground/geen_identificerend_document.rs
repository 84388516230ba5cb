//! `geen_identificerend_document`: the person has no document of identity (WI H1, fn. 5).

use super::GroundCheck;
use crate::case::model::{Feiten, Identiteitsdocument};
use crate::words::Fact;

pub(super) const READS: &[Fact] = &[Feiten::identiteitsdocument];

/// Any document contradicts it.
pub(super) fn check(check: &mut GroundCheck<'_, '_, '_>) {
    match check.view.case.feiten.identiteitsdocument {
        None => {
            check.need(Feiten::identiteitsdocument, "Welk identificerend document heeft de vreemdeling?");
        }
        Some(Identiteitsdocument::Geen) => {}
        Some(_) => check.contradict("De vreemdeling heeft een document.", READS),
    }
}
