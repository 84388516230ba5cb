//! The target group as a truth table: docs/spec/letters.md section 4 beside WI H1.

use super::{PARTNER, TEMPORARY, Zaak, findings};
use crate::decide::known::Known;
use crate::words::Condition;

const YES: Known = Known::Yes;
const NO: Known = Known::No;
const OPEN: Known = Known::Unknown;

/// What a condition says of a person with these nationalities and facts.
fn result(id: Condition, nationalities: &'static str, facts: &str) -> Known {
    let decision = Zaak::refused_on("artikel_1f").national_of(nationalities).facts(facts).decide();
    decision.doelgroep.iter().find(|c| c.condition == id).unwrap().result
}

fn table(id: Condition, rows: &[(&'static str, &str, Known)]) {
    for (nationalities, facts, expected) in rows {
        assert_eq!(result(id, nationalities, facts), *expected, "{id:?} {nationalities} {facts}");
    }
}

#[test]
fn a1_is_for_a_ukrainian_who_fled_from_27_november_2021_on() {
    table(
        Condition::A1,
        &[
            ("[UKR]", "vertrek_uit_oekraine: 2021-11-26", NO),
            ("[UKR]", "vertrek_uit_oekraine: 2021-11-27", YES),
            ("[UKR]", "", OPEN),
            ("[UKR, onbekend]", "vertrek_uit_oekraine: 2022-03-01", YES),
            ("[onbekend]", "vertrek_uit_oekraine: 2022-03-01", OPEN),
            ("[onbekend]", "vertrek_uit_oekraine: 2021-11-26", NO),
            ("[staatloos]", "vertrek_uit_oekraine: 2022-03-01", NO),
            ("[NGA]", "", NO),
        ],
    );
}

#[test]
fn a2_is_for_a_ukrainian_who_travelled_to_the_union_up_to_the_peilmoment() {
    table(
        Condition::A2,
        &[
            ("[UKR]", "inreis_unie: 2021-11-26", NO),
            ("[UKR]", "inreis_unie: 2021-11-27", YES),
            ("[UKR]", "inreis_unie: 2022-02-23", YES),
            ("[UKR]", "inreis_unie: 2022-02-24", NO),
            ("[UKR]", "", OPEN),
            ("[NGA]", "inreis_unie: 2022-01-01", NO),
            ("[onbekend]", "inreis_unie: 2022-01-01", OPEN),
        ],
    );
}

#[test]
fn a3_is_for_a_ukrainian_in_the_netherlands_before_27_november_2021() {
    table(
        Condition::A3,
        &[
            ("[UKR]", "in_nederland_sinds: 2021-11-26", YES),
            ("[UKR]", "in_nederland_sinds: 2021-11-27", NO),
            ("[UKR]", "", OPEN),
            // Who lived in the Netherlands may have been away: a later entry into the Union says nothing.
            ("[UKR]", "inreis_unie: 2022-03-05", OPEN),
            ("[NGA]", "in_nederland_sinds: 2021-11-26", OPEN),
            ("[NGA]", "in_nederland_sinds: 2021-11-27", NO),
            ("[onbekend]", "in_nederland_sinds: 2021-11-26", OPEN),
        ],
    );
}

#[test]
fn a4_needs_a_permanent_permit_and_no_return_to_the_country_of_origin() {
    const VALID: &str = "verblijfsrecht_oekraine: {soort: permanent, geldig_op_peilmoment: true}";
    let with = |more: &str| format!("{VALID}, {more}");
    table(
        Condition::A4,
        &[
            ("[NGA]", &with("vertrek_uit_oekraine: 2021-11-26"), NO),
            ("[NGA]", &with("vertrek_uit_oekraine: 2021-11-27"), YES),
            ("[NGA]", VALID, OPEN),
            ("[NGA]", &with("vertrek_uit_oekraine: 2022-03-01, terugkeer_herkomstland: 2022-02-23"), YES),
            ("[NGA]", &with("vertrek_uit_oekraine: 2022-03-01, terugkeer_herkomstland: 2022-02-24"), NO),
            ("[NGA]", "verblijfsrecht_oekraine: {soort: permanent}, vertrek_uit_oekraine: 2022-03-01", OPEN),
            ("[NGA]", "verblijfsrecht_oekraine: {soort: permanent, geldig_op_peilmoment: false}", NO),
            ("[NGA]", TEMPORARY, NO),
            ("[NGA]", "verblijfsrecht_oekraine: {soort: geen}", NO),
            ("[NGA]", "vertrek_uit_oekraine: 2022-03-01", OPEN),
        ],
    );
}

#[test]
fn a5_needs_an_asylum_application_before_the_peilmoment_and_a_document() {
    let filed = |day: &str, document: &str| format!("asielaanvraag_ingediend: {day}{document}");
    table(
        Condition::A5,
        &[
            ("[UKR]", &filed("2022-02-22", ", identiteitsdocument: overig"), YES),
            ("[UKR]", &filed("2022-02-23", ", identiteitsdocument: overig"), NO),
            ("[NGA]", &filed("2022-02-22", ", identiteitsdocument: binnenlands_paspoort"), YES),
            ("[UKR]", &filed("2022-02-22", ", identiteitsdocument: geen"), NO),
            ("[UKR]", &filed("2022-02-22", ", identiteitsdocument: verklaring_ambassade"), NO),
            ("[UKR]", &filed("2022-02-22", ""), OPEN),
            ("[UKR]", "identiteitsdocument: overig", OPEN),
        ],
    );
}

/// A family tie with the referent of category a.
fn tie(fields: &str) -> String {
    format!("gezinsband: {{{fields}, referent: {{valt_onder_a: true}}}}")
}

#[test]
fn b1_needs_a_relation_that_was_durable_before_the_war_and_lasts() {
    table(
        Condition::B1,
        &[
            ("[NGA]", PARTNER, YES),
            ("[NGA]", &tie("relatie: echtgenoot, duurzaam_voor_peilmoment: true"), YES),
            ("[NGA]", &tie("relatie: partner, duurzaam_voor_peilmoment: false"), NO),
            ("[NGA]", &tie("relatie: partner"), OPEN),
            ("[NGA]", &tie("relatie: minderjarig_kind, duurzaam_voor_peilmoment: true"), NO),
            ("[NGA]", &tie("duurzaam_voor_peilmoment: true"), OPEN),
            ("[NGA]", &tie("relatie: partner, duurzaam_voor_peilmoment: true, beeindigd_op: 2026-11-20"), NO),
            (
                "[NGA]",
                &tie("relatie: partner, duurzaam_voor_peilmoment: true, beeindigd_op: 2026-11-21"),
                YES,
            ),
            ("[NGA]", "gezinsband: {relatie: partner, duurzaam_voor_peilmoment: true}", OPEN),
            (
                "[NGA]",
                "gezinsband: {relatie: partner, duurzaam_voor_peilmoment: true, referent: {valt_onder_a: false}}",
                NO,
            ),
            ("[NGA]", "", OPEN),
        ],
    );
}

#[test]
fn b2_is_for_a_minor_unmarried_child() {
    let child = |born: &'static str, more: &str| {
        let facts = tie(&format!("relatie: minderjarig_kind{more}"));
        let case = Zaak::granted().national_of("[NGA]").born(born).facts(&facts);
        case.decide().doelgroep.iter().find(|c| c.condition == Condition::B2).unwrap().result
    };
    assert_eq!(child("2010-01-01", ", ongehuwd: true"), YES);
    assert_eq!(child("2010-01-01", ", ongehuwd: false"), NO);
    assert_eq!(child("2010-01-01", ""), OPEN);
    assert_eq!(child("2008-11-21", ", ongehuwd: true"), YES);
    assert_eq!(child("2008-11-20", ", ongehuwd: true"), NO);
    assert_eq!(child("2008", ", ongehuwd: true"), OPEN);
    assert_eq!(child("onbekend", ", ongehuwd: true"), OPEN);
}

#[test]
fn b3_not_having_lived_together_is_never_decisive() {
    let needy = "relatie: ander_familielid, afhankelijk: true, schrijnend: true";
    let with = |more: &str| tie(&format!("{needy}, {more}"));
    table(
        Condition::B3,
        &[
            ("[NGA]", &with("samenwonend_voor_peilmoment: true"), YES),
            ("[NGA]", &with("samenwonend_voor_peilmoment: false"), OPEN),
            ("[NGA]", &tie(needy), OPEN),
            (
                "[NGA]",
                &tie("relatie: ander_familielid, afhankelijk: false, samenwonend_voor_peilmoment: true"),
                NO,
            ),
            ("[NGA]", &tie("relatie: ander_familielid, schrijnend: false"), NO),
            ("[NGA]", &tie("relatie: ouder_van_kind, afhankelijk: true, schrijnend: true"), NO),
        ],
    );
}

#[test]
fn each_exclusion_is_met_by_its_own_facts() {
    table(
        Condition::U1,
        &[
            ("[NGA]", TEMPORARY, YES),
            ("[staatloos]", TEMPORARY, YES),
            ("[onbekend]", TEMPORARY, OPEN),
            ("[UKR]", TEMPORARY, NO),
            ("[POL]", TEMPORARY, NO),
            ("[NGA]", "", OPEN),
            ("[NGA]", "verblijfsrecht_oekraine: {soort: permanent}", NO),
        ],
    );
    table(
        Condition::U2,
        &[
            ("[UKR]", "vertrek_uit_oekraine: 2021-11-26, in_nederland_sinds: 2022-03-01", YES),
            ("[UKR]", "vertrek_uit_oekraine: 2021-11-27, in_nederland_sinds: 2022-03-01", NO),
            ("[UKR]", "vertrek_uit_oekraine: 2021-11-26, in_nederland_sinds: 2021-11-26", NO),
            ("[UKR]", "vertrek_uit_oekraine: 2021-11-26", OPEN),
            ("[UKR]", "vertrek_uit_oekraine: 2021-11-26, inreis_unie: 2022-03-05", OPEN),
            (
                "[UKR]",
                "vertrek_uit_oekraine: 2021-11-26, in_nederland_sinds: 2022-03-01, \
                 asielaanvraag_ingediend: 2022-02-01, identiteitsdocument: overig",
                NO,
            ),
        ],
    );
    table(
        Condition::U3,
        &[
            ("[UKR]", "alleen_inreisstempel: true", YES),
            ("[UKR]", "alleen_inreisstempel: false", NO),
            ("[UKR]", "", OPEN),
        ],
    );
    table(
        Condition::U4,
        &[
            ("[UKR]", "asielstatus_elders: POL", YES),
            ("[UKR]", "asielstatus_elders: CAN", YES),
            ("[UKR]", "asielstatus_elders: NLD", NO),
            ("[UKR]", "", OPEN),
        ],
    );
    table(
        Condition::U5,
        &[
            ("[UKR, POL]", "", YES),
            ("[UKR]", "", NO),
            ("[UKR, GBR]", "", NO),
            ("[UKR, CHE]", "", NO),
            ("[UKR, onbekend]", "", OPEN),
            ("[staatloos]", "", NO),
        ],
    );
}

#[test]
fn u1_holds_since_19_july_2022() {
    let on = |day: &'static str| {
        let step = format!("{{soort: triage, datum: {day}, gemeente: Westland, uitkomst: positief}}");
        Zaak::new(step).made_known(day).national_of("[NGA]").facts(TEMPORARY).decide()
    };
    assert_eq!(on("2022-07-18").outcome.word(), "geen_brief");
    assert_eq!(findings(&on("2022-07-19")), ["F202 doelgroep.u1"]);
}

