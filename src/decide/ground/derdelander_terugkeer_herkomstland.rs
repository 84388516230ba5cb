//! `derdelander_terugkeer_herkomstland`: permanent right, but went back to the country of origin (WI H1 under a).

use super::GroundCheck;
use crate::case::model::{Feiten, Grond, SoortVerblijfsrecht, VerblijfsrechtOekraine, Vreemdeling};
use crate::decide::stay_abroad;
use crate::decide::weighing;
use crate::words::{Condition, Fact};

pub(super) const READS: &[Fact] = &[
    Vreemdeling::nationaliteiten,
    Feiten::terugkeer_herkomstland,
    Feiten::toegekend_op,
    Feiten::bescherming_geeindigd_op,
];

/// A return before the war, or under protection, contradicts it.
pub(super) fn check(check: &mut GroundCheck<'_, '_, '_>) {
    check.third_country_only();
    let right = check.view.case.feiten.verblijfsrecht_oekraine.as_ref().and_then(|right| right.soort);
    if right.is_some_and(|soort| soort != SoortVerblijfsrecht::Permanent) {
        let message = "De vreemdeling had in Oekraïne geen permanent verblijfsrecht.";
        check.contradict(message, &[VerblijfsrechtOekraine::soort]);
    }
    let message = "De vreemdeling ging terug naar het land van herkomst, maar voldoet als gezinslid. Past deze uitkomst toch?";
    check.weigh_family(Feiten::terugkeer_herkomstland, message);
    check.open_tie_questions();
    if check.view.group.result(Condition::A5).is_yes() {
        let message = "De vreemdeling ging terug naar het land van herkomst, maar vroeg op tijd asiel en heeft een document. Past deze uitkomst toch?";
        let facts =
            [Grond::grond.at(check.item), Feiten::terugkeer_herkomstland, Feiten::asielaanvraag_ingediend];
        weighing::weigh(check.ground.grond, message, &facts, check.findings);
    }
    stay_abroad::stateless_origin(check, Feiten::terugkeer_herkomstland);
    let facts = &check.view.case.feiten;
    let Some(back) = facts.terugkeer_herkomstland else {
        let question = "Wanneer ging de vreemdeling terug naar het land van herkomst?";
        return check.need(Feiten::terugkeer_herkomstland, question);
    };
    let peilmoment = check.view.limits.peilmoment;
    if back <= peilmoment {
        let message = format!("De terugkeer was op of vóór {}.", peilmoment.dutch());
        check.contradict(&message, &[Feiten::terugkeer_herkomstland]);
    }
    // Who asks again after protection that had ended is judged as who asks for the first time (WI H1 under a).
    let ended = facts.bescherming_geeindigd_op.is_some_and(|ended| ended <= back);
    if facts.toegekend_op.is_some_and(|granted| back > granted) && !ended {
        let facts = [Feiten::terugkeer_herkomstland, Feiten::toegekend_op];
        check.contradict("De terugkeer was na de toekenning.", &facts);
    }
}
