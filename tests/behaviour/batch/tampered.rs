//! A finished folder in which something was changed: `verifieer` names it, and what reads the registers stops.

use crate::support::desk::Desk;
use crate::support::post::{batch, day, rows};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

type Tamper = fn(&Path);

fn lines(path: &Path, change: impl FnOnce(&mut Vec<String>)) {
    let mut lines: Vec<String> = fs::read_to_string(path).unwrap().lines().map(str::to_owned).collect();
    change(&mut lines);
    let text: String = lines.into_iter().map(|line| line + "\n").collect();
    fs::write(path, text).unwrap();
}

fn replace(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "{from}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

fn append(path: &Path, bytes: &[u8]) {
    let mut all = fs::read(path).unwrap();
    all.extend_from_slice(bytes);
    fs::write(path, all).unwrap();
}

fn flip(path: &Path) {
    let mut all = fs::read(path).unwrap();
    let middle = all.len() / 2;
    all[middle] ^= 1;
    fs::write(path, all).unwrap();
}

fn copy(from: &Path, to: &Path) {
    fs::copy(from, to).unwrap();
}

fn swap(a: &Path, b: &Path) {
    let (one, other) = (fs::read(a).unwrap(), fs::read(b).unwrap());
    fs::write(a, other).unwrap();
    fs::write(b, one).unwrap();
}

fn letters(root: &Path) -> Vec<std::path::PathBuf> {
    let mut found: Vec<_> =
        fs::read_dir(root.join("brieven")).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found
}

/// What is done to the folder, and what `verifieer` must say of it.
const TAMPERED: &[(&str, Tamper, &str)] = &[
    (
        "stream gone",
        |root| fs::remove_file(root.join("drukstroom-0001.pdf")).unwrap(),
        "drukstroom-0001.pdf is er niet",
    ),
    ("stream longer", |root| append(&root.join("drukstroom-0001.pdf"), b"x"), "drukstroom-0001.pdf heeft"),
    ("stream changed", |root| flip(&root.join("drukstroom-0002.pdf")), "drukstroom-0002.pdf is veranderd"),
    (
        "stream empty",
        |root| fs::write(root.join("drukstroom-0001.pdf"), "").unwrap(),
        "drukstroom-0001.pdf heeft 0 bytes",
    ),
    (
        "streams swapped",
        |root| swap(&root.join("drukstroom-0001.pdf"), &root.join("drukstroom-0002.pdf")),
        "drukstroom-0001.pdf",
    ),
    (
        "stream too many",
        |root| copy(&root.join("drukstroom-0001.pdf"), &root.join("drukstroom-0099.pdf")),
        "drukstroom-0099.pdf hoort niet bij deze opdracht",
    ),
    (
        "stream a folder",
        |root| {
            fs::remove_file(root.join("drukstroom-0001.pdf")).unwrap();
            fs::create_dir(root.join("drukstroom-0001.pdf")).unwrap();
        },
        "drukstroom-0001.pdf is geen gewoon bestand",
    ),
    (
        "stream open to all",
        |root| {
            fs::set_permissions(root.join("drukstroom-0001.pdf"), fs::Permissions::from_mode(0o644)).unwrap()
        },
        "drukstroom-0001.pdf mag ook door anderen",
    ),
    (
        "receipts: last row gone",
        |root| lines(&root.join("kwitanties.jsonl"), |all| drop(all.pop())),
        "kwitanties.jsonl heeft",
    ),
    (
        "receipts emptied",
        |root| fs::write(root.join("kwitanties.jsonl"), "").unwrap(),
        "kwitanties.jsonl heeft 0 bytes",
    ),
    (
        "receipts: row twice",
        |root| lines(&root.join("kwitanties.jsonl"), |all| all.push(all[0].clone())),
        "kwitanties.jsonl heeft",
    ),
    (
        "receipts: order",
        |root| lines(&root.join("kwitanties.jsonl"), |all| all.swap(0, 3)),
        "manifest.jsonl heeft op rij 1 een andere brief",
    ),
    (
        "receipts: a hash",
        |root| replace(&root.join("kwitanties.jsonl"), "\"sha256_brief\":\"", "\"sha256_brief\":\"0"),
        "kwitanties.jsonl",
    ),
    (
        "receipts gone",
        |root| fs::remove_file(root.join("kwitanties.jsonl")).unwrap(),
        "kwitanties.jsonl is er niet",
    ),
    (
        "manifest gone",
        |root| fs::remove_file(root.join("manifest.jsonl")).unwrap(),
        "manifest.jsonl is er niet",
    ),
    (
        "manifest: row gone",
        |root| lines(&root.join("manifest.jsonl"), |all| drop(all.remove(2))),
        "manifest.jsonl heeft",
    ),
    (
        "manifest: row twice",
        |root| lines(&root.join("manifest.jsonl"), |all| all.insert(1, all[0].clone())),
        "manifest.jsonl heeft op rij 2",
    ),
    (
        "manifest: order",
        |root| lines(&root.join("manifest.jsonl"), |all| all.swap(1, 2)),
        "manifest.jsonl is veranderd",
    ),
    (
        "manifest: a last day",
        |root| replace(&root.join("manifest.jsonl"), "\"laatste_dag\":\"2026", "\"laatste_dag\":\"2031"),
        "manifest.jsonl is veranderd",
    ),
    (
        "manifest: a number",
        |root| replace(&root.join("manifest.jsonl"), "\"volgnummer\":3", "\"volgnummer\":4"),
        "manifest.jsonl is veranderd",
    ),
    (
        "manifest open to all",
        |root| fs::set_permissions(root.join("manifest.jsonl"), fs::Permissions::from_mode(0o664)).unwrap(),
        "manifest.jsonl mag ook door anderen",
    ),
    ("csv changed", |root| flip(&root.join("manifest.csv")), "manifest.csv is veranderd"),
    ("csv gone", |root| fs::remove_file(root.join("manifest.csv")).unwrap(), "manifest.csv is er niet"),
    ("findings changed", |root| append(&root.join("fouten.jsonl"), b"{}\n"), "fouten.jsonl heeft"),
    ("findings gone", |root| fs::remove_file(root.join("fouten.jsonl")).unwrap(), "fouten.jsonl is er niet"),
    (
        "letter gone",
        |root| fs::remove_file(&letters(root)[1]).unwrap(),
        "het bestand van de brief is er niet",
    ),
    ("letter changed", |root| flip(&letters(root)[2]), "het bestand van de brief is veranderd"),
    (
        "letters swapped",
        |root| swap(&letters(root)[0], &letters(root)[4]),
        "het bestand van de brief is veranderd",
    ),
    (
        "letter too many",
        |root| copy(&letters(root)[0], &root.join("brieven/ANDERS_weigeringsbesluit.pdf")),
        "brieven/ANDERS_weigeringsbesluit.pdf staat in geen register",
    ),
    (
        "letter open to all",
        |root| fs::set_permissions(&letters(root)[0], fs::Permissions::from_mode(0o604)).unwrap(),
        "mag ook door anderen",
    ),
    (
        "summary gone",
        |root| fs::remove_file(root.join("samenvatting.json")).unwrap(),
        "samenvatting.json is er niet",
    ),
    (
        "summary broken",
        |root| fs::write(root.join("samenvatting.json"), "{").unwrap(),
        "samenvatting.json is beschadigd",
    ),
    (
        "summary: a count",
        |root| replace(&root.join("samenvatting.json"), "\"brieven\": 10", "\"brieven\": 9"),
        "noemt 10 brieven; de registers hebben er 11",
    ),
];

fn whole(desk: &Desk) {
    batch(desk, "zaken -o uit --drukstroom --vellen 12").exits(0);
    assert!(desk.path("uit/drukstroom-0002.pdf").exists());
    desk.run("verifieer uit").exits(0).says("gelijk: 11, anders: 0");
}

#[test]
fn whatever_is_changed_in_a_finished_folder_is_named() {
    assert!(TAMPERED.len() > 30);
    let desk = day();
    whole(&desk);
    for (name, tamper, said) in TAMPERED {
        let root = desk.path("uit");
        let copy = desk.path("kopie");
        assert!(std::process::Command::new("cp").arg("-a").arg(&root).arg(&copy).status().unwrap().success());
        tamper(&root);
        let ran = desk.run("verifieer uit");
        assert!(ran.out().contains(said), "{name}: no ‘{said}’ in\n{}{}", ran.out(), ran.errors());
        let ran = desk.run("verifieer uit --json");
        assert!(ran.objects().iter().any(|object| object["resultaat"] != "gelijk"), "{name}");
        let _ = ran.never_says("gelijk: 11, anders: 0, niet te lezen: 0");
        fs::remove_dir_all(&root).unwrap();
        fs::rename(&copy, &root).unwrap();
    }
    desk.run("verifieer uit").exits(0);
}

#[test]
fn a_changed_register_is_not_read_and_a_changed_share_is_not_joined() {
    let desk = day();
    whole(&desk);
    for share in 1..=2 {
        batch(&desk, &format!("zaken -o deel-{share} --deel {share}/2 --drukstroom")).exits(0);
    }
    replace(&desk.path("uit/manifest.jsonl"), "\"laatste_dag\":\"2026", "\"laatste_dag\":\"2031");
    desk.run("termijnen uit").exits(1).prints_nothing().says("uit/manifest.jsonl: dit bestand is veranderd");
    let parts =
        [("drukstroom-0001.pdf", 200), ("manifest.jsonl", 100), ("fouten.jsonl", 0), ("fouten.csv", 9)];
    for (file, length) in parts {
        let path = desk.path(&format!("deel-2/{file}"));
        let bytes = fs::read(&path).unwrap();
        let other =
            if bytes.is_empty() { b"{}\n".to_vec() } else { bytes[..bytes.len().min(length)].to_vec() };
        fs::write(&path, other).unwrap();
        batch(&desk, "--voegsamen deel-1 deel-2 -o samen").exits(2).says(&format!("samengevoegd: {file}"));
        fs::write(&path, bytes).unwrap();
        assert!(!desk.path("samen").exists(), "nothing is begun");
    }
    batch(&desk, "--voegsamen deel-1 deel-2 -o samen").exits(0);
    desk.run("verifieer samen").exits(0).says("gelijk: 11");
}

#[test]
fn shares_that_did_not_see_the_same_cases_are_not_joined() {
    let desk = day();
    batch(&desk, "zaken -o deel-1 --deel 1/2").exits(0);
    fs::rename(desk.path("zaken/3.yaml"), desk.path("3.yaml")).unwrap();
    batch(&desk, "zaken -o deel-2 --deel 2/2").exits(0);
    batch(&desk, "--voegsamen deel-1 deel-2 -o samen").exits(2).says("zagen niet dezelfde zaken (8 en 7");
    fs::rename(desk.path("3.yaml"), desk.path("zaken/3.yaml")).unwrap();
    batch(&desk, "zaken -o deel-twee --deel 2/2").exits(0);
    batch(&desk, "--voegsamen deel-1 deel-twee -o samen").exits(0);
    assert_eq!(rows(&desk, "samen/manifest.jsonl").len(), 11);
}
