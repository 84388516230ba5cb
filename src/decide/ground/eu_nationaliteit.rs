//! `eu_nationaliteit`: the person is a national of a member state too (WI H1, category 5).

use super::GroundCheck;
use crate::case::model::{Grond, Vreemdeling};
use crate::decide::known::Known;
use crate::words::{Fact, GroundId};

pub(super) const READS: &[Fact] = &[Vreemdeling::nationaliteiten];

/// It is contradicted when the person is known to have no such nationality, and by a ground that is for who has none.
pub(super) fn check(check: &mut GroundCheck<'_, '_, '_>) {
    if check.view.person.eu_citizen == Known::No {
        check.contradict("De vreemdeling heeft geen nationaliteit van een EU-lidstaat.", READS);
    }
    let others = check.view.case.stap.gronden();
    if let Some(other) = others.iter().position(|other| THIRD_COUNTRY.contains(&other.grond)) {
        let message = "Wie burger van de Unie is, is geen derdelander; deze twee gronden sluiten elkaar uit.";
        check.contradict(message, &[Grond::grond.at(other)]);
    }
}

/// The grounds for third-country nationals.
const THIRD_COUNTRY: &[GroundId] = &[
    GroundId::DerdelanderTijdelijkVerblijfsrecht,
    GroundId::DerdelanderTerugkeerHerkomstland,
    GroundId::DerdelanderLangerDan28DagenTeruggekeerd,
];
