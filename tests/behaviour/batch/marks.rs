//! The marks of the print stream: what machines read on the sheets, and that the letters have none.

use crate::support::desk::Desk;
use crate::support::post::{COPY, ONE, batch, day, desk, rows, same, summary, tree, with_kenmerk};
use datamatrix::DataMatrix;
use lopdf::content::Content;
use std::fs;

/// What a machine sees on a page of the print stream: how many bars of a KIX code, and the digits of a sheet mark.
type Seen = (usize, Option<String>);

fn pages(desk: &Desk, file: &str) -> Vec<Seen> {
    let pdf = lopdf::Document::load_mem(&fs::read(desk.path(file)).unwrap()).unwrap();
    let data = |id| pdf.get_object(id).unwrap().as_stream().unwrap().decompressed_content().unwrap();
    let pages = pdf.get_pages();
    pages.values().map(|page| see(pdf.get_page_contents(*page).into_iter().map(data).nth(1))).collect()
}

/// Reads the second content stream of a page.
fn see(over: Option<Vec<u8>>) -> Seen {
    let operations = Content::decode(&over.unwrap_or_default()).unwrap().operations;
    let areas: Vec<[usize; 4]> = operations
        .iter()
        .filter(|it| it.operator == "re")
        .map(|it| [0, 1, 2, 3].map(|at| (it.operands[at].as_float().unwrap() * 100.0).round() as usize))
        .collect();
    let (modules, bars): (Vec<_>, Vec<_>) = areas.into_iter().partition(|area| area[3] == 144);
    let Some(top) = modules.iter().map(|area| area[1]).max() else { return (bars.len(), None) };
    let left = modules.iter().map(|area| area[0]).min().unwrap();
    let mut pixels = [[false; 16]; 16];
    for [x, y, width, _] in modules {
        pixels[(top - y) / 144][(x - left) / 144..(x - left + width) / 144].fill(true);
    }
    let digits = DataMatrix::decode(pixels.as_flattened(), 16).unwrap();
    (bars.len(), Some(String::from_utf8(digits).unwrap()))
}

#[test]
fn every_front_has_its_mark_and_a_dutch_address_its_code() {
    let desk = day();
    batch(&desk, "zaken -o uit --drukstroom --dubbelzijdig --kix --inserter").exits(0);
    let seen = pages(&desk, "uit/drukstroom-0001.pdf");
    let summary = summary(&desk, "uit");
    let run = summary["run"].as_str().unwrap();
    assert_eq!(run.len(), 8);
    let mut coded = 0;
    for (row, number) in rows(&desk, "uit/manifest.jsonl").iter().zip(1..) {
        let at = |key: &str| usize::try_from(row[key].as_u64().unwrap()).unwrap();
        assert_eq!(row["merk"], format!("{run}{number:07}"));
        let posted =
            !row["postcode"].is_null() && (row["wijze"] != "uitreiking" || row["exemplaar"] == "afschrift");
        let (first, sheets) = (at("eerste_pagina") - 1, at("vellen"));
        for (page, (bars, mark)) in seen[first..first + 2 * sheets].iter().enumerate() {
            let digits = format!("1{run}{number:07}{:03}{sheets:03}", page / 2 + 1);
            assert_eq!(*mark, (page % 2 == 0).then_some(digits), "page {page} of {row}");
            assert_eq!(*bars > 0, page == 0 && posted, "page {page} of {row}");
            coded += usize::from(*bars > 0);
        }
        assert_eq!(row["kix"], posted, "{row}");
    }
    assert!((1..11).contains(&coded), "{coded}");
    assert_eq!(summary["zonder_kix"], 11 - coded);
}

#[test]
fn the_manifest_and_the_summary_say_which_letters_have_no_code() {
    let high = with_kenmerk(ONE, "K-2").replace("straat: ", "locatie: COA azc Voorbeeldstad, straat: ");
    let long =
        high.replace("locatie: COA azc Voorbeeldstad", &format!("locatie: COA {}", "gebouw ".repeat(9)));
    let desk = desk(&[("a.yaml", ONE, "K-1")])
        .file("zaken/b.yaml", high)
        .file("zaken/c.yaml", long.replace("K-2", "K-3"));
    let options = "--wijze toezending --drukstroom --dubbelzijdig";
    let ran = batch(&desk, &format!("zaken -o uit {options} --kix")).exits(0);
    ran.says("1 brief heeft geen KIX-code");
    let has: Vec<_> = rows(&desk, "uit/manifest.jsonl").iter().map(|row| row["kix"].clone()).collect();
    assert_eq!(has, [true, true, false], "five lines leave no room");
    assert_eq!(summary(&desk, "uit")["zonder_kix"], 1);
    let csv = desk.read("uit/manifest.csv");
    let cells: Vec<&str> = csv.lines().skip(1).map(|line| line.rsplit(',').nth(4).unwrap()).collect();
    assert_eq!(cells, ["ja", "ja", "nee"]);
    // A further round counts on.
    let fourth = desk.read("zaken/c.yaml").replace("K-3", "K-4");
    let desk = desk.file("zaken/d.yaml", fourth);
    batch(&desk, &format!("zaken -o uit {options} --kix --vervolg"))
        .exits(0)
        .says("1 brief heeft geen KIX-code");
    assert_eq!(summary(&desk, "uit")["zonder_kix"], 2);
    batch(&desk, &format!("zaken -o zonder {options}")).exits(0).never_says("KIX");
    assert!(rows(&desk, "zonder/manifest.jsonl").iter().all(|row| row["kix"].is_null()));
    assert!(summary(&desk, "zonder")["zonder_kix"].is_null());
}

