//! `vertrek_voor_27_november_2021`: outside Ukraine and not in the Netherlands before the first day of flight
//! (WI H1, category 2 and fn. 7). No afwijking cures a contradiction with this limit.

use super::GroundCheck;
use crate::case::model::Feiten;
use crate::decide::doelgroep::in_nl_before_limit;
use crate::words::{Condition, Fact};

pub(super) const READS: &[Fact] = &[
    Feiten::vertrek_uit_oekraine,
    Feiten::in_nederland_sinds,
    Feiten::asielaanvraag_ingediend,
    Feiten::identiteitsdocument,
];

/// A later departure, an earlier stay in the Netherlands or an early asylum application contradicts it.
pub(super) fn check(check: &mut GroundCheck<'_, '_, '_>) {
    let (facts, limits) = (&check.view.case.feiten, check.view.limits);
    let limit = limits.fled_from.dutch();
    if in_nl_before_limit(facts, limits).is_yes() {
        let message = format!("De vreemdeling was al vóór {limit} in Nederland.");
        check.refuse(&message, &[Feiten::in_nederland_sinds]);
    }
    if check.view.group.result(Condition::A5).is_yes() {
        let peilmoment = limits.peilmoment.dutch();
        let message = format!("De vreemdeling vroeg vóór {peilmoment} asiel en heeft een document.");
        check.contradict(&message, &[Feiten::asielaanvraag_ingediend, Feiten::identiteitsdocument]);
    }
    let Some(left) = facts.vertrek_uit_oekraine else {
        return check.need(Feiten::vertrek_uit_oekraine, "Wanneer verliet de vreemdeling Oekraïne?");
    };
    if left >= limits.fled_from {
        let message = format!("De vreemdeling verliet Oekraïne op of na {limit}.");
        check.refuse(&message, &[Feiten::vertrek_uit_oekraine]);
    }
    let message =
        "De vreemdeling verliet Oekraïne te vroeg, maar voldoet als gezinslid. Past deze uitkomst toch?";
    check.weigh_family(Feiten::vertrek_uit_oekraine, message);
    check.open_tie_questions();
}
