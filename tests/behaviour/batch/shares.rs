//! Shares of a run on several machines, and the whole that they are joined to.

use crate::support::desk::Desk;
use crate::support::post::{COPY, ONE, TWO, batch, rows, same, summary, tree, with_kenmerk};
use std::collections::BTreeSet;
use std::fs;

const MANY: usize = 24;
const PRINT: &str = "--drukstroom --dubbelzijdig --inserter --vellen 10";

/// A desk with cases, two of which have the same kenmerk and one of which is broken.
pub fn cases() -> Desk {
    let desk = Desk::new();
    fs::create_dir(desk.path("zaken")).unwrap();
    let desk = (1..=MANY).fold(desk, |desk, number| {
        let kind = [ONE, COPY, TWO][number % 3];
        desk.file(&format!("zaken/{number:02}.yaml"), with_kenmerk(kind, &format!("K-{number:03}")))
    });
    let broken = with_kenmerk(ONE, "K-900").replace("geslacht:", "slacht:");
    desk.file("zaken/90.yaml", broken)
        .file("zaken/91.yaml", with_kenmerk(ONE, "K-901"))
        .file("zaken/92.yaml", with_kenmerk(ONE, "k-901"))
        .file("zaken/93.yaml", "geen: zaak\n")
        .file("zaken/94.yaml", with_kenmerk("triage-positief-geen-brief", "K-940"))
}

/// Makes the three shares of all cases.
fn shares(desk: &Desk) {
    let refused: Vec<bool> = (1..=3)
        .map(|share| {
            let ran = batch(desk, &format!("zaken -o uit-{share} {PRINT} --deel {share}/3"));
            let summary = summary(desk, &format!("uit-{share}"));
            let refused = summary["geweigerd"] != 0;
            ran.exits(i32::from(refused));
            refused
        })
        .collect();
    assert!(refused.contains(&true));
}

/// What a folder holds however a run is divided: the names of the letters, and the rows of the registers without the
/// columns that depend on the rows before.
pub fn essence(desk: &Desk, folder: &str) -> (Vec<String>, BTreeSet<String>, BTreeSet<String>) {
    let tree = tree(desk, folder);
    let letters = tree.keys().filter(|name| name.starts_with("brieven/")).cloned().collect();
    let mut lines = BTreeSet::new();
    for mut row in rows(desk, &format!("{folder}/manifest.jsonl")) {
        for column in ["volgnummer", "drukstroom", "eerste_pagina", "merk"] {
            row.as_object_mut().unwrap().remove(column);
        }
        lines.insert(row.to_string());
    }
    let others = ["kwitanties.jsonl", "fouten.jsonl"];
    let rest = others.iter().flat_map(|file| rows(desk, &format!("{folder}/{file}")));
    (letters, lines, rest.map(|row| row.to_string()).collect())
}

#[test]
fn the_shares_joined_hold_what_one_run_holds() {
    let desk = cases();
    batch(&desk, &format!("zaken -o heel {PRINT}")).exits(1);
    shares(&desk);
    batch(&desk, "uit-2 uit-3 uit-1 -o samen --voegsamen").exits(1).says("29 zaken: 24 met brief");
    assert!(essence(&desk, "heel") == essence(&desk, "samen"));
    let (heel, samen) = (summary(&desk, "heel"), summary(&desk, "samen"));
    for key in [
        "zaken",
        "brieven",
        "afschriften",
        "geweigerd",
        "geen_brief",
        "paginas",
        "vellen",
        "zonder_kix",
        "per_soort",
        "per_grond",
        "per_code",
        "te_bevestigen",
    ] {
        assert_eq!(heel[key], samen[key], "{key}");
    }
    assert_eq!(samen["samengevoegd"].as_array().unwrap().len(), 3);
    // Two cases with the same kenmerk fall into the same share.
    let doubles = rows(&desk, "samen/fouten.jsonl").iter().filter(|row| row["code"] == "F120").count();
    assert_eq!(doubles, 2);
}

#[test]
fn the_rows_of_the_joined_manifest_count_on_and_name_the_joined_parts() {
    let desk = cases();
    shares(&desk);
    batch(&desk, "uit-1 uit-2 uit-3 -o samen --voegsamen").exits(1);
    let whole = rows(&desk, "samen/manifest.jsonl");
    let mut expected = Vec::new();
    let mut parts = 0;
    for share in 1..=3 {
        for row in rows(&desk, &format!("uit-{share}/manifest.jsonl")) {
            expected.push((share, parts, row));
        }
        let count = summary(&desk, &format!("uit-{share}"))["drukstroomdelen"].as_u64().unwrap();
        for number in 1..=count {
            let part = |folder: String, number: u64| {
                fs::read(desk.path(&format!("{folder}/drukstroom-{number:04}.pdf"))).unwrap()
            };
            assert!(part(format!("uit-{share}"), number) == part("samen".to_owned(), parts + number));
        }
        parts += count;
    }
    assert!(parts > 3, "a share has several parts");
    assert_eq!(whole.len(), expected.len());
    for (number, (row, (_, before, own))) in (1_u64..).zip(whole.iter().zip(&expected)) {
        assert_eq!(row["volgnummer"], number);
        for column in ["kenmerk", "merk", "eerste_pagina", "sha256_brief"] {
            assert_eq!(row[column], own[column]);
        }
        let part: u64 = own["drukstroom"].as_str().unwrap()[11..15].parse().unwrap();
        assert_eq!(row["drukstroom"], format!("drukstroom-{:04}.pdf", before + part));
    }
    let runs: BTreeSet<String> =
        whole.iter().map(|row| row["merk"].as_str().unwrap()[..8].to_owned()).collect();
    assert_eq!(runs.len(), 3, "every share has a run number of its own");
    let csv = desk.read("samen/manifest.csv");
    assert_eq!(csv.lines().count(), whole.len() + 1);
    assert!(csv.lines().nth(whole.len()).unwrap().starts_with(&format!("{},", whole.len())));
}

