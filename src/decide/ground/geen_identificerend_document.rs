//! `geen_identificerend_document`: the person has no document of identity (WI H1, fn. 5).

use super::GroundCheck;
use crate::case::model::{Feiten, Identiteitsdocument, Vreemdeling};
use crate::words::{Fact, Rule};

pub(super) const READS: &[Fact] = &[Feiten::identiteitsdocument];

/// Any document contradicts it.
pub(super) fn check(check: &mut GroundCheck<'_, '_, '_>) {
    if check.view.person.consulate().is_yes() {
        check.findings.used(Rule::WoordenOverConsulaat, [Vreemdeling::nationaliteiten]);
    }
    match check.view.case.feiten.identiteitsdocument {
        None => {
            check.need(Feiten::identiteitsdocument, "Welk identificerend document heeft de vreemdeling?");
        }
        Some(Identiteitsdocument::Geen) => {}
        Some(_) => check.contradict("De vreemdeling heeft een document.", READS),
    }
}
