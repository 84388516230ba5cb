//! Where cases come from: folders, files, many documents in one file, standard input; and the order of their letters,
//! which never depends on the threads.

use crate::support::desk::{Desk, case_of};
use crate::support::post::{
    COPY, ONE, TWO, batch, codes, column, day, desk, letters, rows, same, tree, with_kenmerk,
};
use std::fs;

#[test]
fn the_number_of_threads_changes_nothing() {
    let desk = day();
    for threads in [1, 8] {
        let options = "--drukstroom --dubbelzijdig --steekproef 3 --vellen 8";
        batch(&desk, &format!("zaken -o uit{threads} {options} --draden {threads}")).exits(0);
    }
    let one = tree(&desk, "uit1");
    assert!(one.len() > 20 && one.keys().any(|name| name.starts_with("steekproef/")));
    same(&one, &tree(&desk, "uit8"));
}

#[test]
fn one_file_with_all_cases_gives_what_a_folder_gives() {
    let desk = day();
    batch(&desk, "zaken -o uit").exits(0);
    let mut all = String::new();
    for number in (1..=8).rev() {
        // The `---` belongs to the document, so it counts in its hash.
        let case = desk.read(&format!("zaken/{number}.yaml"));
        let marked = format!("---\n{case}");
        fs::write(desk.path(&format!("zaken/{number}.yaml")), &marked).unwrap();
        all.push_str(&marked);
    }
    let desk = desk.file("alle.yaml", &all);
    batch(&desk, "zaken -o los").exits(0);
    batch(&desk, "alle.yaml -o een").exits(0);
    let (loose, one, before) = (tree(&desk, "los"), tree(&desk, "een"), tree(&desk, "uit"));
    for name in before.keys().filter(|name| name.starts_with("brieven/")) {
        assert!(before[name] == one[name] && loose[name] == one[name], "{name}");
    }
    let plain = |file: &str| {
        let mut rows = rows(&desk, file);
        for row in &mut rows {
            let row = row.as_object_mut().unwrap();
            row.shift_remove("bestand").unwrap();
            row.shift_remove("document").unwrap();
        }
        rows
    };
    assert_eq!(plain("los/manifest.jsonl"), plain("een/manifest.jsonl"));
    assert_eq!(rows(&desk, "een/manifest.jsonl")[0]["document"], 1);
    assert_eq!(rows(&desk, "een/manifest.jsonl")[10]["document"], 8);
}

#[test]
fn cases_from_standard_input_give_the_letters_that_a_file_gives() {
    let cases = ["A-001", "A-002"].map(|kenmerk| format!("---\n{}", with_kenmerk(ONE, kenmerk))).concat();
    let desk = Desk::new().stdin(&cases).file("zaken.yaml", &cases);
    batch(&desk, "- -o uit").exits(0);
    assert_eq!(column(&desk, "bestand"), ["standaardinvoer", "standaardinvoer"]);
    batch(&desk, "zaken.yaml -o ander").exits(0);
    let (a, b) = (tree(&desk, "uit"), tree(&desk, "ander"));
    assert_eq!(a.keys().collect::<Vec<_>>(), b.keys().collect::<Vec<_>>());
    for name in a.keys().filter(|name| name.starts_with("brieven/")) {
        assert!(a[name] == b[name], "{name}");
    }
    batch(&desk, "- --droog").exits(0).says("2 brieven en 0 afschriften; er is niets geschreven");
}

#[test]
fn folders_are_read_with_their_subfolders_in_the_order_of_names() {
    let desk = desk(&[("b.yaml", "bestand-yaml-kapot", "x"), ("c.txt", ONE, "K-3"), (".d.yaml", ONE, "K-4")]);
    fs::create_dir_all(desk.path("zaken/a/diep")).unwrap();
    let broken = case_of("bestand-yaml-kapot");
    let desk =
        desk.file("zaken/a/diep/z.YML", &broken).file("zaken/a.json", &broken).file("zaken/c.yaml", &broken);
    let desk = desk.file("zaken/K-1_x.kwitantie.json", "{}");
    batch(&desk, "zaken -o zaken/uit").exits(1);
    let found = rows(&desk, "zaken/uit/fouten.jsonl");
    let files: Vec<&str> = found.iter().map(|row| row["bestand"].as_str().unwrap()).collect();
    assert_eq!(files, ["a/diep/z.YML", "a.json", "b.yaml", "c.yaml"]);
    // What the run left in the folder of the cases is no case.
    let before = tree(&desk, "zaken/uit");
    batch(&desk, "zaken -o zaken/uit").exits(1);
    same(&before, &tree(&desk, "zaken/uit"));
    // Nor is what an earlier run left there.
    batch(&desk, "zaken -o zaken/uit2").exits(1);
    same(&before, &tree(&desk, "zaken/uit2"));
}

#[test]
fn letters_go_into_a_folder_not_into_a_file_or_a_stream() {
    let desk = desk(&[("a.yaml", ONE, "K-1")]).file("brief", "x");
    batch(&desk, "zaken -o brief").exits(2).says("brief is een bestand, geen map");
    batch(&desk, "zaken -o -").exits(2).says("niet naar standaarduitvoer");
    desk.run("maak zaken/a.yaml -o brief")
        .exits(74)
        .says("de map brief kan niet worden gemaakt: dit is geen map");
    desk.run("maak zaken/a.yaml -o nieuw/x.pdf").exits(74).says("niet geschreven: de map is er niet");
}

