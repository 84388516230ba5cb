//! A run that was cut short is completed by the same command; its folder then equals that of a run in one go.

use crate::support::desk::Desk;
use crate::support::post::{ONE, batch, codes, column, day, desk, letters, same, tree, with_kenmerk};
use std::fs::{self, File};

const OPTIONS: &str = "--drukstroom --dubbelzijdig --steekproef 2";
const MARKER: &str = "uit/.rtbrief-onderweg";
const JOURNAL: &str = "uit/.rtbrief-journaal";

/// Runs until the registers get their names, and fails there: a folder stands where one of them would go.
fn cut_short(desk: &Desk, options: &str) {
    fs::create_dir_all(desk.path("uit/manifest.csv")).unwrap();
    batch(desk, &format!("zaken -o uit {options}")).exits(74).says("geef dezelfde opdracht nog eens");
    fs::remove_dir(desk.path("uit/manifest.csv")).unwrap();
    assert!(desk.path(MARKER).exists() && desk.path(JOURNAL).exists());
}

#[test]
fn the_same_command_completes_a_run() {
    for options in ["", OPTIONS] {
        let desk = day();
        batch(&desk, &format!("zaken -o heel {options}")).exits(0);
        cut_short(&desk, options);
        // Half of the letters are gone, one is torn, and the journal ends in the middle of a line.
        let made = letters(&desk);
        assert_eq!(made.len(), 11);
        for letter in made.iter().step_by(2) {
            fs::remove_file(desk.path(&format!("uit/brieven/{letter}"))).unwrap();
        }
        File::options()
            .write(true)
            .open(desk.path(&format!("uit/brieven/{}", made[1])))
            .unwrap()
            .set_len(100)
            .unwrap();
        fs::write(desk.path("uit/brieven/.rtbrief-half"), "half").unwrap();
        let length = fs::metadata(desk.path(JOURNAL)).unwrap().len();
        File::options().write(true).open(desk.path(JOURNAL)).unwrap().set_len(length - 40).unwrap();
        batch(&desk, &format!("zaken -o uit {options}")).exits(0);
        same(&tree(&desk, "heel"), &tree(&desk, "uit"));
    }
}

#[test]
fn letters_of_an_unfinished_run_are_provisional() {
    let desk = day();
    cut_short(&desk, "");
    // One case is gone, one has changed: what the unfinished run made of them is not kept.
    fs::remove_file(desk.path("zaken/8.yaml")).unwrap();
    let desk = desk.file("zaken/5.yaml", with_kenmerk(ONE, "K-004").replace("Oleksandr", "Oleksii"));
    batch(&desk, "zaken -o heel").exits(0);
    batch(&desk, "zaken -o uit").exits(0);
    same(&tree(&desk, "heel"), &tree(&desk, "uit"));
    assert!(!column(&desk, "kenmerk").contains(&"K-001".to_owned()));
}

#[test]
fn a_letter_that_is_not_of_the_unfinished_run_is_kept() {
    let desk = day();
    cut_short(&desk, "");
    let other = b"%PDF-1.7 van een ander\n%%EOF\n";
    let desk = desk.file("uit/brieven/K-001_weigeringsbesluit.pdf", other);
    batch(&desk, "zaken -o uit").exits(1);
    assert_eq!(codes(&desk), [("8.yaml".to_owned(), "F702".to_owned())]);
    assert!(fs::read(desk.path("uit/brieven/K-001_weigeringsbesluit.pdf")).unwrap() == other);
}

/// Some disks keep the length and the end of a file, and lose what stands between.
#[test]
fn a_letter_that_a_power_cut_left_with_zeros_is_made_again() {
    let desk = day();
    batch(&desk, "zaken -o heel").exits(0);
    cut_short(&desk, "");
    let letter = desk.path("uit/brieven/K-001_weigeringsbesluit.pdf");
    let mut torn = fs::read(&letter).unwrap();
    torn[4096..8192].fill(0);
    fs::write(&letter, &torn).unwrap();
    batch(&desk, "zaken -o uit").exits(0);
    same(&tree(&desk, "heel"), &tree(&desk, "uit"));
}

