//! `verifieer`: a letter is made again from its receipt, and every way in which it can differ is named.

use crate::support::desk::{Desk, Ran, case_of, changed};
use crate::support::post::old_summary;
use crate::support::root;
use crate::support::signing::Signing;
use serde_json::Value;
use std::fs;

const LETTER: &str = "RTB-2026-000019_weigeringsbesluit";
const RECEIPT: &str = "uit/RTB-2026-000019_weigeringsbesluit.kwitantie.json";

/// A desk with a letter and its receipt in `uit`.
fn made(options: &str) -> Desk {
    let desk = Desk::with("weigering-inreisstempel");
    desk.run(&format!("maak zaak.yaml -o uit {options}")).exits(0);
    desk
}

/// A desk with the folder of a run: two cases in a file, one of them with an afschrift.
fn run() -> Desk {
    let desk = Desk::new().file(
        "zaken.yaml",
        format!(
            "{}---\n{}",
            case_of("weigering-inreisstempel"),
            case_of("besluit-met-gemachtigde-en-poolse-letters")
        ),
    );
    desk.run("maak zaken.yaml -o uit/brieven --bekendmaking 2026-12-01").exits(0);
    let mut lines = String::new();
    for file in desk.files().iter().filter(|file| file.ends_with(".kwitantie.json")) {
        lines += &desk.read(file).replace("\"brief\":\"", "\"brief\":\"brieven/");
        fs::remove_file(desk.path(file)).unwrap();
    }
    desk.file("uit/kwitanties.jsonl", lines).file("uit/samenvatting.json", old_summary())
}

/// The differences of each letter.
fn differences(ran: &Ran) -> Vec<Vec<String>> {
    let words = |object: &Value| {
        object["verschillen"].as_array().unwrap().iter().map(|w| w.as_str().unwrap().to_owned()).collect()
    };
    ran.objects().iter().map(words).collect()
}

#[test]
fn a_letter_that_was_just_made_is_as_its_receipt_says() {
    let desk = made("--bekendmaking 2026-11-27 --wijze toezending");
    for form in ["html", "txt"] {
        desk.run(&format!("maak zaak.yaml -o uit --formaat {form}")).exits(0);
    }
    desk.run(&format!("verifieer {RECEIPT}"))
        .exits(0)
        .prints_nothing()
        .says("gelijk: 1, anders: 0, niet te lezen: 0");
    desk.run("verify uit").exits(0).prints_nothing().says("gelijk: 3");
    let objects = desk.run(&format!("verifieer {RECEIPT} --json -q")).exits(0).objects();
    let keys: Vec<_> = objects[0].as_object().unwrap().keys().map(String::as_str).collect();
    let order =
        "kwitantie regel kenmerk soort exemplaar brief bestand document resultaat verschillen bericht";
    assert_eq!(keys.join(" "), order);
    assert_eq!((&objects[0]["resultaat"], &objects[0]["regel"]), (&"gelijk".into(), &Value::Null));
}

#[test]
fn a_run_is_verified_by_its_register_and_its_cases_may_stand_beside_it() {
    let desk = run();
    desk.run("verifieer uit").exits(0).prints_nothing().says("gelijk: 3, anders: 0");
    desk.run("verifieer uit/kwitanties.jsonl").exits(0).says("gelijk: 3");
    let ran = desk.run("verifieer uit --json").exits(0);
    let lines: Vec<Value> = ran.objects().iter().map(|object| object["regel"].clone()).collect();
    assert_eq!(lines, [1, 2, 3]);
    // The path of the case is also looked up from the folder of the receipt.
    fs::rename(desk.path("zaken.yaml"), desk.path("uit/zaken.yaml")).unwrap();
    desk.run("verifieer uit").exits(0).says("gelijk: 3");
}

#[test]
fn a_letter_that_is_gone_or_changed_is_named() {
    let desk = made("");
    let letter = desk.path(&format!("uit/{LETTER}.pdf"));
    let mut bytes = fs::read(&letter).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    for (what, content) in [("veranderd", Some(&bytes[..])), ("veranderd", Some(b"kort")), ("er niet", None)]
    {
        match content {
            Some(content) => fs::write(&letter, content).unwrap(),
            None => fs::remove_file(&letter).unwrap(),
        }
        let line = format!("anders: uit/{LETTER}.pdf: het bestand van de brief is {what}\n");
        let ran = desk.run(&format!("verifieer {RECEIPT}")).exits(1).says("gelijk: 0, anders: 1");
        assert_eq!(ran.out(), line);
    }
}

