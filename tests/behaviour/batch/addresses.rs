//! The address file for the post: which letters stand in it, and what of them.

use crate::support::desk::Desk;
use crate::support::post::{COPY, ONE, batch, day, desk, posted, rows, same, tree, with_kenmerk};
use std::fs;

const PRINT: &str = "--wijze toezending --dubbelzijdig";
const HEAD: &str = "id,volgnummer,locatie,straat,huisnummer,toevoeging,postcode,plaats,land,vellen,gewichtsklasse,codeerregel_past";

/// The cells of every row; no address of these cases holds a comma.
fn cells(desk: &Desk, file: &str) -> Vec<Vec<String>> {
    desk.read(file).lines().skip(1).map(|row| row.split(',').map(str::to_owned).collect()).collect()
}

#[test]
fn it_has_the_addresses_of_the_letters_and_no_names() {
    let desk = desk(&[("a.yaml", ONE, "K-1"), ("b.yaml", COPY, "K-2")]);
    batch(&desk, &format!("zaken -o uit {PRINT} --adresbestand a.csv"))
        .exits(0)
        .says("adresbestand: 3 brieven met de post");
    let text = desk.read("a.csv");
    assert_eq!(text.lines().next().unwrap(), HEAD);
    let manifest = rows(&desk, "uit/manifest.jsonl");
    let found = cells(&desk, "a.csv");
    assert_eq!(found.len(), manifest.len());
    for (row, letter) in found.iter().zip(&manifest) {
        assert_eq!(row[0], letter["id"].as_str().unwrap());
        assert_eq!(row[1], letter["volgnummer"].to_string());
        assert_eq!(row[6], letter["postcode"].as_str().unwrap());
        assert_eq!(row[9], letter["vellen"].to_string());
        assert_eq!((row[10].as_str(), row[11].as_str()), ("20", "ja"));
    }
    assert_eq!(found[0][3..8], ["Stationsplein", "1", "A", "3818 LE", "Amersfoort"]);
    assert_eq!(found[2][3..8], ["Coolsingel", "65", "B", "3012 AC", "Rotterdam"], "the gemachtigde");
    for fixture in [ONE, COPY] {
        let case = with_kenmerk(fixture, "K-9");
        let names = case.lines().filter_map(|line| {
            let (key, name) = line.trim().split_once(": ")?;
            ["achternaam", "voornamen", "naam", "kantoor", "v_nummer"].contains(&key).then(|| name.to_owned())
        });
        let names: Vec<String> = names.collect();
        assert!(names.len() >= 2);
        assert!(names.iter().all(|name| !text.contains(name.trim_matches('"'))), "{text}");
    }
    assert!(!text.contains("K-"), "no kenmerk");
}

