//! The procedure of the reassessment and the effective date (WI H6).

use super::{Zaak, ending, findings, kinds, paths};
use crate::words::LetterKind;

const VIEW: &str = "samenvatting: Kort., reactie: Kort., leidt_tot_ander_oordeel: false";

fn besluit(more: &str) -> Zaak {
    let none = if more.contains("zienswijze: {") { "" } else { ", zienswijze: geen" };
    Zaak::reassessed(&format!("fase: besluit, {more}{none}"))
}

#[test]
fn it_is_an_intrekking_up_to_the_day_of_the_grant_and_a_beeindiging_after() {
    let since = |day: &str| {
        let step = format!(
            "{{soort: herbeoordeling, fase: voornemen, datum: 2026-11-20, voldoet_niet_sinds: {day}, \
             gronden: [{{grond: fraude, motivering: Zo is het.}}]}}"
        );
        kinds(&Zaak::new(step).facts("toegekend_op: 2024-02-01").decide())
    };
    assert_eq!(since("2024-02-01"), [LetterKind::VoornemenIntrekking]);
    assert_eq!(since("2024-02-02"), [LetterKind::VoornemenBeeindiging]);
}

#[test]
fn the_term_for_a_view_must_pass_before_the_day_of_the_decision() {
    assert_eq!(findings(&besluit("voornemen: {datum: 2026-10-22}").decide()), [""; 0]);
    let early = besluit("voornemen: {datum: 2026-10-23}").decide();
    assert_eq!(findings(&early), ["F302 termijn.zienswijze"]);
    assert_eq!(paths(&early).concat(), ["bekendmaking.datum", "stap.voornemen.datum"]);
    let seen = format!("voornemen: {{datum: 2026-10-23}}, zienswijze: {{ontvangen: 2026-11-01, {VIEW}}}");
    assert_eq!(findings(&besluit(&seen).decide()), [""; 0]);
}

#[test]
fn a_view_on_the_first_voornemen_does_not_count_for_the_second() {
    let first = format!("voornemen: {{datum: 2026-09-01}}, zienswijze: {{ontvangen: 2026-09-10, {VIEW}}}");
    let second = format!("{first}, aanvullend_voornemen: {{datum: 2026-11-05}}");
    let early = besluit(&second).decide();
    assert_eq!(findings(&early), ["F302 termijn.zienswijze"]);
    assert_eq!(paths(&early).concat(), ["bekendmaking.datum", "stap.aanvullend_voornemen.datum"]);
    let both = format!(
        "{first}, aanvullend_voornemen: {{datum: 2026-11-05, zienswijze: {{ontvangen: 2026-11-06, {VIEW}}}}}"
    );
    assert_eq!(findings(&besluit(&both).decide()), [""; 0]);
}

#[test]
fn a_besluit_needs_a_summary_of_the_view_and_an_answer_to_it() {
    let bare = besluit("voornemen: {datum: 2026-10-01}, zienswijze: {ontvangen: 2026-10-10}").decide();
    assert_eq!(findings(&bare), ["F501 herbeoordeling.zienswijze", "F501 herbeoordeling.zienswijze"]);
}

#[test]
fn retroactive_effect_reaches_back_to_the_grant_and_no_further() {
    let from =
        |day: &str| besluit(&format!("voornemen: {{datum: 2026-10-01}}, ingangsdatum: {day}")).decide();
    let back = from("2024-02-01");
    assert!(ending(&back).retroactive);
    assert_eq!(findings(&from("2024-01-31")), ["F304 herbeoordeling.ingangsdatum"]);
    assert_eq!(findings(&from("2026-11-21")), ["F304 herbeoordeling.ingangsdatum"]);
    assert!(!ending(&from("2026-11-20")).retroactive);
}

#[test]
fn one_ground_that_does_not_allow_retroactive_effect_forbids_it() {
    let step = "{soort: herbeoordeling, fase: besluit, datum: 2026-11-20, voldoet_niet_sinds: 2024-01-01, \
                voornemen: {datum: 2026-10-01}, ingangsdatum: 2026-11-19, \
                gronden: [{grond: fraude, motivering: Zo is het.}, {grond: inreisstempel, motivering: Zo is het.}]}";
    let mixed = Zaak::new(step).facts("toegekend_op: 2024-02-01").deviating().decide();
    assert_eq!(findings(&mixed), ["F304 herbeoordeling.ingangsdatum"]);
    assert_eq!(paths(&mixed).concat(), ["stap.ingangsdatum", "stap.gronden[1].grond"]);
}

