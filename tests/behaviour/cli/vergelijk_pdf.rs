//! `sjablonen vergelijk --pdf`: which letters get a file with old and new side by side, and what becomes of the folder.

use crate::pdf::comparison::{is_ruled, pieces, text};
use crate::pdf::read::Pdf;
use crate::support::desk::Desk;
use crate::support::{fixture_letters, pipeline, root};
use rtbrief::letter::document::Document;
use std::collections::BTreeSet;
use std::fs;

const HELP: &str = "parts/hulp.md";
const HEADING: &str = "## Hebt u vragen of wilt u hulp?";
const OTHER: &str = "## Wilt u misschien iets vragen?";
/// A sentence that few letters hold.
const FRAUD: [&str; 3] =
    ["grounds/fraude.md", "Volgens ons is dat hier zo:", "Volgens ons is dat hier helaas zo:"];

fn change(desk: &Desk, template: &str, from: &str, to: &str) {
    let file = desk.path("map").join(template);
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains(from), "{template} has no ‘{from}’");
    fs::write(file, text.replacen(from, to, 1)).unwrap();
}

/// A desk with a copy of the templates in `map`.
fn exported() -> Desk {
    let desk = Desk::with("weigering-inreisstempel");
    desk.run("sjablonen exporteer map").exits(0);
    desk
}

fn files(desk: &Desk) -> BTreeSet<String> {
    desk.files().into_iter().filter(|name| name.starts_with("uit/") && name != "uit/").collect()
}

#[test]
fn exactly_the_letters_that_hold_a_changed_sentence_get_a_file_with_both_forms() {
    let desk = exported();
    let [template, before, after] = FRAUD;
    change(&desk, template, before, after);
    let cases = root("fixtures");
    let compare =
        ["sjablonen", "vergelijk", cases.to_str().unwrap(), "--sjablonen", "map", "--json", "--pdf", "uit"];
    let ran = desk.run_words(&compare).exits(1);
    let changed: Vec<_> = ran.objects();
    let told: BTreeSet<String> =
        changed.iter().map(|object| object["pdf"].as_str().unwrap().to_owned()).collect();
    assert!(changed.len() > 3 && told.len() == changed.len(), "{told:?}");
    let letters = fixture_letters(pipeline());
    let holds = |letter: &Document| letter.blocks().any(|block| block.provenance.template == template);
    let expected: BTreeSet<&str> =
        letters.iter().filter(|(_, letter)| holds(letter)).map(|(_, letter)| &*letter.file_stem).collect();
    let compared: BTreeSet<&str> = changed.iter().map(|object| object["brief"].as_str().unwrap()).collect();
    assert_eq!(compared, expected);
    assert!(expected.len() < letters.len());
    assert_eq!(files(&desk), told);
    assert!(told.iter().all(|name| name.ends_with("_verschil.pdf")));
    let said = format!("gezet in uit: {} bestanden", told.len());
    assert!(ran.errors().contains(&said), "{}", ran.errors());
    for object in &changed {
        let bytes = fs::read(desk.path(object["pdf"].as_str().unwrap())).unwrap();
        let pdf = Pdf::read_untagged(&bytes);
        let [old, new] = [0, 1].map(|side| text(&pdf, side));
        let stem = object["brief"].as_str().unwrap();
        assert!(old.contains(&format!("Oud: {stem}, pagina 1 van ")), "{old}");
        assert!(new.contains(&format!("Nieuw: {stem}, pagina 1 van ")), "{new}");
        assert!(old.contains(before) && !old.contains(after), "{old}");
        assert!(new.contains(after) && !new.contains(before), "{new}");
    }
}

