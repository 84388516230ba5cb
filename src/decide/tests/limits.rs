//! Limits and rules through time, on altered tables: the row that holds on the day of bekendmaking decides.

use super::{Zaak, findings};
use crate::law::book::RuleTexts;
use crate::words::Condition;

/// The table of limits in which 28 days became 90 on 1 November 2026.
fn limits_of_90_days() -> String {
    RuleTexts::BUILT_IN.limits.replacen(
        "  waarde: 28 dagen\n",
        "  waarde: 28 dagen\n  geldig_tot: 2026-10-31\n",
        1,
    ) + "- id: limiet.verblijf_buiten_nederland\n  waarde: 90 dagen\n  geldig_vanaf: 2026-11-01\n  \
           regel: Negentig dagen.\n  bron: wet\n  vindplaats: x\n  status: vast\n"
}

/// The table of rules in which a rule ends after 31 October 2026.
fn rules_without(id: &str) -> String {
    let row = format!("- id: {id}\n");
    assert!(RuleTexts::BUILT_IN.rules.contains(&row));
    RuleTexts::BUILT_IN.rules.replacen(&row, &format!("{row}  geldig_tot: 2026-10-31\n"), 1)
}

/// A voornemen on a day, for a stay in Ukraine since `from`.
fn away(from: &str, day: &'static str) -> Zaak {
    let step = format!(
        "{{soort: herbeoordeling, fase: voornemen, datum: {day}, voldoet_niet_sinds: {day}, \
         gronden: [{{grond: langer_dan_28_dagen_buiten_nederland, motivering: Zo is het.}}]}}"
    );
    let facts = format!("toegekend_op: 2024-02-01, verblijf_buiten_nederland: {{van: {from}, land: UKR}}");
    Zaak::new(step).facts(&facts).made_known(day)
}

/// A grant or a refusal at the counter, moved to another day.
fn on(day: &'static str, zaak: Zaak) -> Zaak {
    Zaak { step: zaak.step.replace("2026-11-20", day), ..zaak }.made_known(day)
}

#[test]
fn a_stay_is_held_against_the_limit_of_the_day() {
    let limits = limits_of_90_days();
    let texts = RuleTexts { limits: &limits, ..RuleTexts::BUILT_IN };
    let refused = ["F203 grond.langer_dan_28_dagen_buiten_nederland"];
    let days_46 = away("2026-10-05", "2026-11-20");
    assert_eq!(findings(&days_46.decide()), [""; 0], "46 days are more than 28");
    assert_eq!(findings(&days_46.decide_by(&texts)), refused, "46 days are not more than 90");
    assert_eq!(findings(&away("2026-08-22", "2026-11-20").decide_by(&texts)), refused, "90 days");
    assert_eq!(findings(&away("2026-08-21", "2026-11-20").decide_by(&texts)), [""; 0], "91 days");
    let before = away("2026-09-15", "2026-10-31");
    assert_eq!(findings(&before.decide_by(&texts)), [""; 0], "46 days on the last day of the old limit");
    let first = away("2026-09-16", "2026-11-01");
    assert_eq!(findings(&first.decide_by(&texts)), refused, "46 days on the first day of the new one");
}

#[test]
fn an_exclusion_that_does_not_hold_excludes_nobody() {
    let rules = rules_without("doelgroep.u3");
    let texts = RuleTexts { rules: &rules, ..RuleTexts::BUILT_IN };
    let stamped = |day| on(day, Zaak::granted_to_refugee("")).facts("alleen_inreisstempel: true");
    assert_eq!(findings(&stamped("2026-11-20").decide()), ["F202 doelgroep.u3"]);
    assert_eq!(findings(&stamped("2026-10-31").decide_by(&texts)), ["F202 doelgroep.u3"]);
    let granted = stamped("2026-11-20").decide_by(&texts);
    assert_eq!((findings(&granted), granted.outcome.word()), (Vec::new(), "geen_brief"));
    assert!(granted.trace.steps().iter().all(|step| step.rule != Condition::U3.into()));
}

#[test]
fn a_letter_needs_the_rule_of_its_outcome() {
    let rules = rules_without("stickerlocatie.weigering");
    let texts = RuleTexts { rules: &rules, ..RuleTexts::BUILT_IN };
    let refused = |day| on(day, Zaak::refused_on("inreisstempel"));
    assert_eq!(findings(&refused("2026-11-01").decide()), [""; 0]);
    assert_eq!(findings(&refused("2026-10-31").decide_by(&texts)), [""; 0]);
    let decision = refused("2026-11-01").decide_by(&texts);
    assert_eq!(findings(&decision), ["F303 stickerlocatie.weigering"]);
    assert_eq!(super::paths(&decision).concat(), ["stap.uitkomst", "bekendmaking.datum"]);
    assert!(decision.draft.is_none());
}