#[test]
fn a_case_that_moved_is_found_by_its_hash() {
    let desk = made("");
    fs::create_dir_all(desk.path("archief/2026")).unwrap();
    fs::rename(desk.path("zaak.yaml"), desk.path("archief/2026/map.yml")).unwrap();
    let gone = desk.run("verifieer uit --json").exits(1);
    assert_eq!(differences(&gone), [["zaak_weg"]]);
    desk.run("verifieer uit --zaken archief").exits(0).says("gelijk: 1");
    // Another case at the old place does not stand in the way.
    let desk = desk.case("zaak.yaml", "weigering-eu-nationaliteit");
    assert_eq!(differences(&desk.run("verifieer uit --json").exits(1)), [["zaak_anders"]]);
    desk.run("verifieer uit --zaken archief").exits(0).says("gelijk: 1");
    desk.run("verifieer uit --zaken nergens")
        .exits(74)
        .says("nergens: Het bestand kan niet worden gelezen: niet gevonden");
}

#[test]
fn a_case_from_standard_input_is_found_by_its_hash() {
    let desk =
        Desk::new().stdin(case_of("weigering-inreisstempel")).case("archief.yaml", "weigering-inreisstempel");
    desk.run("maak - -o uit").exits(0);
    assert_eq!(differences(&desk.run("verifieer uit --json").exits(1)), [["zaak_weg"]]);
    desk.run("verifieer uit --zaken archief.yaml").exits(0).says("gelijk: 1");
}

#[test]
fn a_changed_case_and_another_document_in_its_place_are_seen() {
    let desk = made("").file("zaak.yaml", changed("weigering-inreisstempel", "Kovalenko", "Kovalenka"));
    let ran = desk.run("verifieer uit").exits(1);
    assert_eq!(ran.out(), format!("anders: uit/{LETTER}.pdf: de zaak is veranderd\n"));
    // The case is still in the file, but as another document.
    let (first, case) = (case_of("triage-positief-geen-brief"), case_of("weigering-inreisstempel"));
    let desk = Desk::new().file("zaak.yaml", format!("{first}---\n{case}"));
    desk.run("maak zaak.yaml -o uit").exits(0);
    let desk = desk.file("zaak.yaml", format!("{first}---\n{first}---\n{case}"));
    assert_eq!(differences(&desk.run("verifieer uit --json").exits(1)), [["zaak_anders"]]);
    desk.run("verifieer uit --zaken zaak.yaml").exits(0);
}

#[test]
fn another_organisation_is_named_with_what_it_does_to_the_letter() {
    let example = fs::read_to_string(root("letter-templates/organisatie-voorbeeld.yaml")).unwrap();
    let desk = made("");
    let desk = desk.file("organisatie.yaml", example.replace("naam: ", "naam: Nieuwe "));
    let ran = desk.run("verifieer uit --json").exits(1);
    assert_eq!(differences(&ran), [["organisatie", "opnieuw_anders"]]);
    // A value that this letter does not show makes the organisation another, the letter not.
    let other = example.replace("afdeling Herbeoordeling", "afdeling Zienswijzen");
    let desk = desk.file("organisatie.yaml", other);
    assert_eq!(differences(&desk.run("verifieer uit --json").exits(1)), [["organisatie"]]);
    // A comment and a confirmation change neither.
    let confirmed = "bevestigd: [{regel: termijn.beroep_kort, door: J. Jurist, op: 2025-11-03}]";
    let desk = desk.file("organisatie.yaml", format!("# nieuw\n{example}\n{confirmed}\n"));
    desk.run("verifieer uit").exits(0).says("gelijk: 1");
}

