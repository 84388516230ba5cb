//! The grounds of a letter in the registers of a run: a column and a count, the same as `uitleg` says, however the run is
//! divided.

use crate::support::post::{COPY, ONE, TWO, batch, desk, rows, summary, with_kenmerk};
use serde_json::{Value, json};
use std::fs;

/// A decision on two grounds.
const BOTH: &str = "besluit-gemengde-gronden-een-week";

#[test]
fn the_manifest_names_the_grounds_that_uitleg_names() {
    let desk = desk(&[
        ("a.yaml", ONE, "K-1"),
        ("b.yaml", COPY, "K-2"),
        ("c.yaml", TWO, "K-3"),
        ("d.yaml", BOTH, "K-4"),
    ]);
    let ran = batch(&desk, "zaken -o uit")
        .exits(0)
        .says("gronden: 3 × fraude, 1 × inreisstempel, 1 × openbare_orde");
    assert_eq!(ran.errors().matches("gronden:").count(), 1);
    let told =
        desk.run("uitleg zaken/a.yaml zaken/b.yaml zaken/c.yaml zaken/d.yaml --json").exits(0).objects();
    let manifest = rows(&desk, "uit/manifest.jsonl");
    assert_eq!(manifest.len(), 6);
    for row in &manifest {
        let case = told.iter().find(|case| case["kenmerk"] == row["kenmerk"]).unwrap();
        let letters = case["brieven"].as_array().unwrap();
        let letter = letters.iter().find(|letter| letter["soort"] == row["soort"]).unwrap();
        assert_eq!(row["gronden"], letter["gronden"], "{row}");
        assert_eq!(row.as_object().unwrap().keys().next_back().unwrap(), "gronden");
    }
    let of = |kenmerk: &str| -> Vec<&Value> {
        let rows = manifest.iter().filter(|row| row["kenmerk"] == kenmerk);
        rows.map(|row| &row["gronden"]).collect()
    };
    assert_eq!(of("K-2"), [&json!(["fraude"]), &json!(["fraude"])], "the afschrift too");
    assert_eq!(of("K-3"), [&json!([]), &json!([])], "letters without grounds");
    assert_eq!(of("K-4"), [&json!(["fraude", "openbare_orde"])]);
    let csv = desk.read("uit/manifest.csv");
    assert!(csv.lines().next().unwrap().ends_with(",afwijking,gronden"), "{csv}");
    assert_eq!(csv.matches(",nee,fraude openbare_orde\r\n").count(), 1, "{csv}");
    assert_eq!(csv.matches(",nee,\r\n").count(), 2, "{csv}");
    let expected = json!({"fraude": 3, "inreisstempel": 1, "openbare_orde": 1});
    assert_eq!(summary(&desk, "uit")["per_grond"], expected);
    let dry = batch(&desk, "zaken --droog --json").exits(0).objects().remove(0);
    assert_eq!(dry["per_grond"], expected);
    desk.run("verifieer uit").exits(0);
}

#[test]
fn a_run_without_grounds_says_nothing_of_them() {
    let desk = desk(&[("a.yaml", TWO, "K-1")]);
    batch(&desk, "zaken -o uit").exits(0).never_says("gronden");
    assert_eq!(summary(&desk, "uit")["per_grond"], json!({}));
}

#[test]
fn rounds_and_shares_add_up() {
    let desk = desk(&[("a.yaml", ONE, "K-1"), ("b.yaml", COPY, "K-2"), ("c.yaml", BOTH, "K-3")]);
    for share in 1..=2 {
        batch(&desk, &format!("zaken -o d{share} --deel {share}/2")).exits(0);
    }
    batch(&desk, "d1 d2 --voegsamen -o samen").exits(0).says("gronden: 3 × fraude");
    batch(&desk, "zaken -o uit").exits(0);
    let whole = json!({"fraude": 3, "inreisstempel": 1, "openbare_orde": 1});
    assert_eq!(
        [&summary(&desk, "uit")["per_grond"], &summary(&desk, "samen")["per_grond"]],
        [&whole, &whole]
    );
    let by_kenmerk = |folder: &str| {
        let mut found: Vec<(Value, Value)> = rows(&desk, &format!("{folder}/manifest.jsonl"))
            .into_iter()
            .map(|row| (row["brief"].clone(), row["gronden"].clone()))
            .collect();
        found.sort_by_key(|(letter, _)| letter.to_string());
        found
    };
    assert_eq!(by_kenmerk("uit"), by_kenmerk("samen"));
    let desk = desk.file("zaken/d.yaml", with_kenmerk(ONE, "K-9"));
    // What the round itself made is what it says; the summary of the folder holds both.
    batch(&desk, "zaken -o uit --vervolg").exits(0).says("gronden: 1 × inreisstempel");
    assert_eq!(
        summary(&desk, "uit")["per_grond"],
        json!({"fraude": 3, "inreisstempel": 2, "openbare_orde": 1})
    );
    assert_eq!(rows(&desk, "uit/manifest.jsonl").last().unwrap()["gronden"], json!(["inreisstempel"]));
}

#[test]
fn a_share_of_before_they_were_counted_is_not_joined() {
    let desk = desk(&[("a.yaml", ONE, "K-1")]);
    batch(&desk, "zaken -o d1 --deel 1/1").exits(0);
    let mut old = summary(&desk, "d1");
    assert!(old.as_object_mut().unwrap().shift_remove("per_grond").is_some());
    fs::write(desk.path("d1/samenvatting.json"), old.to_string()).unwrap();
    desk.run("verifieer d1").exits(0);
    batch(&desk, "d1 --voegsamen -o samen").exits(2).says("niet van deze versie");
}
