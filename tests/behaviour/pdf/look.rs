//! The house style in a PDF: the accent colour on what it is for, the address in the window of the envelope.

use super::measure;
use crate::support::letters::{long, one_page, strings};
use rtbrief::letter::document::Document;
use rtbrief::letter::huisstijl::{Huisstijl, Millimeter, Profiel, Rgb, Venster};
use rtbrief::render::look::{HouseStyleFiles, Look};
use rtbrief::render::pdf::{PdfError, lay_out, render};

fn with_window([links, boven, breedte, hoogte]: [i64; 4]) -> Look {
    let [links, boven, breedte, hoogte] = [links, boven, breedte, hoogte].map(|mm| Some(Millimeter(mm)));
    let venster = Some(Venster { links, boven, breedte, hoogte, profiel: None });
    Look::new(&Huisstijl { venster, ..Huisstijl::default() }, HouseStyleFiles::default()).unwrap()
}

/// The operators of every page that set a colour, with the number of lines or rules drawn in it.
fn colours(letter: &Document, look: &Look) -> Vec<Vec<(String, usize)>> {
    let file = lopdf::Document::load_mem(&render(letter, look).unwrap()).unwrap();
    let pages = file.get_pages();
    let page = |id: &lopdf::ObjectId| {
        let content = lopdf::content::Content::decode(&file.get_page_content(*id)).unwrap();
        let mut found: Vec<(String, usize)> = Vec::new();
        for operation in content.operations {
            match operation.operator.as_str() {
                "rg" | "RG" => {
                    let parts =
                        operation.operands.iter().map(|part| (part.as_float().unwrap() * 255.0).round());
                    let rgb: Vec<String> = parts.map(|part| part.to_string()).collect();
                    found.push((format!("{} {}", rgb.join(" "), operation.operator), 0));
                }
                "Td" | "S" => found.iter_mut().last().into_iter().for_each(|(_, count)| *count += 1),
                _ => {}
            }
        }
        found
    };
    pages.values().map(page).collect()
}

#[test]
fn the_accent_colour_is_that_of_name_headings_and_header_rule() {
    let style = Huisstijl { accentkleur: Some(Rgb([0x15, 0x42, 0x73])), ..Huisstijl::default() };
    let look = Look::new(&style, HouseStyleFiles::default()).unwrap();
    let mut letter = long();
    letter.sender.name = "Dienst".to_owned();
    let pages = colours(&letter, &look);
    let [accent, black, rule] = ["21 66 115 rg", "0 0 0 rg", "21 66 115 RG"];
    let names: Vec<Vec<&str>> =
        pages.iter().map(|page| page.iter().map(|(name, _)| name.as_str()).collect()).collect();
    assert_eq!(names[0][..2], [accent, black]);
    assert_eq!(pages[0][0].1, 1, "only the name");
    for page in &names[1..] {
        assert!(page.contains(&rule));
    }
    let headings: usize = pages.iter().flatten().filter(|(name, _)| name == accent).map(|(_, n)| n).sum();
    // The name, the headings of level 2, one line each, and the subject of two lines.
    assert_eq!(headings, 3 + second_level(&letter));
    assert_eq!(colours(&letter, &Look::built_in()), pages, "the default");
}

fn second_level(letter: &Document) -> usize {
    let layout = lay_out(letter, &Look::built_in()).unwrap();
    let roles = layout.tree.elements.iter().map(|element| element.role.tag());
    roles.filter(|tag| *tag == "H2").count()
}

#[test]
fn the_address_stands_in_the_window_of_the_envelope() {
    let mut tall = one_page();
    tall.addressee =
        strings(&["De heer O.P. Kovalenko", "t.a.v. B", "Straat 1", "1234 AB  STAD", "DUITSLAND"]);
    let profile = |profile| {
        let venster = Some(Venster { profiel: Some(profile), ..Venster::default() });
        Look::new(&Huisstijl { venster, ..Huisstijl::default() }, HouseStyleFiles::default()).unwrap()
    };
    for look in Profiel::ALL.map(profile) {
        let layout = lay_out(&one_page(), &look).unwrap();
        measure::all_inside(&layout);
        measure::nothing_overlaps(&layout);
        measure::address_in_window(&layout, &one_page(), &look.window);
    }
    for window in [[200, 450, 1000, 280], [150, 400, 900, 300], [320, 500, 900, 480], [300, 600, 1000, 380]] {
        let look = with_window(window);
        for letter in [one_page(), tall.clone()] {
            let layout = lay_out(&letter, &look).unwrap();
            measure::all_inside(&layout);
            measure::nothing_overlaps(&layout);
            measure::address_in_window(&layout, &letter, &look.window);
        }
    }
}

#[test]
fn an_address_that_does_not_fit_its_own_window_is_refused() {
    let small = with_window([200, 450, 600, 170]);
    let mut letter = one_page();
    letter.sender.return_address = "Postbus 10, 2500 AA  STAD".to_owned();
    letter.addressee = strings(&["A", "B", "C"]);
    assert!(render(&letter, &small).is_ok());
    letter.addressee.push("D".to_owned());
    let refused = render(&letter, &small).unwrap_err();
    assert!(matches!(refused, PdfError::AddressTooLong { lines: 4, room: 3 }), "{refused}");
    letter.addressee = strings(&["De heer Oleksandr Petrovytsj Kovalenko-Test", "B", "C"]);
    assert!(matches!(render(&letter, &small), Err(PdfError::AddressTooWide { line: 1 })));
    assert!(render(&letter, &Look::built_in()).is_ok());
}