#[test]
#[cfg(unix)]
fn it_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let desk = day();
    posted(&desk, PRINT);
    assert_eq!(fs::metadata(desk.path("adressen.csv")).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_dry_run_writes_it_with_the_same_ids_and_nothing_else() {
    let desk = day();
    let before = desk.files();
    let dry = posted(&desk, PRINT);
    let added: Vec<String> = desk.files().into_iter().filter(|file| !before.contains(file)).collect();
    assert_eq!(added, ["adressen.csv"]);
    batch(&desk, &format!("zaken -o uit {PRINT} --adresbestand a.csv")).exits(0);
    let made: Vec<String> = cells(&desk, "a.csv").iter().map(|row| row[0].clone()).collect();
    assert_eq!(dry.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>(), made);
    // One in Ukraine: all its lines stand in one cell, and the country.
    assert!(desk.read("a.csv").contains(",Oekraïne,"), "{}", desk.read("a.csv"));
    assert_eq!(cells(&desk, "a.csv").len(), made.len());
    let numbers = |file: &str| cells(&desk, file).iter().map(|row| row[1].clone()).collect::<Vec<_>>();
    assert!(numbers("adressen.csv").iter().all(String::is_empty), "a dry run has no numbers");
    assert!(numbers("a.csv").iter().all(|number| !number.is_empty()));
}

#[test]
fn what_is_handed_over_does_not_stand_in_it_but_its_afschrift_does() {
    let desk = desk(&[("a.yaml", COPY, "K-1"), ("b.yaml", ONE, "K-2")]);
    assert_eq!(posted(&desk, "--wijze uitreiking").len(), 1);
    assert!(desk.read("adressen.csv").contains("Coolsingel"));
}

#[test]
fn an_id_stays_while_the_letter_does() {
    let desk = day();
    let first = posted(&desk, PRINT);
    let fewer = posted(&desk, &format!("{PRINT} --alleen K-002 K-005 --volgorde postcode"));
    assert!(!fewer.is_empty() && fewer.iter().all(|row| first.contains(row)), "other cases change nothing");
    let others =
        [posted(&desk, "--wijze toezending"), posted(&desk, &format!("{PRINT} --bekendmaking 2026-12-15"))];
    for other in others {
        assert_eq!(other.len(), first.len());
        assert!(other.iter().all(|row| !first.contains(row)), "other sheets or another letter");
    }
    let moved = desk.read("zaken/8.yaml").replacen("straat: Stationsplein", "straat: Stationsweg", 1);
    let desk = desk.file("zaken/8.yaml", moved);
    let now = posted(&desk, PRINT);
    assert_eq!(now.iter().filter(|row| !first.contains(row)).count(), 1, "the letter to another address");
}

#[test]
fn weights_are_those_of_the_organisation() {
    let organisation =
        fs::read_to_string(crate::support::root("letter-templates/organisatie-voorbeeld.yaml")).unwrap();
    let heavy = organisation + "\npost: {gram_per_vel: 40.5, gram_envelop: 19.1}\n";
    let desk = desk(&[("a.yaml", ONE, "K-1")]).file("zwaar.yaml", heavy);
    let first = posted(&desk, PRINT);
    let class = |desk: &Desk| cells(desk, "adressen.csv")[0][10].clone();
    assert_eq!(class(&desk), "20");
    assert_eq!(posted(&desk, &format!("{PRINT} --organisatie zwaar.yaml")), first, "no letter changes");
    // Two sheets of 40.5 and an envelope of 19.1 grams are a tenth above the class.
    assert_eq!((class(&desk).as_str(), cells(&desk, "adressen.csv")[0][9].as_str()), ("350", "2"));
}

#[test]
fn another_file_is_not_replaced_but_an_older_address_file_is() {
    let desk = day();
    let case = desk.read("zaken/1.yaml");
    for options in ["--droog", "-o uit"] {
        batch(&desk, &format!("zaken {options} {PRINT} --adresbestand zaken/1.yaml"))
            .exits(2)
            .says("is geen adresbestand");
    }
    assert_eq!(desk.read("zaken/1.yaml"), case);
    batch(&desk, &format!("zaken --droog --adresbestand adressen.csv {PRINT} --csv nl")).exits(0);
    assert!(desk.read("adressen.csv").starts_with("\u{feff}id;volgnummer;"));
    let rows = posted(&desk, PRINT);
    assert!(rows.len() > 5 && desk.read("adressen.csv").starts_with(HEAD));
    batch(&desk, &format!("zaken --droog {PRINT} --adresbestand -")).exits(2).says("--adresbestand BESTAND");
}

#[test]
fn a_finished_run_gives_it_later_and_stays_as_it_is() {
    let desk = day();
    batch(&desk, &format!("zaken -o uit {PRINT} --drukstroom")).exits(0);
    let before = tree(&desk, "uit");
    batch(&desk, &format!("zaken -o uit {PRINT} --drukstroom --adresbestand a.csv")).exits(0);
    same(&before, &tree(&desk, "uit"));
    assert_eq!(cells(&desk, "a.csv").len(), posted(&desk, PRINT).len());
}
