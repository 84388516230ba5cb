//! A further round in a finished folder (`--vervolg`): what was there stays byte for byte, what comes is counted on.

use crate::support::desk::Desk;
use crate::support::post::{ONE, TWO, batch, column, day, rows, same, tree, with_kenmerk};
use std::collections::BTreeMap;
use std::fs;

const OPTIONS: &str = "--drukstroom --dubbelzijdig --inserter --steekproef 2";

/// A finished folder in which one case was refused, and the case mended since; another case came.
fn mended() -> Desk {
    let desk = day();
    let good = desk.read("zaken/5.yaml");
    let desk = desk.file("zaken/5.yaml", good.replace("stap:", "stap:\n  onbekend: 1"));
    batch(&desk, &format!("zaken -o uit {OPTIONS}")).exits(1);
    desk.file("zaken/5.yaml", good).file("zaken/erbij.yaml", with_kenmerk(TWO, "A-0"))
}

/// Everything that was in a folder is still there, and each register begins with what it held.
fn kept(before: &BTreeMap<String, Vec<u8>>, now: &BTreeMap<String, Vec<u8>>) {
    for (name, bytes) in before {
        assert!(now[name].starts_with(bytes), "{name}");
        if name.ends_with(".pdf") {
            assert!(now[name] == *bytes, "{name}");
        }
    }
}

#[test]
fn a_mended_case_and_a_new_one_come_as_the_next_round() {
    let desk = mended();
    let before = tree(&desk, "uit");
    let letters = rows(&desk, "uit/manifest.jsonl").len();
    batch(&desk, &format!("zaken -o uit {OPTIONS} --vervolg")).exits(0).says("2 zaken: 2 met brief");
    let now = tree(&desk, "uit");
    kept(&before, &now);
    assert!(now.contains_key("drukstroom-0002.pdf") && !now.contains_key("drukstroom-0003.pdf"));
    let all = rows(&desk, "uit/manifest.jsonl");
    assert_eq!(all.len(), 12 + 1);
    let numbers: Vec<u64> = all.iter().map(|row| row["volgnummer"].as_u64().unwrap()).collect();
    assert_eq!(numbers, (1..=13).collect::<Vec<_>>());
    let (first, second) = all.split_at(letters);
    assert!(first.iter().all(|row| row["ronde"] == 1 && row["drukstroom"] == "drukstroom-0001.pdf"));
    assert!(second.iter().all(|row| row["ronde"] == 2 && row["drukstroom"] == "drukstroom-0002.pdf"));
    let mark = |row: &serde_json::Value| row["merk"].as_str().unwrap()[..8].to_owned();
    assert_ne!(mark(&first[0]), mark(&second[0]), "each round has a run number of its own");
    let summary: serde_json::Value = serde_json::from_str(&desk.read("uit/samenvatting.json")).unwrap();
    assert_eq!((&summary["brieven"], &summary["drukstroomdelen"]), (&12.into(), &2.into()));
    assert_eq!(summary["rondes"].as_array().unwrap().len(), 2);
    assert_eq!(summary["rondes"][1]["brieven"], 3);
    desk.run("verifieer uit").exits(0).says("gelijk: 13, anders: 0");
    desk.run("termijnen uit").exits(0);
    // Nothing new: nothing changes. A plain run knows nothing of the rounds.
    batch(&desk, &format!("zaken -o uit {OPTIONS} --vervolg")).exits(0);
    same(&now, &tree(&desk, "uit"));
    batch(&desk, &format!("zaken -o uit {OPTIONS}")).exits(2).says("`--vervolg`");
    same(&now, &tree(&desk, "uit"));
    // A third round.
    let desk = desk.file("zaken/nog.yaml", with_kenmerk(ONE, "Z-9"));
    batch(&desk, &format!("zaken -o uit {OPTIONS} --vervolg")).exits(0).says("1 brief");
    kept(&now, &tree(&desk, "uit"));
    assert_eq!(column(&desk, "ronde").last().unwrap(), "3");
    desk.run("verifieer uit").exits(0).says("gelijk: 14");
}

#[test]
fn a_round_that_was_cut_short_is_completed_by_the_same_command_only() {
    let undisturbed = mended();
    batch(&undisturbed, &format!("zaken -o uit {OPTIONS} --vervolg")).exits(0);
    let desk = mended();
    let before = tree(&desk, "uit");
    fs::create_dir(desk.path("uit/drukstroom-0002.pdf")).unwrap();
    fs::write(desk.path("uit/drukstroom-0002.pdf/x"), "").unwrap();
    batch(&desk, &format!("zaken -o uit {OPTIONS} --vervolg")).exits(74);
    fs::remove_dir_all(desk.path("uit/drukstroom-0002.pdf")).unwrap();
    kept(&before, &tree(&desk, "uit"));
    batch(&desk, &format!("zaken -o uit {OPTIONS}")).exits(2);
    batch(&desk, &format!("zaken -o uit {OPTIONS} --vervolg")).exits(0);
    same(&tree(&undisturbed, "uit"), &tree(&desk, "uit"));
    assert!(!desk.files().iter().any(|file| file.contains("/.rtbrief")));
}

