//! `uitleg`: which letter and why, as text and as the stable object.

use crate::support::desk::{Desk, case_of};
use crate::support::fixture as fixture_folder;
use serde_json::{Value, json};
use std::fs;

#[test]
fn the_object_is_that_of_the_fixture() {
    for fixture in [
        "weigering-inreisstempel",
        "besluit-gemengde-gronden-een-week",
        "volgorde-tegenspraak-voor-ambtenaar",
    ] {
        let desk = Desk::new().case("case.yaml", fixture);
        let golden = fs::read_to_string(fixture_folder(fixture).join("uitleg.json")).unwrap();
        let golden: Value = serde_json::from_str(&golden).unwrap();
        assert_eq!(desk.run("uitleg case.yaml --json").out(), format!("{golden}\n"), "{fixture}");
        assert_eq!(desk.files(), ["case.yaml"]);
    }
}

#[test]
fn the_keys_stand_in_the_order_of_the_contract() {
    let desk = Desk::with("weigering-inreisstempel");
    let object = desk.run("uitleg zaak.yaml --json").exits(0).objects().remove(0);
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(" ");
    assert_eq!(
        keys(&object),
        "kenmerk uitkomst brieven regels telt_niet doelgroep bewijs_van_verblijf diagnoses"
    );
    let letter = &object["brieven"][0];
    assert_eq!(keys(letter), "soort titel gronden terugkeerbesluit terugwerkend ingangsdatum termijnen");
    assert_eq!(
        keys(&letter["termijnen"][0]),
        "soort lengte eerste_dag einde_zonder_verlenging laatste_dag stappen regel bron status"
    );
    let rule = object["regels"].as_array().unwrap().iter().find(|rule| rule["feiten"] != json!([])).unwrap();
    assert_eq!(keys(rule), "id bron vindplaats artikelen status feiten door");
    assert_eq!(keys(&rule["feiten"][0]), "pad waarde regel");
    let object = desk.run("uitleg zaak.yaml --json --zinnen").exits(0).objects().remove(0);
    let letter = &object["brieven"][0];
    assert_eq!(
        keys(letter),
        "soort titel gronden terugkeerbesluit terugwerkend ingangsdatum termijnen zinnen"
    );
    assert_eq!(keys(&letter["zinnen"][0]), "tekst soort sjabloon regel regels feiten");
    assert_eq!(keys(&letter["zinnen"][0]["feiten"][0]), "pad waarde regel");
    assert_eq!(keys(&object["doelgroep"][0]), "voorwaarde uitkomst vindplaats feiten");
}

#[test]
fn every_outcome_has_an_object_and_an_exit_code() {
    for (fixture, outcome, exit) in [
        ("weigering-inreisstempel", "brieven", 0),
        ("triage-positief-geen-brief", "geen_brief", 0),
        ("geboortedatum-jaar-2008-ambtenaar", "ambtenaar_beslist", 3),
        ("weigering-inreisstempel-tegengesproken", "geweigerd", 1),
    ] {
        let objects = Desk::with(fixture).run("uitleg zaak.yaml --json").exits(exit).objects();
        assert_eq!(objects[0]["uitkomst"], outcome);
    }
}

#[test]
fn several_documents_give_one_object_per_line_also_from_standard_input() {
    let desk = Desk::new().stdin(case_of("meer-documenten-vier-uitkomsten"));
    let objects = desk.run("uitleg - --json").exits(1).objects();
    let outcomes: Vec<_> = objects.iter().map(|object| object["uitkomst"].as_str().unwrap()).collect();
    assert_eq!(outcomes, ["brieven", "ambtenaar_beslist", "geweigerd", "geen_brief"]);
    assert_eq!(objects[2]["diagnoses"][0]["bestand"], "standaardinvoer");
    assert_eq!(objects[2]["diagnoses"][0]["document"], 3);
    assert_eq!(objects[2]["kenmerk"], "RTB-2026-MULTI-3");
}

#[test]
fn a_kenmerk_that_cannot_be_read_is_null() {
    for (name, content) in
        [("leeg.yaml", ""), ("kapot.yaml", "zaak: [\n"), ("kort.yaml", "zaak: {kenmerk: R}\n")]
    {
        let desk = Desk::new().file(name, content);
        let objects = desk.run(&format!("uitleg {name} --json")).exits(1).objects();
        assert_eq!((&objects[0]["kenmerk"], &objects[0]["uitkomst"]), (&Value::Null, &json!("geweigerd")));
        assert_ne!(objects[0]["diagnoses"], json!([]));
    }
}

#[test]
fn the_text_tells_letter_terms_rules_and_target_group() {
    let ran = Desk::with("weigering-inreisstempel").run("uitleg zaak.yaml").exits(0);
    assert_eq!(ran.errors(), "");
    ran.prints("Zaak RTB-2026-000019: er volgt één brief")
        .prints("gronden: inreisstempel")
        .prints("termijn bezwaar: tot en met vrijdag 18 december 2026")
        .prints("Laatste dag: vrijdag 18 december 2026.")
        .prints("grond.inreisstempel")
        .prints("stap.gronden[0].grond");
    Desk::with("weigering-inreisstempel-tegengesproken")
        .run("uitleg zaak.yaml")
        .exits(1)
        .prints("geweigerd")
        .says("fout[F203]");
}

#[test]
fn options_replace_what_the_case_says() {
    let desk = Desk::with("weigering-inreisstempel");
    let object = desk.run("uitleg zaak.yaml --json --bekendmaking 2026-11-27").exits(0).objects().remove(0);
    assert_eq!(object["brieven"][0]["termijnen"][0]["laatste_dag"], "2026-12-28");
    let facts: Vec<&Value> =
        object["regels"].as_array().unwrap().iter().flat_map(|r| r["feiten"].as_array().unwrap()).collect();
    let known = facts.iter().find(|fact| fact["pad"] == "bekendmaking.datum").unwrap();
    assert_eq!((&known["waarde"], &known["regel"]), (&json!("2026-11-27"), &Value::Null));
}
