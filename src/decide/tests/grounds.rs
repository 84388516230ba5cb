//! Grounds that a fact contradicts, or that need a fact (docs/spec/letters.md section 3).

use super::{Zaak, findings, paths};

fn ground(ground: &str, nationalities: &'static str, facts: &str) -> Vec<String> {
    findings(&Zaak::refused_on(ground).national_of(nationalities).facts(facts).decide())
}

#[test]
fn the_limit_of_27_november_2021_decides_and_no_afwijking_cures_it() {
    const GROUND: &str = "vertrek_voor_27_november_2021";
    let refused = ["F203 grond.vertrek_voor_27_november_2021"];
    assert_eq!(ground(GROUND, "[UKR]", "vertrek_uit_oekraine: 2021-11-26"), [""; 0]);
    assert_eq!(ground(GROUND, "[UKR]", "vertrek_uit_oekraine: 2021-11-27"), refused);
    let lived_here = "vertrek_uit_oekraine: 2021-11-26, in_nederland_sinds: 2021-11-26";
    assert_eq!(ground(GROUND, "[UKR]", lived_here), refused);
    let deviating = Zaak::refused_on(GROUND).facts(lived_here).deviating().decide();
    assert_eq!(findings(&deviating), refused, "no afwijking cures the limit");
    assert_eq!(ground(GROUND, "[UKR]", ""), ["V101 grond.vertrek_voor_27_november_2021"]);
}

#[test]
fn an_unknown_nationality_contradicts_nothing() {
    let stay = "verblijf_buiten_nederland: {van: 2026-01-05, tot: 2026-03-01, land: SYR}";
    assert_eq!(ground("eu_nationaliteit", "[onbekend]", ""), [""; 0]);
    let protected = "toegekend_op: 2024-02-01, bescherming_geeindigd_op: 2026-02-01";
    assert_eq!(
        ground("derdelander_langer_dan_28_dagen_teruggekeerd", "[onbekend]", &format!("{stay}, {protected}")),
        ["V121 grond.derdelander_langer_dan_28_dagen_teruggekeerd"]
    );
    assert_eq!(
        ground("derdelander_terugkeer_herkomstland", "[onbekend]", "terugkeer_herkomstland: 2023-01-01"),
        ["V121 grond.derdelander_terugkeer_herkomstland"]
    );
}

#[test]
fn a_stay_counts_when_it_lasts_over_28_days_before_the_decision() {
    let stay = |days: &str| {
        let ending = "{soort: herbeoordeling, fase: voornemen, datum: 2026-11-18, voldoet_niet_sinds: 2026-11-18, \
                      gronden: [{grond: langer_dan_28_dagen_buiten_nederland, motivering: Zo is het.}]}";
        let facts = format!("toegekend_op: 2024-02-01, verblijf_buiten_nederland: {{{days}, land: UKR}}");
        findings(&Zaak::new(ending).facts(&facts).decide())
    };
    let refused = ["F203 grond.langer_dan_28_dagen_buiten_nederland"];
    assert_eq!(stay("van: 2026-01-05, tot: 2026-02-02"), refused);
    assert_eq!(stay("van: 2026-01-05, tot: 2026-02-03"), [""; 0]);
    assert_eq!(stay("van: 2026-10-21"), refused, "28 days up to the step");
    assert_eq!(stay("van: 2026-10-20"), [""; 0]);
    assert_eq!(stay("van: 2026-11-19"), refused, "left after the step");
    let future = ["F201 datum.feit"];
    assert_eq!(stay("van: 2026-11-10, tot: 2027-01-10"), future, "a planned return is no return");
    assert_eq!(stay("van: 2026-11-21"), future);
}