#[test]
fn the_joined_run_is_verified_and_its_terms_are_listed() {
    let desk = cases();
    shares(&desk);
    batch(&desk, "uit-1 uit-2 uit-3 -o samen --voegsamen").exits(1);
    desk.run("verifieer samen").exits(0);
    let terms = desk.run("termijnen samen").exits(0).out();
    assert!(terms.lines().count() > MANY);
}

#[test]
fn joining_again_changes_nothing_and_completes_what_was_cut_short() {
    let desk = cases();
    shares(&desk);
    let join = "uit-1 uit-2 uit-3 -o samen --voegsamen";
    batch(&desk, &join.replace("samen --", "heel --")).exits(1);
    // A folder stands where a register would go, so the command fails when all but the last renames is done.
    fs::create_dir_all(desk.path("samen/manifest.csv")).unwrap();
    batch(&desk, join).exits(74);
    fs::remove_dir(desk.path("samen/manifest.csv")).unwrap();
    assert!(desk.path("samen/.rtbrief-onderweg").exists());
    let letters: Vec<String> =
        desk.files().into_iter().filter(|file| file.starts_with("samen/brieven/")).collect();
    letters.iter().step_by(2).for_each(|letter| fs::remove_file(desk.path(letter)).unwrap());
    for _ in 0..2 {
        batch(&desk, join).exits(1);
        same(&tree(&desk, "heel"), &tree(&desk, "samen"));
        assert_eq!(summary(&desk, "samen"), summary(&desk, "heel"));
    }
    // The shares are as they were.
    batch(&desk, &join.replace("samen --", "nogmaals --")).exits(1);
    same(&tree(&desk, "heel"), &tree(&desk, "nogmaals"));
}

#[test]
fn folders_that_do_not_belong_together_are_not_joined() {
    let desk = cases();
    shares(&desk);
    batch(&desk, "zaken -o anders --drukstroom --deel 1/3").exits(1);
    batch(&desk, "zaken/01.yaml zaken/02.yaml -o a").exits(0);
    batch(&desk, "zaken/02.yaml -o b").exits(0);
    batch(&desk, "zaken -o herdruk --alleen K-003").exits(0);
    fs::create_dir(desk.path("leeg")).unwrap();
    for (folders, said) in [
        ("uit-1 uit-2", "deel 3/3 ontbreekt"),
        ("uit-1 uit-2 uit-3 uit-1", "deel 1/3 is er meer dan één keer"),
        ("anders uit-2 uit-3", "opties"),
        ("uit-1 uit-2 uit-3 leeg", "kan niet worden samengevoegd: samenvatting.json is er niet"),
        ("a b", "het kenmerk K-002 staat in a en in b"),
        ("a herdruk", "herdruk"),
        ("a uit-1", "opties"),
        ("a samen", "kan niet ook"),
    ] {
        fs::create_dir_all(desk.path("samen")).unwrap();
        batch(&desk, &format!("{folders} -o samen --voegsamen")).exits(2).says(said);
        assert!(fs::read_dir(desk.path("samen")).unwrap().next().is_none(), "{folders}");
    }
    fs::write(desk.path("uit-2/.rtbrief-onderweg"), "1\n").unwrap();
    batch(&desk, "uit-1 uit-2 uit-3 -o samen --voegsamen").exits(2).says("uit-2 is niet af");
    fs::remove_file(desk.path("uit-2/.rtbrief-onderweg")).unwrap();
    let letter = desk.path("a/brieven/K-001_intrekkingsbesluit.pdf");
    let bytes = fs::read(&letter).unwrap();
    fs::write(&letter, &bytes[1..]).unwrap();
    batch(&desk, "a -o samen2 --voegsamen").exits(2).says("niet de brief van zijn kwitantie");
    fs::write(&letter, &bytes).unwrap();
    let manifest = desk.read("a/manifest.jsonl");
    let desk = desk.file("a/manifest.jsonl", manifest.lines().next().unwrap().to_owned() + "\n");
    batch(&desk, "a -o samen3 --voegsamen")
        .exits(2)
        .says("kan niet worden samengevoegd: manifest.jsonl heeft");
}

#[test]
fn another_letter_in_the_folder_of_the_joined_run_is_kept_unless_asked() {
    let desk = cases();
    batch(&desk, "zaken/01.yaml -o a").exits(0);
    fs::create_dir_all(desk.path("samen/brieven")).unwrap();
    let letter = "samen/brieven/K-001_intrekkingsbesluit.pdf";
    let desk = desk.file(letter, "iets anders");
    batch(&desk, "a -o samen --voegsamen").exits(2).says("staat al een andere brief");
    assert_eq!(desk.read(letter), "iets anders");
    batch(&desk, "a -o samen --voegsamen --overschrijf").exits(0);
    same(&tree(&desk, "a"), &tree(&desk, "samen"));
}

#[test]
fn wrong_use_of_shares_is_refused_with_its_option() {
    let desk = cases();
    for (words, said) in [
        ("zaken -o uit --deel 4/3", "--deel"),
        ("zaken -o uit --deel 3", "--deel"),
        ("uit-1 --voegsamen", "--uitvoer"),
        ("uit-1 -o uit --voegsamen --drukstroom", "--drukstroom"),
        ("uit-1 -o uit --voegsamen --wijze toezending", "--wijze"),
    ] {
        batch(&desk, words).exits(2).says(said);
    }
}
