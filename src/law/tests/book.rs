//! What the rule book accepts, refuses and hands out.

use crate::law::book::{RuleBook, RuleTexts};
use crate::law::date::Date;
use crate::law::term::TermKind;

const RULE: &str = "regel: x, bron: wi, vindplaats: x, status: vast";

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// The book with one table of rules, or the sentence of its refusal.
fn with_rules(rows: &str) -> Result<RuleBook, String> {
    let rules = [("rules.yaml", rows)];
    let texts = RuleTexts { rules: &rules, ..RuleTexts::BUILT_IN };
    RuleBook::from_texts(&texts).map_err(|error| error.to_string())
}

/// The book with the built-in terms, altered, or the sentence of its refusal.
fn with_terms(alter: impl Fn(&str) -> String) -> Result<RuleBook, String> {
    let terms = alter(RuleTexts::BUILT_IN.terms);
    RuleBook::from_texts(&RuleTexts { terms: &terms, ..RuleTexts::BUILT_IN })
        .map_err(|error| error.to_string())
}

fn with_rtb(text: &str) -> String {
    RuleBook::from_texts(&RuleTexts { rtb: text, ..RuleTexts::BUILT_IN }).unwrap_err().to_string()
}

/// A second row for the short appeal, from 12 June 2026 on.
fn later_row(terms: &str, until: &str) -> String {
    terms.replacen("  soort: beroep_kort\n", &format!("  soort: beroep_kort\n  geldig_tot: {until}\n"), 1)
        + "- {id: termijn.beroep_kort, soort: beroep_kort, lengte: 2 weken, verlenging: wet, telt_vanaf: bekendmaking, \
           geldig_vanaf: 2026-06-12, "
        + RULE
        + "}\n"
}

#[test]
fn a_rule_that_changes_keeps_its_id() {
    let rows = format!(
        "- {{id: a, geldig_tot: 2024-03-04, {RULE}}}\n- {{id: b, {RULE}}}\n- {{id: a, geldig_vanaf: 2024-03-05, {RULE}}}\n"
    );
    let book = with_rules(&rows).unwrap();
    assert_eq!(book.rule_on("a", date("2024-03-04")).unwrap().geldig_tot, Some(date("2024-03-04")));
    assert_eq!(book.rule_on("a", date("2024-03-05")).unwrap().geldig_vanaf, Some(date("2024-03-05")));
    assert_eq!(book.rule("a").unwrap().geldig_vanaf, Some(date("2024-03-05")));
    assert!(book.rule_on("a", date("2022-03-03")).is_none(), "no rule holds before the RTB by itself");
    assert!(book.rule("c").is_none());
    let ids: Vec<&str> =
        book.rules_in_force(date("2026-11-20")).map(|rule| rule.id.as_str()).take(3).collect();
    assert_eq!(ids, ["b", "a", "termijn.bezwaar"]);
}

#[test]
fn one_id_on_one_day_is_one_rule() {
    let both = format!("- {{id: a, {RULE}}}\n- {{id: a, geldig_vanaf: 2024-01-01, {RULE}}}\n");
    assert_eq!(with_rules(&both).unwrap_err(), "rules.yaml: a: twee rijen gelden op dezelfde dag");
    let touching = format!(
        "- {{id: a, geldig_tot: 2024-01-01, {RULE}}}\n- {{id: a, geldig_vanaf: 2024-01-01, {RULE}}}\n"
    );
    assert!(with_rules(&touching).is_err());
    let a_term = format!("- {{id: termijn.beroep, {RULE}}}\n");
    assert_eq!(
        with_rules(&a_term).unwrap_err(),
        "terms.yaml: termijn.beroep: twee rijen gelden op dezelfde dag"
    );
}

#[test]
fn a_row_does_not_end_before_it_begins() {
    let backwards = format!("- {{id: a, geldig_vanaf: 2024-01-02, geldig_tot: 2024-01-01, {RULE}}}\n");
    assert_eq!(with_rules(&backwards).unwrap_err(), "rules.yaml: a: `geldig_tot` ligt vóór `geldig_vanaf`");
    assert!(
        with_rules(&format!("- {{id: a, geldig_vanaf: 2024-01-01, geldig_tot: 2024-01-01, {RULE}}}\n"))
            .is_ok()
    );
}