/// The journal is the first thing of a run that is on the disk; before it, nothing was made.
#[test]
fn a_run_that_had_only_begun_does_not_stand_in_the_way_of_a_round() {
    let desk = day();
    batch(&desk, "zaken -o uit").exits(0);
    let before = tree(&desk, "uit");
    let desk = desk.file(MARKER, "").file(JOURNAL, "");
    batch(&desk, "zaken -o uit --vervolg").exits(0);
    same(&before, &tree(&desk, "uit"));
    assert!(!desk.path(MARKER).exists() && !desk.path(JOURNAL).exists());
}

#[test]
fn a_finished_run_that_is_given_again_changes_nothing() {
    let desk = day();
    batch(&desk, &format!("zaken -o uit {OPTIONS}")).exits(0);
    let before = tree(&desk, "uit");
    let time = |desk: &Desk| {
        fs::metadata(desk.path("uit/brieven/K-001_weigeringsbesluit.pdf")).unwrap().modified().unwrap()
    };
    let written = time(&desk);
    batch(&desk, &format!("zaken -o uit {OPTIONS}")).exits(0).says("er al: 11");
    same(&before, &tree(&desk, "uit"));
    assert_eq!(time(&desk), written);
    // A print stream may be with the printer: it is removed only if asked.
    batch(&desk, "zaken -o uit").exits(2).says("is een andere");
    same(&before, &tree(&desk, "uit"));
    // Without the print stream no letter is made again; its parts are removed, because the manifest names none.
    batch(&desk, "zaken -o uit --overschrijf").exits(0).says("er al: 11");
    batch(&desk, "zaken -o nieuw").exits(0);
    let (mut again, new) = (tree(&desk, "uit"), tree(&desk, "nieuw"));
    again.retain(|name, _| !name.starts_with("steekproef/"));
    same(&new, &again);
}

#[test]
fn another_option_makes_the_letters_again_only_if_asked() {
    let desk = day();
    batch(&desk, "zaken -o uit").exits(0);
    let before = tree(&desk, "uit");
    batch(&desk, "zaken -o uit --wijze toezending").exits(2).says("zou verdwijnen");
    same(&before, &tree(&desk, "uit"));
    batch(&desk, "zaken -o uit --wijze toezending --overschrijf").exits(0);
    batch(&desk, "zaken -o nieuw --wijze toezending").exits(0);
    same(&tree(&desk, "uit"), &tree(&desk, "nieuw"));
}

#[test]
fn a_damaged_letter_of_a_finished_run_is_made_whole() {
    let desk = day();
    batch(&desk, &format!("zaken -o uit {OPTIONS}")).exits(0);
    let before = tree(&desk, "uit");
    fs::write(desk.path("uit/brieven/K-001_weigeringsbesluit.pdf"), b"").unwrap();
    batch(&desk, &format!("zaken -o uit {OPTIONS}")).exits(0);
    same(&before, &tree(&desk, "uit"));
}

#[test]
fn a_finished_run_keeps_its_registers_when_a_case_breaks_or_comes_twice() {
    let desk = desk(&[("a.yaml", ONE, "K-1"), ("b.yaml", ONE, "K-2")]);
    batch(&desk, "zaken -o uit").exits(0);
    let before = tree(&desk, "uit");
    batch(&desk, "zaken zaken -o uit").exits(2).says("of een andere: 2 (").says("niets veranderd");
    let text = fs::read_to_string(desk.path("zaken/a.yaml")).unwrap();
    let desk = desk.file("zaken/a.yaml", format!("{text}onbekend: true\n"));
    batch(&desk, "zaken -o uit").exits(2).says("niets veranderd");
    same(&before, &tree(&desk, "uit"));
    batch(&desk, "zaken -o zaken").exits(2).says("ook de map voor de brieven");
}

#[test]
fn two_runs_in_one_folder_are_refused() {
    let desk = desk(&[("a.yaml", ONE, "K-1")]);
    fs::create_dir(desk.path("uit")).unwrap();
    let marker = File::create(desk.path(MARKER)).unwrap();
    marker.lock().unwrap();
    batch(&desk, "zaken -o uit").exits(2).says("is al een andere opdracht bezig");
    assert!(letters(&desk).is_empty());
    drop(marker);
    batch(&desk, "zaken -o uit").exits(0);
    assert!(!desk.path(MARKER).exists());
}
