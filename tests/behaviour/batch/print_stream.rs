//! The print stream: the pages of the letters in the order of the manifest, in parts, on sheets.

use crate::support::desk::Desk;
use crate::support::document_parts::{Part, bookmarks, parts as parts_of};
use crate::support::post::{batch, day, rows};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;

/// The text of every page of a PDF, as another program reads it.
fn pages(desk: &Desk, file: &str) -> Vec<String> {
    let pdf = lopdf::Document::load_mem(&fs::read(desk.path(file)).unwrap()).unwrap();
    let count = u32::try_from(pdf.get_pages().len()).unwrap();
    (1..=count).map(|page| pdf.extract_text(&[page]).unwrap()).collect()
}

fn number(row: &Value, key: &str) -> usize {
    usize::try_from(row[key].as_u64().unwrap()).unwrap()
}

/// Compares every part with the letters of the manifest; gives the number of sheets of each part.
fn check(desk: &Desk, duplex: bool) -> Vec<usize> {
    check_with(desk, duplex, &BTreeMap::new())
}

/// The same for a stream in which these letters, by their ids, have a code line on their first page.
pub fn check_with(desk: &Desk, duplex: bool, codes: &BTreeMap<String, String>) -> Vec<usize> {
    let mut said: BTreeMap<String, Vec<Part>> = BTreeMap::new();
    let mut parts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut next: BTreeMap<String, usize> = BTreeMap::new();
    let mut sheets: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows(desk, "uit/manifest.jsonl") {
        let part = row["drukstroom"].as_str().unwrap().to_owned();
        let text = parts.entry(part.clone()).or_insert_with(|| pages(desk, &format!("uit/{part}")));
        let letter = pages(desk, &format!("uit/{}", row["brief"].as_str().unwrap()));
        let (first, count) = (number(&row, "eerste_pagina"), number(&row, "paginas"));
        assert_eq!(letter.len(), count);
        assert_eq!(first, next.get(&part).copied().unwrap_or(1));
        let id = row["id"].as_str().unwrap();
        let code = codes.get(id).map_or("", String::as_str);
        let over = text[first - 1].strip_prefix(letter[0].as_str()).unwrap_or_else(|| panic!("{row}"));
        assert_eq!(over.trim(), code, "{row}");
        assert!(text[first..first - 1 + count] == letter[1..], "{row}");
        let own = if duplex { count.div_ceil(2) } else { count };
        assert_eq!(number(&row, "vellen"), own);
        *sheets.entry(part.clone()).or_default() += own;
        if duplex {
            assert_eq!(first % 2, 1);
            if count % 2 == 1 {
                assert_eq!(text[first - 1 + count].trim(), "");
            }
        }
        let last = first - 1 + if duplex { 2 * own } else { own };
        said.entry(part.clone()).or_default().push(Part {
            range: (first, last),
            number: row["volgnummer"].as_i64().unwrap(),
            id: id.to_owned(),
            pages: row["paginas"].as_i64().unwrap(),
            sheets: row["vellen"].as_i64().unwrap(),
            duplex,
        });
        next.insert(part, last + 1);
    }
    for (part, text) in &parts {
        assert_eq!(text.len() + 1, next[part], "{part} has other pages too");
        let pdf = lopdf::Document::load_mem(&fs::read(desk.path(&format!("uit/{part}"))).unwrap()).unwrap();
        assert_eq!(parts_of(&pdf), said[part], "{part} says the same of its letters");
        let bookmarks: Vec<_> = bookmarks(&pdf).into_iter().map(|(title, page, _)| (title, page)).collect();
        let expected = said[part].iter().map(|it| (format!("Brief {}", it.number), it.range.0));
        assert_eq!(bookmarks, expected.collect::<Vec<_>>());
    }
    let names: Vec<String> = (1..=parts.len()).map(|number| format!("drukstroom-{number:04}.pdf")).collect();
    assert_eq!(parts.keys().cloned().collect::<Vec<_>>(), names);
    let files = desk.files();
    assert_eq!(files.iter().filter(|file| file.starts_with("uit/drukstroom-")).count(), names.len());
    sheets.into_values().collect()
}

