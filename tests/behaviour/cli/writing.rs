//! How `maak` writes: whole files for their owner alone, never over another letter, and nothing is left behind.

use crate::support::desk::Desk;
use std::fs;

const LETTER: &str = "RTB-2026-000019_weigeringsbesluit.txt";

#[test]
fn another_letter_is_overwritten_only_if_asked() {
    let desk = Desk::with("weigering-inreisstempel").file(LETTER, "een andere brief");
    desk.run("maak zaak.yaml --formaat txt").exits(1).says("fout[F702]").says("--overschrijf");
    assert_eq!(desk.read(LETTER), "een andere brief");
    assert_eq!(desk.files(), [LETTER, "zaak.yaml"]);
    desk.run("maak zaak.yaml --formaat txt --overschrijf").exits(0).says("vervangen");
    assert!(desk.read(LETTER).contains("Kovalenko"));
}

#[test]
fn the_same_letter_may_be_made_again() {
    let desk = Desk::with("weigering-inreisstempel");
    for word in ["gemaakt", "was er al"] {
        for form in ["txt", "pdf"] {
            desk.run(&format!("maak zaak.yaml --formaat {form}")).exits(0).says(word);
        }
    }
}

#[test]
#[cfg(unix)]
fn letters_and_new_folders_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::with("weigering-inreisstempel");
    desk.run("maak zaak.yaml --formaat txt -o nieuw/map").exits(0);
    let mode = |path: &str| fs::metadata(desk.path(path)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&format!("nieuw/map/{LETTER}")), 0o600);
    assert_eq!((mode("nieuw"), mode("nieuw/map")), (0o700, 0o700));
    desk.run("maak zaak.yaml --formaat txt -o nieuw/map --overschrijf").exits(0);
    assert_eq!(mode(&format!("nieuw/map/{LETTER}")), 0o600);
}

#[test]
#[cfg(unix)]
fn a_link_is_never_followed() {
    let desk = Desk::with("weigering-inreisstempel").file("elders.txt", "van een ander");
    std::os::unix::fs::symlink(desk.path("elders.txt"), desk.path(LETTER)).unwrap();
    for option in ["", "--overschrijf"] {
        desk.run(&format!("maak zaak.yaml --formaat txt {option}")).exits(1).says("fout[F702]");
    }
    assert_eq!(desk.read("elders.txt"), "van een ander");
}

#[test]
fn a_folder_that_cannot_be_made_fails_the_run() {
    let desk = Desk::with("weigering-inreisstempel").file("bezet", "geen map");
    desk.run("maak zaak.yaml -o bezet/map").exits(74).prints_nothing().says("kan niet worden gemaakt");
    desk.run("maak zaak.yaml -o bezet/brief.pdf").exits(74).prints_nothing().says("geen map");
    assert_eq!(desk.files(), ["bezet", "zaak.yaml"]);
}

#[test]
#[cfg(unix)]
fn a_folder_without_permission_fails_the_run() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::with("weigering-inreisstempel");
    let folder = desk.path("dicht");
    fs::create_dir(&folder).unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o500)).unwrap();
    if fs::write(folder.join("proef"), "").is_ok() {
        return; // whoever may write anywhere cannot be refused
    }
    desk.run("maak zaak.yaml -o dicht").exits(74).says("fout[F701]").says("geen toegang");
    assert_eq!(desk.files(), ["dicht", "zaak.yaml"]);
}

#[test]
fn a_full_standard_output_fails_the_run() {
    let desk = Desk::with("weigering-inreisstempel");
    for (words, says) in
        [("maak zaak.yaml -o -", "standaarduitvoer mislukte"), ("--help", ""), ("batch --help", "")]
    {
        let Ok(full) = fs::OpenOptions::new().write(true).open("/dev/full") else { return };
        let output = std::process::Command::new(snapbox::cmd::cargo_bin("rtbrief"))
            .args(words.split(' '))
            .current_dir(desk.path(""))
            .stdout(full)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(74), "{words}");
        assert!(String::from_utf8(output.stderr).unwrap().contains(says));
    }
}
