//! Files of fixed names: somebody else may have put a link, a pipe or a folder there. Nothing elsewhere is written, and
//! nothing waits for ever.

use crate::support::desk::Desk;
use crate::support::post::{batch, day, letters, same, tree};
use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

const VICTIM: &str = "van een ander";

fn with_victim() -> Desk {
    let desk = day();
    fs::create_dir(desk.path("uit")).unwrap();
    desk.file("slachtoffer", VICTIM)
}

fn fifo(desk: &Desk, name: &str) {
    assert!(Command::new("mkfifo").arg(desk.path(name)).status().unwrap().success());
}

#[test]
fn a_link_at_the_name_of_marker_or_journal_is_not_followed() {
    for name in [".rtbrief-onderweg", ".rtbrief-journaal", "kwitanties.jsonl", "manifest.jsonl"] {
        for hard in [false, true] {
            let desk = with_victim();
            let (victim, link) = (desk.path("slachtoffer"), desk.path(&format!("uit/{name}")));
            if hard {
                fs::hard_link(&victim, &link).unwrap()
            } else {
                symlink(&victim, &link).unwrap()
            }
            let ran = batch(&desk, "zaken -o uit");
            assert!(ran.errors().contains("fout"), "{name} {hard}: {}", ran.errors());
            assert_eq!(desk.read("slachtoffer"), VICTIM, "{name} {hard}");
        }
    }
}

#[test]
fn a_link_that_leads_nowhere_makes_no_file_elsewhere() {
    for name in [".rtbrief-onderweg", ".rtbrief-journaal"] {
        let desk = with_victim();
        symlink(desk.path("elders"), desk.path(&format!("uit/{name}"))).unwrap();
        batch(&desk, "zaken -o uit").exits(74).says("dit is geen gewoon bestand, of een koppeling");
        assert!(!desk.path("elders").exists());
    }
}

#[test]
fn letters_go_into_a_folder_of_the_run_itself() {
    let desk = with_victim();
    fs::create_dir(desk.path("elders")).unwrap();
    symlink(desk.path("elders"), desk.path("uit/brieven")).unwrap();
    batch(&desk, "zaken -o uit").exits(74).says("koppeling");
    assert_eq!(fs::read_dir(desk.path("elders")).unwrap().count(), 0);
}

#[test]
fn a_pipe_at_a_fixed_name_never_waits() {
    for name in [".rtbrief-onderweg", ".rtbrief-journaal", "kwitanties.jsonl", "samenvatting.json"] {
        let desk = with_victim();
        fifo(&desk, &format!("uit/{name}"));
        let ran = batch(&desk, "zaken -o uit");
        assert!(ran.errors().contains("fout"), "{name}: {}", ran.errors());
        desk.run("verifieer uit");
        desk.run("termijnen uit");
    }
}

#[test]
fn a_scratch_file_of_another_is_not_written_through() {
    let desk = with_victim();
    symlink(desk.path("slachtoffer"), desk.path("uit/.rtbrief-manifest.jsonl")).unwrap();
    batch(&desk, "zaken -o uit").exits(0);
    assert_eq!(desk.read("slachtoffer"), VICTIM);
    assert_eq!(letters(&desk).len(), 11);
    batch(&desk, "zaken -o heel").exits(0);
    same(&tree(&desk, "heel"), &tree(&desk, "uit"));
}
