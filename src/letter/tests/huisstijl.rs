//! Tests the block `huisstijl`: every key is read, and every mistake is reported.

use crate::letter::Organisation;
use crate::letter::huisstijl::{Briefpapier, Huisstijl, Millimeter, Profiel, Rgb, Venster};

fn read(block: &str) -> Result<Huisstijl, String> {
    let text = format!("{}\nhuisstijl: {block}\n", crate::letter::organisation::EXAMPLE);
    match Organisation::from_yaml(&text) {
        Ok(organisation) => Ok(organisation.huisstijl),
        Err(error) => {
            assert_eq!(error.code.as_str(), "F602");
            Err(error.message)
        }
    }
}

#[test]
fn every_key_is_read() {
    let style = read(
        "{accentkleur: \"#154273\", lettertype: {gewoon: a.ttf, vet: b.ttf}, logo: l.svg, logo_hoogte: 12.5,
          briefpapier: {eerste: e.pdf, vervolg: v.pdf},
          venster: {links: 20, boven: 45, breedte: 100, hoogte: 28.0}}",
    )
    .unwrap();
    assert_eq!(style.accentkleur, Some(Rgb([0x15, 0x42, 0x73])));
    let fonts = style.lettertype.unwrap();
    assert_eq!((&*fonts.gewoon, &*fonts.vet), ("a.ttf", "b.ttf"));
    assert_eq!(style.logo.as_deref(), Some("l.svg"));
    assert_eq!(style.logo_hoogte, Some(Millimeter(125)));
    let Briefpapier { eerste, vervolg } = style.briefpapier.unwrap();
    assert_eq!((eerste.as_deref(), vervolg.as_deref()), (Some("e.pdf"), Some("v.pdf")));
    let [links, boven, breedte, hoogte] = [200, 450, 1000, 280].map(|tenths| Some(Millimeter(tenths)));
    assert_eq!(style.venster, Some(Venster { links, boven, breedte, hoogte, profiel: None }));
}

#[test]
fn every_key_may_be_absent() {
    assert_eq!(Organisation::example().unwrap().huisstijl, Huisstijl::default());
    assert_eq!(read("{}").unwrap(), Huisstijl::default());
    let style = read("{venster: {boven: 50}}").unwrap();
    assert_eq!(style.venster.unwrap(), Venster { boven: Some(Millimeter(500)), ..Venster::default() });
    let style = read("{venster: {profiel: ea5-6, hoogte: 30}}").unwrap();
    let expected =
        Venster { profiel: Some(Profiel::Ea56), hoogte: Some(Millimeter(300)), ..Venster::default() };
    assert_eq!(style.venster, Some(expected));
    let style = read("{briefpapier: {eerste: e.pdf}}").unwrap();
    assert_eq!(style.briefpapier.unwrap().vervolg, None);
}

/// Wrong blocks, each with a word of the message about it.
const WRONG: &[(&str, &str)] = &[
    ("{kleur: rood}", "kleur"),
    ("{accentkleur: \"154273\"}", "tussen aanhalingstekens"),
    ("{accentkleur: \"#15427\"}", "tussen aanhalingstekens"),
    ("{accentkleur: \"#+54273\"}", "tussen aanhalingstekens"),
    ("{accentkleur: \"#1542é\"}", "tussen aanhalingstekens"),
    ("\n  accentkleur: #154273", "tussen aanhalingstekens"),
    ("{lettertype: {gewoon: a.ttf}}", "vet"),
    ("{lettertype: {gewoon: a.ttf, vet: b.ttf, cursief: c.ttf}}", "cursief"),
    ("{logo: \"\"}", "leeg"),
    ("{logo: }", "waarde"),
    ("{briefpapier: {derde: a.pdf}}", "derde"),
    ("{venster: {links: 20.25}}", "één cijfer"),
    ("{venster: {links: -1}}", "van 0 tot 300"),
    ("{venster: {links: 301}}", "van 0 tot 300"),
    ("{venster: {links: .nan}}", "van 0 tot 300"),
    ("{venster: {links: breed}}", "past hier niet"),
    ("{venster: {rechts: 20}}", "rechts"),
    ("{venster: {profiel: ea4}}", "schrijf een van `ea5-6`, `dl`, `c5`"),
    ("{venster: {profiel: }}", "profiel van een envelop is niet bekend"),
];

#[test]
fn a_house_style_without_a_profile_keeps_its_receipts() {
    let written = serde_json::to_string(&Venster::default()).unwrap();
    assert!(!written.contains("profiel"), "{written}");
    let profile = Venster { profiel: Some(Profiel::C5), ..Venster::default() };
    assert!(serde_json::to_string(&profile).unwrap().contains("\"profiel\":\"c5\""));
    for profile in Profiel::ALL {
        assert_eq!(serde_json::to_string(&profile).unwrap(), format!("\"{}\"", profile.word()));
    }
}

#[test]
fn mistakes_are_named() {
    for (block, word) in WRONG {
        let error = read(block).expect_err(block);
        assert!(error.contains(word), "{block}: {error}");
    }
}
