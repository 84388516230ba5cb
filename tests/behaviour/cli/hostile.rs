//! Files that are wrong or hostile: one clear Dutch message, exit 1, nothing written, never a panic.

use crate::support::desk::{Desk, case_of, changed};
use std::fmt::Write;

const CASE: &str = "weigering-inreisstempel";

/// Demands one message with this code and sentence, and no file.
fn refused(content: impl AsRef<[u8]>, code: &str, sentence: &str) {
    let desk = Desk::new().file("zaak.yaml", content);
    let ran = desk.run("maak zaak.yaml -o brieven").exits(1).prints_nothing().says(sentence);
    let said = ran.errors();
    assert_eq!(said.matches("fout[").count(), 1, "{said}");
    assert!(said.contains(&format!("fout[{code}]: ")), "{said}");
    assert!(!said.contains("panicked"), "{said}");
    assert!(said.len() < 10_000, "{} bytes for one message", said.len());
    assert!(!said.contains(|c: char| c.is_control() && c != '\n'), "{said:?}");
    assert_eq!(desk.files(), ["zaak.yaml"]);
    let json = desk.run("controleer zaak.yaml --json").exits(1).objects();
    assert_eq!((json.len(), &json[0]["code"]), (1, &code.into()));
}

#[test]
fn a_wrong_field_is_refused() {
    refused(changed(CASE, "voornamen:", "vornamen:"), "F108", "Bedoelde u `voornamen`?");
    refused(
        changed(CASE, "  geslacht: man\n", "  geslacht: man\n  geslacht: man\n"),
        "F107",
        "meer dan één keer",
    );
    refused(changed(CASE, "1987-03-09", "1987-02-30"), "F112", "Deze dag bestaat niet.");
    refused(changed(CASE, "  achternaam: Kovalenko\n", ""), "F109", "`achternaam` ontbreekt.");
}

#[test]
fn a_block_of_hundreds_of_unknown_keys_is_one_mistake() {
    let mut block = "extra:\n".to_owned();
    for number in 0..300 {
        writeln!(block, "  sleutel_{number}: {number}").unwrap();
    }
    refused(
        changed(CASE, "feiten:", &format!("{block}feiten:")),
        "F108",
        "Deze sleutel kent een zaakbestand hier niet.",
    );
}

#[test]
fn a_file_that_is_no_case_is_refused() {
    refused("", "F103", "Dit document is leeg.");
    refused("# alleen commentaar\n", "F103", "Dit document is leeg.");
    refused("- een\n- lijst\n", "F110", "een zaak");
    refused("{", "F104", "wordt niet gesloten");
    refused("naam: Boodschappen\nlijst: [melk]\n", "F108", "Dit is geen zaak");
    refused([0xff, 0xfe, b'z', 0, b'a', 0], "F102", "geen geldige UTF-8");
    refused((0..=255).collect::<Vec<u8>>(), "F102", "geen geldige UTF-8");
    let (before, after) =
        case_of(CASE).split_once("Lviv").map(|(b, a)| (b.to_owned(), a.to_owned())).unwrap();
    refused([before.as_bytes(), b"Lv\xff", after.as_bytes()].concat(), "F102", "geen geldige UTF-8");
}

#[test]
fn a_file_that_is_too_large_or_too_deep_or_has_references_or_tags_is_refused() {
    let words = "de stempels ".repeat(200_000);
    refused(changed(CASE, "Uit de stempels", &words), "F105", "groter dan 1 MiB");
    refused(format!("{}#{}\n", case_of(CASE), "x".repeat(2 << 20)), "F105", "groter dan 1 MiB");
    refused(
        format!("zaak: {}{}", "[".repeat(5_000), "]".repeat(5_000)),
        "F105",
        "dieper genest dan 32 lagen",
    );
    let stairs: String = (0..200).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    refused(stairs, "F105", "dieper genest dan 32 lagen");
    refused(format!("zaak: [{}]", "x,".repeat(50_000)), "F105", "waarden; dat is geen zaak");
    let mut laughs = "a: &a [x,x,x,x,x,x,x,x,x]\n".to_owned();
    for (name, of) in ('b'..='m').zip('a'..) {
        writeln!(laughs, "{name}: &{name} [{}]", vec![format!("*{of}"); 9].join(",")).unwrap();
    }
    refused(laughs, "F106", "verwijst niet binnen zichzelf");
    refused(
        changed(CASE, "achternaam: Kovalenko", "achternaam: !!python/object Kovalenko"),
        "F106",
        "geen tags",
    );
}

#[test]
fn a_character_that_no_letter_can_hold_is_refused() {
    refused(changed(CASE, "Kovalenko", "Kova\u{7}lenko"), "F122", "stuurteken: U+0007");
    refused(changed(CASE, "Kovalenko", "Kova\0lenko"), "F122", "stuurteken: U+0000");
    refused(changed(CASE, ": Kovalenko", ": \"Kova\\x1b[31mlenko\""), "F122", "stuurteken: U+001B");
    refused(
        changed(CASE, ": Kovalenko", ": \"Kova\\u202Elenko\""),
        "F503",
        "schrijfrichting verandert: U+202E",
    );
    refused(changed(CASE, "Kovalenko", "王"), "F505", "Het lettertype heeft het teken U+738B niet.");
}

#[test]
fn the_text_of_a_case_is_never_read_as_markup_template_or_path() {
    let words = "{{ motivering }} {% include \"parts/hulp.md\" %} <b>**# [x](y)** Uit de stempels";
    let desk = Desk::new().file("zaak.yaml", changed(CASE, "Uit de stempels", words));
    let letter = desk.run("maak zaak.yaml -o - --formaat txt").exits(0).out();
    let one_line = letter.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(one_line.contains(words), "{one_line}");
    let page = desk.run("maak zaak.yaml -o - --formaat html").exits(0).out();
    assert!(page.contains("&lt;b&gt;") && !page.contains("<b>"), "{page}");
    refused(changed(CASE, "RTB-2026-000019", "../../RTB-2026"), "F114", "");
}
