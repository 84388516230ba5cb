//! Tests the places of facts, and the places where absent facts belong.

use super::*;

fn place(reading: &Reading, path: &str) -> (u32, u32, u32) {
    match reading.places.find(path) {
        Some(Origin::File(place)) => (place.line, place.column, place.length),
        other => panic!("{path}: {other:?}"),
    }
}

#[test]
fn the_place_of_a_value_is_where_it_begins() {
    let reading = read(STICKERLOCATIE);
    for (path, expected) in [
        ("zaak.kenmerk", (3, 12, 15)),
        ("vreemdeling.nationaliteiten", (20, 20, 26)),
        ("vreemdeling.nationaliteiten[1]", (20, 26, 9)),
        ("vreemdeling.adres", (21, 10, 91)),
        ("vreemdeling.gemachtigde", (24, 5, 21)),
        ("vreemdeling.gemachtigde.adres.regels[0]", (26, 22, 14)),
        ("feiten.maatregelen", (56, 5, 83)),
        ("feiten.maatregelen[1]", (57, 7, 23)),
        ("stap.gronden[0].grond", (67, 14, 13)),
        ("stap.gronden[0].motivering", (69, 9, 30)),
    ] {
        assert_eq!(place(&reading, path), expected, "{path}");
    }
}

#[test]
fn an_absent_value_has_the_place_where_it_belongs() {
    let reading = read(STICKERLOCATIE);
    assert_eq!(place(&reading, "feiten.verblijf_buiten_nederland.onbekend"), (40, 30, 45));
    assert_eq!(place(&reading, "vreemdeling.gemachtigde.telefoon"), (24, 5, 21));
    assert_eq!(place(&reading, "stap.gronden[9].grond"), place(&reading, "stap.gronden"));
    assert_eq!(place(&reading, "elders.iets"), place(&reading, ""));
    assert_eq!(reading.places.exact("elders.iets"), None);
}

#[test]
fn a_null_has_its_own_place() {
    let reading = read(&STICKERLOCATIE.replace("tot: 2026-02-20", "tot: ~"));
    assert_eq!(place(&reading, "feiten.verblijf_buiten_nederland.tot").0, 40);
    let reading = read("zaak:\n  kenmerk:\n");
    assert_eq!(place(&reading, "zaak.kenmerk"), (2, 10, 1));
}

#[test]
fn names_written_as_keys_have_no_path() {
    let reading = read("zaak:\n  Jan de Vries:\n    geheim: 1\n");
    let finding = reading.diagnostics.iter().find(|d| d.code == crate::diagnostic::Code::UnknownKey).unwrap();
    assert_eq!(finding.paths, ["zaak"]);
    assert_eq!((finding.at[0].line, finding.at[0].column, finding.at[0].length), (2, 3, 12));
    assert!(reading.places.exact("zaak.geheim").is_none());
    assert!(!format!("{finding:?}").contains("Vries"));
}
