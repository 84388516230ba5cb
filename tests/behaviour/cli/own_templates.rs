//! Own templates: `--sjablonen`, and `sjablonen exporteer`, `controleer`, `lijst`, `velden` and `vergelijk`.

use crate::support::desk::{Desk, case_of};
use crate::support::{fixture_letters, pipeline, root};
use rtbrief::letter::context::registry;
use rtbrief::letter::document::Document;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

/// The help of a letter, its heading, and another heading.
const HELP: &str = "parts/hulp.md";
const HEADING: &str = "## Hebt u vragen of wilt u hulp?";
const OTHER: &str = "## Wilt u iets vragen?";

/// A desk with a copy of the templates in `map`.
fn exported() -> Desk {
    let desk = Desk::with("weigering-inreisstempel");
    desk.run("sjablonen exporteer map").exits(0).prints_nothing().says("gezet in map: ");
    desk
}

/// Replaces a text of a template in `map`.
fn change(desk: &Desk, template: &str, from: &str, to: &str) {
    let file = desk.path("map").join(template);
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains(from), "{template} has no ‘{from}’");
    fs::write(file, text.replacen(from, to, 1)).unwrap();
}

/// The line of a text in a template of the repository.
fn line_of(template: &str, words: &str) -> u64 {
    let text = fs::read_to_string(root("letter-templates").join(template)).unwrap();
    (1..).zip(text.lines()).find(|(_, line)| line.contains(words)).unwrap().0
}

/// The errors of `sjablonen controleer map --json`: file, line, message.
fn errors(desk: &Desk) -> Vec<(String, Option<u64>, String)> {
    let found = desk.run("sjablonen controleer map --json").exits(1).objects();
    let error = |object: &Value| {
        assert_eq!(object["code"], "F601");
        let text = |key: &str| object[key].as_str().unwrap().to_owned();
        (text("bestand"), object["plaatsen"][0]["regel"].as_u64(), text("bericht"))
    };
    found.iter().map(error).collect()
}

#[test]
fn an_exported_set_is_the_built_in_one() {
    let desk = exported();
    assert_eq!(desk.run("--version --sjablonen map").exits(0).out(), desk.run("--version").exits(0).out());
    let guide = fs::read_to_string(root("letter-templates/README.md")).unwrap();
    assert_eq!(desk.read("map/README.md"), guide);
    desk.run("sjablonen controleer map").exits(0).prints_nothing().says("in orde");
    desk.run("sjablonen vergelijk zaak.yaml --sjablonen map").exits(0).prints_nothing().says("anders: 0");
    // Nothing is written over what is there.
    desk.run("sjablonen exporteer map").exits(2).says("de map map is niet leeg");
    fs::create_dir(desk.path("leeg")).unwrap();
    desk.run("sjablonen exporteer leeg").exits(0);
    desk.run("sjablonen exporteer zaak.yaml").exits(74).says("F701");
    desk.run("sjablonen exporteer diep/er/in -q").exits(0).never_says("gezet");
}

#[test]
fn a_letter_has_the_words_of_the_own_templates_and_its_receipt_says_so() {
    let desk = Desk::with("weigering-inreisstempel");
    fs::create_dir_all(desk.path("map/parts")).unwrap();
    let help = fs::read_to_string(root("letter-templates").join(HELP)).unwrap();
    // One file, as an editor on Windows leaves it; what is hidden is no template.
    let own = help.replace(HEADING, OTHER).replace('\n', "\r\n");
    let desk = desk.file("map/parts/hulp.md", format!("\u{FEFF}{own}")).file("map/.DS_Store", "x");
    desk.run("maak zaak.yaml --sjablonen map --formaat txt -o brieven").exits(0);
    let name = desk.files().into_iter().find(|name| name.ends_with(".txt")).unwrap();
    assert!(desk.read(&name).contains("Wilt u iets vragen?"), "{}", desk.read(&name));
    desk.run("verifieer brieven --sjablonen map").exits(0).says("gelijk: 1");
    let other = desk.run("verifieer brieven --json").exits(1).objects();
    let words: Vec<&str> =
        other[0]["verschillen"].as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect();
    assert!(words.contains(&"sjablonen"), "{words:?}");
}

#[test]
fn a_later_version_in_the_folder_holds_from_its_day() {
    let desk = exported();
    let text = desk.read("map/parts/hulp.md").replace(HEADING, OTHER);
    let desk = desk.file("map/parts/hulp@2027-01-15.md", text);
    for (day, said) in [("2027-01-14", false), ("2027-01-15", true)] {
        let letter = format!("maak zaak.yaml --sjablonen map --formaat txt -o - --bekendmaking {day}");
        assert_eq!(desk.run(&letter).exits(0).out().contains("Wilt u iets vragen?"), said, "{day}");
    }
    let list = desk.run("sjablonen lijst --sjablonen map --json").exits(0).objects();
    let help = list.iter().find(|object| object["sjabloon"] == HELP).unwrap();
    assert_eq!(help["versies"][1]["vanaf"], "2027-01-15");
    assert_eq!(
        (&help["versies"][0]["tekst"], &help["versies"][1]["tekst"]),
        (&"ingebouwd".into(), &"nieuw".into())
    );
    desk.run("sjablonen lijst --sjablonen map").exits(0).prints("nieuw, vanaf 15 januari 2027");
}