#[test]
fn what_a_receipt_claims_is_checked_claim_by_claim() {
    let desk = made("");
    let receipt = desk.read(RECEIPT);
    let zeros = |key: &str| {
        let at = receipt.find(&format!("\"{key}\":\"")).unwrap() + key.len() + 4;
        let mut text = receipt.clone();
        text.replace_range(at..at + 64, &"0".repeat(64));
        text
    };
    for (text, found) in [
        (zeros("sha256_regels"), vec!["regels"]),
        (zeros("sha256_sjablonen"), vec!["sjablonen"]),
        (zeros("sha256_organisatie"), vec!["organisatie"]),
        (zeros("sha256_zaak"), vec!["zaak_anders"]),
        (zeros("sha256_brief"), vec!["brief_anders", "opnieuw_anders"]),
        (receipt.replace("\"programma\":\"", "\"programma\":\"9."), vec!["programma"]),
        (receipt.replace("\"optie_wijze\":null", "\"optie_wijze\":\"toezending\""), vec!["opnieuw_anders"]),
        (
            receipt.replace("weigeringsbesluit\",\"formaat", "weigeringsbesluit-2\",\"formaat"),
            vec!["opnieuw_geen_brief"],
        ),
        (receipt.replace("\"document\":1", "\"document\":2"), vec!["zaak_weg"]),
        (receipt.replace("\"bestand\":\"zaak.yaml\"", "\"bestand\":\"/dev/zero\""), vec!["zaak_weg"]),
        (receipt.replace("\"bestand\":\"zaak.yaml\"", "\"bestand\":\"zaak\\u0000.yaml\""), vec!["zaak_weg"]),
    ] {
        assert_ne!(text, receipt, "{found:?}");
        fs::write(desk.path(RECEIPT), text).unwrap();
        assert_eq!(differences(&desk.run("verifieer uit --json").exits(1)), [found]);
    }
}

#[test]
fn a_receipt_that_cannot_be_read_does_not_stop_the_others() {
    let desk = run();
    let mut lines: Vec<String> = desk.read("uit/kwitanties.jsonl").lines().map(str::to_owned).collect();
    lines[1] = lines[1].replace("\"soort\"", "\"s\"");
    lines.push("\u{1b}[2J".to_owned());
    let desk = desk.file("uit/kwitanties.jsonl", lines.join("\n"));
    let ran = desk.run("verifieer uit").exits(74).says("gelijk: 2, anders: 0, niet te lezen: 2");
    let told = ["2: de kwitantie heeft een sleutel te veel: `s`", "4: de kwitantie is geen JSON-object"];
    assert_eq!(ran.out(), told.map(|told| format!("onleesbaar: uit/kwitanties.jsonl:{told}\n")).concat());
    let object = desk.run("verifieer uit --json").exits(74).objects().remove(1);
    assert_eq!((&object["resultaat"], &object["kenmerk"]), (&"onleesbaar".into(), &Value::Null));
    let desk = desk.file("uit/vreemd.kwitantie.json", [0xff, 0xfe]);
    desk.run("verifieer uit/vreemd.kwitantie.json").exits(74).prints("geen UTF-8");
}

#[test]
fn a_folder_without_receipts_or_of_an_unfinished_run_is_refused() {
    let desk = Desk::with("weigering-inreisstempel");
    desk.run("verifieer .").exits(2).prints_nothing().says("in de map . staan geen kwitanties");
    desk.run("verifieer nergens").exits(74).prints_nothing().says("nergens: niet gevonden");
    let desk = run().file("uit/.rtbrief-onderweg", "12\n");
    for path in ["uit", "uit/kwitanties.jsonl"] {
        desk.run(&format!("verifieer {path}"))
            .exits(1)
            .prints_nothing()
            .says("voer dezelfde opdracht eerst nog eens uit");
    }
}

