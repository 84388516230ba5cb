//! Tests of [`compare`]: it finds every difference between an explanation and what an author expected, and no other.

use crate::support::compare::compare;
use serde_json::{Value, json};

fn found() -> Value {
    json!({
        "uitkomst": "brieven",
        "brieven": [{"soort": "weigeringsbesluit", "gronden": ["fraude"], "termijnen": [
            {"soort": "beroep", "lengte": "4 weken", "laatste_dag": "2026-12-18"},
            {"soort": "beroep", "lengte": "1 week", "laatste_dag": "2026-11-27"},
        ]}],
        "regels": [{"id": "grond.fraude"}],
        "doelgroep": [{"voorwaarde": "a1", "uitkomst": "onbekend"}],
        "bewijs_van_verblijf": null,
        "diagnoses": [{"code": "F203", "regel_id": "grond.fraude", "plaatsen": [{"pad": "stap.gronden[0].grond"}]}],
    })
}

fn agrees(want: &Value) -> bool {
    compare(want, &found()).is_empty()
}

#[test]
fn an_explanation_as_expected_has_no_differences() {
    for want in [
        json!({"uitkomst": "geweigerd|brieven", "brieven": found()["brieven"]}),
        json!({"uitkomst": "brieven", "brieven": [{"soort": "weigeringsbesluit"}]}),
    ] {
        let mut want = want;
        want["doelgroep"] = json!({"a1": "!voldaan"});
        want["diagnoses"] = json!([{"klasse": "F1|F2", "pad": ["stap.gronden", "stap.gronden[0]"]}]);
        want["regels_bevat"] = json!(["grond.fraude"]);
        assert!(agrees(&want), "{:?}", compare(&want, &found()));
    }
}

#[test]
fn every_kind_of_difference_is_found() {
    let letter = |key: &str, value: Value| {
        let mut letter = found()["brieven"][0].clone();
        letter[key] = value;
        json!({"uitkomst": "brieven", "brieven": [letter]})
    };
    let with = |key: &str, value: Value| {
        let mut want = json!({"uitkomst": "brieven", "brieven": found()["brieven"]});
        want[key] = value;
        want
    };
    let term = |last: &str| json!({"soort": "beroep", "lengte": "4 weken", "laatste_dag": last});
    for want in [
        with("uitkomst", json!("geen_brief")),
        with("brieven", json!([])),
        letter("gronden", json!([])),
        letter("termijnen", json!([term("2026-12-18")])),
        letter("termijnen", json!([term("2026-12-17"), {"soort": "beroep", "lengte": "1 week"}])),
        letter("termijnen", json!([{"soort": "bezwaar"}, {"soort": "beroep"}, {"soort": "beroep"}])),
        with("doelgroep", json!({"a1": "voldaan"})),
        with("doelgroep", json!({"a9": "!voldaan"})),
        with("bewijs_van_verblijf", json!("geen")),
        with("regels_bevat", json!(["grond.artikel_1f"])),
        with("diagnoses", json!([{"klasse": "F3", "pad": []}])),
        with("diagnoses", json!([{"klasse": "F2", "pad": ["stap.gronden[0].gro"]}])),
        with("diagnoses", json!([{"klasse": "F2", "pad": [], "regel_id": "grond.nareis"}])),
    ] {
        assert!(!agrees(&want), "{want}");
    }
}
