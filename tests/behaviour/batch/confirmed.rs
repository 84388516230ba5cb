//! Rules that nobody confirmed, in the registers of a run: a column, a count, and `--streng`; the same whether a run
//! is whole, divided or cut short.

use super::shares::cases;
use crate::support::desk::Desk;
use crate::support::post::{COPY, ONE, TWO, batch, codes, day, desk, letters, rows, same, summary, tree};
use serde_json::{Value, json};
use std::fs;

const EXAMPLE: &str = include_str!("../../../letter-templates/organisatie-voorbeeld.yaml");
/// The rule on which both letters of [`TWO`] rest; that of [`ONE`] rests on none, that of [`COPY`] on [`COST`].
const RULE: &str = "rechtsmiddel.opheffing_inreisverbod";
/// The rule on which every decision that ends protection rests.
const COST: &str = "kosten.geen_griffierecht";
/// Another on which the letters that rest on [`COST`] rest.
const STAYS: &str = "beroep.blijft_gelden";
/// The rule on which every voornemen rests.
const IN_TIME: &str = "herbeoordeling.zienswijze_op_tijd";
const SHORT: &str = "besluit-1f-terugwerkend-bts-alleen";

/// `organisatie.yaml` with a confirmation of these rules.
fn organisation(rules: &[&str]) -> String {
    let entry = |rule: &&str| format!("  - {{regel: {rule}, door: J. Jurist, op: 2025-11-03}}\n");
    format!("{EXAMPLE}\nbevestigd:\n{}", rules.iter().map(entry).collect::<String>())
}

/// The column of every row, by kenmerk.
fn columns(desk: &Desk, folder: &str) -> Vec<(String, Value)> {
    let rows = rows(desk, &format!("{folder}/manifest.jsonl"));
    rows.iter()
        .map(|row| (row["kenmerk"].as_str().unwrap().to_owned(), row["te_bevestigen"].clone()))
        .collect()
}

#[test]
fn registers_and_summary_say_which_letters_rest_on_what() {
    let desk = desk(&[
        ("a.yaml", ONE, "K-1"),
        ("b.yaml", TWO, "K-2"),
        ("c.yaml", SHORT, "K-3"),
        ("d.yaml", COPY, "K-4"),
    ]);
    batch(&desk, "zaken -o uit").exits(0);
    let short = json!([STAYS, COST, "rechtsmiddel.intrekkingsbesluit_openbare_orde", "termijn.beroep_kort"]);
    let of_kind = |kenmerk: &str| match kenmerk {
        "K-2" => json!([RULE]),
        "K-3" => short.clone(),
        "K-4" => json!([STAYS, COST]),
        _ => json!([]),
    };
    let columns = columns(&desk, "uit");
    assert_eq!(columns.len(), 6);
    for (kenmerk, rules) in &columns {
        assert_eq!(*rules, of_kind(kenmerk), "{kenmerk}");
    }
    for (row, receipt) in rows(&desk, "uit/manifest.jsonl").iter().zip(rows(&desk, "uit/kwitanties.jsonl")) {
        assert_eq!(row["te_bevestigen"], receipt["te_bevestigen"]);
    }
    let expected = json!({STAYS: 3, COST: 3, RULE: 2, "rechtsmiddel.intrekkingsbesluit_openbare_orde": 1, "termijn.beroep_kort": 1});
    let found = summary(&desk, "uit");
    assert_eq!(found["te_bevestigen"], expected);
    assert_eq!(found["versies"]["bevestigd"], Value::Null);
    let dry = batch(&desk, "zaken --droog --json").exits(0).objects().remove(0);
    assert_eq!(dry["te_bevestigen"], expected);
    let csv = desk.read("uit/manifest.csv");
    assert!(
        csv.lines().next().unwrap().ends_with(",te_bevestigen,kix,ronde,vervangt,afwijking,gronden"),
        "{csv}"
    );
    let cell = "beroep.blijft_gelden kosten.geen_griffierecht rechtsmiddel.intrekkingsbesluit_openbare_orde termijn.beroep_kort";
    assert_eq!(csv.matches(&format!(",{cell},,1,,nee,")).count(), 1);
    assert_eq!(csv.matches(&format!(",{RULE},,1,,nee,")).count(), 2);
}

#[test]
fn streng_refuses_the_cases_and_a_confirmation_lets_them_through() {
    let desk = day();
    batch(&desk, "zaken -o heel").exits(0);
    let ran = batch(&desk, "zaken -o uit --streng").exits(1).never_says("organisatie nog");
    ran.says("4 geweigerd").says("4 × F604");
    let mut found = codes(&desk);
    found.dedup_by(|a, b| a.1 == b.1);
    assert_eq!(found.len(), 1, "{found:?}");
    for finding in rows(&desk, "uit/fouten.jsonl") {
        assert_eq!(finding["code"], json!("F604"));
        let said = finding["bericht"].as_str().unwrap();
        let named: Vec<&str> =
            [RULE, COST, STAYS, IN_TIME].into_iter().filter(|rule| said.contains(rule)).collect();
        assert!(!named.is_empty(), "{finding}");
        // A finding about one rule carries its id.
        let rule = finding["regel_id"].as_str();
        assert!(rule.is_none_or(|rule| named == [rule]), "{finding}");
    }
    assert!(letters(&desk).iter().all(|letter| !letter.contains("opheffing")));
    assert_eq!(letters(&desk).len(), 4);
    assert_eq!(summary(&desk, "uit")["te_bevestigen"], json!({}));
    assert_eq!(summary(&desk, "uit")["opties"]["streng"], true);
    // The folder of the strict run stays what it is; the whole run goes into another.
    let before = tree(&desk, "uit");
    let desk = desk.file("organisatie.yaml", organisation(&[RULE, COST, STAYS, IN_TIME]));
    batch(&desk, "zaken -o uit --streng").exits(2).says("er is niets veranderd");
    same(&before, &tree(&desk, "uit"));
    batch(&desk, "zaken -o bevestigd --streng").exits(0).never_says("organisatie nog");
    let (whole, after) = (tree(&desk, "heel"), tree(&desk, "bevestigd"));
    for (name, bytes) in whole.iter().filter(|(name, _)| name.ends_with(".pdf")) {
        assert!(after[name] == *bytes, "{name}");
    }
    assert!(columns(&desk, "bevestigd").iter().all(|(_, rules)| *rules == json!([])));
}