#[test]
fn a_stream_holds_the_pages_of_the_letters_in_order() {
    let desk = day();
    batch(&desk, "zaken -o uit --drukstroom").exits(0);
    assert_eq!(check(&desk, false).len(), 1);
}

#[test]
fn a_letter_of_an_odd_number_of_pages_has_a_blank_back_that_belongs_to_it() {
    let desk = day();
    batch(&desk, "zaken -o uit --drukstroom --dubbelzijdig").exits(0);
    let odd = rows(&desk, "uit/manifest.jsonl").iter().filter(|row| number(row, "paginas") % 2 == 1).count();
    assert!(odd > 0, "no letter of an odd number of pages was tried");
    check(&desk, true);
}

#[test]
fn printed_on_both_sides_every_letter_begins_on_a_new_sheet() {
    let desk = day();
    batch(&desk, "zaken -o uit --drukstroom --dubbelzijdig").exits(0);
    assert_eq!(check(&desk, true).len(), 1);
}

#[test]
fn a_page_in_another_language_counts_as_a_page_and_moves_no_term() {
    let plain = day();
    let desk = day();
    let cases = desk.files().into_iter().filter(|file| file.ends_with(".yaml"));
    for (file, language) in cases.zip(["uk", "ru", "en"].into_iter().cycle()) {
        let case = desk.read(&file).replacen("  v_nummer:", &format!("  taal: {language}\n  v_nummer:"), 1);
        fs::write(desk.path(&file), case).unwrap();
    }
    for desk in [&plain, &desk] {
        batch(desk, "zaken -o uit --drukstroom --dubbelzijdig --kix --inserter").exits(0);
        check(desk, true);
    }
    let (with, without) = (rows(&desk, "uit/manifest.jsonl"), rows(&plain, "uit/manifest.jsonl"));
    assert_eq!(with.len(), without.len());
    for (with, without) in with.iter().zip(&without) {
        assert_eq!(number(with, "paginas"), number(without, "paginas") + 1, "{with}");
        for key in ["volgnummer", "kenmerk", "brief", "termijnen", "kix"] {
            assert_eq!(with[key], without[key], "{key}");
        }
        assert!(with["te_bevestigen"].to_string().contains("\"taal."), "{with}");
    }
}

#[test]
fn marks_over_the_pages_change_nothing_in_their_text() {
    let desk = day();
    batch(&desk, "zaken -o uit --drukstroom --dubbelzijdig --kix --inserter --volgorde postcode").exits(0);
    check(&desk, true);
}

#[test]
fn a_part_has_no_more_sheets_than_asked_and_no_case_is_split() {
    let desk = day();
    batch(&desk, "zaken -o uit --drukstroom --vellen 8").exits(0);
    let sheets = check(&desk, false);
    assert!(sheets.len() > 2 && sheets.iter().all(|sheets| *sheets <= 8), "{sheets:?}");
    let mut parts: BTreeMap<String, String> = BTreeMap::new();
    for row in rows(&desk, "uit/manifest.jsonl") {
        let part = row["drukstroom"].to_string();
        assert_eq!(*parts.entry(row["kenmerk"].to_string()).or_insert_with(|| part.clone()), part);
    }
    // With fewer parts than before, the others are removed. A case of more sheets than a part may have is a part alone.
    batch(&desk, "zaken -o uit --drukstroom").exits(2).says("is een andere");
    batch(&desk, "zaken -o uit --drukstroom --overschrijf").exits(0);
    assert_eq!(check(&desk, false).len(), 1);
    batch(&desk, "zaken -o uit --drukstroom --vellen 1 --overschrijf").exits(0);
    assert_eq!(check(&desk, false).len(), 8);
}

#[test]
fn a_part_has_its_title_and_date() {
    let desk = day();
    batch(&desk, "zaken -o uit --drukstroom --vellen 8").exits(0);
    let pdf = lopdf::Document::load_mem(&fs::read(desk.path("uit/drukstroom-0002.pdf")).unwrap()).unwrap();
    let info = pdf.trailer.get(b"Info").unwrap().as_reference().unwrap();
    let info = pdf.get_dictionary(info).unwrap();
    assert_eq!(info.get(b"Title").unwrap().as_str().unwrap(), b"Drukstroom 0002");
    assert!(info.get(b"CreationDate").unwrap().as_str().unwrap().starts_with(b"D:20"));
}
