//! The folder of a finished run guards all that it said: stream, order, numbers, marks and rows.

use crate::support::desk::Desk;
use crate::support::post::{ONE, batch, day, same, tree, with_kenmerk};
use std::fs;

const OPTIONS: &str = "--drukstroom --dubbelzijdig --inserter";

/// Gives a command that would change a finished folder, and demands that it changes nothing.
fn refused(desk: &Desk, command: &str, said: &str) {
    let before = tree(desk, "uit");
    batch(desk, command).exits(2).says(said).says("er is niets veranderd");
    same(&before, &tree(desk, "uit"));
    assert!(!desk.files().iter().any(|file| file.contains("/.rtbrief")), "no marker and no scratch stay");
}

#[test]
fn a_case_that_was_mended_or_added_does_not_change_what_was_printed() {
    let desk = day();
    // One case is refused at first.
    let good = desk.read("zaken/5.yaml");
    let desk = desk.file("zaken/5.yaml", good.replace("uitkomst: ", "uitkomst: x"));
    batch(&desk, &format!("zaken -o uit {OPTIONS}")).exits(1);
    let desk = desk.file("zaken/5.yaml", good);
    refused(&desk, &format!("zaken -o uit {OPTIONS}"), "in een andere volgorde");
    // A case whose kenmerk comes first would shift every number.
    let desk = day();
    batch(&desk, &format!("zaken -o uit {OPTIONS}")).exits(0);
    let desk = desk.file("zaken/erbij.yaml", with_kenmerk(ONE, "A-0"));
    refused(&desk, &format!("zaken -o uit {OPTIONS}"), "geef `--vervolg`");
    batch(&desk, "zaken -o erbij --alleen A-0").exits(0).says("1 brief");
}

/// A case for which another letter stood in the way gets none; what stood there goes, and the same command comes again.
#[test]
fn a_case_that_fell_out_while_letters_were_made_stays_out() {
    let desk = day();
    let other = "uit/brieven/K-001_weigeringsbesluit.pdf";
    fs::create_dir_all(desk.path("uit/brieven")).unwrap();
    let desk = desk.file(other, "van een ander");
    batch(&desk, &format!("zaken -o uit {OPTIONS}")).exits(1);
    fs::remove_file(desk.path(other)).unwrap();
    let before = tree(&desk, "uit");
    for _ in 0..2 {
        batch(&desk, &format!("zaken -o uit {OPTIONS}")).exits(2).says("er is niets veranderd");
        same(&before, &tree(&desk, "uit"));
        assert!(!desk.path("uit/.rtbrief-onderweg").exists());
    }
    batch(&desk, &format!("zaken -o uit {OPTIONS} --vervolg")).exits(0).says("1 brief");
    assert!(desk.path(other).exists());
}

#[test]
fn cases_at_another_place_are_named() {
    let desk = day();
    batch(&desk, &format!("zaken -o uit {OPTIONS}")).exits(0);
    refused(&desk, &format!("./zaken -o uit {OPTIONS}"), "zaken op een andere plek (zaken/");
    batch(&desk, &format!("zaken -o uit {OPTIONS}")).exits(0);
}

#[test]
fn a_run_that_was_stopped_after_everything_had_its_name_is_finished() {
    let desk = day();
    batch(&desk, &format!("zaken -o uit {OPTIONS}")).exits(0);
    let whole = tree(&desk, "uit");
    let receipts = desk.read("uit/kwitanties.jsonl");
    let journal: String = receipts.lines().map(|line| format!("2 {line}\n")).collect();
    let desk = desk.file("uit/.rtbrief-onderweg", "1\n").file("uit/.rtbrief-journaal", journal);
    // A case was changed since: the folder is closed first, then the command is judged.
    let case = desk.read("zaken/5.yaml");
    let desk = desk.file("zaken/5.yaml", case.replace("Oleksandr", "Oleksii") + "# later\n");
    batch(&desk, &format!("zaken -o uit {OPTIONS}")).exits(2).says("er is niets veranderd");
    same(&whole, &tree(&desk, "uit"));
    assert!(!desk.path("uit/.rtbrief-onderweg").exists() && !desk.path("uit/.rtbrief-journaal").exists());
    desk.run("verifieer uit/kwitanties.jsonl").exits(1).says("gelijk: 10");
}

#[test]
fn a_file_that_cannot_be_read_leaves_a_finished_folder_as_it_is() {
    let desk = day();
    batch(&desk, &format!("zaken -o uit {OPTIONS}")).exits(0);
    let before = tree(&desk, "uit");
    batch(&desk, &format!("zaken weg.yaml -o uit {OPTIONS}")).exits(74).says("weg.yaml");
    same(&before, &tree(&desk, "uit"));
    assert!(!desk.path("uit/.rtbrief-onderweg").exists());
    desk.run("verifieer uit").exits(0);
}

#[test]
fn a_run_that_replaces_another_leaves_no_letter_of_it() {
    let desk = day();
    batch(&desk, &format!("zaken -o uit {OPTIONS}")).exits(0);
    fs::remove_file(desk.path("zaken/5.yaml")).unwrap();
    batch(&desk, &format!("zaken -o uit {OPTIONS} --overschrijf")).exits(0);
    desk.run("verifieer uit").exits(0).says("anders: 0");
    refused(
        &desk,
        &format!("zaken -o uit {OPTIONS} --overschrijf --alleen K-001"),
        "niet samen met `--alleen`",
    );
}

