//! The order of docs/spec/letters.md section 1: the findings of one stage are reported together, and later
//! stages are not reported.

use super::{TEMPORARY, Zaak, findings, kinds};
use crate::words::LetterKind;

#[test]
fn contradictions_of_the_outcome_come_together_and_first() {
    let decision = Zaak::granted()
        .national_of("[UKR, POL]")
        .facts("asielstatus_elders: CAN, alleen_inreisstempel: true")
        .made_known("2027-03-05")
        .decide();
    assert_eq!(
        findings(&decision),
        ["F301 rtb.in_werking", "F202 doelgroep.u3", "F202 doelgroep.u4", "F202 doelgroep.u5"]
    );
}

#[test]
fn a_positive_triage_before_every_rule_is_refused_and_asks_nothing() {
    let triage = "{soort: triage, datum: 1995-04-02, gemeente: Utrecht, uitkomst: positief, voorwaarde: a5}";
    let decision = Zaak::new(triage).made_known("1995-04-02").decide();
    assert_eq!(findings(&decision), ["F303 -"]);
}

#[test]
fn no_letter_comes_before_grounds() {
    let border = "{soort: grens, datum: 2026-11-20, doorlaatpost: Schiphol, beroep_op_rtb: false}";
    assert_eq!(Zaak::new(border).decide().outcome.word(), "geen_brief");
    let other_view = Zaak::reassessed(
        "fase: besluit, voornemen: {datum: 2026-11-19}, ingangsdatum: 2020-01-01, \
         zienswijze: {ontvangen: 2026-11-19, leidt_tot_ander_oordeel: true}",
    );
    assert_eq!(other_view.decide().outcome.word(), "geen_brief");
}

#[test]
fn an_unfit_ground_a_contradiction_a_missing_text_and_too_early_come_together() {
    let step = "{soort: herbeoordeling, fase: besluit, datum: 2026-11-20, voldoet_niet_sinds: 2024-01-01, \
                ingangsdatum: 2024-02-01, voornemen: {datum: 2026-10-23}, \
                gronden: [{grond: nareisvergunning, motivering: Zo is het.}, {grond: eu_nationaliteit}]}";
    let decision = Zaak::new(step).facts("toegekend_op: 2024-02-01").decide();
    assert_eq!(
        findings(&decision),
        [
            "F401 grond.nareisvergunning",
            "F501 grond.eu_nationaliteit",
            "F203 grond.eu_nationaliteit",
            "F302 termijn.zienswijze",
            "F304 herbeoordeling.ingangsdatum"
        ],
        "the absent nareis is not asked while the letter is refused"
    );
}

#[test]
fn questions_come_last_and_together() {
    let decision = Zaak::triage("").born("2008").decide();
    assert_eq!(
        findings(&decision),
        [
            "V102 persoon.minderjarig",
            "V101 terugkeerbesluit.opgelegd",
            "V101 terugkeerbesluit.opgelegd",
            "V101 terugkeerbesluit.opgelegd",
            "V101 terugkeerbesluit.land"
        ]
    );
}

#[test]
fn the_day_of_the_decision_is_the_dagtekening_and_terms_count_from_bekendmaking() {
    let besluit = |more: &str| {
        Zaak::reassessed(&format!("fase: besluit, zienswijze: geen, voornemen: {{datum: 2026-10-22}}{more}"))
    };
    let late = besluit("").made_known("2026-11-27").dated("2026-11-20").decide();
    assert_eq!(super::terms(&late), ["beroep 2026-12-28"], "from bekendmaking, over Christmas");
    assert_eq!(super::ending(&late).effective.to_string(), "2026-11-20");
    let early = Zaak::reassessed("fase: besluit, voornemen: {datum: 2026-10-23}");
    assert_eq!(
        findings(&early.made_known("2026-11-27").dated("2026-11-20").decide()),
        ["F302 termijn.zienswijze"]
    );
    let after = besluit("").made_known("2026-11-20").dated("2026-11-21").decide();
    assert_eq!(findings(&after), ["F201 datum.dagtekening"]);
}

#[test]
fn every_dutch_measure_has_its_letter_in_the_order_of_the_file() {
    let measures = "maatregelen: [{soort: ongewenstverklaring, opgelegd_door: NLD}, \
                    {soort: inreisverbod_zwaar, opgelegd_door: POL}, {soort: inreisverbod_licht, opgelegd_door: NLD}]";
    let decision = Zaak::granted_to_refugee(", motivering_opheffing: Lang geleden.").facts(measures).decide();
    assert_eq!(
        kinds(&decision),
        [LetterKind::OpheffingOngewenstverklaring, LetterKind::OpheffingInreisverbod]
    );
}

#[test]
fn an_afwijking_does_not_cure_the_limit_or_a_question() {
    let limit = "vertrek_uit_oekraine: 2021-11-26, in_nederland_sinds: 2022-03-01";
    assert_eq!(findings(&Zaak::granted().facts(limit).deviating().decide()), ["F202 doelgroep.u2"]);
    let named = Zaak::granted_to_refugee(", voorwaarde: a5");
    let excluded = named.national_of("[NGA]").facts(TEMPORARY).deviating().decide();
    assert_eq!(excluded.outcome.word(), "geen_brief");
    assert!(excluded.afwijking);
    assert_eq!(
        findings(&Zaak::refused_on("asielstatus_elders").deviating().decide()),
        ["V101 grond.asielstatus_elders"]
    );
}
