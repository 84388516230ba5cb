//! `asielstatus_elders`: another country gave the person an asylum permit (WI H1, category 4).

use super::GroundCheck;
use crate::case::country::Country;
use crate::case::model::Feiten;
use crate::words::Fact;

pub(super) const READS: &[Fact] = &[Feiten::asielstatus_elders];

/// A Dutch permit contradicts it.
pub(super) fn check(check: &mut GroundCheck<'_, '_, '_>) {
    check.also_for_third_country();
    match check.view.case.feiten.asielstatus_elders {
        None => check.need(Feiten::asielstatus_elders, "Welk land gaf de vreemdeling een asielvergunning?"),
        Some(Country::NETHERLANDS) => {
            check.contradict("De asielvergunning is van Nederland, niet van een ander land.", READS);
        }
        Some(Country::UKRAINE) => {
            let message =
                "Een asielvergunning van Oekraïne is geen reden om bescherming te weigeren of te beëindigen.";
            check.contradict(message, READS);
        }
        Some(_) => {}
    }
}