#[test]
fn an_entry_ban_in_the_asylum_decision_needs_a_return_decision_and_a_signalering() {
    let with = |parts: &str| {
        let asylum = format!("asielbesluit: {{kenmerk: Z1-2, datum: 2026-11-20, {parts}}}");
        besluit(&format!("voornemen: {{datum: 2026-10-01}}, {asylum}")).decide()
    };
    const TOGETHER: &str = "F205 herbeoordeling.asielbesluit_samenhang";
    assert_eq!(findings(&with("terugkeerbesluit: true, inreisverbod: true, signalering: true")), [""; 0]);
    assert_eq!(findings(&with("terugkeerbesluit: true, inreisverbod: true, signalering: false")), [TOGETHER]);
    let alone = with("inreisverbod: true");
    assert_eq!(
        paths(&alone),
        [
            ["stap.asielbesluit.inreisverbod", "stap.asielbesluit.terugkeerbesluit"],
            ["stap.asielbesluit.inreisverbod", "stap.asielbesluit.signalering"]
        ]
    );
    let later =
        "fase: besluit, voornemen: {datum: 2026-10-01}, zienswijze: geen, asielbesluit: {volgt_later: true}";
    let on_security =
        "gronden: [{grond: nationale_veiligheid, motivering: Zo is het., evenredigheid: Zo is het.}]";
    let later = Zaak::new(format!(
        "{{soort: herbeoordeling, datum: 2026-11-20, voldoet_niet_sinds: 2024-01-01, {on_security}, {later}}}"
    ));
    let later = later.facts("toegekend_op: 2024-02-01");
    assert_eq!(findings(&later.decide()), ["F501 herbeoordeling.asielbesluit"]);
}

#[test]
fn a_new_entry_ban_may_rest_on_a_return_decision_that_stands() {
    let asylum = "asielbesluit: {kenmerk: Z1-2, datum: 2026-11-20, inreisverbod: true, signalering: true}";
    let measure = "maatregelen: [{soort: terugkeerbesluit, opgelegd_door: NLD, datum: 2021-06-15}]";
    let step = format!(
        "{{soort: herbeoordeling, datum: 2026-11-20, voldoet_niet_sinds: 2024-01-01, fase: besluit, \
         voornemen: {{datum: 2026-10-01}}, zienswijze: geen, {asylum}, \
         gronden: [{{grond: nationale_veiligheid, motivering: Zo is het., evenredigheid: Gewogen.}}]}}"
    );
    let ban = Zaak::new(&step).facts("toegekend_op: 2024-02-01");
    assert_eq!(findings(&ban.decide()), ["F205 herbeoordeling.asielbesluit_samenhang"]);
    let resting = || Zaak::new(&step).facts("toegekend_op: 2024-02-01").facts(measure).decide();
    assert_eq!(findings(&resting()), ["V117 herbeoordeling.asielbesluit_samenhang"]);
    assert!(paths(&resting()).concat().contains(&"feiten.maatregelen[0].soort".to_owned()));
}

#[test]
fn the_day_of_registration_decides_whether_protection_ended_by_law_whatever_the_ground() {
    let with = |facts: &str| {
        let case = Zaak::reassessed("fase: voornemen").national_of("[NGA]");
        case.facts(super::TEMPORARY).facts(facts).decide()
    };
    assert_eq!(findings(&with("")), ["V101 herbeoordeling.van_rechtswege_geeindigd"]);
    assert_eq!(with("brp_inschrijving: 2022-07-18").outcome.word(), "geen_brief");
    assert_eq!(with("brp_inschrijving: 2022-07-19").outcome.word(), "brieven");
}

#[test]
fn a_voornemen_announces_no_day_that_its_besluit_may_not_have() {
    let with = |ground: &str, day: &str| {
        let step = format!(
            "{{soort: herbeoordeling, datum: 2026-11-20, fase: voornemen, voldoet_niet_sinds: 2024-02-02, \
             ingangsdatum: {day}, gronden: [{{grond: {ground}, motivering: Zo is het.}}]}}"
        );
        Zaak::new(step).national_of("[UKR, POL]").facts("toegekend_op: 2024-02-01").decide()
    };
    const UNFIT: &str = "F304 herbeoordeling.ingangsdatum";
    assert_eq!(findings(&with("eu_nationaliteit", "2026-11-20")), [UNFIT], "the besluit comes later");
    assert_eq!(findings(&with("eu_nationaliteit", "2026-11-21")), [UNFIT]);
    assert_eq!(findings(&with("fraude", "2026-11-20")), [""; 0]);
    assert_eq!(findings(&with("fraude", "2026-11-21")), [UNFIT]);
}

#[test]
fn a_relation_that_ended_after_the_grant_carries_no_intrekking() {
    let step = "{soort: herbeoordeling, datum: 2026-11-20, fase: voornemen, voldoet_niet_sinds: 2024-02-01, \
        gronden: [{grond: fraude, motivering: Zo is het.}, {grond: gezinsband_verbroken, motivering: Zo is het.}]}";
    let with = |ended: &str| {
        let tie = format!("gezinsband: {{relatie: partner, beeindigd_op: {ended}}}");
        Zaak::new(step).national_of("[NGA]").facts("toegekend_op: 2024-02-01").facts(&tie).decide()
    };
    assert_eq!(findings(&with("2026-05-01")), ["F201 herbeoordeling.data_gronden"]);
    assert_eq!(findings(&with("2024-01-31")), [""; 0]);
}