#[test]
fn an_error_in_a_table_names_table_and_place() {
    let error = with_rules("- id: a\n  bron: roddel\n").unwrap_err();
    assert_eq!(
        error,
        "rules.yaml: regel 2, kolom 9: de waarde `roddel` is onbekend; kies uit: wi, wet, praktijk, productkeuze"
    );
}

#[test]
fn a_term_that_changes_has_the_row_of_the_day() {
    let book = with_terms(|terms| later_row(terms, "2026-06-11")).unwrap();
    let on = |day| book.term_on(TermKind::BeroepKort, date(day)).length.unwrap().to_string();
    assert_eq!(on("2013-05-03"), "1 week");
    assert_eq!(on("2026-06-11"), "1 week");
    assert_eq!(on("2026-06-12"), "2 weken");
    assert_eq!(book.term(TermKind::BeroepKort).length.unwrap().to_string(), "2 weken");
}

#[test]
fn a_term_has_exactly_one_row_on_every_day() {
    let gap = with_terms(|terms| later_row(terms, "2026-06-10")).unwrap_err();
    assert_eq!(gap, "terms.yaml: termijn.beroep_kort: de rijen sluiten niet op elkaar aan");
    let ended = with_terms(|terms| {
        terms.replacen("  soort: triage\n", "  soort: triage\n  geldig_tot: 2030-01-01\n", 1)
    });
    assert_eq!(ended.unwrap_err(), "terms.yaml: termijn.triage: de laatste rij mag geen `geldig_tot` hebben");
    let missing = with_terms(|terms| {
        let from = terms.find("- id: termijn.vertrek").unwrap();
        let to = terms.find("- id: termijn.aanvulling").unwrap();
        format!("{}{}", &terms[..from], &terms[to..])
    });
    assert_eq!(missing.unwrap_err(), "terms.yaml: termijn.vertrek: deze termijn ontbreekt");
}

#[test]
fn a_row_of_a_term_must_fit_its_kind() {
    for (old, new, message) in [
        ("  soort: vertrek\n", "  soort: aankomst\n", "deze `soort` is onbekend"),
        ("- id: termijn.vertrek", "- id: termijn.weg", "de id is niet `termijn.` met daarachter de `soort`"),
        ("  lengte: 48 uur\n", "", "de `lengte` ontbreekt"),
        ("  soort: wettelijk\n", "  soort: wettelijk\n  lengte: 1 week\n", "staat niet in de tabel"),
        ("  lengte: 48 uur\n", "  lengte: 0 uur\n", "ten minste 1 uur"),
    ] {
        let error = with_terms(|terms| terms.replacen(old, new, 1)).unwrap_err();
        assert!(error.contains(message), "{error}");
    }
}

#[test]
fn the_periods_of_the_rtb_must_follow_each_other() {
    let row = |van: &str, tot: &str| {
        format!(
            "- {{besluit: B, genomen_op: 2022-03-04, van: {van}, tot_en_met: {tot}, bron: wet, vindplaats: x, status: vast}}\n"
        )
    };
    assert_eq!(with_rtb("[]"), "rtb.yaml: de tabel is leeg");
    assert!(with_rtb(&row("2024-03-04", "2023-03-04")).contains("`tot_en_met` ligt vóór `van`"));
    assert!(with_rtb(&row("2022-03-03", "2023-03-04")).contains("`genomen_op` ligt na `van`"));
    let overlap = row("2022-03-04", "2023-03-04") + &row("2023-03-04", "2024-03-04");
    assert!(with_rtb(&overlap).contains("begint voordat de vorige is afgelopen"));
}

#[test]
fn a_gap_in_the_rtb_ends_the_row() {
    let rtb = crate::law::rtb::Rtb::from_yaml(
        "- {besluit: A, genomen_op: 2022-03-04, van: 2022-03-04, tot_en_met: 2023-03-04, bron: wet, vindplaats: x, status: vast}\n\
         - {besluit: B, genomen_op: 2022-03-04, van: 2023-03-06, tot_en_met: 2024-03-04, bron: wet, vindplaats: x, status: vast}\n",
    )
    .unwrap();
    assert_eq!(rtb.runs_until(date("2022-06-01")), Some((date("2023-03-04"), "A")));
    assert_eq!(rtb.runs_until(date("2023-03-05")), None);
    assert!(!rtb.in_force(date("2023-03-05")));
}