#[test]
fn a_run_with_other_templates_is_another_run() {
    let desk = exported();
    fs::create_dir(desk.path("zaken")).unwrap();
    let desk = desk.file("zaken/zaak.yaml", case_of("weigering-inreisstempel"));
    desk.run("batch zaken -o brieven --voorbeeld -q").exits(0);
    desk.run("batch zaken -o brieven --voorbeeld -q --sjablonen map").exits(0);
    change(&desk, HELP, HEADING, OTHER);
    desk.run("batch zaken -o brieven --voorbeeld -q --sjablonen map").exits(2).says("sjablonen");
}

#[test]
fn what_is_wrong_in_a_template_is_told_with_file_and_line_before_any_letter() {
    for (template, from, to, word) in [
        (HELP, "{% endif %}\\", "{% endif\\", "`{%` zonder `%}` op dezelfde regel"),
        (HELP, "{{ website }}", "{{ website }", "`{{` zonder `}}` op dezelfde regel"),
        (HELP, "{% if hulp %}", "{% if hulpp %}", "bedoelt u `hulp`?"),
        ("weigeringsbesluit.md", "{% if gemeente %}", "{% if gemente %}", "bedoelt u `gemeente`?"),
        (
            "parts/bezwaar.md",
            "**uiterlijk op {{ bezwaar_uiterlijk }}**",
            "op tijd",
            "hier hoort de laatste dag",
        ),
        (HELP, "Noem het V-nummer.", "Noem het V-nummer \u{738b}.", "U+738B"),
    ] {
        let desk = exported();
        let line = line_of(template, from);
        change(&desk, template, from, to);
        let found = errors(&desk);
        let file = format!("map/{template}");
        let has = found
            .iter()
            .any(|(at, number, message)| *at == file && *number == Some(line) && message.contains(word));
        assert!(has, "{word} at {file}:{line}: {found:#?}");
        let place = format!("{file}:{line}");
        desk.run("sjablonen controleer map").exits(1).prints_nothing().says(&place).says(word);
        desk.run("maak zaak.yaml --sjablonen map").exits(2).says("F601").says(&place).says(word);
        assert!(desk.files().iter().all(|name| !name.ends_with(".pdf")));
    }
}

#[test]
fn a_term_that_no_paragraph_states_is_told_where_its_remedy_is() {
    let desk = exported();
    change(&desk, "parts/bezwaar.md", "{# regel: termijn.bezwaar #}\n", "{# regel: brief.vorm #}\n");
    let found = errors(&desk);
    let line = line_of("weigeringsbesluit.md", "Dan kunt u bij ons bezwaar maken.");
    let refusal = found.iter().find(|(file, ..)| file == "map/weigeringsbesluit.md").unwrap();
    assert_eq!(refusal.1, Some(line), "{found:#?}");
    assert!(refusal.2.contains("`termijn.bezwaar`") && refusal.2.contains("bezwaar_uiterlijk"), "{found:#?}");
}

#[test]
fn what_is_no_template_is_an_error() {
    let desk = exported().file("map/terms.yaml", "x").file("map/weigeringsbeslut.md", "# O\n\nx\n");
    fs::create_dir_all(desk.path("map/talen/uk/oud")).unwrap();
    let desk = desk.file("map/parts/aanhef.md", b"\xff").file("map/parts/Hulp.md", "x\n");
    let found = errors(&desk);
    let of = |file: &str| {
        found.iter().filter(|error| error.0 == file).map(|error| error.2.clone()).collect::<String>()
    };
    assert!(of("map/terms.yaml").contains("dit is geen sjabloon"), "{found:#?}");
    assert!(of("map/talen/uk/oud").contains("zo diep"), "{found:#?}");
    assert!(of("map/parts/aanhef.md").contains("geen UTF-8"), "{found:#?}");
    assert!(of("map/parts/Hulp.md").contains("kleine letters"), "{found:#?}");
    fs::remove_file(desk.path("map/parts/Hulp.md")).unwrap();
    assert!(
        errors(&desk)
            .iter()
            .any(|error| error.0 == "map/weigeringsbeslut.md" && error.2.contains("geen enkele brief"))
    );
    desk.run("sjablonen controleer er-niet").exits(74).says("niet gevonden");
    desk.run("maak zaak.yaml --sjablonen er-niet").exits(2).says("de map met sjablonen er-niet");
    desk.run("sjablonen controleer map --sjablonen map").exits(2).says("gaat niet samen met");
}