#[test]
fn a_letter_that_was_signed_is_counted_apart() {
    let desk = made("");
    desk.run("maak zaak.yaml -o uit --formaat html").exits(0);
    let sign = |file: &str| {
        let signed = Signing::of(&fs::read(desk.path(file)).unwrap()).file();
        fs::write(desk.path(file), &signed).unwrap();
        signed
    };
    let letter = format!("uit/{LETTER}.pdf");
    let signed = sign(&letter);
    desk.run("verifieer uit")
        .exits(0)
        .prints_nothing()
        .says("gelijk: 1, anders: 0, niet te lezen: 0, ondertekend: 1\n")
        .says("controleert dit programma niet");
    let object = desk.run(&format!("verifieer {RECEIPT} --json")).exits(0).objects().remove(0);
    assert_eq!(
        (&object["resultaat"], &object["verschillen"]),
        (&"ondertekend".into(), &Value::Array(Vec::new()))
    );
    // The signature hides nothing of what else differs, and no other bytes count as one.
    let case = fs::read(desk.path("zaak.yaml")).unwrap();
    fs::write(desk.path("zaak.yaml"), changed("weigering-inreisstempel", "Kovalenko", "Kovalenka")).unwrap();
    let ran = desk.run(&format!("verifieer {RECEIPT} --json")).exits(1).says("anders: 1");
    assert_eq!(differences(&ran), [["zaak_anders"]]);
    fs::write(desk.path("zaak.yaml"), case).unwrap();
    for (bytes, why) in [
        ([&signed[..], b"\n"].concat(), "achter de handtekening staan nog bytes"),
        (
            [&signed[..signed.len() - 9], b"12345\n%%EOF\n"].concat(),
            "achter de brief staan bytes die geen handtekening zijn",
        ),
    ] {
        fs::write(desk.path(&letter), bytes).unwrap();
        let ran = desk
            .run(&format!("verifieer {RECEIPT}"))
            .exits(1)
            .says("gelijk: 0, anders: 1, niet te lezen: 0\n");
        assert_eq!(ran.out(), format!("anders: {letter}: het bestand van de brief is veranderd: {why}\n"));
        assert_eq!(
            differences(&desk.run(&format!("verifieer {RECEIPT} --json")).exits(1)),
            [["brief_anders"]]
        );
    }
    let mut first = signed;
    first[99] ^= 1;
    fs::write(desk.path(&letter), first).unwrap();
    let ran = desk.run(&format!("verifieer {RECEIPT}")).exits(1);
    assert_eq!(ran.out(), format!("anders: {letter}: het bestand van de brief is veranderd\n"));
    // Only a PDF can be signed like this.
    let page = fs::read(desk.path(&format!("uit/{LETTER}.html"))).unwrap();
    fs::write(desk.path(&format!("uit/{LETTER}.html")), [&page[..], b" "].concat()).unwrap();
    desk.run("verifieer uit").exits(1).prints(".html: het bestand van de brief is veranderd\n");
}

#[test]
fn letters_of_a_run_may_be_signed() {
    let desk = Desk::with("weigering-inreisstempel")
        .case("tweede.yaml", "besluit-met-gemachtigde-en-poolse-letters");
    desk.run("batch zaak.yaml tweede.yaml -o uit --voorbeeld --drukstroom").exits(0);
    let letters: Vec<String> = desk
        .files()
        .into_iter()
        .filter(|file| file.starts_with("uit/brieven/") && file.ends_with(".pdf"))
        .collect();
    assert_eq!(letters.len(), 3);
    for letter in &letters[1..] {
        let signed = Signing::of(&fs::read(desk.path(letter)).unwrap()).file();
        fs::write(desk.path(letter), signed).unwrap();
    }
    desk.run("verifieer uit")
        .exits(0)
        .prints_nothing()
        .says("gelijk: 1, anders: 0, niet te lezen: 0, ondertekend: 2\n");
    let words: Vec<Value> = desk
        .run("verifieer uit --json")
        .exits(0)
        .objects()
        .iter()
        .map(|one| one["resultaat"].clone())
        .collect();
    assert_eq!(words.iter().filter(|word| **word == "ondertekend").count(), 2);
    // The same run again keeps the signatures; one that changes the letter besides is mended.
    let before: Vec<Vec<u8>> = letters.iter().map(|letter| fs::read(desk.path(letter)).unwrap()).collect();
    let again =
        |desk: &Desk| desk.run("batch zaak.yaml tweede.yaml -o uit --voorbeeld --drukstroom").exits(0);
    again(&desk);
    let now: Vec<Vec<u8>> = letters.iter().map(|letter| fs::read(desk.path(letter)).unwrap()).collect();
    assert!(before == now);
    fs::write(desk.path(&letters[1]), [&before[1][..], b"x"].concat()).unwrap();
    again(&desk);
    assert!(before[1].starts_with(&fs::read(desk.path(&letters[1])).unwrap()));
    desk.run("verifieer uit").exits(0).says("gelijk: 2, anders: 0, niet te lezen: 0, ondertekend: 1\n");
}