/// A round that is killed while its files get their names: some have theirs, the others wait.
#[test]
fn a_round_that_was_killed_between_two_names_is_completed() {
    let undisturbed = mended();
    batch(&undisturbed, &format!("zaken -o uit {OPTIONS} --vervolg")).exits(0);
    let whole = tree(&undisturbed, "uit");
    let summary = undisturbed.read("uit/samenvatting.json");
    let names = [
        "drukstroom-0002.pdf",
        "manifest.jsonl",
        "manifest.csv",
        "kwitanties.jsonl",
        "fouten.jsonl",
        "fouten.csv",
    ];
    for named in 0..=names.len() {
        let desk = mended();
        let before = tree(&desk, "uit");
        // The letters and samples of the round are there, its registers in part.
        for (name, bytes) in whole.iter().filter(|(name, _)| !before.contains_key(*name)) {
            let path = match name.strip_prefix("steekproef/") {
                Some(sample) => format!("uit/.rtbrief-steekproef/{sample}"),
                None => format!("uit/{name}"),
            };
            fs::create_dir_all(desk.path(&path).parent().unwrap()).unwrap();
            fs::write(desk.path(&path), bytes).unwrap();
        }
        let _ = fs::remove_file(desk.path("uit/drukstroom-0002.pdf"));
        for (place, name) in names.iter().enumerate() {
            let waits = if place < named { "" } else { ".rtbrief-" };
            fs::write(desk.path(&format!("uit/{waits}{name}")), &whole[*name]).unwrap();
        }
        let receipts = undisturbed.read("uit/kwitanties.jsonl");
        let old = before["kwitanties.jsonl"].len();
        let new: String = receipts[old..].lines().map(|line| format!("2 {line}\n")).collect();
        let journal = format!("vervolg\n{new}");
        let desk = desk
            .file("uit/.rtbrief-samenvatting.json", &summary)
            .file("uit/.rtbrief-journaal", journal)
            .file("uit/.rtbrief-onderweg", "1\n");
        batch(&desk, &format!("zaken -o uit {OPTIONS} --vervolg")).exits(0);
        same(&whole, &tree(&desk, "uit"));
        assert_eq!(desk.read("uit/samenvatting.json"), summary);
        assert!(!desk.files().iter().any(|file| file.contains("/.rtbrief")), "{named}");
    }
}

/// A run that replaces another was killed: a round knows nothing of its letters, and touches none.
#[test]
fn a_round_does_not_follow_a_run_that_was_cut_short() {
    let desk = mended();
    let before = tree(&desk, "uit");
    let receipts = desk.read("uit/kwitanties.jsonl");
    let other = receipts.replace("\"brieven/", "\"brieven/ANDER-");
    let journal: String = other.lines().map(|line| format!("2 {line}\n")).collect();
    let desk =
        desk.file("uit/.rtbrief-journaal", journal.clone() + "2 half").file("uit/.rtbrief-onderweg", "1\n");
    batch(&desk, &format!("zaken -o uit {OPTIONS} --vervolg")).exits(2);
    kept(&before, &tree(&desk, "uit"));
}

#[test]
fn a_round_of_another_share_is_refused() {
    let desk = day();
    batch(&desk, "zaken -o uit --deel 1/2").exits(0);
    for options in ["", "--deel 2/2"] {
        batch(&desk, &format!("zaken -o uit --vervolg {options}"))
            .exits(2)
            .says("de optie `deel` is een andere");
    }
    batch(&desk, "zaken -o uit --vervolg --deel 1/2").exits(0);
}

#[test]
fn a_case_that_would_get_another_letter_is_refused() {
    let desk = mended();
    let other = desk_case(&desk, "zaken/3.yaml");
    let desk = desk.file("zaken/3.yaml", other);
    let before = tree(&desk, "uit");
    let ran = batch(&desk, &format!("zaken -o uit {OPTIONS} --vervolg")).exits(1);
    ran.says("1 geweigerd").says("1 × F702");
    kept(&before, &tree(&desk, "uit"));
    assert!(desk.read("uit/fouten.jsonl").contains("F702"));
    desk.run("verifieer uit/kwitanties.jsonl").exits(1);
}

/// A case with one word more in the motivering.
fn desk_case(desk: &Desk, file: &str) -> String {
    desk.read(file).replacen("Oleksandr", "Oleksii", 1) + "# anders\n"
}

#[test]
fn a_round_needs_a_finished_folder_of_the_same_paper() {
    let desk = day();
    batch(&desk, "zaken -o uit --vervolg").exits(2).says("een opdracht die af is, en die is er niet");
    assert!(!desk.path("uit/.rtbrief-onderweg").exists());
    batch(&desk, &format!("zaken -o uit {OPTIONS}")).exits(0);
    let before = tree(&desk, "uit");
    let desk = desk.file("zaken/nog.yaml", with_kenmerk(ONE, "Z-9"));
    batch(&desk, "zaken -o uit --vervolg").exits(2).says("de optie `drukstroom` is een andere");
    let manifest = desk.read("uit/manifest.csv");
    let desk = desk.file("uit/manifest.csv", manifest.clone() + "x\r\n");
    batch(&desk, &format!("zaken -o uit {OPTIONS} --vervolg")).exits(2).says("manifest.csv heeft");
    let desk = desk.file("uit/manifest.csv", manifest);
    same(&before, &tree(&desk, "uit"));
    batch(&desk, &format!("zaken -o uit {OPTIONS} --vervolg --overschrijf")).exits(2);
}