#[test]
fn the_letters_that_change_are_those_whose_blocks_come_from_the_file() {
    let letters = fixture_letters(pipeline());
    // The help is in every letter, the objection in some.
    for (file, from, to, everywhere) in [
        (HELP, HEADING, OTHER, true),
        ("parts/bezwaar.md", "Nog geen redenen?", "Weet u nog geen redenen?", false),
    ] {
        let desk = exported();
        change(&desk, file, from, to);
        let cases = root("fixtures");
        let words = ["sjablonen", "vergelijk", cases.to_str().unwrap(), "--sjablonen", "map", "--json"];
        let ran = desk.run_words(&words);
        let words = |text: &str| text.trim_start_matches("## ").to_owned();
        let (old, new) = (format!("\n-{}", words(from)), format!("\n+{}", words(to)));
        let mut told = BTreeSet::new();
        for object in ran.objects().iter().filter(|object| object.get("brief").is_some()) {
            let difference = object["verschil"].as_str().unwrap();
            assert_eq!(object["verandert"], "tekst");
            assert!(difference.contains(&old) && difference.contains(&new), "{difference}");
            assert_eq!(difference.matches("@@ -").count(), 1, "{difference}");
            let path = object["bestand"].as_str().unwrap();
            let fixture = path.rsplit('/').nth(1).unwrap().to_owned();
            let is_new = told.insert((fixture, object["brief"].as_str().unwrap().to_owned()));
            assert!(is_new, "{object} is told twice");
        }
        let is_from_file = |letter: &Document| letter.blocks().any(|block| block.provenance.template == file);
        let expected: BTreeSet<(String, String)> = letters
            .iter()
            .filter(|(_, letter)| is_from_file(letter))
            .map(|(fixture, letter)| (fixture.clone(), letter.file_stem.clone()))
            .collect();
        assert!(expected.len() > 50 && (expected.len() == letters.len()) == everywhere, "{file}");
        assert_eq!(told, expected, "{file}");
        let count = format!("brieven: {}, waarvan anders: {}", letters.len(), expected.len());
        assert!(ran.errors().contains(&count), "{}", ran.errors());
    }
}

#[test]
fn other_markup_and_the_old_set_count_too() {
    let desk = exported();
    change(&desk, HELP, "Bel ons of", "**Bel ons** of");
    desk.run("sjablonen vergelijk zaak.yaml --sjablonen map")
        .exits(1)
        .prints("dezelfde woorden, andere opmaak");
    change(&desk, HELP, "**Bel ons** of", "Bel ons of");
    change(&desk, HELP, HEADING, OTHER);
    let to_new = desk.run("sjablonen vergelijk zaak.yaml --sjablonen map").exits(1).out();
    let to_old = desk.run("sjablonen vergelijk zaak.yaml --oud map").exits(1).out();
    assert!(
        to_new.starts_with("--- ") && to_new.contains("(oud)\n+++ ") && to_new.contains("\n+Wilt u iets"),
        "{to_new}"
    );
    assert!(to_old.contains("\n-Wilt u iets"), "{to_old}");
    desk.run("sjablonen vergelijk zaak.yaml --oud map --sjablonen map").exits(0).prints_nothing();
    desk.run("sjablonen vergelijk zaak.yaml").exits(2).says("--sjablonen <MAP>");
    desk.run("sjablonen vergelijk er-niet.yaml --oud map").exits(74).says("F101");
}

#[test]
fn the_fields_of_a_template_are_those_of_the_program() {
    let desk = Desk::new();
    for registration in registry::all() {
        let name = registration.template;
        let found = desk.run(&format!("sjablonen velden {name} --json")).exits(0).objects();
        let told: Vec<&str> = found.iter().map(|object| object["veld"].as_str().unwrap()).collect();
        let fields: Vec<&str> = registration.fields.iter().map(|field| field.name).collect();
        assert_eq!(told, fields, "{name}");
        assert!(found.iter().all(|object| object["sjabloon"] == name), "{name}");
    }
    desk.run("sjablonen velden weigeringsbesluit")
        .exits(0)
        .prints("bezwaar_uiterlijk")
        .prints("altijd")
        .prints("(`");
    desk.run("sjablonen velden fraude").exits(0).prints("grounds/fraude.md");
    desk.run("sjablonen velden hulp").exits(2).says("noem die brief");
    desk.run("sjablonen velden bestaat-niet").exits(2).says("er is geen sjabloon");
}

#[test]
fn every_template_is_listed_with_where_its_words_come_from() {
    let desk = exported();
    change(&desk, HELP, HEADING, OTHER);
    let list = desk.run("sjablonen lijst --sjablonen map --json").exits(0).objects();
    let names: BTreeSet<&str> = list.iter().map(|object| object["sjabloon"].as_str().unwrap()).collect();
    assert_eq!(names, pipeline().templates.names().collect());
    let changed: Vec<&str> = list
        .iter()
        .filter(|object| object["versies"][0]["tekst"] != "ingebouwd")
        .map(|object| object["sjabloon"].as_str().unwrap())
        .collect();
    assert_eq!(changed, [HELP]);
    let soort = |name: &str| list.iter().find(|object| object["sjabloon"] == name).unwrap()["soort"].clone();
    assert_eq!(
        ["weigeringsbesluit.md", "grounds/fraude.md", HELP, "talen/uk/deel_hulp.md"].map(soort),
        ["brief", "grond", "deel", "bladzijde"]
    );
}