#[test]
fn an_empty_folder_gives_empty_registers() {
    let desk = desk(&[]);
    for command in ["zaken -o uit --drukstroom", "zaken --droog"] {
        batch(&desk, command).exits(2).says("geen enkele zaak gevonden").says("`--leeg-mag`");
    }
    assert!(desk.files().iter().all(|file| !file.contains("uit/.") && !file.ends_with(".json")), "no run");
    batch(&desk, "zaken -o uit --drukstroom --leeg-mag").exits(0).says("0 zaken");
    assert_eq!(
        desk.read("uit/manifest.jsonl") + &desk.read("uit/kwitanties.jsonl") + &desk.read("uit/fouten.jsonl"),
        ""
    );
    assert!(desk.read("uit/manifest.csv").starts_with("volgnummer,kenmerk,"));
    assert!(letters(&desk).is_empty() && !desk.path("uit/drukstroom-0001.pdf").exists());
}

#[test]
fn a_file_that_cannot_be_read_is_reported_and_does_not_stop_the_others() {
    let desk = desk(&[("a.yaml", ONE, "K-1")]);
    batch(&desk, "zaken weg.yaml -o uit").exits(74).says("weg.yaml");
    assert_eq!(letters(&desk), ["K-1_weigeringsbesluit.pdf"]);
    assert_eq!(codes(&desk), [("#2".to_owned(), "F101".to_owned())]);
}

#[cfg(unix)]
#[test]
fn links_in_a_circle_come_to_an_end_and_a_name_that_is_not_utf_8_is_read() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    let desk = desk(&[("a.yaml", COPY, "K-1")]);
    symlink("..", desk.path("zaken/terug")).unwrap();
    symlink(".", desk.path("zaken/zelf")).unwrap();
    symlink("nergens", desk.path("zaken/los.yaml")).unwrap();
    fs::write(desk.path("zaken").join(OsStr::from_bytes(b"\xFF.yaml")), with_kenmerk(TWO, "K-2")).unwrap();
    batch(&desk, "zaken -o uit").exits(74);
    assert_eq!(letters(&desk).len(), 4);
    assert_eq!(codes(&desk), [("los.yaml".to_owned(), "F101".to_owned())]);
    // The run is not finished while a case could not be read.
    assert!(desk.path("uit/.rtbrief-onderweg").exists() && !desk.path("uit/manifest.jsonl").exists());
    fs::remove_file(desk.path("zaken/los.yaml")).unwrap();
    batch(&desk, "zaken -o uit").exits(0).says("er al: 4");
    assert_eq!(column(&desk, "bestand"), ["a.yaml", "a.yaml", "\u{FFFD}.yaml", "\u{FFFD}.yaml"]);
}

#[test]
fn the_order_is_that_of_kenmerk_postcode_or_sheets() {
    let desk = day();
    batch(&desk, "zaken -o uit").exits(0);
    let plain = column(&desk, "kenmerk");
    assert!(plain.is_sorted() && plain.len() == 11, "{plain:?}");
    assert_eq!(column(&desk, "volgnummer"), (1..=11).map(|n| n.to_string()).collect::<Vec<_>>());
    for (order, key) in [("postcode", "postcode"), ("vellen", "vellen")] {
        batch(&desk, &format!("zaken -o uit --volgorde {order}")).exits(2).says("andere volgorde");
        batch(&desk, &format!("zaken -o uit --volgorde {order} --overschrijf")).exits(0);
        let kenmerken = column(&desk, "kenmerk");
        let mut keys: Vec<(String, u64)> = Vec::new();
        for row in rows(&desk, "uit/manifest.jsonl") {
            let kenmerk = row["kenmerk"].as_str().unwrap().to_owned();
            match keys.last_mut().filter(|(last, _)| *last == kenmerk) {
                Some((_, sheets)) => *sheets += row["vellen"].as_u64().unwrap(),
                None => keys.push((kenmerk, row["vellen"].as_u64().unwrap())),
            }
        }
        assert_ne!(kenmerken, plain, "{key}");
        if order == "vellen" {
            assert!(keys.is_sorted_by_key(|(kenmerk, sheets)| (*sheets, kenmerk.clone())), "{keys:?}");
        } else {
            let abroad = rows(&desk, "uit/manifest.jsonl").last().unwrap()["postcode"].clone();
            assert!(abroad.is_null());
        }
        assert_eq!(keys.len(), 8);
    }
}

#[test]
fn a_run_over_standard_input_is_verified_with_the_cases() {
    let cases = [with_kenmerk(ONE, "K-1"), with_kenmerk(COPY, "K-2")].join("---\n");
    let desk = Desk::new().stdin(&cases).file("archief.yaml", cases);
    batch(&desk, "- -o uit").exits(0);
    desk.run("verifieer uit").exits(1).says("anders: 3").says("kwamen van standaardinvoer").prints_nothing();
    desk.run("verifieer uit --zaken archief.yaml").exits(0).says("gelijk: 3");
    let letter = desk.files().into_iter().find(|file| file.starts_with("uit/brieven/K-1")).unwrap();
    let desk = desk.file(&letter, "x");
    desk.run("verifieer uit").exits(1).prints("het bestand van de brief is veranderd; de zaak kwam van");
}

/// An input without an end is not read until the disk is full, and its name is told.
#[cfg(unix)]
#[test]
fn an_input_without_an_end_is_refused() {
    let desk = desk(&[("a.yaml", ONE, "K-1")]);
    batch(&desk, "zaken /dev/zero -o uit").exits(74).says("/dev/zero: te groot");
    assert!(!desk.files().iter().any(|file| file.contains(".rtbrief")), "nothing of it stays");
    batch(&desk, "/dev/zero --droog").exits(74);
    desk.run("controleer /dev/zero").exits(74).says("te groot");
}
