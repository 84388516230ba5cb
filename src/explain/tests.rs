//! The table of facts: what is refused in it, and what it says of a case.

use super::bearing::{BUILT_IN, Bearing, FactTable};
use crate::words::Occasion;

/// The error about the built-in table with one text replaced.
fn refused(from: &str, to: &str) -> String {
    assert!(BUILT_IN.contains(from));
    FactTable::from_yaml(&BUILT_IN.replacen(from, to, 1)).unwrap_err().to_string()
}

#[test]
fn a_fact_that_a_case_cannot_have_there_is_refused_with_its_line() {
    let error = refused("- feit: zaak.kenmerk\n", "- feit: zaak.kenmark\n");
    assert!(error.starts_with("facts.yaml: regel ") && error.contains("zaak.kenmark"), "{error}");
    let error = refused(
        "- feit: stap.gemeente\n  telt:\n  - bij: [triage.negatief]",
        "- feit: stap.gemeente\n  telt:\n  - bij: [grens]",
    );
    assert!(error.contains("dit feit kan een zaak bij `grens` niet hebben"), "{error}");
}

#[test]
fn an_occasion_left_out_or_named_twice_is_refused() {
    let error = refused("  - bij: [grens]\n", "  - bij: []\n");
    assert!(error.contains("er staat niets over `grens`"), "{error}");
    let error = refused("  - bij: [grens]\n", "  - bij: [grens, grens]\n");
    assert!(error.contains("`grens` staat er twee keer"), "{error}");
}

#[test]
fn an_unknown_rule_is_refused() {
    assert!(refused("regels: [brief.vorm]", "regels: [brief.vurm]").contains("brief.vurm"));
}

#[test]
fn a_path_of_a_case_is_found_with_and_without_places_in_lists() {
    let table = FactTable::built_in().unwrap();
    let not = |path, occasion| matches!(table.at(path, occasion), Some(Bearing::CountsNot(_)));
    assert!(not("feiten.maatregelen[1].kenmerk", Occasion::Grens));
    assert!(not("feiten.dienstplichtig", Occasion::Weigering));
    assert!(!not("feiten.dienstplichtig", Occasion::Toekenning));
    assert_eq!(table.at("stap.gronden[0].ontbrekend[2]", Occasion::Toekenning), Some(&Bearing::Contradicts));
    assert_eq!(table.at("feiten.bestaat_niet", Occasion::Grens), None);
}
