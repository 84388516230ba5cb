//! Letters that are made again in a finished folder for another bekendmaking (`--opnieuw`): post that came back.

use crate::support::desk::Desk;
use crate::support::post::{ONE, batch, codes, day, rows, same, summary, tree, with_kenmerk};
use serde_json::Value;
use std::fs;

const OPTIONS: &str = "--drukstroom --dubbelzijdig --inserter";

/// The folder of a day of post, finished.
fn sent() -> Desk {
    let desk = day();
    batch(&desk, &format!("zaken -o uit --bekendmaking 2026-12-01 --wijze toezending {OPTIONS}")).exits(0);
    desk
}

fn again(kenmerken: &str, date: &str) -> String {
    format!("zaken -o uit --opnieuw {kenmerken} --bekendmaking {date} --wijze toezending {OPTIONS}")
}

fn text(row: &Value, column: &str) -> String {
    row[column].as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_letter_comes_again_in_a_round_of_its_own_and_its_terms_anew() {
    let desk = sent();
    let before = tree(&desk, "uit");
    let old: Vec<Value> = rows(&desk, "uit/manifest.jsonl");
    // A case with an afschrift, and one of another kind.
    batch(&desk, &again("k-002 K-001", "2026-12-15")).exits(0).says("2 zaken: 2 met brief");
    let now = tree(&desk, "uit");
    for (name, bytes) in &before {
        assert!(now[name].starts_with(bytes), "{name}");
    }
    let all = rows(&desk, "uit/manifest.jsonl");
    let (first, second) = all.split_at(old.len());
    assert_eq!(first, old);
    for row in second {
        let replaced = text(row, "vervangt");
        let of_then = old.iter().find(|then| text(then, "brief") == replaced).unwrap();
        for same in ["kenmerk", "soort", "exemplaar", "sha256_zaak"] {
            assert_eq!(row[same], of_then[same]);
        }
        assert_eq!(text(row, "brief"), replaced.replace(".pdf", "_r2.pdf"));
        assert_eq!((&row["ronde"], text(row, "bekendmaking").as_str()), (&2.into(), "2026-12-15"));
        assert_eq!(text(row, "drukstroom"), "drukstroom-0002.pdf");
        assert_ne!(row["termijnen"], of_then["termijnen"]);
    }
    let of = |kenmerk: &str| old.iter().filter(|row| row["kenmerk"] == kenmerk).count();
    assert_eq!(second.len(), of("K-001") + of("K-002"));
    desk.run("verifieer uit").exits(0);
    // Only the last letter sets terms running.
    let ran = desk.run("termijnen uit").exits(0);
    for row in second {
        if text(row, "exemplaar") == "origineel" {
            assert!(ran.out().contains(&text(row, "brief")), "{}", ran.out());
        }
    }
    assert!(!ran.out().contains(&format!("{}\r\n", text(&second[0], "vervangt"))));
    let counted = summary(&desk, "uit");
    assert_eq!((&counted["zaken"], &counted["opties"]["opnieuw"]), (&8.into(), &0.into()));
    assert_eq!(counted["rondes"][1]["ronde"], 2);

    // The same command again sends nothing again; another day does, and replaces the last one.
    batch(&desk, &again("K-001 K-002", "2026-12-15")).exits(0).says("0 zaken");
    same(&now, &tree(&desk, "uit"));
    batch(&desk, &again("K-001", "2027-01-04")).exits(0);
    let all = rows(&desk, "uit/manifest.jsonl");
    let last = all.last().unwrap();
    assert!(text(last, "vervangt").ends_with("_r2.pdf") && text(last, "brief").ends_with("_r3.pdf"));
    desk.run("verifieer uit").exits(0);

    // A further round of new cases takes the letters that came again for letters.
    let desk = desk.file("zaken/nog.yaml", with_kenmerk(ONE, "Z-9"));
    let further = format!("zaken -o uit --vervolg --bekendmaking 2026-12-01 --wijze toezending {OPTIONS}");
    batch(&desk, &further).exits(0).says("1 zaak: 1 met brief");
}

#[test]
fn a_corrected_address_comes_in_the_letter_that_comes_again() {
    let desk = sent();
    let case = desk.read("zaken/8.yaml");
    let desk = desk.file("zaken/8.yaml", case.replacen("Oleksandr", "Oleksii", 1));
    let further = format!("zaken -o uit --vervolg --bekendmaking 2026-12-01 --wijze toezending {OPTIONS}");
    batch(&desk, &further).exits(1);
    assert!(desk.read("uit/fouten.jsonl").contains("--opnieuw"), "the way out is named");
    batch(&desk, &again("K-001", "2026-12-15")).exits(0);
    // Of the old letter only the case has changed, and that is why it came again.
    desk.run("verifieer uit").exits(0);
    batch(&desk, &further).exits(0).says("0 zaken");
}

#[test]
fn only_a_letter_that_is_there_comes_again() {
    let desk = sent().file("zaken/nog.yaml", with_kenmerk(ONE, "Z-9"));
    let before = tree(&desk, "uit");
    batch(&desk, &again("Z-9", "2026-12-15")).exits(1).says("1 × F704");
    batch(&desk, &again("BESTAAT-NIET", "2026-12-15")).exits(1).says("geen zaak met kenmerk: bestaat-niet");
    // Another decision is not the same letter for another day.
    let case = desk.read("zaken/8.yaml");
    let other = with_kenmerk("voornemen-naar-adres-in-oekraine", "K-001");
    let desk = desk.file("zaken/8.yaml", other);
    batch(&desk, &again("K-001", "2026-12-15")).exits(1).says("1 × F704");
    assert_eq!(codes(&desk).iter().filter(|(_, code)| code == "F704").count(), 2);
    let now = tree(&desk, "uit");
    for (name, bytes) in before.iter().filter(|(name, _)| !name.starts_with("fouten.")) {
        assert!(now[name] == *bytes, "{name}");
    }
    desk.run("verifieer uit").exits(1).prints("de zaak is veranderd");
    let desk = desk.file("zaken/8.yaml", case);
    desk.run("verifieer uit").exits(0);
    // Without a day, or in a folder that is not finished, there is nothing to make.
    batch(&desk, "zaken -o uit --opnieuw K-001").exits(2).says("--bekendmaking");
    batch(&desk, &again("K-001", "2026-12-15").replace("-o uit", "-o leeg")).exits(2);
}

#[test]
#[cfg(unix)]
fn a_round_of_letters_again_that_was_cut_short_is_completed_by_the_same_command() {
    let undisturbed = sent();
    batch(&undisturbed, &again("K-001 K-002", "2026-12-15")).exits(0);
    let desk = sent();
    fs::create_dir(desk.path("uit/drukstroom-0002.pdf")).unwrap();
    fs::write(desk.path("uit/drukstroom-0002.pdf/x"), "").unwrap();
    batch(&desk, &again("K-001 K-002", "2026-12-15")).exits(74);
    fs::remove_dir_all(desk.path("uit/drukstroom-0002.pdf")).unwrap();
    batch(&desk, &again("K-001 K-002", "2026-12-15")).exits(0);
    same(&tree(&undisturbed, "uit"), &tree(&desk, "uit"));

    // Stopped before everything was made: another round does not take its place.
    let desk = sent();
    fs::create_dir(desk.path("zaken/weg")).unwrap();
    std::os::unix::fs::symlink("nergens", desk.path("zaken/weg/a.yaml")).unwrap();
    batch(&desk, &again("K-001 K-002", "2026-12-15")).exits(74);
    fs::remove_dir_all(desk.path("zaken/weg")).unwrap();
    // Another round does not take its place.
    batch(&desk, &again("K-003", "2026-12-15")).exits(2).says("een andere ronde niet af");
    batch(&desk, &again("K-001 K-002", "2026-12-15")).exits(0);
    same(&tree(&undisturbed, "uit"), &tree(&desk, "uit"));
}