#[test]
fn a_manifest_of_before_the_column_is_read() {
    let desk = desk(&[("a.yaml", ONE, "K-1"), ("b.yaml", COPY, "K-2")]);
    batch(&desk, "zaken -o uit --drukstroom --kix").exits(0);
    let old: String = rows(&desk, "uit/manifest.jsonl")
        .into_iter()
        .map(|mut row| {
            assert!(row.as_object_mut().unwrap().shift_remove("kix").is_some());
            format!("{row}\n")
        })
        .collect();
    let mut said = summary(&desk, "uit");
    assert!(said.as_object_mut().unwrap().shift_remove("zonder_kix").is_some());
    said.as_object_mut().unwrap().shift_remove("bestanden");
    let desk = desk.file("uit/manifest.jsonl", old).file("uit/samenvatting.json", said.to_string());
    desk.run("verifieer uit").exits(0).says("gelijk: 3");
    assert!(desk.run("termijnen uit").exits(0).out().lines().count() > 2);
}

#[test]
fn the_letters_have_no_marks() {
    let desk = day();
    batch(&desk, "zaken -o uit --drukstroom --kix --inserter").exits(0);
    batch(&desk, "zaken -o kaal").exits(0);
    let letters = |folder: &str| {
        let mut tree = tree(&desk, folder);
        tree.retain(|name, _| name.starts_with("brieven/"));
        tree
    };
    same(&letters("uit"), &letters("kaal"));
    batch(&desk, "zaken -o een --drukstroom --kix").exits(0);
    assert!(pages(&desk, "een/drukstroom-0001.pdf").iter().all(|(_, mark)| mark.is_none()));
    batch(&desk, "zaken -o twee --drukstroom --inserter").exits(0);
    let seen = pages(&desk, "twee/drukstroom-0001.pdf");
    assert!(seen.iter().all(|(bars, mark)| *bars == 0 && mark.is_some()), "one side: every page");
}

#[test]
fn a_letter_that_is_handed_over_has_no_code_but_its_afschrift_has() {
    let desk = desk(&[("a.yaml", COPY, "K-1")]);
    batch(&desk, "zaken -o uit --drukstroom --kix --wijze uitreiking").exits(0);
    let bars: Vec<usize> = pages(&desk, "uit/drukstroom-0001.pdf").iter().map(|(bars, _)| *bars).collect();
    assert_eq!(bars.iter().filter(|bars| **bars > 0).count(), 1);
    assert_eq!(bars[0], 0);
}

#[test]
fn a_run_has_its_number_from_its_cases_and_options() {
    let desk = desk(&[("a.yaml", ONE, "K-1")]);
    let number = |folder: &str, options: &str| {
        batch(&desk, &format!("zaken -o {folder} --drukstroom --inserter {options}")).exits(0);
        let row = &rows(&desk, &format!("{folder}/manifest.jsonl"))[0];
        row["merk"].as_str().unwrap().to_owned()
    };
    let first = number("a", "");
    assert_eq!(number("b", ""), first);
    assert_ne!(number("c", "--wijze toezending"), first);
    let desk = desk.file("zaken/b.yaml", with_kenmerk(ONE, "K-2"));
    batch(&desk, "zaken -o d --drukstroom --inserter").exits(0);
    assert_ne!(rows(&desk, "d/manifest.jsonl")[0]["merk"], first.as_str());
}

#[test]
fn marks_are_refused_where_there_is_no_place_for_them() {
    let desk = day();
    for option in ["--kix", "--inserter"] {
        batch(&desk, &format!("zaken -o uit {option}")).exits(2).says("--drukstroom");
    }
    let organisation =
        fs::read_to_string(crate::support::root("letter-templates/organisatie-voorbeeld.yaml")).unwrap();
    let low = organisation
        + "\nhuisstijl:\n  venster:\n    links: 20\n    boven: 45\n    breedte: 100\n    hoogte: 24\n";
    let desk = desk.file("laag.yaml", low);
    let ran = batch(&desk, "zaken -o uit --drukstroom --kix --organisatie laag.yaml");
    ran.exits(2).says("het venster heeft geen plaats voor de KIX-code");
    assert!(!desk.path("uit").exists());
    batch(&desk, "zaken -o uit --drukstroom --inserter --organisatie laag.yaml").exits(0);
}