#[test]
fn the_hashes_are_those_of_the_templates_and_the_words_are_marked() {
    let desk = exported();
    change(&desk, HELP, HEADING, OTHER);
    desk.run("sjablonen vergelijk zaak.yaml --sjablonen map --pdf uit").exits(1);
    let names = files(&desk);
    assert_eq!(names.len(), 1);
    let pdf = Pdf::read_untagged(&fs::read(desk.path(names.first().unwrap())).unwrap());
    let hash = |folder: &str| {
        let set = desk.run(&format!("sjablonen controleer {folder} --json")).exits(0).objects();
        set[0]["sha256_sjablonen"].as_str().unwrap().to_owned()
    };
    assert!(text(&pdf, 0).contains(&format!("De oude sjablonen: sha256 {}", hash(""))));
    assert!(text(&pdf, 1).contains(&format!("De nieuwe sjablonen: sha256 {}", hash("map"))));
    let found = |side: usize, words: &str, up: [f64; 2]| {
        pdf.pages.iter().any(|page| {
            let lines = pieces(page, side);
            let line = lines.iter().find(|piece| piece.text.contains(words));
            line.is_some_and(|line| {
                page.rules.iter().any(|(x, y)| {
                    let inside = line.left - 0.1 <= *x && *x <= line.right + 0.1;
                    inside
                        && line.baseline + up[0] * line.size <= *y
                        && *y <= line.baseline + up[1] * line.size
                })
            })
        })
    };
    assert!(found(0, "Hebt u vragen", [0.1, 0.5]), "struck through");
    assert!(found(1, "Wilt u misschien", [-0.3, -0.15]), "underlined");
    // What is the same on both sides has no rule.
    for (side, up) in [(0, [0.1, 0.5]), (1, [-0.3, -0.15])] {
        let greeting = pdf.pages.iter().flat_map(|page| {
            pieces(page, side)
                .into_iter()
                .filter(|piece| piece.text.starts_with("Geachte"))
                .map(move |it| (page, it))
        });
        let ruled: Vec<bool> = greeting.map(|(page, piece)| is_ruled(page, piece, up)).collect();
        assert_eq!(ruled, [false], "side {side}");
    }
}

#[test]
fn other_markup_is_marked_too() {
    let desk = exported();
    change(&desk, HELP, "Bel ons of", "**Bel ons** of");
    desk.run("sjablonen vergelijk zaak.yaml --sjablonen map --pdf uit").exits(1);
    let pdf = Pdf::read_untagged(&fs::read(desk.path(files(&desk).first().unwrap())).unwrap());
    assert!(text(&pdf, 1).contains("Onderstreept"), "bold words differ from the same words that are not");
}

#[test]
fn a_folder_with_something_in_it_is_left_alone() {
    let desk = exported();
    change(&desk, HELP, HEADING, OTHER);
    let command = "sjablonen vergelijk zaak.yaml --sjablonen map --pdf uit";
    fs::create_dir(desk.path("uit")).unwrap();
    for file in ["uit/eigen.pdf", "uit/oud_verschil.pdf"] {
        fs::write(desk.path(file), "x").unwrap();
    }
    desk.run(command).exits(2).prints_nothing().says("de map uit is niet leeg").says("--overschrijf");
    assert_eq!(files(&desk).len(), 2);
    // What an earlier comparison left there is no longer true; another file is not of this command.
    desk.run(&format!("{command} --overschrijf")).exits(1).says("gezet in uit: 1 bestand");
    let names = files(&desk);
    assert!(names.len() == 2 && names.contains("uit/eigen.pdf") && !names.contains("uit/oud_verschil.pdf"));
    assert_eq!(desk.read("uit/eigen.pdf"), "x");
    // Twice the same kenmerk: two files.
    fs::copy(desk.path("zaak.yaml"), desk.path("zaak2.yaml")).unwrap();
    desk.run("sjablonen vergelijk zaak.yaml zaak2.yaml --sjablonen map --pdf twee").exits(1);
    assert_eq!(desk.files().iter().filter(|name| name.starts_with("twee/R")).count(), 2);
    // Nothing changes: nothing is made.
    desk.run("sjablonen vergelijk zaak.yaml --sjablonen map --oud map --pdf geen")
        .exits(0)
        .says("niets gemaakt");
    assert!(!desk.path("geen").exists());
    desk.run("sjablonen vergelijk zaak.yaml --oud map --overschrijf").exits(2);
    desk.run("sjablonen vergelijk zaak.yaml --oud map --pdf zaak.yaml").exits(74).says("zaak.yaml");
}
