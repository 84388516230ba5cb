//! `gezinsband_verbroken`: the relation has ended (WI H1 under b).

use super::GroundCheck;
use crate::case::model::{Feiten, Gezinsband};
use crate::words::{Condition, Fact};

pub(super) const READS: &[Fact] = &[Gezinsband::beeindigd_op];

/// An end after the decision contradicts it, and so does a condition that the person meets himself.
pub(super) fn check(check: &mut GroundCheck<'_, '_, '_>) {
    let facts = &check.view.case.feiten;
    if let Some(own) = check.view.group.first_met(Condition::OWN) {
        // Condition a4 also reads `terugkeer_herkomstland`; when it is absent there is no place to show.
        let returned = facts.terugkeer_herkomstland.is_some();
        let read = own.facts.iter().copied();
        let read: Vec<Fact> =
            read.filter(|fact| returned || *fact != Feiten::terugkeer_herkomstland).collect();
        check.contradict("De vreemdeling valt zelf onder de doelgroep, ook zonder de relatie.", &read);
    }
    let Some(ended) = facts.gezinsband.as_ref().and_then(|tie| tie.beeindigd_op) else {
        return check.need(Gezinsband::beeindigd_op, "Wanneer eindigde de relatie?");
    };
    let (decided, day) = check.view.decided();
    if ended > day {
        let message = "De relatie eindigt pas na de dag van het besluit.";
        check.contradict(message, &[Gezinsband::beeindigd_op, decided]);
    }
}
