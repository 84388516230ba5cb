//! Tests that a receipt contains everything and can be read back, and that a text which is not a receipt
//! of this program is refused in Dutch.

use super::{Input, Letter, Receipt, Versions};
use crate::case::identifier::Kenmerk;
use crate::case::model::Wijze;
use crate::case::read::Overrides;
use crate::hash::Hash;
use crate::law::date::Date;
use crate::pipeline::Format;
use crate::words::LetterKind;

fn receipt() -> Receipt {
    Receipt {
        letter: Letter {
            kenmerk: Kenmerk::parse("RTB-2026-000123").unwrap(),
            kind: LetterKind::Intrekkingsbesluit,
            is_copy: true,
            stem: "RTB-2026-000123_intrekkingsbesluit-2_afschrift".to_owned(),
            format: Format::Pdf,
            file: "brieven/RTB-2026-000123_intrekkingsbesluit-2_afschrift.pdf".to_owned(),
            hash: Hash::of("brief"),
            length: 31_415,
            dated_templates: Vec::new(),
            unconfirmed: Some(vec!["afwijking".to_owned(), "termijn.beroep_kort".to_owned()]),
        },
        input: Input { file: "zaken/a.yaml".to_owned(), document: 3, hash: Hash::of("zaak") },
        options: Overrides { bekendmaking: Date::parse("2026-12-01"), wijze: Some(Wijze::Toezending) },
        versions: Versions {
            program: "0.1.0".to_owned(),
            organisation: Hash::of("organisatie"),
            templates: Hash::of("sjablonen"),
            rules: Hash::of("regels"),
        },
    }
}

/// The line of a receipt in which one text has been replaced by another.
fn changed(from: &str, to: &str) -> String {
    let line = receipt().to_line();
    assert!(line.contains(from), "{line} has no ‘{from}’");
    line.replacen(from, to, 1)
}

fn error(text: &str) -> String {
    Receipt::from_json(text).unwrap_err().to_string()
}

#[test]
fn a_receipt_is_one_line_with_its_keys_in_order() {
    let hash = |text: &str| Hash::of(text).to_string();
    let line = format!(
        "{{\"versie\":1,\"kenmerk\":\"RTB-2026-000123\",\"soort\":\"intrekkingsbesluit\",\
         \"exemplaar\":\"afschrift\",\"stam\":\"RTB-2026-000123_intrekkingsbesluit-2_afschrift\",\
         \"formaat\":\"pdf\",\"brief\":\"brieven/RTB-2026-000123_intrekkingsbesluit-2_afschrift.pdf\",\
         \"sha256_brief\":\"{}\",\"lengte\":31415,\"bestand\":\"zaken/a.yaml\",\"document\":3,\
         \"sha256_zaak\":\"{}\",\"optie_bekendmaking\":\"2026-12-01\",\"optie_wijze\":\"toezending\",\
         \"programma\":\"0.1.0\",\"sha256_organisatie\":\"{}\",\"sha256_sjablonen\":\"{}\",\
         \"sha256_regels\":\"{}\",\"te_bevestigen\":[\"afwijking\",\"termijn.beroep_kort\"]}}",
        hash("brief"),
        hash("zaak"),
        hash("organisatie"),
        hash("sjablonen"),
        hash("regels"),
    );
    assert_eq!(receipt().to_line(), line);
}

#[test]
fn a_receipt_reads_back() {
    let mut receipt = receipt();
    assert_eq!(Receipt::from_json(&receipt.to_line()), Ok(receipt.clone()));
    receipt.options = Overrides::default();
    receipt.letter.is_copy = false;
    receipt.letter.stem = "RTB-2026-000123_intrekkingsbesluit".to_owned();
    receipt.letter.format = Format::Text;
    receipt.input.file = "map \"van\" S.\n/-".to_owned();
    assert_eq!(Receipt::from_json(&receipt.to_line()), Ok(receipt.clone()));
    let spread = receipt.to_line().replace(',', ",\n  ");
    assert_eq!(Receipt::from_json(&spread), Ok(receipt));
}

#[test]
fn every_key_is_required_and_may_occur_once() {
    let receipt = receipt();
    let object: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(&receipt.to_line()).unwrap();
    assert_eq!(object.len(), 19);
    for (key, value) in &object {
        let mut without = object.clone();
        without.shift_remove(key);
        if key != "te_bevestigen" {
            assert_eq!(error(&serde_json::to_string(&without).unwrap()), format!("mist `{key}`"));
        }
        let twice = changed("{", &format!("{{\"{key}\":{value},"));
        assert_eq!(error(&twice), format!("heeft een sleutel dubbel: `{key}`"));
        let other = changed(&format!("\"{key}\":{value}"), &format!("\"{key}\":[{value}]"));
        assert!(error(&other).contains("versie") || error(&other).contains(&format!("`{key}`")), "{other}");
    }
    assert_eq!(error(&changed("{", "{\"naam\":1,")), "heeft een sleutel te veel: `naam`");
    assert_eq!(error(&changed("{", "{\"na\\u001bam\":1,")), "heeft een sleutel te veel");
}

