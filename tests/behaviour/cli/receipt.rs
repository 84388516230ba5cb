//! The receipt that `maak` writes beside a letter: when and where, who may read it, and what it says.

use crate::support::desk::{Desk, case_of};
use crate::support::pipeline;
use rtbrief::case::split::split;
use rtbrief::hash::Hash;
use rtbrief::receipt::{Receipt, Versions};
use std::fs;

const LETTER: &str = "RTB-2026-000019_weigeringsbesluit";

fn receipt(desk: &Desk, file: &str) -> Receipt {
    Receipt::from_json(&desk.read(file)).unwrap()
}

#[test]
fn a_receipt_says_what_was_made_from_what() {
    let desk = Desk::with("weigering-inreisstempel");
    desk.run("maak zaak.yaml -o uit --bekendmaking 2026-11-27").exits(0).never_says("kwitantie");
    let text = desk.read(&format!("uit/{LETTER}.kwitantie.json"));
    assert_eq!((text.lines().count(), text.ends_with('\n')), (1, true));
    let receipt = Receipt::from_json(&text).unwrap();
    let bytes = fs::read(desk.path(&format!("uit/{LETTER}.pdf"))).unwrap();
    assert_eq!(receipt.letter.file, format!("{LETTER}.pdf"));
    assert_eq!((receipt.letter.hash, receipt.letter.length), (Hash::of(&bytes), bytes.len() as u64));
    assert_eq!((receipt.letter.stem.as_str(), receipt.letter.exemplaar()), (LETTER, "origineel"));
    assert_eq!((receipt.input.file.as_str(), receipt.input.document), ("zaak.yaml", 1));
    assert_eq!(receipt.input.hash, Hash::of(case_of("weigering-inreisstempel")));
    assert_eq!(receipt.options.bekendmaking.unwrap().to_string(), "2026-11-27");
    assert_eq!(receipt.options.wijze, None);
    assert_eq!(receipt.versions, Versions::of(pipeline()));
}

#[test]
fn the_hash_is_of_the_document_not_of_the_file() {
    let file =
        format!("{}---\n{}", case_of("triage-positief-geen-brief"), case_of("weigering-inreisstempel"));
    let desk = Desk::new().stdin(&file);
    desk.run("maak -").exits(0);
    let receipt = receipt(&desk, &format!("{LETTER}.kwitantie.json"));
    assert_eq!((receipt.input.file.as_str(), receipt.input.document), ("-", 2));
    let document = split(file.as_bytes()).remove(1).text.unwrap();
    assert_eq!(receipt.input.hash, Hash::of(document));
}

#[test]
fn an_afschrift_and_a_second_letter_have_receipts_of_their_own() {
    let desk = Desk::with("besluit-met-gemachtigde-en-poolse-letters");
    desk.run("maak zaak.yaml --formaat txt").exits(0);
    let stem = "RTB-2026-000315_intrekkingsbesluit_afschrift";
    let copy = receipt(&desk, &format!("{stem}.txt.kwitantie.json"));
    assert_eq!((copy.letter.exemplaar(), copy.letter.stem.as_str()), ("afschrift", stem));
    let desk = Desk::with("toekenning-zwaar-en-licht-twee-brieven");
    desk.run("maak zaak.yaml").exits(0);
    let receipts: Vec<String> =
        desk.files().into_iter().filter(|file| file.ends_with(".kwitantie.json")).collect();
    assert_eq!(receipts.len(), 2, "{receipts:?}");
    for file in &receipts {
        assert_eq!(file, &format!("{}.kwitantie.json", receipt(&desk, file).letter.stem));
    }
}

#[test]
fn a_letter_with_a_chosen_name_has_its_receipt_beside_it() {
    let desk = Desk::with("weigering-inreisstempel");
    desk.run("maak zaak.yaml -o brief.pdf").exits(0);
    desk.run("maak zaak.yaml -o brief.html").exits(0);
    let files = ["brief.html", "brief.html.kwitantie.json", "brief.kwitantie.json", "brief.pdf", "zaak.yaml"];
    assert_eq!(desk.files(), files);
    let receipt = receipt(&desk, "brief.kwitantie.json");
    assert_eq!((receipt.letter.file.as_str(), receipt.letter.stem.as_str()), ("brief.pdf", LETTER));
}

#[test]
fn without_a_letter_on_disk_there_is_no_receipt() {
    let desk = Desk::with("weigering-inreisstempel");
    desk.run("maak zaak.yaml -o -").exits(0);
    desk.run("maak zaak.yaml --droog").exits(0);
    assert_eq!(desk.files(), ["zaak.yaml"]);
    desk.run("maak zaak.yaml --zonder-kwitantie").exits(0);
    assert_eq!(desk.files(), [&format!("{LETTER}.pdf"), "zaak.yaml"]);
}

#[test]
fn a_receipt_follows_its_letter_and_stays_with_a_letter_that_stays() {
    let desk = Desk::with("weigering-inreisstempel").file("anders.yaml", case_of("weigering-inreisstempel"));
    let file = format!("{LETTER}.txt.kwitantie.json");
    desk.run("maak zaak.yaml --formaat txt").exits(0);
    let first = receipt(&desk, &file);
    // The same letter from another file: the receipt names the last file.
    desk.run("maak anders.yaml --formaat txt").exits(0).says("was er al");
    assert_eq!(receipt(&desk, &file).input.file, "anders.yaml");
    desk.run("maak zaak.yaml --formaat txt").exits(0);
    assert_eq!(receipt(&desk, &file), first);
    // Another letter does not replace the first one, so neither does its receipt.
    desk.run("maak zaak.yaml --formaat txt --bekendmaking 2026-11-27").exits(1);
    assert_eq!(receipt(&desk, &file), first);
    desk.run("maak zaak.yaml --formaat txt --bekendmaking 2026-11-27 --overschrijf").exits(0);
    assert_ne!(receipt(&desk, &file).letter.hash, first.letter.hash);
}

#[test]
#[cfg(unix)]
fn a_receipt_is_for_its_owner_only_and_follows_no_link() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::with("weigering-inreisstempel").file("elders.txt", "van een ander");
    let file = format!("{LETTER}.kwitantie.json");
    desk.run("maak zaak.yaml").exits(0);
    assert_eq!(fs::metadata(desk.path(&file)).unwrap().permissions().mode() & 0o777, 0o600);
    fs::remove_file(desk.path(&file)).unwrap();
    std::os::unix::fs::symlink(desk.path("elders.txt"), desk.path(&file)).unwrap();
    desk.run("maak zaak.yaml").exits(74).says("fout[F701]").says("daar staat iets anders dan een bestand");
    assert_eq!(desk.read("elders.txt"), "van een ander");
}