#[test]
fn a_join_that_is_refused_puts_the_folder_back() {
    let desk = day();
    for share in 1..=2 {
        batch(&desk, &format!("zaken -o a-{share} --deel {share}/2")).exits(0);
        batch(
            &desk,
            &format!("zaken -o b-{share} --deel {share}/2 --bekendmaking 2026-12-02 --wijze toezending"),
        )
        .exits(0);
    }
    batch(&desk, "--voegsamen a-1 a-2 -o uit").exits(0);
    refused(&desk, "--voegsamen b-1 b-2 -o uit", "andere brieven");
    desk.run("verifieer uit").exits(0);
    // A share with a letter that was changed, into a new folder.
    let letter = fs::read_dir(desk.path("a-2/brieven")).unwrap().next().unwrap().unwrap().path();
    fs::write(&letter, "%PDF-\n%%EOF\n").unwrap();
    batch(&desk, "--voegsamen a-1 a-2 -o nieuw").exits(2);
    assert!(
        !desk.files().iter().any(|file| file.contains("nieuw/.rtbrief") || file.contains("nieuw/brieven/K"))
    );
}

#[test]
fn a_run_without_a_stream_guards_its_rows_too() {
    let desk = day();
    batch(&desk, "zaken -o uit").exits(0);
    refused(&desk, "zaken -o uit --volgorde postcode", "in een andere volgorde");
    refused(&desk, "zaken -o uit --drukstroom", "de optie `drukstroom` is een andere");
    let desk = desk.file("zaken/erbij.yaml", with_kenmerk(ONE, "Z-9"));
    refused(&desk, "zaken -o uit", "geeft andere brieven");
}

#[test]
fn records_that_are_gone_or_cannot_be_read_stop_the_run() {
    let desk = day();
    batch(&desk, &format!("zaken -o uit {OPTIONS}")).exits(0);
    let summary = desk.read("uit/samenvatting.json");
    let command = format!("zaken -o uit {OPTIONS}");
    fs::remove_file(desk.path("uit/samenvatting.json")).unwrap();
    refused(&desk, &command, "samenvatting.json is er niet");
    for broken in ["{", &summary.replacen('{', "{\"later\": 1,", 1)] {
        let desk = &desk;
        fs::write(desk.path("uit/samenvatting.json"), broken).unwrap();
        refused(desk, &command, "samenvatting.json is beschadigd of niet van deze versie");
    }
    fs::write(desk.path("uit/samenvatting.json"), summary).unwrap();
    // Fewer cases, while the receipts that would tell are gone or damaged.
    fs::rename(desk.path("zaken/8.yaml"), desk.path("8.yaml")).unwrap();
    let receipts = desk.read("uit/kwitanties.jsonl");
    for damaged in [String::new(), receipts.replacen("\"versie\":1", "\"versie\":2", 1), "x\n".to_owned()] {
        fs::write(desk.path("uit/kwitanties.jsonl"), damaged).unwrap();
        refused(&desk, &command, "geeft andere brieven");
    }
    fs::remove_file(desk.path("uit/kwitanties.jsonl")).unwrap();
    refused(&desk, &command, "geeft andere brieven");
}

#[test]
fn the_same_run_gives_back_what_was_lost() {
    let desk = day();
    let command = format!("zaken -o uit {OPTIONS}");
    batch(&desk, &command).exits(0);
    let whole = tree(&desk, "uit");
    for file in ["kwitanties.jsonl", "manifest.jsonl", "manifest.csv", "drukstroom-0001.pdf", "fouten.jsonl"]
    {
        fs::remove_file(desk.path(&format!("uit/{file}"))).unwrap();
        batch(&desk, &command).exits(0);
        same(&whole, &tree(&desk, "uit"));
    }
    desk.run("verifieer uit").exits(0);
}

#[test]
fn a_joined_folder_guards_its_stream() {
    let desk = day();
    for share in 1..=2 {
        batch(&desk, &format!("zaken -o deel-{share} --deel {share}/2 --drukstroom")).exits(0);
    }
    let join = "--voegsamen deel-1 deel-2 -o uit";
    batch(&desk, join).exits(0);
    let whole = tree(&desk, "uit");
    batch(&desk, join).exits(0);
    same(&whole, &tree(&desk, "uit"));
    for share in 1..=2 {
        batch(
            &desk,
            &format!("zaken -o deel-{share} --deel {share}/2 --drukstroom --vellen 3 --overschrijf"),
        )
        .exits(0);
    }
    refused(&desk, join, "een andere drukstroom");
    refused(&desk, "zaken -o uit --drukstroom", "geeft andere brieven");
}

#[test]
fn a_run_is_not_finished_while_cases_could_not_be_read() {
    let desk = day();
    batch(&desk, "zaken -o heel").exits(0);
    batch(&desk, "zaken weg.yaml -o uit -q")
        .exits(74)
        .says("1 bestand kon niet")
        .says("de opdracht is niet af");
    assert!(desk.path("uit/.rtbrief-onderweg").exists() && !desk.path("uit/manifest.jsonl").exists());
    desk.run("verifieer uit").exits(1).says("is niet klaar");
    desk.run("termijnen uit").exits(1).says("is niet klaar");
    batch(&desk, "zaken -o uit").exits(0).says("er al: 11");
    same(&tree(&desk, "heel"), &tree(&desk, "uit"));
}
