//! A house style on the desk: a letter is made with it, and what is wrong with it stops the program.

use crate::support::desk::Desk;
use crate::support::root;
use lopdf::{Stream, dictionary};
use std::fs;

/// The example organisation.
const EXAMPLE: &str = include_str!("../../../letter-templates/organisatie-voorbeeld.yaml");

/// A desk with a case, and with an organisation that has this house style.
fn desk(block: &str) -> Desk {
    let organisation = format!("{}\nhuisstijl: {block}\n", EXAMPLE);
    Desk::with("weigering-inreisstempel").file("organisatie.yaml", organisation)
}

#[test]
fn a_letter_is_made_in_the_house_style() {
    let plain = desk("{}");
    plain.run("maak zaak.yaml -o plain").exits(0);
    let font = |face: &str| fs::read(root(&format!("fonts/NotoSans-{face}.ttf"))).unwrap();
    let styled = desk(
        "{accentkleur: \"#154273\", lettertype: {gewoon: ons.ttf, vet: ons-vet.ttf}, venster: {boven: 47, hoogte: 30}}",
    )
    .file("ons.ttf", font("Regular"))
    .file("ons-vet.ttf", font("Bold"));
    styled.run("maak zaak.yaml -o styled").exits(0);
    let letter = |desk: &Desk, folder: &str| {
        let file = desk.files().into_iter().find(|file| file.starts_with(folder) && file.ends_with(".pdf"));
        fs::read(desk.path(&file.unwrap())).unwrap()
    };
    assert!(letter(&plain, "plain") != letter(&styled, "styled"));
}

#[test]
fn a_letter_is_made_with_a_logo_and_on_stationery() {
    let svg =
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='3'><rect width='9' height='3'/></svg>";
    let with_logo = desk("{logo: logo.svg, logo_hoogte: 9}").file("logo.svg", svg);
    with_logo.run("maak zaak.yaml -o brieven").exits(0);
    let with_paper =
        desk("{briefpapier: {eerste: papier.pdf, vervolg: papier.pdf}}").file("papier.pdf", paper());
    with_paper.run("maak zaak.yaml -o brieven").exits(0);
}

/// A page of A4 with a bar at its foot.
fn paper() -> Vec<u8> {
    let mut file = lopdf::Document::with_version("1.7");
    let pages = file.new_object_id();
    let content = file.add_object(Stream::new(dictionary! {}, b"0.1 0.3 0.6 rg 0 0 595 20 re f".to_vec()));
    let page = file.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content,
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
    });
    file.objects
        .insert(pages, dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 }.into());
    let catalog = file.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    file.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}

/// A wrong house style, and what the program says of it.
const WRONG: &[(&str, &str)] = &[
    ("{accentkleur: \"#ff0000\"}", "het contrast van #ff0000 met wit papier is 4,00"),
    ("{accentkleur: rood}", "schrijf een kleur"),
    ("{venster: {links: 60}}", "het venster moet tussen 15 en 130 mm van de linkerrand liggen"),
    ("{venster: {hoogte: 54}}", "het venster moet tussen 40 en 98,5 mm van de bovenrand liggen"),
    (
        "{venster: {profiel: ea4}}",
        "profiel van een envelop is niet bekend; schrijf een van `ea5-6`, `dl`, `c5`",
    ),
    (
        "{lettertype: {gewoon: weg.ttf, vet: weg.ttf}}",
        "`lettertype.gewoon`: het bestand weg.ttf kan niet worden gelezen: niet gevonden",
    ),
    ("{lettertype: {gewoon: ., vet: .}}", "is geen bestand"),
    ("{lettertype: {gewoon: zaak.yaml, vet: zaak.yaml}}", "`lettertype.gewoon`: dit is geen lettertype"),
    ("{logo: zaak.yaml}", "`logo`: het bestand is geen PNG en geen SVG"),
    ("{logo_hoogte: 12}", "`logo_hoogte`: er is geen `logo`"),
    ("{briefpapier: {vervolg: zaak.yaml}}", "`briefpapier.vervolg`: het bestand kan niet worden gelezen"),
    ("{logo: groot.bin}", "`logo`: het bestand groot.bin is groter dan 8 MB"),
];

#[test]
fn a_wrong_house_style_is_wrong_use_and_makes_no_letter() {
    let large = vec![0; (8 << 20) + 1];
    for (block, message) in WRONG {
        let desk = desk(block).file("groot.bin", &large);
        let ran = desk.run("maak zaak.yaml -o brieven").exits(2).says("F602").says(message);
        assert!(!ran.errors().contains("panic"), "{block}");
        assert!(!desk.path("brieven").exists(), "{block}");
    }
}

#[test]
fn an_organisation_with_a_character_that_its_font_lacks_is_refused() {
    let organisation = EXAMPLE.replace("V. Voorbeeld", "V. Voorbeeld 王");
    let desk = Desk::with("weigering-inreisstempel").file("organisatie.yaml", organisation);
    desk.run("controleer zaak.yaml")
        .exits(2)
        .says("F602 in organisatie.yaml: het lettertype heeft het teken U+738B");
}

#[test]
fn files_of_a_house_style_are_looked_for_beside_the_organisation() {
    let desk = desk("{logo: stuk.svg}");
    fs::create_dir(desk.path("map")).unwrap();
    fs::rename(desk.path("organisatie.yaml"), desk.path("map/organisatie.yaml")).unwrap();
    desk.run("controleer zaak.yaml --organisatie map/organisatie.yaml").exits(2).says("map/stuk.svg");
}