#[test]
fn a_value_that_this_program_never_writes_is_refused() {
    for (key, from, to) in [
        ("kenmerk", "\"RTB-2026-000123\"", "\"../RTB\""),
        ("soort", "\"intrekkingsbesluit\"", "\"boete\""),
        ("exemplaar", "\"afschrift\"", "\"kopie\""),
        (
            "stam",
            "\"RTB-2026-000123_intrekkingsbesluit-2_afschrift\"",
            "\"RTB-2026-000123_intrekkingsbesluit-2\"",
        ),
        ("stam", "-2_afschrift\"", "-_afschrift\""),
        ("stam", "-2_afschrift\"", "/../x_afschrift\""),
        ("formaat", "\"pdf\"", "\"docx\""),
        ("brief", "\"brieven/", "\"/brieven/"),
        ("brief", "\"brieven/", "\"../brieven/"),
        ("brief", "\"brieven/", "\"brieven/../../"),
        ("brief", "\"brieven/RTB-2026-000123_intrekkingsbesluit-2_afschrift.pdf\"", "\"\""),
        ("brief", "\"brieven/", "\"brie\\nven/"),
        ("lengte", "31415", "-1"),
        ("lengte", "31415", "31415.5"),
        ("lengte", "31415", "\"31415\""),
        ("document", "\"document\":3", "\"document\":0"),
        ("document", "\"document\":3", "\"document\":4294967296"),
        ("bestand", "\"zaken/a.yaml\"", "\"\""),
        ("optie_bekendmaking", "2026-12-01", "2026-13-01"),
        ("optie_wijze", "toezending", "duif"),
        ("programma", "0.1.0", "0.1.0 \\u001b[2J"),
        ("sha256_zaak", "\"sha256_zaak\":\"", "\"sha256_zaak\":\"0"),
    ] {
        let found = error(&changed(from, to));
        assert_eq!(found, format!("heeft bij `{key}` een waarde die daar niet kan staan"), "{to}");
    }
}

#[test]
fn a_receipt_of_before_the_unconfirmed_rules_were_recorded_is_read_and_stays_what_it_was() {
    let line = receipt().to_line();
    let key = ",\"te_bevestigen\":[\"afwijking\",\"termijn.beroep_kort\"]";
    assert!(line.contains(key), "{line}");
    let old = line.replace(key, "");
    let read = Receipt::from_json(&old).unwrap();
    assert_eq!(read.letter.unconfirmed, None);
    assert_eq!(read.to_line(), old);
    // None recorded is not the same as none.
    let none = line.replace(key, ",\"te_bevestigen\":[]");
    let read = Receipt::from_json(&none).unwrap();
    assert_eq!(read.letter.unconfirmed, Some(Vec::new()));
    assert_eq!(read.to_line(), none);
    for value in [
        "null",
        "\"termijn.beroep_kort\"",
        "[1]",
        "[\"\"]",
        "[\"b\",\"a\"]",
        "[\"a\",\"a\"]",
        "[\"Kovalenko\"]",
        "[\"a b\"]",
        "[\"a\\u001b\"]",
    ] {
        let other = line.replace(key, &format!(",\"te_bevestigen\":{value}"));
        let told = "heeft bij `te_bevestigen` een waarde die daar niet kan staan";
        assert_eq!(error(&other), told, "{value}");
    }
}

#[test]
fn only_a_letter_with_dated_templates_names_them() {
    let mut receipt = receipt();
    assert!(!receipt.to_line().contains("sjabloonversies"));
    receipt.letter.dated_templates =
        ["grounds/fraude@2027-01-15.md", "weigeringsbesluit@2027-03-05.md"].map(str::to_owned).to_vec();
    let line = receipt.to_line();
    let key = "\"sjabloonversies\":[\"grounds/fraude@2027-01-15.md\",\"weigeringsbesluit@2027-03-05.md\"]}";
    assert!(line.ends_with(key), "{line}");
    assert_eq!(Receipt::from_json(&line), Ok(receipt));
    for value in [
        "null",
        "[]",
        "[\"weigeringsbesluit.md\"]",
        "[\"weigeringsbesluit@2027-02-30.md\"]",
        "[\"../x@2027-01-15.md\"]",
        "[\"b@2027-01-15.md\",\"a@2027-01-15.md\"]",
        "[\"a@2027-01-15.md\",\"a@2027-01-15.md\"]",
        "\"a@2027-01-15.md\"",
    ] {
        let other = line.replace(key, &format!("\"sjabloonversies\":{value}}}"));
        assert_eq!(
            error(&other),
            "heeft bij `sjabloonversies` een waarde die daar niet kan staan",
            "{value}"
        );
    }
}

#[test]
fn a_text_that_is_not_a_receipt_is_refused() {
    let line = receipt().to_line();
    let deep = "[".repeat(100_000);
    let many = format!("{{{}\"a\":1}}", "\"a\":1,".repeat(100_000));
    for text in
        ["", "null", "[]", "kenmerk: x", &line[..line.len() - 1], &format!("{line}{line}"), &deep, &many]
    {
        assert_eq!(error(text), "is geen JSON-object");
    }
    for version in ["2", "\"1\"", "1.0", "null"] {
        let found = error(&changed("\"versie\":1,", &format!("\"versie\":{version},")));
        assert!(found.contains("niet versie 1"), "{found}");
    }
}