#[test]
fn protection_that_ended_by_law_is_not_ended_again() {
    let assessed = |since: &str, nationalities: &'static str, registered: &str| {
        let step = format!(
            "{{soort: herbeoordeling, fase: voornemen, datum: 2026-11-20, voldoet_niet_sinds: {since}, \
             gronden: [{{grond: derdelander_tijdelijk_verblijfsrecht, motivering: Zo is het.}}]}}"
        );
        let facts = format!("{}, toegekend_op: 2022-06-01, brp_inschrijving: {registered}", super::TEMPORARY);
        Zaak::new(step).national_of(nationalities).facts(&facts).decide()
    };
    for nationalities in ["[NGA]", "[staatloos]"] {
        assert_eq!(assessed("2022-06-01", nationalities, "2022-07-18").outcome.word(), "geen_brief");
        assert_eq!(assessed("2022-06-01", nationalities, "2022-07-19").outcome.word(), "brieven");
    }
    assert_eq!(assessed("2024-03-05", "[NGA]", "2022-07-18").outcome.word(), "geen_brief");
    assert_eq!(
        findings(&assessed("2024-03-05", "[NGA]", "2022-07-19")),
        ["F401 grond.derdelander_tijdelijk_verblijfsrecht"]
    );
    assert_eq!(
        findings(&assessed("2022-06-01", "[UKR]", "2022-07-18")),
        ["F203 grond.derdelander_tijdelijk_verblijfsrecht"]
    );
}

#[test]
fn who_falls_under_a_himself_keeps_protection_when_the_relation_ends() {
    let facts = "gezinsband: {beeindigd_op: 2026-11-01}, vertrek_uit_oekraine: 2022-03-01, \
                 verblijfsrecht_oekraine: {soort: permanent, geldig_op_peilmoment: true}";
    let decision = Zaak::refused_on("gezinsband_verbroken").national_of("[NGA]").facts(facts).decide();
    assert_eq!(findings(&decision), ["F203 grond.gezinsband_verbroken"]);
    assert_eq!(
        paths(&decision).concat(),
        [
            "stap.gronden[0].grond",
            "feiten.verblijfsrecht_oekraine.soort",
            "feiten.verblijfsrecht_oekraine.geldig_op_peilmoment",
            "feiten.vertrek_uit_oekraine"
        ],
        "only facts that the file holds"
    );
}

#[test]
fn a_ground_is_refused_before_its_rule_is_in_force() {
    let on = |day: &'static str| {
        let step = format!(
            "{{soort: stickerlocatie, datum: {day}, locatie: Amersfoort, uitkomst: weigering, \
             gronden: [{{grond: derdelander_tijdelijk_verblijfsrecht, motivering: Zo is het.}}]}}"
        );
        Zaak::new(step).made_known(day).national_of("[NGA]").facts(super::TEMPORARY)
    };
    let early = on("2022-07-18").deviating().decide();
    assert_eq!(findings(&early), ["F303 grond.derdelander_tijdelijk_verblijfsrecht"]);
    assert_eq!(on("2022-07-19").decide().outcome.word(), "brieven");
}

#[test]
fn a_contradiction_that_no_answer_takes_away_goes_before_the_question() {
    for ground in ["geen_gezinslid", "gezinsband_niet_aangetoond", "gezinsband_verbroken"] {
        let decision = Zaak::refused_on(ground).facts("vertrek_uit_oekraine: 2022-03-01").decide();
        assert_eq!(findings(&decision), [format!("F203 grond.{ground}")]);
    }
    let early = Zaak::refused_on("vertrek_voor_27_november_2021").facts("in_nederland_sinds: 2021-10-01");
    assert_eq!(findings(&early.decide()), ["F203 grond.vertrek_voor_27_november_2021"]);
}

#[test]
fn a_citizen_of_the_union_is_no_third_country_national() {
    let step = "{soort: stickerlocatie, datum: 2026-11-20, locatie: Amersfoort, uitkomst: weigering, gronden: [\
        {grond: eu_nationaliteit, motivering: Zo.}, {grond: derdelander_tijdelijk_verblijfsrecht, motivering: Zo.}], \
        antwoorden: [{vraag: V121, antwoord: ja, reden: Zo.}]}";
    let both = Zaak::new(step).national_of("[onbekend]").facts(super::TEMPORARY);
    assert_eq!(findings(&both.decide()), ["F203 grond.eu_nationaliteit"]);
}