#[test]
fn who_left_early_gets_a_grant_only_when_it_is_known_since_when_he_is_here() {
    let left = "vertrek_uit_oekraine: 2021-05-01, inreis_unie: 2022-03-05";
    let asked = Zaak::granted().facts(left).decide();
    assert_eq!(findings(&asked), ["V101 toekenning.verblijf_onbekend", "V101 toekenning.voorwaarde"]);
    let lived_here = Zaak::granted().facts(left).facts("in_nederland_sinds: 2021-01-04").decide();
    assert_eq!(lived_here.outcome.word(), "geen_brief");
}

#[test]
fn u1_beside_a_family_tie_is_for_a_person_to_decide() {
    let facts = format!("{TEMPORARY}, {PARTNER}");
    let withdrawn = "{soort: herbeoordeling, fase: voornemen, datum: 2026-11-20, voldoet_niet_sinds: 2024-01-01, \
                     gronden: [{grond: derdelander_tijdelijk_verblijfsrecht, motivering: Zo is het.}]}";
    let history = "toegekend_op: 2024-02-01, brp_inschrijving: 2024-01-02";
    for case in [
        Zaak::granted(),
        Zaak::refused_on("derdelander_tijdelijk_verblijfsrecht"),
        Zaak::new(withdrawn).facts(history),
    ] {
        let case = case.national_of("[NGA]").facts(&facts);
        assert_eq!(findings(&case.decide()), ["V105 doelgroep.u1"], "{}", case.text());
        let answer = ", antwoorden: [{vraag: V105, antwoord: ja, reden: Afgewogen.}]}";
        let open = case.step.strip_suffix('}').unwrap().to_owned();
        let closed = format!("{open}{answer}");
        let decided = Zaak { step: closed, ..case };
        assert!(findings(&decided.decide()).is_empty(), "{:?}", findings(&decided.decide()));
        let no = Zaak { step: decided.step.replace("antwoord: ja", "antwoord: nee"), ..decided };
        assert!(findings(&no.decide()).contains(&"F202 antwoord.ambtenaar".to_owned()));
    }
    let positive = "{soort: triage, datum: 2026-11-20, gemeente: Westland, uitkomst: positief}";
    let triage = Zaak::new(positive).national_of("[NGA]").facts(&facts).decide();
    assert_eq!(triage.outcome.word(), "geen_brief", "the questions of a grant come later");
    let named = Zaak::granted_to_refugee(", voorwaarde: b1").national_of("[NGA]").facts(&facts).decide();
    assert_eq!(
        named.outcome.word(),
        "geen_brief",
        "the condition that the officer names answers the question"
    );
    let deviating = Zaak::granted().national_of("[NGA]").facts(&facts).deviating().decide();
    assert!(findings(&deviating).is_empty() && deviating.afwijking);
}