#[test]
fn a_finished_folder_keeps_what_it_said_of_the_rules() {
    let desk = day();
    batch(&desk, "zaken -o uit").exits(0);
    let before = tree(&desk, "uit");
    // Another rule: nothing that the registers say changes.
    let desk = desk.file("organisatie.yaml", organisation(&["termijn.beroep_kort"]));
    batch(&desk, "zaken -o uit").exits(0).says("er al: 11");
    same(&before, &tree(&desk, "uit"));
    let desk = desk.file("organisatie.yaml", organisation(&[RULE, COST, STAYS, IN_TIME]));
    batch(&desk, "zaken -o uit").exits(2).says("bevestigde regels").says("niets veranderd");
    same(&before, &tree(&desk, "uit"));
    desk.run("verifieer uit").exits(0).says("gelijk: 11");
    batch(&desk, "zaken -o uit --overschrijf").exits(0).says("er al: 11");
    assert!(columns(&desk, "uit").iter().all(|(_, rules)| *rules == json!([])));
}

#[test]
fn a_run_that_was_cut_short_is_completed_with_the_same_columns() {
    let desk = day();
    batch(&desk, "zaken -o heel").exits(0);
    fs::create_dir_all(desk.path("uit/manifest.csv")).unwrap();
    batch(&desk, "zaken -o uit").exits(74);
    fs::remove_dir(desk.path("uit/manifest.csv")).unwrap();
    batch(&desk, "zaken -o uit").exits(0);
    same(&tree(&desk, "heel"), &tree(&desk, "uit"));
    assert!(columns(&desk, "uit").iter().any(|(_, rules)| *rules == json!([RULE])));
    assert_eq!(summary(&desk, "heel")["te_bevestigen"], summary(&desk, "uit")["te_bevestigen"]);
}

#[test]
fn shares_count_as_the_whole_and_are_joined_only_with_the_same_confirmations() {
    let desk = cases();
    batch(&desk, "zaken -o heel").exits(1);
    for share in 1..=3 {
        let _ = batch(&desk, &format!("zaken -o uit-{share} --deel {share}/3"));
    }
    batch(&desk, "uit-1 uit-2 uit-3 -o samen --voegsamen").exits(1).says(RULE);
    let sorted = |folder: &str| {
        let mut found = columns(&desk, folder);
        found.sort_by_key(|(kenmerk, rules)| (kenmerk.clone(), rules.to_string()));
        found
    };
    assert_eq!(sorted("heel"), sorted("samen"));
    assert_eq!(summary(&desk, "heel")["te_bevestigen"], summary(&desk, "samen")["te_bevestigen"]);
    assert_eq!(summary(&desk, "samen")["te_bevestigen"], json!({STAYS: 16, COST: 16, RULE: 16}));
    let refused = |desk: &Desk, said: &str| {
        batch(desk, "uit-1 uit-2 anders -o samen2 --voegsamen").exits(2).says(said);
        batch(desk, "anders uit-1 uit-2 -o samen2 --voegsamen").exits(2).says(said);
    };
    let _ = batch(&desk, "zaken -o anders --deel 3/3 --streng");
    refused(&desk, "opties gemaakt: streng");
    fs::remove_dir_all(desk.path("anders")).unwrap();
    let desk = desk.file("organisatie.yaml", organisation(&[RULE, COST, STAYS, IN_TIME]));
    let _ = batch(&desk, "zaken -o anders --deel 3/3");
    refused(&desk, "versies gemaakt: bevestigd");
}

#[test]
fn registers_of_before_the_column_are_read() {
    let desk = day();
    batch(&desk, "zaken -o uit").exits(0);
    let whole = tree(&desk, "uit");
    let mut desk = desk;
    for file in ["manifest.jsonl", "kwitanties.jsonl"] {
        let old: String = rows(&desk, &format!("uit/{file}"))
            .into_iter()
            .map(|mut row| {
                assert!(row.as_object_mut().unwrap().shift_remove("te_bevestigen").is_some());
                format!("{row}\n")
            })
            .collect();
        desk = desk.file(&format!("uit/{file}"), old);
    }
    let mut old = summary(&desk, "uit");
    for key in ["te_bevestigen", "bestanden", "gezien"] {
        assert!(old.as_object_mut().unwrap().shift_remove(key).is_some());
    }
    desk = desk.file("uit/samenvatting.json", old.to_string());
    desk.run("verifieer uit").exits(0).says("gelijk: 11");
    assert!(desk.run("termijnen uit").exits(0).out().lines().count() > 5);
    batch(&desk, "uit -o samen --voegsamen").exits(2).says("niet van deze versie");
    // The same command completes them, with what is known now.
    batch(&desk, "zaken -o uit").exits(0).says("er al: 11");
    same(&whole, &tree(&desk, "uit"));
}
